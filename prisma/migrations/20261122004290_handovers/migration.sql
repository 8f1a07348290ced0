-- What somebody who leaves was responsible for, and who has it now (R21): one row for each who was given something.

-- CreateTable
CREATE TABLE "handovers" (
    "id" UUID NOT NULL,
    "from_id" UUID NOT NULL,
    "to_id" UUID NOT NULL,
    "made_by" UUID NOT NULL,
    "items" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT parley_now(),

    CONSTRAINT "handovers_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "handovers_to_id_created_at_idx" ON "handovers"("to_id", "created_at" DESC);

-- AddForeignKey
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_made_by_fkey" FOREIGN KEY ("made_by") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE handovers ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON handovers TO parley_app;

-- Read by whoever was given something and those above him; made by whoever is above both; taken back by its maker.
CREATE POLICY read ON handovers FOR SELECT TO parley_app USING (
  to_id = ANY ((SELECT parley_visible())::uuid[]) OR made_by = (SELECT parley_actor()));
CREATE POLICY add ON handovers FOR INSERT TO parley_app WITH CHECK (
  made_by = (SELECT parley_actor()) AND (SELECT parley_roles() && ARRAY['manager', 'director', 'executive', 'admin'])
  AND from_id = ANY ((SELECT parley_workable())::uuid[]) AND to_id = ANY ((SELECT parley_workable())::uuid[]));
CREATE POLICY hold ON handovers FOR UPDATE TO parley_app USING (made_by = (SELECT parley_actor()));
CREATE POLICY remove ON handovers FOR DELETE TO parley_app USING (made_by = (SELECT parley_actor()));

-- A request goes to another asker while it waits, by the word of whoever is above both: never from himself, or he could sign
-- his own (but for taking back a handover to himself), and never to somebody who has signed it.
CREATE FUNCTION parley_hands_request(p_request uuid, p_from uuid, p_to uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT p_from = ANY (parley_workable()) AND p_to = ANY (parley_workable())
      AND NOT EXISTS (SELECT FROM approval_steps s WHERE s.request_id = p_request AND s.decided_by = p_to)
      AND (p_from <> parley_actor() OR EXISTS (
        SELECT FROM handovers h WHERE h.made_by = parley_actor() AND h.from_id = p_to AND h.to_id = p_from
           AND h.items @> jsonb_build_array(jsonb_build_array('approval_requests', p_request))))
  $$;
REVOKE EXECUTE ON FUNCTION parley_hands_request FROM PUBLIC;
GRANT EXECUTE ON FUNCTION parley_hands_request TO parley_app;

CREATE FUNCTION approval_requests_handed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF parley_actor() IS NOT NULL AND NOT (NEW.state = 'pending' AND parley_hands_request(OLD.id, OLD.requester_id, NEW.requester_id)) THEN
    RAISE EXCEPTION 'request % is not for % to hand over', OLD.id, parley_actor() USING ERRCODE = 'PA403';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER handed BEFORE UPDATE ON approval_requests FOR EACH ROW
  WHEN (NEW.requester_id <> OLD.requester_id) EXECUTE FUNCTION approval_requests_handed();

-- What the guard says of everything else about a request is not said here again.
DO $$
DECLARE
  v_guard text := pg_get_functiondef('approval_requests_guard'::regproc);
BEGIN
  IF position('{state,closed_at,version}' IN v_guard) = 0 THEN
    RAISE EXCEPTION 'approval_requests_guard does not say what may change';
  END IF;
  EXECUTE replace(v_guard, '{state,closed_at,version}', '{state,closed_at,requester_id,version}');
END $$;

SELECT parley_compile_writes();
