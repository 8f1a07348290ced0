import { z } from 'zod';
import type { Text } from '../../core/text.ts';
import type { KindName } from './kinds.ts';

/** How a person sees and types one field of a command. */
export type FieldMeta = {
  kind: KindName;
  label: Text;
  /** Read from the words after the command, in the order the fields are declared; the last one takes the rest. */
  positional?: boolean;
  /** For `choice`: what may be chosen, and its names. */
  options?: readonly { value: string; label: Text }[];
  /** Never shown or typed: an id or a version that a button carries. */
  hidden?: boolean;
  example?: Text;
  /** The field that takes the words behind a record's name, where the whole of them is no name: 新商机 华星电子 二期扩容. */
  restTo?: string;
  /** Of a customer: somebody there may be named instead. */
  mayBeContact?: boolean;
  /** Of a record that must be there already: a name nobody knows is not put on file. */
  isKnown?: boolean;
  /** Of what is changed on a record: it can be taken away again. */
  isClearable?: boolean;
  /** Of a list: typed behind a plus it comes to what stands there. */
  mayAdd?: boolean;
  /** Of what a form only carries along: judged before the command runs, which is not given it. */
  isCarried?: boolean;
};

const registry = z.registry<FieldMeta>();

/** Attaches how a person sees and types a value to the schema that says what the value is. */
export function field<Schema extends z.ZodType>(schema: Schema, meta: FieldMeta): Schema {
  const own = schema.clone();
  registry.add(own, meta);
  return own;
}

/** The same field, left out when blank. */
export function optional<Schema extends z.ZodType>(schema: Schema): z.ZodOptional<Schema> {
  const meta = registry.get(schema);
  const own = schema.optional();
  if (meta) {
    registry.add(own, meta);
  }
  return own;
}

/** The same field where a record is changed: left out it stays, and null takes away what stands. */
export function clearable<Schema extends z.ZodType>(schema: Schema): z.ZodOptional<z.ZodNullable<Schema>> {
  const meta = registry.get(schema);
  const own = schema.nullable().optional();
  if (meta) {
    registry.add(own, { ...meta, isClearable: true });
  }
  return own;
}

export type Field = { name: string; schema: z.ZodType; meta: FieldMeta; required: boolean };

const fieldsByInput = new WeakMap<z.ZodObject, readonly Field[]>();

/** The fields of a command's input, in the order they are declared. */
export function fieldsOf(input: z.ZodObject): readonly Field[] {
  const known = fieldsByInput.get(input);
  if (known) {
    return known;
  }
  const fields = Object.entries(input.shape as Record<string, z.ZodType>).map(([name, schema]) => {
    const meta = registry.get(schema);
    if (!meta) {
      throw new Error(`Field "${name}" has no label: wrap it in field()`);
    }
    return { name, schema, meta, required: !schema.safeParse(undefined).success };
  });
  fieldsByInput.set(input, fields);
  return fields;
}
