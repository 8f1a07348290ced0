import { z } from 'zod';
import type { Core } from '../../core/context.ts';
import { findProducts, getProduct } from '../../core/products/find-products.ts';
import { addProduct, changeProduct, keepsProducts, PRODUCT_KEEPERS } from '../../core/products/keep-products.ts';
import type { Card } from '../cards/card.ts';
import { defineCommand, EVERYBODY } from '../command.ts';
import type { Reply } from '../contract.ts';
import { choiceField, hiddenFlag, isOn, moneyField, recordField, textField } from '../fields/common.ts';
import { clearable, optional } from '../fields/field.ts';
import { typedMoney } from '../fields/typed-money.ts';
import { pageField, readPage } from '../page.ts';
import { knownProductCard, productCard, productsCard } from '../views/product.ts';
import { viewer } from '../views/viewer.ts';

const PRICE = { en: 'Price', zh: '单价' };
const CODE = { en: 'Code', zh: '编号' };

async function listCard(
  core: Core,
  { words, page }: { words?: string | undefined; page?: number | undefined } = {},
): Promise<Card> {
  const found = await readPage(page, (window) => findProducts(core, { words, ...window }));
  return productsCard(found, { viewer: viewer(core), isKeeper: keepsProducts(core.actor), words });
}

export const productList = defineCommand({
  name: 'product.list',
  words: { en: ['products', 'product list', 'admin products'], zh: ['产品列表', '产品目录', '管理 产品'] },
  summary: { en: 'What we sell, at what price', zh: '产品与目录价' },
  examples: { en: ['products', 'products gateway'], zh: ['产品列表', '产品列表 网关'] },
  effect: 'read',
  allow: EVERYBODY,
  input: z.strictObject({
    words: optional(textField({ en: 'Name', zh: '名称' }, { positional: true })),
    page: pageField(),
  }),
  run: async (core, input): Promise<Reply> => ({
    kind: 'card',
    inPlace: input.page !== undefined,
    card: await listCard(core, input),
  }),
});

export const productAdd = defineCommand({
  name: 'product.add',
  words: { en: ['product add', 'add product'], zh: ['新增产品', '加产品', '管理 新增产品'] },
  summary: { en: 'Put a product on the price list', zh: '新增产品' },
  submit: { en: 'Add product', zh: '新增产品' },
  examples: {
    en: ['product add "Temperature sensor" --price 120 --code TS-1'],
    zh: ['新增产品 温度传感器 --单价 120 --编号 TS-2'],
  },
  effect: 'write',
  allow: PRODUCT_KEEPERS,
  input: z.strictObject({
    name: textField({ en: 'Product', zh: '产品' }, { positional: true }),
    price: moneyField(PRICE),
    code: optional(textField(CODE)),
    otherName: optional(textField({ en: 'Chinese name', zh: '英文名' })),
    opportunity: optional(recordField('opportunity', { en: 'Opportunity', zh: '商机' }, { hidden: true })),
  }),
  async run(core, { opportunity, ...input }): Promise<Reply> {
    const { kind, product } = await addProduct(core, input);
    const card =
      kind === 'known'
        ? knownProductCard(product, viewer(core), { opportunity })
        : productCard(product, viewer(core), { done: { en: '✓ Added: ', zh: '✓ 已新增：' }, opportunity });
    return { kind: 'card', card };
  },
});

export const productChange = defineCommand({
  name: 'product.change',
  words: { en: ['product change', 'product edit', 'admin product'], zh: ['修改产品', '产品 修改', '管理 修改产品'] },
  summary: { en: 'Change a product, its price, or retire it', zh: '修改产品、价格或停用' },
  submit: { en: 'Save product', zh: '保存产品' },
  examples: {
    en: ['product change "EdgeGate 10" --price 3500', 'product change HL-B5 --sold no'],
    zh: ['修改产品 边缘网关 --单价 3500', '修改产品 HL-B5 --状态 停用'],
  },
  effect: 'write',
  allow: PRODUCT_KEEPERS,
  asksWhenEmpty: true,
  changes: {
    table: 'products',
    record: 'product',
    shownBy: 'product.list',
    isShownAmongAll: true,
    columns: { price: ['price', 'currency'], state: 'active' },
  },
  input: z.strictObject({
    product: recordField('product', { en: 'Product', zh: '产品' }, { positional: true }),
    price: optional(moneyField(PRICE)),
    nameZh: optional(textField({ en: 'Chinese name', zh: '中文名' })),
    nameEn: optional(textField({ en: 'English name', zh: '英文名' })),
    code: clearable(textField(CODE)),
    state: optional(
      choiceField(
        ['on', 'off'],
        { on: { en: 'yes', zh: '启用' }, off: { en: 'no', zh: '停用' } },
        { en: 'Sold', zh: '状态' },
      ),
    ),
    list: optional(hiddenFlag()),
  }),
  async prefill(core, { product: id }) {
    const { name, code, price, currency, isActive } = await getProduct(core, String(id));
    return {
      price: typedMoney(price, currency, core),
      nameZh: name.zh,
      nameEn: name.en,
      code,
      state: isActive ? 'on' : 'off',
    };
  },
  async run(core, { product, state, list, ...change }): Promise<Reply> {
    const after = await changeProduct(core, {
      ...change,
      productId: product,
      isActive: isOn(state),
    });
    await core.flush();
    const card = list
      ? await listCard(core)
      : productCard(after, viewer(core), { done: { en: '✓ Saved: ', zh: '✓ 已保存：' } });
    return { kind: 'card', inPlace: list === true, card };
  },
});
