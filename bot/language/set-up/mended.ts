import { findDays } from '../days.ts';
import { trimmed } from '../frames/frame.ts';
import { CUSTOMER } from '../slots.ts';
import { wordsOf } from '../utterance.ts';
import type { Rule } from './rule.ts';
import { choice, customer, day, lead, text, textBut, type Value } from './values.ts';

const MOVE_ZH = '(?:推迟|延期|延后|延迟|顺延|提前|改期|改|挪|移|调|调整|放)(?:到|至|成|为)';
const REMOVE_ZH = '(?:取消|删除|删掉|删了|去掉|移除|不要|不做)';
const WRONG_ZH = '(?:记错了?|录错了?|写错了?|不对|错了)';
const NODE_ZH = '(?:交付|实施|项目)?(?:节点|里程碑)';
/** Of what is only wished, supposed or refused: 华星想把安装改到周五. */
const NOT_YET_ZH = '不|别|想|(?<![主重需])要|希望|如果|假如|万一|建议|要求|打算|考虑|可能|把';
/** What is promised by such a word needs no “milestone” beside it. */
const DELIVERED_ZH = `(?:(?!${NOT_YET_ZH})[^，,。;；:：？?→的]){0,6}?(?:安装|交付|调试|验收|上线|实施|部署|试运行|进场|开工|竣工|投产|移交|到货|发货)`;
const DELIVERED_EN =
  '(?:(?:on-?site|site|final|first|second|pilot) )?(?:installation|delivery|commissioning|acceptance(?: test)?|go-?live|roll-?out|deployment|implementation|hand-?over|shipment|kick-?off)';
const MOVE_EN =
  '(?:moves|moved|is moved|has moved|is postponed|was postponed|is delayed|is pushed back|is brought forward|slips|slipped|is now|is rescheduled)(?: to| until| for| on)?';
const OF_EN = '(?:for|of|at|with)';

/** A day, a name and a note of what was promised (R13). */
const milestoneChange: Rule = {
  command: 'milestone.change',
  cue: /节点|里程碑|安装|交付|调试|验收|上线|实施|部署|试运行|进场|开工|竣工|投产|移交|到货|发货|milestone|installation|delivery|commissioning|acceptance|go-?live|roll-?out|deployment|implementation|hand-?over|shipment|kick-?off/iu,
  fields: {
    customer,
    which: { source: `${DELIVERED_ZH}|${DELIVERED_EN}`, read: text.read },
    node: { ...text, under: 'which' },
    planned: day,
    name: text,
    remark: { ...text, called: { zh: '备注', en: 'note' } },
  },
  says: [
    `(?:把|将)?@customer的?@which(?:时间|日期)?${MOVE_ZH}@planned(?:了|吧)?`,
    `(?:把|将)?@customer的?${NODE_ZH}@node(?:时间|日期)?${MOVE_ZH}@planned(?:了|吧)?`,
    `(?:把|将)?@customer的?@node${NODE_ZH}的?(?:时间|日期)?${MOVE_ZH}@planned(?:了|吧)?`,
    `(?:把|将)?@which(?:时间|日期)?${MOVE_ZH}@planned(?:了|吧)?`,
    `(?:把|将)?@customer的?${NODE_ZH}@node(?:改名|重命名|更名|改叫|名字改|名称改)(?:为|成|叫)?@name`,
    `(?:把|将)?@customer的?@node${NODE_ZH}(?:改名|重命名|更名|改叫|名字改|名称改)(?:为|成|叫)?@name`,
    `@customer的?${NODE_ZH}@node的?备注(?:是|为|改成|改为|写|[:：])@remark`,
    `(?:the )?@which ${OF_EN} @customer ${MOVE_EN} @planned`,
    `(?:the )?@customer(?:['’]s)? @which ${MOVE_EN} @planned`,
    `(?:the )?@which ${MOVE_EN} @planned`,
    `(?:move|postpone|delay|push(?: back)?|reschedule|bring forward) (?:the )?@which ${OF_EN} @customer (?:to|until|for) @planned`,
    `(?:move|postpone|delay|push(?: back)?|reschedule|bring forward) (?:the )?@customer(?:['’]s)? @which (?:to|until|for) @planned`,
    `(?:move|postpone|delay|push(?: back)?|reschedule) (?:the )?milestone @node ${OF_EN} @customer (?:to|until|for) @planned`,
    `(?:move|postpone|delay|push(?: back)?|reschedule) (?:the )?@customer(?:['’]s)? milestone @node (?:to|until|for) @planned`,
    `rename (?:the )?@customer(?:['’]s)? milestone @node (?:to|as|into) @name`,
    `rename (?:the )?milestone @node ${OF_EN} @customer (?:to|as|into) @name`,
    `(?:the )?note (?:of|on) (?:the )?@customer(?:['’]s)? milestone @node is @remark`,
  ],
};

/** What is promised no more (R13). */
const milestoneRemove: Rule = {
  command: 'milestone.remove',
  cue: /节点|里程碑|milestone/iu,
  fields: { customer, which: text },
  says: [
    `${REMOVE_ZH}@customer的?${NODE_ZH}@which`,
    `${REMOVE_ZH}@customer的?@which(?:这个|那个|的)*${NODE_ZH}`,
    `(?:把|将)?@customer的?${NODE_ZH}@which${REMOVE_ZH}(?:掉|了|吧)*`,
    `(?:把|将)?@customer的?@which(?:这个|那个|的)*${NODE_ZH}${REMOVE_ZH}(?:掉|了|吧)*`,
    `(?:remove|delete|drop|cancel|take off) (?:the )?milestone @which ${OF_EN} @customer`,
    `(?:remove|delete|drop|cancel|take off) (?:the )?@customer(?:['’]s)? milestone @which`,
    `(?:remove|delete|drop|cancel) (?:the )?@which milestone ${OF_EN} @customer`,
  ],
};

const party = {
  source: customer.source,
  read: (...said: Parameters<typeof customer.read>) => customer.read(...said) ?? lead.read(...said),
};

/** What somebody did, noted wrongly (R13, R18). */
const touchChange: Rule = {
  command: 'touch.change',
  cue: /触达|(?<![a-z])touch(?![a-z])/iu,
  fields: { party, which: text, on: day, what: text },
  says: [
    `(?:把|将)?@party的?@which触达(?:记录)?的?(?:日期|时间)(?:改成|改为|改到|应该是|是)@on`,
    `(?:把|将)?@party的?触达(?:记录)?@which的?(?:日期|时间)(?:改成|改为|改到|应该是|是)@on`,
    `(?:把|将)?@party的?@which触达的?(?:内容)?(?:改成|改为|应该是)@what`,
    `(?:change|set|correct) the date of (?:the )?@party(?:['’]s)? @which touch to @on`,
    `(?:the )?@party(?:['’]s)? @which touch was (?:on )?@on`,
    `(?:change|correct) (?:the )?@party(?:['’]s)? @which touch to @what`,
  ],
};

const touchRemove: Rule = {
  command: 'touch.remove',
  cue: /触达|(?<![a-z])touch(?![a-z])/iu,
  fields: { party, which: text },
  says: [
    '(?:删除|删掉|去掉|移除)@party的?触达(?:记录)?',
    '(?:删除|删掉|去掉|移除)@party的?@which的?触达(?:记录)?',
    `(?:把|将)?@party的?触达(?:记录)?(?:${WRONG_ZH}[，, ]*)?(?:删除|删掉|去掉|移除|删)(?:掉|了|吧)*`,
    `(?:把|将)?@party的?@which的?触达(?:记录)?(?:${WRONG_ZH}[，, ]*)?(?:删除|删掉|去掉|移除|删)(?:掉|了|吧)*`,
    "(?:remove|delete|drop) (?:the )?(?:last )?@party(?:['’]s)? touch",
    "(?:remove|delete|drop) (?:the )?@party(?:['’]s)? @which touch",
    '(?:remove|delete|drop) (?:the )?@which touch (?:of|from|at) @party',
  ],
};

const AGAIN_ZH = '(?:重新打开|重新开启|重新激活|重启|重开|恢复)';
const TICKETS_ZH = '(?:(?:服务|售后)?工单|投诉|报修)';
const WHY_ZH = '(?:(?:原因|理由)(?:是|为|[:：])?|因为|因)';
const WHY_EN = '(?:because|since|as|reason:?|the reason is) ?';

/** Why: any words, also such as end in 了. */
const why: Value = {
  source: text.source,
  read: (piece, utterance) => trimmed(wordsOf(utterance, piece)) || undefined,
};

/** What was thought to be settled is not (R14). */
const ticketReopen: Rule = {
  command: 'ticket.reopen',
  cue: /工单|投诉|报修|(?<![a-z])(?:ticket|complaint)(?![a-z])/iu,
  fields: { ticket: customer, reason: why },
  says: [
    `${AGAIN_ZH}(?:一?下)?@ticket的?${TICKETS_ZH}`,
    `(?:把|将)?@ticket的?${TICKETS_ZH}(?:要|得|需要)?${AGAIN_ZH}(?:一?下)?(?:了|吧)?`,
    "(?:re-?open|open again)(?: the)? @ticket(?:['’]s)? (?:ticket|complaint)",
    '(?:re-?open|open again)(?: the)? (?:ticket|complaint) (?:of|from|for|at) @ticket',
    "open (?:the )?@ticket(?:['’]s)? (?:ticket|complaint) again",
  ],
  also: [`(?:${WHY_ZH})?@reason`, `(?:${WHY_EN})?@reason`],
};

/** 那个, “the last”: which one was spoken of, not what it is called. */
const NO_TASK =
  /^(?:[这那个条件项他她它我你的两几些所有全部都]|刚才|刚刚|上面|下面|上一|下一|最后|第[一二三]|that|this|these|those|the|it|my|his|her|last|next|only|first|all|both|every|one|\s)+$/iu;

/** What nobody needs to do any more (R35). */
const taskCancel: Rule = {
  command: 'task.cancel',
  cue: /任务|待办|提醒|(?<![a-z])(?:task|to-?do|reminder)(?![a-z])/iu,
  fields: { task: textBut(NO_TASK), reason: why },
  says: [
    '取消(?:任务|待办|提醒)[:：]?@task',
    '取消@task(?:的|这个|这条|那个|那条)+(?:任务|待办|提醒)',
    '(?:把|将)?@task(?:的|这个|这条|那个|那条)*(?:任务|待办|提醒)取消(?:掉|了|吧)*',
    '@task(?:的|这个|这条|那个|那条)*(?:任务|待办|提醒)(?:不用|不需要|不必|没必要|无需)(?:再)?(?:做|办|管|弄)?(?:了|啦)?',
    '(?:任务|待办)@task(?:不用|不需要|不必|没必要|无需)(?:再)?(?:做|办|管|弄)?(?:了|啦)?',
    '(?:cancel|drop|scrap) (?:the |my )?(?:task|to-?do|reminder)(?: to|:)? @task',
    '(?:cancel|drop|scrap) (?:the |my )?@task (?:task|to-?do|reminder)',
    '(?:the |my )?(?:task|to-?do|reminder)(?: to)? @task (?:is|isn.t) (?:no longer|not|any ?more) (?:needed|necessary|required)(?: any ?more)?',
    '(?:the |my )?@task (?:task|to-?do|reminder) is (?:no longer|not) (?:needed|necessary|required)(?: any ?more)?',
  ],
  also: [`(?:${WHY_ZH})@reason`, `(?:${WHY_EN})@reason`],
};

/** What was to take place with somebody, in the words its task may be called by. */
const MEETINGS: readonly (readonly [RegExp, string])[] = [
  [/meeting/iu, ' meet'],
  [/call/iu, ' call'],
  [/visit/iu, ' visit'],
  [/demo/iu, ' demo'],
  [/拜访|回访/u, '访'],
  [/演示/u, '演示'],
  [/见面|约/u, '见'],
  [/会/u, '会'],
];
const DAY_ZH =
  '(?:今天|明天|后天|(?:这|本|下)?个?(?:周|星期|礼拜)[一二三四五六日天]|\\d{1,2}月\\d{1,2}[日号]?|\\d{1,2}[日号])(?:早上|上午|中午|下午|晚上)?(?:\\d{1,2}点半?)?的?';
const DAY_EN =
  '(?:today|tomorrow|(?:this |next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \\d{1,2})';
const WITH_EN = `(?:meeting|call|visit|demo) (?:with|at|to|for) ${CUSTOMER}|${CUSTOMER}(?:['’]s)? (?:meeting|call|visit|demo)`;
const meeting: Value = {
  source: `(?:${DAY_ZH})?(?:跟|和|与|去|到)?${CUSTOMER}(?:那边)?的? ?(?:${DAY_ZH})?(?:电话会议?|视频会议?|会议?|拜访|回访|演示|见面|约)|(?:the |my |our )?${DAY_EN}(?: ?['’]s)? (?:${WITH_EN})|(?:${WITH_EN})(?: (?:on |for )?(?:the )?${DAY_EN})?`,
  read(piece, utterance) {
    const name = customer.read(piece, utterance);
    const said = MEETINGS.find(([words]) => words.test(piece))?.[1];
    const day = findDays(piece, { today: utterance.today, prefer: 'future' })[0]?.from;
    return name === undefined || said === undefined ? undefined : [`${name}${said}`, day].filter(Boolean).join(' ');
  },
};
const WHEN_ZH = '(?:(?:上午|下午|晚上)的?)?';

/** It does not take place: it is on nobody's list any more. */
const meetingOff: Rule = {
  command: 'task.cancel',
  cue: /取消|开不成|(?<![a-z])(?:cancel(?:led|ed)?|off)(?![a-z])/iu,
  fields: { task: meeting, reason: why },
  says: [
    `${WHEN_ZH}@task(?:已经|被|临时|又)*(?:取消|开不成)(?:掉|了|啦)+`,
    `(?:取消|把)(?:掉|了)?${WHEN_ZH}@task(?:取消)?(?:吧|掉|了)*`,
    "(?:the |my |our )?@task(?:['’]s| is| was| has been| got) (?:cancelled|canceled|called off|off)",
    'cancel (?:the |my |our )?@task',
  ],
  also: [`(?:${WHY_ZH})@reason`, `(?:${WHY_EN})@reason`],
};

const RECENT_ZH = '(?:刚才|刚刚|上一?|最近|最后|那|这)(?:记|录|写)?(?:的|那|这)*(?:一?[条个次])?';
const LOGGED_ZH = '(?:@ofKind|跟进|签到|沟通|记录)(?:记录)?';
const THAT_ZH = `${RECENT_ZH}(?:${LOGGED_ZH})?`;
const HERS_ZH = `@customer的?(?:${RECENT_ZH})?${LOGGED_ZH}`;
const BELONGS_ZH = '(?:其实|应该|要)*(?:移|挪|改|记|归|放)(?:到|给|在|成|至)';
const MISTAKEN_ZH = '(?:记|录|写|填|选)错(?:了)?(?:客户|公司|人|地方)?了?|客户(?:记|录|写|填|选|搞|弄)?错了?';
const LOGGED_EN = '(?:@ofKind|follow-?up|check-?in|note|entry|log)';
const LAST_EN = `(?:(?:the|my) (?:last|latest|previous)|that|that last|this) ${LOGGED_EN}`;

/** What was done was entered for the wrong customer (R35). */
const followUpMove: Rule = {
  command: 'follow-up.change',
  cue: /跟进|拜访|电话|会议|沟通|签到|记录|刚才|刚刚|[条次]|follow-?up|visit|call|meeting|check-?in|note|entry|(?<![a-z])one(?![a-z])/iu,
  fields: {
    customer,
    movedTo: customer,
    ofKind: choice(['visit', '拜访', 'visit'], ['call', '电话', 'call'], ['meeting', '会议', 'meeting']),
  },
  says: [
    `(?:把|将)?${THAT_ZH}${BELONGS_ZH}@movedTo(?:那边|名下|那里|的)?(?:去|吧|了)*`,
    `${THAT_ZH}(?:${MISTAKEN_ZH})[，, ]*(?:其实|应该)*(?:是|记到|记在|记给|改到|改成)@movedTo(?:那边|名下|的)?`,
    `${THAT_ZH}(?:其实|应该)+是@movedTo(?:那边|的)?`,
    `(?:把|将)?${HERS_ZH}${BELONGS_ZH}@movedTo(?:那边|名下|那里|的)?(?:去|吧|了)*`,
    `${HERS_ZH}(?:${MISTAKEN_ZH})[，, ]*(?:其实|应该)*(?:是|记到|记在|记给|改到|改成)@movedTo(?:那边|名下|的)?`,
    `(?:move|shift|transfer|put) ${LAST_EN} (?:over )?(?:to|on|under|onto) @movedTo`,
    `(?:move|shift|transfer|put) (?:the |my )?(?:last )?@customer(?:['’]s)? ${LOGGED_EN} (?:over )?(?:to|on|under|onto) @movedTo`,
    `${LAST_EN} (?:belongs to|belongs with|was really (?:with|at|for)|should be (?:with|at|for|under)|should have been (?:with|at|for|under)) @movedTo`,
    `${LAST_EN} was (?:with|at|for) @movedTo, (?:and )?not (?:with |at |for )?@customer`,
    `${LAST_EN} was (?:with|at|for) @movedTo,? instead`,
  ],
};

/** What is on record is mended: a promise that moves, what was noted wrongly, what is not over yet or not needed. */
export const MENDED: readonly Rule[] = [
  milestoneRemove,
  milestoneChange,
  touchRemove,
  touchChange,
  ticketReopen,
  taskCancel,
  meetingOff,
  followUpMove,
];
