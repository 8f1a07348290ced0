-- A deal that comes to a stage, or leaves it, while that stage becomes of another kind: each had not seen the other, and the deal
-- stayed among the open ones, or missed there. Whoever moves a deal now shares the stages it moves between until he is done: he waits
-- for whoever changes one of them, and that one for him. Moves do not wait for each other.
CREATE OR REPLACE FUNCTION parley_keep_open() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  v_left text := CASE WHEN TG_OP = 'UPDATE' THEN OLD.stage_key END;
  v_touched date;
BEGIN
  -- In one order, so that two who move deals across each other never wait for one another in a ring.
  PERFORM FROM stages s WHERE s.key = NEW.stage_key OR s.key = v_left ORDER BY s.key FOR SHARE;
  IF NOT EXISTS (SELECT FROM stages s WHERE s.key = NEW.stage_key AND s.kind = 'open') THEN
    DELETE FROM open_opportunities WHERE id = NEW.id;
    RETURN NULL;
  END IF;
  v_touched := parley_touched_on(NEW.id, NEW.customer_id);
  INSERT INTO open_opportunities (id, customer_id, owner_id, stage_key, stage_since, amount, currency, touched_on, quiet_on)
    VALUES (NEW.id, NEW.customer_id, NEW.owner_id, NEW.stage_key, NEW.stage_since, NEW.amount, NEW.currency, v_touched, parley_quiet_on(NEW.stage_since, v_touched))
    ON CONFLICT (id) DO UPDATE SET customer_id = excluded.customer_id, owner_id = excluded.owner_id, stage_key = excluded.stage_key,
      stage_since = excluded.stage_since, amount = excluded.amount, currency = excluded.currency, touched_on = excluded.touched_on, quiet_on = excluded.quiet_on;
  RETURN NULL;
END $$;
