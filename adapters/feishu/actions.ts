// A file of Feishu’s own: what people do with cards, which arrives in a shape of its own.
// https://open.feishu.cn/document/uAjLw4CM/ukzMukzMukzM/feishu-cards/card-callback-communication

import { z } from 'zod';
import { malformed, OUT_OF_DATE } from '../untrusted.ts';
import { accepted, envelopeOf, id, type Known, type Origin, originOf, type Parsed } from './event.ts';
import { readPressed } from './wire.ts';

const shape = z.object({
  operator: z.object({ open_id: id }),
  action: z.object({
    tag: z.string(),
    value: z.unknown().optional(),
    option: z.string().nullish(),
    form_value: z.record(z.string(), z.unknown()).nullish(),
  }),
  context: z.object({ open_message_id: id, open_chat_id: id }),
});

export function parseAction(known: Known): Parsed {
  const read = shape.safeParse(known.event);
  if (!read.success) {
    return malformed(read.error);
  }
  const { operator, action, context } = read.data;
  if (action.tag !== 'button' && action.tag !== 'overflow') {
    return { kind: 'ignored', what: `card action of ${action.tag}` };
  }
  const pressed = readPressed(action.tag === 'overflow' ? action.option : action.value);
  const direct = pressed?.direct ?? false;
  const root = pressed?.root;
  const origin: Origin = {
    ...originOf(
      known,
      direct ? { type: 'open_id', id: operator.open_id, root } : { type: 'chat_id', id: context.open_chat_id, root },
    ),
    messageId: context.open_message_id,
    replyTo: root ? context.open_message_id : undefined,
  };
  const command = pressed?.command ?? OUT_OF_DATE;
  const around = envelopeOf(known, operator.open_id, origin);
  const blank = (pressed?.fields ?? []).map((name) => [name, '']);
  const values = { ...Object.fromEntries(blank), ...toValues(action.form_value ?? {}) };
  return accepted(
    known,
    pressed?.fields || (!pressed && action.form_value)
      ? { kind: 'submit', command, hidden: pressed?.input ?? {}, values, ...around }
      : { kind: 'press', command, input: pressed?.input ?? {}, ...around },
    origin,
  );
}

/** What stands in a form, as words: several choices with commas between them, days and times without their zone. */
function toValues(form: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(form).map(([name, value]) => [name, toWords(value)]));
}

function toWords(value: unknown): string {
  if (Array.isArray(value)) {
    return value.map(toWords).join(',');
  }
  if (typeof value === 'string') {
    return value.replace(/^(\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2})?) [+-]\d{4}$/, '$1');
  }
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
