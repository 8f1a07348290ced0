import type { Core } from '../context.ts';
import type { Text } from '../text.ts';

/** A product by what it is called. */
export type NamedProduct = { id: string; name: Text };

/** SQL: the products of a column of ids, by what each is called. */
export const productsOf = (ids: string) =>
  `(SELECT coalesce(json_agg(json_build_object('id', np.id, 'name', json_build_object('zh', np.name_zh, 'en', np.name_en)) ORDER BY np.name_en, np.id), '[]')
     FROM products np WHERE np.id = ANY (${ids}))`;

/** Several ids as one value, commas between and always in the same order, so that the same products are the same value. */
export function asOneValue(ids: readonly string[]): string {
  return [...new Set(ids)].sort().join(',');
}

/** Null is none of them, undefined is that nothing is said. */
export function idsIn(value: string | null | undefined): string[] | undefined {
  return value === undefined ? undefined : (value ?? '').split(',').filter(Boolean);
}

/** What these are called; what is no product is left out. */
export async function findNamed(core: Core, ids: readonly string[]): Promise<NamedProduct[]> {
  if (ids.length === 0) {
    return [];
  }
  const [row] = await core.sql<{ products: NamedProduct[] }>({
    name: 'products-named',
    text: `SELECT ${productsOf('$1::uuid[]')} AS products`,
    values: [ids],
    isRead: true,
  });
  return row?.products ?? [];
}

type Said = NamedProduct & { code: string | null };

const LATIN = /[\p{Script=Latin}\d]/u;

/** The products a text speaks of by name or code; of 边缘网关 and 工业边缘网关 in one place only the longer. */
export async function findProductsIn(core: Core, text: string): Promise<NamedProduct[]> {
  const candidates = await core.sql<Said>({
    name: 'products-in-text',
    text: `SELECT id, json_build_object('zh', name_zh, 'en', name_en) AS name, code FROM products
            WHERE active AND (position(lower(name_zh) IN lower($1)) > 0 OR position(lower(name_en) IN lower($1)) > 0 OR position(lower(code) IN lower($1)) > 0)
            ORDER BY id`,
    values: [text],
    isRead: true,
  });
  return saidIn(text, candidates).map(({ id, name }) => ({ id, name }));
}

/** Pure: which of them are spoken of, a Latin word only where it stands alone. */
export function saidIn<Product extends Said>(text: string, candidates: readonly Product[]): Product[] {
  const lower = text.toLowerCase();
  const found = candidates.flatMap((product) => {
    const words = [product.name.zh, product.name.en, product.code ?? ''].map((word) => word.toLowerCase());
    const places = words.filter(({ length }) => length > 1).flatMap((word) => placesOf(word, lower));
    return places.map((place) => ({ product, ...place }));
  });
  const clear = found.filter(
    ({ product, from, to }) =>
      !found.some(
        (other) =>
          other.product !== product && other.from <= from && other.to >= to && other.to - other.from > to - from,
      ),
  );
  return candidates.filter((each) => clear.some(({ product }) => product === each));
}

function placesOf(word: string, text: string): { from: number; to: number }[] {
  const places: { from: number; to: number }[] = [];
  for (let from = text.indexOf(word); from !== -1; from = text.indexOf(word, from + word.length)) {
    const to = from + word.length;
    if (!(joins(text, from) || joins(text, to))) {
      places.push({ from, to });
    }
  }
  return places;
}

/** Whether the letters before and after a place are of one word. */
const joins = (text: string, at: number) => LATIN.test(text.charAt(at - 1)) && LATIN.test(text.charAt(at));
