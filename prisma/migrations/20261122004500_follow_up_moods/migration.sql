-- How a contact went and how the customer took it; the author finds what he logged last.

-- AlterTable
ALTER TABLE "follow_ups" ADD COLUMN     "mood" TEXT,
ADD COLUMN     "outcome" TEXT;

-- CreateIndex
CREATE INDEX "follow_ups_author_id_created_at_idx" ON "follow_ups"("author_id", "created_at" DESC);

ALTER TABLE follow_ups ADD CONSTRAINT follow_ups_mood CHECK (mood IN ('satisfied', 'fair', 'hesitant', 'dissatisfied'));
ALTER TABLE follow_ups ADD CONSTRAINT follow_ups_outcome CHECK (outcome IN ('progress', 'steady', 'blocked'));

SELECT parley_compile_writes();
