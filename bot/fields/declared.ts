import type { z } from 'zod';
import { type FieldDeclaration, schemaOf } from '../../core/objects/declaration.ts';
import { clearable, field, optional } from './field.ts';
import type { KindName } from './kinds.ts';

const KIND_OF: Readonly<Record<FieldDeclaration['kind'], KindName>> = {
  text: 'text',
  number: 'number',
  date: 'roughDay',
  money: 'money',
  choice: 'choice',
  person: 'person',
};

/** Fields that are data, as a command's fields: how they are typed, and the same check that the core makes. */
export function declaredFields(
  fields: readonly FieldDeclaration[],
  { isChange = false } = {},
): Record<string, z.ZodType> {
  return Object.fromEntries(
    fields.map((each) => {
      const { key, kind, name, past, required, options } = each;
      const own = field(schemaOf(each), {
        kind: kind === 'date' && past ? 'pastRoughDay' : KIND_OF[kind],
        label: name,
        ...(options ? { options: options.map((option) => ({ value: option.value, label: option.name })) } : {}),
      });
      return [key, required ? (isChange ? optional(own) : own) : isChange ? clearable(own) : optional(own)];
    }),
  );
}
