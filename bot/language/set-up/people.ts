import { pattern } from '../frames/frame.ts';
import type { Rule } from './rule.ts';
import { choice, emails, person, team, text } from './values.ts';
import { ADD_EN, ADD_ZH, CALLED_EN, CALLED_ZH, MAY_EN, MAY_NOT_EN, role } from './words.ts';

/** Fields kept from some, by all they are called; 电话 alone is the phone of a customer, a contact or a lead: the form asks. */
const field = choice(
  ['contacts.phone', '联系人的?(?:电话|手机号?|联系方式)', "contacts?'?s?'? (?:phones?|phone numbers?|numbers?)"],
  ['contacts.email', '联系人的?(?:邮箱|邮件)', "contacts?'?s?'? e-?mails?(?: address(?:es)?)?"],
  ['leads.phone', '线索的?(?:电话|手机号?|联系方式)', "leads?'?s?'? (?:phones?|phone numbers?|numbers?)"],
  ['leads.email', '线索的?(?:邮箱|邮件)', "leads?'?s?'? e-?mails?(?: address(?:es)?)?"],
  ['leads.note', '线索的?备注', "leads?'?s?'? notes?"],
  [
    'customers.phone',
    '客户的?(?:电话|手机号?|联系方式)',
    "(?:customers?|clients?)'?s?'? (?:phones?|phone numbers?|numbers?)",
  ],
  ['customers.address', '客户的?地址', "(?:customers?|clients?)'?s?'? address(?:es)?"],
  ['opportunities.amount', '商机的?金额', "(?:deals?|opportunit(?:y|ies))'?s?'? (?:amounts?|values?|sizes?)"],
  ['opportunities.discount_bps', '(?:商机的?)?折扣', "(?:(?:deals?|opportunit(?:y|ies))'?s?'? )?discounts?"],
  ['opportunities.lost_reason', '输单原因', 'why (?:a deal|deals) (?:was|were) lost|lost reasons?'],
  ['opportunity_products.price', '(?:商机的?)?产品单价', '(?:product )?prices? (?:of|on|in) deals'],
  ['follow_ups.note', '跟进(?:的)?(?:内容|记录)', '(?:follow-?up )?notes(?: of follow-?ups)?|what was said'],
  ['follow_ups.said', '对话原文', 'archived conversations?|conversations'],
  ['follow_ups.check_in', '签到地点', 'where (?:a visit|visits) (?:was|were)|check-?in places?'],
  ['', '电话|手机号?|联系方式|邮箱|金额', '(?:phones?|phone numbers?|numbers|e-?mails?|amounts?)'],
);

/** Whoever owns a record sees all of it whatever his role, so that a rule is of what others own. */
const OTHERS_ZH = '(?:(?:别人|他人|其他人|其他同事|别的(?:销售|同事|人))(?:家|名下)?的)?';
const OTHERS_EN = "(?:other (?:people|reps|sellers)(?:['’]s?|s['’])? |others['’]s? |someone else(?:['’]s)? )?";
const OF_OTHERS_EN = '(?: of (?:others|other (?:people|reps|sellers)|someone else))?';

const SEES_ZH = '(?:看到?|看见|查看|看得到)';
const HIDDEN_ZH = '(?:不能|不可以|不可|不许|不准|不得|不应该?|不让|别)';

/** Which role sees which field (R84). */
const fieldPolicy: Rule = {
  command: 'field.change',
  cue: /看|隐藏|屏蔽|脱敏|打码|可见|(?<![a-z])(?:see|sees|hide|hidden|mask|masked|show)(?![a-z])/iu,
  fields: { field, role },
  says: [
    [`@role(?:都)?${HIDDEN_ZH}(?:再)?${SEES_ZH}${OTHERS_ZH}@field`, { access: 'hidden' }],
    [`@role(?:看不到|看不见|看不了)${OTHERS_ZH}@field`, { access: 'hidden' }],
    [`(?:不让|不许|别让|不要让|禁止|不能让)@role${SEES_ZH}${OTHERS_ZH}@field`, { access: 'hidden' }],
    ['@field(?:不给|别给|不能给|不要给)@role看(?:到|见)?', { access: 'hidden' }],
    ['(?:对|向|给)@role(?:隐藏|屏蔽)@field', { access: 'hidden' }],
    ['@field对@role(?:隐藏|屏蔽|不可见)', { access: 'hidden' }],
    ['(?:对|给)@role(?:脱敏|打码)@field', { access: 'masked' }],
    ['@field对@role(?:要)?(?:脱敏|打码)', { access: 'masked' }],
    ['@role(?:看|看到|只能看)(?:到)?(?:脱敏|打码)(?:后|过)?的@field', { access: 'masked' }],
    [`(?:让|允许)@role(?:能|可以)?${SEES_ZH}@field`, { access: 'full' }],
    ['@field对@role可见', { access: 'full' }],
    [`@role ${MAY_NOT_EN} (?:see|read) (?:the |any )?${OTHERS_EN}@field${OF_OTHERS_EN}`, { access: 'hidden' }],
    [
      `(?:don't|do not) (?:show|let) @role (?:see )?(?:the |any )?${OTHERS_EN}@field${OF_OTHERS_EN}`,
      { access: 'hidden' },
    ],
    ["(?:don't|do not) show(?: the)? @field to @role", { access: 'hidden' }],
    ['hide(?: the| all)? @field from(?: the)? @role', { access: 'hidden' }],
    ['mask(?: the| all)? @field for(?: the)? @role', { access: 'masked' }],
    ['@role (?:should |may |can )?(?:only )?see masked @field', { access: 'masked' }],
    [`(?:let|allow)(?: the)? @role (?:to )?see(?: the)? @field`, { access: 'full' }],
    ['show(?: the)? @field to(?: the)? @role', { access: 'full' }],
    [`@role ${MAY_EN} see(?: the)? @field(?: again)?`, { access: 'full' }],
  ],
};

/** What a colleague is, and in which team. */
const roles: Rule = {
  command: 'admin.roles',
  cue: pattern(
    '{person}.*(?:{team}|停用|禁用|角色|总监|经理|主管|销售|客服|市场|财务|管理员)|(?:停用|禁用|启用).*{person}|(?<![a-z])(?:make|role|promote|add|move|put|transfer|let|deactivate|disable|reactivate) .*{person}|{person} (?:is|joins|moves|should be|becomes|will be)',
  ),
  fields: {
    person,
    role: { ...role, called: { zh: '角色|岗位|职务', en: 'role' } },
    also: { ...role, called: { zh: '兼任', en: 'also' } },
    team: { ...team, called: { zh: '团队', en: 'team' } },
  },
  of: { field: 'person', zh: '同事', en: 'colleague' },
  says: [
    '(?:把|将)?@person(?:设为|设成|设置为|改为|改成|提升?为|升为|升成|任命为|调整为)@role',
    '@person(?:现在|以后|从现在起)(?:是|担任)@role(?:了)?',
    '(?:让|叫|由|请)?@person(?:以后|现在)?(?:来)?(?:当|做|任|出任|担任|升任)@role(?:了|吧)?',
    '(?:让|叫|由|请)?@person(?:以后|现在)?(?:来)?(?:当|做|任|出任|担任)@team(?:团队)?的?@role(?:了|吧)?',
    '(?:让)?@person兼任@also',
    '(?:把|将)?@person(?:调|转|分|放|加|移|划)(?:到|去|入|进|至)@team(?:团队)?',
    '@person(?:加入|去)@team(?:团队)?',
    '(?:make|promote) @person (?:to )?(?:an? |our |the )?@role',
    '(?:make|promote) @person (?:to )?(?:an? |our |the )?@role (?:of|in|for) (?:the )?@team(?: team)?',
    '@person (?:is|becomes) (?:an? |our |the )?@role (?:of|in|for) (?:the )?@team(?: team)?',
    'put @person in(?:to)? (?:the )?@team(?: team)?',
    '@person是@team(?:团队)?的?@role',
    'let @person be (?:an? |our |the )?@role',
    '@person (?:should be|becomes|will be) (?:an? |our |the )?@role(?: from now on)?',
    "(?:set|change) @person(?:['’]s)? role to (?:an? )?@role",
    '@person is (?:now|from now on) (?:an? |our |the )?@role',
    ['(?:停用|禁用)(?:掉)?(?:同事|员工|销售)?@person(?:的)?(?:账号|帐号|账户)?(?:了|吧)?', { active: 'no' }],
    ['(?:把|将)@person(?:的)?(?:账号|帐号|账户)?(?:停用|禁用)(?:掉|了|吧)*', { active: 'no' }],
    ['(?:重新|恢复)?启用(?:同事|员工)?@person(?:的)?(?:账号|帐号|账户)?', { active: 'yes' }],
    ["(?:deactivate|disable)(?: the account of)? @person(?:(?:['’]s)? account)?", { active: 'no' }],
    ["(?:reactivate|activate|enable)(?: the account of)? @person(?:(?:['’]s)? account)?", { active: 'yes' }],
    '(?:move|put|transfer|add) @person (?:in)?to (?:the )?@team(?: team)?',
    '@person (?:joins|is now in|moves to) (?:the )?@team(?: team)?',
  ],
};

const IN_EN = '(?: (?:to|in|into|for|on|of) (?:the |our )?@team(?: team)?)?';
const INTO_ZH = '(?:(?:加入|进入?|到|来|去|进到)@team(?:团队)?(?:里)?)?';

/** 小新 newbie@…: what they are called stands in their own account. */
const NAMED_EN =
  '(?:(?!to |in |on |for |at |our |the |(?:an? )?(?:new )?(?:contact|lead|customer|client|deal|task|ticket|note|e-?mail)s?(?![a-z]))[a-z]+(?: [a-z]+)?(?:,| at)? )?';
const NAMED_ZH =
  '(?:(?!(?:一?[个条位])?新?的?(?:线索|联系人|客户|商机|任务|工单|邮箱|邮件|供应商))[\\p{Script=Han}]{1,4}[:：，, ]?|[a-z]{2,20}(?: [a-z]{2,20})? )?';

/** New colleagues by their e-mails; what is left open its form asks. */
const invite: Rule = {
  command: 'admin.invite',
  cue: pattern('{email}'),
  fields: { emails, more: { ...emails, under: 'emails' }, role, team },
  says: [
    `(?:邀请?|拉|请|加|添加)(?:一下|个|一个)?(?:新同事|同事|新人)?${NAMED_ZH}@emails${INTO_ZH}`,
    `(?:邀请?|拉|请|加|添加)(?:一下|个|一个)?(?:新同事|同事|新人)?${NAMED_ZH}@emails${INTO_ZH}[，,]?(?:来|做|当|作为|为|角色(?:是|为)?|担任)@role`,
    `(?:邀请?|拉|请|加|添加)(?:一下|个|一个)?(?:新同事|同事|新人)?${NAMED_ZH}@emails(?:来|做|当|作为|为|担任)@team的?@role`,
    `(?:邀请?|拉|请|加|添加)(?:一下|个|一个)?(?:新同事|同事|新人)?${NAMED_ZH}@emails[，,]?(?:来|做|当|作为|为|角色(?:是|为)?|担任)@role[，,]?(?:加入|进入?|在|到)@team(?:团队)?`,
    '(?:把|将)@emails(?:邀请|拉|加|添加)(?:加入|进入?|入|到)@team(?:团队)?',
    '(?:把|将)@emails(?:邀请|拉|加)(?:进来|进系统|一下)',
    `(?:invite|onboard|add)(?: our| the)?(?: new)?(?: colleagues?| starters?| hires?)? ${NAMED_EN}@emails${IN_EN}`,
    `(?:invite|onboard|add)(?: our| the)?(?: new)?(?: colleagues?| starters?| hires?)? ${NAMED_EN}@emails,? (?:as|to be) (?:an? |the |our )?(?:new )?@role${IN_EN}`,
    `(?:invite|onboard|add)(?: our| the)?(?: new)?(?: colleagues?| starters?| hires?)? ${NAMED_EN}@emails${IN_EN},? (?:as|to be) (?:an? |the |our )?(?:new )?@role`,
    `(?:invite|onboard|add)(?: our| the)?(?: new)?(?: colleagues?| starters?| hires?)? ${NAMED_EN}@emails,? as (?:an? |the |our )?(?:new )?@role,? (?:and|&) @more`,
    `(?:邀请?|拉|请|加|添加)(?:一下|个|一个)?(?:新同事|同事|新人)?${NAMED_ZH}@emails(?:来|做|当|作为|为|担任)@role(?:和|以及|还有|、|，)@more`,
    'send @emails an invit(?:e|ation)',
  ],
};

const leave: Rule = {
  command: 'admin.leave',
  cue: /团队|(?<![a-z])team(?![a-z])/iu,
  fields: { person },
  says: [
    '(?:把|将)@person(?:移出|踢出|调出|拿出)(?:他的|她的|所在)?团队',
    '@person(?:退出|离开)(?:他的|她的|所在)?团队(?:了)?',
    '(?:take|move) @person out of (?:his|her|their|the) team',
    'remove @person from (?:his|her|their|the) team',
    '@person (?:leaves|left) (?:his|her|their|the) team',
  ],
};

const TEAM_ZH = '(?:销售)?(?:团队|小组|部门)';
const LED_ZH = '(?:负责人|组长|主管|经理|领导)';

/** A new team, or who leads it (R86). */
const teamAdd: Rule = {
  command: 'admin.teams',
  cue: /团队|小组|部门|(?<![a-z])team(?![a-z])/iu,
  fields: {
    name: text,
    lead: { ...person, called: { zh: LED_ZH, en: 'lead|leader|head' } },
    parent: { ...team, called: { zh: '上级(?:团队)?|隶属于?', en: 'part of|under' } },
  },
  says: [
    `${ADD_ZH}${TEAM_ZH}${CALLED_ZH}@name`,
    `${ADD_EN}(?: sales)? team${CALLED_EN} @name (?:led|run|headed) by @lead`,
    `${ADD_EN}(?: sales)? team${CALLED_EN} @name (?:under|in|below) (?:the )?@parent(?: team)?`,
    `${ADD_EN}(?: sales)? team${CALLED_EN} @name`,
  ],
  also: [
    '(?:由|归|让|请)?@lead(?:来)?(?:负责|带队|带|领导|管理|管|当(?:负责人|经理|组长|主管))',
    '(?:led|run|headed) by @lead',
    '@lead (?:leads|runs|heads) it',
  ],
};

const teamChange: Rule = {
  command: 'team.change',
  cue: pattern('{team}'),
  fields: {
    team,
    name: { ...text, called: { zh: '名称|名字', en: 'name' } },
    lead: { ...person, called: { zh: LED_ZH, en: 'lead|leader|head' } },
    parent: { ...team, called: { zh: '上级(?:团队)?', en: 'parent' } },
  },
  of: { field: 'team', zh: '团队', en: 'team' },
  says: [
    '(?:把|将)?(?:团队)?@team(?:团队)?(?:改名|重命名|更名|改叫)(?:为|成|叫)?@name',
    '(?:以后|现在)?@team(?:团队)?(?:以后|现在)?(?:由|让|归)@lead(?:负责|带|领导|管|带队)(?:了)?',
    '@lead(?:以后|现在)?(?:负责|带|领导|管|接手)@team(?:团队)',
    'rename (?:the )?(?:team )?@team(?: team)? (?:to|as) @name',
    '@lead (?:now )?(?:leads|runs|heads|takes over) (?:the )?@team(?: team)?',
    '(?:make|let) @lead (?:the )?(?:lead|head|leader) of (?:the )?@team(?: team)?',
  ],
};

const teamRemove: Rule = {
  command: 'team.remove',
  cue: pattern('{team}'),
  fields: { team },
  says: [
    '(?:删除|解散|撤销|移除|删掉)(?:团队)?@team(?:团队)?',
    '(?:把|将)@team(?:团队)?(?:解散|删除|撤掉|删掉)(?:掉|了|吧)?',
    '(?:remove|delete|dissolve|disband)(?: the)? (?:team )?@team(?: team)?',
  ],
};

export const PEOPLE: readonly Rule[] = [fieldPolicy, roles, invite, leave, teamAdd, teamChange, teamRemove];
