import { EVERYBODY, type Role } from '../../actor.ts';

/**
 * How somebody stands to a row: it is his; it belongs to somebody below him in the teams he leads; to anybody else; to
 * nobody yet; he was given it to work on; or it belongs to the company, so that nobody stands closer to it than another.
 */
export const RELATIONS = ['own', 'team', 'other', 'pool', 'granted', 'any'] as const;

export type Relation = (typeof RELATIONS)[number];

/** `assign` is giving it to somebody of one's team; `change` of a step is signing it, of a change undoing it. */
export const ACTIONS = ['see', 'create', 'change', 'assign', 'remove'] as const;

export type Action = (typeof ACTIONS)[number];

export type Rule = {
  /** Which roles the database lets do it, by how they stand to the row; nobody where nothing is said. */
  readonly rows?: Readonly<Partial<Record<Relation, readonly Role[]>>>;
  /** The commands that do it, and who may give them. */
  readonly commands?: Readonly<Record<string, readonly Role[]>>;
};

export type Entity = Readonly<Partial<Record<Action, Rule>>>;

export { ADMIN } from '../../actor.ts';
export const ALL = EVERYBODY;

/** Whose work everybody's is, and who besides reads everything. */
export const ABOVE_ALL = ['executive', 'admin'] as const satisfies readonly Role[];
export const READERS = ['executive', 'finance', 'admin'] as const satisfies readonly Role[];

/** Service answers every customer, marketing writes to every one. */
export const SEES_CUSTOMERS = [
  'executive',
  'service',
  'marketing',
  'finance',
  'admin',
] as const satisfies readonly Role[];

/** A row made for a stranger is a stranger's, whatever else one was given. */
export const NEW = { own: ALL, team: ALL, other: ABOVE_ALL, pool: ALL, granted: ABOVE_ALL };
export const WORK = { own: ALL, team: ALL, other: ABOVE_ALL, pool: ALL, granted: ALL };
