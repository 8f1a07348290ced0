-- A rule may name one colleague: leads from the website go to Jim.
-- AlterTable
ALTER TABLE "assignment_rules" ADD COLUMN     "user_id" UUID;

-- AddForeignKey
ALTER TABLE "assignment_rules" ADD CONSTRAINT "assignment_rules_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE assignment_rules ADD CONSTRAINT assignment_rules_whose CHECK (user_id IS NULL OR team_id IS NULL);

SELECT parley_compile_writes();
