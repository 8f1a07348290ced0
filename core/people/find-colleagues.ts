import type { Role } from '../actor.ts';
import type { Database } from '../db/database.ts';
import { asSystem } from '../db/system.ts';
import type { Locale } from '../text.ts';

export type Colleague = {
  userId: string;
  name: string;
  email: string | undefined;
  roles: Role[];
  locale: Locale | undefined;
};

/** Everybody active, for choosing whom to be in the playground. */
export async function findColleagues(database: Database): Promise<Colleague[]> {
  const rows = await asSystem(database, 'identity', ({ sql }) =>
    sql<{ userId: string; name: string; email: string | null; roles: Role[]; locale: Locale | null }>({
      name: 'colleagues',
      text: `SELECT u.id AS "userId", u.name, u.email, u.roles, u.locale FROM users u LEFT JOIN teams t ON t.id = u.team_id
              WHERE u.active ORDER BY NOT 'rep' = ANY (u.roles), t.name, u.name`,
    }),
  );
  return rows.map(({ email, locale, ...row }) => ({ ...row, email: email ?? undefined, locale: locale ?? undefined }));
}
