import { checkAudit, claimChecks, getCheck } from '../../core/audit/audit-check.ts';
import { asSystem } from '../../core/db/system.ts';
import { planDelivery } from '../../core/deliveries/plan-delivery.ts';
import type { Desk } from '../desk.ts';
import type { Schedule } from './schedule.ts';

/** Reads the audit chain when an admin asks, and once a day. Whoever asked hears what it came to; all admins that it is broken. */
export const checkAudits: Schedule = {
  name: 'check-audit',
  everyMs: 15_000,

  async look(desk) {
    for (const id of await claimChecks(desk.database)) {
      const { kind } = await checkAudit(desk.database, { id, key: desk.auditKey });
      await tell(desk, { id, isBroken: kind === 'broken' });
      if (kind === 'broken') {
        desk.log.error({ check: id }, 'the audit chain is broken');
      }
    }
  },
};

async function tell({ database }: Desk, { id, isBroken }: { id: string; isBroken: boolean }): Promise<void> {
  const asked = await asSystem(database, 'sealer', (transaction) => getCheck(transaction, id));
  await asSystem(database, 'schedule', async (transaction) => {
    const admins = await transaction.sql<{ id: string }>({
      name: 'admins-to-tell',
      text: `SELECT id FROM users WHERE active AND 'admin' = ANY (roles) AND ($1 OR id = $2)`,
      values: [isBroken, asked?.askedBy ?? null],
    });
    for (const { id: userId } of admins) {
      const effectKey = `audit:${id}:${userId}`;
      await planDelivery(transaction, { effectKey, userId, notice: 'auditChecked', subject: { checkId: id } });
    }
  });
  database.onEvents();
}
