-- What somebody does before he is a customer (R18): touches on leads, and events of nobody on file, which wait for him.

-- AlterTable
ALTER TABLE "touches" ADD COLUMN     "lead_id" UUID,
ALTER COLUMN "customer_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "hook_sources" ADD COLUMN     "enquiries" TEXT[] DEFAULT ARRAY['download', 'shop_order']::TEXT[],
ADD COLUMN     "keep_unmatched_days" INTEGER NOT NULL DEFAULT 30;

-- AlterTable
ALTER TABLE "hook_deliveries" ADD COLUMN     "email" TEXT,
ADD COLUMN     "found" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "phone" TEXT;

-- CreateIndex
CREATE INDEX "touches_lead_id_occurred_at_idx" ON "touches"("lead_id", "occurred_at" DESC);

-- AddForeignKey
ALTER TABLE "touches" ADD CONSTRAINT "touches_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "leads"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE touches ADD CONSTRAINT touches_whose CHECK (customer_id IS NOT NULL OR lead_id IS NOT NULL);
ALTER TABLE hook_sources ADD CONSTRAINT hook_sources_unmatched_days CHECK (keep_unmatched_days >= 0),
  ADD CONSTRAINT hook_sources_enquiries CHECK (enquiries <@ ARRAY['site_visit', 'email_open', 'download', 'shop_order']);
CREATE INDEX hook_deliveries_of_phone ON hook_deliveries (phone) WHERE result = 'unmatched' AND body IS NOT NULL AND phone IS NOT NULL;
CREATE INDEX hook_deliveries_of_email ON hook_deliveries (email) WHERE result = 'unmatched' AND body IS NOT NULL AND email IS NOT NULL;
CREATE INDEX hook_deliveries_found ON hook_deliveries (received_at) WHERE found;
CREATE INDEX hook_deliveries_waiting ON hook_deliveries (received_at) WHERE result = 'unmatched' AND body IS NOT NULL;

-- Seen with whose it is; as it moves to the customer its lead becomes, whoever works on the lead changes it.
ALTER POLICY read ON touches USING (
  (customer_id IS NOT NULL AND parley_sees_customer(customer_id)) OR (lead_id IS NOT NULL AND parley_sees_lead(lead_id)));
ALTER POLICY add ON touches WITH CHECK (
  created_by = (SELECT parley_actor()) AND (customer_id IS NULL OR parley_sees_customer(customer_id)) AND (lead_id IS NULL OR parley_sees_lead(lead_id)));
ALTER POLICY change ON touches USING (
  created_by = (SELECT parley_actor()) OR (lead_id IS NOT NULL AND parley_works_on_lead(lead_id)));

-- With it, whom an event of nobody was about, and what was sent, as long as its source keeps that: whoever comes on file under
-- that phone or e-mail gets it.
DROP FUNCTION parley_hook_done(uuid, text, text);
CREATE FUNCTION parley_hook_done(p_id uuid, p_event text, p_result text, p_phone text, p_email text, p_body text) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF NOT 'admin' = ANY (parley_roles()) THEN
    RAISE EXCEPTION 'delivery % is not for % to do', p_id, parley_actor() USING ERRCODE = 'PA403';
  END IF;
  UPDATE hook_deliveries d SET state = 'done', event = p_event, result = p_result, problem = NULL, found = false,
      body = CASE WHEN p_result = 'unmatched' AND s.keep_unmatched_days > 0 THEN p_body END,
      phone = CASE WHEN p_result = 'unmatched' AND s.keep_unmatched_days > 0 THEN p_phone END,
      email = CASE WHEN p_result = 'unmatched' AND s.keep_unmatched_days > 0 THEN p_email END
    FROM hook_sources s WHERE d.id = p_id AND s.id = d.source_id;
END $$;
REVOKE EXECUTE ON FUNCTION parley_hook_done FROM PUBLIC;
GRANT EXECUTE ON FUNCTION parley_hook_done TO parley_app;

-- Whoever comes on file is marked in what waited for him; attached is it later, by the one that looks for marks.
CREATE FUNCTION parley_mark_found() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  v_email text := to_jsonb(NEW) ->> 'email';
BEGIN
  IF NEW.phone IS NOT NULL THEN
    UPDATE hook_deliveries SET found = true WHERE result = 'unmatched' AND body IS NOT NULL AND phone = NEW.phone;
  END IF;
  IF v_email IS NOT NULL THEN
    UPDATE hook_deliveries SET found = true WHERE result = 'unmatched' AND body IS NOT NULL AND email = v_email;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER mark_found AFTER INSERT OR UPDATE OF phone, email ON leads FOR EACH ROW
  WHEN (NEW.phone IS NOT NULL OR NEW.email IS NOT NULL) EXECUTE FUNCTION parley_mark_found();
CREATE TRIGGER mark_found AFTER INSERT OR UPDATE OF phone, email ON contacts FOR EACH ROW
  WHEN (NEW.phone IS NOT NULL OR NEW.email IS NOT NULL) EXECUTE FUNCTION parley_mark_found();
CREATE TRIGGER mark_found AFTER INSERT OR UPDATE OF phone ON customers FOR EACH ROW
  WHEN (NEW.phone IS NOT NULL) EXECUTE FUNCTION parley_mark_found();

-- What waited and now has somebody. Of what came in the last minutes also what nobody marked: an event and the lead it is of,
-- taken in side by side, do not see one another.
CREATE FUNCTION parley_hook_found(p_limit int) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT d.id FROM hook_deliveries d
     WHERE parley_system() = 'hook' AND d.found AND d.result = 'unmatched' AND d.body IS NOT NULL
    UNION
    SELECT d.id FROM hook_deliveries d
     WHERE parley_system() = 'hook' AND d.result = 'unmatched' AND d.body IS NOT NULL AND d.received_at > parley_now() - interval '10 minutes'
       AND (EXISTS (SELECT FROM leads l WHERE l.phone = d.phone AND l.status IN ('new', 'working', 'nurturing'))
         OR EXISTS (SELECT FROM leads l WHERE l.email = d.email AND l.status IN ('new', 'working', 'nurturing'))
         OR EXISTS (SELECT FROM customers c WHERE c.phone = d.phone)
         OR EXISTS (SELECT FROM contacts t WHERE t.phone = d.phone) OR EXISTS (SELECT FROM contacts t WHERE t.email = d.email))
     LIMIT p_limit
  $$;
REVOKE EXECUTE ON FUNCTION parley_hook_found, parley_mark_found FROM PUBLIC;
GRANT EXECUTE ON FUNCTION parley_hook_found TO parley_app;

SELECT parley_compile_writes();
