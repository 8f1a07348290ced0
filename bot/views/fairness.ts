import type { Fairness, Share } from '../../core/leads/find-fairness.ts';
import type { Text } from '../../core/text.ts';
import type { Card, CardNode } from '../cards/card.ts';
import type { Viewer } from './format.ts';

const GOT: Text = { en: 'Got', zh: '分到' };
const REP: Text = { en: 'Rep', zh: '销售' };
const REGION: Text = { en: 'Region', zh: '地区' };

/** Who got how many leads, and what became of them (R9). */
export function fairnessCard({ reps, regions }: Fairness, days: number, viewer: Viewer): Card {
  const { locale } = viewer;
  const all = reps.reduce((sum, { got }) => sum + got, 0);
  const body: CardNode[] =
    all === 0
      ? [
          {
            type: 'text',
            text: { en: 'No leads were given out in that time.', zh: '这段时间没有分配线索。' }[locale],
            muted: true,
          },
        ]
      : [
          ...(reps.length > 1 ? [chartOf(reps, viewer)] : []),
          tableOf(REP, reps, viewer),
          ...(regions.length > 0 ? [tableOf(REGION, regions, viewer)] : []),
        ];
  return { title: { en: `Who got the leads: last ${days} days`, zh: `线索分配：最近 ${days} 天` }[locale], body };
}

function tableOf(who: Text, shares: readonly Share[], { locale }: Viewer): CardNode {
  const columns: Text[] = [
    who,
    GOT,
    { en: 'Open', zh: '在跟' },
    { en: 'Converted', zh: '已转化' },
    { en: 'Rate', zh: '转化率' },
  ];
  return {
    type: 'table',
    columns: columns.map((name) => name[locale]),
    rows: shares.map(({ name, got, open, converted }) => [
      name,
      String(got),
      String(open),
      String(converted),
      got === 0 ? '–' : `${Math.round((100 * converted) / got)}%`,
    ]),
  };
}

function chartOf(reps: readonly Share[], { locale }: Viewer): CardNode {
  return {
    type: 'chart',
    isTabled: true,
    chart: {
      title: { en: 'Leads by rep', zh: '各人分到的线索' }[locale],
      shape: 'bar',
      unit: { en: 'leads', zh: '条' }[locale],
      categories: reps.map(({ name }) => name),
      series: [{ name: GOT[locale], points: reps.map(({ got }) => ({ value: got, text: String(got) })) }],
    },
  };
}
