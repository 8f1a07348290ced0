import { EVERYBODY, type Role } from '../actor.ts';
import { COMPANY } from './matrix/company.ts';
import type { Entity } from './matrix/rule.ts';
import { SALES } from './matrix/sales.ts';

/**
 * Who may do what (R84, R85): roles × tables × relation × action, and the commands that do it. The database, the gate and
 * docs/permission-matrix.md are checked against it, cell by cell; every table and every command stands here.
 */
export const MATRIX: Readonly<Record<string, Entity>> = { ...SALES, ...COMPANY };

/** Commands that are about no table. */
export const ABOUT_NOTHING: Readonly<Record<string, readonly Role[]>> = {
  'help.show': EVERYBODY,
  'talk.back': EVERYBODY,
};
