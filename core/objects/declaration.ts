import { z } from 'zod';
import { moneySchema } from '../money.ts';
import type { Text } from '../text.ts';

/** What a field of an own object may hold (R22). */
const FIELD_KINDS = ['text', 'number', 'date', 'money', 'choice', 'person'] as const;

const text = (most: number) => z.strictObject({ en: z.string().min(1).max(most), zh: z.string().min(1).max(most) });
/** Beside what every object has, none may be called like it. */
const key = z
  .string()
  .regex(/^[a-z][a-zA-Z0-9]{0,30}$/)
  .refine((name) => !['type', 'customer', 'name', 'object', 'was'].includes(name));

/** Of a choice: so many, and as long as a form shows them. */
export const OPTIONS = { most: 30, longest: 40 } as const;

/** One field of a type, as an admin or a template declares it; forms, checks and cards follow from it. */
export const fieldSchema = z.strictObject({
  key,
  name: text(24),
  kind: z.enum(FIELD_KINDS),
  required: z.boolean().optional(),
  /** Of a day: it has been. */
  past: z.boolean().optional(),
  options: z
    .array(z.strictObject({ value: z.string().min(1).max(OPTIONS.longest), name: text(OPTIONS.longest) }))
    .min(1)
    .max(OPTIONS.most)
    .optional(),
  /** Other words that are said around its value: 买的, bought. */
  words: z.array(z.string().min(1).max(24)).max(12).optional(),
});

/** Of what a reminder suggests: so many, and as long as a line shows them. */
export const GOODS = { most: 10, longest: 60 } as const;

export const ruleSchema = z.discriminatedUnion('kind', [
  /** So many days after the day in `field` its customer's owner gets a task; again and again where it repeats. */
  z.strictObject({
    kind: z.literal('task'),
    key,
    field: key,
    days: z.number().int().min(1).max(3650),
    repeats: z.boolean().optional(),
    /** `{name}` is the object's. */
    task: text(160),
    /** What to suggest then: names of the price list, or words of one's own. */
    goods: z.array(text(GOODS.longest)).max(GOODS.most).optional(),
  }),
  /** The colleague in `field` hears of a new one. */
  z.strictObject({ kind: z.literal('tell'), key, field: key }),
]);

export type FieldDeclaration = z.output<typeof fieldSchema>;
export type ObjectRule = z.output<typeof ruleSchema>;

export type ObjectType = {
  id: string;
  key: string;
  name: Text;
  /** Other words for it. */
  synonyms: string[];
  /** What its name is called: number plate, unit. */
  label: Text;
  fields: FieldDeclaration[];
  rules: ObjectRule[];
  version: number;
};

/** What one field may hold. */
export function schemaOf({ kind, options = [] }: Pick<FieldDeclaration, 'kind' | 'options'>): z.ZodType {
  switch (kind) {
    case 'text':
      return z.string().min(1).max(500);
    case 'number':
      return z.number().min(-1e12).max(1e12);
    case 'date':
      return z.iso.date();
    case 'money':
      return moneySchema;
    case 'choice':
      return z.enum(options.map(({ value }) => value));
    case 'person':
      return z.uuid();
  }
}

/** What all its fields may hold together. A change need not say what is required, and takes away the rest with null. */
export function valuesSchema(fields: readonly FieldDeclaration[], { isChange = false } = {}) {
  return z.strictObject(
    Object.fromEntries(
      fields.map((field) => {
        const schema = schemaOf(field);
        return [
          field.key,
          field.required ? (isChange ? schema.optional() : schema) : isChange ? schema.nullish() : schema.optional(),
        ];
      }),
    ),
  );
}

export type Values = Readonly<Record<string, unknown>>;

/** As JSON keeps it: a sum in minor units is no JSON number, and nothing is not kept. */
export function toStored(values: Values): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const money = moneySchema.safeParse(value);
      return value === undefined || value === null
        ? []
        : [[name, money.success ? { minor: money.data.minor.toString(), currency: money.data.currency } : value]];
    }),
  );
}

const storedMoney = z.object({ minor: z.string().regex(/^\d{1,18}$/), currency: z.string().length(3) });

/** A sum as it was kept. */
function readStoredMoney(value: unknown): { minor: bigint; currency: string } | undefined {
  const stored = storedMoney.safeParse(value);
  return stored.success ? { minor: BigInt(stored.data.minor), currency: stored.data.currency } : undefined;
}

/**
 * What stands under a field, as its declaration has it now: what was written while it held something else is kept unseen. A
 * choice that is no longer offered stands.
 */
export function valueUnder(field: FieldDeclaration, values: Values): unknown {
  const value = values[field.key];
  if (field.kind === 'money') {
    return readStoredMoney(value);
  }
  const schema = field.kind === 'choice' ? z.string() : schemaOf(field);
  return schema.safeParse(value).data;
}
