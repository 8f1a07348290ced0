import { hasRole } from '../actor.ts';
import type { Core } from '../context.ts';
import { dayIn } from '../days.ts';
import { DomainError } from '../errors.ts';
import { claimParty } from '../pool/claim-party.ts';
import { addTask } from '../tasks/add-task.ts';
import type { Locale, Text } from '../text.ts';
import { dropFirstCall, firstCallTo } from './close-lead-tasks.ts';
import { getLead } from './find-leads.ts';
import { findRules, findTakers } from './find-routing.ts';
import { isOpen } from './lead.ts';
import { type Routed, routeLead } from './route-lead.ts';

type Receiver = { id: string; name: string; locale: Locale | null; timeZone: string | null };

/** Who is given a lead, and why him. */
export type Giving = { taker: Receiver; why: Text };

/** Whoever the company's rules say (R4, R5); undefined where nobody is there. */
export async function byRule(
  core: Core,
  lead: Routed,
  { except }: { except?: string } = {},
): Promise<Giving | undefined> {
  const [takers, rules] = await Promise.all([findTakers(core), findRules(core)]);
  return routeLead(
    lead,
    rules,
    takers.filter(({ id }) => id !== except),
  );
}

/** Whom the actor names. Throws not_found for nobody active, forbidden for whom he may give nothing (R10). */
export async function byHand(core: Core, userId: string): Promise<Giving> {
  const { actor } = core;
  const [taker] = await core.sql<Receiver & { mayBeGiven: boolean }>({
    name: 'lead-receiver',
    text: `SELECT id, name, locale, time_zone AS "timeZone", id = ANY (parley_workable()) AS "mayBeGiven" FROM users WHERE id = $1 AND active`,
    values: [userId],
    isRead: true,
  });
  if (!taker) {
    throw new DomainError('not_found', `user ${userId}`);
  }
  if (!taker.mayBeGiven && !hasRole(actor, ['marketing'])) {
    throw new DomainError('forbidden', `a lead for ${userId}`, {
      say: {
        en: `Only whoever leads ${taker.name} may give leads to ${taker.name}. Ask your manager.`,
        zh: `只有${taker.name}的上级可以给${taker.name}分配线索，请联系你的经理。`,
      },
    });
  }
  const why =
    userId === actor.userId
      ? { en: 'taken on', zh: '自己接手' }
      : { en: `given by ${actor.name}`, zh: `由${actor.name}分配` };
  return { taker, why };
}

/** Today's task for whoever was given a lead. */
export function firstCall(core: Core, { id, contact }: { id: string; contact: string }, taker: Receiver): string {
  const timeZone = taker.timeZone ?? core.org.timeZone;
  const title = firstCallTo(contact)[taker.locale ?? core.org.locale];
  const dueOn = dayIn(core.now, timeZone);
  return addTask(core, { title, dueOn, leadId: id }, { ...taker, timeZone }).id;
}

/** Gives an open lead to somebody, or to whoever the rules say; he is told unless that is seen to. Throws decided where it is his already. */
export async function giveLead(
  core: Core,
  { leadId, ownerId }: { leadId: string; ownerId?: string | undefined },
  { tells = true }: { tells?: boolean } = {},
): Promise<{ taker: { id: string; name: string }; taskId: string }> {
  const lead = await getLead(core, leadId);
  if (!isOpen(lead.status)) {
    throw new DomainError('bad_transition', `lead ${leadId} is ${lead.status}`, {
      say: { en: 'This lead has been closed already.', zh: '该线索已关闭或已转化。' },
    });
  }
  if (ownerId && ownerId === lead.ownerId) {
    throw new DomainError('decided', `lead ${leadId} is ${ownerId}'s`, {
      say: {
        en: `${lead.contact} is with ${lead.ownerName} already.`,
        zh: `${lead.contact}已由${lead.ownerName}负责。`,
      },
    });
  }
  if (!lead.ownerId && ownerId === core.actor.userId) {
    await claimParty(core, leadId);
    const taker = { ...core.actor, id: ownerId };
    return { taker, taskId: firstCall(core, lead, taker) };
  }
  const giving = ownerId
    ? await byHand(core, ownerId)
    : await byRule(core, lead, lead.ownerId ? { except: lead.ownerId } : {});
  if (!giving) {
    throw new DomainError('not_found', 'nobody to give a lead to', {
      say: { en: 'The rules name nobody who is there now. Say who.', zh: '按规则暂无可分配的同事，请指定负责人。' },
    });
  }
  const { taker, why } = giving;
  core.change.update(
    'leads',
    leadId,
    { ownerId: taker.id, givenAt: core.now, givenEn: why.en, givenZh: why.zh },
    { version: lead.version },
  );
  if (lead.ownerId) {
    await dropFirstCall(core, { leadId, contact: lead.contact, ownerId: lead.ownerId });
  }
  const taskId = firstCall(core, lead, taker);
  if (tells && taker.id !== core.actor.userId) {
    core.change.record('lead.given', { leadId, taskId });
  }
  return { taker, taskId };
}
