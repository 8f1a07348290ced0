import { type Actor, hasRole, type Role } from '../actor.ts';
import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import { newId } from '../id.ts';
import { amountIn, type Money } from '../money.ts';
import type { Locale, Text } from '../text.ts';
import { COLUMNS, getProduct, type Product, type ProductRow, toProduct } from './find-products.ts';

/** Who keeps the price list; the row policy of `products` says the same. */
export const PRODUCT_KEEPERS = ['director', 'admin'] as const satisfies readonly Role[];

export const keepsProducts = (actor: Pick<Actor, 'roles'>): boolean => hasRole(actor, PRODUCT_KEEPERS);

export type NewProduct = {
  name: string;
  /** What it is called in the other language; the same where nothing is said. */
  otherName?: string | undefined;
  code?: string | undefined;
  price: Money;
};

/** `known` is the one on file under one of its names or its code; nothing was added then. */
export type AddedProduct = { kind: 'added' | 'known'; product: Product };

/** Puts a product on the price list, once. */
export async function addProduct(core: Core, { name, otherName, code, price }: NewProduct): Promise<AddedProduct> {
  const named = toNames({ name, otherName, locale: core.actor.locale });
  const known = await findSame(core, [named.zh, named.en, code]);
  if (known) {
    return { kind: 'known', product: known };
  }
  const { minor, currency } = price;
  const product = { id: newId(), code: code ?? null, price: minor, currency };
  core.change.insert('products', { ...product, nameZh: named.zh, nameEn: named.en });
  return { kind: 'added', product: { ...product, name: named, isActive: true, version: 1 } };
}

export type ProductChange = {
  nameZh?: string | undefined;
  nameEn?: string | undefined;
  /** Null takes it away. */
  code?: string | null | undefined;
  price?: Money | undefined;
  isActive?: boolean | undefined;
};

/** Changes what is given of a product; the deals that hold it keep their prices. Throws exists for a name or code that is taken. */
export async function changeProduct(
  core: Core,
  { productId, ...change }: ProductChange & { productId: string },
): Promise<Product> {
  const { nameZh, nameEn, code, price, isActive } = change;
  const product = await getProduct(core, productId);
  const same = await findSame(core, [nameZh, nameEn, code ?? undefined], productId);
  if (same) {
    throw new DomainError('exists', `a product called so is ${same.id}`, { say: alreadyOnFile(same) });
  }
  const amount = price && amountIn(product.currency, price);
  const after: Product = {
    ...product,
    name: { zh: nameZh ?? product.name.zh, en: nameEn ?? product.name.en },
    code: code === undefined ? product.code : code,
    price: amount?.minor ?? product.price,
    currency: amount?.currency ?? product.currency,
    isActive: isActive ?? product.isActive,
  };
  const set = {
    ...(after.name.zh === product.name.zh ? {} : { nameZh: after.name.zh }),
    ...(after.name.en === product.name.en ? {} : { nameEn: after.name.en }),
    ...(after.code === product.code ? {} : { code: after.code }),
    ...(after.price === product.price ? {} : { price: after.price }),
    ...(after.currency === product.currency ? {} : { currency: after.currency }),
    ...(after.isActive === product.isActive ? {} : { active: after.isActive }),
  };
  if (Object.keys(set).length > 0) {
    core.change.update('products', productId, set, { version: product.version });
  }
  return after;
}

export function alreadyOnFile({ name, code }: Pick<Product, 'name' | 'code'>): Text {
  return {
    en: `${[name.en, code].filter(Boolean).join(' · ')} is on the price list already.`,
    zh: `产品目录里已有${[name.zh, code].filter(Boolean).join(' · ')}。`,
  };
}

/** The product that one of these words, a name or a code, means already; what is sold before what is not. */
async function findSame(
  core: Core,
  words: readonly (string | undefined)[],
  except: string | null = null,
): Promise<Product | undefined> {
  const said = words.flatMap((word) => (word === undefined ? [] : [word.toLowerCase()]));
  if (said.length === 0) {
    return undefined;
  }
  const [row] = await core.sql<ProductRow>({
    name: 'product-same',
    text: `SELECT ${COLUMNS} FROM products p
            WHERE (lower(p.name_zh) = ANY ($1) OR lower(p.name_en) = ANY ($1) OR lower(p.code) = ANY ($1)) AND p.id IS DISTINCT FROM $2::uuid
            ORDER BY p.active DESC, p.id LIMIT 1`,
    values: [said, except],
  });
  return row && toProduct(row);
}

const HAN = /\p{Script=Han}/u;

/** The Chinese one of two names is the one with Chinese in it; where both or neither has, the first is in the speaker's language. */
function toNames({
  name,
  otherName = name,
  locale,
}: {
  name: string;
  otherName?: string | undefined;
  locale: Locale;
}): Text {
  const isChinese = HAN.test(name) === HAN.test(otherName) ? locale === 'zh' : HAN.test(name);
  return isChinese ? { zh: name, en: otherName } : { zh: otherName, en: name };
}
