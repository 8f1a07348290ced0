import type { Core } from '../context.ts';
import { IS_UNTOUCHED } from '../templates/is-untouched.ts';

/** How far a company has come in setting itself up. */
export type SetUp = {
  /** Whether there is anything of a trade's yet: deals, leads or records of its own kind. */
  isUntouched: boolean;
  teams: number;
  teamsWithoutLead: number;
  /** Colleagues who may use it, the asker among them. */
  people: number;
  /** Who asked to be let in and was not answered. */
  waiting: number;
  stages: number;
  products: number;
  rules: number;
  hooks: number;
};

/** Counted in one round trip; for an admin, who sees all of it. */
export async function findSetUp(core: Core): Promise<SetUp> {
  const [found] = await core.sql<SetUp>({
    name: 'set-up',
    text: `SELECT ${IS_UNTOUCHED} AS "isUntouched",
                  (SELECT count(*)::int FROM teams) AS teams,
                  (SELECT count(*)::int FROM teams WHERE lead_id IS NULL) AS "teamsWithoutLead",
                  (SELECT count(*)::int FROM users WHERE active) AS people,
                  (SELECT count(*)::int FROM admissions WHERE state = 'pending') AS waiting,
                  (SELECT count(*)::int FROM stages WHERE kind = 'open') AS stages,
                  (SELECT count(*)::int FROM products WHERE active) AS products,
                  (SELECT count(*)::int FROM assignment_rules WHERE active) AS rules,
                  (SELECT count(*)::int FROM hook_sources WHERE active) AS hooks`,
    isRead: true,
  });
  if (!found) {
    throw new Error('a SELECT without FROM gave no row');
  }
  return found;
}
