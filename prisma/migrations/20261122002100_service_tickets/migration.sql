-- Service tickets (R13, R14): what a customer complained of or asked for, who sees to it, and what was said since.

-- CreateTable
CREATE TABLE "service_tickets" (
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "priority" TEXT NOT NULL DEFAULT 'normal',
    "assignee_id" UUID,
    "opened_by" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT parley_now(),
    "closed_at" TIMESTAMPTZ(3),
    "closed_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "service_tickets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ticket_entries" (
    "id" UUID NOT NULL,
    "ticket_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL DEFAULT parley_now(),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ticket_entries_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "service_tickets_customer_id_opened_at_idx" ON "service_tickets"("customer_id", "opened_at" DESC);

-- CreateIndex
CREATE INDEX "service_tickets_assignee_id_closed_at_idx" ON "service_tickets"("assignee_id", "closed_at");

-- CreateIndex
CREATE INDEX "ticket_entries_ticket_id_written_at_idx" ON "ticket_entries"("ticket_id", "written_at");

-- AddForeignKey
ALTER TABLE "service_tickets" ADD CONSTRAINT "service_tickets_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_tickets" ADD CONSTRAINT "service_tickets_assignee_id_fkey" FOREIGN KEY ("assignee_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_tickets" ADD CONSTRAINT "service_tickets_opened_by_fkey" FOREIGN KEY ("opened_by") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_entries" ADD CONSTRAINT "ticket_entries_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "service_tickets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_entries" ADD CONSTRAINT "ticket_entries_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE service_tickets ADD CONSTRAINT service_tickets_kind CHECK (kind IN ('complaint', 'fault', 'question', 'request'));
ALTER TABLE service_tickets ADD CONSTRAINT service_tickets_priority CHECK (priority IN ('low', 'normal', 'high', 'urgent'));
ALTER TABLE service_tickets ADD CONSTRAINT service_tickets_closed CHECK ((closed_at IS NULL) = (closed_by IS NULL));
-- What a customer's card and a service person's list begin with.
CREATE INDEX service_tickets_open ON service_tickets (customer_id) WHERE closed_at IS NULL;

ALTER TABLE service_tickets ENABLE ROW LEVEL SECURITY;
ALTER TABLE ticket_entries ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON service_tickets, ticket_entries TO parley_app;

-- Seen with its customer. Opened by whoever sees him; worked on by service, by whoever opened it or has it, and by those
-- whose customer it is.
CREATE POLICY read ON service_tickets FOR SELECT TO parley_app USING (
  assignee_id = (SELECT parley_actor()) OR opened_by = (SELECT parley_actor()) OR parley_sees_customer(customer_id));
CREATE POLICY add ON service_tickets FOR INSERT TO parley_app WITH CHECK (
  opened_by = (SELECT parley_actor()) AND closed_at IS NULL AND parley_sees_customer(customer_id));
CREATE POLICY change ON service_tickets FOR UPDATE TO parley_app USING (
  assignee_id = (SELECT parley_actor()) OR opened_by = (SELECT parley_actor())
  OR (SELECT parley_roles() && ARRAY['service', 'admin'])
  OR EXISTS (SELECT FROM customers c WHERE c.id = customer_id AND c.owner_id = ANY ((SELECT parley_workable())::uuid[])));
CREATE POLICY remove ON service_tickets FOR DELETE TO parley_app USING (opened_by = (SELECT parley_actor()));

CREATE POLICY read ON ticket_entries FOR SELECT TO parley_app USING (EXISTS (SELECT FROM service_tickets t WHERE t.id = ticket_id));
CREATE POLICY own ON ticket_entries TO parley_app USING (author_id = (SELECT parley_actor()));
CREATE POLICY hangs_on ON ticket_entries AS RESTRICTIVE FOR INSERT TO parley_app WITH CHECK (
  EXISTS (SELECT FROM service_tickets t WHERE t.id = ticket_id));

-- What a ticket is about stays; once closed it says so for ever, but for an Undo, which clears both at once.
CREATE FUNCTION service_tickets_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF parley_actor() IS NOT NULL AND (
       (NEW.id, NEW.customer_id, NEW.opened_by, NEW.opened_at) IS DISTINCT FROM (OLD.id, OLD.customer_id, OLD.opened_by, OLD.opened_at)
       OR (NEW.closed_by IS NOT NULL AND NEW.closed_by IS DISTINCT FROM OLD.closed_by AND NEW.closed_by <> parley_actor())) THEN
    RAISE EXCEPTION 'ticket % is not for % to change so', OLD.id, parley_actor() USING ERRCODE = 'PA403';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE UPDATE ON service_tickets FOR EACH ROW EXECUTE FUNCTION service_tickets_guard();

-- Whoever of service has the fewest open tickets. A definer function: how many there are is not for everybody to see.
CREATE FUNCTION parley_next_in_service() RETURNS TABLE (id uuid, name text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT u.id, u.name FROM users u
     WHERE u.active AND 'service' = ANY (u.roles) AND parley_actor() IS NOT NULL
     ORDER BY (SELECT count(*) FROM service_tickets t WHERE t.assignee_id = u.id AND t.closed_at IS NULL), u.name, u.id LIMIT 1
  $$;
REVOKE EXECUTE ON FUNCTION parley_next_in_service FROM PUBLIC;
GRANT EXECUTE ON FUNCTION parley_next_in_service TO parley_app;

-- What follows from a ticket: who is told of it, and the care of a customer who matters (R19).
CREATE POLICY system_relay_select ON service_tickets FOR SELECT TO parley_app USING ((SELECT parley_system()) = 'relay');
CREATE POLICY system_relay_select ON customers FOR SELECT TO parley_app USING ((SELECT parley_system()) = 'relay');

SELECT parley_compile_writes();
