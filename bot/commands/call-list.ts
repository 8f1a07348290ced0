import { z } from 'zod';
import type { Core } from '../../core/context.ts';
import { getCustomer } from '../../core/customers/get-customer.ts';
import { DomainError } from '../../core/errors.ts';
import { isId } from '../../core/id.ts';
import { getLead } from '../../core/leads/find-leads.ts';
import { findOutcomes } from '../../core/leads/find-outcomes.ts';
import { namesIn } from '../../core/questions/ask-question.ts';
import { getSegment } from '../../core/segments/find-segments.ts';
import { type CalledParty, SKIP_NAMES, SKIP_REASONS } from '../../core/segments/segment.ts';
import { currentList, partyInHand, type Verdict, workCallList } from '../../core/segments/work-call-list.ts';
import { getParty } from '../../core/tags/party.ts';
import { momentOf, SNOOZES } from '../../core/tasks/snooze-task.ts';
import type { Card } from '../cards/card.ts';
import { type Command, defineCommand, EVERYBODY } from '../command.ts';
import type { Reply } from '../contract.ts';
import { choiceField, dayField, hiddenId, keyField, noteField, recordField, textField } from '../fields/common.ts';
import { optional } from '../fields/field.ts';
import { HAPPENED } from '../fields/follow-up.ts';
import { LEAD_RECORDS } from '../fields/lead-records.ts';
import { onlyMeant } from '../fields/meant.ts';
import { refuseUnallowed } from '../refuse-unallowed.ts';
import { type Call, callCard, callsDoneCard, leadCallCard } from '../views/call-list.ts';
import { ruleText } from '../views/segment.ts';
import { SNOOZE_NAMES } from '../views/task.ts';
import { viewer } from '../views/viewer.ts';
import { followUpLog } from './follow-up.ts';
import { leadLog, leadOutcome } from './lead-work.ts';
import { drawSegments } from './segment.ts';

const AT = {
  segment: optional(recordField('segment', { en: 'List', zh: '名单' }, { positional: true })),
  customer: optional(hiddenId()),
  lead: optional(hiddenId()),
};

type At = { segment?: string | undefined; customer?: string | undefined; lead?: string | undefined };

/** The list that was said, else the one in hand; where there is none, those there are to choose from. */
async function goOn(core: Core, at: At, verdict?: Verdict): Promise<Reply> {
  const id = at.segment ?? (await currentList(core));
  if (!id) {
    return { kind: 'card', card: await drawSegments(core) };
  }
  const segment = await getSegment(core, id);
  const next = await workCallList(core, segment, verdict && { ...verdict, partyId: partyOf(at) });
  if (!next.party) {
    return { kind: 'card', card: callsDoneCard(segment, next, viewer(core)) };
  }
  const asked = await namesIn(core, segment.question);
  const why = ruleText(segment.question, viewer(core), { currency: core.org.currency, ...asked });
  return { kind: 'card', card: await draw(core, { segment, next, why }, next.party) };
}

const partyOf = ({ customer, lead }: At) => customer ?? lead;

async function draw(core: Core, call: Call, { entity, id }: CalledParty): Promise<Card> {
  switch (entity) {
    case 'customer':
      return callCard(call, await getCustomer(core, id), viewer(core));
    case 'lead': {
      const [lead, outcomes] = await Promise.all([getLead(core, id), findOutcomes(core)]);
      return leadCallCard(call, { lead, outcomes }, viewer(core));
    }
  }
}

const callListNext = defineCommand({
  name: 'call-list.next',
  words: { en: ['call list', 'call-list', 'next call'], zh: ['开始联系', '外呼', '下一个'] },
  summary: { en: 'Call those on a list one by one', zh: '按名单逐个联系' },
  submit: { en: 'Start calling', zh: '开始联系' },
  examples: { en: ['call list Dormant customers'], zh: ['开始联系 老客户回访'] },
  effect: 'log',
  allow: EVERYBODY,
  undoable: false,
  input: z.strictObject(AT),
  // Whoever names a list begins, or looks again at whom he has; whoever only says “next” leaves that one.
  run: (core, at) => goOn(core, at, partyOf(at) || !at.segment ? { state: 'passed' } : undefined),
});

const callListSkip = defineCommand({
  name: 'call-list.skip',
  words: { en: ['call list skip', 'skip'], zh: ['跳过'] },
  summary: { en: 'Leave out whoever is in hand', zh: '跳过名单上的这一个' },
  submit: { en: 'Skip', zh: '跳过' },
  examples: { en: ['skip --reason "Wrong number"'], zh: ['跳过 --原因 号码有误'] },
  effect: 'log',
  allow: EVERYBODY,
  input: z.strictObject({ ...AT, reason: choiceField(SKIP_REASONS, SKIP_NAMES, { en: 'Reason', zh: '原因' }) }),
  /** Whoever has somebody in hand means him. */
  hides: async (core) => ((await partyInHand(core)) ? ['segment'] : []),
  run: (core, { reason, ...at }) => goOn(core, at, { state: 'skipped', reason }),
});

const callListLater = defineCommand({
  name: 'call-list.later',
  words: { en: ['call list later'], zh: ['稍后联系'] },
  summary: { en: 'Call whoever is in hand later', zh: '名单上的这一个稍后联系' },
  submit: { en: 'Call later', zh: '稍后联系' },
  examples: { en: ['call list later --until tomorrow'], zh: ['稍后联系 --时间 明天'] },
  effect: 'log',
  allow: EVERYBODY,
  input: z.strictObject({ ...AT, until: choiceField(SNOOZES, SNOOZE_NAMES, { en: 'Until', zh: '时间' }) }),
  run: (core, { until, ...at }) =>
    goOn(core, at, { state: 'snoozed', until: momentOf(core.now, until, core.actor.timeZone) }),
});

/** Of nobody in hand, nor spoken of: who was called may be a customer or a lead. */
const calledSomebody = (): Command =>
  defineCommand({
    ...callListCalled,
    summary: { en: 'How a call went', zh: '记录通话' },
    input: z.strictObject({
      party: recordField('party', WHOM, { positional: true }),
      ...CALLED,
      // A customer's call has none of a lead's outcomes: what was said of it goes along, and none is chosen here.
      outcome: optional(keyField('outcome', OUTCOME, { hidden: true })),
    }),
  });

/** Whom a form or a line names; undefined as long as it is not clear. */
async function partyNamed(core: Core, said: unknown): Promise<{ entity: 'customer' | 'lead'; id: string } | undefined> {
  if (typeof said !== 'string') {
    return undefined;
  }
  const only = isId(said) ? { id: said } : onlyMeant(await LEAD_RECORDS.party.find(core, said));
  return only && getParty(core, only.id).catch(noneWhereGone);
}

/** Removed or out of sight since it was offered: it is asked for again. */
function noneWhereGone(error: unknown): undefined {
  if (!(error instanceof DomainError && error.code === 'not_found')) {
    throw error;
  }
}

const OUTCOME = { en: 'Outcome', zh: '结果' };
const WHOM = { en: 'Customer or lead', zh: '客户或线索' };

const CALLED = {
  note: noteField(HAPPENED, { positional: true }),
  outcome: optional(keyField('outcome', OUTCOME)),
  nextStep: optional(textField({ en: 'Next step', zh: '下一步' })),
  nextOn: optional(dayField({ en: 'Next on', zh: '下一步日期' })),
};

/** Said of nobody by name: how the call with whoever is in hand went. */
const callListCalled = defineCommand({
  name: 'call-list.called',
  words: { en: ['call list log', 'call-list log'], zh: ['记录名单通话', '名单通话'] },
  summary: { en: 'How the call with whoever is in hand went', zh: '记录与名单上当前这一个的通话' },
  submit: { en: 'Log it', zh: '记录' },
  examples: {
    en: ['call list log "Wants a quote" --next-step "Call back" --next-on "next Tuesday"'],
    zh: ['记录名单通话 聊了续约 --下一步 回访 --下一步日期 下周二'],
  },
  effect: 'log',
  allow: EVERYBODY,
  input: z.strictObject({
    // Who was spoken of last, of whom it is where nobody is in hand.
    customer: AT.customer,
    lead: AT.lead,
    ...CALLED,
  }),
  /** It is logged with the lead or the customer in hand, else with whoever was spoken of last; with nobody it is asked with whom it was. */
  async tailor(core, { input: { party: named, customer, lead, ...called } }) {
    const party = named === undefined ? await partyInHand(core) : await partyNamed(core, named);
    const of: { lead?: unknown; customer?: unknown } = party ? { [party.entity]: party.id } : { lead, customer };
    if (of.lead === undefined && of.customer === undefined) {
      const isKept = typeof named === 'string' && !isId(named);
      return { command: calledSomebody(), input: isKept ? { ...called, party: named } : called };
    }
    const { outcome, nextStep, ...said } = called;
    const next = nextStep === undefined ? {} : { nextStep };
    if (of.lead === undefined) {
      return { command: followUpLog, input: { customer: of.customer, kind: 'call', ...said, ...next } };
    }
    const command: Command = outcome === undefined ? leadLog : leadOutcome;
    await refuseUnallowed(core, command);
    if (outcome === undefined) {
      return { command, input: { lead: of.lead, kind: 'call', ...next, ...said } };
    }
    // An outcome plans its own next call: another step stays in the words.
    const note = [said.note, nextStep].filter(Boolean).join({ en: '; ', zh: '；' }[core.actor.locale]);
    return { command, input: { lead: of.lead, outcome, ...said, ...(note ? { note } : {}) } };
  },
  run: async () => {
    throw new Error('a call is logged with whom it was');
  },
});

/** In the order help shows them. */
export const callList = [callListNext, callListCalled, callListSkip, callListLater] as const;
