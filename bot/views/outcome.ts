import type { OutcomeLine } from '../../core/leads/find-outcomes.ts';
import { LEAD_STATUS_NAMES } from '../../core/leads/lead.ts';
import { COMMA } from '../../core/text.ts';
import type { Card } from '../cards/card.ts';
import { press } from '../press.ts';
import { dayCount, type Viewer } from './format.ts';
import { CHANGE } from './words.ts';

/** How a call may end and what follows from it, for whoever sets it. */
export function outcomesCard(outcomes: readonly OutcomeLine[], { locale }: Viewer): Card {
  return {
    title: { en: 'How a call may end', zh: '通话结果' }[locale],
    body: [
      {
        type: 'records',
        records: outcomes.map(({ name, status, needsReason, nextDays, synonyms, isActive }) => ({
          title: name[locale],
          detail: [
            isActive ? '' : { en: 'no longer used', zh: '已停用' }[locale],
            status ? `→ ${LEAD_STATUS_NAMES[status][locale]}` : { en: 'the status stays', zh: '状态不变' }[locale],
            nextDays === null ? '' : { en: `next in ${dayCount(nextDays).en}`, zh: `${nextDays} 天后再联系` }[locale],
            needsReason ? { en: 'with a reason', zh: '需填原因' }[locale] : '',
            synonyms.slice(0, 4).join(COMMA[locale]),
          ]
            .filter(Boolean)
            .join(' · '),
          buttons: [press(CHANGE, locale, 'admin.outcome', { name: name[locale] })],
        })),
      },
      {
        type: 'actions',
        buttons: [press({ en: 'Add an outcome', zh: '新增结果' }, locale, 'admin.outcome', {}, { style: 'primary' })],
      },
    ],
  };
}
