-- Leads are called one after another like customers (R8): whoever is called is one or the other.
-- AlterTable
ALTER TABLE "call_list_entries" ADD COLUMN     "lead_id" UUID,
ALTER COLUMN "customer_id" DROP NOT NULL;

-- CreateIndex
CREATE INDEX "call_list_entries_lead_id_idx" ON "call_list_entries"("lead_id");

-- CreateIndex
CREATE UNIQUE INDEX "call_list_entries_segment_id_lead_id_key" ON "call_list_entries"("segment_id", "lead_id");

-- AddForeignKey
ALTER TABLE "call_list_entries" ADD CONSTRAINT "call_list_entries_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "leads"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE call_list_entries ADD CONSTRAINT call_list_entries_party CHECK (num_nonnulls(customer_id, lead_id) = 1);

CREATE FUNCTION parley_keeps_segment(p_id uuid) RETURNS boolean LANGUAGE plpgsql STABLE
  AS $$ BEGIN RETURN EXISTS (SELECT FROM segments s WHERE s.id = p_id AND s.owner_id = ANY (parley_workable())); END $$;

-- Whoever deletes a shared list takes his colleagues' calls along, and Undo brings them back: also of whom he himself does not see.
DROP POLICY add ON call_list_entries;
CREATE POLICY add ON call_list_entries FOR INSERT TO parley_app WITH CHECK (
  CASE WHEN person_id = (SELECT parley_actor())
    THEN parley_sees_segment(segment_id) AND (customer_id IS NULL OR parley_sees_customer(customer_id)) AND (lead_id IS NULL OR parley_sees_lead(lead_id))
    ELSE parley_keeps_segment(segment_id) END);
-- What is deleted is locked first, which takes the policy for changes; what it leaves behind is still only one's own.
DROP POLICY change ON call_list_entries;
CREATE POLICY change ON call_list_entries FOR UPDATE TO parley_app
  USING (person_id = (SELECT parley_actor()) OR until <= parley_now() OR parley_keeps_segment(segment_id))
  WITH CHECK (person_id = (SELECT parley_actor()));
DROP POLICY remove ON call_list_entries;
CREATE POLICY remove ON call_list_entries FOR DELETE TO parley_app USING (
  person_id = (SELECT parley_actor()) OR parley_keeps_segment(segment_id));

SELECT parley_compile_writes();
