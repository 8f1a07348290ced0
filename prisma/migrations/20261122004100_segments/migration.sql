-- Segments (R8, R16): a question with a name, whose customers are called one after another.

-- CreateTable
CREATE TABLE "segments" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "owner_id" UUID NOT NULL,
    "team_id" UUID,
    "question" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT parley_now(),

    CONSTRAINT "segments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "call_list_entries" (
    "id" UUID NOT NULL,
    "segment_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "began_at" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "call_list_entries_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "segments_owner_id_name_key" ON "segments"("owner_id", "name");

-- CreateIndex
CREATE INDEX "segments_team_id_idx" ON "segments"("team_id");

-- CreateIndex
CREATE UNIQUE INDEX "call_list_entries_segment_id_customer_id_key" ON "call_list_entries"("segment_id", "customer_id");

-- CreateIndex
CREATE INDEX "call_list_entries_person_id_state_idx" ON "call_list_entries"("person_id", "state");

-- CreateIndex
CREATE INDEX "call_list_entries_customer_id_idx" ON "call_list_entries"("customer_id");

-- AddForeignKey
ALTER TABLE "segments" ADD CONSTRAINT "segments_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "segments" ADD CONSTRAINT "segments_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "teams"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_list_entries" ADD CONSTRAINT "call_list_entries_segment_id_fkey" FOREIGN KEY ("segment_id") REFERENCES "segments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_list_entries" ADD CONSTRAINT "call_list_entries_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_list_entries" ADD CONSTRAINT "call_list_entries_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE call_list_entries ADD CONSTRAINT call_list_entries_state CHECK (state IN ('claimed', 'called', 'passed', 'skipped', 'snoozed'));

-- The teams a person is in or leads, with all above them: what is shared with one of them is shared with him.
CREATE FUNCTION parley_own_teams() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  WITH RECURSIVE mine AS (
    SELECT t.id, t.parent_id FROM teams t
     WHERE t.lead_id = parley_actor() OR t.id = (SELECT u.team_id FROM users u WHERE u.id = parley_actor())
    UNION SELECT t.id, t.parent_id FROM teams t JOIN mine m ON t.id = m.parent_id)
  SELECT coalesce(array_agg(id), '{}') FROM mine
$$;
REVOKE EXECUTE ON FUNCTION parley_own_teams FROM PUBLIC;
GRANT EXECUTE ON FUNCTION parley_own_teams TO parley_app;

ALTER TABLE segments ENABLE ROW LEVEL SECURITY;
ALTER TABLE call_list_entries ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON segments, call_list_entries TO parley_app;

-- A list is its owner's, and of whoever leads him, who hands over what somebody leaves behind; seen by those it is shared with.
CREATE POLICY read ON segments FOR SELECT TO parley_app USING (
  owner_id = ANY ((SELECT parley_workable())::uuid[]) OR team_id = ANY ((SELECT parley_own_teams())::uuid[]));
CREATE POLICY add ON segments FOR INSERT TO parley_app WITH CHECK (owner_id = (SELECT parley_actor()));
CREATE POLICY change ON segments FOR UPDATE TO parley_app USING (
  owner_id = ANY ((SELECT parley_workable())::uuid[]));
CREATE POLICY remove ON segments FOR DELETE TO parley_app USING (
  owner_id = ANY ((SELECT parley_workable())::uuid[]));
-- Sharing is with one's own team, or one above it.
CREATE POLICY shares ON segments AS RESTRICTIVE FOR INSERT TO parley_app WITH CHECK (
  team_id IS NULL OR team_id = ANY ((SELECT parley_own_teams())::uuid[]));

CREATE FUNCTION parley_sees_segment(p_id uuid) RETURNS boolean LANGUAGE plpgsql STABLE
  AS $$ BEGIN RETURN EXISTS (SELECT FROM segments s WHERE s.id = p_id); END $$;
-- Whoever has the list sees who has called whom; a customer is one person's until his time is over, then anybody's.
CREATE POLICY read ON call_list_entries FOR SELECT TO parley_app USING (
  person_id = (SELECT parley_actor()) OR parley_sees_segment(segment_id));
CREATE POLICY add ON call_list_entries FOR INSERT TO parley_app WITH CHECK (
  person_id = (SELECT parley_actor()) AND parley_sees_segment(segment_id) AND parley_sees_customer(customer_id));
CREATE POLICY change ON call_list_entries FOR UPDATE TO parley_app
  USING (person_id = (SELECT parley_actor()) OR until <= parley_now())
  WITH CHECK (person_id = (SELECT parley_actor()));
CREATE POLICY remove ON call_list_entries FOR DELETE TO parley_app USING (person_id = (SELECT parley_actor()));

-- What is logged with a customer says, in the same round trip, what he waits for (R14) and whose list he is on.
CREATE FUNCTION parley_known_customer(p_id uuid, p_name text) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN jsonb_build_object('id', p_id, 'name', p_name, 'opportunityId', parley_sole_deal(p_id),
    'mark', (SELECT jsonb_build_object('tickets', count(*), 'complaints', count(*) FILTER (WHERE k.kind = 'complaint'))
      FROM service_tickets k WHERE k.customer_id = p_id AND k.closed_at IS NULL HAVING count(*) > 0),
    'calls', (SELECT e.segment_id FROM call_list_entries e
      WHERE e.customer_id = p_id AND e.person_id = parley_actor() AND e.state = 'claimed' ORDER BY e.began_at DESC LIMIT 1));
END $$;
CREATE OR REPLACE FUNCTION parley_look_up(p_kind text, p jsonb) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
DECLARE
  v parley_wanted := jsonb_populate_record(NULL::parley_wanted, p);
  v_rows jsonb;
BEGIN
  CASE p_kind
    WHEN 'customers_by_key' THEN
      SELECT jsonb_agg(parley_known_customer(c.id, c.name)) INTO v_rows
        FROM (SELECT DISTINCT n.id, n.name FROM parley_customers_named(v.keys, 200) n ORDER BY n.id LIMIT v.most) c;
    WHEN 'customer_with_deal' THEN
      SELECT jsonb_build_array(parley_known_customer(c.id, c.name)) INTO v_rows FROM customers c WHERE c.id = v.id;
    WHEN 'names' THEN
      SELECT jsonb_agg(n) INTO v_rows FROM parley_names(v.keys) n;
  END CASE;
  RETURN coalesce(v_rows, '[]');
END $$;

SELECT parley_compile_writes();
