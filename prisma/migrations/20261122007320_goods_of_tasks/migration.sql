-- What a reminder of an own object suggests to sell (R22): words of its rule, found on the price list when they are shown.

-- AlterTable
ALTER TABLE "tasks" ADD COLUMN     "goods" JSONB;

SELECT parley_compile_writes();
