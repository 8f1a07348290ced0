import type { LeadSource, Priority } from '../../core/leads/find-sources.ts';
import { COMMA, type Text } from '../../core/text.ts';
import type { Card } from '../cards/card.ts';
import { press } from '../press.ts';
import type { Viewer } from './format.ts';
import { CHANGE } from './words.ts';

/** What one of them is called. */
export const SOURCE: Text = { en: 'source', zh: '来源' };

export const PRIORITY_NAMES: Readonly<Record<Priority, Text>> = {
  high: { en: 'high', zh: '高' },
  normal: { en: 'normal', zh: '中' },
  low: { en: 'low', zh: '低' },
};

export function sourcesCard(sources: readonly LeadSource[], { locale }: Viewer): Card {
  return {
    title: { en: 'Where leads come from', zh: '线索来源' }[locale],
    body: [
      {
        type: 'records',
        records: sources.map(({ name, priority, responseHours, synonyms, isActive }) => ({
          title: name[locale],
          detail: [
            isActive ? '' : { en: 'no longer used', zh: '已停用' }[locale],
            { en: `priority ${PRIORITY_NAMES[priority].en}`, zh: `优先级${PRIORITY_NAMES[priority].zh}` }[locale],
            responseHours ? { en: `answer within ${responseHours} h`, zh: `${responseHours} 小时内响应` }[locale] : '',
            synonyms.slice(0, 4).join(COMMA[locale]),
          ]
            .filter(Boolean)
            .join(' · '),
          buttons: [press(CHANGE, locale, 'admin.source', { name: name[locale] })],
        })),
      },
      {
        type: 'actions',
        buttons: [press({ en: 'Add a source', zh: '新增来源' }, locale, 'admin.source', {}, { style: 'primary' })],
      },
    ],
  };
}
