-- Taking a given lead back is to whom it was taken from, and nothing else of it (R106).
CREATE FUNCTION parley_takes_back_lead(p_lead uuid, p_owner uuid, p_to uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  RETURN EXISTS (
    SELECT FROM audit_entries e JOIN changes c ON c.id = e.change_id
     WHERE e.entity = 'leads' AND e.record_id = p_lead AND e.after ->> 'owner_id' = p_owner::text
       AND e.before ->> 'owner_id' IS DISTINCT FROM e.after ->> 'owner_id' AND e.before ->> 'owner_id' IS NOT DISTINCT FROM p_to::text
       AND c.actor_id = parley_actor() AND c.undoable_until > parley_now());
END $$;
REVOKE EXECUTE ON FUNCTION parley_takes_back_lead FROM PUBLIC;
GRANT EXECUTE ON FUNCTION parley_takes_back_lead TO parley_app;

CREATE OR REPLACE FUNCTION leads_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  given text[] := '{owner_id,given_at,given_en,given_zh,last_enquiry_at,version}';
BEGIN
  IF parley_actor() IS NOT NULL AND OLD.owner_id IS NOT NULL AND NOT OLD.owner_id = ANY (parley_workable())
     AND NOT OLD.id = ANY (parley_granted_work())
     AND to_jsonb(NEW) - '{last_enquiry_at,version}'::text[] <> to_jsonb(OLD) - '{last_enquiry_at,version}'::text[]
     AND NOT (NEW.owner_id IS DISTINCT FROM OLD.owner_id AND to_jsonb(NEW) - given = to_jsonb(OLD) - given
              AND parley_takes_back_lead(OLD.id, OLD.owner_id, NEW.owner_id)) THEN
    RAISE EXCEPTION 'lead % is not for % to change', OLD.id, parley_actor() USING ERRCODE = 'PA403';
  END IF;
  RETURN NEW;
END $$;

DROP FUNCTION parley_gave_lead(uuid, uuid);

SELECT parley_compile_writes();
