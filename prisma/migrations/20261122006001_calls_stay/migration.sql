-- Who is called stays whoever was given: a row for a call was only looked at when it was made, so that afterwards it could be turned
-- into one of a list, a customer or a lead that its caller does not see, and keep that one from those who do (R8, R84).
CREATE FUNCTION parley_keep_call() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
  RAISE EXCEPTION 'call % is of whom it is', OLD.id USING ERRCODE = 'PA403';
END $$;
REVOKE EXECUTE ON FUNCTION parley_keep_call FROM PUBLIC;
CREATE TRIGGER keep_call BEFORE UPDATE ON call_list_entries FOR EACH ROW
  WHEN ((NEW.segment_id, NEW.customer_id, NEW.lead_id) IS DISTINCT FROM (OLD.segment_id, OLD.customer_id, OLD.lead_id))
  EXECUTE FUNCTION parley_keep_call();
