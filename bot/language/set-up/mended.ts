import type { Rule } from './rule.ts';
import { customer, day, lead, text } from './values.ts';

const MOVE_ZH = '(?:推迟|延期|延后|延迟|顺延|提前|改期|改|挪|移|调|调整|放)(?:到|至|成|为)';
const REMOVE_ZH = '(?:取消|删除|删掉|删了|去掉|移除|不要|不做)';
const WRONG_ZH = '(?:记错了?|录错了?|写错了?|不对|错了)';
const NODE_ZH = '(?:交付|实施|项目)?(?:节点|里程碑)';
/** What is promised by such a word needs no “milestone” beside it. */
const DELIVERED_ZH =
  '[^，,。;；:：？?→的]{0,6}?(?:安装|交付|调试|验收|上线|实施|部署|试运行|进场|开工|竣工|投产|移交|到货|发货)';
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

/** What is on record is mended: a promise that moves, what somebody did noted wrongly. */
export const MENDED: readonly Rule[] = [milestoneRemove, milestoneChange, touchRemove, touchChange];
