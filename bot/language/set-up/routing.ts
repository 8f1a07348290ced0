import type { Rule } from './rule.ts';
import {
  added,
  choice,
  count,
  day,
  knownRegions,
  source as knownSource,
  names,
  person,
  product,
  regions,
  team,
  text,
  trade,
} from './values.ts';
import { ADD_EN, ADD_ZH, STOP_EN, STOP_ZH, USE_EN, USE_ZH } from './words.ts';

const FROM_NOW_ZH = '(?:(?:以后|今后|往后|从现在起)[，,]?)?';
const GO_TO_ZH = '(?:以后|今后|往后)?(?:都|全部)?(?:归|给|分给|分配给|由|让|交给|转给)';
const GO_TO_EN = '(?:should |will |shall )?(?:all |always )?(?:go|goes|belong|be given|be routed)(?: to)';
const LEADS_EN = '(?:all |our |the |new )?(?:leads|enquiries)';

/** Who covers what (R5). */
const territory: Rule = {
  command: 'admin.territory',
  cue: /线索|转给|归|分给|负责|行业|休假|请假|区域|擅长|熟悉|(?<![a-z])(?:leads?|covers?|knows?|away|leave|holiday|vacation|handles?|takes?|enquiries|goes?|asking)(?![a-z])/iu,
  fields: {
    person,
    regions: { ...regions, called: { zh: '区域|地区|片区', en: 'regions?|territor(?:y|ies)|areas?' } },
    more: { ...added(regions), under: 'regions' },
    origin: { ...added(knownRegions), under: 'regions' },
    industries: { ...names, called: { zh: '行业', en: 'industr(?:y|ies)' } },
    trade: { ...added(names), under: 'industries' },
    ofTrade: { ...added(trade), under: 'industries' },
    products: { ...product, called: { zh: '产品', en: 'products?' } },
    alsoKnows: product,
    awayUntil: day,
  },
  of: { field: 'person', zh: '同事', en: 'colleague|rep' },
  says: [
    `${FROM_NOW_ZH}(?:把|将)?(?:来自|从)?(?:所有)?@trade(?:行业)(?:来)?的?(?:新)?线索${GO_TO_ZH}@person(?:负责|跟进?|管|来?跟|处理)?(?:吧|了)?`,
    `${FROM_NOW_ZH}(?:把|将)?(?:来自|从)?(?:所有)?@ofTrade(?:客户)?的(?:新)?线索${GO_TO_ZH}@person(?:负责|跟进?|管|来?跟|处理)?(?:吧|了)?`,
    `${FROM_NOW_ZH}(?:把|将)?(?:来自|从)?(?:所有)?@origin(?:来)?的?(?:新)?线索${GO_TO_ZH}@person(?:负责|跟进?|管|来?跟|处理)?(?:吧|了)?`,
    '@person(?:以后|今后|现在)?(?:负责|管|跟)@more(?:地区|区域|片区|一带|市场)(?:的(?:新)?线索)?',
    '@person(?:以后|今后|现在)?(?:负责|管|跟)@origin(?:的(?:新)?线索)?',
    '@person(?:以后|今后|现在)?(?:负责|管|擅长|熟悉|懂|跟)@trade行业(?:的(?:新)?线索)?',
    '@person(?:以后|今后|现在)?(?:负责|管|擅长|熟悉|懂|跟)@alsoKnows(?:产品|这个产品)?(?:的(?:新)?线索)?',
    `(?:把|将)?(?:所有)?(?:想|要|来)?(?:了解|咨询|询问|打听|问|看|买)?(?:过)?@alsoKnows的? ?(?:新)?(?:线索|潜客|客户|人|咨询|询盘|leads?) ?${GO_TO_ZH} ?@person(?:负责|跟进?|管|来?跟|处理)?(?:吧|了)?`,
    `(?:谁|凡是|只要(?:是|有人)?|有人)(?:来)?(?:要|想)?(?:了解|咨询|询问|打听|问|看|买)@alsoKnows的?[，,]?(?:就)?${GO_TO_ZH} ?@person(?:负责|跟进?|管|来?跟|处理)?(?:吧|了)?`,
    '@person(?:要)?(?:开始)?(?:休假|请假|休息)(?:到|至)@awayUntil',
    `${LEADS_EN} (?:from|in) (?:the )?@trade industry ${GO_TO_EN} @person`,
    `(?:all |our |the |new )?@ofTrade (?:leads|enquiries) ${GO_TO_EN} @person`,
    `${LEADS_EN} (?:in|around) @more ${GO_TO_EN} @person`,
    `${LEADS_EN} from @origin ${GO_TO_EN} @person`,
    '@person (?:now )?(?:covers|looks after|is responsible for) @more',
    '@person (?:now )?(?:handles|takes|gets|looks after) (?:all |our |the )?leads (?:in|around) @more',
    '@person (?:now )?(?:handles|takes|gets) (?:all |our |the )?leads from @origin',
    '@person (?:now )?(?:knows|covers|handles|is good at) (?:the )?@trade industry',
    '@person (?:now )?(?:knows|handles|is good at) (?:the )?@alsoKnows(?: leads| product)?',
    `${LEADS_EN} (?:for|about|asking (?:for|about)) (?:the )?@alsoKnows ${GO_TO_EN} @person`,
    `(?:all |our |the |new |any )?@alsoKnows (?:leads|enquiries) ${GO_TO_EN} @person`,
    `(?:anyone|anybody|everyone|everybody|whoever|people|customers|those)(?: who(?: is| are)?)? (?:asks?|asking|wants?|wanting|looking|enquiring)(?: (?:for|about|after))? (?:the )?@alsoKnows ${GO_TO_EN} @person`,
    '(?:send|route) (?:all |our |the |new |any )*@alsoKnows (?:leads|enquiries) to @person',
    `(?:send|route) (?:all |our |the |new |any )*(?:leads|enquiries) (?:for|about|asking (?:for|about)) (?:the )?@alsoKnows to @person`,
    '@person is (?:away|off|out|on (?:leave|holiday|vacation))(?: from now)? until @awayUntil',
  ],
};

const OF_SOURCE_ZH =
  '(?:(?:以后|今后|往后|从现在起)[，,]?)?(?:来自|从)?(?:所有)?@sources(?:渠道|平台|那边)?(?:过来|带来|进来|来)?的? ?(?:新)?(?:线索|潜客|询盘|leads?) ?';
const OF_SOURCE_EN = [
  '(?:all |our |the |new |any )*@sources (?:leads|enquiries)',
  `${LEADS_EN} (?:from|via|through) (?:the |our )?@sources`,
];
/** To a colleague, or to a team; 把展会的线索给李雷 and give … are said of those there are now. */
const FROM_SOURCE = (
  [
    ['@person(?:负责|跟进?|管|来?跟|处理)?(?:吧|了)?', '@person'],
    ['@team(?:团队)?(?:负责|跟进?|管|处理)?(?:吧|了)?', '(?:the )?@team(?: team)?'],
  ] as const
).flatMap(([zh, en]) => [
  `${OF_SOURCE_ZH}${GO_TO_ZH} ?${zh}`,
  ...OF_SOURCE_EN.flatMap((leads) => [`${leads} ${GO_TO_EN} ${en}`, `(?:send|route) ${leads} to ${en}`]),
]);

/** By which rule new leads are given (R4). */
const rule: Rule = {
  command: 'admin.rule',
  cue: /规则|线索|(?<![a-z])(?:rules?|leads?|enquiries)(?![a-z])/iu,
  fields: {
    number: count,
    team: { ...team, called: { zh: '团队', en: 'team' } },
    person,
    sources: knownSource,
    regions: { ...regions, called: { zh: '区域|地区', en: 'regions?' } },
    more: { ...added(regions), under: 'regions' },
    origin: { ...added(knownRegions), under: 'regions' },
    territory: { ...count, called: { zh: '区域分|地区分', en: '(?:territory|region) (?:points|score)' } },
    expertise: { ...count, called: { zh: '行业分', en: '(?:industry|expertise) (?:points|score)' } },
    product: { ...count, called: { zh: '产品分', en: 'product (?:points|score)' } },
    wins: { ...count, called: { zh: '赢单分', en: '(?:wins?|win rate) (?:points|score)' } },
    load: { ...count, called: { zh: '在手分', en: '(?:open leads|load|workload) (?:points|score)' } },
    fairness: { ...count, called: { zh: '近期分|公平分', en: '(?:recent leads|fairness) (?:points|score)' } },
  },
  of: { field: 'number', zh: '(?:线索)?(?:分配)?规则(?:第)?', en: '(?:assignment |routing |lead )?rule(?: number)?' },
  says: [
    [`${STOP_ZH}(?:第)?(?:线索)?(?:分配)?规则@number`, { state: 'off' }],
    [`${USE_ZH}(?:线索)?(?:分配)?规则@number`, { state: 'on' }],
    [`${STOP_EN} (?:assignment |routing |lead )?rule @number`, { state: 'off' }],
    [`${USE_EN} (?:assignment |routing |lead )?rule @number(?: again)?`, { state: 'on' }],
    ...FROM_SOURCE,
    `${FROM_NOW_ZH}(?:把|将)?(?:来自|从)?(?:所有)?@origin(?:来)?的?(?:新)?线索${GO_TO_ZH}@team(?:团队)?(?:负责|跟进?|管|处理)?`,
    `${LEADS_EN} (?:in|around) @more ${GO_TO_EN} (?:the )?@team(?: team)?`,
    `${LEADS_EN} from @origin ${GO_TO_EN} (?:the )?@team(?: team)?`,
  ],
};

const priority = choice(
  ['high', '最?高', 'highest|high|top'],
  ['low', '最?低', 'lowest|low'],
  ['normal', '中等?|普通|正常|一般', 'normal|medium|middle'],
);
const SET_PRIORITY = '(?:应该|要)?(?:调|改|设|定|提|升|降)?(?:成|为|到|至|是)?';
const COME_ZH = '(?:来|过来|带来|那边)?的?(?:线索|询盘|客户)?';

/** Where leads come from, and what that is worth (R2). */
const source: Rule = {
  command: 'admin.source',
  cue: /来源|线索|渠道|优先|询盘|(?<![a-z])(?:sources?|leads?|priority)(?![a-z])/iu,
  fields: {
    name: text,
    priority: { ...priority, called: { zh: '优先级', en: 'priority' } },
    responseHours: {
      ...count,
      called: { zh: '响应小时|响应时限|响应时间', en: 'answer within|response (?:time|hours)' },
    },
    nameZh: { ...text, called: { zh: '中文名', en: 'chinese name' } },
    nameEn: { ...text, called: { zh: '英文名', en: 'english name' } },
  },
  of: { field: 'name', zh: '(?:线索)?来源|渠道', en: '(?:lead )?source' },
  says: [
    `(?:把|将)?(?:线索)?(?:来源)?@name(?:来源|渠道)?${COME_ZH}的?优先级${SET_PRIORITY}@priority(?:一些|一点|点)?`,
    `提高(?:线索)?(?:来源)?@name${COME_ZH}的?优先级`,
    [`(?:把|将)?@name${COME_ZH}(?:要|应该)?(?:优先|先|最先)(?:处理|联系|跟进|回复|响应)`, { priority: 'high' }],
    `@name(?:来|过来)?的线索(?:要|必须|得|需要|都)*在?@responseHours个?小时(?:之|以)?内(?:响应|回复|联系|跟进|处理)`,
    `${ADD_ZH}(?:线索|客户)?(?:来源|渠道)[:：，, ]*(?:名字|名称)?(?:叫做?|名为)@name`,
    `${ADD_ZH}(?:线索|客户)?来源[:：]?@name`,
    `${ADD_EN}(?: lead)? source(?: called| named|:)? (?!for |to |of |from |on |in |with |field)@name,? (?:with |at )?(?:an? )?@priority priority`,
    `${ADD_ZH}(?:线索|客户)?(?:来源|渠道)(?:[:：]|名?叫做?)?@name优先级@priority`,
    `${ADD_EN}(?: lead)? source(?: called| named|:)? (?!for |to |of |from |on |in |with |field)@name`,
    ...[
      '(?:把|将)?@name(?:单独|独立)(?:出来)?(?:作为|成为?|设为|设成|列为|列成|算|做|建)?(?:一?个)?(?:新的?)?(?:线索)?来源',
      '(?:把|将)?@name单列(?:出来)?(?:作?为|成)?(?:一?个)?(?:新的?)?(?:线索)?来源',
      '(?:make|let|have|keep) @name (?:be )?a (?:lead )?source of its own',
      'make @name its own (?:lead )?source',
      '@name (?:is|should be|becomes) (?:a (?:lead )?source of its own|its own (?:lead )?source)(?: now)?',
    ].map((form) => [form, { apart: 'yes' }] as const),
    [`${STOP_ZH}(?:线索)?(?:来源|渠道)@name`, { state: 'off' }],
    [`${USE_ZH}(?:线索)?(?:来源|渠道)@name`, { state: 'on' }],
    [`(?:raise|increase) the priority of (?:leads from )?(?:the )?@name(?: leads| source)?`, { priority: 'high' }],
    [
      `(?:lower|reduce|decrease) the priority of (?:leads from )?(?:the )?@name(?: leads| source)?`,
      { priority: 'low' },
    ],
    '(?:set|change|make|put) the priority of (?:leads from )?(?:the )?@name(?: leads| source)? (?:to |at |on )?@priority',
    '(?:make|treat|give|set)(?: leads from)?(?: the)? @name(?: leads)?(?: an?| as| to)* @priority(?:[ -]priority)(?: leads)?',
    '(?:leads from )?@name(?: leads)? (?:have|get|are|should be)(?: an?)? @priority priority',
    [`(?:answer|call|handle) (?:leads from )(?:the )?@name first`, { priority: 'high' }],
    '(?:answer|call) leads from (?:the )?@name (?:within|in) @responseHours (?:hours?|h)',
    [`${STOP_EN} (?:lead )?source @name`, { state: 'off' }],
    [`${USE_EN} (?:lead )?source @name(?: again)?`, { state: 'on' }],
  ],
  also: [
    '(?:an? )?@priority(?:优先级|[ -]priority)',
    '(?:在)?@responseHours个?小时(?:之|以)?内(?:响应|回复|联系)',
    '(?:answered|an answer) (?:within|in) @responseHours (?:hours?|h)',
  ],
};

export const ROUTING: readonly Rule[] = [territory, rule, source];
