-- Who of the customer filed a ticket: he is the one to be told that it came in (R14, R19).
-- AlterTable
ALTER TABLE "service_tickets" ADD COLUMN     "contact_id" UUID;

-- CreateIndex
CREATE INDEX "service_tickets_contact_id_idx" ON "service_tickets"("contact_id");

-- AddForeignKey
ALTER TABLE "service_tickets" ADD CONSTRAINT "service_tickets_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Whoever filed it comes first where he can be written to; of another customer's people nobody is ever told.
CREATE OR REPLACE FUNCTION parley_gateway_message(p_send uuid)
  RETURNS TABLE (id uuid, kind text, state text, happened_at timestamptz, is_late boolean, asked_by uuid, gateway json,
    customer json, contact json, ticket json)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT s.id, s.kind, s.state, s.happened_at, s.queued_at < parley_now() - interval '1 day', s.asked_by,
           json_build_object('id', g.id, 'name', g.name, 'url', g.url, 'salt', g.salt, 'zh', g.text_zh, 'en', g.text_en,
             'maxAttempts', g.max_attempts, 'isActive', g.active),
           CASE WHEN c.id IS NOT NULL THEN json_build_object('id', c.id, 'name', c.name) END,
           coalesce((SELECT json_build_object('name', p.name, 'phone', p.phone, 'email', p.email) FROM contacts p
                      WHERE p.customer_id = c.id AND (p.phone IS NOT NULL OR p.email IS NOT NULL)
                      ORDER BY p.id = t.contact_id DESC NULLS LAST, p.phone IS NULL, p.created_at, p.id LIMIT 1),
                    CASE WHEN c.phone IS NOT NULL THEN json_build_object('name', c.name, 'phone', c.phone, 'email', NULL) END),
           CASE WHEN t.id IS NOT NULL THEN json_build_object('id', t.id, 'title', t.title, 'kind', t.kind, 'isClosed', t.closed_at IS NOT NULL) END
      FROM gateway_sends s JOIN gateways g ON g.id = s.gateway_id
      LEFT JOIN service_tickets t ON t.id = s.ticket_id LEFT JOIN customers c ON c.id = t.customer_id
     WHERE s.id = p_send AND parley_system() = 'relay'
  $$;

SELECT parley_compile_writes();
