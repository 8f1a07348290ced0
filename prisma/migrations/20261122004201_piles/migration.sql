-- A stage that piles up is told of (R31, R107); below so many deals a share says nothing.
ALTER TABLE "pipelines" ADD COLUMN "pile_deals" INTEGER NOT NULL DEFAULT 3;
ALTER TABLE pipelines ADD CONSTRAINT pipelines_pile_deals CHECK (pile_deals > 0);
CREATE POLICY system_schedule_select ON pipelines FOR SELECT TO parley_app USING ((SELECT parley_system()) = 'schedule');
SELECT parley_compile_writes();
