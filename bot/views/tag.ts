import type { TaggedLine } from '../../core/tags/find-tagged.ts';
import type { Tagged } from '../../core/tags/tag-party.ts';
import type { Locale, Text } from '../../core/text.ts';
import type { Button, Card } from '../cards/card.ts';
import { press } from '../press.ts';
import type { Viewer } from './format.ts';

const OPEN: Text = { en: 'Open', zh: '查看' };

/** 高意向、需培育 · high intent, to nurture */
export function tagList(tags: readonly Text[], locale: Locale): string {
  return tags.map((tag) => tag[locale]).join(locale === 'zh' ? '、' : ', ');
}

export function openParty({ entity, id }: { entity: 'lead' | 'customer'; id: string }, locale: Locale): Button {
  return entity === 'lead'
    ? press(OPEN, locale, 'lead.show', { lead: id })
    : press(OPEN, locale, 'customer.show', { customer: id });
}

export function taggedCard({ party, tags }: Tagged, { locale }: Viewer): Card {
  return {
    title: party.name,
    tone: 'good',
    body: [
      {
        type: 'facts',
        facts: [
          {
            label: { en: 'Tags', zh: '标签' }[locale],
            value: tags.length > 0 ? tagList(tags, locale) : { en: 'none', zh: '无' }[locale],
          },
        ],
      },
      { type: 'actions', buttons: [openParty(party, locale)] },
    ],
  };
}

export function taggedListCard(tag: string, lines: readonly TaggedLine[], { locale }: Viewer): Card {
  const pool: Text = { en: 'public pool', zh: '公海' };
  const kinds = { lead: { en: 'lead', zh: '线索' }, customer: { en: 'customer', zh: '客户' } };
  return {
    title: { en: `Tagged “${tag}” (${lines.length})`, zh: `标签“${tag}”（${lines.length}）` }[locale],
    body: [
      lines.length > 0
        ? {
            type: 'records',
            records: lines.map((line) => ({
              title: line.name,
              detail: `${kinds[line.entity][locale]} · ${line.ownerName ?? pool[locale]}`,
              buttons: [openParty(line, locale)],
            })),
          }
        : {
            type: 'text',
            text: { en: 'Nobody you may see carries it.', zh: '你可见的范围内没有带此标签的记录。' }[locale],
            muted: true,
          },
    ],
  };
}
