import { pattern } from '../frames/frame.ts';
import type { CommandName } from '../reading.ts';
import type { FieldSaid, Rule } from './rule.ts';
import { choice, customer, person, team, text, textBut } from './values.ts';

const SEE_ZH =
  '(?:查看|看一?下|看看|看|打开|显示|列出|查一?下|查)?(?:一下)?(?:我们的?|公司的?|现在的?|所有的?|全部的?)?';
const NEWCOMER_ZH = '(?:来)?(?:当|做|作为|担任|成为)(?:销售(?:代表|经理|总监)?|经理|客服|售后|财务|市场|管理员)';
const NEWCOMER_EN =
  'as (?:an? |our )?(?:sales (?:reps?|managers?|directors?)|reps?|managers?|service|finance|marketing|admins?)';
const SEE_EN = "(?:(?:show|list|see|open|view|give)(?: me)?|what are|what is|what's)?(?: ?(?:the|our|all|my))*";
const END_ZH = '(?:有哪些|是什么|有什么|列表|设置|怎么设(?:置)?的?|是怎么(?:定|分)的)?';

/** A page by what it is called, and the questions it answers. */
const page = (
  command: CommandName,
  cue: RegExp,
  [zh, en]: readonly [string, string],
  says: readonly string[] = [],
): Rule => ({
  command,
  cue,
  asks: true,
  fields: {},
  says: [`${SEE_ZH}(?:${zh})${END_ZH}`, `${SEE_EN}(?:^| )?(?:${en})`, ...says],
});

/** One record of a kind, by its name. */
const record = (
  command: CommandName,
  cue: RegExp,
  fields: Readonly<Record<string, FieldSaid>>,
  says: Rule['says'] = [],
): Rule => ({ command, cue, asks: true, fields, says });

/** One that is looked for by any words. */
const looked = (...of: Parameters<typeof record>): Rule => ({ ...record(...of), confidence: 0.8 });

/** 任务列表, my task list for today: all of them, or those of which something is said. */
const taskName = textBut(
  /^(?:列表|清单|事项|情况|进展|进度|状态|详情|数量|[今明昨]天|[本这上下]周|有[哪什多几没]|完成(?:情况|率|进度|了?多少)|还[有剩没]|[里中][的有面]|(?:任务|待办)(?:$|[的有列清]))|哪些|多少|几[个条]|^(?:lists?|status|count|for|from|of|on|in|at|with|without|by|due|overdue|today|tomorrow|yesterday|(?:this|next|last) (?:week|month|quarter|year)|that|which|who|i|we|he|she|they|you|assigned|created|given|are|is|and)(?![a-z'-])/iu,
);

const CUSTOMERS = /客户|(?<![a-z])(?:customers|accounts|clients)(?![a-z])/iu;

/** Customers in Shanghai, who bought: what they are like, and no name. */
const customerName = textBut(
  /^(?:in|with|without|who|whose|that|which|where|near|around|tagged|labell?ed|from|by|of|for|at|on|having|not|no|owned|assigned|bought|buying|i|we|has|have|are|is)(?![a-z'&-])|^[在里中]|哪些|多少|几[个家]/iu,
);

const snooze = choice(
  ['1h', '一(?:个)?小时(?:后|以后)?|过一会儿?|等会儿?|晚点|稍后|待会儿?', 'in an hour|later(?: today)?'],
  ['tomorrow', '明天', 'tomorrow'],
  ['next_week', '下周|下个?星期|下个?礼拜', 'next week'],
);

export const SHOWN: readonly Rule[] = [
  page(
    'admin.routing',
    /分配规则|线索.*[分谁]|(?<![a-z])(?:routing|leads|assignment)(?![a-z])/iu,
    ['(?:线索)?分配规则', '(?:lead )?(?:routing|assignment)(?: rules?)?'],
    [
      '新线索(?:都|该|应该)?(?:怎么|如何)分配?',
      '新?线索(?:都)?(?:分)?给谁',
      'who gets (?:the )?(?:new )?leads',
      'how are (?:the )?(?:new )?leads (?:assigned|routed|given out)',
    ],
  ),
  page(
    'admin.outcomes',
    /结果|(?<![a-z])(?:outcomes?|call)(?![a-z])/iu,
    ['(?:电话|通话|呼叫)结果', '(?:call )?outcomes'],
    ['how (?:may|can) a call end'],
  ),
  page(
    'customer.tiers',
    /等级|分级|[A-Z]类|(?<![a-z])(?:tiers?|[a-z] (?:customers?|accounts?|clients?))(?![a-z])/iu,
    ['(?:客户)?(?:等级|分级)(?:规则|标准)', '(?:customer )?tier(?: rule)?s?(?: rules)?'],
    [
      '客户(?:是)?(?:怎么|如何)分(?:等)?级的?',
      '什么样的客户(?:算|是)[abc]类(?:客户)?',
      '(?:什么是|什么叫|怎么(?:样)?(?:才)?(?:算|是))[a-z]类(?:客户|公司)?',
      '(?:什么样的?|怎样的?|哪种)(?:客户|公司)(?:才)?(?:算|是|属于|能算)[a-z]类(?:客户)?',
      '[a-z]类(?:客户|公司)的?(?:划分|评定|分级|认定|判断)?(?:标准|条件|规则|定义|要求)(?:是什么|有哪些)?',
      '[a-z]类(?:客户|公司)?(?:是)?(?:怎么|如何)(?:定|分|划分|评|评定|算|来)(?:的|出来的)?',
      'what (?:makes|counts as|is|does it take to be) an? (?:tier[- ]?[a-z]|[a-z](?:[- ]tier)?)(?: (?:customer|account|client))?',
      'what makes (?:a|an) (?:customer|account|client) (?:an? )?(?:tier[- ]?[a-z]|[a-z])',
      '(?:what (?:is|are) )?(?:the )?(?:criteria|rules?|definition|conditions|standards?) (?:for|of) (?:an? )?(?:tier[- ]?[a-z]|[a-z])(?: (?:customers?|accounts?|clients?))?',
      'what does tier [a-z] mean',
      'when is a customer(?: of)? tier [abc]',
      'how are customers tiered',
    ],
  ),
  page(
    'admin.people',
    /同事|员工|人员|谁在|加入|(?<![a-z])(?:join|in|admit|accept|access|admission|works?|colleagues|people|users)(?![a-z])/iu,
    ['同事|员工|人员(?:名单)?|成员名单', 'colleagues|people|users|employees'],
    [
      '(?:我们)?(?:公司)?(?:都)?有哪些(?:同事|员工|人员)',
      '(?:这里)?都有谁在(?:用)?',
      'who works here',
      '(?:现在|还)?(?:有)?(?:谁|哪些人|什么人)(?:还)?(?:在)?(?:等着?|等待|申请|想|要)(?:审核|批准|同意)?(?:要|想)?(?:加入|进来)(?:的|了)?',
      '(?:有)?(?:没有)?(?:人)?(?:等着?|等待|申请)加入(?:的)?(?:人|同事)?(?:有哪些|吗)?',
      'who (?:is|are) (?:still )?(?:waiting|asking|wanting) (?:to (?:join|get in|be let in)|for (?:admission|access))',
      'who wants (?:to join|in|to be let in)',
      // Nobody is let in by a sentence: whoever waits is shown with the buttons.
      `(?:同意|批准|允许|通过)(?:让)?[\\p{L}\\p{Co} ]{1,24}?(?:的)?加入(?:申请|请求|${NEWCOMER_ZH})?(?:吧|了)?`,
      `(?:let|admit) [\\p{L}\\p{Co} ]{1,24}? in(?: ${NEWCOMER_EN})?`,
      `(?:admit|accept) [\\p{L}\\p{Co} ]{1,24}? ${NEWCOMER_EN}`,
      '(?:anyone|anybody) waiting to (?:join|get in|be let in)',
    ],
  ),
  page(
    'audit.show',
    /审计|(?<![a-z])audit(?![a-z])/iu,
    ['审计(?:记录|日志|状态)?', 'audit(?: log| trail| status)?'],
    [
      '审计(?:记录|日志)?(?:是否|是不是)?(?:完整|可信|没被改过?)(?:吗)?',
      'is the audit(?: log| trail)? (?:whole|complete|intact)',
    ],
  ),
  record('audit.check', /审计|(?<![a-z])audit(?![a-z])/iu, {}, [
    '(?:现在|立即|马上)?(?:核查|检查|核对|校验)(?:一下)?审计(?:记录|日志)?',
    '(?:check|verify|read)(?: the)?(?: whole)? audit(?: log| trail)?(?: now)?',
  ]),
  page('settings.show', /设置|(?<![a-z])settings(?![a-z])/iu, ['我的(?:个人)?设置|个人设置', '(?:personal )?settings']),
  page(
    'link.show',
    /绑定|关联|(?<![a-z])(?:link|connect)(?![a-z])/iu,
    ['账号绑定', 'linked accounts'],
    [
      '(?:怎么|如何|我要|我想)?(?:绑定|关联)(?:我的)?(?:另一个|其他|别的)?[\\p{L}]{0,8}?(?:账号|帐号|聊天工具)',
      '(?:how (?:do|can) i )?(?:link|connect) my [\\p{L} ]{0,16}account',
    ],
  ),
  page(
    'stage.list',
    /阶段|(?<![a-z])stages(?![a-z])/iu,
    ['(?:商机|销售)(?:的)?阶段', '(?:deal|sales|pipeline) stages'],
    [
      '(?:商机|销售)(?:有|分)(?:哪些|几个|什么)阶段',
      '(?:商机|销售)?阶段(?:设置|配置|管理)',
      '(?:设置|配置|管理)(?:商机|销售)?阶段',
    ],
  ),
  page(
    'hook.list',
    /接入|对接|(?<![a-z])(?:hooks|connected)(?![a-z])/iu,
    ['(?:系统|外部系统)?接入(?:列表)', '(?:web)?hooks'],
    [
      '(?:我们)?(?:都)?(?:接入|对接)了哪些系统',
      '(?:已)?(?:接入|对接)的(?:外部)?系统(?:列表|有哪些)?',
      '(?:which|what) systems are connected',
      '(?:our |the )?connected systems',
    ],
  ),
  page(
    'pipeline.show',
    /漏斗|各阶段|(?<![a-z])(?:pipeline|deals)(?![a-z])/iu,
    ['(?:商机|销售)?漏斗图', '(?:pipeline|deals) in figures|pipeline figures'],
    ['各阶段(?:都)?有(?:几|多少)个?商机'],
  ),
  record('team.show', pattern('{team}'), { team }, [
    '@team(?:团队)?(?:里|中)?(?:都)?有(?:谁|哪些人|哪些成员|几个人)',
    '(?:查看|看看|看)?@team团队(?:的)?(?:成员|人员)(?:有哪些|名单)?',
    "who(?:'s| is) in (?:the )?@team(?: team)?",
    '(?:show|list)(?: me)? (?:the )?(?:members|people) (?:of|in) (?:the )?@team(?: team)?',
  ]),
  record('admin.person', /角色|团队|(?<![a-z])(?:role|team)(?![a-z])/iu, { person }, [
    '@person(?:现在)?是(?:什么|哪个)(?:角色|岗位|团队的?)',
    '@person(?:的|现在)?(?:在)?(?:哪个)?(?:角色|团队)(?:是什么|是哪个)?',
    "what(?:'s| is) @person(?:['’]s)? (?:role|team)",
    'which team is @person in',
    'what role does @person have',
  ]),
  record('conversation.show', /对话|聊天记录|(?<![a-z])conversations?(?![a-z])/iu, { customer }, [
    '(?:查看|看看|看一?下|打开|看|读)(?:一下)?(?:和|跟|与)?@customer(?:的|那边的|之间的)?(?:对话|聊天)(?:记录|原文|存档)?',
    '(?:和|跟|与)@customer(?:的)?(?:对话|聊天)(?:记录|原文|存档)',
    '(?:show|open|read|see)(?: me)? (?:the |our )?(?:archived |kept )?conversations? (?:with|of|at) @customer',
  ]),
  record('customer.find', CUSTOMERS, { name: customerName }, [
    '(?:搜索|搜一?下|搜|查找)(?:一下)?客户(?:[:：])?@name',
    '(?:find|search|look up|look for)(?: all| the| for)* (?:customers|accounts|clients) (?:called|named|like) @name',
  ]),
  looked('customer.find', CUSTOMERS, { name: customerName }, [
    '(?:find|search|look up|look for)(?: all| the| for)* (?:customers|accounts|clients):? @name',
  ]),
  looked('task.show', /任务|待办|(?<![a-z])(?:task|to-?do)(?![a-z])/iu, { task: taskName }, [
    '(?:查看|打开|看看|看一?下)(?:这个|那个)?(?:任务|待办)(?:[:：])?@task',
    '(?:show|open|see)(?: me)? (?:the |my )?(?:task|to-?do)(?::| called| named| to)? @task',
  ]),
];

/** What is put off: it is done at once and can be taken back. */
export const PUT_OFF: readonly Rule[] = [
  {
    command: 'task.snooze',
    cue: /任务|待办|(?<![a-z])(?:task|to-?do)(?![a-z])/iu,
    fields: { task: text, until: snooze },
    says: [
      '(?:把)?@task(?:的|这个|那个|这条)*(?:任务|待办)@until再?(?:提醒|说|做|处理)(?:我)?',
      '(?:任务|待办)@task@until再?(?:提醒|说)(?:我)?',
      '(?:把)?(?:任务|待办)@task(?:推|拖|延)(?:迟)?(?:到)?@until(?:再说)?',
      'remind me (?:of|about) (?:the |my )?(?:task|to-?do) @task @until',
      'snooze (?:the |my )?(?:task|to-?do) @task(?: until| till)? @until',
    ],
  },
  {
    command: 'call-list.later',
    cue: /再打|再联系|(?<![a-z])this (?:one|customer)(?![a-z])/iu,
    fields: { until: snooze },
    says: [
      '(?:这个|这位|这家)(?:客户)?@until再(?:打|联系)(?:吧)?',
      'call (?:this one|this customer) (?:again )?@until',
      'leave (?:this one|this customer) (?:until|for) @until',
    ],
  },
];
