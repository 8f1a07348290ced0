-- The open deals beside all there ever were: whose each is, what it is worth, where it stands and since when, and the day it was
-- last spoken of. What goes through all that is open reads these few narrow rows, and what stands still is found by its index
-- instead of out of every deal's notes (R29-R32, R55). Nobody writes here: triggers keep it, whatever path led there, so it has no
-- version, no audit, and nothing to undo.
CREATE TABLE "open_opportunities" (
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "stage_key" TEXT NOT NULL,
    "stage_since" TIMESTAMPTZ(3) NOT NULL,
    "amount" BIGINT,
    "currency" TEXT NOT NULL,
    "touched_on" DATE,
    "quiet_on" DATE NOT NULL,

    CONSTRAINT "open_opportunities_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "open_opportunities" ADD CONSTRAINT "open_opportunities_id_fkey" FOREIGN KEY ("id") REFERENCES "opportunities"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE open_opportunities ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON open_opportunities TO parley_app;
CREATE POLICY read ON open_opportunities FOR SELECT TO parley_app USING (
  (SELECT parley_sees_all()) OR owner_id = ANY ((SELECT parley_visible())::uuid[]) OR id = ANY ((SELECT parley_granted())::uuid[]));
CREATE POLICY system_schedule_select ON open_opportunities FOR SELECT TO parley_app USING ((SELECT parley_system()) = 'schedule');

-- Its amount is seen by whoever sees the deal's: as parley_compile_reads would have it, judged by the policies of opportunities.
CREATE VIEW seen.open_opportunities WITH (security_invoker = true) AS
  SELECT t.id, t.customer_id, t.owner_id, t.stage_key, t.stage_since,
         CASE WHEN (SELECT parley_access('opportunities.amount')) = 'full' THEN t.amount
              WHEN ARRAY[t.owner_id] && (SELECT parley_line())::uuid[] OR t.id = ANY ((SELECT parley_entrusted())::uuid[]) THEN t.amount END AS amount,
         t.currency, t.touched_on, t.quiet_on,
         array_remove(ARRAY[CASE WHEN t.amount IS NOT NULL AND (SELECT parley_access('opportunities.amount')) <> 'full'
           AND NOT coalesce(ARRAY[t.owner_id] && (SELECT parley_line())::uuid[] OR t.id = ANY ((SELECT parley_entrusted())::uuid[]), false) THEN 'amount' END]::text[], NULL) AS unseen
    FROM public.open_opportunities t;
GRANT SELECT ON seen.open_opportunities TO parley_app;

-- The day a deal was last spoken of: by a follow-up on it, or one on its customer that names no deal.
CREATE FUNCTION parley_touched_on(p_id uuid, p_customer uuid) RETURNS date LANGUAGE sql STABLE SET search_path = public AS $$
  SELECT greatest((SELECT max(f.happened_on) FROM follow_ups f WHERE f.opportunity_id = p_id),
    (SELECT f.happened_on FROM follow_ups f WHERE f.customer_id = p_customer AND f.opportunity_id IS NULL
      ORDER BY f.happened_on DESC, f.created_at DESC LIMIT 1)) $$;
REVOKE EXECUTE ON FUNCTION parley_touched_on FROM PUBLIC;

-- Since when nothing has happened, as an index can hold it: the day of the stage is that of UTC, a reader's own is the same, the one
-- before or the one after.
CREATE FUNCTION parley_quiet_on(p_since timestamptz, p_touched date) RETURNS date LANGUAGE sql IMMUTABLE AS $$
  SELECT greatest((p_since AT TIME ZONE 'UTC')::date, p_touched) $$;
REVOKE EXECUTE ON FUNCTION parley_quiet_on FROM PUBLIC;

CREATE FUNCTION parley_keep_open() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  v_touched date;
BEGIN
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
-- By their names these fire after mark_tier: whoever writes about the same customer has waited there for the one before him.
CREATE TRIGGER open_add AFTER INSERT ON opportunities FOR EACH ROW EXECUTE FUNCTION parley_keep_open();
CREATE TRIGGER open_change AFTER UPDATE ON opportunities FOR EACH ROW
  WHEN ((NEW.stage_key, NEW.stage_since, NEW.owner_id, NEW.customer_id, NEW.amount, NEW.currency)
    IS DISTINCT FROM (OLD.stage_key, OLD.stage_since, OLD.owner_id, OLD.customer_id, OLD.amount, OLD.currency))
  EXECUTE FUNCTION parley_keep_open();

-- A new note only ever makes the day later; one that goes, or is of another day or deal, has it worked out again.
CREATE FUNCTION parley_touch_open() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    UPDATE open_opportunities d SET touched_on = n.day, quiet_on = parley_quiet_on(d.stage_since, n.day)
      FROM (SELECT o.id, parley_touched_on(o.id, o.customer_id) AS day FROM open_opportunities o
             WHERE o.id = OLD.opportunity_id OR (OLD.opportunity_id IS NULL AND o.customer_id = OLD.customer_id)) n
     WHERE d.id = n.id AND d.touched_on IS DISTINCT FROM n.day;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    IF NEW.opportunity_id IS NOT NULL THEN
      UPDATE open_opportunities SET touched_on = NEW.happened_on, quiet_on = greatest(quiet_on, NEW.happened_on)
       WHERE id = NEW.opportunity_id AND coalesce(touched_on < NEW.happened_on, true);
    ELSE
      UPDATE open_opportunities SET touched_on = NEW.happened_on, quiet_on = greatest(quiet_on, NEW.happened_on)
       WHERE customer_id = NEW.customer_id AND coalesce(touched_on < NEW.happened_on, true);
    END IF;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER touch_open AFTER INSERT OR DELETE ON follow_ups FOR EACH ROW EXECUTE FUNCTION parley_touch_open();
CREATE TRIGGER touch_open_anew AFTER UPDATE ON follow_ups FOR EACH ROW
  WHEN ((NEW.customer_id, NEW.opportunity_id, NEW.happened_on) IS DISTINCT FROM (OLD.customer_id, OLD.opportunity_id, OLD.happened_on))
  EXECUTE FUNCTION parley_touch_open();

-- Which deals are open, all anew: for this migration, and where a stage becomes another kind. In one pass through the notes, which
-- needs no statistics: a table just restored has none.
CREATE FUNCTION parley_reopen() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  DELETE FROM open_opportunities d WHERE NOT EXISTS (SELECT FROM stages s WHERE s.key = d.stage_key AND s.kind = 'open');
  INSERT INTO open_opportunities (id, customer_id, owner_id, stage_key, stage_since, amount, currency, touched_on, quiet_on)
    SELECT o.id, o.customer_id, o.owner_id, o.stage_key, o.stage_since, o.amount, o.currency, t.day, parley_quiet_on(o.stage_since, t.day)
      FROM opportunities o
      LEFT JOIN (SELECT f.opportunity_id, max(f.happened_on) AS day FROM follow_ups f WHERE f.opportunity_id IS NOT NULL GROUP BY 1) d ON d.opportunity_id = o.id
      LEFT JOIN (SELECT f.customer_id, max(f.happened_on) AS day FROM follow_ups f WHERE f.opportunity_id IS NULL AND f.customer_id IS NOT NULL GROUP BY 1) c ON c.customer_id = o.customer_id
      CROSS JOIN LATERAL (SELECT greatest(d.day, c.day) AS day) t
     WHERE o.stage_key = ANY (ARRAY(SELECT key FROM stages WHERE kind = 'open')) ON CONFLICT DO NOTHING;
END $$;
REVOKE EXECUTE ON FUNCTION parley_reopen FROM PUBLIC;
CREATE FUNCTION parley_keep_kinds() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  PERFORM parley_reopen();
  RETURN NULL;
END $$;
CREATE TRIGGER open_kinds AFTER UPDATE ON stages FOR EACH ROW WHEN (NEW.kind IS DISTINCT FROM OLD.kind) EXECUTE FUNCTION parley_keep_kinds();

SELECT parley_reopen();
CREATE INDEX "open_opportunities_stage_key_quiet_on_id_idx" ON "open_opportunities"("stage_key", "quiet_on", "id");
CREATE INDEX "open_opportunities_stage_key_stage_since_id_idx" ON "open_opportunities"("stage_key", "stage_since", "id");
CREATE INDEX "open_opportunities_owner_id_stage_key_quiet_on_idx" ON "open_opportunities"("owner_id", "stage_key", "quiet_on");
CREATE INDEX "open_opportunities_customer_id_idx" ON "open_opportunities"("customer_id");
