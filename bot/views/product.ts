import { ROLE_NAMES } from '../../core/actor.ts';
import { COUNTED, type Product, type ProductLine, type Stock } from '../../core/products/find-products.ts';
import { alreadyOnFile, PRODUCT_KEEPERS } from '../../core/products/keep-products.ts';
import type { Locale, Text } from '../../core/text.ts';
import type { Button, Card, CardNode } from '../cards/card.ts';
import { press } from '../press.ts';
import { money, type Viewer } from './format.ts';
import { moreOf, type Page, pageTitle } from './page.ts';
import { CHANGE, MORE } from './words.ts';

/** Why there is no product to choose. */
export const NO_PRODUCTS: Readonly<Record<Exclude<Stock, 'sold'>, Text>> = {
  none: { en: 'The price list is still empty.', zh: '产品目录还是空的。' },
  retired: { en: 'Nothing on the price list is sold any more.', zh: '目录中的产品均已停用。' },
};
export const ADD_PRODUCT: Text = { en: 'Add a product', zh: '新增产品' };
const KEEPERS: Text = {
  en: PRODUCT_KEEPERS.map((role) => ROLE_NAMES[role].en).join(' or '),
  zh: PRODUCT_KEEPERS.map((role) => ROLE_NAMES[role].zh).join('或'),
};
const HOW: Text = { en: 'You can add it: “add a product …”.', zh: '你可以直接新增：说“加个产品……”。' };
const ASK: Text = { en: `Ask a ${KEEPERS.en} to add it.`, zh: `可请${KEEPERS.zh}新增。` };
const RETIRE: Text = { en: 'No longer sold', zh: '停用' };
const REVIVE: Text = { en: 'Sell again', zh: '恢复启用' };
const RETIRED: Text = { en: 'no longer sold', zh: '已停用' };
const ALL: Text = { en: 'All products', zh: '全部产品' };
const ON_DEAL: Text = { en: 'Put it on the deal', zh: '加到商机' };
const TITLE: Text = { en: 'Products', zh: '产品' };

/** A product is missing, and what whoever reads that can do about it. */
export function withKeeper(what: Text, isKeeper: boolean, how = HOW): Text {
  const who = isKeeper ? how : ASK;
  return { en: `${what.en} ${who.en}`, zh: what.zh + who.zh };
}

/** The name in the reader's language, and in the other where that differs. */
function otherName({ zh, en }: Text, locale: Locale): string {
  return zh === en ? '' : { zh: en, en: zh }[locale];
}

function priced({ name, price, currency }: Product, viewer: Viewer): string {
  return `${name[viewer.locale]} · ${money(price, currency, viewer)}`;
}

/** The price list; whoever keeps it finds what to do with each beside it. */
export function productsCard(
  page: Page<ProductLine>,
  { viewer, isKeeper, words }: { viewer: Viewer; isKeeper: boolean; words?: string | undefined },
): Card {
  const { locale } = viewer;
  const asked = words === undefined ? {} : { words };
  const nothing: Text =
    words === undefined
      ? NO_PRODUCTS.none
      : { en: `No product is called “${words}”.`, zh: `没有名为“${words}”的产品。` };
  const missing = withKeeper(nothing, isKeeper);
  const add = press(ADD_PRODUCT, locale, 'product.add', {}, { style: 'primary' });
  return {
    title: pageTitle(TITLE[locale], page, locale),
    body: [
      page.lines.length === 0
        ? { type: 'text', text: missing[locale] }
        : { type: 'records', records: page.lines.map((product) => lineOf(product, { viewer, isKeeper })) },
      ...moreOf(page, (next) => press(MORE, locale, 'product.list', { ...asked, page: next })),
      ...(isKeeper ? [{ type: 'actions' as const, buttons: [add] }] : []),
    ],
  };
}

function lineOf(product: ProductLine, { viewer, isKeeper }: { viewer: Viewer; isKeeper: boolean }) {
  const { locale } = viewer;
  const { id, name, code, deals, isActive } = product;
  const many = deals === COUNTED ? `${COUNTED}+` : String(deals);
  const used: Text = { en: deals === 1 ? 'on 1 open deal' : `on ${many} open deals`, zh: `${many} 个进行中的商机` };
  const detail = [
    isActive ? '' : RETIRED[locale],
    code ?? '',
    otherName(name, locale),
    deals > 0 ? used[locale] : '',
  ].filter(Boolean);
  return {
    title: priced(product, viewer),
    ...(detail.length > 0 ? { detail: detail.join(' · ') } : {}),
    ...(isKeeper
      ? {
          buttons: [
            press(CHANGE, locale, 'product.change', { product: id }),
            press(isActive ? RETIRE : REVIVE, locale, 'product.change', {
              product: id,
              state: isActive ? 'off' : 'on',
              list: true,
            }),
          ],
        }
      : {}),
  };
}

/** One product as it stands after what was done; `opportunity` is the deal it was missed on. */
export function productCard(
  product: Product,
  viewer: Viewer,
  { done, opportunity }: { done: Text; opportunity?: string | undefined },
): Card {
  const { locale } = viewer;
  const { id, name, code, price, currency, isActive } = product;
  const facts = [
    { label: { en: 'Price', zh: '单价' }, value: money(price, currency, viewer) },
    { label: { en: 'Code', zh: '编号' }, value: code ?? '' },
    { label: { en: 'Chinese name', zh: '英文名' }, value: otherName(name, locale) },
    { label: { en: 'Sold', zh: '状态' }, value: isActive ? '' : RETIRED[locale] },
  ].flatMap(({ label, value }) => (value === '' ? [] : [{ label: label[locale], value }]));
  return {
    title: `${done[locale]}${name[locale]}`,
    tone: 'good',
    body: [
      { type: 'facts', facts },
      {
        type: 'actions',
        buttons: [...onDeal(id, locale, opportunity), changing(id, locale), press(ALL, locale, 'product.list', {})],
      },
    ],
  };
}

/** Somebody adds what is on the price list already: the one there, and what he may have wanted with it. */
export function knownProductCard(
  product: Product,
  viewer: Viewer,
  { opportunity }: { opportunity?: string | undefined },
): Card {
  const { locale } = viewer;
  const { id, isActive } = product;
  const body: CardNode[] = [
    { type: 'text', text: alreadyOnFile(product)[locale] },
    { type: 'text', text: `${priced(product, viewer)}${isActive ? '' : ` · ${RETIRED[locale]}`}` },
    {
      type: 'actions',
      buttons: [
        ...(isActive
          ? onDeal(id, locale, opportunity)
          : [press(REVIVE, locale, 'product.change', { product: id, state: 'on' }, { style: 'primary' })]),
        changing(id, locale),
      ],
    },
  ];
  return { title: { en: 'Nothing was added', zh: '没有重复新增' }[locale], tone: 'warning', body };
}

const changing = (product: string, locale: Locale): Button => press(CHANGE, locale, 'product.change', { product });

const onDeal = (product: string, locale: Locale, opportunity: string | undefined): Button[] =>
  opportunity ? [press(ON_DEAL, locale, 'opportunity.product', { opportunity, product }, { style: 'primary' })] : [];
