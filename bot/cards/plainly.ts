import type { Board, Button, CardNode, Chart, PictureNode, Rich } from './card.ts';

/** The nodes every platform can show in some way of its own. */
export type PlainNode = Extract<
  CardNode,
  { type: 'text' | 'heading' | 'facts' | 'table' | 'records' | 'divider' | 'actions' | 'form' }
>;

const BAR = 10;

/** The same in words, for where a platform has nothing better: nothing is left out but the look. */
export function plainly(node: CardNode): PlainNode[] {
  switch (node.type) {
    case 'progress':
      return [{ type: 'facts', facts: [{ label: node.label, value: progressText(node) }] }];
    case 'image':
      return [{ type: 'text', text: [{ link: node.url, label: node.alt }] }];
    case 'chart':
      return node.isTabled ? [] : [{ type: 'heading', text: node.chart.title }, tableOf(node.chart)];
    case 'board':
      return [{ type: 'heading', text: node.board.title }, ...listsOf(node.board)];
    case 'records':
      return [{ type: 'records', records: node.records.map(({ more, ...record }) => withMore(record, more)) }];
    case 'actions': {
      const { more = [], buttons, ...rest } = node;
      return [{ ...rest, buttons: [...buttons, ...more] }];
    }
    default:
      return [node];
  }
}

/** The words alone. */
export function toWords(rich: Rich): string {
  return typeof rich === 'string'
    ? rich
    : rich.map((span) => (typeof span === 'string' ? span : 'bold' in span ? span.bold : span.label)).join('');
}

/** What a picture shows, in one line: for screen readers, and for where it is not loaded. */
export function altText(node: PictureNode): string {
  const { title } = node.type === 'chart' ? node.chart : node.board;
  const parts =
    node.type === 'chart'
      ? node.chart.categories.map((name, at) =>
          [name, ...node.chart.series.map(({ points }) => points[at]?.text ?? '–')].join(' '),
        )
      : node.board.columns.map((column) => `${column.title} ${column.detail}`);
  return parts.length > 0 ? `${title}: ${parts.join('; ')}` : title;
}

/** `▰▰▰▰▱▱▱▱▱▱ ¥1.2m of ¥3m` */
export function progressText({ value, text }: { value: number; text: string }): string {
  const full = Math.round(Math.min(Math.max(Number.isFinite(value) ? value : 0, 0), 1) * BAR);
  return `${'▰'.repeat(full)}${'▱'.repeat(BAR - full)} ${text}`;
}

/** A row a category, a column a series, in the words of the chart's view. */
function tableOf({ unit, categories, series }: Chart): Extract<CardNode, { type: 'table' }> {
  return {
    type: 'table',
    columns: ['', ...series.map(({ name }) => name || unit)],
    rows: categories.map((category, at) => [category, ...series.map(({ points }) => points[at]?.text ?? '')]),
  };
}

function listsOf({ columns }: Board): PlainNode[] {
  return columns.map(({ title, detail, cards }) => ({
    type: 'records',
    records: [
      { title: [{ bold: title }, ` · ${detail}`] satisfies Rich },
      ...cards.map((card) => ({ title: card.title, ...(card.detail ? { detail: card.detail } : {}) })),
    ],
  }));
}

function withMore<Item extends { buttons?: Button[] }>(record: Item, more: Button[] | undefined): Item {
  return more ? { ...record, buttons: [...(record.buttons ?? []), ...more] } : record;
}
