-- A whole conversation put on record as one follow-up: where it stands, and what was said by whom and when (R39).

-- AlterTable
ALTER TABLE "follow_ups" ADD COLUMN     "said" JSONB,
ADD COLUMN     "thread" TEXT;

-- CreateIndex
CREATE INDEX "follow_ups_thread_idx" ON "follow_ups"("thread");

ALTER TABLE follow_ups ADD CONSTRAINT follow_ups_said CHECK (jsonb_typeof(said) = 'array');

-- What was said is as private as the note on it.
INSERT INTO field_policies SELECT p.* FROM parley_policies('follow_ups', 'said', '{"marketing": "hidden", "finance": "hidden"}') p;

SELECT parley_compile_writes();
