-- A stage may ask for signatures (R33): an advance into it waits for them, whatever path leads there.
ALTER TABLE "stages" ADD COLUMN "signers" TEXT[] NOT NULL DEFAULT '{}';
ALTER TABLE stages ADD CONSTRAINT stages_signers CHECK (signers <@ ARRAY['manager', 'director', 'executive', 'finance']);

-- A request has all its signatures when every step is approved and the steps are those that its ladder, or the stage, asks for.
CREATE OR REPLACE FUNCTION parley_is_signed(p_request uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$
    SELECT EXISTS (SELECT FROM approval_steps s WHERE s.request_id = p_request)
      AND NOT EXISTS (SELECT FROM approval_steps s WHERE s.request_id = p_request AND s.state <> 'approved')
      AND NOT EXISTS (
        SELECT FROM approval_requests r JOIN approval_rules l ON l.kind = r.kind AND (r.terms ->> 'bps')::int > l.above_bps
         WHERE r.id = p_request
           AND NOT EXISTS (SELECT FROM approval_steps s WHERE s.request_id = r.id AND s.level = l.level AND s.role = l.role))
      AND NOT EXISTS (
        SELECT FROM approval_requests r JOIN stages g ON g.key = r.terms ->> 'to' CROSS JOIN unnest(g.signers) AS signer
         WHERE r.id = p_request AND r.kind = 'stage'
           AND NOT EXISTS (SELECT FROM approval_steps s WHERE s.request_id = r.id AND s.role = signer))
  $$;

-- The last signature moves the deal before it closes the request: so the signatures are judged, not the request's state.
CREATE FUNCTION parley_move_signed(p_opportunity uuid, p_from text, p_to text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$
    SELECT EXISTS (
      SELECT FROM approval_requests r
       WHERE r.kind = 'stage' AND r.record_id = p_opportunity AND r.state = 'pending'
         AND r.terms ->> 'from' = p_from AND r.terms ->> 'to' = p_to AND parley_is_signed(r.id))
  $$;

-- Back to where it has stood already (Undo, a step back) nobody signs again; whether a step on is one is the core's to judge.
CREATE FUNCTION opportunities_stage() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF parley_actor() IS NULL
     OR (SELECT g.signers = '{}' FROM stages g WHERE g.key = NEW.stage_key)
     OR parley_move_signed(NEW.id, OLD.stage_key, NEW.stage_key)
     OR EXISTS (SELECT FROM stage_moves m WHERE m.opportunity_id = NEW.id AND m.to_stage = NEW.stage_key) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'nobody has signed the move of % to %', NEW.id, NEW.stage_key USING ERRCODE = 'PA403';
END $$;
CREATE TRIGGER stage BEFORE UPDATE ON opportunities FOR EACH ROW
  WHEN (NEW.stage_key IS DISTINCT FROM OLD.stage_key) EXECUTE FUNCTION opportunities_stage();

-- Somebody who is only asked to sign sets what was signed and nothing else.
CREATE OR REPLACE FUNCTION opportunities_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_signed text[] := '{discount_bps,version}';
BEGIN
  IF parley_actor() IS NULL OR OLD.owner_id = ANY (parley_workable()) OR OLD.id = ANY (parley_granted_work()) THEN
    RETURN NEW;
  END IF;
  IF NEW.stage_key <> OLD.stage_key AND parley_move_signed(OLD.id, OLD.stage_key, NEW.stage_key) THEN
    v_signed := v_signed || '{stage_key,stage_since,lost_reason}';
  END IF;
  IF to_jsonb(NEW) - v_signed <> to_jsonb(OLD) - v_signed THEN
    RAISE EXCEPTION 'opportunity % is not for % to change', OLD.id, parley_actor() USING ERRCODE = 'PA403';
  END IF;
  RETURN NEW;
END $$;
DROP POLICY add ON stage_moves;
CREATE POLICY add ON stage_moves FOR INSERT TO parley_app WITH CHECK (
  moved_by = (SELECT parley_actor())
  AND (parley_works_on(opportunity_id) OR parley_move_signed(opportunity_id, from_stage, to_stage)));

-- A deal that a signature closes ends the other request that waits on it, whoever signs.
CREATE FUNCTION parley_signs_on(p_opportunity uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$
    SELECT EXISTS (
      SELECT FROM approval_requests r JOIN approval_steps s ON s.request_id = r.id AND s.decided_by = parley_actor() AND s.state = 'approved'
       WHERE r.kind = 'stage' AND r.record_id = p_opportunity AND r.state = 'pending' AND parley_is_signed(r.id))
  $$;
CREATE OR REPLACE FUNCTION approval_requests_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF parley_actor() IS NULL THEN
    RETURN NEW; -- the owner of the tables: a restore, the demo company
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'pending' OR NEW.closed_at IS NOT NULL THEN
      RAISE EXCEPTION 'request % begins as %', NEW.id, NEW.state USING ERRCODE = 'PA403';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.state <> 'pending' THEN
    RAISE EXCEPTION 'request % is %', OLD.id, OLD.state USING ERRCODE = 'PA409';
  END IF;
  IF to_jsonb(NEW) - '{state,closed_at,version}'::text[] <> to_jsonb(OLD) - '{state,closed_at,version}'::text[]
     OR NOT (CASE NEW.state
       WHEN 'pending' THEN true
       WHEN 'approved' THEN parley_is_signed(OLD.id)
       WHEN 'rejected' THEN EXISTS (SELECT FROM approval_steps s WHERE s.request_id = OLD.id AND s.state = 'rejected')
       WHEN 'withdrawn' THEN OLD.requester_id = parley_actor()
       ELSE parley_works_on(OLD.record_id) OR parley_signs_on(OLD.record_id)
     END) THEN
    RAISE EXCEPTION 'request % is not for % to make %', OLD.id, parley_actor(), NEW.state USING ERRCODE = 'PA403';
  END IF;
  RETURN NEW;
END $$;

-- What conditions look at, the same for whoever judges: who signs sees the deal and not every task and file of its owner's.
CREATE FUNCTION parley_deal_facts(p_opportunity uuid, p_zone text)
  RETURNS TABLE (has_amount boolean, has_close_on boolean, has_product boolean, has_competitor boolean, has_decision_maker boolean,
                 has_next_step boolean, has_file boolean, kinds_since text[])
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$
    SELECT o.amount IS NOT NULL, o.close_on IS NOT NULL,
      EXISTS (SELECT FROM opportunity_products d WHERE d.opportunity_id = o.id),
      EXISTS (SELECT FROM opportunity_competitors c WHERE c.opportunity_id = o.id),
      EXISTS (SELECT FROM contact_roles r WHERE r.role = 'decision_maker' AND r.opportunity_id = o.id)
        OR EXISTS (SELECT FROM contact_roles r WHERE r.role = 'decision_maker' AND r.customer_id = o.customer_id AND r.opportunity_id IS NULL),
      EXISTS (SELECT FROM tasks t WHERE t.opportunity_id = o.id AND t.done_at IS NULL)
        OR EXISTS (SELECT FROM tasks t WHERE t.customer_id = o.customer_id AND t.opportunity_id IS NULL AND t.done_at IS NULL),
      EXISTS (SELECT FROM files f WHERE f.entity = 'opportunity' AND f.record_id = o.id AND f.created_at >= o.stage_since),
      ARRAY(SELECT f.kind FROM follow_ups f WHERE f.opportunity_id = o.id AND f.happened_on >= (o.stage_since AT TIME ZONE p_zone)::date
            UNION SELECT f.kind FROM follow_ups f WHERE f.customer_id = o.customer_id AND f.opportunity_id IS NULL
              AND f.happened_on >= (o.stage_since AT TIME ZONE p_zone)::date)
    FROM opportunities o WHERE o.id = p_opportunity
      AND (o.owner_id = ANY (parley_visible()) OR o.id = ANY (parley_granted()))
  $$;

SELECT parley_compile_writes();
