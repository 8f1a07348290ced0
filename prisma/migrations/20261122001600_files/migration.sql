-- Files: what hangs on a record, what somebody has sent and not put anywhere yet, and which record a card on a screen shows.

CREATE TABLE "files" (
    "id" UUID NOT NULL,
    "entity" TEXT NOT NULL,
    "record_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "storage_key" TEXT NOT NULL,
    "uploaded_by" UUID NOT NULL,
    "origin" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT parley_now(),

    CONSTRAINT "files_pkey" PRIMARY KEY ("id")
);
-- The same content hangs on a record once.
CREATE UNIQUE INDEX "files_entity_record_id_sha256_key" ON "files"("entity", "record_id", "sha256");
CREATE INDEX "files_storage_key_idx" ON "files"("storage_key");
ALTER TABLE "files" ADD CONSTRAINT "files_uploaded_by_fkey" FOREIGN KEY ("uploaded_by") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE files ADD CONSTRAINT files_entity CHECK (entity IN ('customer', 'opportunity', 'lead', 'follow_up'));
ALTER TABLE files ADD CONSTRAINT files_bytes CHECK (bytes > 0);

CREATE TABLE "received_files" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "platform" TEXT NOT NULL,
    "workspace" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "storage_key" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT parley_now(),

    CONSTRAINT "received_files_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "received_files_user_id_platform_workspace_source_id_key" ON "received_files"("user_id", "platform", "workspace", "source_id");
CREATE INDEX "received_files_received_at_idx" ON "received_files"("received_at");
ALTER TABLE "received_files" ADD CONSTRAINT "received_files_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "record_cards" (
    "id" UUID NOT NULL,
    "platform" TEXT NOT NULL,
    "workspace" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "message_id" TEXT NOT NULL,
    "entity" TEXT NOT NULL,
    "record_id" UUID NOT NULL,
    "posted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT parley_now(),

    CONSTRAINT "record_cards_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "record_cards_platform_workspace_message_id_place_key" ON "record_cards"("platform", "workspace", "message_id", "place");
CREATE INDEX "record_cards_platform_workspace_place_posted_at_idx" ON "record_cards"("platform", "workspace", "place", "posted_at" DESC);
CREATE INDEX "record_cards_posted_at_idx" ON "record_cards"("posted_at");
ALTER TABLE record_cards ADD CONSTRAINT record_cards_entity CHECK (entity IN ('customer', 'opportunity', 'lead', 'follow_up'));

ALTER TABLE files ENABLE ROW LEVEL SECURITY;
ALTER TABLE received_files ENABLE ROW LEVEL SECURITY;
ALTER TABLE record_cards ENABLE ROW LEVEL SECURITY;
-- What hangs on a record is added and taken back, never changed but in what it hangs on.
GRANT SELECT, INSERT, UPDATE, DELETE ON files TO parley_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON received_files, record_cards TO parley_app;

-- Does the actor see the record? The policies of its own table say so.
CREATE FUNCTION parley_sees(p_entity text, p_id uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN CASE p_entity
    WHEN 'customer' THEN EXISTS (SELECT FROM customers c WHERE c.id = p_id)
    WHEN 'opportunity' THEN EXISTS (SELECT FROM opportunities o WHERE o.id = p_id)
    WHEN 'lead' THEN EXISTS (SELECT FROM leads l WHERE l.id = p_id)
    WHEN 'follow_up' THEN EXISTS (SELECT FROM follow_ups f WHERE f.id = p_id)
    ELSE false
  END;
END $$;

CREATE POLICY read ON files FOR SELECT TO parley_app USING (
  (SELECT parley_actor()) IS NOT NULL AND parley_sees(entity, record_id));
CREATE POLICY add ON files FOR INSERT TO parley_app WITH CHECK (
  uploaded_by = (SELECT parley_actor()) AND parley_sees(entity, record_id));
-- Undo locks the row it takes back; whoever looks after the uploader may move it, as when records are put together.
CREATE POLICY change ON files FOR UPDATE TO parley_app USING (uploaded_by = ANY ((SELECT parley_visible())::uuid[]))
  WITH CHECK (parley_sees(entity, record_id));
CREATE POLICY remove ON files FOR DELETE TO parley_app USING (uploaded_by = ANY ((SELECT parley_visible())::uuid[]));
CREATE POLICY system_files_select ON files FOR SELECT TO parley_app USING ((SELECT parley_system()) = 'files');

CREATE POLICY own ON received_files TO parley_app USING (user_id = (SELECT parley_actor()));
CREATE POLICY system_files_all ON received_files TO parley_app USING ((SELECT parley_system()) = 'files');

CREATE POLICY system_files_all ON record_cards TO parley_app USING ((SELECT parley_system()) = 'files');
CREATE POLICY system_relay_all ON record_cards TO parley_app USING ((SELECT parley_system()) = 'relay');

-- A file is not left behind by its record; no foreign key holds on to it, because record_id names rows of several tables.
CREATE FUNCTION files_keep() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF parley_actor() IS NOT NULL AND EXISTS (SELECT FROM files f WHERE f.entity = TG_ARGV[0] AND f.record_id = OLD.id) THEN
    RAISE EXCEPTION '% % has files', TG_ARGV[0], OLD.id USING ERRCODE = '23503';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER keep_files BEFORE DELETE ON customers FOR EACH ROW EXECUTE FUNCTION files_keep('customer');
CREATE TRIGGER keep_files BEFORE DELETE ON opportunities FOR EACH ROW EXECUTE FUNCTION files_keep('opportunity');
CREATE TRIGGER keep_files BEFORE DELETE ON leads FOR EACH ROW EXECUTE FUNCTION files_keep('lead');
CREATE TRIGGER keep_files BEFORE DELETE ON follow_ups FOR EACH ROW EXECUTE FUNCTION files_keep('follow_up');

-- Which record a message stands beneath: the one shown by a card it answers, else by the last card of its thread. Whoever
-- may not see that record is told nothing of it.
CREATE FUNCTION parley_cards_beneath(p_platform text, p_workspace text, p_messages text[], p_thread text)
  RETURNS TABLE (entity text, record_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT c.entity, c.record_id FROM record_cards c
     WHERE c.platform = p_platform AND c.workspace = p_workspace
       AND (c.message_id = ANY (p_messages) OR c.place = p_thread)
     ORDER BY (c.message_id = ANY (p_messages)) DESC, c.posted_at DESC, c.id DESC LIMIT 1
  $$;
CREATE FUNCTION parley_record_beneath(p_platform text, p_workspace text, p_messages text[], p_thread text)
  RETURNS TABLE (entity text, record_id uuid)
  LANGUAGE sql STABLE AS $$
    SELECT r.entity, r.record_id FROM parley_cards_beneath(p_platform, p_workspace, p_messages, p_thread) r
     WHERE parley_sees(r.entity, r.record_id) LIMIT 1
  $$;

SELECT parley_compile_writes();
