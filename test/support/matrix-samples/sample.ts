import type { Relation } from '../../../core/permissions/matrix/rule.ts';

/** What a row is made of. */
export type Making = {
  id: string;
  relation: Relation;
  /** Whose it is; null in the pool. */
  owner: string | null;
  /** Who puts it there. */
  by: string;
  /** Parents of the same relation. */
  customer: string;
  lead: string;
  opportunity: string;
  /** Another one, about which a director is asked. */
  asked: string;
  request: string;
  change: string;
  ticket: string;
  segment: string;
  delivery: string;
  report: string;
};

export type Sample = {
  /** In which relations there can be one. */
  relations: readonly Relation[];
  insert(row: Making): string;
  /** The SET clause of a change; a signature where that is what changing is. */
  set: string | ((me: string) => string);
  /** Which row it is, where that is not by id. */
  where?(row: Making): string;
};

export const OWNED = ['own', 'team', 'other', 'granted'] as const;
export const POOLED = [...OWNED, 'pool'] as const;
export const ANY = ['any'] as const;
export const LED = ['own', 'team', 'other'] as const;
export const MINE = ['own', 'other'] as const;

export const bump = 'version = version + 1';
const text = (value: string | null) => (value === null ? 'NULL' : `'${value}'`);
export const into = (table: string, columns: Record<string, string | null>) =>
  `INSERT INTO ${table} (${Object.keys(columns).join(', ')}) VALUES (${Object.values(columns)
    .map((value) => (value?.startsWith('(') ? value : text(value)))
    .join(', ')})`;
