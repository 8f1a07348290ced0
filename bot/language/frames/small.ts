import { firstSlot } from '../utterance.ts';
import { type Frame, filled, pattern, tight, trimmed, unclaimed, withoutCourtesy } from './frame.ts';

const UNDO =
  /^(?:撤销|撤回|撤消|回退|取消(?=刚|上|那|这))(?:一下)?(?:刚才|刚刚|上一?[个步条次]|上面|那个|这个|前面)?(?:的|那个|那条|那步)?(?:操作|记录|改动|修改|动作|一步|那步)?(?:吧|掉|了)?$|^(?:刚才|刚刚|上面)(?:那条|那个|的)?(?:记录)?(?:记错|弄错|搞错|写错)了[，,]?(?:请|帮我)?撤[销回了]?(?:了|吧|掉)*$|^(?:反悔了?|后悔了|刚才(?:那个|的)?(?:不算|撤销|撤回|记错了|搞错了|错了)|记错了[，,]?撤[销回]?|弄错了[，,]?撤[销回])$|^(?:把|将)?(?:刚才|刚刚|上面|上一?)(?:的|那|这|记)*(?:条|个|步)(?:记录)?(?:给)?(?:删了?|删掉|删除|去掉|撤掉|撤销|撤回)(?:了|吧|掉)*$|^(?:delete|remove)(?: that| the)? last (?:one|entry|record|thing|change)$|^(?:undo|revert|roll ?back|take|scratch|scrap|cancel(?= that| it))(?: that| it| this| the)?(?: back)?(?: last)?(?: one| change| thing| action| command)?(?: please)?$|^(?:oops|sorry|wait|no|damn)[,!. ]+(?:(?:that's |that was |it's )?wrong[,!. ]+)?undo(?: that| it| this)?$|^(?:never ?mind that,? undo(?: it| that)?|oops,? undo(?: that| it)?)$/iu;

export const undoFrame: Frame = ({ text }) =>
  UNDO.test(trimmed(withoutCourtesy(text)))
    ? { invocations: [{ command: 'change.undo', input: {} }], confidence: 0.95 }
    : undefined;

const HELP =
  /^(?:帮助|帮助文档|使用帮助|使用说明|说明|怎么用|怎么使用|如何使用|(?:这个)?(?:系统|机器人|工具|你)?(?:要|该|应该)?怎么(?:用|使用|操作)|你(?:都)?(?:会|能|可以)(?:做|干|帮我(?:做|干)?)?(?:些)?(?:什么|啥|嘛|哪些)|有(?:什么|哪些)(?:功能|命令|指令)|(?:你)?(?:支持|能用)(?:什么|哪些)(?:功能|命令)?|功能列表|命令列表|(?:我)?(?:应?该|要)?(?:怎么|如何|从哪里?)开始(?:用|使用)?)[?？]?$|^(?:help|help me|show help|how do i use (?:this|it|you|parley)|how does (?:this|it) work|how to use (?:this|it)|what can (?:you|i) do(?: here)?|what do you do|commands|show (?:me )?(?:the |your |all (?:the |your )?)?commands|how do (?:i|we) (?:start|begin|get started)|getting started|get started|list commands|usage|i need help|what are (?:the|your) commands)[?]?$/iu;

export const helpFrame: Frame = ({ text }) =>
  HELP.test(trimmed(text)) || HELP.test(trimmed(withoutCourtesy(text)))
    ? { invocations: [{ command: 'help.show', input: {} }], confidence: 0.95 }
    : undefined;

const TODAY_CLAIMS = [
  /安排|日程|该|嘛|事儿|活儿?|任务|忙|手头|还有|没做完?|没办|要办|剩下|要做|该做|做|干|事情|事|工作|计划|什么|啥|哪些|查看|看|今日|概览|总览|一天|我的/gu,
  /(?<![a-z])(?:what(?:'s| is| do| have| should)?|need|must|show|agenda|schedule|plan|planned|day|up|happening|got|supposed|plate|look like|looks like|how|i've|'ve)(?![a-z])/giu,
];
const TODAY_CUE =
  /安排|日程|要做|该做|该干|干嘛|做什么|干什么|做啥|干啥|什么事|哪些事|我的一天|今日|计划|(?:什么|哪些).{0,2}(?:事|活)|(?<![a-z])(?:plate|agenda|schedule|my day|what(?:'s| is| do| have| should)|plan)(?![a-z])/iu;

/** What of a day is asked for, with its day taken out; without a section all of it. */
const PARTS: readonly (readonly [section: string | undefined, said: RegExp])[] = [
  [
    'scheduled',
    /^(?:看看?|查看?|列出)?(?:我的?)?(?:都?有)?(?:什么|哪些|哪几个|几个|多少个?|啥)?(?:的)?(?:会议?|约会|日程会议|约见|约)(?:要开|安排)?(?:吗|有哪些|呢)?$|^(?:(?:show|list)(?: me)? |what |which |any |do i have |what are |are there )*(?:any |my |the )*(?:meetings?|appointments?|calls and meetings)(?: (?:do i have|have i got|are there|are scheduled|have i|i have|for|on|scheduled))*$/iu,
  ],
  [
    'leads',
    /^(?:我)?(?:应?该|要|得)?(?:最?先|首先|第一个)(?:该|要|得)?(?:打(?:电话)?给|给|联系|回复|回|找)谁(?:打?电话|打|回电话?|联系)?(?:比较好|好)?$|^(?:who|whom) (?:should|do|must|shall|can) i (?:call|phone|ring|contact|answer|get back to) first$|^who (?:to (?:call|phone|contact|answer)|comes) first$|^我(?:还)?(?:有)?(?:哪些|哪几条|什么|多少条?)线索(?:还)?没(?:有)?(?:打|联系|跟|回)(?:过|呢|电话|的)*$|^(?:哪些|哪几条)线索我(?:还)?没(?:有)?(?:打|联系|跟|回)(?:过|呢|电话|的)*$|^(?:which|what)(?: of)?(?: my)? leads (?:have(?:n't| not) i|have i not|did(?:n't| not) i|i have(?:n't| not)) (?:called?|phoned?|contact(?:ed)?|reach(?:ed)?)(?: yet)?$/iu,
  ],
  [
    'overdue',
    /^(?:我)?(?:都?有)?(?:什么|哪些|啥)(?:事情?|东西|工作)?(?:已经?)?(?:逾期|过期|超期)(?:了|的)*(?:没做?|未做|没完成)?$|^(?:我)?(?:都?有)?(?:逾期|过期|超期)(?:了|的)*(?:有)?(?:什么|哪些|啥)(?:事情?)?$|^(?:what(?:'s| is| are| have i| am i)?|which(?: things)? are|anything|is anything|am i|show(?: me)? what is)(?: i)?(?: am)? (?:overdue|past due|late with|behind on)$/iu,
  ],
  [
    undefined,
    /^(?:我)?(?:应?该|要|得)?(?:最?先|首先)(?:该|要|得)?(?:做|干|办|处理|忙)(?:什么|啥|哪件|哪个|哪件事|什么事)(?:比较好|好)?$|^what (?:should|do|must|shall) i (?:do|tackle|handle|start with|work on)(?: first)?$|^(?:我)?还?(?:有|剩)(?:下)?(?:什么|啥|哪些|多少)(?:事情?|活|工作)?没(?:有)?(?:干|做|办|弄)(?:完|呢|的)*$|^(?:is there )?(?:anything|what(?:'s| is)?)(?: else)? (?:left|still open|remaining)(?: for me)?(?: to do)?$|^what (?:have i|do i|i have|i've)(?: have| got)*(?: left| still open| remaining)(?: to do)?$|^(?:what comes first|where (?:should|do) i (?:start|begin))$/iu,
  ],
];

/** 我今天有什么会, what is overdue, 今天先打给谁: a part of one's own day. */
export const dayPartFrame: Frame = (utterance) => {
  const { day } = utterance.slots;
  if (day.length > 0 && !isToday(utterance.today, utterance)) {
    return undefined;
  }
  const bare = withoutCourtesy(utterance.text).replace(/[\ue300-\ue3ff]/gu, ' ');
  const text = trimmed(
    tight(bare)
      .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
      .replace(/\s+/gu, ' '),
  );
  const part = PARTS.find(([, said]) => said.test(text));
  return part && { invocations: [{ command: 'today.show', input: filled({ only: part[0] }) }], confidence: 0.95 };
};

const DAY_AHEAD =
  /^(?:我的一天|今日概览|today|my day|今天|今日|我今天|今天我|(?:what's|what is) on my plate|(?:我)?(?:接下来|下一步|现在)(?:我)?(?:该|要|应该)?(?:做|干)(?:什么|啥|点什么|点啥)|what (?:should|do) (?:i|we) (?:do|work on)(?: next| now| first)|what(?:'s| is) next|who (?:should|do) i (?:call|contact)(?: first| next)?(?: \p{Co})?|(?:今天|\p{Co})?(?:我)?(?:该|要|应该)?(?:先)?(?:给谁打电话|联系谁))$/iu;

/** 今天有什么安排, my day. */
export const todayFrame: Frame = (utterance) => {
  const text = trimmed(withoutCourtesy(utterance.text));
  if (DAY_AHEAD.test(text) || (text.length === 1 && isToday(utterance.today, utterance))) {
    return { invocations: [{ command: 'today.show', input: {} }], confidence: 0.85 };
  }
  const isMine = /我的一天|(?<![a-z])my day(?![a-z])/iu.test(text);
  const rest = unclaimed(text.replace(/[\ue300-\ue3ff]/gu, ' '), TODAY_CLAIMS);
  const isWhole = rest.length === 0 && TODAY_CUE.test(text) && (isMine || isToday(utterance.today, utterance));
  return isWhole ? { invocations: [{ command: 'today.show', input: {} }], confidence: 0.9 } : undefined;
};

function isToday(today: string, utterance: Parameters<Frame>[0]): boolean {
  const day = firstSlot(utterance, 'day', utterance.text)?.asked;
  return day?.grain === 'day' && day.from === today && utterance.slots.day.length === 1;
}

const TEAM =
  /我(?:的|们)?(?:团队|组|部门|手下|下属|小组|队)|(?:团队|组里|部门|手下|下属)|(?<![a-z])(?:my|our|the) (?:team|people|reps|guys|crew)(?![a-z])|(?<![a-z])team(?![a-z])/iu;
const TEAM_CLAIMS = [
  TEAM,
  /今日|怎么样|怎样|如何|情况|什么情况|进展|状态|的?人|都|在|干|忙|做|什么|啥|看|看看|查|查看|表现|动态|动静|概况|有|日报/gu,
  /(?<![a-z])(?:how|how's|what's|what|show|team's|day|doing|going|up|status|report|overview|look|looking|looks|update|get|got|been|like|summary|busy|'s)(?![a-z])/giu,
];

/** 我团队今天怎么样, how is my team doing today: without a day it is today's. */
export const teamTodayFrame: Frame = (utterance) => {
  const text = trimmed(withoutCourtesy(utterance.text));
  const { day } = utterance.slots;
  const rest = unclaimed(text.replace(/[\ue300-\ue3ff]/gu, ' '), TEAM_CLAIMS);
  return TEAM.test(text) && rest.length === 0 && (day.length === 0 || isToday(utterance.today, utterance))
    ? { invocations: [{ command: 'team.today', input: {} }], confidence: 0.93 }
    : undefined;
};

const APPROVALS: readonly RegExp[] = [
  /^(?:看看?|查看?|列出)?(?:一下)?(?:现在|今天)?(?:还)?(?:有)?(?:什么|啥|哪些|没有?)?(?:东西|单子|申请|折扣)?(?:是)?(?:要|等|待|需要|等着)我(?:来)?(?:审批|批准|审核|签字|批|审|签)的?(?:东西|单子|申请|折扣)?(?:有哪些|吗|呢)?$/u,
  /^(?:anything|what|what's|is there anything|something)(?: is)? (?:waiting|pending|open)(?: for)?(?: my| me| on me)?(?: approval| to approve| to sign(?: off)?)?$/iu,
  /^(?:我)?(?:同意|批准|通过|批了?)(?:\p{Co})?(?:的|那个|这个)*(?:折扣|优惠|申请|审批)(?:申请|请求)?(?:吧|了)?$/u,
  /^(?:what|which|anything|is there anything)(?: (?:discounts?|requests?|approvals?))?(?: do| should| must| needs?| waits?| is waiting| are waiting)?(?: for)?(?: i| my| me)?(?: (?:need|have|want) to| to)? ?(?:approve|approval|sign(?: off)?)(?: (?:now|today|from me))?$/iu,
  /^(?:approve|sign(?: off)?|okay|grant)(?: on)?(?: the| that| this)? (?:\p{Co}(?:'s)? )?(?:discount|request|approval)(?: request)?(?: (?:for|of|from|on) \p{Co})?$/iu,
  pattern(
    '^我?(?:同意|批准|通过)(?:给)?(?:{customer})?(?:的|打|那个|这个)*{percent}的?(?:折扣|优惠)?(?:申请)?(?:吧|了)?$',
  ),
  pattern('^把?{customer}(?:的|那个|这个)*(?:折扣|优惠)(?:申请)?(?:批|批准|通过|同意)(?:了|掉|吧)*$'),
  pattern('^(?:approve|okay|grant) (?:the |an? )?{percent}(?: off| discount)?(?: (?:for|of|on|to) {customer})?$'),
];

/** 有什么要我批的, approve the Acme discount: nothing is signed by a sentence, what waits is shown with its buttons. */
export const approvalsFrame: Frame = ({ text }) =>
  APPROVALS.some((form) => form.test(tight(trimmed(withoutCourtesy(text)))))
    ? { invocations: [{ command: 'approval.list', input: {} }], confidence: 0.96 }
    : undefined;

const REJECTED: readonly RegExp[] = [
  pattern(
    '^我?(?:要|想要?)?(?:拒绝|驳回|打回|不批准?|不同意)(?:掉|了)?{customer}(?:的|那个|这个)*(?:折扣|优惠|审批|{percent})+的?(?:申请|请求)?$',
  ),
  pattern(
    "^(?:reject|decline|turn down|refuse) (?:the |that )?(?:{customer}(?:'s)? (?:discount|approval)(?: request)?|(?:{percent} (?:off )?|discount )(?:for|of) {customer})$",
  ),
];
const REJECT =
  /^(?:我)?(?:要|想要?|得|必须)?(?:拒绝|驳回|打回|不批准?|不同意批准?|不予批准)(?:掉|了)?(?:这个|这条|该|那个|那条)?(?:的)?(?:折扣|审批)?(?:申请|请求|审批|单子)?(?:吧|了)?$|^(?:i(?:'m going to| will|'ll| would like to| want to| need to| have to|'d like to) )?(?:reject|decline|turn down|refuse)(?: (?:it|this|that|(?:the|this|that) (?:discount|approval)? ?(?:request|discount|approval)?))?(?: please)?$|^(?:i(?: will|'ll| would like to| want to|'d like to) )?turn (?:it|this|that) down$/iu;

/** 我要拒绝, I want to reject it: the form of the one that waits, or which. */
export const rejectFrame: Frame = ({ text }) =>
  [REJECT, ...REJECTED].some((form) => form.test(trimmed(text)) || form.test(tight(trimmed(withoutCourtesy(text)))))
    ? { invocations: [{ command: 'approval.turnDown', input: {} }], confidence: 0.95 }
    : undefined;

const ADMIN: readonly (readonly [
  command:
    | 'admin.invite'
    | 'stage.list'
    | 'admin.sources'
    | 'admin.recycle'
    | 'hook.list'
    | 'admin.objects'
    | 'admin.setup'
    | 'admin.template',
  asked: RegExp,
])[] = [
  [
    'hook.list',
    /^(?:怎么|如何|怎样)?(?:给|为|把)?[^，,]{0,12}?(?:新建|新增|创建|建|做|加|开|设置|配置|查看|看看?|接)(?:一?个|一下|一条)?(?:新的?)?(?:数据|系统|外部|官网)?(?:接口|接入|webhook)(?:[，, ]*(?:名字|名称)?(?:是|叫).{1,16})?$|^(?:(?:how (?:do|can) i )?(?:set up|make|create|add|open|configure|show|see)) (?:an? |the |our )?(?:new )?(?:web)?hooks?(?: (?:for|from|called) .{1,40})?$|^(?:怎么|如何)(?:把|让)?(?:官网|网站|表单|商城).{0,6}(?:接|连)(?:进来|入|到系统)?$|^(?:把|将)?(?:我们(?:公司)?的?)?(?:官网|网站|商城)的?(?:表单)?(?:接入?|连接?)(?:进来|到系统|一下|系统)$|^(?:接入|对接|连接)(?:一下)?(?:我们(?:公司)?的?)?(?:官网|网站|商城)的?(?:表单|询盘)?$|^(?:how (?:do|can) i )?(?:connect|hook up) (?:our|the|my) (?:web ?site|web ?form|web ?shop|shop)(?:['’]s)?(?: (?:contact )?forms?)?$/iu,
  ],
  [
    'admin.setup',
    /^(?:怎么|如何|怎样)?(?:初始化|设置(?:一下)?|配置(?:一下)?)(?:我们)?(?:的)?(?:公司|系统|新公司)$|^(?:公司|系统)(?:初始化|初始设置|怎么设置|怎么配置)$|^(?:查看|看看?|打开)?(?:公司|系统)?(?:初始设置|初始化)(?:还差什么|还缺什么|做到哪了?|怎么样了?)?$|^(?:how (?:do|can) (?:i|we) )?(?:set up|setup|configure)(?: (?:the|our|my|a new) (?:company|system|crm|workspace))?$|^(?:show(?: me)? )?(?:the |my )?(?:first steps|setup(?: checklist)?)$|^what is (?:still )?(?:left|missing|open) (?:to|in) (?:set up|the setup)$/iu,
  ],
  ['admin.template', /^(?:选择?|看看|有哪些)?行业模板$/iu],
  [
    'admin.objects',
    /^(?:怎么|如何|怎样)?(?:新建|新增|创建|建|加|添加|设置)(?:一?个|一种|一类|一下)?(?:新的?)?(?:客户)?(?:对象|档案类型|档案|记录类型)(?:[，, ]*(?:名字|名称)?(?:是|叫).{1,40})?$|^(?:(?:how (?:do|can) i )?(?:add|create|make|set up|define)) (?:an? |our |my )?(?:new )?(?:own )?(?:record type|kind of record|type of record|object type|object|custom object)s?(?: (?:called|named|for) .{1,80})?$/iu,
  ],
  [
    'admin.recycle',
    /^(?:怎么|如何|怎样)?(?:改|修改|设置|调整|编辑|查看|看看?|配置|添加|加)(?:一下)?(?:放回|退回|回收)(?:公海)?的?原因$|^(?:(?:how (?:do|can) i )?(?:change|edit|set up|configure|adjust|add|show|see)) (?:an? |the |our )?(?:recycle|release) reasons?$/iu,
  ],
  [
    'admin.invite',
    /^(?:怎么|如何|怎样)?(?:加|添加|邀请|新增|拉)(?:一个|个|几个)?(?:新的?)?(?:员工|同事|成员|用户|人)(?:进来)?$|^(?:(?:how (?:do|can) i )?(?:invite|add|onboard)) (?:an? |some |another )?(?:new )?(?:colleagues?|users?|employees?|team ?mates?|people|person|reps?|member)(?: here)?$/iu,
  ],
  [
    'stage.list',
    /^(?:怎么|如何|怎样)?(?:改|修改|设置|调整|编辑|查看|看看?|配置)(?:一下)?(?:商机|销售|流程)?的?(?:阶段|流程)(?:设置|条件|配置)?$|^(?:(?:how (?:do|can) i )?(?:change|edit|set up|configure|adjust|show|see)) (?:the |our )?(?:pipeline|deal|sales|opportunity)?(?:'s)? ?stages?$/iu,
  ],
  [
    'admin.sources',
    /^(?:怎么|如何|怎样)?(?:改|修改|设置|调整|编辑|查看|看看?|配置|添加|加)(?:一下)?(?:线索)(?:的)?来源$|^(?:(?:how (?:do|can) i )?(?:change|edit|set up|configure|adjust|add|show|see)) (?:an? |the |our )?(?:lead )?sources?$/iu,
  ],
];

/** 怎么加新员工, change the pipeline stages: where an admin begins. */
export const adminFrame: Frame = ({ text }) => {
  const said = tight(trimmed(withoutCourtesy(text)));
  const command = ADMIN.find(([, asked]) => asked.test(said))?.[0];
  return command ? { invocations: [{ command, input: {} }], confidence: 0.95 } : undefined;
};

const DELIVERIES =
  /^(?:(?:看|查|查看|看看|看一下|查一下)?(?:消息|通知)?(?:投递|送达|发送|推送)(?:情况|状态|失败|记录|结果)(?:怎么样|如何)?|(?:哪些|有哪些|有什么|有没有)?(?:消息|通知)(?:没有?|未)(?:送达|送到|发出去?|发出|投递)(?:的)?|未送达(?:的)?(?:消息|通知)?)[?？]?$|^(?:(?:show|see|check|how are|what about)(?: me)? )?(?:the )?(?:(?:message |notice )?deliver(?:y|ies)(?: status| state| failures?)?|(?:failed|undelivered) (?:messages|notices|deliveries)|what (?:did not|didn't) arrive)[?]?$/iu;

/** 投递情况, what did not arrive: an admin's. */
export const deliveriesFrame: Frame = ({ text }) =>
  DELIVERIES.test(trimmed(text)) || DELIVERIES.test(trimmed(withoutCourtesy(text)))
    ? { invocations: [{ command: 'admin.deliveries', input: {} }], confidence: 0.95 }
    : undefined;
