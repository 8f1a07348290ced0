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

const PAPER_ZH = '(?:报价|合同|订单|发票|回款|付款|应收|账单)';
const PAPER_EN = '(?:quotes|contracts|orders|invoices|payments|receivables)';
/** Papers of one kind or two, and what they bought: they stand in one part of the card, ahead of files called so. */
const PAPERS: readonly RegExp[] = [
  pattern(
    `^(?:看看?|查一下|看一下|显示)?({customer})(?:公司|客户)?(?:的|有)${PAPER_ZH}(?:(?:和|与|及|、|以及)${PAPER_ZH}){1,2}(?:情况|记录)?$`,
  ),
  pattern(
    '^({customer})(?:公司|客户)?(?:都|以前|之前|以往|历史上|一共)?(?:买|采购|订|购买|下单)(?:过|了)(?:些|哪些)?(?:什么|啥|哪些)(?:产品|东西|货)?$',
  ),
  pattern('^({customer})的?(?:合同|报价单)$'),
  pattern(
    '^(?:我们?)?(?:上次|最近|之前|以前)?给({customer})(?:上次|最近|之前|以前)?报(?:了|的|过)*价?(?:是)?(?:多少|什么价)(?:钱)?$',
  ),
  pattern('^({customer})(?:那边)?(?:上次|最近|之前|最新)(?:一次)?的?报价(?:是)?(?:多少|什么价)?(?:钱)?$'),
  pattern(
    '^what (?:did|have|had) (?:we|i) (?:last )?(?:quoted?|offer(?:ed)?|invoiced?|bill(?:ed)?) ({customer})(?: last)?(?: time)?$',
  ),
  pattern(`^({customer})(?:'s)? ${PAPER_EN}(?:(?:,| and|, and) ${PAPER_EN}){0,2}$`),
  pattern(`^${PAPER_EN}(?:(?:,| and|, and) ${PAPER_EN}){0,2} (?:of|at|for|with|from) ({customer})$`),
  pattern(
    '^what (?:has|have|did) ({customer}) (?:ever |already )?(?:bought|buy|purchased?|ordered?)(?: from us)?(?: so far| before)?$',
  ),
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

const DECIDES_ZH = '(?:拍板|做主|说了算|做决定|能决定|决定|支持我们|反对我们)';
const ROLE_ZH = '(?:决策人|决策者|拍板人|拍板的?人?|支持者|影响者|把关人|使用者|反对者)';
const DECIDES_EN =
  'decides|makes the (?:final )?decisions?|has the (?:final|last) (?:say|word)|calls the shots|signs(?: off)?|(?:supports|backs|blocks|opposes) us|is (?:against us|on our side|blocking us)';

/** The same asked for in a sentence of its own. */
const ALSO: readonly (readonly [section: string, form: RegExp])[] = [
  // Why it is of its tier stands beside what else is on file.
  [
    'everything',
    pattern('^(?:为什么|为何|怎么)({customer})(?:会)?(?:是|算|被?评为|定为|属于)[a-d](?:类|级|等)(?:客户)?(?:的)?$'),
  ],
  [
    'everything',
    pattern('^({customer})(?:为什么|为何|怎么)(?:会)?(?:是|算|被?评为|定为|属于)[a-d](?:类|级|等)(?:客户)?(?:的)?$'),
  ],
  [
    'everything',
    pattern(
      "^why(?: is|’s|'s) ({customer}) (?:an? |in |of )?(?:tier[- ]?[a-d]|[a-d](?:[- ]tier)?(?: (?:customer|account|client))?)$",
    ),
  ],
  [
    'everything',
    pattern('^(?:show |tell )?(?:me )?(?:all|everything)(?: (?:we|you) (?:have|know))? (?:about|on) ({customer})$'),
  ],
  [
    'tickets',
    pattern(
      '^({customer})(?:公司|那边)?(?:现在|目前|最近)?(?:有没有|还有|有)(?:什么|哪些|未关闭的?|没处理完的?)?(?:工单|投诉|报修)(?:吗|没有?)?$',
    ),
  ],
  [
    'tickets',
    pattern(
      '^(?:does|has|did) ({customer}) (?:have|got|get|file|raise)? ?(?:any |an? )?(?:open )?(?:tickets?|complaints?)$',
    ),
  ],
  [
    'billing',
    pattern('^({customer})(?:公司|客户)?的?(?:信用|授信)(?:额度|限额)(?:现在)?(?:是|有|还有|还剩)?(?:多少)?$'),
  ],
  ['billing', pattern("^(?:what(?: is|'s) )?({customer})(?:'s)? credit limit$")],
  [
    'billing',
    pattern(
      '^({customer})(?:公司|那边)?的?(?:合同)?(?:是)?(?:什么时候|哪天|何时)(?:签|签约|签订|签署|签下来?)(?:的|了|过)*(?:合同|约)?(?:的)?$',
    ),
  ],
  [
    'billing',
    pattern('^when (?:did|has|have) (?:we )?({customer}) sign(?:ed)?(?: the contract| a contract| up| with us)?$'),
  ],
  [
    'billing',
    pattern(
      "^when (?:did we sign|was) (?:the )?(?:contract (?:with|of|for) )?({customer})(?:’s|'s)?(?: contract)?(?: signed)?$",
    ),
  ],
  [
    'tickets',
    pattern(
      '^({customer})(?:公司|那边|这个客户)?(?:都|以前|之前|最近|曾经|曾)*(?:投诉|抱怨|反映|报修)(?:过|了)?(?:我们)?(?:些|哪些|什么)+(?:问题|事情?|东西)?$',
    ),
  ],
  [
    'tickets',
    pattern('^({customer})(?:公司|客户)?的(?:投诉|报修|售后|服务)(?:内容|情况|历史|问题)?(?:有哪些|是什么)?$'),
  ],
  [
    'tickets',
    pattern(
      '^what (?:did|has|have|does|do|is|are) ({customer}) (?:ever |been )?(?:complain(?:ed|ing|s)?|raised?|report(?:ed)?|grumbled?)(?: about| to us about)?$',
    ),
  ],
  [
    'contacts',
    pattern(
      '^({customer})(?:公司|客户|那边)?的(?:所有|全部)?(?:联系人|对接人)(?:都)?(?:有谁|是谁|有哪些|有几个|列表|信息)?$',
    ),
  ],
  [
    'milestones',
    pattern(
      '^({customer})(?:公司|客户|那边)?的(?:项目)?(?:交付|实施|安装|验收)(?:节点|进度|情况|计划|状态|进展)?(?:怎么样了?|如何|到哪(?:一步|儿)?了?)?$',
    ),
  ],
  [
    'milestones',
    pattern(
      "^(?:how is|how's|where is|where's|what about)(?: the)? (?:delivery|installation) (?:at|for|of|to) ({customer})(?: going| doing)?$",
    ),
  ],
  [
    'milestones',
    pattern(
      "^(?:how is|how's|where is|where's|what about) ({customer})(?:'s)? (?:delivery|installation)(?: going| doing)?$",
    ),
  ],
  ['contacts', pattern('^who do (?:we|i|you) know (?:at|in|from) ({customer})$')],
  [
    'contacts',
    pattern(
      "^who(?: is|'s|'re| are)?(?: the| our)? (?:main |key )?(?:decision[- ]?makers?|champions?|influencers?|gatekeepers?|blockers?|contacts?|contact person|buyers?) (?:at|of|for|in|with) ({customer})$",
    ),
  ],
  ['contacts', pattern(`^who (?:really |actually )?(?:${DECIDES_EN}) (?:at|for|in|over at) ({customer})$`)],
  ['contacts', pattern(`^who (?:at|in|from) ({customer}) (?:really |actually )?(?:${DECIDES_EN})$`)],
  ['contacts', pattern(`^(?:是)?谁(?:在|给)({customer})(?:公司|那边|这边)?(?:能)?${DECIDES_ZH}(?:的)?$`)],
  ['contacts', pattern(`^({customer})(?:公司|那边|这边)?的?(?:谁是|有谁是|有没有)${ROLE_ZH}$`)],
  ['contacts', pattern(`^({customer})(?:公司|那边|这边)?的?${ROLE_ZH}(?:是|有)?(?:谁|哪位|哪些人?)$`)],
  [
    'contacts',
    pattern(
      `^({customer})(?:公司|那边|这边)?的?(?:项目|单子)?(?:最终|最后)?(?:是|有|由)?谁(?:来|能|在)?${DECIDES_ZH}(?:的)?$`,
    ),
  ],
  ['contacts', pattern("^(?:who (?:is|are) )?({customer})(?:'s)? (?:decision[- ]?makers?|key contacts?)$")],
  [
    'contacts',
    pattern('^({customer})(?:公司|那边|这边)?(?:是)?(?:谁(?:拍板|做主|说了算|决定)|我们?(?:都)?认识谁)(?:的)?$'),
  ],
  [
    'billing',
    pattern(
      '^(?:我们?)?(?:给|跟|和)?({customer})(?:公司|那边)?的?(?:发票|合同|报价单?)(?:已经?|都)?(?:开|签|出|发|给|寄|送)(?:好|出|过去|给他们?)?了?(?:没有?|吗|没|过吗)(?:呢)?$',
    ),
  ],
  [
    'billing',
    pattern(
      '^(?:has|did|have) (?:we )?(?:already )?(?:sign(?:ed)? (?:the |a )?(?:contract )?with )?(?:the )?({customer})(?: already)?(?:(?: contract)? been signed| sign(?:ed)?(?: (?:the |a |our |their )?(?:contract|agreement|order form))?)(?: yet| already| back)*$',
    ),
  ],
  [
    'billing',
    pattern(
      '^(?:did|have|has) (?:we|you|i)(?: already)? (?:sen[dt]|give[n]?|gave|mail(?:ed)?|email(?:ed)?) (?:({customer}) (?:the|a|our|their) (?:contract|quote|invoice|offer)|(?:the|a|our|their) (?:contract|quote|invoice|offer) to ({customer}))(?: yet| already)*$',
    ),
  ],
  [
    'billing',
    pattern(
      "^is (?:the )?({customer})(?:'s)? (?:contract|agreement) (?:already )?(?:signed|back|in|done)(?: yet| already)*$",
    ),
  ],
  [
    'billing',
    pattern(
      '^({customer})(?:公司|那边)?(?:上次|最近一次|最后一次|上一次)?(?:是)?(?:什么时候|哪天|何时)(?:下的?单|买|购买|采购|订货|付款|付的款|回款)(?:的|了|过)*$',
    ),
  ],
  [
    'billing',
    pattern(
      '^(?:did|have) (?:we|you|i)(?: already| ever)? (?:invoiced?|billed?|quoted?) ({customer})(?: yet| already)?$',
    ),
  ],
  ['billing', pattern('^when did ({customer}) (?:last )?(?:buy|order|pay|purchase)(?: from us| anything| us| last)*$')],
  [
    'billing',
    pattern(
      "^what(?: is|'s| was)?(?: the| our)? (?:last )?(?:quote|price|offer|order|invoice) (?:that )?(?:did )?(?:we|you|i) (?:sent|gave|quoted|send|give|made|make)(?: to| for)? ({customer})$",
    ),
  ],
  [
    'billing',
    pattern("^(?:what(?: is|'s) the )?(?:order|payment|invoice|billing)s? status (?:for|of|at|with) ({customer})$"),
  ],
];

/** Asked of the papers of the customer that was spoken of last. */
const OF_THE_LAST =
  /^(?:[他她]们?的?)?(?:发票|合同|报价单?)(?:已经?|都)?(?:开|签|出|发|给|寄|送)(?:好|出|过去|给他们?)?了?(?:没有?|吗|没|过吗)(?:呢)?$|^(?:is the contract (?:already )?(?:signed|back)|has the contract been signed|(?:did|have|has) (?:they|he|she)(?: already)? sign(?:ed)? (?:the |our |a )?(?:contract|agreement))(?: yet| already| back)*$/iu;

/** Which tier he is of stands on his card. */
const TIER: readonly RegExp[] = [
  pattern('^({customer})(?:公司|客户)?(?:是|属于|算|现在)*(?:几|哪|什么)(?:一)?(?:类|级|等级|等)的?(?:客户)?(?:的)?$'),
  pattern("^(?:what|which) (?:tier|grade|class|level)(?: is|'s| does)? ({customer})(?: in| have| now)*$"),
];

/** Whose he is stands first on his card. */
const WHOSE: readonly RegExp[] = [
  pattern('^({customer})(?:公司|客户)?(?:现在)?(?:的)?(?:负责人|客户经理|销售|业务员|对接销售)(?:现在)?是(?:谁|哪位)$'),
  pattern('^({customer})(?:公司|客户)?(?:现在)?(?:是|归)?谁(?:在)?(?:负责|跟进|跟|管|的客户)(?:的|着)?$'),
  pattern('^(?:现在)?(?:是)?谁(?:在)?(?:负责|跟进|管)(?:着)?({customer})(?:公司|客户)?$'),
  pattern(
    "^who(?: is|'s)?(?: currently)? (?:responsible for|in charge of|handling|looking after|working on|on|owns|handles|looks after|manages|has) ({customer})$",
  ),
  pattern("^who(?: is|'s) (?:the )?(?:owner|account manager|rep|sales rep|account owner) (?:of|for|at) ({customer})$"),
  pattern("^who(?: is|'s) ({customer})(?:'s|s')? (?:owner|account manager|rep|sales rep|account owner)$"),
  pattern('^whose (?:customer|account|client) is ({customer})$'),
];

/** 华星的交付进度; Acme's complaints: one part of a customer's card. */
export const customerSectionFrame: Frame = (utterance): Candidate | undefined => {
  const text = tight(trimmed(withoutCourtesy(utterance.text)));
  for (const form of PAPERS) {
    const customer = nameIn(utterance, form.exec(text)?.[1]);
    if (customer !== undefined) {
      return { invocations: [{ command: 'customer.show', input: { customer, section: 'billing' } }], confidence: 0.98 };
    }
  }
  for (const [section, forms] of FORMS) {
    for (const form of forms) {
      const customer = nameIn(utterance, form.exec(text)?.[1]);
      if (customer !== undefined) {
        return { invocations: [{ command: 'customer.show', input: { customer, section } }], confidence: 0.93 };
      }
    }
  }
  for (const [section, form] of ALSO) {
    const [, one, other] = form.exec(text) ?? [];
    const customer = nameIn(utterance, one ?? other);
    if (customer !== undefined) {
      return { invocations: [{ command: 'customer.show', input: { customer, section } }], confidence: 0.96 };
    }
  }
  const { customer: last } = utterance.last;
  if (last !== undefined && utterance.slots.customer.length === 0 && OF_THE_LAST.test(text)) {
    return {
      invocations: [{ command: 'customer.show', input: { customer: last, section: 'billing' } }],
      confidence: 0.96,
    };
  }
  for (const form of [...WHOSE, ...TIER]) {
    const customer = nameIn(utterance, form.exec(text)?.[1]);
    if (customer !== undefined) {
      return { invocations: [{ command: 'customer.show', input: { customer } }], confidence: 0.95 };
    }
  }
  return undefined;
};
