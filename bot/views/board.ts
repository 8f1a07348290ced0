import { dayIn, daysBetween } from '../../core/days.ts';
import type { BoardColumn } from '../../core/opportunities/find-board.ts';
import type { OpportunityLine } from '../../core/opportunities/find-opportunities.ts';
import type { Text } from '../../core/text.ts';
import type { Card } from '../cards/card.ts';
import { press } from '../press.ts';
import { dealName, money, type Viewer } from './format.ts';

const TITLE: Text = { en: 'Deals by stage', zh: '商机看板' };
/** In one stage for so long, a card is worth a second look. */
const LONG_DAYS = 30;

/** The open deals as columns, worth most first; the way to the rest and to the figures below. */
export function boardCard(columns: readonly BoardColumn[], viewer: Viewer): Card {
  const { locale } = viewer;
  return {
    title: TITLE[locale],
    body: [
      {
        type: 'board',
        board: {
          title: TITLE[locale],
          columns: columns.map(({ stage, count, sums, lines }) => ({
            title: stage.name[locale],
            detail: [String(count), ...sums.map(({ amount, currency }) => money(amount, currency, viewer))].join(' · '),
            cards: lines.map((line) => cardOf(line, viewer)),
          })),
        },
      },
      {
        type: 'actions',
        buttons: [
          press({ en: 'In figures', zh: '看数字' }, locale, 'pipeline.show', { period: 'all' }, { style: 'primary' }),
          press({ en: 'My deals', zh: '我的商机' }, locale, 'opportunity.list', {}),
        ],
      },
    ],
  };
}

function cardOf(line: OpportunityLine, viewer: Viewer) {
  const { locale, today, timeZone } = viewer;
  const days = daysBetween(dayIn(line.stageSince, timeZone), today);
  const since: Text = { en: `${days} days`, zh: `${days} 天` };
  return {
    title: dealName(line),
    detail: [line.amount === null ? '' : money(line.amount, line.currency, viewer), line.ownerName, since[locale]]
      .filter(Boolean)
      .join(' · '),
    ...(days >= LONG_DAYS ? { tone: 'warning' as const } : {}),
  };
}
