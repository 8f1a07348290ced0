import type { Adapter } from '../../bot/contract.ts';
import { asSystem } from '../../core/db/system.ts';
import { claimDeliveries } from '../../core/deliveries/claim-deliveries.ts';
import { claimEvents } from '../../core/outbox/claim-events.ts';
import { deliver } from '../../jobs/deliver.ts';
import type { Desk } from '../../jobs/desk.ts';
import { react } from '../../jobs/react.ts';
import { type Company, ORG } from './company.ts';
import { tempStorage } from './kept-files.ts';
import { quietLog } from './log.ts';

export function deskOf({ database }: Company, ...adapters: Adapter[]): Desk {
  const byName = new Map(adapters.map((adapter) => [adapter.platform, adapter]));
  return { database, org: ORG, adapters: byName, storage: tempStorage(), log: quietLog() };
}

/** Does everything that is due, without a queue, until nothing is. */
export async function runDue(desk: Desk): Promise<void> {
  for (;;) {
    const { events, deliveries } = await asSystem(desk.database, 'relay', async (transaction) => ({
      events: await claimEvents(transaction),
      deliveries: await claimDeliveries(transaction),
    }));
    if (events.length + deliveries.length === 0) return;
    for (const { id } of events) await react(desk, id);
    for (const { id } of deliveries) await deliver(desk, id);
  }
}

/** How every delivery stands, in the order they were planned. */
export async function standings({
  database,
}: Company): Promise<{ notice: string; state: string; reason: string | null }[]> {
  const { rows } = await database.pool.query<{ notice: string; state: string; reason: string | null }>(
    'SELECT notice, state, last_error AS reason FROM deliveries ORDER BY created_at, id',
  );
  return rows;
}
