import type { Candidate, Frame } from './frame.ts';
import { nameIn, pattern, tight, trimmed, withoutCourtesy } from './frame.ts';

/** What may be asked to be seen of a customer, by its words. */
const ASKED: readonly (readonly [section: string, zh: string, en: string])[] = [
  [
    'everything',
    '(?:全部|所有|完整|详细)(?:资料|信息|情况|内容)',
    'full (?:details|profile|record)|all (?:the )?details|everything',
  ],
  ['contacts', '决策链|联系人列表|所有联系人|全部联系人|有哪些联系人|决策人是谁', 'decision chain|contacts|people'],
  [
    'billing',
    '报价单|报价记录|合同记录|合同列表|订单(?:记录|列表)?|发票(?:记录|列表)?|回款(?:记录|情况)?|付款(?:记录|情况)|往来账|交易记录',
    'quotes|contracts|orders|invoices|payments|billing|account statement',
  ],
  ['tickets', '工单|投诉记录|投诉过吗|有(?:没有)?投诉吗?|服务记录|售后记录', 'tickets|complaints|service history'],
  ['touches', '营销触达|触达记录|营销记录|看过什么资料|下载过什么', 'touches|marketing touches|marketing history'],
  [
    'milestones',
    '交付节点|交付进度|交付计划|交付情况|项目进度|实施进度',
    'delivery|deliveries|milestones|delivery plan|delivery status',
  ],
  ['changes', '变更记录|修改记录|改动记录|谁改过', 'changes|change history|change log'],
];

const FORMS = ASKED.map(
  ([section, zh, en]) =>
    [
      section,
      [
        pattern(`^(?:看看?|查看?|查一下|看一下|打开|显示)?({customer})(?:公司|客户)?(?:的|有)?(?:${zh})$`),
        pattern(`^(?:show|list|see|view|what are|what about|open)?(?: me)?(?: the)? ?({customer})(?:'s)? (?:${en})$`),
        pattern(`^(?:show|list|see|view|what are)?(?: me)?(?: the)? ?(?:${en}) (?:of|at|for|with) ({customer})$`),
        pattern(`^(?:did|has) ({customer}) (?:ever )?complain(?:ed)?$`),
      ].slice(0, section === 'tickets' ? 4 : 3),
    ] as const,
);

/** Whose he is stands first on his card. */
const WHOSE: readonly RegExp[] = [
  pattern('^({customer})(?:公司|客户)?(?:现在)?(?:的)?(?:负责人|客户经理|销售|业务员|对接销售)(?:现在)?是(?:谁|哪位)$'),
  pattern('^({customer})(?:公司|客户)?(?:现在)?(?:是|归)?谁(?:在)?(?:负责|跟进|跟|管|的客户)(?:的|着)?$'),
  pattern('^(?:现在)?(?:是)?谁(?:在)?(?:负责|跟进|管)(?:着)?({customer})(?:公司|客户)?$'),
  pattern(
    "^who(?: is|'s)?(?: currently)? (?:responsible for|in charge of|handling|looking after|working on|owns|handles|looks after|manages|has) ({customer})$",
  ),
  pattern("^who(?: is|'s) (?:the )?(?:owner|account manager|rep|sales rep|account owner) (?:of|for|at) ({customer})$"),
  pattern("^who(?: is|'s) ({customer})(?:'s|s')? (?:owner|account manager|rep|sales rep|account owner)$"),
  pattern('^whose (?:customer|account|client) is ({customer})$'),
];

/** 华星的交付进度; Acme's complaints: one part of a customer's card. */
export const customerSectionFrame: Frame = (utterance): Candidate | undefined => {
  const text = tight(trimmed(withoutCourtesy(utterance.text)));
  for (const [section, forms] of FORMS) {
    for (const form of forms) {
      const customer = nameIn(utterance, form.exec(text)?.[1]);
      if (customer !== undefined) {
        return { invocations: [{ command: 'customer.show', input: { customer, section } }], confidence: 0.93 };
      }
    }
  }
  for (const form of WHOSE) {
    const customer = nameIn(utterance, form.exec(text)?.[1]);
    if (customer !== undefined) {
      return { invocations: [{ command: 'customer.show', input: { customer } }], confidence: 0.95 };
    }
  }
  return undefined;
};
