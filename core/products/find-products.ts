import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import type { Text } from '../text.ts';

/** Something the company sells, at its list price in whole minor units. */
export type Product = {
  id: string;
  name: Text;
  code: string | null;
  price: bigint;
  currency: string;
  isActive: boolean;
  version: number;
};

/** `deals` are the open ones that hold it, of those the reader sees, up to `COUNTED`. */
export type ProductLine = Product & { deals: number };

/** So many deals of one product are counted; who has more has many. */
export const COUNTED = 100;

export const COLUMNS = `p.id, p.name_zh AS zh, p.name_en AS en, p.code, p.price, p.currency, p.active AS "isActive", p.version`;

export type ProductRow = Omit<Product, 'name'> & { zh: string; en: string };

export function toProduct<Row extends ProductRow>({ zh, en, ...row }: Row): Omit<Row, 'zh' | 'en'> & { name: Text } {
  return { ...row, name: { zh, en } };
}

/** A page of the price list: what is sold first, by name; of these words only where some are given. */
export async function findProducts(
  core: Core,
  { words, offset, limit }: { words?: string | undefined; offset: number; limit: number },
): Promise<ProductLine[]> {
  const rows = await core.sql<ProductRow & { deals: number }>({
    name: 'products-list',
    text: `SELECT page.*, (SELECT count(*)::int FROM (
               SELECT FROM seen.opportunity_products d JOIN seen.open_opportunities o ON o.id = d.opportunity_id
                WHERE d.product_id = page.id LIMIT ${COUNTED}) held) AS deals
             FROM (SELECT ${COLUMNS} FROM products p
                    WHERE $1::text IS NULL OR lower(p.code) = lower($1)
                       OR position(lower($1) IN lower(p.name_zh)) > 0 OR position(lower($1) IN lower(p.name_en)) > 0
                    ORDER BY p.active DESC, CASE WHEN $4 = 'zh' THEN p.name_zh ELSE p.name_en END, p.id OFFSET $2 LIMIT $3) page`,
    values: [words ?? null, offset, limit, core.actor.locale],
    isRead: true,
  });
  return rows.map(toProduct);
}

/** Throws not_found. */
export async function getProduct(core: Core, id: string): Promise<Product> {
  const [row] = await core.sql<ProductRow>({
    name: 'product',
    text: `SELECT ${COLUMNS} FROM products p WHERE p.id = $1`,
    values: [id],
  });
  if (!row) {
    throw new DomainError('not_found', `product ${id}`);
  }
  return toProduct(row);
}

/** What is on the price list: something that is sold, only what is sold no longer, or nothing yet. */
export type Stock = 'sold' | 'retired' | 'none';

export async function getStock(core: Core): Promise<Stock> {
  const [row] = await core.sql<{ stock: Stock }>({
    name: 'products-stock',
    text: `SELECT CASE WHEN EXISTS (SELECT FROM products WHERE active) THEN 'sold'
                       WHEN EXISTS (SELECT FROM products) THEN 'retired' ELSE 'none' END AS stock`,
    isRead: true,
  });
  return row?.stock ?? 'none';
}
