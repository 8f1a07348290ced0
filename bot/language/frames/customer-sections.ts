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
  return undefined;
};
