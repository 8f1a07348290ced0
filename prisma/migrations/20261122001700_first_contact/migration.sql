-- Where whoever waits to be let in wrote from, for platforms that answer only where they were once spoken to.
ALTER TABLE admissions ADD COLUMN direct_place text;

-- As before, and where its sender can be written to from now on, in the same round trip.
DROP FUNCTION parley_receive;
CREATE FUNCTION parley_receive(p_id uuid, p_platform text, p_workspace text, p_key text, p_hash bytea, p_body bytea,
  p_external text, p_lease_ms int, p_direct text)
  RETURNS TABLE (inbox_id uuid, fresh boolean, state text, reply bytea,
    user_id uuid, name text, roles text[], locale text, time_zone text, active boolean, identity uuid, stamp text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  v_now timestamptz := parley_now();
  v_hash bytea;
BEGIN
  INSERT INTO inbox AS i (id, platform, workspace, dedupe_key, body_hash, body, lease_until, received_at)
    VALUES (p_id, p_platform, p_workspace, p_key, p_hash, p_body, v_now + p_lease_ms * interval '1 millisecond', v_now)
    ON CONFLICT (platform, workspace, dedupe_key) DO NOTHING
    RETURNING i.id, true, 'new', NULL::bytea INTO inbox_id, fresh, state, reply;
  IF inbox_id IS NULL THEN
    SELECT i.id, false, i.state, i.reply, i.body_hash
      INTO inbox_id, fresh, state, reply, v_hash
      FROM inbox i WHERE i.platform = p_platform AND i.workspace = p_workspace AND i.dedupe_key = p_key;
    IF v_hash <> p_hash THEN
      state := 'mismatch';
    END IF;
  END IF;
  SELECT u.id, u.name, u.roles, u.locale, u.time_zone, u.active, d.id, u.xmin::text
    INTO user_id, name, roles, locale, time_zone, active, identity, stamp
    FROM identities d JOIN users u ON u.id = d.user_id
   WHERE d.platform = p_platform AND d.workspace = p_workspace AND d.external_id = p_external;
  IF p_direct IS NOT NULL THEN
    UPDATE identities d SET direct_place = p_direct WHERE d.id = identity AND d.direct_place IS DISTINCT FROM p_direct;
  END IF;
  RETURN NEXT;
END $$;
REVOKE EXECUTE ON FUNCTION parley_receive FROM PUBLIC;

SELECT parley_compile_writes();
