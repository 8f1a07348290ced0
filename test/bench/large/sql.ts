// SQL that makes the same rows each time: ids that count, and chances that hang on the row's number alone.
const KINDS = {
  teams: 1,
  users: 2,
  customers: 3,
  contacts: 4,
  opportunities: 5,
  follow_ups: 6,
  leads: 7,
  tasks: 8,
  service_tickets: 9,
  touches: 10,
  pool_moves: 11,
  approval_requests: 12,
  approval_steps: 13,
  changes: 14,
  segments: 15,
  sales_documents: 16,
  invoices: 17,
  payments: 18,
  credit_limits: 19,
  objects: 20,
  object_types: 21,
} as const;

export type Kind = keyof typeof KINDS;

export const idOf = (kind: Kind, at: number): string =>
  `00000000-0000-7000-8${String(KINDS[kind]).padStart(3, '0')}-${String(at).padStart(12, '0')}`;

/** The same of an SQL number. */
export const idIn = (kind: Kind, at: string): string =>
  `('00000000-0000-7000-8${String(KINDS[kind]).padStart(3, '0')}-' || lpad((${at})::text, 12, '0'))::uuid`;

/** A number from 0 to 1 for each row `at`; `salt` makes another one of it. */
export const chance = (at: string, salt: number): string =>
  `((hashint8extended((${at})::bigint, ${salt}) & 1048575) / 1048576.0)`;

export const oneOf = (list: readonly string[], at: string, salt: number): string =>
  `(ARRAY[${list.map((word) => `'${word}'`).join(',')}])[1 + floor(${chance(at, salt)} * ${list.length})::int]`;

/** So many days ago, as a point in time. */
export const ago = (days: string): string => `(parley_now() - (${days})::float8 * interval '1 day')`;
