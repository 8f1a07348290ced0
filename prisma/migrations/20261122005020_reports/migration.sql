-- Daily and weekly reports (R40): what was sent of a day or a week, to whom, and what was said of it.

-- AlterTable
ALTER TABLE "users" ADD COLUMN "report_at" TEXT NOT NULL DEFAULT '18:00';

-- CreateTable
CREATE TABLE "reports" (
    "id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "period" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "number" INTEGER NOT NULL DEFAULT 1,
    "first_id" UUID,
    "done" TEXT NOT NULL,
    "plan" TEXT NOT NULL DEFAULT '',
    "needs" TEXT NOT NULL DEFAULT '',
    "sent_to" UUID,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT parley_now(),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "reports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_comments" (
    "id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL DEFAULT parley_now(),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "report_comments_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "reports_first_id_idx" ON "reports"("first_id");

-- CreateIndex
CREATE INDEX "reports_period_starts_on_idx" ON "reports"("period", "starts_on");

-- CreateIndex
CREATE UNIQUE INDEX "reports_author_id_period_starts_on_number_key" ON "reports"("author_id", "period", "starts_on", "number");

-- CreateIndex
CREATE INDEX "report_comments_report_id_written_at_idx" ON "report_comments"("report_id", "written_at");

-- CreateIndex
CREATE INDEX "stage_moves_moved_by_moved_at_idx" ON "stage_moves"("moved_by", "moved_at");

-- AddForeignKey
ALTER TABLE "reports" ADD CONSTRAINT "reports_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reports" ADD CONSTRAINT "reports_sent_to_fkey" FOREIGN KEY ("sent_to") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reports" ADD CONSTRAINT "reports_first_id_fkey" FOREIGN KEY ("first_id") REFERENCES "reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_comments" ADD CONSTRAINT "report_comments_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_comments" ADD CONSTRAINT "report_comments_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE users ADD CONSTRAINT users_report_at CHECK (report_at ~ '^[0-2][0-9]:[0-5][0-9]$');
ALTER TABLE reports ADD CONSTRAINT reports_period CHECK (period IN ('day', 'week'));
ALTER TABLE reports ADD CONSTRAINT reports_week CHECK (period = 'day' OR extract(isodow FROM starts_on) = 1);
ALTER TABLE reports ADD CONSTRAINT reports_first CHECK ((number = 1) = (first_id IS NULL));

ALTER TABLE reports ENABLE ROW LEVEL SECURITY;
ALTER TABLE report_comments ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON reports, report_comments TO parley_app;

-- Read by its author, those above him and whom it went to; sent and taken back by its author alone.
CREATE POLICY read ON reports FOR SELECT TO parley_app USING (
  author_id = ANY ((SELECT parley_visible())::uuid[]) OR sent_to = (SELECT parley_actor()));
CREATE POLICY own ON reports TO parley_app USING (author_id = (SELECT parley_actor()));

-- Whoever reads a report may say something of it; one that was said something of is no longer taken back (the foreign key).
CREATE POLICY read ON report_comments FOR SELECT TO parley_app USING (EXISTS (SELECT FROM reports r WHERE r.id = report_id));
CREATE POLICY own ON report_comments TO parley_app USING (author_id = (SELECT parley_actor()));
CREATE POLICY hangs_on ON report_comments AS RESTRICTIVE FOR INSERT TO parley_app WITH CHECK (
  EXISTS (SELECT FROM reports r WHERE r.id = report_id));

-- What was sent stays as it was sent: sent again, it is another row.
CREATE FUNCTION reports_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF parley_actor() IS NOT NULL AND to_jsonb(NEW) - 'version' <> to_jsonb(OLD) - 'version' THEN
    RAISE EXCEPTION 'report % stays as it was sent', OLD.id USING ERRCODE = 'PA403';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE UPDATE ON reports FOR EACH ROW EXECUTE FUNCTION reports_guard();

-- Whom a report goes to: whoever leads the author, or the next above where he leads his team himself.
CREATE FUNCTION parley_leader_of(p_user uuid) RETURNS uuid
  LANGUAGE sql STABLE AS $$
    WITH RECURSIVE above AS (
      SELECT t.id, t.parent_id, t.lead_id, 1 AS level FROM users u JOIN teams t ON t.id = u.team_id WHERE u.id = p_user
      UNION ALL
      SELECT t.id, t.parent_id, t.lead_id, a.level + 1 FROM above a JOIN teams t ON t.id = a.parent_id WHERE a.level < 20
    )
    SELECT a.lead_id FROM above a JOIN users l ON l.id = a.lead_id AND l.active
     WHERE a.lead_id <> p_user ORDER BY a.level LIMIT 1
  $$;

-- What follows from a report: its reader is told of it, its author of what is said of it.
CREATE POLICY system_relay_select ON reports FOR SELECT TO parley_app USING ((SELECT parley_system()) = 'relay');
CREATE POLICY system_relay_select ON report_comments FOR SELECT TO parley_app USING ((SELECT parley_system()) = 'relay');

SELECT parley_compile_writes();
