import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import { newId } from '../id.ts';
import { claimParty } from '../pool/claim-party.ts';
import { handOver } from './hand-over.ts';
import type { Held } from './plan-handover.ts';

/** One record has changed hands, with what hung on it. */
export type Given = {
  record: { id: string; name: string };
  taker: { id: string; name: string };
  rows: Pick<Held, 'table'>[];
  /** None where nobody had it before. */
  handoverId: string | undefined;
};

type Found = { name: string; ownerId: string | null; version: number; takerName: string | null; mayBeGiven: boolean };

/**
 * Gives one customer to a colleague with what its owner has open there: deals, tasks, tickets (R10). Throws forbidden for
 * whom the actor may give nothing, decided where it is his already.
 */
export async function giveCustomer(core: Core, { customerId, to }: { customerId: string; to: string }): Promise<Given> {
  const [found] = await core.sql<Found>({
    name: 'customer-to-give',
    text: `SELECT c.name, c.owner_id AS "ownerId", c.version, u.name AS "takerName", u.id = ANY (parley_workable()) AS "mayBeGiven"
             FROM seen.customers c LEFT JOIN users u ON u.id = $2 AND u.active WHERE c.id = $1`,
    values: [customerId, to],
  });
  if (!found?.takerName) {
    throw new DomainError('not_found', `customer ${customerId} or user ${to}`);
  }
  const { name, ownerId, version, takerName } = found;
  const given = { record: { id: customerId, name }, taker: { id: to, name: takerName } };
  if (ownerId === to) {
    throw new DomainError('decided', `customer ${customerId} is ${to}'s`, {
      say: { en: `${name} is with ${takerName} already.`, zh: `${name}已由${takerName}负责。` },
    });
  }
  if (!ownerId && to === core.actor.userId) {
    await claimParty(core, customerId);
    return { ...given, rows: [{ table: 'customers' }], handoverId: undefined };
  }
  if (!found.mayBeGiven) {
    throw new DomainError('forbidden', `a customer for ${to}`, {
      say: {
        en: `Only whoever leads ${takerName} may give customers to ${takerName}. Ask your manager.`,
        zh: `只有${takerName}的上级可以给${takerName}分配客户，请联系你的经理。`,
      },
    });
  }
  if (!ownerId) {
    return { ...given, rows: [{ table: 'customers' }], handoverId: giveFromPool(core, { customerId, to, version }) };
  }
  const { to: parts, handovers } = await handOver(core, { personId: ownerId, to: [to], customerId });
  return { ...given, rows: parts.flatMap(({ rows }) => rows), handoverId: handovers[0]?.id };
}

/** Nobody had it, so it is the giver who hands it over. */
function giveFromPool(
  { actor, change }: Core,
  { customerId, to, version }: { customerId: string; to: string; version: number },
): string {
  const id = newId();
  const items = [['customers', customerId]];
  change.insert('handovers', { id, fromId: actor.userId, toId: to, madeBy: actor.userId, items });
  change.update('customers', customerId, { ownerId: to }, { version });
  change.record('handover.given', { handoverId: id, userId: to });
  return id;
}
