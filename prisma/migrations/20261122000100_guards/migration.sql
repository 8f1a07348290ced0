-- Who may see and change which rows, in the database itself.
-- A transaction of a person runs as role parley_app with parley.actor, parley.visible and parley.roles set
-- (parley_begin, next migration); one of the product's own as parley_app with parley.system set.
-- With neither, every table is empty.

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'parley_app') THEN
    CREATE ROLE parley_app NOLOGIN NOBYPASSRLS NOSUPERUSER;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL; -- another database of this server made it in the same moment
END $$;
DO $$
BEGIN
  EXECUTE format('GRANT parley_app TO %I', current_user);
EXCEPTION WHEN unique_violation THEN
  NULL;
END $$;

GRANT USAGE ON SCHEMA public TO parley_app;

-- What is true of the words used in the tables.
ALTER TABLE users ADD CONSTRAINT users_roles CHECK (roles <@ ARRAY['rep','manager','director','executive','service','marketing','finance','admin']);
ALTER TABLE users ADD CONSTRAINT users_email_lower CHECK (email = lower(email));
ALTER TABLE users ADD CONSTRAINT users_locale CHECK (locale IN ('zh', 'en'));
ALTER TABLE users ADD CONSTRAINT users_wall_clock CHECK (digest_at ~ '^\d\d:\d\d$' AND quiet_from ~ '^\d\d:\d\d$' AND quiet_until ~ '^\d\d:\d\d$');
ALTER TABLE admissions ADD CONSTRAINT admissions_state CHECK (state IN ('pending', 'admitted', 'declined'));
ALTER TABLE grants ADD CONSTRAINT grants_reason CHECK (reason IN ('approver', 'delegate', 'joint_deal', 'watcher'));
ALTER TABLE leads ADD CONSTRAINT leads_status CHECK (status IN ('new', 'working', 'converted', 'dropped'));
ALTER TABLE stages ADD CONSTRAINT stages_kind CHECK (kind IN ('open', 'won', 'lost'));
ALTER TABLE stages ADD CONSTRAINT stages_probability CHECK (probability BETWEEN 0 AND 100);
ALTER TABLE opportunities ADD CONSTRAINT opportunities_amount CHECK (amount >= 0);
ALTER TABLE opportunities ADD CONSTRAINT opportunities_discount CHECK (discount_bps BETWEEN 0 AND 10000);
ALTER TABLE follow_ups ADD CONSTRAINT follow_ups_kind CHECK (kind IN ('visit', 'call', 'meeting', 'message', 'email', 'note'));
ALTER TABLE approval_requests ADD CONSTRAINT approval_requests_state CHECK (state IN ('pending', 'approved', 'rejected', 'withdrawn', 'superseded'));
ALTER TABLE approval_steps ADD CONSTRAINT approval_steps_state CHECK (state IN ('waiting', 'pending', 'approved', 'rejected', 'void'));
ALTER TABLE approval_steps ADD CONSTRAINT approval_steps_decided CHECK ((state IN ('approved', 'rejected')) = (decided_by IS NOT NULL));
ALTER TABLE inbox ADD CONSTRAINT inbox_state CHECK (state IN ('new', 'done', 'replied', 'failed'));
ALTER TABLE outbox ADD CONSTRAINT outbox_state CHECK (state IN ('pending', 'relayed', 'done', 'dead'));
ALTER TABLE deliveries ADD CONSTRAINT deliveries_state CHECK (state IN ('pending', 'leased', 'sending', 'sent', 'ambiguous', 'skipped', 'dead'));

-- At most one live request for one thing, and what the sweeps look for.
CREATE UNIQUE INDEX approval_requests_one_pending ON approval_requests (kind, record_id) WHERE state = 'pending';
CREATE INDEX inbox_unfinished ON inbox (received_at) WHERE state IN ('new', 'done');
CREATE INDEX outbox_due ON outbox (run_at) WHERE state IN ('pending', 'relayed');
CREATE INDEX deliveries_due ON deliveries (run_at) WHERE state IN ('pending', 'leased', 'sending');
CREATE INDEX tasks_remind ON tasks (remind_at) WHERE remind_at IS NOT NULL AND done_at IS NULL;
CREATE INDEX audit_unsealed ON audit_entries (id) WHERE seq IS NULL;
CREATE INDEX leads_pool ON leads (created_at) WHERE owner_id IS NULL;

-- The stages and the discount ladder every company starts with; all of it is data (R25, R42).
INSERT INTO stages (key, name_zh, name_en, position, probability, kind) VALUES
  ('contact', '初步接触', 'First contact', 1, 10, 'open'),
  ('needs', '需求确认', 'Needs confirmed', 2, 30, 'open'),
  ('proposal', '方案报价', 'Proposal', 3, 50, 'open'),
  ('negotiation', '商务谈判', 'Negotiation', 4, 75, 'open'),
  ('won', '签约成交', 'Won', 5, 100, 'won'),
  ('lost', '输单', 'Lost', 6, 0, 'lost');
INSERT INTO approval_rules (id, kind, level, above_bps, role) VALUES
  ('00000000-0000-7000-8000-000000000801', 'discount', 1, 800, 'director'),
  ('00000000-0000-7000-8000-000000001502', 'discount', 2, 1500, 'executive');

-- Who is asking. Settings live for one transaction; the policies read them once a statement.
CREATE FUNCTION parley_actor() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('parley.actor', true), '')::uuid $$;
CREATE FUNCTION parley_system() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('parley.system', true), '') $$;
CREATE FUNCTION parley_visible() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT coalesce(nullif(current_setting('parley.visible', true), ''), '{}')::uuid[] $$;
CREATE FUNCTION parley_roles() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT coalesce(nullif(current_setting('parley.roles', true), ''), '{}')::text[] $$;

-- Whose rows a person sees: his own, those of whoever is in a team he leads or below it, or everybody's.
CREATE FUNCTION parley_visible_to(p_user uuid, p_roles text[]) RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$
    WITH RECURSIVE led AS (
      SELECT id FROM teams WHERE lead_id = p_user
      UNION
      SELECT t.id FROM teams t JOIN led ON t.parent_id = led.id
    )
    SELECT array_agg(u.id) FROM users u
     WHERE u.id = p_user OR u.team_id IN (SELECT id FROM led) OR p_roles && ARRAY['executive', 'admin', 'finance']
  $$;

-- Records granted to the person one by one, still in force.
CREATE FUNCTION parley_granted() RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$
    SELECT coalesce(array_agg(record_id), '{}') FROM grants
     WHERE user_id = parley_actor() AND (ends_at IS NULL OR ends_at > parley_now())
  $$;
CREATE FUNCTION parley_granted_work() RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$
    SELECT coalesce(array_agg(record_id), '{}') FROM grants
     WHERE user_id = parley_actor() AND reason IN ('delegate', 'joint_deal') AND (ends_at IS NULL OR ends_at > parley_now())
  $$;

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['teams','users','identities','admissions','grants','customers','contacts','name_keys','leads',
    'opportunities','stage_moves','follow_ups','tasks','products','stages','approval_rules','approval_requests',
    'approval_steps','pending_actions','changes','audit_entries','inbox','outbox','deliveries','posted_cards']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO parley_app', t);
  END LOOP;
END $$;
GRANT SELECT ON clock TO parley_app;
GRANT USAGE ON SEQUENCE audit_entries_id_seq TO parley_app;
-- Append-only: nobody rewrites history, not even the product; only the seal of an entry may be filled in.
REVOKE UPDATE, DELETE ON audit_entries FROM parley_app;
REVOKE DELETE ON changes, stage_moves, approval_requests, approval_steps, inbox FROM parley_app;
GRANT UPDATE (seq, prev_hash, hash) ON audit_entries TO parley_app;
GRANT DELETE ON stage_moves TO parley_app; -- Undo of an advance takes its move back

-- Colleagues: everybody knows who works here; only an admin (or the identity look-up) changes it.
CREATE POLICY read ON teams FOR SELECT TO parley_app USING ((SELECT parley_actor()) IS NOT NULL);
CREATE POLICY write ON teams TO parley_app USING ('admin' = ANY ((SELECT parley_roles())::text[]));
CREATE POLICY read ON users FOR SELECT TO parley_app USING ((SELECT parley_actor()) IS NOT NULL);
CREATE POLICY self ON users FOR UPDATE TO parley_app USING (id = (SELECT parley_actor()));
CREATE POLICY write ON users TO parley_app USING ('admin' = ANY ((SELECT parley_roles())::text[]));
CREATE POLICY own ON identities TO parley_app USING (user_id = (SELECT parley_actor()));
CREATE POLICY admin ON identities TO parley_app USING ('admin' = ANY ((SELECT parley_roles())::text[]));
CREATE POLICY admin ON admissions TO parley_app USING ('admin' = ANY ((SELECT parley_roles())::text[]));

-- Reference data: read by everybody, set by an admin.
CREATE POLICY read ON products FOR SELECT TO parley_app USING ((SELECT parley_actor()) IS NOT NULL);
CREATE POLICY write ON products TO parley_app USING ('admin' = ANY ((SELECT parley_roles())::text[]));
CREATE POLICY read ON stages FOR SELECT TO parley_app USING ((SELECT parley_actor()) IS NOT NULL);
CREATE POLICY write ON stages TO parley_app USING ('admin' = ANY ((SELECT parley_roles())::text[]));
CREATE POLICY read ON approval_rules FOR SELECT TO parley_app USING ((SELECT parley_actor()) IS NOT NULL);
CREATE POLICY write ON approval_rules TO parley_app USING ('admin' = ANY ((SELECT parley_roles())::text[]));

-- Records: own, hierarchy, grants, public pool.
CREATE POLICY read ON customers FOR SELECT TO parley_app USING (
  owner_id = ANY ((SELECT parley_visible())::uuid[])
  OR id = ANY ((SELECT parley_granted())::uuid[])
  OR ((SELECT parley_actor()) IS NOT NULL AND owner_id IS NULL)
  OR (SELECT parley_roles() && ARRAY['service', 'marketing']));
CREATE POLICY add ON customers FOR INSERT TO parley_app WITH CHECK (
  created_by = (SELECT parley_actor()) AND (owner_id IS NULL OR owner_id = ANY ((SELECT parley_visible())::uuid[])));
CREATE POLICY change ON customers FOR UPDATE TO parley_app USING (
  owner_id = ANY ((SELECT parley_visible())::uuid[])
  OR id = ANY ((SELECT parley_granted_work())::uuid[])
  OR ((SELECT parley_actor()) IS NOT NULL AND owner_id IS NULL));
CREATE POLICY remove ON customers FOR DELETE TO parley_app USING (owner_id = ANY ((SELECT parley_visible())::uuid[]));

CREATE POLICY read ON contacts FOR SELECT TO parley_app USING (EXISTS (SELECT FROM customers c WHERE c.id = customer_id));
CREATE POLICY write ON contacts TO parley_app USING (EXISTS (
  SELECT FROM customers c WHERE c.id = customer_id
   AND (c.owner_id IS NULL OR c.owner_id = ANY ((SELECT parley_visible())::uuid[]) OR c.id = ANY ((SELECT parley_granted_work())::uuid[]))));

CREATE POLICY read ON name_keys FOR SELECT TO parley_app USING (EXISTS (SELECT FROM customers c WHERE c.id = record_id));
CREATE POLICY write ON name_keys TO parley_app USING (EXISTS (
  SELECT FROM customers c WHERE c.id = record_id AND (c.owner_id IS NULL OR c.owner_id = ANY ((SELECT parley_visible())::uuid[]))));

CREATE POLICY read ON leads FOR SELECT TO parley_app USING (
  owner_id = ANY ((SELECT parley_visible())::uuid[])
  OR id = ANY ((SELECT parley_granted())::uuid[])
  OR ((SELECT parley_actor()) IS NOT NULL AND owner_id IS NULL)
  OR (SELECT 'marketing' = ANY (parley_roles())));
CREATE POLICY add ON leads FOR INSERT TO parley_app WITH CHECK (
  created_by = (SELECT parley_actor())
  AND (owner_id IS NULL OR owner_id = ANY ((SELECT parley_visible())::uuid[]) OR (SELECT 'marketing' = ANY (parley_roles()))));
CREATE POLICY change ON leads FOR UPDATE TO parley_app USING (
  owner_id = ANY ((SELECT parley_visible())::uuid[])
  OR id = ANY ((SELECT parley_granted_work())::uuid[])
  OR ((SELECT parley_actor()) IS NOT NULL AND owner_id IS NULL));
CREATE POLICY remove ON leads FOR DELETE TO parley_app USING (owner_id = ANY ((SELECT parley_visible())::uuid[]) OR created_by = (SELECT parley_actor()));

CREATE POLICY read ON opportunities FOR SELECT TO parley_app USING (
  owner_id = ANY ((SELECT parley_visible())::uuid[]) OR id = ANY ((SELECT parley_granted())::uuid[]));
CREATE POLICY add ON opportunities FOR INSERT TO parley_app WITH CHECK (
  created_by = (SELECT parley_actor()) AND owner_id = ANY ((SELECT parley_visible())::uuid[])
  AND EXISTS (SELECT FROM customers c WHERE c.id = customer_id));
CREATE POLICY change ON opportunities FOR UPDATE TO parley_app USING (
  owner_id = ANY ((SELECT parley_visible())::uuid[]) OR id = ANY ((SELECT parley_granted_work())::uuid[]));
CREATE POLICY decide ON opportunities FOR UPDATE TO parley_app USING (id = ANY ((SELECT parley_granted())::uuid[]));
CREATE POLICY remove ON opportunities FOR DELETE TO parley_app USING (owner_id = ANY ((SELECT parley_visible())::uuid[]));

CREATE POLICY read ON stage_moves FOR SELECT TO parley_app USING (EXISTS (SELECT FROM opportunities o WHERE o.id = opportunity_id));
CREATE POLICY add ON stage_moves FOR INSERT TO parley_app WITH CHECK (
  moved_by = (SELECT parley_actor()) AND EXISTS (SELECT FROM opportunities o WHERE o.id = opportunity_id));
CREATE POLICY remove ON stage_moves FOR DELETE TO parley_app USING (moved_by = (SELECT parley_actor()));

CREATE POLICY read ON follow_ups FOR SELECT TO parley_app USING (
  author_id = ANY ((SELECT parley_visible())::uuid[]) OR EXISTS (SELECT FROM customers c WHERE c.id = customer_id));
CREATE POLICY add ON follow_ups FOR INSERT TO parley_app WITH CHECK (
  author_id = (SELECT parley_actor()) AND EXISTS (SELECT FROM customers c WHERE c.id = customer_id));
CREATE POLICY change ON follow_ups FOR UPDATE TO parley_app USING (author_id = ANY ((SELECT parley_visible())::uuid[]));
CREATE POLICY remove ON follow_ups FOR DELETE TO parley_app USING (author_id = ANY ((SELECT parley_visible())::uuid[]));

CREATE POLICY mine ON tasks TO parley_app USING (
  owner_id = ANY ((SELECT parley_visible())::uuid[]) OR created_by = (SELECT parley_actor()));

-- A grant can only be given on a record one can see oneself.
CREATE POLICY read ON grants FOR SELECT TO parley_app USING (
  user_id = (SELECT parley_actor()) OR EXISTS (SELECT FROM opportunities o WHERE o.id = record_id));
CREATE POLICY write ON grants TO parley_app USING (
  entity = 'opportunity' AND EXISTS (SELECT FROM opportunities o WHERE o.id = record_id AND o.owner_id = ANY ((SELECT parley_visible())::uuid[])));

CREATE POLICY read ON approval_requests FOR SELECT TO parley_app USING (
  requester_id = ANY ((SELECT parley_visible())::uuid[]) OR record_id = ANY ((SELECT parley_granted())::uuid[]));
CREATE POLICY add ON approval_requests FOR INSERT TO parley_app WITH CHECK (requester_id = (SELECT parley_actor()));
CREATE POLICY change ON approval_requests FOR UPDATE TO parley_app USING (
  requester_id = ANY ((SELECT parley_visible())::uuid[]) OR record_id = ANY ((SELECT parley_granted())::uuid[]));
CREATE POLICY follows ON approval_steps TO parley_app USING (EXISTS (SELECT FROM approval_requests r WHERE r.id = request_id));

-- A signature is given by somebody of the step's role, in his own name, never on his own request. Whatever path led here.
CREATE FUNCTION approval_steps_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF NEW.state IN ('approved', 'rejected') AND NEW.state IS DISTINCT FROM OLD.state THEN
    IF OLD.state <> 'pending' THEN
      RAISE EXCEPTION 'step % is %', OLD.id, OLD.state USING ERRCODE = 'PA409';
    END IF;
    IF NEW.decided_by IS DISTINCT FROM parley_actor() OR NOT NEW.role = ANY (parley_roles())
       OR EXISTS (SELECT FROM approval_requests r WHERE r.id = NEW.request_id AND r.requester_id = NEW.decided_by) THEN
      RAISE EXCEPTION 'step % is not for % to decide', OLD.id, parley_actor() USING ERRCODE = 'PA403';
    END IF;
  ELSIF OLD.state IN ('approved', 'rejected') AND NEW IS DISTINCT FROM OLD THEN
    RAISE EXCEPTION 'step % has been decided', OLD.id USING ERRCODE = 'PA409';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE UPDATE ON approval_steps FOR EACH ROW EXECUTE FUNCTION approval_steps_guard();

-- Somebody who only holds an approver's grant sets what was approved and nothing else.
CREATE FUNCTION opportunities_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF parley_actor() IS NOT NULL AND NOT OLD.owner_id = ANY (parley_visible()) AND NOT OLD.id = ANY (parley_granted_work())
     AND to_jsonb(NEW) - 'discount_bps' - 'version' <> to_jsonb(OLD) - 'discount_bps' - 'version' THEN
    RAISE EXCEPTION 'opportunity % is not for % to change', OLD.id, parley_actor() USING ERRCODE = 'PA403';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE UPDATE ON opportunities FOR EACH ROW EXECUTE FUNCTION opportunities_guard();

CREATE POLICY own ON pending_actions TO parley_app USING (user_id = (SELECT parley_actor()));

-- The spine.
CREATE POLICY read ON changes FOR SELECT TO parley_app USING (
  actor_id = (SELECT parley_actor()) OR 'admin' = ANY ((SELECT parley_roles())::text[]));
CREATE POLICY add ON changes FOR INSERT TO parley_app WITH CHECK (
  actor_id IS NOT DISTINCT FROM (SELECT parley_actor()) AND system IS NOT DISTINCT FROM (SELECT parley_system()));
CREATE POLICY undo ON changes FOR UPDATE TO parley_app USING (actor_id = (SELECT parley_actor()));
CREATE POLICY read ON audit_entries FOR SELECT TO parley_app USING (EXISTS (SELECT FROM changes c WHERE c.id = change_id));
CREATE POLICY add ON audit_entries FOR INSERT TO parley_app WITH CHECK (EXISTS (SELECT FROM changes c WHERE c.id = change_id));
CREATE POLICY add ON outbox FOR INSERT TO parley_app WITH CHECK ((SELECT parley_actor()) IS NOT NULL);
CREATE POLICY own ON deliveries FOR SELECT TO parley_app USING (
  user_id = (SELECT parley_actor()) OR 'admin' = ANY ((SELECT parley_roles())::text[]));
CREATE POLICY own ON posted_cards TO parley_app USING (user_id = (SELECT parley_actor()));

-- The product itself, under a name that the audit shows. Each name gets the tables its work needs and no others.
DO $$
DECLARE
  rule record;
  t text;
BEGIN
  FOR rule IN SELECT * FROM (VALUES
    ('inbox', 'ALL', ARRAY['inbox']),
    ('inbox', 'SELECT', ARRAY['users', 'identities']),
    ('identity', 'ALL', ARRAY['users', 'identities', 'admissions', 'changes', 'audit_entries', 'outbox']),
    ('identity', 'SELECT', ARRAY['teams']),
    ('relay', 'ALL', ARRAY['outbox', 'deliveries', 'posted_cards', 'changes', 'audit_entries']),
    ('relay', 'SELECT', ARRAY['users', 'identities', 'admissions', 'approval_requests', 'approval_steps', 'tasks', 'leads']),
    ('relay', 'UPDATE', ARRAY['identities']),
    ('schedule', 'ALL', ARRAY['outbox', 'deliveries', 'changes', 'audit_entries']),
    ('schedule', 'SELECT', ARRAY['users', 'identities', 'teams', 'tasks', 'approval_requests', 'approval_steps']),
    ('schedule', 'UPDATE', ARRAY['tasks']),
    ('sealer', 'SELECT', ARRAY['changes', 'audit_entries']),
    ('sealer', 'UPDATE', ARRAY['audit_entries'])
  ) AS rules (name, verb, tables) LOOP
    FOREACH t IN ARRAY rule.tables LOOP
      EXECUTE format('CREATE POLICY %I ON %I FOR %s TO parley_app USING ((SELECT parley_system()) = %L)',
        'system_' || rule.name || '_' || lower(rule.verb), t, rule.verb, rule.name);
    END LOOP;
  END LOOP;
END $$;
