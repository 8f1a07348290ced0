import { PERSON } from '../slots.ts';
import type { Rule } from './rule.ts';
import {
  anybody,
  anyProduct,
  choice,
  count,
  customer,
  deal,
  leads,
  money,
  person,
  product,
  text,
  textBut,
} from './values.ts';

const GIVE_ZH = '(?:都|全部|统统)?(?:分配|分派|分|派|转交|转|交)(?:给|到)';
const GIVE_EN = '(?:assign|give|hand|pass|route)';
const EVENLY_ZH =
  '(?:都|全部)?(?:平均|均匀|按规则|公平)(?:地)?(?:分配?|分派|分)(?:一?下|出去|掉|给(?:大家|销售|团队|所有人))?';
const EVENLY_EN =
  '(?: out)?(?: evenly| equally| fairly| by (?:the )?rules?)?(?: among (?:the |all )?(?:reps|team|people|sales reps|everybody))?';
const SHARE_EN = '(?:share|split|spread|distribute|divide|give|assign)';
const THESE_ZH = '(?:这|那|选中的?|上面的?)?(?:几|些|批|\\d{1,2}|[两二三四五六七八九十]{1,2})(?:条|个)?(?:新)?线索';
const THESE_EN = '(?:all )?(?:these|those|the)(?: \\d{1,2}| few| two| three| four| five| six| ten)? leads';

const POOL_ZH = '公海(?:里面?|中)?的?';
const NOBODYS_ZH = `(?:${POOL_ZH}|(?:还)?(?:未|没有?)分配(?:出去)?的|没有?人(?:管|跟|跟进|负责)的)`;
const NOBODYS_EN =
  '(?:all )?(?:of )?(?:the |our )?(?:unassigned leads|pool leads|leads (?:in|from) the (?:public )?pool)';
const SEVERAL_PEOPLE = `${PERSON}(?:(?: ?、| ?,| ?，|和|与| and | & )+ ?${PERSON})+`;

/** Several leads at once (R8). */
const assignSeveral: Rule = {
  command: 'lead.assign-several',
  cue: /线索|[和、].*(?:分|派|转|交)|(?<![a-z])(?:leads|and)(?![a-z])/iu,
  fields: { leads, source: { ...text, under: 'leads' }, owner: person },
  says: [
    `(?:把|将)?${THESE_ZH}${GIVE_ZH}@owner(?:跟进|处理|负责)?`,
    `(?:把|将)@leads(?:这几条|这些|的)?(?:线索)?${GIVE_ZH}@owner(?:跟进|处理|负责)?`,
    [`(?:把|将)?${NOBODYS_ZH}(?:所有|全部)?线索${GIVE_ZH}@owner(?:跟进|处理|负责)?`, { leads: '公海' }],
    // To several of them it is for the form to say whom, or that the rules say it.
    [
      `(?:把|将)?${NOBODYS_ZH}(?:所有|全部)?线索(?:平均|均匀)?${GIVE_ZH}${SEVERAL_PEOPLE}(?:跟进|处理|负责)?`,
      { leads: '公海' },
    ],
    [`(?:把|将)?${NOBODYS_ZH}(?:所有|全部)?线索${EVENLY_ZH}`, { leads: '公海', by: 'rule' }],
    `(?:把|将)(?:${POOL_ZH})?@source(?:来|过来|带来)?的(?:所有|全部)?线索${GIVE_ZH}@owner(?:跟进|处理|负责)?`,
    [`(?:把|将)?${THESE_ZH}${EVENLY_ZH}`, { by: 'rule' }],
    [`(?:把|将)?@leads(?:的)?(?:线索)?${EVENLY_ZH}`, { by: 'rule' }],
    [`(?:把|将)?@source(?:来|过来|带来)?的(?:所有|全部)?线索${EVENLY_ZH}`, { by: 'rule' }],
    [`${GIVE_EN} ${NOBODYS_EN} to @owner`, { leads: 'unassigned' }],
    [`${SHARE_EN} ${NOBODYS_EN} (?:to|between|among) ${SEVERAL_PEOPLE}`, { leads: 'unassigned' }],
    [`${SHARE_EN} ${NOBODYS_EN}${EVENLY_EN}`, { leads: 'unassigned', by: 'rule' }],
    `${GIVE_EN} ${THESE_EN} to @owner`,
    `${GIVE_EN} (?:the leads )?@leads to @owner`,
    `${GIVE_EN} (?:all )?(?:the |our )?leads from (?:the )?@source to @owner`,
    [`${SHARE_EN} ${THESE_EN}${EVENLY_EN}`, { by: 'rule' }],
    [`${SHARE_EN} (?:the leads )?@leads${EVENLY_EN}`, { by: 'rule' }],
    [`${SHARE_EN} (?:all )?(?:the |our )?leads from (?:the )?@source${EVENLY_EN}`, { by: 'rule' }],
  ],
};

const UNIT = '(?:个|套|台|件|份|箱|条|只|支|瓶|批|辆|组|块|吨|张|年|人|用户)';
/** Of wares alone, so that whatever is counted so is one. */
const WARES = '(?:套|台|件|箱|瓶|吨|只|支)';
const ITS_ZH = '(?:的)?(?:商机|项目|单子?|订单)?(?:里|中|上)?(?:面)?(?:的?产品)?(?:再)?';
const PUT_ZH = '(?:加|添加|增加|放|补|追加)(?:上|进|入|了)?';
const DEAL_EN = "(?:the |our )?@opportunity(?:(?:['’]s)? (?:deal|opportunity|opp|project))";
const ANY_DEAL_EN = "(?:the |our )?@opportunity(?:(?:['’]s)? (?:deal|opportunity|opp|project))?";
const TAKE_ZH = '(?:去掉|删掉|拿掉|移除|撤掉|取消|不要)(?:了|吧)?';

const EACH_EN = '(?: (?:at|for) @price(?: each| apiece| a piece| per unit)?)?';

/** What they buy (R26). */
const dealProduct: Rule = {
  command: 'opportunity.product',
  cue: /加|放|补|去掉|拿掉|删掉|移除|不要|撤掉|取消|买|订|采购|(?<![a-z])(?:add|put|take|remove|drop|buys?|buying|wants?)(?![a-z])/iu,
  fields: {
    opportunity: deal,
    product,
    ware: { ...anyProduct, under: 'product' },
    quantity: count,
    price: { ...money, called: { zh: '单价|价格', en: 'price|unit price' } },
  },
  says: [
    `(?:给|为|在|往)?@opportunity${ITS_ZH}${PUT_ZH}@quantity${UNIT}(?:的)?@product`,
    `(?:给|为|在|往)?@opportunity${ITS_ZH}${PUT_ZH}@quantity${WARES}(?:的)?@ware`,
    `(?:给|为|在|往)?@opportunity${ITS_ZH}${PUT_ZH}(?:产品)?[:： ]?@product[ ,，xX×*]?@quantity${UNIT}`,
    `(?:给|为|在|往)?@opportunity${ITS_ZH}${PUT_ZH}(?:一?[个款种])?产品[:：]? ?@ware ?@quantity${UNIT}`,
    `(?:给|为|在|往)?@opportunity${ITS_ZH}${PUT_ZH}(?:一?[个款种])?产品[:：]? ?@ware`,
    `@opportunity(?:那边)?(?:要|想要?|打算|准备|计划|确定|决定)(?:再)?(?:买|订购?|采购)@quantity${UNIT}(?:的)?@product`,
    `@opportunity(?:那边)?(?:要|想要?|打算|准备|计划|确定|决定)(?:再)?(?:买|订购?|采购)@quantity${WARES}(?:的)?@ware`,
    [`(?:把|将)?@opportunity${ITS_ZH}的?@product${TAKE_ZH}`, { quantity: '0' }],
    [
      `(?:把|将|从)@opportunity(?:的)?(?:商机|项目|单子?|订单)(?:里|中|上)?(?:面)?的?产品@ware${TAKE_ZH}`,
      { quantity: '0' },
    ],
    [`(?:把|将)@product从@opportunity${ITS_ZH}${TAKE_ZH}`, { quantity: '0' }],
    [`从@opportunity${ITS_ZH}${TAKE_ZH}@product`, { quantity: '0' }],
    `(?:add|put) @quantity (?:more )?@product (?:to|on|in|onto|into) ${ANY_DEAL_EN}${EACH_EN}`,
    `(?:add|put) @quantity (?:more )?@ware (?:to|on|in|onto|into) ${DEAL_EN}${EACH_EN}`,
    `${ANY_DEAL_EN} (?:buys|is buying|wants to buy|will buy|wants) @quantity (?:more |of the )?@product${EACH_EN}`,
    [`(?:take|remove|drop)(?: the)? @product (?:off|from|out of) ${ANY_DEAL_EN}`, { quantity: '0' }],
    [`(?:take|remove|drop)(?: the)? @ware (?:off|from|out of) ${DEAL_EN}`, { quantity: '0' }],
  ],
  also: [
    `(?:数量|共|一共|总共)?(?:是|为|[:：])?@quantity${UNIT}`,
    '(?:x ?|qty ?|quantity ?)?@quantity(?: ?(?:units?|pcs|pieces|sets?))?',
    '(?:单价|每[个套台件])@price',
    '(?:at|for) @price(?: each| apiece)?',
  ],
};

const AGAIN_ZH = '(?:重新打开|重新激活|重新启动|重启|重开|激活|恢复)';

/** One that was won or lost goes on (R32). */
const dealReopen: Rule = {
  command: 'opportunity.reopen',
  cue: /重新|重启|重开|激活|恢复|又有戏|(?<![a-z])(?:re-?open|revive|reactivate|back on)(?![a-z])/iu,
  fields: {
    opportunity: textBut(
      /工单|投诉|报修|任务|待办|提醒|线索|客户|订单|(?<![a-z])(?:tickets?|complaints?|tasks?)(?![a-z])/iu,
    ),
  },
  says: [
    `${AGAIN_ZH}(?:一?下)?@opportunity(?:的|这个|那个)*(?:商机|项目|单子)`,
    `${AGAIN_ZH}(?:一?下)?(?:商机|项目|单子)@opportunity`,
    `(?:把|将)@opportunity(?:的|这个|那个)*(?:商机|项目|单子)?${AGAIN_ZH}(?:一?下)?(?:了|吧)?`,
    '@opportunity(?:的|这个|那个)*(?:商机|项目|单子)?(?:又|重新)(?:有戏|激活|启动|活过来)了?',
    `(?=(?:{customer}|[^了的我你他她把请怎会要没不别先]{4,20})(?:重新|重启|重开))@opportunity(?:重新打开|重新激活|重新启动|重启|重开)(?:吧|一下)*`,
    '(?:re-?open|revive|reactivate)(?: the| our)? (?:deal|opportunity|opp) @opportunity',
    "(?:re-?open|revive|reactivate)(?: the| our)? @opportunity(?:['’]s)?(?: (?:deal|opportunity|opp))",
    "(?:the )?@opportunity(?:['’]s)?(?: (?:deal|opportunity|opp))? is (?:back on|alive again|open again)(?: now)?",
  ],
};

const priority = choice(
  ['urgent', '紧急|加急|特急', 'urgent|critical'],
  ['high', '高', 'high'],
  ['low', '低|不急', 'low'],
  ['normal', '普通|正常|一般|中', 'normal|medium'],
);
const TICKET_ZH = '@ticket(?:(?:的|那个|这个|那张|这张)*(?:服务|售后)?工单|(?:的|那个|这个|那条|这条)+(?:投诉|报修))';
const TICKET_EN = "(?:the )?@ticket(?:['’]s)? (?:ticket|complaint)";

/** How pressing a ticket is, and whose (R14). */
const ticketChange: Rule = {
  command: 'ticket.change',
  cue: /工单|投诉|报修|(?<![a-z])(?:ticket|complaint)(?![a-z])/iu,
  fields: { ticket: customer, priority, assignee: anybody, contact: text },
  says: [
    `(?:把|将)?${TICKET_ZH}的?(?:优先级)?(?:改成|改为|设为|设成|调成|调为|调到|标为|标成|标记为|升级?为|升级?到|升级?成|提高?到|提高?为|降级?为|降级?到|列为|定为|改|算)@priority(?:优先级?)?`,
    [`(?:把|将)?${TICKET_ZH}(?:要|请|需要|得)?(?:加急|急一点|尽快)(?:处理|解决)?(?:一下)?`, { priority: 'urgent' }],
    `${TICKET_ZH}(?:现在|已经)*(?:是|变成|变为)@priority(?:优先级?)?(?:的|了)?`,
    `(?:把|将)?${TICKET_ZH}(?:转|交|派|分|分配|指派|转派|转交)(?:给|到)?@assignee(?:来)?(?:处理|跟进|负责)?`,
    `(?:让|由)?@assignee(?:来|要)?(?:处理|负责|跟进|接|接手)(?:一下)?${TICKET_ZH}(?:吧|了)?`,
    `(?:把|将)?${TICKET_ZH}(?:就)?(?:由|归|让)@assignee(?:来)?(?:处理|跟进|负责|管)?(?:吧|了)?`,
    `(?:把|将)?${TICKET_ZH}的?(?:联系人|提出人|报修人|投诉人|提报人)(?:是|为|改成|改为|设为|换成|填)@contact`,
    `${TICKET_ZH}是@contact(?:提|报|提出|反映|投诉)的`,
    `${TICKET_EN} (?:was |is )?(?:filed|reported|raised|opened) by @contact`,
    `${TICKET_EN} (?:came|comes|is|was) from @contact`,
    `(?:set |change |make )?(?:the )?contact (?:of|for|on) ${TICKET_EN} (?:is|to|=|should be|was) @contact`,
    `(?:make|mark|set|escalate|raise|upgrade|bump|lower|downgrade) ${TICKET_EN} (?:up |down )?(?:as |to )?@priority(?:[ -]priority)?`,
    [`(?:escalate|expedite|rush) ${TICKET_EN}`, { priority: 'urgent' }],
    `${TICKET_EN} (?:is|becomes|has become|got|should be)(?: now)? (?:an? )?(?:escalated to )?@priority(?:[ -]priority)?(?: now)?`,
    "(?:set|change|raise|lower) the priority of (?:the )?@ticket(?:['’]s)? (?:ticket|complaint) to @priority",
    `(?:assign|give|pass|hand|move) ${TICKET_EN} (?:on |over )?to @assignee`,
    "@assignee(?:['’]ll)? (?:take|takes|should take|will take|handles|handle|will handle) (?:the )?@ticket(?:['’]s)? (?:ticket|complaint)",
  ],
};

const LIST_ZH = '(?:客户)?名单';
const LIST_EN = '(?:list|segment)';
const RENAME_ZH = '(?:改名|重命名|更名|改叫|名字改|名称改)(?:为|成|叫)?';

/** A list's name, and who sees it (R16). */
const listChange: Rule = {
  command: 'segment.change',
  cue: /名单|(?<![a-z])(?:list|segment)(?![a-z])/iu,
  fields: { segment: text, name: text },
  says: [
    `(?:把|将)?${LIST_ZH}@segment${RENAME_ZH}@name`,
    `(?:把|将)?@segment(?:这个|那个|的)?${LIST_ZH}${RENAME_ZH}@name`,
    [
      `(?:把|将)?${LIST_ZH}@segment(?:共享|分享|公开)(?:给)?(?:我的?|我们)?(?:整个)?(?:团队|大家|同事)?`,
      { sharing: 'team' },
    ],
    [
      `(?:把|将)@segment(?:这个|那个|的)?${LIST_ZH}(?:共享|分享|公开)(?:给)?(?:我的?|我们)?(?:整个)?(?:团队|大家|同事)?`,
      { sharing: 'team' },
    ],
    [`(?:共享|分享)(?:给)?(?:团队)?${LIST_ZH}@segment`, { sharing: 'team' }],
    [`(?:取消|停止|不要|别)(?:再)?(?:共享|分享)${LIST_ZH}@segment`, { sharing: 'private' }],
    [`${LIST_ZH}@segment(?:只|仅)(?:给|让)?我?自己(?:能|可以)?(?:看|可见)?`, { sharing: 'private' }],
    `rename (?:the |my )?${LIST_EN} @segment (?:to|as|into) @name`,
    `rename (?:the |my )?@segment ${LIST_EN} (?:to|as|into) @name`,
    [
      `share (?:the |my )?${LIST_EN} @segment(?: with (?:my |the |our )?(?:team|everybody|colleagues))?`,
      { sharing: 'team' },
    ],
    [
      `share (?:the |my )?@segment ${LIST_EN}(?: with (?:my |the |our )?(?:team|everybody|colleagues))?`,
      { sharing: 'team' },
    ],
    [`(?:stop sharing|unshare|don't share|do not share) (?:the |my )?${LIST_EN} @segment`, { sharing: 'private' }],
    [`(?:stop sharing|unshare|don't share|do not share) (?:the |my )?@segment ${LIST_EN}`, { sharing: 'private' }],
  ],
};

const listRemove: Rule = {
  command: 'segment.remove',
  cue: /名单|(?<![a-z])(?:list|segment)(?![a-z])/iu,
  fields: { segment: text },
  says: [
    `(?:删除|删掉|删了|去掉)${LIST_ZH}@segment`,
    `(?:删除|删掉|删了|去掉)@segment(?:这个|那个|的)?${LIST_ZH}`,
    `(?:把|将)${LIST_ZH}@segment(?:删除|删掉|删了)(?:掉|了|吧)?`,
    `(?:把|将)@segment(?:这个|那个|的)?${LIST_ZH}(?:删除|删掉|删了)(?:掉|了|吧)?`,
    `(?:delete|remove|drop) (?:the |my )?${LIST_EN} @segment`,
    `(?:delete|remove|drop) (?:the |my )?@segment ${LIST_EN}`,
  ],
};

export const RECORDS: readonly Rule[] = [assignSeveral, dealProduct, dealReopen, ticketChange, listChange, listRemove];
