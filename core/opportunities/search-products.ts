import type { Core } from '../context.ts';

/** Products whose code is this or whose name holds it; all of them, by name, when nothing is said. */
export function searchProducts(
  core: Core,
  { mention, limit = 8 }: { mention?: string; limit?: number },
): Promise<{ id: string; label: string }[]> {
  return core.sql<{ id: string; label: string }>({
    name: 'products-search',
    text: `SELECT id, name AS label FROM products
            WHERE $1::text IS NULL OR lower(code) = lower($1) OR position(lower($1) IN lower(name)) > 0 ORDER BY name LIMIT $2`,
    values: [mention ?? null, limit],
  });
}
