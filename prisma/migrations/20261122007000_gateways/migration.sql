-- Where word goes to customers through the company's own gateway for SMS or mail, and what became of each (R19).

-- CreateTable
CREATE TABLE "gateways" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "salt" TEXT NOT NULL,
    "text_zh" TEXT NOT NULL,
    "text_en" TEXT NOT NULL,
    "max_attempts" INTEGER NOT NULL DEFAULT 20,
    "keep_answer_days" INTEGER NOT NULL DEFAULT 7,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "created_by" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT parley_now(),

    CONSTRAINT "gateways_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gateway_sends" (
    "id" UUID NOT NULL,
    "gateway_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "ticket_id" UUID,
    "happened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT parley_now(),
    "queued_at" TIMESTAMPTZ(3) NOT NULL DEFAULT parley_now(),
    "asked_by" UUID,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "status" INTEGER,
    "problem" TEXT,
    "answer" TEXT,
    "settled_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "gateway_sends_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "gateways_name_key" ON "gateways"("name");

-- CreateIndex
CREATE INDEX "gateway_sends_gateway_id_happened_at_idx" ON "gateway_sends"("gateway_id", "happened_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "gateway_sends_ticket_id_gateway_id_kind_key" ON "gateway_sends"("ticket_id", "gateway_id", "kind");

-- AddForeignKey
ALTER TABLE "gateways" ADD CONSTRAINT "gateways_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gateway_sends" ADD CONSTRAINT "gateway_sends_gateway_id_fkey" FOREIGN KEY ("gateway_id") REFERENCES "gateways"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gateway_sends" ADD CONSTRAINT "gateway_sends_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "service_tickets"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gateway_sends" ADD CONSTRAINT "gateway_sends_asked_by_fkey" FOREIGN KEY ("asked_by") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE gateways ADD CONSTRAINT gateways_limits CHECK (max_attempts BETWEEN 1 AND 20 AND keep_answer_days >= 0);
ALTER TABLE gateway_sends ADD CONSTRAINT gateway_sends_kind CHECK (kind IN ('ticket.acknowledged', 'test'));
ALTER TABLE gateway_sends ADD CONSTRAINT gateway_sends_state CHECK (state IN ('queued', 'sent', 'failed', 'dropped'));
CREATE INDEX gateway_sends_with_answer ON gateway_sends (settled_at) WHERE answer IS NOT NULL;

ALTER TABLE gateways ENABLE ROW LEVEL SECURITY;
ALTER TABLE gateway_sends ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON gateways, gateway_sends TO parley_app;
CREATE POLICY admin ON gateways TO parley_app USING ('admin' = ANY ((SELECT parley_roles())::text[]));
-- What went out nobody rewrites: an admin has a sample sent, or what failed once more.
CREATE POLICY read ON gateway_sends FOR SELECT TO parley_app USING ('admin' = ANY ((SELECT parley_roles())::text[]));
CREATE POLICY try ON gateway_sends FOR INSERT TO parley_app WITH CHECK (
  'admin' = ANY ((SELECT parley_roles())::text[]) AND kind = 'test' AND state = 'queued' AND asked_by = (SELECT parley_actor()));
CREATE POLICY again ON gateway_sends FOR UPDATE TO parley_app USING ('admin' = ANY ((SELECT parley_roles())::text[]) AND state = 'failed')
  WITH CHECK (state = 'queued' AND asked_by = (SELECT parley_actor()));
CREATE POLICY system_relay_select ON gateways FOR SELECT TO parley_app USING ((SELECT parley_system()) = 'relay');
CREATE POLICY system_relay_all ON gateway_sends TO parley_app USING ((SELECT parley_system()) = 'relay');
CREATE POLICY system_schedule_select ON gateways FOR SELECT TO parley_app USING ((SELECT parley_system()) = 'schedule');
CREATE POLICY system_schedule_select ON gateway_sends FOR SELECT TO parley_app USING ((SELECT parley_system()) = 'schedule');
CREATE POLICY system_schedule_update ON gateway_sends FOR UPDATE TO parley_app USING ((SELECT parley_system()) = 'schedule');

-- What one of them says, as it is on file when it is sent; nothing of it is kept. A definer function: of the people of a customer
-- the relay sees nobody else. Who is written to is whoever was put on file first with a phone, else with an e-mail.
CREATE FUNCTION parley_gateway_message(p_send uuid)
  RETURNS TABLE (id uuid, kind text, state text, happened_at timestamptz, is_late boolean, asked_by uuid, gateway json,
    customer json, contact json, ticket json)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT s.id, s.kind, s.state, s.happened_at, s.queued_at < parley_now() - interval '1 day', s.asked_by,
           json_build_object('id', g.id, 'name', g.name, 'url', g.url, 'salt', g.salt, 'zh', g.text_zh, 'en', g.text_en,
             'maxAttempts', g.max_attempts, 'isActive', g.active),
           CASE WHEN c.id IS NOT NULL THEN json_build_object('id', c.id, 'name', c.name) END,
           coalesce((SELECT json_build_object('name', p.name, 'phone', p.phone, 'email', p.email) FROM contacts p
                      WHERE p.customer_id = c.id AND (p.phone IS NOT NULL OR p.email IS NOT NULL)
                      ORDER BY p.phone IS NULL, p.created_at, p.id LIMIT 1),
                    CASE WHEN c.phone IS NOT NULL THEN json_build_object('name', c.name, 'phone', c.phone, 'email', NULL) END),
           CASE WHEN t.id IS NOT NULL THEN json_build_object('id', t.id, 'title', t.title, 'kind', t.kind) END
      FROM gateway_sends s JOIN gateways g ON g.id = s.gateway_id
      LEFT JOIN service_tickets t ON t.id = s.ticket_id LEFT JOIN customers c ON c.id = t.customer_id
     WHERE s.id = p_send AND parley_system() = 'relay'
  $$;

-- Whether a customer was told that his ticket came in, for whoever sees the ticket: it repeats what the policies say, for within a definer
-- function they say nothing.
CREATE FUNCTION parley_acknowledged(p_ticket uuid) RETURNS TABLE (state text, at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT s.state, coalesce(s.settled_at, s.queued_at) FROM gateway_sends s
      JOIN service_tickets t ON t.id = s.ticket_id JOIN customers c ON c.id = t.customer_id
     WHERE t.id = p_ticket AND s.kind = 'ticket.acknowledged' AND s.state <> 'dropped' AND parley_actor() IS NOT NULL
       AND (t.assignee_id = parley_actor() OR t.opened_by = parley_actor() OR parley_sees_all() OR c.owner_id IS NULL
         OR c.owner_id = ANY (parley_visible()) OR parley_roles() && ARRAY['service', 'marketing'] OR c.id = ANY (parley_granted()))
     ORDER BY array_position(ARRAY['sent', 'queued', 'failed'], s.state), s.settled_at LIMIT 1
  $$;
REVOKE EXECUTE ON FUNCTION parley_gateway_message, parley_acknowledged FROM PUBLIC;
GRANT EXECUTE ON FUNCTION parley_gateway_message, parley_acknowledged TO parley_app;

SELECT parley_compile_writes();
