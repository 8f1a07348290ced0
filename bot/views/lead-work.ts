import type { LeadLine } from '../../core/leads/find-leads.ts';
import { LEAD_STATUS_NAMES } from '../../core/leads/lead.ts';
import type { RecordedOutcome } from '../../core/leads/record-outcome.ts';
import type { Text } from '../../core/text.ts';
import type { Card } from '../cards/card.ts';
import { press } from '../press.ts';
import { type Fact, factsOf } from './facts.ts';
import { nextCall } from './follow-up.ts';
import { day, type Viewer } from './format.ts';
import { leadName } from './lead.ts';

const OPEN_LEAD: Text = { en: 'Open lead', zh: '查看线索' };

export function outcomeCard(
  { leadId, contact, outcome, status, note, task, calls }: RecordedOutcome,
  viewer: Viewer,
): Card {
  const { locale } = viewer;
  const next = task ? [task.title, task.dueOn ? day(task.dueOn, viewer) : ''].filter(Boolean).join(' · ') : undefined;
  const facts: Fact[] = [
    [{ en: 'Status', zh: '状态' }, LEAD_STATUS_NAMES[status][locale]],
    [{ en: 'What was said', zh: '情况' }, note === outcome.name[locale] ? null : note],
    [{ en: 'Next step', zh: '下一步' }, next],
  ];
  return {
    title: `${contact}${locale === 'zh' ? '：' : ': '}${outcome.name[locale]}`,
    tone: 'good',
    body: [
      { type: 'facts', facts: factsOf(facts, locale) },
      {
        type: 'actions',
        buttons: [...nextCall(calls, 'lead', locale), press(OPEN_LEAD, locale, 'lead.show', { lead: leadId })],
      },
    ],
  };
}

export function enquiryCard(lead: LeadLine, note: string | undefined, { locale }: Viewer): Card {
  const name = leadName(lead);
  return {
    title: { en: `Asked again: ${name}`, zh: `已记录再次咨询：${name}` }[locale],
    tone: 'good',
    body: [
      ...(note ? [{ type: 'text' as const, text: note }] : []),
      {
        type: 'text',
        text: { en: 'It stands first in the list until it is answered.', zh: '跟进之前，它会排在线索列表最前面。' }[
          locale
        ],
        muted: true,
      },
      { type: 'actions', buttons: [press(OPEN_LEAD, locale, 'lead.show', { lead: lead.id })] },
    ],
  };
}
