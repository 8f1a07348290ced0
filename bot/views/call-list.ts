import type { Customer360 } from '../../core/customers/get-customer.ts';
import { FOLLOW_UP_NAMES } from '../../core/follow-ups/follow-up.ts';
import type { LeadDetail } from '../../core/leads/find-leads.ts';
import type { LeadOutcome } from '../../core/leads/find-outcomes.ts';
import type { NextCall } from '../../core/segments/find-next-call.ts';
import type { CallState, Segment } from '../../core/segments/segment.ts';
import type { Snooze } from '../../core/tasks/snooze-task.ts';
import type { Text } from '../../core/text.ts';
import type { Card, CardNode, Rich } from '../cards/card.ts';
import { press } from '../press.ts';
import { ticketMark } from './customer.ts';
import { bracketed, day, money, phone as phoneOf, type Viewer } from './format.ts';
import { leadName } from './lead.ts';
import { SNOOZE_NAMES } from './task.ts';
import { tierText } from './tier.ts';
import { OPEN_CUSTOMER, OWNER } from './words.ts';

const LOG: Text = { en: 'Called: log it', zh: '已联系，记录' };
const NEXT: Text = { en: 'Next', zh: '下一个' };
const SKIP: Text = { en: 'Skip', zh: '跳过' };
const LATER: Text = { en: 'Tomorrow', zh: '明天再联系' };
const OPEN_LEAD: Text = { en: 'Open lead', zh: '查看线索' };
const SOURCE: Text = { en: 'Source', zh: '来源' };
const WHY: Text = { en: 'On the list', zh: '入选原因' };
const PHONE: Text = { en: 'Phone', zh: '电话' };
const LAST: Text = { en: 'Last touch', zh: '最近跟进' };
const NEVER: Text = { en: 'none yet', zh: '暂无' };
const TALK: Text = { en: 'Talk about', zh: '可以聊' };
const TIER: Text = { en: 'Tier', zh: '等级' };
/** Whom to call, at most. */
const REACHED = 3;

export type Call = { segment: Segment; next: NextCall; why: string };

/** One customer at a time: what he waits for, why he is here, how to reach him, what to say; then what became of it. */
export function callCard({ segment, next, why }: Call, customer: Customer360, viewer: Viewer): Card {
  const { locale } = viewer;
  const { id, name, followUps } = customer;
  const at = { segment: segment.id, customer: id };
  const [latest] = followUps;
  return {
    title: name,
    about: { entity: 'customer', recordId: id },
    body: [
      progress(segment, next, viewer),
      ...ticketMark(customer.tickets, viewer),
      { type: 'facts', facts: facts(customer, why, viewer) },
      ...(latest?.note ? [{ type: 'text' as const, text: latest.note, muted: true }] : []),
      {
        type: 'actions',
        buttons: [
          press(LOG, locale, 'follow-up.log', { customer: id, kind: 'call' }, { style: 'primary' }),
          press(NEXT, locale, 'call-list.next', at),
          press(SKIP, locale, 'call-list.skip', at),
          ...later(at, ['tomorrow'], locale),
        ],
        more: [
          ...later(at, ['1h', 'next_week'], locale),
          press(OPEN_CUSTOMER, locale, 'customer.show', { customer: id }),
        ],
      },
    ],
  };
}

type At = { segment: string; customer: string } | { segment: string; lead: string };

const later = (at: At, until: readonly Snooze[], locale: Viewer['locale']) =>
  until.map((when) =>
    press(when === 'tomorrow' ? LATER : SNOOZE_NAMES[when], locale, 'call-list.later', { ...at, until: when }),
  );

/** How many ways a call usually ends stand on a lead's card. */
const QUICK = 3;

/** One lead at a time; how the call ended is one press (R7, R8). */
export function leadCallCard(
  { segment, next, why }: Call,
  { lead, outcomes }: { lead: LeadDetail; outcomes: readonly LeadOutcome[] },
  viewer: Viewer,
): Card {
  const { locale } = viewer;
  const { id, followUps } = lead;
  const at = { segment: segment.id, lead: id };
  const [latest] = followUps;
  const ended = outcomes.map(({ key, name }) => press(name, locale, 'lead.outcome', { lead: id, outcome: key }));
  return {
    title: leadName(lead),
    about: { entity: 'lead', recordId: id },
    body: [
      progress(segment, next, viewer),
      { type: 'facts', facts: leadFacts(lead, why, viewer) },
      ...(latest?.note ? [{ type: 'text' as const, text: latest.note, muted: true }] : []),
      {
        type: 'actions',
        buttons: [
          ...ended.slice(0, QUICK),
          press(NEXT, locale, 'call-list.next', at),
          press(SKIP, locale, 'call-list.skip', at),
        ],
        more: [
          ...ended.slice(QUICK),
          ...later(at, ['tomorrow', '1h', 'next_week'], locale),
          press(OPEN_LEAD, locale, 'lead.show', { lead: id }),
        ],
      },
    ],
  };
}

function leadFacts(lead: LeadDetail, why: string, viewer: Viewer): { label: string; value: Rich }[] {
  const { locale } = viewer;
  const [latest] = lead.followUps;
  const all: [string, Rich | null | undefined][] = [
    [WHY[locale], why],
    [PHONE[locale], lead.phone && [phoneOf(lead.phone)]],
    [SOURCE[locale], lead.source?.[locale]],
    [TALK[locale], lead.enquiries[0]?.note ?? lead.note],
    [LAST[locale], latest ? touchText(latest, viewer) : NEVER[locale]],
    [OWNER[locale], lead.ownerName],
  ];
  return all.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

const touchText = (
  { happenedOn, kind, authorName }: LeadDetail['followUps'][number] | Customer360['followUps'][number],
  viewer: Viewer,
) => [day(happenedOn, viewer), FOLLOW_UP_NAMES[kind][viewer.locale], authorName].join(' · ');

function progress({ name }: Segment, { done, left, elsewhere }: NextCall, { locale }: Viewer): CardNode {
  const all = done + left + elsewhere;
  const text: Text = {
    en: `${done} of ${all} done, ${left} to go`,
    zh: `已处理 ${done} / ${all}，还剩 ${left}`,
  };
  return { type: 'progress', label: name, value: all === 0 ? 1 : done / all, text: text[locale] };
}

function facts(customer: Customer360, why: string, viewer: Viewer): { label: string; value: Rich }[] {
  const { locale } = viewer;
  const { phone, contacts, followUps, tier, ownerName } = customer;
  const [latest] = followUps;
  const reached = contacts.filter((contact) => contact.phone !== null && contact.leftOn === null).slice(0, REACHED);
  const all: [string, Rich | null | undefined][] = [
    [WHY[locale], why],
    // A number is said once, with whoever answers it.
    [PHONE[locale], phone && !reached.some((contact) => contact.phone === phone) ? [phoneOf(phone)] : null],
    ...reached.map(({ name, title, phone: own }): [string, Rich | null] => [
      title ? `${name}${bracketed(title, locale)}` : name,
      own && [phoneOf(own)],
    ]),
    [LAST[locale], latest ? touchText(latest, viewer) : NEVER[locale]],
    [TALK[locale], talkPoint(customer, viewer)],
    [TIER[locale], tier && tierText(tier, viewer)],
    [OWNER[locale], ownerName],
  ];
  return all.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

/** What was promised comes first, then the deal that is open. */
function talkPoint({ tasks, opportunities }: Customer360, viewer: Viewer): string | null {
  const [task] = tasks;
  if (task) {
    return [task.title, task.dueOn ? day(task.dueOn, viewer) : ''].filter(Boolean).join(' · ');
  }
  const [deal] = opportunities;
  const amount = deal && deal.amount !== null ? money(BigInt(deal.amount), deal.currency, viewer) : '';
  return deal ? [deal.name, deal.stage[viewer.locale], amount].filter(Boolean).join(' · ') : null;
}

const STATE_NAMES: Readonly<Record<Exclude<CallState, 'claimed'>, Text>> = {
  called: { en: 'Called', zh: '已联系' },
  passed: { en: 'Not reached, back tomorrow', zh: '未记录，明天再来' },
  skipped: { en: 'Skipped', zh: '已跳过' },
  snoozed: { en: 'Later', zh: '稍后联系' },
};

/** Nobody is left: what became of them. */
export function callsDoneCard({ id, name }: Segment, next: NextCall, viewer: Viewer): Card {
  const { locale } = viewer;
  const states = Object.entries(STATE_NAMES).flatMap(([state, label]) => {
    const count = next.mine[state as CallState] ?? 0;
    return count > 0 ? [{ label: label[locale], value: String(count) }] : [];
  });
  const mine = states.reduce((sum, { value }) => sum + Number(value), 0);
  const others = [
    ...(next.done > mine
      ? [{ label: { en: 'By colleagues', zh: '同事已处理' }[locale], value: String(next.done - mine) }]
      : []),
    ...(next.elsewhere > 0
      ? [{ label: { en: 'With a colleague now', zh: '同事正在联系' }[locale], value: String(next.elsewhere) }]
      : []),
  ];
  const all = [...states, ...others];
  const isEmpty = all.length === 0;
  const title: Text = isEmpty
    ? { en: `Nobody is on “${name}” now`, zh: `名单“${name}”目前没有人` }
    : { en: `“${name}” is done`, zh: `名单“${name}”已全部处理` };
  return {
    title: title[locale],
    tone: 'good',
    body: [
      ...(isEmpty ? [] : [{ type: 'facts' as const, facts: all }]),
      {
        type: 'actions',
        buttons: [press({ en: 'Open list', zh: '打开名单' }, locale, 'segment.open', { segment: id })],
      },
    ],
  };
}
