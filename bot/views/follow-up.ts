import type { FollowUpLine } from '../../core/follow-ups/find-follow-ups.ts';
import { FOLLOW_UP_NAMES } from '../../core/follow-ups/follow-up.ts';
import type { LoggedFollowUp } from '../../core/follow-ups/log-follow-up.ts';
import type { Card } from '../cards/card.ts';
import { press } from '../press.ts';
import { day, type Viewer } from './format.ts';
import { markNodes } from './open-mark.ts';

/** Whoever works on a call list goes on from here. */
const NEXT_CALL = { en: 'Next on the list', zh: '下一个客户' };

export function followUpCard({ id, subject, kind, note, on, task }: LoggedFollowUp, viewer: Viewer): Card {
  const { mark, calls } = subject;
  const { locale } = viewer;
  const next = task ? [task.title, task.dueOn ? day(task.dueOn, viewer) : ''].filter(Boolean).join(' · ') : undefined;
  return {
    title: { en: `Logged: ${subject.name}`, zh: `已记录：${subject.name}` }[locale],
    about: { entity: 'follow_up', recordId: id },
    tone: 'good',
    body: [
      ...markNodes(mark, viewer),
      {
        type: 'facts',
        facts: [
          { label: FOLLOW_UP_NAMES[kind][locale], value: day(on, viewer) },
          { label: { en: 'What happened', zh: '情况' }[locale], value: note },
          ...(next ? [{ label: { en: 'Next step', zh: '下一步' }[locale], value: next }] : []),
        ],
      },
      {
        type: 'actions',
        buttons: [
          ...(calls
            ? [press(NEXT_CALL, locale, 'call-list.next', { segment: calls }, { style: 'primary' as const })]
            : []),
          opener(subject, viewer),
        ],
      },
    ],
  };
}

function opener({ entity, id }: LoggedFollowUp['subject'], { locale }: Viewer) {
  return entity === 'lead'
    ? press({ en: 'Open lead', zh: '查看线索' }, locale, 'lead.show', { lead: id })
    : press({ en: 'Open customer', zh: '查看客户' }, locale, 'customer.show', { customer: id });
}

export function historyCard(
  customer: { id: string; name: string },
  followUps: readonly FollowUpLine[],
  viewer: Viewer,
): Card {
  const { locale } = viewer;
  const log = press(
    { en: 'Log a follow-up', zh: '记录跟进' },
    locale,
    'follow-up.log',
    { customer: customer.id },
    { style: 'primary' },
  );
  return {
    title: { en: `History: ${customer.name}`, zh: `跟进记录：${customer.name}` }[locale],
    about: { entity: 'customer', recordId: customer.id },
    body: [
      followUps.length > 0
        ? {
            type: 'records',
            records: followUps.map(({ kind, note, on, authorName }) => ({
              title: `${day(on, viewer)} · ${FOLLOW_UP_NAMES[kind][locale]} · ${authorName}`,
              ...(note === null ? {} : { detail: note }),
            })),
          }
        : { type: 'text', text: { en: 'Nothing logged yet.', zh: '还没有跟进记录。' }[locale], muted: true },
      { type: 'actions', buttons: [log] },
    ],
  };
}
