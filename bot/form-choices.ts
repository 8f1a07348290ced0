import type { Core } from '../core/context.ts';
import { DomainError } from '../core/errors.ts';
import { isId } from '../core/id.ts';
import type { Option } from './cards/card.ts';
import type { Command } from './command.ts';
import { clean } from './derive/read-typed.ts';
import { fieldsOf } from './fields/field.ts';
import { isRecordKind } from './fields/kinds.ts';
import { type Candidate, RECORDS, type RecordKindRule } from './fields/records.ts';

export type Choices = { choices: Record<string, Option[]>; offers: Record<string, Option[]> };

/** What there is to choose in a command's form, for the fields that name records. */
export async function choicesIn(
  core: Core,
  command: Command,
  known: Readonly<Record<string, unknown>>,
): Promise<Choices> {
  const choices: Record<string, Option[]> = {};
  const offers: Record<string, Option[]> = {};
  for (const { name, meta } of fieldsOf(command.input)) {
    const rule: RecordKindRule | undefined = isRecordKind(meta.kind) && !meta.hidden ? RECORDS[meta.kind] : undefined;
    if (rule?.options) {
      choices[name] = toOptions(await choicesOf(core, rule, known[name]));
    } else if (rule) {
      offers[name] = await offer(core, rule, known[name], known.customer);
    }
  }
  return { choices, offers };
}

/** All there is to choose, and what is chosen already: nothing is taken away by being offered no more. */
async function choicesOf(core: Core, rule: RecordKindRule, known: unknown): Promise<Candidate[]> {
  const [offered = [], held = []] = await Promise.all([
    rule.options?.(core),
    typeof known === 'string' ? rule.held?.(core, known) : [],
  ]);
  return [...offered, ...held.filter(({ id }) => !offered.some((each) => each.id === id))];
}

export const toOptions = (candidates: readonly Candidate[]) =>
  candidates.map(({ id: value, label }): Option => ({ value, label }));

/** The one a button or a choice has said, by its name, and the likely ones. */
async function offer(core: Core, rule: RecordKindRule, known: unknown, customer: unknown): Promise<Option[]> {
  const id = typeof known === 'string' && isId(known) ? known : undefined;
  const [label, recent = []] = await Promise.all([id && rule.label?.(core, id), likely(core, rule, customer)]);
  const options = toOptions(recent);
  if (id && rule.label && !label) {
    throw new DomainError('not_found', `what a form is about: ${id}`);
  }
  return id ? [{ value: id, label: label || id }, ...options.filter(({ value }) => value !== id)] : options;
}

/** His own where the customer is known, and otherwise what the person was last at. */
async function likely(core: Core, rule: RecordKindRule, customer: unknown): Promise<Candidate[]> {
  if (rule.isOfCustomer && typeof customer === 'string' && customer !== '') {
    const name = isId(customer) ? await RECORDS.customer.label(core, customer) : clean(customer);
    const own = name ? await rule.find(core, name) : [];
    if (own.length > 0) {
      return own;
    }
  }
  return (await rule.recent?.(core)) ?? [];
}
