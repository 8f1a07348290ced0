-- Whoever takes over from a leaver may have a list of that name himself: two of one name are told apart by opening them.

-- DropIndex
DROP INDEX "segments_owner_id_name_key";

-- CreateIndex
CREATE INDEX "segments_owner_id_name_idx" ON "segments"("owner_id", "name");
