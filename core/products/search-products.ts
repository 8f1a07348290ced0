import type { Core } from '../context.ts';
import type { Text } from '../text.ts';

const RETIRED: Text = { en: ' (no longer sold)', zh: '（已停用）' };

/**
 * Products whose code or name this is, else whose name holds it; those no longer sold only where no other is meant.
 * All that are sold, by name, when nothing is said.
 */
export async function searchProducts(
  core: Core,
  { mention, limit = 8 }: { mention?: string; limit?: number },
): Promise<{ id: string; label: string }[]> {
  const { locale } = core.actor;
  const rows = await core.sql<{ id: string; label: string; isActive: boolean }>({
    name: 'products-search',
    text: `SELECT f.id, f.label, f.active AS "isActive" FROM (
             SELECT p.id, CASE WHEN $3 = 'zh' THEN p.name_zh ELSE p.name_en END AS label, p.active,
                    rank() OVER (ORDER BY (lower($1) IN (lower(p.code), lower(p.name_zh), lower(p.name_en))) IS TRUE DESC, p.active DESC) AS place
               FROM products p
              WHERE ($1::text IS NULL AND p.active) OR lower(p.code) = lower($1)
                 OR position(lower($1) IN lower(p.name_zh)) > 0 OR position(lower($1) IN lower(p.name_en)) > 0) f
            WHERE f.place = 1 ORDER BY f.label, f.id LIMIT $2`,
    values: [mention ?? null, limit, locale],
  });
  return rows.map(({ id, label, isActive }) => ({ id, label: isActive ? label : label + RETIRED[locale] }));
}
