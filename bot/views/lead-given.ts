import type { Changed } from '../../core/changes/last-changes.ts';
import type { LeadLine } from '../../core/leads/find-leads.ts';
import type { GivenSeveral } from '../../core/leads/give-several.ts';
import type { Text } from '../../core/text.ts';
import type { Button, Card } from '../cards/card.ts';
import { press } from '../press.ts';
import { counted, moment, type Viewer } from './format.ts';

const WHY: Text = { en: 'Why', zh: '分配依据' };

/** Who has it and why he: whoever was given it reads the same. */
export function givenFacts({ givenWhy }: LeadLine, { locale }: Viewer) {
  return givenWhy ? [{ label: WHY[locale], value: givenWhy[locale] }] : [];
}

export function leadGivenCard(lead: LeadLine, viewer: Viewer): Card {
  const { locale } = viewer;
  const name = lead.ownerName ?? '';
  return {
    title: { en: `${lead.contact} is with ${name} now`, zh: `${lead.contact}已分配给${name}` }[locale],
    about: { entity: 'lead', recordId: lead.id },
    tone: 'good',
    body: [
      { type: 'facts', facts: givenFacts(lead, viewer) },
      {
        type: 'text',
        text: { en: `${name} has it to do today.`, zh: `已列入${name}今天的待办。` }[locale],
        muted: true,
      },
      {
        type: 'actions',
        buttons: [press({ en: 'Open lead', zh: '查看线索' }, locale, 'lead.show', { lead: lead.id })],
      },
    ],
  };
}

/** Somebody was faster: who has it now, by whom, and that nothing was done. */
export function givenMeanwhileCard(
  { id, contact, ownerName }: LeadLine,
  last: Changed | undefined,
  buttons: readonly Button[],
  viewer: Viewer,
): Card {
  const { locale } = viewer;
  const holder = ownerName ?? { en: 'nobody (public pool)', zh: '无（公海）' }[locale];
  const who = [last?.who, last && moment(last.at, viewer)].filter(Boolean).join(' · ');
  return {
    title: { en: `${contact} was given away meanwhile`, zh: `${contact}刚刚已被分配` }[locale],
    about: { entity: 'lead', recordId: id },
    tone: 'warning',
    body: [
      { type: 'text', text: { en: 'Nothing of yours was done.', zh: '你的操作没有执行。' }[locale] },
      {
        type: 'facts',
        facts: [
          { label: { en: 'With', zh: '现在由谁负责' }[locale], value: holder },
          ...(who ? [{ label: { en: 'Given by', zh: '操作人' }[locale], value: who }] : []),
        ],
      },
      { type: 'actions', buttons: [...buttons] },
    ],
  };
}

/** Who was given which. */
export function leadsGivenCard(given: GivenSeveral, { locale }: Viewer): Card {
  const all = given.reduce((sum, { leads }) => sum + leads.length, 0);
  return {
    title: { en: `${all} ${all === 1 ? 'lead' : 'leads'} given`, zh: `已分配 ${all} 条线索` }[locale],
    tone: 'good',
    body: [
      {
        type: 'facts',
        facts: given.map(({ taker, leads }) => ({
          label: counted(taker, leads.length, locale),
          value: leads.map(({ contact }) => contact).join({ en: ', ', zh: '、' }[locale]),
        })),
      },
    ],
  };
}
