-- A task that a ticket made says so: whoever takes the ticket back takes it back too (R106).
-- AlterTable
ALTER TABLE "tasks" ADD COLUMN     "ticket_id" UUID;

-- CreateIndex
CREATE INDEX "tasks_ticket_id_idx" ON "tasks"("ticket_id");

-- AddForeignKey
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "service_tickets"("id") ON DELETE SET NULL ON UPDATE CASCADE;

SELECT parley_compile_writes();
