import { hasRole } from '../actor.ts';
import type { Core } from '../context.ts';
import { dayIn } from '../days.ts';
import { DomainError } from '../errors.ts';
import { claimParties } from '../pool/claim-party.ts';
import { addTask } from '../tasks/add-task.ts';
import { tellFormerOwners } from '../tasks/tell-owner.ts';
import type { Locale, Text } from '../text.ts';
import { dropFirstCalls, firstCallTo } from './close-lead-tasks.ts';
import { getLead, type LeadLine } from './find-leads.ts';
import { findRules, findTakers } from './find-routing.ts';
import { findPlanned, findShelved, type Planned, passTasks, unshelve } from './pass-tasks.ts';
import { refuseClosedLead } from './refuse-closed-lead.ts';
import { type Routed, routeLead, type Taker } from './route-lead.ts';

type Receiver = { id: string; name: string; locale: Locale | null; timeZone: string | null };

/** Who is given a lead, and why him. */
export type Giving = { taker: Receiver; why: Text };

/** Whoever the company's rules say (R4, R5); undefined where nobody is there. */
export async function byRule(core: Core, lead: Routed): Promise<Giving | undefined> {
  const [takers, rules] = await Promise.all([findTakers(core), findRules(core)]);
  return routeLead(lead, rules, takers);
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

/**
 * Gives an open lead to somebody, or to whoever the rules say; he is told. Says what was planned with it and goes along. Throws
 * decided where it is his already.
 */
export async function giveLead(
  core: Core,
  { leadId, ownerId }: { leadId: string; ownerId?: string | undefined },
): Promise<readonly Planned[]> {
  const [given] = await give(core, [await getLead(core, leadId)], ownerId);
  if (given && given.taker.id !== core.actor.userId) {
    core.change.record('lead.given', { leadId, taskId: given.taskId });
  }
  return given?.planned ?? [];
}

export type Given<Lead extends Givable> = {
  lead: Lead;
  taker: { id: string; name: string };
  taskId: string;
  planned: Planned[];
};

type Givable = Pick<LeadLine, keyof Routed | 'id' | 'contact' | 'status' | 'ownerId' | 'ownerName' | 'version'>;

/** Gives these, with a task each and with what was planned with them, of which whoever planned it is told. What is needed for it is read once; by rule, each counts what the one before was given. */
export async function give<Lead extends Givable>(
  core: Core,
  leads: readonly Lead[],
  ownerId: string | undefined,
): Promise<Given<Lead>[]> {
  for (const lead of leads) {
    await refuseClosedLead(core, lead);
    refuseTaken(lead, ownerId);
  }
  const self = core.actor.userId;
  const isPool = (lead: Lead) => lead.ownerId === null && ownerId === self;
  const owned = leads.flatMap(({ id: leadId, ownerId: before }) => (before ? [{ leadId, ownerId: before }] : []));
  const [giverOf, planned, shelved] = await Promise.all([
    leads.every(isPool) ? undefined : ownerId ? byName(core, ownerId) : byRules(core),
    findPlanned(core, owned),
    findShelved(
      core,
      leads.filter((lead) => lead.ownerId === null).map(({ id }) => id),
    ),
    dropFirstCalls(core, owned),
  ]);
  const givings = leads.map((lead) => ({ lead, giving: isPool(lead) ? undefined : giverOf?.(lead) }));
  // Also what the rules would give to whoever asks them: he takes it out of the pool himself (R10).
  const isClaim = ({ lead, giving }: (typeof givings)[number]) =>
    lead.ownerId === null && (giving === undefined || giving.taker.id === self);
  const claimed = givings.filter(isClaim).map(({ lead }) => lead.id);
  if (claimed.length > 0) {
    await claimParties(core, claimed);
  }
  tellFormerOwners(
    core,
    leads.flatMap(({ id, ownerId: had }) => (had && planned.some(({ leadId }) => leadId === id) ? [had] : [])),
  );
  const beyond = planned.length === 0 ? new Set<string>() : await findBeyond(core, givings);
  return givings.map((each) => {
    const { lead, giving } = each;
    if (giving && !isClaim(each)) {
      const { taker, why } = giving;
      core.change.update(
        'leads',
        lead.id,
        { ownerId: taker.id, givenAt: core.now, givenEn: why.en, givenZh: why.zh },
        { version: lead.version },
      );
    }
    const taker = giving?.taker ?? { ...core.actor, id: core.actor.userId };
    const owner = { ...taker, timeZone: taker.timeZone ?? core.org.timeZone };
    const passed = passTasks(
      core,
      planned.filter(({ leadId }) => leadId === lead.id),
      { ...owner, mayBeGiven: !beyond.has(owner.id) },
    );
    const taken = unshelve(core, shelved.get(lead.id) ?? [], { leadId: lead.id }, owner);
    return { lead, taker, taskId: firstCall(core, lead, taker), planned: [...passed, ...taken] };
  });
}

function refuseTaken({ id, contact, ownerId: owner, ownerName }: Givable, ownerId: string | undefined): void {
  if (ownerId && ownerId === owner) {
    throw new DomainError('decided', `lead ${id} is ${ownerId}'s`, {
      say: { en: `${contact} is with ${ownerName} already.`, zh: `${contact}已由${ownerName}负责。` },
    });
  }
}

/** Whom the actor gives leads, as marketing does, and may give no tasks. */
async function findBeyond(
  core: Core,
  givings: readonly { giving: Giving | undefined }[],
): Promise<ReadonlySet<string>> {
  const ids = [...new Set(givings.flatMap(({ giving }) => giving?.taker.id ?? []))];
  const beyond = hasRole(core.actor, ['marketing'])
    ? await core.sql<{ id: string }>({
        name: 'lead-takers-beyond',
        text: 'SELECT id FROM unnest($1::uuid[]) AS g (id) WHERE NOT id = ANY (parley_workable())',
        values: [ids],
        isRead: true,
      })
    : [];
  return new Set(beyond.map(({ id }) => id));
}

async function byName(core: Core, ownerId: string): Promise<() => Giving> {
  const giving = await byHand(core, ownerId);
  return () => giving;
}

/** Never back to whom it is taken from. */
async function byRules(core: Core): Promise<(lead: Givable) => Giving> {
  const [found, rules] = await Promise.all([findTakers(core), findRules(core)]);
  let takers = found;
  return (lead) => {
    const giving = routeLead(
      lead,
      rules,
      takers.filter(({ id }) => id !== lead.ownerId),
    );
    if (!giving) {
      throw new DomainError('not_found', 'nobody to give a lead to', {
        say: { en: 'The rules name nobody who is there now. Say who.', zh: '按规则暂无可分配的同事，请指定负责人。' },
      });
    }
    takers = takers.map((taker) => afterwards(taker, lead, giving.taker));
    return giving;
  };
}

/** What somebody has in hand once a lead has gone to `to`. */
function afterwards(taker: Taker, lead: Givable, to: Pick<Taker, 'id'>): Taker {
  if (taker.id === to.id) {
    return { ...taker, open: taker.open + 1, recent: taker.recent + 1 };
  }
  return taker.id === lead.ownerId ? { ...taker, open: taker.open - 1 } : taker;
}
