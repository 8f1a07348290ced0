-- What a review of the policies found open: sight that is not leave to change, signatures that hold by any path,
-- and rows that Undo could not take back.

-- Undo of an advance locks the move it takes back.
CREATE POLICY change ON stage_moves FOR UPDATE TO parley_app USING (moved_by = (SELECT parley_actor()));

-- What a request or a grant speaks of stays; no foreign key holds on to it, because record_id names rows of any table.
CREATE FUNCTION opportunities_keep() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF parley_actor() IS NOT NULL AND (
       EXISTS (SELECT FROM approval_requests r WHERE r.entity = 'opportunity' AND r.record_id = OLD.id)
       OR EXISTS (SELECT FROM grants g WHERE g.entity = 'opportunity' AND g.record_id = OLD.id)) THEN
    RAISE EXCEPTION 'opportunity % is spoken of', OLD.id USING ERRCODE = '23503';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER keep BEFORE DELETE ON opportunities FOR EACH ROW EXECUTE FUNCTION opportunities_keep();

-- Whose rows a person works on: those he sees, but for what the finance role lets him read.
CREATE FUNCTION parley_workable() RETURNS uuid[] LANGUAGE sql STABLE
  AS $$
    SELECT CASE WHEN 'finance' = ANY (parley_roles()) AND NOT parley_roles() && ARRAY['executive', 'admin']
      THEN parley_visible_to(parley_actor(), array_remove(parley_roles(), 'finance')) ELSE parley_visible() END
  $$;

-- Records whose request waits for the person's signature, as roles stand now; one he has signed stays in sight until
-- the request closes, which is what the later writes of the same decision need.
CREATE INDEX approval_steps_asked ON approval_steps (role) WHERE state = 'pending';
CREATE INDEX approval_steps_signed ON approval_steps (decided_by) WHERE decided_by IS NOT NULL;
CREATE FUNCTION parley_asked() RETURNS uuid[]
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  RETURN ARRAY(
    SELECT r.record_id FROM approval_steps s JOIN approval_requests r ON r.id = s.request_id
     WHERE s.state = 'pending' AND s.role = ANY (parley_roles()) AND r.state = 'pending' AND r.requester_id <> parley_actor()
    UNION ALL
    SELECT r.record_id FROM approval_requests r JOIN approval_steps s ON s.request_id = r.id
     WHERE r.state = 'pending' AND s.decided_by = parley_actor() AND s.role = ANY (parley_roles()));
END $$;

-- An approver's sight is no longer handed out: it follows from the step.
DELETE FROM grants WHERE reason = 'approver';
ALTER TABLE grants DROP CONSTRAINT grants_reason;
ALTER TABLE grants ADD CONSTRAINT grants_reason CHECK (reason IN ('delegate', 'joint_deal', 'watcher'));
CREATE OR REPLACE FUNCTION parley_granted() RETURNS uuid[]
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  RETURN ARRAY(SELECT record_id FROM grants WHERE user_id = parley_actor() AND (ends_at IS NULL OR ends_at > parley_now()))
    || parley_asked();
END $$;

-- A request stays readable to whoever signed it or has its card on a screen: the card must show how it ended.
CREATE FUNCTION parley_keeps(p_request uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$
    SELECT EXISTS (SELECT FROM approval_steps s WHERE s.request_id = p_request AND s.decided_by = parley_actor())
      OR EXISTS (SELECT FROM posted_cards p WHERE p.subject = 'approval' AND p.subject_id = p_request AND p.user_id = parley_actor())
  $$;
DROP POLICY own ON posted_cards;
CREATE POLICY own ON posted_cards FOR SELECT TO parley_app USING (user_id = (SELECT parley_actor()));

-- May the person work on this opportunity?
CREATE FUNCTION parley_works_on(p_opportunity uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$
    SELECT EXISTS (SELECT FROM opportunities o WHERE o.id = p_opportunity
      AND (o.owner_id = ANY ((SELECT parley_workable())::uuid[]) OR o.id = ANY ((SELECT parley_granted_work())::uuid[])))
  $$;

DROP POLICY read ON approval_requests;
CREATE POLICY read ON approval_requests FOR SELECT TO parley_app USING (
  requester_id = ANY ((SELECT parley_visible())::uuid[])
  OR EXISTS (SELECT FROM opportunities o WHERE o.id = record_id)
  OR parley_keeps(id));
DROP POLICY change ON approval_requests;
CREATE POLICY change ON approval_requests FOR UPDATE TO parley_app USING (
  requester_id = (SELECT parley_actor()) OR parley_works_on(record_id) OR record_id = ANY ((SELECT parley_asked())::uuid[]));
DROP POLICY hangs_on ON approval_requests;
CREATE POLICY hangs_on ON approval_requests AS RESTRICTIVE FOR INSERT TO parley_app WITH CHECK (
  entity = 'opportunity' AND parley_works_on(record_id));

-- A request has all its signatures when every step is approved and the steps are those the ladder asks for.
CREATE FUNCTION parley_is_signed(p_request uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$
    SELECT EXISTS (SELECT FROM approval_steps s WHERE s.request_id = p_request)
      AND NOT EXISTS (SELECT FROM approval_steps s WHERE s.request_id = p_request AND s.state <> 'approved')
      AND NOT EXISTS (
        SELECT FROM approval_requests r JOIN approval_rules l ON l.kind = r.kind AND (r.terms ->> 'bps')::int > l.above_bps
         WHERE r.id = p_request
           AND NOT EXISTS (SELECT FROM approval_steps s WHERE s.request_id = r.id AND s.level = l.level AND s.role = l.role))
  $$;

-- A request is born pending, says the same for ever, and closes once, in the way its steps say.
CREATE FUNCTION approval_requests_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
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
       ELSE parley_works_on(OLD.record_id)
     END) THEN
    RAISE EXCEPTION 'request % is not for % to make %', OLD.id, parley_actor(), NEW.state USING ERRCODE = 'PA403';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON approval_requests FOR EACH ROW EXECUTE FUNCTION approval_requests_guard();

-- A signature is given by somebody of the step's role, in his own name, never on his own request. Whatever path led here.
CREATE OR REPLACE FUNCTION approval_steps_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  v_request approval_requests;
BEGIN
  IF parley_actor() IS NULL THEN
    RETURN NEW;
  END IF;
  SELECT * INTO v_request FROM approval_requests r WHERE r.id = NEW.request_id;
  IF TG_OP = 'INSERT' THEN
    IF NEW.state NOT IN ('waiting', 'pending') OR NEW.decided_by IS NOT NULL
       OR v_request.requester_id <> parley_actor() OR v_request.state <> 'pending' THEN
      RAISE EXCEPTION 'step % begins as %', NEW.id, NEW.state USING ERRCODE = 'PA403';
    END IF;
    RETURN NEW;
  END IF;
  IF (NEW.id, NEW.request_id, NEW.level, NEW.role) IS DISTINCT FROM (OLD.id, OLD.request_id, OLD.level, OLD.role) THEN
    RAISE EXCEPTION 'step % is not for % to change', OLD.id, parley_actor() USING ERRCODE = 'PA403';
  END IF;
  IF OLD.state NOT IN ('waiting', 'pending') THEN
    RAISE EXCEPTION 'step % is %', OLD.id, OLD.state USING ERRCODE = 'PA409';
  END IF;
  CASE
    WHEN NEW.state IN ('approved', 'rejected') THEN
      IF OLD.state <> 'pending' OR v_request.state <> 'pending' THEN
        RAISE EXCEPTION 'step % is % of a request %', OLD.id, OLD.state, v_request.state USING ERRCODE = 'PA409';
      END IF;
      IF NEW.decided_by IS DISTINCT FROM parley_actor() OR NOT OLD.role = ANY (parley_roles())
         OR v_request.requester_id = parley_actor() THEN
        RAISE EXCEPTION 'step % is not for % to decide', OLD.id, parley_actor() USING ERRCODE = 'PA403';
      END IF;
    WHEN NEW.state = 'void' THEN
      IF v_request.state = 'pending' THEN
        RAISE EXCEPTION 'step % of a request that is open', OLD.id USING ERRCODE = 'PA403';
      END IF;
    WHEN NEW.state = 'pending' AND OLD.state = 'waiting' THEN
      IF EXISTS (SELECT FROM approval_steps s WHERE s.request_id = OLD.request_id AND s.level < OLD.level AND s.state <> 'approved') THEN
        RAISE EXCEPTION 'step % before its turn', OLD.id USING ERRCODE = 'PA403';
      END IF;
    WHEN NEW.state <> OLD.state THEN
      RAISE EXCEPTION 'step % from % to %', OLD.id, OLD.state, NEW.state USING ERRCODE = 'PA403';
    ELSE
      NULL;
  END CASE;
  RETURN NEW;
END $$;
DROP TRIGGER guard ON approval_steps;
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON approval_steps FOR EACH ROW EXECUTE FUNCTION approval_steps_guard();

-- A discount is within the rep's own hands, or signed for this opportunity at this amount. A decision writes its step,
-- then the opportunity, then closes the request: so the signatures are judged, not the request's state.
CREATE FUNCTION opportunities_discount() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF parley_actor() IS NULL OR NEW.discount_bps IS NULL OR (TG_OP = 'UPDATE' AND NEW.discount_bps IS NOT DISTINCT FROM OLD.discount_bps)
     OR NEW.discount_bps <= (SELECT coalesce(min(above_bps), 10000) FROM approval_rules WHERE kind = 'discount')
     OR EXISTS (
       SELECT FROM approval_requests r
        WHERE r.kind = 'discount' AND r.record_id = NEW.id AND r.state IN ('pending', 'approved')
          AND (r.terms ->> 'bps')::int = NEW.discount_bps AND (r.terms ->> 'amount')::bigint IS NOT DISTINCT FROM NEW.amount
          AND parley_is_signed(r.id)) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'nobody has signed % basis points for %', NEW.discount_bps, NEW.id USING ERRCODE = 'PA403';
END $$;
CREATE TRIGGER discount BEFORE INSERT OR UPDATE ON opportunities FOR EACH ROW EXECUTE FUNCTION opportunities_discount();

-- Who is linked to whom is for an admin and the identity look-up; else a person could become another.
DROP POLICY own ON identities;
CREATE POLICY own ON identities FOR SELECT TO parley_app USING (user_id = (SELECT parley_actor()));

-- A change is history but for the mark that it was undone.
REVOKE UPDATE ON changes FROM parley_app;
GRANT UPDATE (undone_by) ON changes TO parley_app;

-- Seeing is not changing.
DROP POLICY add ON customers;
CREATE POLICY add ON customers FOR INSERT TO parley_app WITH CHECK (
  created_by = (SELECT parley_actor()) AND (owner_id IS NULL OR owner_id = ANY ((SELECT parley_workable())::uuid[])));
DROP POLICY change ON customers;
CREATE POLICY change ON customers FOR UPDATE TO parley_app USING (
  owner_id = ANY ((SELECT parley_workable())::uuid[])
  OR id = ANY ((SELECT parley_granted_work())::uuid[])
  OR ((SELECT parley_actor()) IS NOT NULL AND owner_id IS NULL));
DROP POLICY remove ON customers;
CREATE POLICY remove ON customers FOR DELETE TO parley_app USING (owner_id = ANY ((SELECT parley_workable())::uuid[]));

DROP POLICY write ON contacts;
CREATE POLICY write ON contacts TO parley_app USING (EXISTS (
  SELECT FROM customers c WHERE c.id = customer_id
   AND (c.owner_id IS NULL OR c.owner_id = ANY ((SELECT parley_workable())::uuid[]) OR c.id = ANY ((SELECT parley_granted_work())::uuid[]))));
DROP POLICY write ON name_keys;
CREATE POLICY write ON name_keys TO parley_app USING (EXISTS (
  SELECT FROM customers c WHERE c.id = record_id AND (c.owner_id IS NULL OR c.owner_id = ANY ((SELECT parley_workable())::uuid[]))));

DROP POLICY add ON leads;
CREATE POLICY add ON leads FOR INSERT TO parley_app WITH CHECK (
  created_by = (SELECT parley_actor())
  AND (owner_id IS NULL OR owner_id = ANY ((SELECT parley_workable())::uuid[]) OR (SELECT 'marketing' = ANY (parley_roles()))));
DROP POLICY change ON leads;
CREATE POLICY change ON leads FOR UPDATE TO parley_app USING (
  owner_id = ANY ((SELECT parley_workable())::uuid[])
  OR id = ANY ((SELECT parley_granted_work())::uuid[])
  OR ((SELECT parley_actor()) IS NOT NULL AND owner_id IS NULL));
DROP POLICY remove ON leads;
CREATE POLICY remove ON leads FOR DELETE TO parley_app USING (
  owner_id = ANY ((SELECT parley_workable())::uuid[]) OR created_by = (SELECT parley_actor()));

DROP POLICY add ON opportunities;
CREATE POLICY add ON opportunities FOR INSERT TO parley_app WITH CHECK (
  created_by = (SELECT parley_actor()) AND owner_id = ANY ((SELECT parley_workable())::uuid[])
  AND EXISTS (SELECT FROM customers c WHERE c.id = customer_id));
DROP POLICY change ON opportunities;
CREATE POLICY change ON opportunities FOR UPDATE TO parley_app USING (
  owner_id = ANY ((SELECT parley_workable())::uuid[]) OR id = ANY ((SELECT parley_granted_work())::uuid[]));
DROP POLICY decide ON opportunities;
CREATE POLICY decide ON opportunities FOR UPDATE TO parley_app USING (id = ANY ((SELECT parley_asked())::uuid[]));
DROP POLICY remove ON opportunities;
CREATE POLICY remove ON opportunities FOR DELETE TO parley_app USING (owner_id = ANY ((SELECT parley_workable())::uuid[]));
DROP POLICY add ON stage_moves;
CREATE POLICY add ON stage_moves FOR INSERT TO parley_app WITH CHECK (
  moved_by = (SELECT parley_actor()) AND parley_works_on(opportunity_id));
DROP POLICY write ON grants;
CREATE POLICY write ON grants TO parley_app USING (
  entity = 'opportunity' AND EXISTS (SELECT FROM opportunities o WHERE o.id = record_id AND o.owner_id = ANY ((SELECT parley_workable())::uuid[])));

DROP POLICY change ON follow_ups;
CREATE POLICY change ON follow_ups FOR UPDATE TO parley_app USING (author_id = ANY ((SELECT parley_workable())::uuid[]));
DROP POLICY remove ON follow_ups;
CREATE POLICY remove ON follow_ups FOR DELETE TO parley_app USING (author_id = ANY ((SELECT parley_workable())::uuid[]));

DROP POLICY mine ON tasks;
CREATE POLICY read ON tasks FOR SELECT TO parley_app USING (
  owner_id = ANY ((SELECT parley_visible())::uuid[]) OR created_by = (SELECT parley_actor()));
CREATE POLICY work ON tasks TO parley_app USING (
  owner_id = ANY ((SELECT parley_workable())::uuid[]) OR created_by = (SELECT parley_actor()));

CREATE OR REPLACE FUNCTION opportunities_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF parley_actor() IS NOT NULL AND NOT OLD.owner_id = ANY (parley_workable()) AND NOT OLD.id = ANY (parley_granted_work())
     AND to_jsonb(NEW) - 'discount_bps' - 'version' <> to_jsonb(OLD) - 'discount_bps' - 'version' THEN
    RAISE EXCEPTION 'opportunity % is not for % to change', OLD.id, parley_actor() USING ERRCODE = 'PA403';
  END IF;
  RETURN NEW;
END $$;
