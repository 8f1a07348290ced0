import { type Day, instantOf } from '../days.ts';
import type { Transaction } from '../db/transaction.ts';
import { newId } from '../id.ts';
import type { Organisation } from '../organisation.ts';
import { MORNING } from '../tasks/add-task.ts';
import type { Locale, Text } from '../text.ts';

type Due = {
  objectId: string;
  rule: string;
  name: string;
  customerId: string;
  createdBy: string;
  ownerId: string;
  locale: Locale | null;
  timeZone: string | null;
  task: Text;
  goods: Text[] | null;
};

/**
 * Makes the tasks that rules of own objects ask for by today, for whoever owns the customer; gives how many. What was made is
 * marked in the same transaction, so no restart makes it twice; a customer without an owner waits for one.
 */
export async function remindOwners(
  { sql, change }: Transaction,
  { today, org, limit }: { today: Day; org: Organisation; limit: number },
): Promise<number> {
  const due = await sql<Due>({
    name: 'objects-due',
    text: `SELECT d.object_id AS "objectId", d.rule, o.name, o.customer_id AS "customerId", o.created_by AS "createdBy", u.id AS "ownerId",
                  u.locale, u.time_zone AS "timeZone", r -> 'task' AS task, r -> 'goods' AS goods
             FROM object_dues d JOIN objects o ON o.id = d.object_id JOIN object_types t ON t.id = o.type_id AND t.active
                  JOIN LATERAL jsonb_array_elements(t.rules) r ON r ->> 'key' = d.rule
                  JOIN seen.customers c ON c.id = o.customer_id JOIN users u ON u.id = c.owner_id AND u.active
            WHERE d.due_on <= $1 ORDER BY d.due_on LIMIT $2 FOR UPDATE OF d SKIP LOCKED`,
    values: [today, limit],
  });
  for (const { name, customerId, createdBy, ownerId, locale, timeZone, task, goods } of due) {
    change.insert('tasks', {
      id: newId(),
      title: task[locale ?? org.locale].replace('{name}', () => name).slice(0, 200),
      ownerId,
      createdBy,
      customerId,
      ...(goods ? { goods } : {}),
      dueOn: today,
      // Due since midnight, reminded of in the morning; what is made later than that, at once.
      remindAt: instantOf(today, MORNING, timeZone ?? org.timeZone),
    });
  }
  await sql({
    name: 'objects-due-done',
    text: `UPDATE object_dues d SET last_on = $3, due_on = CASE WHEN (r ->> 'repeats')::boolean
               THEN parley_next_due((o."values" ->> (r ->> 'field'))::date, (r ->> 'days')::int, true, $3::date + 1) END
             FROM objects o JOIN object_types t ON t.id = o.type_id CROSS JOIN LATERAL jsonb_array_elements(t.rules) r,
                  unnest($1::uuid[], $2::text[]) AS n (id, rule)
            WHERE d.object_id = n.id AND d.rule = n.rule AND o.id = d.object_id AND r ->> 'key' = d.rule`,
    values: [due.map(({ objectId }) => objectId), due.map(({ rule }) => rule), today],
  });
  return due.length;
}
