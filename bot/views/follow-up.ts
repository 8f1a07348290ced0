import { type Day, dayIn, timeIn } from '../../core/days.ts';
import type { OwnFollowUp } from '../../core/follow-ups/change-follow-up.ts';
import type { FollowUpLine } from '../../core/follow-ups/find-follow-ups.ts';
import {
  type Felt,
  FOLLOW_UP_NAMES,
  FOLLOW_UP_OUTCOME_NAMES,
  type FollowUpKind,
  MOOD_NAMES,
} from '../../core/follow-ups/follow-up.ts';
import type { LoggedFollowUp } from '../../core/follow-ups/log-follow-up.ts';
import type { Text } from '../../core/text.ts';
import type { CheckIn } from '../../core/visits/visit.ts';
import type { Button, Card } from '../cards/card.ts';
import { press } from '../press.ts';
import { readButton } from './conversation.ts';
import { type Fact, factsOf } from './facts.ts';
import { day, moment, type Viewer } from './format.ts';
import { markNodes } from './open-mark.ts';
import { moreOf, type Page, pageTitle } from './page.ts';
import { dueText } from './task.ts';
import { placeNodes, strangeText } from './visit-place.ts';
import { CHANGE, LOG, MORE, OPEN_CUSTOMER } from './words.ts';

const NEXT_CALL = {
  customer: { en: 'Next on the list', zh: '下一个客户' },
  lead: { en: 'Next on the list', zh: '下一条线索' },
} as const satisfies Record<string, Text>;

/** Whoever works on a call list goes on from here. */
export function nextCall(
  segment: string | null | undefined,
  entity: keyof typeof NEXT_CALL,
  locale: Viewer['locale'],
): Button[] {
  return segment ? [press(NEXT_CALL[entity], locale, 'call-list.next', { segment }, { style: 'primary' })] : [];
}

/** What was put on record, and the one thing that is likely wrong with it: what it was taken for. */
export function followUpCard(logged: LoggedFollowUp, viewer: Viewer): Card {
  const { subject, task, passed } = logged;
  return card(
    logged,
    { title: { en: `Logged: ${subject.name}`, zh: `已记录：${subject.name}` }, task, passed },
    viewer,
  );
}

/** What was told of a visit is that visit's again, and the check-in another one. */
export function visitPartedCard(parted: OwnFollowUp, viewer: Viewer): Card {
  const { name } = parted.subject;
  return card(parted, { title: { en: `Another visit: ${name}`, zh: `已记为另一次拜访：${name}` } }, viewer);
}

export function followUpChangedCard(changed: OwnFollowUp & { movedFrom?: string | undefined }, viewer: Viewer): Card {
  const { subject, movedFrom: from } = changed;
  const title = from
    ? { en: `Moved from ${from} to ${subject.name}`, zh: `已从${from}改记到${subject.name}` }
    : { en: `Changed: ${subject.name}`, zh: `已修改：${subject.name}` };
  return card(changed, { title }, viewer);
}

function card(
  {
    id,
    subject,
    kind,
    note,
    on,
    happenedAt,
    writtenAt,
    checkIn,
    mood,
    outcome,
    joins,
  }: Omit<LoggedFollowUp, 'task' | 'passed'>,
  { title, task, passed }: { title: Text } & Partial<Pick<LoggedFollowUp, 'task' | 'passed'>>,
  viewer: Viewer,
): Card {
  const { locale } = viewer;
  const { mark, calls } = subject;
  const told = toldAt(writtenAt, checkIn);
  const next = task ? [task.title, task.dueOn ? dueText(task, viewer) : ''].filter(Boolean).join(' · ') : undefined;
  const facts: Fact[] = [
    [FOLLOW_UP_NAMES[kind], when(on, happenedAt, viewer)],
    [WRITTEN, isLate(on, told, viewer) ? moment(new Date(told), viewer) : null],
    [{ en: 'What happened', zh: '情况' }, note],
    [{ en: 'Customer', zh: '客户' }, mood && MOOD_NAMES[mood][locale]],
    [{ en: 'Outcome', zh: '结果' }, outcome && FOLLOW_UP_OUTCOME_NAMES[outcome][locale]],
    [{ en: 'Next step', zh: '下一步' }, next],
  ];
  return {
    title: title[locale],
    about: { entity: 'follow_up', recordId: id },
    tone: 'good',
    body: [
      ...markNodes(mark, viewer),
      { type: 'facts', facts: factsOf(facts, locale) },
      ...(checkIn ? placeNodes(checkIn, viewer) : []),
      ...(passed ? [{ type: 'text' as const, text: passedText(passed)[locale] }] : []),
      ...(joins ? [{ type: 'text' as const, text: joinsText(joins, viewer), muted: true }] : []),
      {
        type: 'actions',
        buttons: [
          ...nextCall(calls, subject.entity, locale),
          opener(subject, viewer),
          ...(joins ? [press(ANOTHER, locale, 'visit.part', { followUp: id })] : []),
        ],
        more: [press(CHANGE, locale, 'follow-up.change', { followUp: id })],
      },
    ],
  };
}

const passedText = (hour: string): Text => ({
  en: `${hour} has passed, so the next step has no time.`,
  zh: `${hour} 已过，下一步未设置时间。`,
});

const ANOTHER: Text = { en: 'It was another visit', zh: '是另一次拜访' };

/** Added to your check-in of 10:05: one visit, not two. */
function joinsText({ at, isCheckIn }: NonNullable<LoggedFollowUp['joins']>, { locale, timeZone }: Viewer): string {
  const time = timeIn(new Date(at), timeZone);
  return isCheckIn
    ? { en: `Added to your check-in of ${time}.`, zh: `已并入你 ${time} 的签到。` }[locale]
    : { en: `Added to the visit you told me of at ${time}.`, zh: `已并入你 ${time} 记录的拜访。` }[locale];
}

type Instant = Date | string;

type Told = Felt & {
  kind: FollowUpKind;
  authorName: string;
  happenedAt?: Instant | null;
  writtenAt?: Instant;
  checkIn?: CheckIn | null;
};

const WRITTEN: Text = { en: 'Written down', zh: '补记于' };

/** Yesterday 15:00; the day alone where no hour was said. */
function when(on: Day, at: Instant | null | undefined, viewer: Viewer): string {
  return at ? `${day(on, viewer)} ${timeIn(new Date(at), viewer.timeZone)}` : day(on, viewer);
}

/** When what is told of a visit was told, which may have been after it was checked in. */
function toldAt<At extends Instant | undefined>(writtenAt: At, checkIn: CheckIn | null | undefined): At | string {
  const { joined } = checkIn ?? {};
  return joined?.second === 'told' ? joined.told.writtenAt : writtenAt;
}

/** Written down on a later day than it happened. */
function isLate(on: Day, writtenAt: Instant, { timeZone }: Viewer): boolean {
  return dayIn(new Date(writtenAt), timeZone) > on;
}

/** 5 May 15:00 · Visit · Li Lei · Happy: the head of a line of history. */
export function toldLine(told: Told, on: Day, viewer: Viewer): string {
  const { kind, authorName, happenedAt, mood, outcome } = told;
  const writtenAt = toldAt(told.writtenAt, told.checkIn);
  const { locale } = viewer;
  const felt = [mood && MOOD_NAMES[mood][locale], outcome && FOLLOW_UP_OUTCOME_NAMES[outcome][locale]];
  const late =
    writtenAt && isLate(on, writtenAt, viewer)
      ? {
          en: `written down ${day(dayOf(writtenAt, viewer), viewer)}`,
          zh: `${day(dayOf(writtenAt, viewer), viewer)}补记`,
        }
      : undefined;
  const head = [when(on, happenedAt, viewer), FOLLOW_UP_NAMES[kind][locale], authorName];
  return [...head, ...felt, late?.[locale]].filter(Boolean).join(' · ');
}

const dayOf = (at: Instant, { timeZone }: Viewer) => dayIn(new Date(at), timeZone);

/** What was said, and beneath it what is strange about where. */
export function toldDetail({ note, checkIn }: { note: string | null; checkIn?: CheckIn | null }, viewer: Viewer) {
  return [note, checkIn && strangeText(checkIn, viewer)].filter(Boolean).join('\n');
}

function opener({ entity, id }: LoggedFollowUp['subject'], { locale }: Viewer) {
  return entity === 'lead'
    ? press({ en: 'Open lead', zh: '查看线索' }, locale, 'lead.show', { lead: id })
    : press(OPEN_CUSTOMER, locale, 'customer.show', { customer: id });
}

function buttonsOf({ id, messages, isOpen }: FollowUpLine, viewer: Viewer): { buttons?: Button[] } {
  const buttons = [
    ...(messages === null ? [] : [readButton(id, messages, viewer)]),
    ...(isOpen ? [press(CHANGE, viewer.locale, 'follow-up.change', { followUp: id })] : []),
  ];
  return buttons.length > 0 ? { buttons } : {};
}

const detailed = (detail: string) => (detail === '' ? {} : { detail });

export function historyCard(customer: { id: string; name: string }, page: Page<FollowUpLine>, viewer: Viewer): Card {
  const { locale } = viewer;
  const { lines: followUps } = page;
  const log = press(LOG, locale, 'follow-up.log', { customer: customer.id }, { style: 'primary' });
  const name = { en: `History: ${customer.name}`, zh: `跟进记录：${customer.name}` }[locale];
  return {
    title: followUps.length > 0 ? pageTitle(name, page, locale) : name,
    about: { entity: 'customer', recordId: customer.id },
    body: [
      followUps.length > 0
        ? {
            type: 'records',
            records: followUps.map((each) => ({
              title: toldLine(each, each.on, viewer),
              ...detailed(toldDetail(each, viewer)),
              ...buttonsOf(each, viewer),
            })),
          }
        : { type: 'text', text: { en: 'Nothing logged yet.', zh: '还没有跟进记录。' }[locale], muted: true },
      ...moreOf(page, (next) => press(MORE, locale, 'follow-up.list', { customer: customer.id, page: next })),
      { type: 'actions', buttons: [log] },
    ],
  };
}
