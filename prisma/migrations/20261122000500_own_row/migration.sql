-- What a person may set of his own row, and what his new rows may hang on: the last gaps the policies left.

-- How he is spoken to is his; who he is, and so what he sees, is an admin's to say.
CREATE FUNCTION users_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF parley_actor() IS NOT NULL AND NOT 'admin' = ANY (parley_roles())
     AND (NEW.id, NEW.name, NEW.email, NEW.roles, NEW.team_id, NEW.active)
       IS DISTINCT FROM (OLD.id, OLD.name, OLD.email, OLD.roles, OLD.team_id, OLD.active) THEN
    RAISE EXCEPTION 'user % is not for % to change', OLD.id, parley_actor() USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION users_guard();

-- A new row hangs on records its author sees; later it may outlive his sight of them, so changes are not asked again.
CREATE POLICY hangs_on ON tasks AS RESTRICTIVE FOR INSERT TO parley_app WITH CHECK (
  (customer_id IS NULL OR EXISTS (SELECT FROM customers c WHERE c.id = customer_id))
  AND (opportunity_id IS NULL OR EXISTS (SELECT FROM opportunities o WHERE o.id = opportunity_id)));
CREATE POLICY hangs_on ON follow_ups AS RESTRICTIVE FOR INSERT TO parley_app WITH CHECK (
  opportunity_id IS NULL OR EXISTS (SELECT FROM opportunities o WHERE o.id = opportunity_id));
CREATE POLICY hangs_on ON approval_requests AS RESTRICTIVE FOR INSERT TO parley_app WITH CHECK (
  entity = 'opportunity' AND EXISTS (SELECT FROM opportunities o WHERE o.id = record_id));
