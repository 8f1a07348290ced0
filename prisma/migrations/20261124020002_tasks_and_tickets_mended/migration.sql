-- A task nobody needs is cancelled: over with like one that is done, and counted as none (R35). A ticket says when it was closed
-- and opened again (R14).
ALTER TABLE tasks ADD COLUMN "cancelled_at" TIMESTAMPTZ(3), ADD COLUMN "cancel_reason" TEXT;
ALTER TABLE tasks ADD CONSTRAINT tasks_cancelled CHECK (cancelled_at IS NULL OR done_at IS NOT NULL);

ALTER TABLE ticket_entries ADD COLUMN "deed" TEXT;
ALTER TABLE ticket_entries ADD CONSTRAINT ticket_entries_deed CHECK (deed IN ('closed', 'reopened'));

SELECT parley_compile_writes();
