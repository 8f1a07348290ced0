import type { Core } from '../../core/context.ts';
import { isId } from '../../core/id.ts';
import { getStock } from '../../core/products/find-products.ts';
import { keepsProducts } from '../../core/products/keep-products.ts';
import { searchProducts } from '../../core/products/search-products.ts';
import { asOneValue, findNamed, idsIn } from '../../core/products/several-products.ts';
import { fill, type Text } from '../../core/text.ts';
import { NO_PRODUCTS, withKeeper } from '../views/product.ts';
import type { Candidate, Instead, RecordKindRule } from './record-rule.ts';

const UNKNOWN: Text = {
  en: 'There is no product called “{name}” on the price list.',
  zh: '产品目录里没有“{name}”。',
};
const ADD: Text = { en: 'Add product “{name}”', zh: '新增产品“{name}”' };
const ALL: Text = { en: 'All products', zh: '全部产品' };

/** What stands above a form that wants a product while there is none to choose. */
export async function catalogueNote(core: Core): Promise<Text[]> {
  const stock = await getStock(core);
  return stock === 'sold' ? [] : [withKeeper(NO_PRODUCTS[stock], keepsProducts(core.actor))];
}

/** As many as every platform's list holds; the others are typed. */
const PRODUCTS_OFFERED = 100;

/** 边缘网关、压力变送器: all of them are one choice, or none; what is known by its id is called by its name. */
async function findSeveralProducts(core: Core, mention: string): Promise<Candidate[]> {
  const said = mention.split(/\s*[,，、;；]\s*/u).filter(Boolean);
  const named = await findNamed(core, said.filter(isId));
  const found = await Promise.all(
    said.map(async (each): Promise<Candidate[]> => {
      const known = named.find(({ id }) => id === each);
      return known ? [{ id: known.id, label: known.name[core.actor.locale] }] : searchProducts(core, { mention: each });
    }),
  );
  const meant = found.flatMap(([only, another]) => (only && !another ? [only] : []));
  return said.length > 0 && meant.length === said.length
    ? [{ id: asOneValue(meant.map(({ id }) => id)), label: meant.map(({ label }) => label).join('、') }]
    : [];
}

/** Those a form holds, by their names: one that is no longer sold stays until somebody takes it away. */
async function heldProducts(core: Core, value: string): Promise<Candidate[]> {
  const named = await findNamed(core, (idsIn(value) ?? []).filter(isId));
  return named.map(({ id, name }) => ({ id, label: name[core.actor.locale] }));
}

/** That it is not on the price list, or that nothing is, and who could put it there. */
export async function absentProduct(core: Core, mention: string): Promise<Text> {
  const stock = await getStock(core);
  return withKeeper(stock === 'none' ? NO_PRODUCTS.none : fill(UNKNOWN, { name: mention }), keepsProducts(core.actor));
}

/** Whoever keeps the price list may put it there at once, and from there on the deal it was said of. */
export async function insteadOfProduct(
  core: Core,
  mention: string,
  { opportunity }: Readonly<Record<string, unknown>>,
): Promise<Instead[]> {
  if (!keepsProducts(core.actor)) {
    return [{ label: ALL, command: 'product.list', input: {} }];
  }
  const deal = typeof opportunity === 'string' ? { opportunity } : {};
  return [
    { label: fill(ADD, { name: mention }), command: 'product.add', input: { name: mention, ...deal } },
    { label: ALL, command: 'product.list', input: {} },
  ];
}

/** Several of them in one field. */
export const SEVERAL_PRODUCTS = {
  name: { en: 'products', zh: '产品' },
  placeholder: { en: 'product, another', zh: '产品一、产品二' },
  find: findSeveralProducts,
  options: (core) => searchProducts(core, { limit: PRODUCTS_OFFERED }),
  held: heldProducts,
  absent: absentProduct,
} satisfies RecordKindRule;
