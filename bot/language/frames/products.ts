import { firstSlot, type Utterance, wordsOf } from '../utterance.ts';
import { type Candidate, type Frame, filled, isAsking, pattern, tight, trimmed, withoutCourtesy } from './frame.ts';

const PRICE = '(?<price>{money}|[¥￥$]? ?\\d+(?:\\.\\d{1,2})?(?: ?(?:元|块|块钱|dollars|yuan|rmb|usd|cny))?)';
const NAME = '(?<name>[^，,。「」“”"？?]{1,60}?)';
const CODE = '(?<code>[a-z\\d][\\w./-]{0,30})';

/** 产品经理 is no product, and what comes to a deal is put on that one. */
const OTHER_ZH = '(?!经理|总监|线|部|目录|列表|清单|介绍|资料|手册|到|给|在|的|了|要|和|与|有|问题|需求|反馈)';
const PRICED_ZH = `(?:[，, ]*(?:(?:目录价|单价|价格|售价|定价|价)(?:格?是|为|[:：])? ?)?${PRICE})?`;
const CODED_ZH = `(?:[，, ]*(?:编号|编码|型号|货号|代码)(?:是|为|[:：])? ?${CODE})?`;
const PRICED_EN = `(?:,? (?:at|for|price|priced at|price of|with a list price of|list price|costs?|costing)? ?${PRICE}(?: each)?)?`;
const CODED_EN = `(?:,? (?:with )?(?:code|sku|part number) ${CODE})?`;

const ADD: readonly RegExp[] = [
  pattern(
    `^(?:新?加|新增|添加|新建|建|增加|录入|登记|上架)(?:一?[个款种])?(?:新的?)?产品[:：，, ]*${OTHER_ZH}(?:名字|名称)?(?:叫做?|名为|是)?[:：「“" ]*${NAME}[」”"]?${PRICED_ZH}${CODED_ZH}$`,
  ),
  pattern(
    `^(?:把|将)${NAME}(?:加到|加进|加入|放进|放到)(?:产品)?(?:目录|列表|价目表)(?:里|中)?${PRICED_ZH}${CODED_ZH}$`,
  ),
  pattern(
    `^(?:add|create|set up|put in)(?: an?| the| another)?(?: new)? product(?: called| named|:|,)?(?! (?:manager|line|list|demo|to|on|for|from|feedback)(?![a-z])) [“"']?${NAME}[”"']?${PRICED_EN}${CODED_EN}$`,
  ),
  pattern(
    `^(?:add|put) [“"']?${NAME}[”"']? (?:to|on|onto|in|into) (?:the|our) (?:price ?list|product list|products|catalogue|catalog)${PRICED_EN}${CODED_EN}$`,
  ),
];

/** By the word or by a name on file: without either, something else may be meant. */
const PRODUCT_ZH = '(?:产品[:：，, ]*(?<name>[^，,。？?]{1,60}?)|(?<known>{product}))';
const PRODUCT_EN = '(?:(?:the )?product (?<name>[^,.?]{1,60}?)|(?:the )?(?<known>{product}))';

const RETIRE: readonly RegExp[] = [
  pattern(`^(?:停用|下架|停售|停产|不再卖|停卖)(?:掉|了)?${PRODUCT_ZH}$`),
  pattern(`^(?:把|将)?${PRODUCT_ZH}(?:停用|下架|停售|停产|不卖|不再卖|不再销售)(?:掉|了|吧)*$`),
  pattern(`^(?:retire|discontinue|stop selling|deactivate|delist|withdraw) ${PRODUCT_EN}$`),
  pattern(`^(?:we )?(?:no longer|do not|don't) sell ${PRODUCT_EN}(?: any ?more)?$`),
];
const REVIVE: readonly RegExp[] = [
  pattern(`^(?:重新|再次|恢复)?(?:启用|恢复|上架|恢复启用|恢复销售)${PRODUCT_ZH}$`),
  pattern(`^(?:把|将)?${PRODUCT_ZH}(?:重新|恢复)(?:启用|上架|销售|卖)(?:吧|了)*$`),
  pattern(`^(?:reactivate|bring back|restore|relist) ${PRODUCT_EN}$`),
  pattern(`^(?:we )?sell ${PRODUCT_EN} again$`),
];
const REPRICE: readonly RegExp[] = [
  pattern(
    `^(?:把|将)?${PRODUCT_ZH}的?(?:目录价|单价|价格|售价|定价|价)(?:改成|改为|改到|调到|调成|调为|调整为|调整到|涨到|降到|设为|定为)${PRICE}$`,
  ),
  pattern(`^(?:change|set|raise|lower|update|make)(?: the)?(?: list)? price (?:of|for) ${PRODUCT_EN} to ${PRICE}$`),
];

const LIST: readonly RegExp[] = [
  /^(?:看一?看?|查一?下?|查看|列出|显示|打开)?(?:一下)?(?:我们|咱们|公司)?(?:现在|目前)?(?:的)?(?:都?有|在?卖)?(?:哪些|什么|啥|全部|所有)?(?:的)?(?:产品(?:列表|目录|清单|价目表?|价格表?|有哪些|都有哪些)?|价目表|报价目录)$/u,
  /^(?:show|list|see|open)?(?: ?me)?(?: ?(?:all|our|the))*(?:^| )(?:products?|product (?:list|catalogue|catalog)|price ?list|catalogue|catalog)$/iu,
  /^(?:what|which) products (?:do we (?:sell|have|offer)|are there|are on (?:the )?price list)$|^what do we sell$/iu,
];

/** 加个产品 温度传感器 单价120; stop selling the EdgeGate 10: what the company sells, and at what price. */
export const productFrame: Frame = (utterance): Candidate | undefined => {
  const text = tight(trimmed(withoutCourtesy(utterance.text)));
  const named = (forms: readonly RegExp[]) => forms.map((form) => form.exec(text)?.groups).find((groups) => groups);
  if (LIST.some((form) => form.test(text))) {
    return { invocations: [{ command: 'product.list', input: {} }], confidence: 1 };
  }
  if (isAsking(utterance.text)) {
    return undefined;
  }
  const changes = [
    [named(RETIRE), { state: 'off' }],
    [named(REVIVE), { state: 'on' }],
    [named(REPRICE), {}],
  ] as const;
  for (const [groups, set] of changes) {
    const product = groups && nameOf(utterance, groups.known ?? groups.name);
    if (product) {
      const price = groups.price && wordsOf(utterance, groups.price);
      return {
        invocations: [{ command: 'product.change', input: filled({ product, price, ...set }) }],
        confidence: 0.97,
      };
    }
  }
  const added = named(ADD);
  if (!added?.name || ON_A_DEAL.test(added.name)) {
    return undefined;
  }
  const [name, price, code] = [added.name, added.price, added.code].map(
    (piece) => piece && trimmed(wordsOf(utterance, piece)),
  );
  return name
    ? { invocations: [{ command: 'product.add', input: filled({ name, price, code }) }], confidence: 0.97 }
    : undefined;
};

/** Whose deal it goes on is no part of a product's name. */
const ON_A_DEAL = pattern('{customer}|{person}|商机|单子|(?<![a-z])(?:deal|opportunity)(?![a-z])', 'iu');

function nameOf(utterance: Utterance, piece: string | undefined): string | undefined {
  if (piece === undefined || pattern('{customer}|{person}').test(piece)) {
    return undefined;
  }
  return firstSlot(utterance, 'product', piece)?.name ?? (trimmed(wordsOf(utterance, piece)) || undefined);
}
