import { z } from 'zod';
import { moneySchema } from '../../core/money.ts';
import type { Text } from '../../core/text.ts';
import { type FieldMeta, field, optional } from './field.ts';

/** The fields that many commands share, each with its one way of being typed and judged. */

type Options = Partial<Omit<FieldMeta, 'kind' | 'label'>>;

const id = z.uuid();
const day = z.iso.date();

export const recordField = (
  kind:
    | 'customer'
    | 'contact'
    | 'formerContact'
    | 'opportunity'
    | 'anyDeal'
    | 'lead'
    | 'record'
    | 'party'
    | 'tag'
    | 'task'
    | 'ticket'
    | 'closedTicket'
    | 'document'
    | 'invoice'
    | 'payment'
    | 'object'
    | 'segment'
    | 'person'
    | 'team'
    | 'product',
  label: Text,
  options: Options = {},
) => field(id, { kind, label, ...options });

/** Several leads, by their ids with commas between; typed by name. */
export const leadsField = (label: Text, options: Options = {}) =>
  field(z.string().regex(/^[0-9a-f-]{36}(?:,[0-9a-f-]{36})*$/), { kind: 'leads', label, ...options });

/** Several products of the price list, by their ids with commas between; typed by name. */
export const productsField = (label: Text = { en: 'Products', zh: '意向产品' }, options: Options = {}) =>
  field(z.string().regex(/^[0-9a-f-]{36}(?:,[0-9a-f-]{36})*$/), { kind: 'products', label, ...options });

/** A record that is known by a short key of its own. */
export const keyField = (
  kind: 'stage' | 'pipeline' | 'source' | 'outcome' | 'reason' | 'template',
  label: Text,
  options: Options = {},
) => field(z.string().min(1).max(200), { kind, label, ...options });

/** A whole number within limits. */
export const countField = (label: Text, { min = 0, max }: { min?: number; max: number }, options: Options = {}) =>
  field(z.number().int().min(min).max(max), { kind: 'number', label, ...options });

export const textField = (label: Text, options: Options = {}) =>
  field(z.string().min(1).max(200), { kind: 'text', label, ...options });

export const regionField = (label: Text = { en: 'Region', zh: '地区' }) =>
  field(z.string().min(1).max(200), { kind: 'region', label });

export const personNameField = (label: Text = { en: 'Contact', zh: '联系人' }) =>
  field(z.string().min(1).max(200), { kind: 'personName', label });

export const noteField = (label: Text, options: Options = {}) =>
  field(z.string().min(1).max(10_000), { kind: 'longText', label, ...options });

export const dayField = (label: Text, options: Options = {}) => field(day, { kind: 'day', label, ...options });

export const pastDayField = (label: Text, options: Options = {}) => field(day, { kind: 'pastDay', label, ...options });

/** An hour of the day, HH:MM. */
export const timeField = (label: Text, options: Options = {}) =>
  field(z.string().regex(/^\d\d:\d\d$/), { kind: 'time', label, ...options });

export const dueField = (label: Text, options: Options = {}) =>
  field(
    z.object({
      day,
      time: z
        .string()
        .regex(/^\d\d:\d\d$/)
        .optional(),
    }),
    { kind: 'due', label, ...options },
  );

export const numberField = (label: Text, { min, max, ...options }: Options & { min: number; max: number }) =>
  field(z.number().int().min(min).max(max), { kind: 'number', label, ...options });

export const moneyField = (label: Text, options: Options = {}) =>
  field(moneySchema, { kind: 'money', label, ...options });

export const phoneField = (label: Text = { en: 'Phone', zh: '电话' }, options: Options = {}) =>
  field(z.string().max(20), { kind: 'phone', label, ...options });

export const emailField = (label: Text = { en: 'E-mail', zh: '邮箱' }, options: Options = {}) =>
  field(z.email().max(200), { kind: 'email', label, ...options });

/** What somebody sent: the ids under which it was taken in. */
export const fileField = (label: Text = { en: 'File', zh: '文件' }, options: Options = {}) =>
  field(z.array(id).min(1).max(10), { kind: 'file', label, ...options });

/** An id or a number a button carries; never typed. */
export const hiddenId = (options: Options = {}) =>
  field(id, { kind: 'id', label: { en: 'id', zh: '编号' }, hidden: true, ...options });

export const hiddenNumber = (options: Options = {}) =>
  field(z.number().int().nonnegative(), {
    kind: 'number',
    label: { en: 'number', zh: '序号' },
    hidden: true,
    ...options,
  });

/** Whose something was when the form was drawn that gives it away. */
export const holderField = () =>
  optional(field(z.string().max(40), { kind: 'text', label: { en: 'held by', zh: '原负责人' }, hidden: true }));

/** When the form was drawn that is sent, of what is measured against all that was done since. */
export const drawnField = () =>
  optional(field(z.iso.datetime(), { kind: 'text', label: { en: 'drawn at', zh: '打开时间' }, hidden: true }));

/** What was looked for. */
export const hiddenWords = () =>
  field(z.string().max(200), { kind: 'text', label: { en: 'words', zh: '关键词' }, hidden: true });

/** True where a button's answer takes its card's place. */
export const hiddenFlag = () => field(z.boolean(), { kind: 'text', label: { en: 'here', zh: '原位' }, hidden: true });

export const hiddenMoment = () =>
  field(z.iso.datetime(), { kind: 'text', label: { en: 'since', zh: '自' }, hidden: true });

/** Several of a closed set; `none` stands for the empty set, which a form cannot send otherwise. */
export function choicesField<const Values extends readonly [string, ...string[]]>(
  values: Values,
  names: Readonly<Record<Values[number], Text>>,
  label: Text,
) {
  return field(z.array(z.enum([NOTHING, ...values])), {
    kind: 'choices',
    label,
    options: [
      { value: NOTHING, label: { en: 'nothing', zh: '无' } },
      ...values.map((value: Values[number]) => ({ value, label: names[value] })),
    ],
  });
}

const NOTHING = 'none';

/** What of a `choicesField` was chosen. */
export function chosen<Value extends string>(values: readonly (Value | typeof NOTHING)[]): Value[] {
  return values.filter((value): value is Value => value !== NOTHING);
}

export function choiceField<const Values extends readonly [string, ...string[]]>(
  values: Values,
  names: Readonly<Record<Values[number], Text>>,
  label: Text,
  options: Options = {},
) {
  return field(z.enum(values), {
    kind: 'choice',
    label,
    options: values.map((value: Values[number]) => ({ value, label: names[value] })),
    ...options,
  });
}

/** What was chosen of on and off, or of yes and no; undefined, so that it stays, where neither was. */
export const isOn = (chosen: string | undefined): boolean | undefined =>
  chosen === undefined ? undefined : chosen === 'on' || chosen === 'yes';

/** Whether something that is set up is used or rests. */
export const inUseField = () =>
  optional(
    choiceField(
      ['on', 'off'],
      { on: { en: 'on', zh: '启用' }, off: { en: 'off', zh: '停用' } },
      { en: 'In use', zh: '状态' },
    ),
  );

/** Whether a word of the company's own lists is still offered; on what has it, it stays either way. */
export const stillUsedField = (label: Text = { en: 'In use', zh: '状态' }) =>
  optional(
    choiceField(['on', 'off'], { on: { en: 'in use', zh: '启用' }, off: { en: 'no longer used', zh: '停用' } }, label),
  );

const YEAR = 366;

/** For how many days something is kept, none to a year. */
export const keptDaysField = (label: Text) => optional(countField(label, { min: 0, max: YEAR }));

/** What a form showed when it was opened, which it carries until it is sent; every command that `changes` something has it. */
export const wasField = (options: Options = {}) =>
  optional(
    field(z.string().max(4_000), { kind: 'text', label: { en: 'as shown', zh: '原值' }, hidden: true, ...options }),
  );
