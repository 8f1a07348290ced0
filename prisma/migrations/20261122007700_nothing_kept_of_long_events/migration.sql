-- Of an event whose body is too long to be kept nothing else of the person is kept either: nobody could do anything with it.
CREATE OR REPLACE FUNCTION parley_hook_done(p_id uuid, p_event text, p_result text, p_phone text, p_email text, p_body text) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF NOT 'admin' = ANY (parley_roles()) THEN
    RAISE EXCEPTION 'delivery % is not for % to do', p_id, parley_actor() USING ERRCODE = 'PA403';
  END IF;
  UPDATE hook_deliveries d SET state = 'done', event = p_event, result = p_result, problem = NULL, found = false,
      body = CASE WHEN k.keeps THEN p_body END, phone = CASE WHEN k.keeps THEN p_phone END, email = CASE WHEN k.keeps THEN p_email END
    FROM hook_sources s
    CROSS JOIN LATERAL (SELECT p_result = 'unmatched' AND s.keep_unmatched_days > 0 AND p_body IS NOT NULL AS keeps) k
   WHERE d.id = p_id AND s.id = d.source_id;
END $$;
UPDATE hook_deliveries SET phone = NULL, email = NULL WHERE body IS NULL AND (phone IS NOT NULL OR email IS NOT NULL);
