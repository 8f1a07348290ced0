import type { Transaction } from '../db/transaction.ts';
import type { Organisation } from '../organisation.ts';
import { planDelivery } from './plan-delivery.ts';
import { workdayDue } from './workday-due.ts';

/** What comes once a working day, at a time each person sets for himself, and where that time stands. */
const AT = { digest: 'digest_at', reportDue: 'report_at' } as const;

type Row = { id: string; at: string; timeZone: string | null; now: Date };

/**
 * Plans the messages whose time of day has come, one for each person and local day whoever plans them and how often.
 * Judged by the database's clock; returns how many are new.
 */
export async function planWorkday(
  transaction: Transaction,
  notice: keyof typeof AT,
  org: Organisation,
): Promise<number> {
  const people = await transaction.sql<Row>({
    name: `${notice}-people-due`,
    text: `SELECT id, ${AT[notice]} AS "at", time_zone AS "timeZone", parley_now() AS now FROM users WHERE active`,
  });
  const due = people.flatMap(({ id, at, timeZone, now }) => {
    const day = workdayDue(now, { at, timeZone: timeZone ?? org.timeZone });
    return day ? [{ userId: id, day, effectKey: `${notice}:${id}:${day}` }] : [];
  });
  const planned = await transaction.sql<{ key: string }>({
    name: 'workday-planned',
    text: 'SELECT effect_key AS key FROM deliveries WHERE effect_key = ANY ($1)',
    values: [due.map(({ effectKey }) => effectKey)],
  });
  const isPlanned = new Set(planned.map(({ key }) => key));
  let added = 0;
  for (const { userId, day, effectKey } of due) {
    if (!isPlanned.has(effectKey)) {
      added += Number(await planDelivery(transaction, { effectKey, userId, notice, subject: { day } }));
    }
  }
  return added;
}
