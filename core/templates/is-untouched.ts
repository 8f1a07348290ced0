import type { Core } from '../context.ts';

/** SQL: there is nothing yet that a template would have to spare. */
export const IS_UNTOUCHED =
  'NOT EXISTS (SELECT FROM object_types) AND NOT EXISTS (SELECT FROM seen.opportunities) AND NOT EXISTS (SELECT FROM seen.leads)';

/** True while a company has nothing yet that a template would have to spare: no deals, no leads, no objects of its own. */
export async function isUntouched(core: Core): Promise<boolean> {
  const [company] = await core.sql<{ untouched: boolean }>({
    name: 'company-untouched',
    text: `SELECT ${IS_UNTOUCHED} AS untouched`,
    isRead: true,
  });
  return company?.untouched === true;
}
