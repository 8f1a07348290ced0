import { EVERYBODY, type Role } from '../actor.ts';
import { ACTIVITIES } from './matrix/activities.ts';
import { COMPANY } from './matrix/company.ts';
import { CUSTOMERS } from './matrix/customers.ts';
import { DEALS } from './matrix/deals.ts';
import { LEADS } from './matrix/leads.ts';
import type { Entity } from './matrix/rule.ts';

/** What sales work on, beside what the company has set up. */
export const SALES: Readonly<Record<string, Entity>> = { ...LEADS, ...CUSTOMERS, ...DEALS, ...ACTIVITIES };

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
