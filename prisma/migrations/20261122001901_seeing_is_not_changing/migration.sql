-- What the permission matrix showed open: whoever reads everything (finance) changed and removed other people's files, and
-- whoever sees a step that waits wrote a comment on it.
DROP POLICY change ON files;
CREATE POLICY change ON files FOR UPDATE TO parley_app USING (uploaded_by = ANY ((SELECT parley_workable())::uuid[]))
  WITH CHECK (parley_sees(entity, record_id));
DROP POLICY remove ON files;
CREATE POLICY remove ON files FOR DELETE TO parley_app USING (uploaded_by = ANY ((SELECT parley_workable())::uuid[]));

CREATE FUNCTION approval_steps_quiet() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a comment on step % goes with its decision', OLD.id USING ERRCODE = 'PA403';
END $$;
CREATE TRIGGER quiet BEFORE UPDATE ON approval_steps FOR EACH ROW
  WHEN (NEW.state = OLD.state AND NEW.comment IS DISTINCT FROM OLD.comment AND parley_actor() IS NOT NULL)
  EXECUTE FUNCTION approval_steps_quiet();
