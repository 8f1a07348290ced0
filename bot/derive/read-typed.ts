import { type Text, withoutControls } from '../../core/text.ts';
import type { Command } from '../command.ts';
import { isEmptying } from '../fields/empty.ts';
import { type Field, fieldsOf } from '../fields/field.ts';
import { KINDS, type ReadContext } from '../fields/kinds.ts';

/** What is known of a command's input so far: values for the schema, and what to say of those that could not be read. */
export type Typed = { values: Record<string, unknown>; complaints: Record<string, Text> };

const STAYS: Text = { en: 'This cannot be empty.', zh: '此项不能为空。' };

/** Reads what a person typed, on a line, in a form or in a sentence. Blanks are left out, a dash takes away; unknown names are kept for zod to refuse. */
export function readTyped(command: Command, input: Readonly<Record<string, unknown>>, context: ReadContext): Typed {
  const fields = new Map(fieldsOf(command.input).map((field) => [field.name, field]));
  const values: Record<string, unknown> = {};
  const complaints: Record<string, Text> = {};
  for (const [name, raw] of Object.entries(input)) {
    const typed = typeof raw === 'string' ? clean(raw) : raw;
    const field = fields.get(name);
    if (field?.meta.isClearable && isEmptying(typed)) {
      values[name] = null;
      continue;
    }
    if (typed === '' || typed === undefined || typed === null) {
      continue;
    }
    if (command.changes && field && !field.meta.positional && isEmptying(typed)) {
      complaints[name] = STAYS;
      continue;
    }
    if (!field || typeof typed !== 'string') {
      values[name] = typed;
      continue;
    }
    const result = readField(field, typed, context);
    if ('value' in result) {
      values[name] = result.value;
    } else {
      complaints[name] = result.complaint;
    }
  }
  return { values, complaints };
}

function readField({ meta }: Field, typed: string, context: ReadContext) {
  return KINDS[meta.kind].read(typed, context, meta);
}

/** Typed text as it is read: without what no text may hold, and without blanks around it. */
export function clean(text: string): string {
  return withoutControls(text).trim();
}
