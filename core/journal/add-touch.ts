import type { Core } from '../context.ts';
import { getCustomerWithDeal } from '../customers/sole-deal.ts';
import { type Day, dayIn, instantOf } from '../days.ts';
import { DomainError } from '../errors.ts';
import { newId } from '../id.ts';
import type { TouchKind } from './touch.ts';

export type NewTouch = {
  customerId: string;
  kind: TouchKind;
  what: string;
  on?: Day | undefined;
  /** Where no person typed it: what sent it, when it happened, and whatever else came with it. */
  sent?: { source: string; at: Date; detail: Record<string, string> } | undefined;
};

export type AddedTouch = { id: string; customer: { id: string; name: string }; kind: TouchKind; what: string; on: Day };

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

/** Puts on record what a customer did: downloaded, visited, came to an event (R13, R18). */
export async function addTouch(
  core: Core,
  { customerId, kind, what, sent, on = core.today }: NewTouch,
): Promise<AddedTouch> {
  const { actor, now, today } = core;
  if (on > today) {
    throw new DomainError('bad_input', `a touch on ${on}, after ${today}`, {
      say: { en: 'That lies ahead; I keep what has happened.', zh: '这一天还没到，只能记录已发生的事。' },
    });
  }
  const customer = await getCustomerWithDeal(core, customerId);
  const noon = instantOf(on, NOON, actor.timeZone);
  const isToday = on === dayIn(now, actor.timeZone);
  const id = putTouch(core, { customerId }, { kind, what, sent, at: sent?.at ?? (isToday ? now : noon) });
  return { id, customer: { id: customer.id, name: customer.name }, kind, what, on };
}
