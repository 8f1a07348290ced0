import fc from 'fast-check';
import type { Board, Button, Card, CardNode, Chart, Rich, Widget } from '../../bot/cards/card.ts';

// Cards no view would write but one day will: any node, any words, any size. Every platform's renderer must cope.

/** Words of any length, mostly short, sometimes far too long. */
const words = fc
  .tuple(
    fc.string({
      unit: fc.constantFrom(
        'a',
        ' ',
        '\n',
        '&',
        '<',
        '>',
        '*',
        '_',
        '`',
        '|',
        '字',
        '😀',
        '<!channel>',
        '<at>',
        '@',
        '[x](y)',
        '"',
      ),
      maxLength: 40,
    }),
    fc.constantFrom(1, 1, 1, 10, 150),
  )
  .map(([text, times]) => text.repeat(times));

const rich: fc.Arbitrary<Rich> = fc.oneof(
  words,
  fc.array(
    fc.oneof(
      words,
      words.map((bold) => ({ bold })),
      fc.record({ link: fc.oneof(fc.webUrl(), words), label: words }),
    ),
    { maxLength: 6 },
  ),
);

const button: fc.Arbitrary<Button> = fc.record(
  {
    label: words,
    command: fc.constant('task.done'),
    input: fc.record({ id: fc.uuid(), version: fc.nat() }),
    style: fc.constantFrom('primary' as const, 'danger' as const),
    confirm: fc.record({ title: words, text: words, yes: words, no: words }),
  },
  { requiredKeys: ['label', 'command', 'input'] },
);

const buttons = fc.array(button, { maxLength: 30 });

const tone = fc.constantFrom('info' as const, 'good' as const, 'warning' as const, 'bad' as const);

/** A point a category in every series, as the type says in words. */
const chart: fc.Arbitrary<Chart> = fc
  .record({
    title: words,
    shape: fc.constantFrom('bar' as const, 'line' as const, 'area' as const, 'pie' as const),
    unit: words,
    categories: fc.array(words, { maxLength: 30 }),
    names: fc.array(words, { maxLength: 9 }),
    value: fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer(), fc.constant(0)),
    text: words,
  })
  .map(({ names, value, text, ...rest }) => ({
    ...rest,
    series: names.map((name, at) => ({
      name,
      points: rest.categories.map((_, index) => ({ value: value * (at + index), text })),
    })),
  }));

const board: fc.Arbitrary<Board> = fc.record({
  title: words,
  columns: fc.array(
    fc.record({
      title: words,
      detail: words,
      cards: fc.array(fc.record({ title: words, detail: words, tone }, { requiredKeys: ['title', 'detail'] }), {
        maxLength: 12,
      }),
    }),
    { maxLength: 8 },
  ),
});

const input = fc.record(
  {
    name: fc.stringMatching(/^[a-z]{1,20}$/),
    label: words,
    widget: fc.constantFrom<Widget>(
      'line',
      'paragraph',
      'number',
      'date',
      'datetime',
      'choice',
      'choices',
      'person',
      'record',
      'file',
    ),
    source: fc.constantFrom('customer', 'person'),
    required: fc.boolean(),
    value: fc.oneof(
      words,
      fc.constantFrom('2026-02-30', '2026-12-01', '2026-12-01 09:30', '2026-12-01 25:00', '42', '-1.5', 'a,b', ','),
    ),
    placeholder: words,
    options: fc.array(fc.record({ label: words, value: words }), { maxLength: 120 }),
    error: words,
  },
  { requiredKeys: ['name', 'label', 'widget', 'required'] },
);

const node: fc.Arbitrary<CardNode> = fc.oneof(
  fc.record({ type: fc.constant('text' as const), text: rich, muted: fc.boolean() }),
  fc.record({ type: fc.constant('heading' as const), text: words }),
  fc.record({
    type: fc.constant('facts' as const),
    facts: fc.array(fc.record({ label: words, value: rich }), { maxLength: 25 }),
  }),
  fc.record({
    type: fc.constant('table' as const),
    columns: fc.array(words, { maxLength: 24 }),
    rows: fc.array(fc.array(words, { maxLength: 24 }), { maxLength: 120 }),
  }),
  fc.record({
    type: fc.constant('records' as const),
    records: fc.array(fc.record({ title: rich, detail: rich, buttons, more: buttons }, { requiredKeys: ['title'] }), {
      maxLength: 60,
    }),
  }),
  fc.constant({ type: 'divider' as const }),
  fc.record({ type: fc.constant('actions' as const), buttons, more: buttons }, { requiredKeys: ['type', 'buttons'] }),
  fc.record({
    type: fc.constant('progress' as const),
    label: words,
    value: fc.double({ min: -1, max: 2, noNaN: false }),
    text: words,
  }),
  fc.record({ type: fc.constant('image' as const), url: fc.webUrl({ validSchemes: ['https'] }), alt: words }),
  fc.record({ type: fc.constant('chart' as const), chart }),
  fc.record({ type: fc.constant('board' as const), board }),
  fc.record({
    type: fc.constant('form' as const),
    form: fc.record({
      command: fc.constant('lead.add'),
      hidden: fc.record({ id: fc.uuid() }),
      inputs: fc.uniqueArray(input, { maxLength: 60, selector: ({ name }) => name }),
      submit: words,
    }),
  }),
);

/** A card of any nodes and any size. */
export const anyCard: fc.Arbitrary<Card> = fc.record(
  {
    title: words,
    tone,
    body: fc.array(node, { maxLength: 70 }),
    ownView: fc.record({ command: fc.constant('approval.show'), input: fc.record({ approval: fc.uuid() }) }),
  },
  { requiredKeys: ['title', 'body'] },
);
