import type { Card, CardNode } from '../../../bot/cards/card.ts';
import { PLATFORM_NAMES } from '../../platform-names.ts';
import { parse } from '../../slack/parse.ts';
import { wants } from '../../slack/pictures.ts';
import { renderMessage, renderModal } from '../../slack/render.ts';
import { readBlockId } from '../../slack/wire.ts';
import { readEvent } from '../errors.ts';
import type { Acted, Look } from './look.ts';

/** What Slack adds to every payload; the conversation itself stays the playground's matter. */
const AROUND = { team: { id: 'T-local' }, user: { id: 'U-local' } };

/** Cards through the Slack adapter: its renderer out, its parser in. */
export const slackLook: Look = {
  name: 'slack',
  label: PLATFORM_NAMES.slack,
  shares: 'thread',
  wants,
  message: renderMessage,
  window: toWindow,
  readPress: (pressed) => read({ type: 'block_actions', container: {}, ...asObject(pressed), ...AROUND }),
  readSubmit: (submitted) =>
    read({ type: 'view_submission', view: { id: 'V-local', ...asObject(submitted) }, ...AROUND }),
};

/** Slack shows what is wrong beside the fields of the window that stays open, rather than a window anew. */
function toWindow(card: Card) {
  const errors = new Map<string, string>();
  const body = card.body.map((node): CardNode => {
    if (node.type !== 'form') return node;
    const inputs = node.form.inputs.map(({ error, ...input }) => {
      if (error !== undefined) errors.set(input.name, error);
      return input;
    });
    return { ...node, form: { ...node.form, inputs } };
  });
  const view = renderModal({ ...card, body }, { address: 'local', direct: true });
  const blocks = view.blocks.flatMap(({ block_id }) => block_id ?? []);
  const marked = blocks.flatMap((id) => {
    const error = errors.get(readBlockId(id));
    return error === undefined ? [] : [[id, error]];
  });
  return { view, errors: Object.fromEntries(marked) };
}

function read(payload: Readonly<Record<string, unknown>>): Acted {
  const body = new URLSearchParams({ payload: JSON.stringify(payload) });
  return readEvent(parse(Buffer.from(body.toString())));
}

function asObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}
