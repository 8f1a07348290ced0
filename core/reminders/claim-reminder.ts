import { timeIn } from '../days.ts';
import type { Transaction } from '../db/transaction.ts';
import { planDelivery } from '../deliveries/plan-delivery.ts';
import type { Organisation } from '../organisation.ts';
import { MORNING } from '../tasks/add-task.ts';

type Claimed = { ownerId: string; dueTime: string | null; remindAt: Date; timeZone: string | null };

/**
 * Takes a due reminder off its task and plans its delivery, both or neither; of several claims one wins. False when it is
 * not due any more. The task's version stays: a reminder that went out must not stand in the way of an Undo.
 */
export async function claimReminder(transaction: Transaction, taskId: string, org: Organisation): Promise<boolean> {
  const [claimed] = await transaction.sql<Claimed>({
    name: 'reminder-claim',
    text: `UPDATE tasks t SET remind_at = NULL
             FROM (SELECT t.id, t.remind_at, u.time_zone FROM tasks t JOIN users u ON u.id = t.owner_id
                    WHERE t.id = $1 AND t.remind_at <= parley_now() AND t.done_at IS NULL FOR UPDATE OF t) due
            WHERE t.id = due.id
        RETURNING t.owner_id AS "ownerId", t.due_time AS "dueTime", due.remind_at AS "remindAt", due.time_zone AS "timeZone"`,
    values: [taskId],
  });
  if (!claimed) {
    return false;
  }
  const { ownerId, dueTime, remindAt, timeZone } = claimed;
  const isDefault = dueTime === null && timeIn(remindAt, timeZone ?? org.timeZone) === MORNING;
  return planDelivery(transaction, {
    effectKey: `reminder:${taskId}:${remindAt.toISOString()}`,
    userId: ownerId,
    notice: 'reminder',
    subject: { taskId, timed: !isDefault },
  });
}
