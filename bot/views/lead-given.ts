import type { LeadLine } from '../../core/leads/find-leads.ts';
import type { GivenSeveral } from '../../core/leads/give-several.ts';
import type { Planned } from '../../core/leads/pass-tasks.ts';
import type { Text } from '../../core/text.ts';
import type { Card } from '../cards/card.ts';
import { press } from '../press.ts';
import { factsOf } from './facts.ts';
import { count, counted, type Viewer } from './format.ts';
import { ALONG, plannedFact } from './planned.ts';

const WHY: Text = { en: 'Why', zh: '分配依据' };

/** Who has it and why he: whoever was given it reads the same. */
export function givenFacts({ givenWhy }: Pick<LeadLine, 'givenWhy'>, { locale }: Viewer) {
  return givenWhy ? [{ label: WHY[locale], value: givenWhy[locale] }] : [];
}

export function leadGivenCard(lead: LeadLine, planned: readonly Planned[], viewer: Viewer): Card {
  const { locale } = viewer;
  const name = lead.ownerName ?? '';
  return {
    title: { en: `${lead.contact} is with ${name} now`, zh: `${lead.contact}已分配给${name}` }[locale],
    about: { entity: 'lead', recordId: lead.id },
    tone: 'good',
    body: [
      {
        type: 'facts',
        facts: [...givenFacts(lead, viewer), ...factsOf([plannedFact(ALONG, planned, viewer)], locale)],
      },
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

/** Who was given which. */
export function leadsGivenCard(given: GivenSeveral, { locale }: Viewer): Card {
  const all = given.reduce((sum, { leads }) => sum + leads.length, 0);
  const along = given.reduce((sum, { planned }) => sum + planned, 0);
  const tasks = count(along, { one: 'open task goes', many: 'open tasks go' });
  const said: Text = { en: `${tasks} along.`, zh: `一并转交 ${along} 项待办。` };
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
      ...(along > 0 ? [{ type: 'text' as const, text: said[locale], muted: true }] : []),
    ],
  };
}
