-- What was planned with a lead that goes into the pool waits there for whoever takes it on (R10).
ALTER TABLE "pool_moves" ADD COLUMN     "tasks" JSONB NOT NULL DEFAULT '[]';

SELECT parley_compile_writes();
