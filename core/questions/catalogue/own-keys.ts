import { z } from 'zod';

/** A company's own kind of object by its type's key: `object:vehicle`. */
export const ownKeySchema = z.templateLiteral(['object:', z.string().regex(/^[\w-]{1,64}$/)]);

export type OwnKey = z.output<typeof ownKeySchema>;

/** A declared field, and the figures made of it: `own.mileage`, `sum.mileage`, `avg.mileage`. */
export const ownFieldSchema = z.templateLiteral([
  z.enum(['own', 'sum', 'avg']),
  '.',
  z.string().regex(/^[a-z][a-zA-Z0-9]{0,30}$/),
]);

export const toOwnKey = (typeKey: string): OwnKey => `object:${typeKey}`;

export const isOwnKey = (entity: string): entity is OwnKey => entity.startsWith('object:');

export const isOwnField = (key: string): boolean => ownFieldSchema.safeParse(key).success;
