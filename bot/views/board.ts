import type { Board, BoardColumn, BoardLine } from '../../core/opportunities/find-board.ts';
import type { Stage } from '../../core/opportunities/stage.ts';
import type { Text } from '../../core/text.ts';
import type { Card } from '../cards/card.ts';
import { press } from '../press.ts';
import { dayCount, dealName, money, type Viewer } from './format.ts';
import { breachOf, breachText, daysInStage, nextText } from './standing.ts';

const TITLE: Text = { en: 'Deals by stage', zh: '商机看板' };
const MINE: Text = { en: 'My board', zh: '我的看板' };
const ALL: Text = { en: 'Everybody’s', zh: '全部' };
const FIGURES: Text = { en: 'In figures', zh: '看数字' };

/** What was asked for: kept by the buttons that show another pipeline of the same. */
type Scope = {
  team: string | undefined;
  owner: string | undefined;
  /** The name of the team or the person. */
  whose: string | undefined;
  /** The reader. */
  me: string;
};

/** The open deals of a pipeline as columns, worth most first; the way to the rest and to the figures below (R32). */
export function boardCard({ pipeline, others, columns }: Board, scope: Scope, viewer: Viewer): Card {
  const { locale } = viewer;
  const { team, owner, whose, me } = scope;
  const title = [TITLE[locale], others.length > 0 ? pipeline.name[locale] : '', whose ?? '']
    .filter(Boolean)
    .join(' · ');
  const isAll = !team && !owner;
  const same = { ...(team ? { team } : {}), ...(owner ? { owner } : {}) };
  return {
    title,
    body: [
      {
        type: 'board',
        board: { title, columns: columns.map((column) => columnOf(column, pipeline.pileDays, viewer)) },
      },
      {
        type: 'actions',
        buttons: [
          press(FIGURES, locale, 'pipeline.show', { period: 'all' }, { style: 'primary' }),
          isAll
            ? press(MINE, locale, 'board.show', { owner: me, pipeline: pipeline.key })
            : press(ALL, locale, 'board.show', { pipeline: pipeline.key }),
        ],
        more: others.map(({ key, name }) => press(name, locale, 'board.show', { ...same, pipeline: key })),
      },
    ],
  };
}

function columnOf({ stage, count: deals, sums, piled, lines }: BoardColumn, pileDays: number, viewer: Viewer) {
  const { locale } = viewer;
  const pile: Text = { en: `${piled}% over ${dayCount(pileDays).en}`, zh: `${piled}% 超过 ${pileDays} 天` };
  return {
    title: stage.name[locale],
    detail: [
      String(deals),
      ...sums.map(({ amount, currency }) => money(amount, currency, viewer)),
      piled === null ? '' : pile[locale],
    ]
      .filter(Boolean)
      .join(' · '),
    cards: lines.map((line) => cardOf(line, stage, viewer)),
  };
}

/** What it is worth, whether it stands too long (R29, R30), whose it is, what comes next. */
function cardOf(line: BoardLine, { maxDays, idleDays }: Stage, viewer: Viewer) {
  const { locale } = viewer;
  const breach = breachOf({ ...line, maxDays, idleDays }, viewer);
  const days = daysInStage(line, viewer);
  const since = breach ? breachText(breach, viewer) : dayCount(days)[locale];
  return {
    title: dealName(line),
    detail: [
      line.amount === null ? '' : money(line.amount, line.currency, viewer),
      since,
      line.ownerName,
      nextText(line.nextStep, viewer),
    ]
      .filter(Boolean)
      .join(' · '),
    ...(breach ? { tone: breach.kind === 'idle' ? ('bad' as const) : ('warning' as const) } : {}),
  };
}
