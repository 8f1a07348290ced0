-- What an admin looks after: what did not arrive, and whether the audit is whole.
CREATE TABLE "redeliveries" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "target_id" UUID NOT NULL,
    "verb" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT parley_now(),

    CONSTRAINT "redeliveries_pkey" PRIMARY KEY ("id")
);
ALTER TABLE redeliveries ADD CONSTRAINT redeliveries_kind CHECK (kind IN ('delivery', 'answer', 'event'));
ALTER TABLE redeliveries ADD CONSTRAINT redeliveries_verb CHECK (verb IN ('again', 'drop'));

CREATE TABLE "audit_checks" (
    "id" UUID NOT NULL,
    "asked_by" UUID,
    "state" TEXT NOT NULL DEFAULT 'asked',
    "length" BIGINT,
    "head" TEXT,
    "up_to" TIMESTAMPTZ(3),
    "reason" TEXT,
    "lease_until" TIMESTAMPTZ(3),
    "checked_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT parley_now(),

    CONSTRAINT "audit_checks_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "audit_checks_created_at_idx" ON "audit_checks"("created_at");
ALTER TABLE audit_checks ADD CONSTRAINT audit_checks_state CHECK (state IN ('asked', 'whole', 'broken'));

ALTER TABLE redeliveries ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_checks ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON redeliveries, audit_checks TO parley_app;
GRANT UPDATE (state, length, head, up_to, reason, lease_until, checked_at) ON audit_checks TO parley_app;

CREATE POLICY admin ON redeliveries TO parley_app USING ('admin' = ANY ((SELECT parley_roles())::text[]));
CREATE POLICY read ON audit_checks FOR SELECT TO parley_app USING ('admin' = ANY ((SELECT parley_roles())::text[]));
CREATE POLICY ask ON audit_checks FOR INSERT TO parley_app WITH CHECK (
  'admin' = ANY ((SELECT parley_roles())::text[]) AND asked_by = (SELECT parley_actor()) AND state = 'asked');
CREATE POLICY system_sealer_all ON audit_checks TO parley_app USING ((SELECT parley_system()) = 'sealer');

-- What an admin looks for.
CREATE INDEX deliveries_undelivered ON deliveries (created_at) WHERE state IN ('dead', 'ambiguous');
CREATE INDEX inbox_given_up ON inbox (received_at) WHERE state = 'failed';
CREATE INDEX outbox_dead ON outbox (created_at) WHERE state = 'dead';

-- As the owner, because no admin may change these tables by himself. PA409 when somebody else was first.
CREATE FUNCTION redeliveries_do() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF parley_actor() IS NULL THEN
    RETURN NEW; -- the owner of the tables: a restore
  END IF;
  IF NEW.kind = 'delivery' THEN
    UPDATE deliveries SET state = CASE NEW.verb WHEN 'again' THEN 'pending' ELSE 'skipped' END, doubtful = false,
           lease_until = NULL, run_at = parley_now(), last_error = CASE NEW.verb WHEN 'drop' THEN 'dropped by an admin' ELSE last_error END
     WHERE id = NEW.target_id AND state IN ('dead', 'ambiguous');
  ELSIF NEW.kind = 'answer' AND NEW.verb = 'again' THEN
    UPDATE inbox SET state = CASE WHEN reply IS NULL THEN 'new' ELSE 'done' END, attempts = 0, last_error = NULL,
           lease_until = parley_now() - interval '1 millisecond'
     WHERE id = NEW.target_id AND state = 'failed' AND body IS NOT NULL;
  ELSIF NEW.kind = 'answer' THEN
    UPDATE inbox SET state = 'replied', body = NULL WHERE id = NEW.target_id AND state = 'failed';
  ELSE
    UPDATE outbox SET state = CASE NEW.verb WHEN 'again' THEN 'pending' ELSE 'done' END, lease_until = NULL, run_at = parley_now(),
           last_error = CASE NEW.verb WHEN 'drop' THEN 'dropped by an admin' ELSE last_error END
     WHERE id = NEW.target_id AND state = 'dead';
  END IF;
  IF NOT FOUND THEN
    RAISE EXCEPTION '% % has been seen to', NEW.kind, NEW.target_id USING ERRCODE = 'PA409';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER obey AFTER INSERT ON redeliveries FOR EACH ROW EXECUTE FUNCTION redeliveries_do();

-- What did not arrive and waits for an admin, the newest first, with how much there is in all; nothing for anybody else.
-- Of an answer it is told only whose message it was to, where that message has written something.
CREATE FUNCTION parley_undelivered(p_limit int)
  RETURNS TABLE (kind text, id uuid, what text, person text, platform text, state text, attempts int, last_error text,
    since timestamptz, total int)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT x.*, (count(*) OVER ())::int FROM (
      SELECT 'delivery', d.id, d.notice, u.name, NULL, d.state, d.attempts, d.last_error, d.created_at
        FROM deliveries d LEFT JOIN users u ON u.id = d.user_id WHERE d.state IN ('dead', 'ambiguous')
      UNION ALL
      SELECT 'answer', i.id, NULL,
             (SELECT u.name FROM users u WHERE EXISTS (
                SELECT FROM changes c WHERE c.actor_id = u.id AND c.inbox_id = i.id
                   AND c.at >= i.received_at - interval '1 minute' AND c.at < i.received_at + interval '1 day') LIMIT 1),
             i.platform, CASE WHEN i.reply IS NULL THEN 'undone' ELSE 'done' END, i.attempts, i.last_error, i.received_at
        FROM inbox i WHERE i.state = 'failed' AND i.body IS NOT NULL
      UNION ALL
      SELECT 'event', o.id, o.event, NULL, NULL, o.state, o.attempts, o.last_error, o.created_at
        FROM outbox o WHERE o.state = 'dead'
    ) x (kind, id, what, person, platform, state, attempts, last_error, since)
    WHERE 'admin' = ANY (parley_roles()) ORDER BY x.since DESC, x.id LIMIT p_limit
  $$;

SELECT parley_compile_writes();
