import { createHmac } from 'node:crypto';
import type { InputBlock, PlainTextOption } from '@slack/types';
import type { FakeSlack, SlackCard, SlackView } from './slack.ts';
import { buttonsOf, fieldOf, inputsOf, type PlacedButton, wordsOf } from './slack-card.ts';
import { initialOptions, type Offered } from './slack-inputs.ts';

/** What Slack's client makes of what it shows: where a button is, what a window holds, what becomes of it. */

export type Delivered = {
  status: number;
  body: Record<string, unknown> | undefined;
  /** The same bytes once more, freshly signed, as a redelivery would be. */
  again(): Promise<Delivered>;
};

/** What came of a submitted window; errors by field. */
export type Submitted = Delivered & { errors: Record<string, string> };

/** https://docs.slack.dev/authentication/verifying-requests-from-slack */
export function signatureOf(
  body: string,
  { signingSecret, now }: { signingSecret: string; now: Date },
): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const digest = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${digest}` };
}

export function isOffered(offered: Offered, input: InputBlock, wanted: string): boolean {
  const known = [...(offered.get(fieldOf(input)) ?? []), ...initialOptions(input)];
  return known.some(({ value, text }) => value === wanted || text.text === wanted);
}

/** The window on top. */
export function top(fake: FakeSlack, user: string): SlackView {
  const view = fake.lastView(user);
  if (!view) {
    throw new Error(`no window is open for ${user}`);
  }
  return view;
}

/** Does with the window what the response says. */
export function follow(
  fake: FakeSlack,
  user: string,
  inputs: readonly InputBlock[],
  body: Record<string, unknown>,
): Record<string, string> {
  const stack = fake.openViews(user);
  switch (body.response_action) {
    case 'errors': {
      const errors = body.errors as Record<string, string>;
      const unknown = Object.keys(errors).filter((id) => !inputs.some(({ block_id }) => block_id === id));
      if (unknown.length > 0) {
        throw new Error(`errors for blocks that are not there: ${unknown.join(', ')}`);
      }
      return Object.fromEntries(
        inputs.flatMap((input) => {
          const error = errors[input.block_id ?? ''];
          return error ? [[fieldOf(input), error]] : [];
        }),
      );
    }
    case 'update':
      fake.setViews(user, [...stack.slice(0, -1), fake.readView(body)]);
      return {};
    case 'push':
      fake.setViews(user, [...stack, fake.readView(body)]);
      return {};
    case 'clear':
      fake.setViews(user, []);
      return {};
    default:
      fake.setViews(user, stack.slice(0, -1));
      return {};
  }
}

export function find(blocks: SlackCard['blocks'], label: string): PlacedButton {
  const buttons = buttonsOf(blocks);
  const found = buttons.get(label);
  if (!found) {
    throw new Error(`no button "${label}", only: ${[...buttons.keys()].join(', ')}`);
  }
  return found;
}

/** The record that says `words`, with the buttons below it. */
export function blocksOf(blocks: SlackCard['blocks'], words: string): SlackCard['blocks'] {
  const from = blocks.findIndex((block) => wordsOf([block]).includes(words));
  if (from < 0) {
    throw new Error(`no record "${words}"`);
  }
  const length = blocks.slice(from + 1).findIndex(({ type }) => type !== 'actions');
  return blocks.slice(from, length < 0 ? undefined : from + 1 + length);
}

export function toAction({ action }: PlacedButton, ts: string): Record<string, unknown> {
  return { ...action, action_ts: ts };
}

export function blocksIn(view: SlackView): SlackCard['blocks'] {
  return view.blocks as SlackCard['blocks'];
}

export function inputsIn(view: SlackView): InputBlock[] {
  return inputsOf(blocksIn(view));
}

/** https://docs.slack.dev/reference/interaction-payloads/block_suggestion-payload: a hundred at the most. */
export function readOptions(body: Record<string, unknown> | undefined): PlainTextOption[] {
  const options = (body?.options ?? []) as PlainTextOption[];
  if (!body?.options || options.length > 100 || options.some(({ value = '' }) => value === '' || value.length > 75)) {
    throw new Error(`no options Slack takes: ${JSON.stringify(body)}`);
  }
  return options;
}

/** As Slack's client escapes what is typed. */
export function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/<(?![@#!])/g, '&lt;');
}
