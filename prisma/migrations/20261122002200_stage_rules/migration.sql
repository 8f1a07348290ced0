-- How deals move is the company's to say (R25): several pipelines, and of each stage what it takes to enter and to leave
-- it, how long a deal may stand there, who must agree. All of it is rows an admin changes from chat.
CREATE TABLE "pipelines" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "skipping" TEXT NOT NULL DEFAULT 'judged',
    "winning" TEXT NOT NULL DEFAULT 'any',
    "going_back" BOOLEAN NOT NULL DEFAULT true,
    "pile_days" INTEGER NOT NULL DEFAULT 30,
    "pile_percent" INTEGER NOT NULL DEFAULT 40,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "pipelines_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "pipelines_key_key" ON "pipelines"("key");
ALTER TABLE pipelines ADD CONSTRAINT pipelines_rules CHECK (
  skipping IN ('judged', 'refused') AND winning IN ('any', 'last') AND pile_days > 0 AND pile_percent BETWEEN 1 AND 100);
INSERT INTO pipelines (id, key, name_zh, name_en, position) VALUES
  ('00000000-0000-7000-8000-000000002200', 'sales', '销售', 'Sales', 1);

ALTER TABLE "stages"
  ADD COLUMN "id" UUID NOT NULL DEFAULT gen_random_uuid(),
  ADD COLUMN "pipeline_key" TEXT NOT NULL DEFAULT 'sales',
  ADD COLUMN "max_days" INTEGER,
  ADD COLUMN "idle_days" INTEGER,
  ADD COLUMN "entry" TEXT[] NOT NULL DEFAULT '{}',
  ADD COLUMN "exit" TEXT[] NOT NULL DEFAULT '{}',
  ADD COLUMN "task_days" INTEGER,
  ADD COLUMN "task_zh" TEXT,
  ADD COLUMN "task_en" TEXT,
  ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
CREATE UNIQUE INDEX "stages_id_key" ON "stages"("id");
CREATE INDEX "stages_pipeline_key_position_idx" ON "stages"("pipeline_key", "position");
ALTER TABLE "stages" ADD CONSTRAINT "stages_pipeline_key_fkey"
  FOREIGN KEY ("pipeline_key") REFERENCES "pipelines"("key") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE stages ADD CONSTRAINT stages_limits CHECK (max_days > 0 AND idle_days > 0 AND task_days >= 0);
ALTER TABLE stages ADD CONSTRAINT stages_task CHECK (num_nulls(task_days, task_zh, task_en) IN (0, 3));

-- What a new company starts with: R28, R29, R30, and minutes or a file before needs count as confirmed (R27).
UPDATE stages SET idle_days = 7 WHERE key = 'contact';
UPDATE stages SET max_days = 7, exit = '{evidence}' WHERE key = 'needs';
UPDATE stages SET exit = '{amount}', task_days = 3, task_zh = '跟进报价', task_en = 'Follow up on the quote' WHERE key = 'proposal';

ALTER TABLE pipelines ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON pipelines TO parley_app;
CREATE POLICY read ON pipelines FOR SELECT TO parley_app USING ((SELECT parley_actor()) IS NOT NULL);
CREATE POLICY write ON pipelines TO parley_app USING ('admin' = ANY ((SELECT parley_roles())::text[]));

SELECT parley_compile_writes();
