-- Who asked for a move that others signed: it is his work, whoever signed last.
ALTER TABLE "stage_moves" ADD COLUMN "asked_by" UUID;
CREATE INDEX "stage_moves_asked_by_moved_at_idx" ON "stage_moves"("asked_by", "moved_at");

UPDATE stage_moves m SET asked_by = r.requester_id
  FROM approval_requests r
 WHERE r.kind = 'stage' AND r.state = 'approved' AND r.record_id = m.opportunity_id
   AND r.terms ->> 'from' = m.from_stage AND r.terms ->> 'to' = m.to_stage
   AND EXISTS (SELECT FROM approval_steps s WHERE s.request_id = r.id AND s.decided_by = m.moved_by
                  AND s.decided_at BETWEEN m.moved_at - interval '5 seconds' AND m.moved_at + interval '5 seconds');

-- The request's own word for it, and of a request that is signed alone.
ALTER POLICY add ON stage_moves WITH CHECK (
  moved_by = (SELECT parley_actor())
  AND (parley_works_on(opportunity_id) OR parley_move_signed(opportunity_id, from_stage, to_stage))
  AND (asked_by IS NULL OR EXISTS (
    SELECT FROM approval_requests r
     WHERE r.kind = 'stage' AND r.record_id = stage_moves.opportunity_id AND r.requester_id = stage_moves.asked_by AND r.state = 'pending'
       AND r.terms ->> 'from' = stage_moves.from_stage AND r.terms ->> 'to' = stage_moves.to_stage AND parley_is_signed(r.id))));
SELECT parley_compile_writes();
