import type { Transaction } from '../db/transaction.ts';
import { planDelivery } from '../deliveries/plan-delivery.ts';
import type { Organisation } from '../organisation.ts';
import { digestDue } from './digest-time.ts';

type Row = { id: string; digestAt: string; timeZone: string | null; now: Date };

/**
 * Plans the digests whose time has come, one for each person and local day whoever plans them and how often.
 * Judged by the database's clock; returns how many are new.
 */
export async function planDigests(transaction: Transaction, org: Organisation): Promise<number> {
  const people = await transaction.sql<Row>({
    name: 'digest-people-due',
    text: `SELECT id, digest_at AS "digestAt", time_zone AS "timeZone", parley_now() AS now FROM users WHERE active`,
  });
  const due = people.flatMap(({ id, digestAt, timeZone, now }) => {
    const day = digestDue(now, { digestAt, timeZone: timeZone ?? org.timeZone });
    return day ? [{ userId: id, day, effectKey: `digest:${id}:${day}` }] : [];
  });
  const planned = await transaction.sql<{ key: string }>({
    name: 'digests-planned',
    text: 'SELECT effect_key AS key FROM deliveries WHERE effect_key = ANY ($1)',
    values: [due.map(({ effectKey }) => effectKey)],
  });
  const isPlanned = new Set(planned.map(({ key }) => key));
  let added = 0;
  for (const { userId, day, effectKey } of due) {
    if (!isPlanned.has(effectKey)) {
      added += Number(await planDelivery(transaction, { effectKey, userId, notice: 'digest', subject: { day } }));
    }
  }
  return added;
}
