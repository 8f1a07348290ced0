import type { AnswerGroup, Figure, Figures } from './answer.ts';
import type { Measure } from './catalogue/entity.ts';
import type { Question } from './question.ts';

/** A row of `compileFigures`: a total or a group, of all or of one currency; `n0`, `p0` … are its measures, `k0` … its keys. */
export type FigureRow = {
  isGroup: boolean;
  currency: string | null;
  groups: bigint | null;
  people: number;
  unseen: string[];
  [column: string]: unknown;
};

export function totalsOf(rows: readonly FigureRow[], measures: readonly Measure[]): Figures {
  return figuresOf(
    rows.filter(({ isGroup }) => !isGroup),
    measures,
  );
}

type Groups = { measures: readonly Measure[]; question: Question; before: readonly FigureRow[] | undefined };

/** The groups in the order they were ranked in. */
export function groupsOf(
  rows: readonly FigureRow[],
  { measures, question: { groupBy }, before }: Groups,
): AnswerGroup[] {
  const of = (all: readonly FigureRow[]) => {
    const byKey = new Map<string, FigureRow[]>();
    for (const row of all.filter(({ isGroup }) => isGroup)) {
      const key = JSON.stringify(groupBy.map((_, at) => row[`k${at}`]));
      byKey.set(key, [...(byKey.get(key) ?? []), row]);
    }
    return byKey;
  };
  const past = before && of(before);
  return [...of(rows)].map(([key, own]) => {
    const [first] = own;
    return {
      keys: groupBy.map((_, at) => text(first?.[`k${at}`])),
      labels: groupBy.map((_, at) => ({ en: text(first?.[`e${at}`]), zh: text(first?.[`z${at}`]) })),
      figures: figuresOf(own, measures),
      ...(past ? { before: figuresOf(past.get(key) ?? [], measures) } : {}),
    };
  });
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');

function figuresOf(rows: readonly FigureRow[], measures: readonly Measure[]): Figures {
  return Object.fromEntries(measures.map((measure, at) => [measure.key, figureOf(rows, measure, at)]));
}

function figureOf(rows: readonly FigureRow[], { unit, per }: Measure, at: number): Figure {
  const whole = (row: FigureRow | undefined, column: string) => Number(text(row?.[column]) || 0);
  if (unit === 'money') {
    const sums = rows.flatMap((row) => {
      const sum = text(row[`n${at}`]);
      const parts = per ? BigInt(text(row[`p${at}`]) || 0) : 1n;
      return row.currency !== null && sum !== '' && parts > 0n
        ? [{ currency: row.currency, minor: halfUp(toWhole(sum), parts) }]
        : [];
    });
    return { unit, sums: sums.sort((a, b) => (a.minor < b.minor ? 1 : -1)) };
  }
  const row = rows.find(({ currency }) => currency === null);
  const [part, of] = [whole(row, `n${at}`), whole(row, `p${at}`)];
  const value = !per ? part : of === 0 ? null : unit === 'percent' ? (part * 100) / of : part / of;
  return { unit, value, part, whole: of };
}

/** What the database divides may have a fraction of a minor unit. */
function toWhole(decimal: string): bigint {
  const [whole = '0', fraction = ''] = decimal.split('.');
  return BigInt(whole) + (fraction.charAt(0) >= '5' ? 1n : 0n);
}

function halfUp(sum: bigint, parts: bigint): bigint {
  return (sum * 2n + parts) / (parts * 2n);
}
