import type { Core } from '../context.ts';
import { type Day, dayIn, instantOf } from '../days.ts';
import { DomainError } from '../errors.ts';
import { newId } from '../id.ts';
import type { TouchKind } from './touch.ts';

export type NewTouch = {
  /** A customer or a lead. */
  partyId: string;
  kind: TouchKind;
  what: string;
  on?: Day | undefined;
  /** Where no person typed it: what sent it, when it happened, and whatever else came with it. */
  sent?: { source: string; at: Date; detail: Record<string, string> } | undefined;
};

export type Party = { entity: 'customer' | 'lead'; id: string; name: string };

export type AddedTouch = { id: string; party: Party; kind: TouchKind; what: string; on: Day };

/** When a touch happened of which only the day is known. */
const NOON = '12:00';

/** What was done, by whom, and what told us. */
type Done = Pick<NewTouch, 'kind' | 'what' | 'sent'> & { at: Date };

/** Puts on record what somebody did; by a lead, it goes on with the customer he becomes. */
export function putTouch(
  { change, actor }: Core,
  whose: { customerId: string } | { leadId: string },
  { kind, what, at, sent }: Done,
): string {
  const id = newId();
  change.insert('touches', {
    id,
    ...whose,
    kind,
    what,
    occurredAt: at,
    ...(sent ? { source: sent.source, detail: sent.detail } : {}),
    createdBy: actor.userId,
  });
  return id;
}

/**
 * Puts on record what a customer or a lead did: downloaded, visited, came to an event (R13, R18). Of a lead that has become a
 * customer it is the customer's. Throws not_found, bad_input for a day that is yet to come.
 */
export async function addTouch(
  core: Core,
  { partyId, kind, what, sent, on = core.today }: NewTouch,
): Promise<AddedTouch> {
  const typedAt = momentOfTouch(core, on);
  const party = await getWhose(core, partyId);
  const whose = party.entity === 'customer' ? { customerId: party.id } : { leadId: party.id };
  const id = putTouch(core, whose, { kind, what, sent, at: sent?.at ?? typedAt });
  return { id, party, kind, what, on };
}

/** When a touch was of which a person says the day. Throws bad_input for a day that is yet to come. */
export function momentOfTouch({ actor, now, today }: Core, on: Day): Date {
  if (on > today) {
    throw new DomainError('bad_input', `a touch on ${on}, after ${today}`, {
      say: { en: 'That lies ahead; I keep what has happened.', zh: '这一天还没到，只能记录已发生的事。' },
    });
  }
  return on === dayIn(now, actor.timeZone) ? now : instantOf(on, NOON, actor.timeZone);
}

async function getWhose(core: Core, id: string): Promise<Party> {
  const [party] = await core.sql<Party>({
    name: 'touch-whose',
    text: `SELECT 'lead' AS entity, l.id, concat_ws(' · ', l.contact_name, l.company) AS name FROM seen.leads l WHERE l.id = $1 AND l.customer_id IS NULL
           UNION ALL SELECT 'customer', c.id, c.name FROM seen.customers c
            WHERE c.id = coalesce((SELECT l.customer_id FROM seen.leads l WHERE l.id = $1), $1)`,
    values: [id],
    isRead: true,
  });
  if (!party) {
    throw new DomainError('not_found', `party ${id}`);
  }
  return party;
}
