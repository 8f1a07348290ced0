import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Button, Card, CardNode, Rich } from '../../bot/cards/card.ts';
import { complaintsAboutMessage, complaintsAboutView } from '../../test/fakes/slack-checks.ts';
import { renderMessage, renderModal } from './render.ts';

/** Words of any length, mostly short, sometimes far too long. */
const words = fc
  .tuple(
    fc.string({
      unit: fc.constantFrom('a', ' ', '\n', '&', '<', '>', '*', '_', '`', '|', '字', '😀', '<!channel>'),
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

const input = fc.record(
  {
    name: fc.stringMatching(/^[a-z]{1,20}$/),
    label: words,
    widget: fc.constantFrom('line' as const, 'paragraph' as const, 'date' as const, 'choice' as const),
    required: fc.boolean(),
    value: fc.oneof(words, fc.constant('2026-02-30'), fc.constant('2026-12-01')),
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
    records: fc.array(fc.record({ title: rich, detail: rich, buttons }, { requiredKeys: ['title'] }), {
      maxLength: 60,
    }),
  }),
  fc.constant({ type: 'divider' as const }),
  fc.record({ type: fc.constant('actions' as const), buttons }),
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

const card: fc.Arbitrary<Card> = fc.record(
  {
    title: words,
    tone: fc.constantFrom('info' as const, 'good' as const, 'warning' as const, 'bad' as const),
    body: fc.array(node, { maxLength: 70 }),
  },
  { requiredKeys: ['title', 'body'] },
);

it('a card of any size is a message that Slack takes', () => {
  fc.assert(
    fc.property(card, (given) => {
      const { text, blocks } = renderMessage(given);
      expect(complaintsAboutMessage(blocks, text)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

it('a card of any size is a window that Slack takes', () => {
  fc.assert(
    fc.property(card, (given) => {
      expect(complaintsAboutView(renderModal(given, { address: 'C1', direct: true }))).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
