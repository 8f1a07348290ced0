import type { Core } from '../context.ts';

/** True while a company has nothing yet that a template would have to spare: no deals, no leads, no objects of its own. */
export async function isUntouched(core: Core): Promise<boolean> {
  const [company] = await core.sql<{ untouched: boolean }>({
    name: 'company-untouched',
    text: `SELECT NOT EXISTS (SELECT FROM object_types) AND NOT EXISTS (SELECT FROM seen.opportunities) AND NOT EXISTS (SELECT FROM seen.leads) AS untouched`,
    isRead: true,
  });
  return company?.untouched === true;
}
