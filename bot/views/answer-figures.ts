import type { Answer, AnswerGroup } from '../../core/questions/answer-question.ts';
import type { Question } from '../../core/questions/question.ts';
import type { Text } from '../../core/text.ts';
import type { CardNode } from '../cards/card.ts';
import { money, type Viewer } from './format.ts';

/** Of those won or lost, how many were won; undefined where nothing was closed, which is not the same as none won. */
function rateText({ won, lost }: Pick<AnswerGroup, 'won' | 'lost'>): string | undefined {
  return won + lost === 0 ? undefined : `${Math.round((won * 1000) / (won + lost)) / 10}%`;
}

/** "62.5% · 5 won of 8 closed" */
export function rateTitle({ totals }: Answer): Text {
  const sum = { won: 0, lost: 0 };
  for (const { won, lost } of totals) {
    sum.won += won;
    sum.lost += lost;
  }
  const rate = rateText(sum);
  const closed = sum.won + sum.lost;
  return rate === undefined
    ? { en: 'No deals were closed in that time', zh: '该时段没有关闭的商机' }
    : {
        en: `Win rate ${rate} · ${sum.won} won of ${closed} closed`,
        zh: `赢单率 ${rate} · 关闭 ${closed} 个，赢单 ${sum.won} 个`,
      };
}

/** A row a group: won, lost, rate. One person's deals in two currencies are one row. */
export function rateTable({ groups }: Answer, heading: string, { locale }: Viewer): CardNode {
  const merged = new Map<string, { won: number; lost: number }>();
  for (const { label, won, lost } of groups) {
    const known = merged.get(label[locale]) ?? { won: 0, lost: 0 };
    merged.set(label[locale], { won: known.won + won, lost: known.lost + lost });
  }
  return {
    type: 'table',
    columns: [
      heading,
      { en: 'Won', zh: '赢单' }[locale],
      { en: 'Lost', zh: '输单' }[locale],
      { en: 'Win rate', zh: '赢单率' }[locale],
    ],
    rows: [...merged].map(([label, sum]) => [label, String(sum.won), String(sum.lost), rateText(sum) ?? '—']),
  };
}

/** A chart tells little of one bar, and bars of two currencies do not compare. */
const FEWEST = 2;

/** The same groups to see: a bar each, the weighted amount beside it where both are asked for. */
export function chartOf({ groups }: Answer, question: Question, title: Text, viewer: Viewer): CardNode[] {
  const { locale } = viewer;
  const [currency, another] = [...new Set(groups.map((group) => group.currency))];
  const isMoney =
    question.entity === 'opportunity' && (question.measure === 'sum_amount' || question.measure === 'weighted_amount');
  if (!isMoney || !currency || another !== undefined || groups.length < FEWEST) {
    return [];
  }
  const series = (name: Text, of: (group: AnswerGroup) => bigint | null) => ({
    name: name[locale],
    points: groups.map((group) => {
      const minor = of(group) ?? 0n;
      return { value: Number(minor) / 100, text: money(minor, currency, viewer) };
    }),
  });
  const isOpen = question.status === 'open';
  return [
    {
      type: 'chart',
      chart: {
        title: title[locale],
        shape: 'bar',
        unit: currency,
        categories: groups.map(({ label }) => label[locale]),
        series: [
          series({ en: 'Amount', zh: '金额' }, ({ amount }) => amount),
          ...(isOpen ? [series({ en: 'Weighted', zh: '加权' }, ({ weighted }) => weighted)] : []),
        ],
      },
    },
  ];
}
