import { INDUSTRY_WORDS } from '../../../core/customers/industry-words.ts';
import type { EntityKey } from '../../../core/questions/catalogue/index.ts';
import { HAN } from '../normalise.ts';
import { en, pattern } from './frame.ts';

export const SMALL_TALK = new RegExp(
  `有没有|是否有|多多少|都?压(?:着|了)?|堆(?:着|了)?|积(?:着|了)?|销售|干得|表现|分|，|查询|查看|查一下|查|看|统计|列出|列一?下|列表|显示|汇总|情况|告诉|分别|各自|业务|名下|手上|手里|分布|一览|数据|数字|结果|如何|怎么样|怎样|什么样|现状|${en(
    "show|list|tell|give|get|see|what|which|who|how|number|amounts?|breakdown|split|each|per|look|like|looking|what's|whats|how's|hows|did|any|current|overview|report|summary|numbers|figures?|so far|everything|'re|'ve|been|there|they|them|stand|doing|going|still|draw|chart|revenue|made|than|who have|that|which|brings?|more|where|ask(?:s|ed|ing)? (?:for|about)",
  )}`,
  'giu',
);

const ZH_SPAN =
  '(?<zh>\\d{1,3}|半(?=个?月|年)|[一二两三四五六七八九十]{1,3}) ?(?<zhUnit>天|周|个?星期|个?礼拜|个?月|年)(?:以上|多)?';
const EN_SPAN =
  '(?:(?: on| with| to)?(?: (?:for|in|over|since|within))?(?: (?:over|more than|at least|the (?:last|past)))? (?<en>\\d{1,3}|a|one|two|three|four|five|six|ten) (?<enUnit>days?|weeks?|months?|years?))?';
const TOUCH = '跟进?|联系(?!人)|动静|动过?|进展|拜访|更新|联络|理|碰';
/** Nothing has happened for a while; with a number where one was said. */
export const IDLE = new RegExp(
  `(?:超过|多于)?${ZH_SPAN}(?:都|还)?(?<!有)(?:没有?|未|无)(?:人)?(?:再)?(?:${TOUCH})过?了?的?|(?:卡住|卡壳|卡着|卡|停滞|搁置|沉睡|没动静|没进展|没有进展|没动|(?<while>很久|好久|长期|最近)?(?<never>从来|从|一直)?(?:都|还)?(?<!有)(?:没有?|未)(?:人)?(?:跟进?|联系(?!人)|联络)(?<ever>过)?)(?:不动|了|的)*|${en(
    `(?:stuck|stalled|stalling|idle|dormant|stale|gone (?:quiet|cold|dark)|going (?:nowhere|cold)|not moving|(?:no|without(?: any| an?)?) (?:activity|contact|follow[- ]?ups?|progress|word)|(?:that )?(?:nobody|no one|no-one)(?:'s| has| have)? (?:touched|contacted|updated|followed up|moved|visited|called|worked)|has (?:nobody|no one) (?:touched|contacted|updated|followed up|moved|visited|called|worked)|(?:not|n't|(?<neverEn>never))(?: been)? (?:touched|contacted|updated|followed up(?: with)?|moved|visited)|(?:that )?(?:nobody|no one|no-one)(?<everEn>(?:'s| has| have)? ever) (?:touched|contacted|updated|followed up(?: with)?|visited|called)|untouched|have(?:n'?t| not) (?:we |i |you |been )?(?:spoken|talked|been in touch|met|seen|contacted|visited|called|touched))(?: (?:to|with))?`,
  )}${EN_SPAN}`,
  'iu',
);
/** How long a deal has stood in a stage that is named. */
export const STAGE_SPAN = new RegExp(
  `(?:停留|停|待|卡|压|放|呆)?(?:了|着)?(?:超过|多于|大于)${ZH_SPAN}的?(?!.{0,4}(?:没|未|无))|${en(
    'for (?:more than|over|longer than) (?<en>\\d{1,3}|an?|one|two|three|four|five|six|ten) (?<enUnit>days?|weeks?|months?|years?)',
  )}`,
  'iu',
);
/** Whoever has bought before, and not for a while. */
export const NOT_BOUGHT = new RegExp(
  `(?:超过|多于)?${ZH_SPAN}(?:都|还)?(?:没有?|未|无)(?:再)?(?:复购|下过?单|购买|采购|回购|买过?|成交)过?了?(?:任何)?(?:东西|产品)?的?|${en(
    "(?:who |that |which )?(?:have |has )?(?:not|n't|haven'?t|hasn'?t|never) (?:bought|purchased|ordered|reordered|re-ordered)(?: again| anything)?|(?:with |having |who have |that have )?(?:no|without(?: an?| any)?) (?:repeat |new |further |more |second |other )*(?:purchases?|orders?|re-?orders?)(?: again)?",
  )}${EN_SPAN}`,
  'iu',
);
const BUY_AT_ALL = '(?:(?:购?买|采购|下单|成交)过|下过单)(?:任何)?(?:东西|产品)?的?(?= ?(?:老?客户|公司))';
/** Not once, and at least once; of what, and since when, is said otherwise. */
export const NEVER_BOUGHT = new RegExp(`(?:从来?|一直|还)*(?:没有?|未)${BUY_AT_ALL}`, 'u');
export const EVER_BOUGHT = new RegExp(`(?<![没有未])${BUY_AT_ALL}`, 'u');
export const EXISTING = new RegExp(
  `(?:老|成交|已成交)(?=客户)|${en('(?:existing|repeat|returning|past|old)(?= (?:customers?|clients?|accounts?|buyers?))')}`,
  'iu',
);
const DEAL = '(?:deals?|opportunit(?:y|ies)|opps?)';
export const WITHOUT_DEALS = new RegExp(
  `(?:没有?|无)(?:任何)?(?:进行中的?|在谈的?|未结的?)?(?:商机|单子)(?:的)?|${en(
    `(?:without|(?:who |that )?(?:have|has|with) no|with no|don'?t have|haven'?t got)(?: any| an?)?(?: open| active)? ${DEAL}`,
  )}`,
  'iu',
);
export const WITH_DEALS = new RegExp(
  `有(?:进行中的?|在谈的?|未结的?)?商机(?=但|却|而|的|且|并|，|,|又)|${en(`with (?:an? )?(?:open |active )?${DEAL}(?: but| and)?`)}|但是?|却`,
  'iu',
);
/** Whoever owes more than he may. */
export const OVER_LIMIT = new RegExp(
  `(?:欠款)?(?:已经?|都)?(?:超(?:过|出)?了?|高于|大于)(?:其|他们的?|自己的?)?(?:信用|授信)(?:额度|限额)的?|(?:信用|授信)(?:额度|限额)?(?:已经?|都)?超(?:了|限了?|额了?|标了?)的?|${en(
    '(?:(?:who|that|which) )?(?:are |is |have |has |went |gone )*(?:over|above|beyond|past|exceed(?:ing|ed|s)?) (?:their |its |the |his |our )?(?:credit )limits?|(?:who |that )?owes? (?:us )?more than (?:their|its|the|his) credit limits?',
  )}`,
  'iu',
);
export const WITHOUT_CONTACTS = new RegExp(
  `(?:没有?|无|缺)(?:任何)?联系人(?:的)?|${en('(?:without|(?:who |that )?(?:have|has|with) no)(?: any)? (?:contacts|contact persons?)')}`,
  'iu',
);
const WORDS_ZH = INDUSTRY_WORDS.filter((word) => HAN.test(word)).join('|');
const WORDS_EN = INDUSTRY_WORDS.filter((word) => !HAN.test(word))
  .map((word) => `${word}s?`)
  .join('|');
const LISTED_EN = '(?:customers?|accounts?|clients?|leads|prospects|deals|opportunities)';
/** By its kind, 化工行业的客户, or where its own word stands right before what is listed, 化工客户, food customers. */
export const INDUSTRY = new RegExp(
  `(?<zh>(?!行|企|各|按)\\p{Script=Han}{1,4}业)(?:的)?(?=客户|商机|线索|公司)|(?:做|搞)?(?<plain>${WORDS_ZH})(?:类|方面|领域)?(?:的)?(?=客户|商机|线索|公司)|${en(
    `(?:in|from)(?: the)? (?<en>[a-z]+(?: [a-z]+)?) (?:industry|sector|business)|(?<kind>[a-z]+(?: (?:${WORDS_EN}))?) (?:industry|sector)(?= ${LISTED_EN})|(?<word>${WORDS_EN})(?: companies)?(?= ${LISTED_EN}(?![a-z]))|(?<=${LISTED_EN} )(?:that are |who are )?(?:in|from)(?: the)? (?<in>${WORDS_EN})`,
  )}`,
  'iu',
);
export const REGION_EN = /(?<![\p{L}\d])(?:are )?(?:in|from) (?<en>\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?)(?![\p{L}])/u;
export const AMOUNT_BETWEEN = pattern('(?:金额|amount)?(?:在|介于)?{between}(?:之间)?的?|(?:worth )?between {between}');

/** How a thing is drawn. */
export const CHART = new RegExp(
  `(?:画|做|出|给)?(?:一)?(?:个|张)?(?:柱状图|条形图|折线图|曲线图|饼图|趋势图|图表|走势图)|画(?:个|一个|一下|张)?图|的?(?:趋势|走势)|占比|比例|${en(
    '(?:as |draw |plot |show )?(?:me )?(?:an? )?(?:bar|line|pie)? ?(?:chart|graph)s?(?: of)?|draw|plot|trends?|share of|breakdown chart',
  )}`,
  'iu',
);
/** A part of a whole that is named by no group has no picture. */
export const SHARE = new RegExp(
  `占了?(?:总数|全部|所有)?(?:的)?(?:多少|几成|百分之几|比(?!较)|比例)|占比|比例|百分之(?:多少|几)|${en('(?:what )?(?:share|percentage|proportion|percent|part|fraction)(?: (?:is|are|of))*')}`,
  'iu',
);
/** How far one period is from another. */
export const COMPARE = pattern(
  `环比|同比|对比(?:一下)?|相比|(?<=^.{0,4})比较(?:一下)?(?![大多好高小少低快慢新急久重近贵早活老旧])|比一比|(?<=[\\ue000-\\ue9ff] ?)pk(?= ?[\\ue000-\\ue9ff])|(?:和|跟|与|比|较)?{day}(?:相)?比(?:较)?|比{day}(?:多|少|高|低|增长)?(?:多少|了)?|${en(
    '(?:how (?:does|do|did|is|are) )?(?:this |it )?(?:(?:vs\\.?|versus|against|than|to|with) (?:the )?(?:last|previous|prior)(?: one)?(?= ?[?.]?$)|vs\\.?|versus|compare(?= )|compared? (?:to|with|against)|compares? (?:to|with)|comparing|against|year over year|yoy|month over month|mom)',
  )}`,
  'iu',
);
export const MOST = new RegExp(
  `最多|最高|最好|最大|最严重|第一|${en('(?:the )?(?:most|best|highest|biggest|largest|top)')}`,
  'iu',
);
/** Of two or more that are named: who … more. */
export const MORE = new RegExp(
  `(?<=谁.{0,12})(?:(?<![签卖])[得的])?(?:更|比较)?(?<!最)[多高好](?![少久长])|${en('(?<=(?:who|which) .{0,40})(?:more|better)(?! than)')}`,
  'iu',
);
/** The greatest sums first. */
export const ORDERED = new RegExp(
  `按(?:照)?(?:商机)?金额(?:大小|高低)?(?:排序|排列|排一?下|降序|倒序|[从由][大高多][到至往][小低少])(?:排序|排列|排)?|${en('(?:sorted|ordered|ranked|sort|order|rank) (?:them )?by (?:amount|value|size)')}`,
  'iu',
);
/** The least sums first. */
export const LEAST = new RegExp(`最[小低]的|${en('smallest|lowest')}`, 'iu');
export const RANKING = new RegExp(`排名|排行榜?|榜单|${en('(?:sales )?(?:ranking|leaderboard|league table)')}`, 'iu');
const NUMBER_EN = '\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twenty';
/** So many of the first. */
export const FIRST = new RegExp(
  `前(?<zh>\\d{1,3}|[一二三四五六七八九十]{1,3})(?:个|名|大|家|位|条)?的?|(?:金额)?最(?:大|高|多|好|小|低)的?(?:前)?(?<more>\\d{1,3}|[一二两三四五六七八九十]{1,3})(?:个|名|家|位|条|单|笔)|${en(
    `(?:the |our |my )?(?:top|biggest|largest|best|first|smallest|lowest) (?<en>${NUMBER_EN})|(?:the |our |my )?(?<many>${NUMBER_EN}) (?:biggest|largest|best|top|highest|smallest|lowest)(?: open)?`,
  )}`,
  'iu',
);
export const WHY = new RegExp(`原因|为什么|为何|${en('why|reasons?')}`, 'iu');
/** Different customers that were seen, not how often. */
export const CUSTOMERS_SEEN = new RegExp(
  `(?<zhKind>跟进|跟(?=了|过)|拜访|联系|走访|跑|去|电话联系|见)了?(?:过)?(?:多少|几)(?:个|家|位)?(?:客户|公司)|${en(
    'how many (?:different )?(?:customers|accounts|clients|companies) (?:did|have|has) (?<who>we|i|you|[\\ue100-\\ue1ff]|[\\ue900-\\ue9ff]|they)(?: team)? (?<enKind>talk(?:ed)? to|speak to|spoken (?:to|with)|visit(?:ed)?|call(?:ed)?|contact(?:ed)?|meet|met|see|seen|follow(?:ed)? up(?: with)?)',
  )}`,
  'iu',
);
/** Of contacts: those who work there no more. */
export const LEFT_COMPANY = new RegExp(
  `已?(?:经)?(?:离职|离开公司|跳槽)了?的?|不在职的?|${en('(?:(?:who|that) )?(?:have |has )?left(?: (?:their|the) (?:company|companies|job|jobs))?|former|departed')}`,
  'iu',
);
export const CONTACTS = new RegExp(`联系人|对接人|${en('contacts|contact persons?')}`, 'iu');
export const WHO = new RegExp(
  `谁|哪个(?:销售|同事|人)|哪位|${en("who(?:'s| is| has| have)?|which (?:rep|person|salesperson|seller|colleague)|top (?:rep|seller|performer|salesperson)")}`,
  'iu',
);

/** What somebody has to do on a day that was named. */
export const AGENDA = new RegExp(
  `(?:有)?(?:什么|啥|哪些)?(?:安排|日程|行程)|${en("agenda|schedule|what(?:'s|s| is) on|on (?:my|the) (?:agenda|schedule)")}`,
  'iu',
);
export const DEALS = new RegExp(`商机|单子|${en('deals|opportunities|opps')}`, 'iu');

export const SUM = new RegExp(
  `总?金额|总额|总量|总价值|总值|多少钱|业绩|签单额|成交额|额度?|${en('how much(?: money| business| revenue)?|total|sum|value|worth|amount|revenue|performance')}`,
  'iu',
);
/** To whom deals were lost is not on record as such. */
export const LOST_TO =
  /输给(?:了)?谁|丢给(?:了)?谁|(?<![a-z])who(?:m)? (?:do|did|have) we (?:lose|lost) (?:.{0,20} )?to(?![a-z])/iu;
export const COUNT = new RegExp(
  `多少(?:个|家|条|单|笔|次|位|张)|几(?:个|家|条|单|笔|次|位|张)|数量|个数|数目|次数|(?<=[客户线索商机单子任务待办工票订联系人投诉跟进拜访公司 ])数(?![据字码额])|${en('how many|number of|count(?: of)?')}`,
  'iu',
);
/** 数量和金额: the number is told beside every sum. */
export const NUMBER_AND_SUM = new RegExp(
  `(?:数量|个数|数目|单数|数)(?:和|与|及|以及|、)(?:总)?(?:金额|额)|(?:金额|总额)(?:和|与|及|以及|、)(?:数量|个数|数目|单数|数)|${en(
    '(?:number|count)(?: of (?:open |won |lost )?(?:deals|opportunities|opps))?,? and (?:the |their |total )*(?:amount|value|sum|worth)s?|(?:amount|value|sum)s?,? and (?:the |their )*(?:number|count)s?',
  )}`,
  'iu',
);
export const LIST = new RegExp(
  `有哪些|哪些|哪几个|列表|清单|明细|${en('list|show|which|what are|give me|display')}`,
  'iu',
);
export const PIPELINE = new RegExp(`销售漏斗|漏斗|管道|在手|${en('pipeline|funnel')}`, 'iu');
export const BY_OWNER = new RegExp(
  `按(?:销售|负责人|人员?|业务员|同事)(?:分组|统计|看|来看|分)?|(?:各|每)(?:个|位|一个)?(?:销售人?员?|人员?|业务员|负责人|同事|代表)|分人|谁|${en(
    '(?:(?:grouped |split |broken down )?by|per|for each|each|for every|every|of each|across)(?: the)? (?:sales ?)?(?:reps?|owners?|persons?|people|salesperson|sellers?|users?|team members?)|by (?:sales )?(?:rep|owner)|leaderboard',
  )}`,
  'iu',
);
export const CLOSING = new RegExp(
  `预计(?:能|会|要|可以)?(?:成交|签约|签单|签|完成|关闭|赢单|拿下)|能(?:签|成交?)|(?:应该|该|准备|打算|计划|待|等着|快要?|即将|马上)(?:成交|签(?:约|单|下来)?|关单|拿下)(?!了)|(?:要|会|将)(?:成交|签(?=的|约|单|哪|几|多少|什么|掉|下))|到期成交|${en("(?:is |are )?(?:expected|due|set|likely|going|supposed|planned|meant) to (?:close|sign|be signed)|(?:to|should|shall) (?:close|sign|be signed|be closed)|(?<=deals? )(?:to close|to sign)|to be (?:signed|closed)|will close|closing|closes?(?: date)?|expected close|'ll close")}`,
  'iu',
);
export const WON = new RegExp(
  `赢单|赢下|赢了|赢(?:下来?|来)?的(?=单子?|商机|项目)|签单|签下|签了|签约|签[得的](?=最|更|多| )|成交了?|拿下了?|中标|卖(?:[得的](?=最|更|多| )|出了?|了)|业绩|${en('won|win|wins|closed won|closed|signed|(?<=did (?:we|i|\\p{Co}) )sign|sold|sell|landed')}`,
  'iu',
);
/** 紧急工单, high-priority tickets. */
export const PRIORITY_SAID = new RegExp(
  `(?<zh>紧急|加急|特急|高优先级|优先级高)的?(?= ?(?:的)?(?:工单|投诉|报修))|${en('(?<en>urgent|high[- ]priority)(?= (?:open )?(?:service )?(?:tickets?|complaints?))')}`,
  'iu',
);
/** Of a ticket. */
export const SOLVED = new RegExp(
  `(?:已经?)?(?:(?<![未没待])(?:关闭|关掉|解决|处理)(?:完|掉|好|过)*了|(?<![未没待])(?:处理|解决)(?:完|过|好)(?:的)?|(?<![未没待])(?:关闭|关掉|解决)的?)|${en('closed?|solved?|resolved?|handled')}`,
  'iu',
);
/** Of a task. */
export const FINISHED = new RegExp(
  `(?:已经?)?(?<![未没待能要需该得想])(?:完成|做完|办完|搞定|做好)(?:掉|好)?(?:了|过)?的?(?![率度情未])|${en("(?<!(?:be|get|getting|not|n't) )(?:done|completed|finished)")}`,
  'iu',
);
export const LOST = new RegExp(
  `丢单|丢了|丢掉的?|丢的(?=单子?|商机|项目)|输单|输了|输掉了?的?|输的(?=单子?|商机|项目)|失单|${en('lost|lose|losses|closed lost')}`,
  'iu',
);
export const OPEN = new RegExp(
  `在谈|未结|进行中|跟进中|未关闭|没关闭?|未完成|没完成|待处理|未处理|没处理|未解决|没解决|${en('open|active|ongoing|unfinished|unsolved|unresolved|pending|in progress|not done')}`,
  'iu',
);
export const CREATED = new RegExp(
  `新增加?|新建|新进|新来|新|创建|录入|进来|来了|${en('created|new|added|came in|come in|opened|got|get|received')}`,
  'iu',
);
/** 两周没联系的客户拉个名单, make a call list of …: a list is what a question gives. */
export const AS_LIST =
  /(?<=客户|线索|商机|单子)[，, ]*(?:给我|帮我)?(?:拉|列|出|做|整理)(?:成|出)?(?:个|一个|一份|份|一下|出来)?(?:电话|外呼|联系)?(?:名单|清单)?(?:出来|给我)?(?:[，, ]*我?(?:要|想|好)(?:挨个|逐个)?(?:打电话|联系|回访))?$|^(?:make|give|build|create|get|pull)(?: me| us)? (?:an? |the )?(?:call(?:ing)? |phone )?list of (?:all )?(?:the )?/iu;
/** 把下周要签的单子列出来. */
export const LISTED_OUT =
  /^把(?<those>[^，,。]{2,40}?(?:商机|单子|项目|客户|线索|工单|订单|发票|联系人|任务))(?:都|全)?(?:列|筛|拉|调|查|找)(?:一?下|个)?出来(?:给我)?(?:看看?|看一下)?$/u;
/** Looking for customers of some sort asks for their list. */
export const FIND_THOSE =
  /^(?:find|search(?: for)?|look (?:up|for))(?: me)?(?: all)?(?: the| our)? (?=(?:customers|accounts|clients)(?![a-z]))|^(?:搜索|搜|查找|找)(?:出|到|一?下)?(?=[^，,。]{1,30}的客户$)/iu;
/** 开始打苏州客户, start calling Boston customers: their list, from which the calls begin. */
export const CALL_THOSE =
  /^(?:开始|我要)(?:逐个|依次|挨个)?(?:打电话给|打给|打|拨打|联系|外呼|回访)(?=[^，,。]{1,20}(?:客户|线索)$)|^start calling(?: all)?(?: the| my| our)? (?=[^,.]{0,40}(?:customers|accounts|clients|leads)(?![a-z]))/iu;
/** Whoever says these names nobody's records, only whom to tell. */
export const TO_ME =
  /(?<deed>(?<![a-z])(?:show|give|tell|send|get|let|list)) me(?![a-z])|(?:给|帮|跟|告诉|让)我(?!的|们|自己|手上|名下|负责)/giu;
/** "Who haven't I spoken to" asks for customers, and 客户有谁 for which. */
export const WHOM_I = /^(?:who|whom) (?=(?:have(?:n't| not)?|did(?:n't| not)?) (?:i|we)(?![a-z]))/iu;
export const WHO_ARE = /(?<=客户|公司|线索)(?:都)?(?:有|是)谁(?=[?？。]*$)/u;
export const MINE = new RegExp(`我的|我自己|我手上|我名下|我负责|我(?!们)|${en("my|mine|me|i|i'll|i've")}`, 'iu');
export const TEAM = new RegExp(
  `我们(?:团队|组|部门)|本(?:团队|组|部门)|团队|全组|${en("my team(?:'s)?|our team(?:'s)?|the team(?:'s)?|team(?:'s)?")}`,
  'iu',
);
export const ALL = new RegExp(
  `全公司|整个公司|公司|所有人?|全部|大家|${en("company[- ]wide|company(?:'s)?|everyone(?:'s)?|everybody(?:'s)?|all|overall|entire")}`,
  'iu',
);

export const TASKS = new RegExp(`任务|待办|${en('tasks?|to-?dos?|reminders?')}`, 'iu');
export const TICKETS = new RegExp(`投诉|工单|报修|${en('complaints?|(?:service )?tickets?')}`, 'iu');
export const ACTIVITY = new RegExp(
  `拜访(?:量|记录)?|跟进(?:记录)?|电话|会议|${en('visits?|calls?|meetings?|follow[- ]?ups?|activit(?:y|ies)')}(?:了|次数|量)?`,
  'iu',
);
export const LEAD_NOUN = new RegExp(`线索|潜客|潜在客户|${en('leads?|prospects?')}`, 'iu');
export const DEAL_NOUN = new RegExp(
  `商机|机会|单子|单(?!位|独|个)|项目|${en('deals?|opportunit(?:y|ies)|opps?|business')}`,
  'iu',
);
export const ENTITIES: readonly (readonly [EntityKey, RegExp])[] = [
  ['ticket', TICKETS],
  ['contact', CONTACTS],
  ['lead', LEAD_NOUN],
  ['task', TASKS],
  ['opportunity', DEAL_NOUN],
  ['activity', ACTIVITY],
  ['customer', new RegExp(`客户|${en('customers?|accounts?|clients?')}`, 'iu')],
];
export const DUE = new RegExp(`到期的?|逾期的?|过期的?|${en('due|overdue|past due')}`, 'iu');
export const LOGGED = new RegExp(`客户|打了|拜访了?|${en('customers?|make|made|log|logged')}`, 'iu');
export const STAGE_NOUN = new RegExp(`阶段|处于|${en('stages?|phase')}`, 'iu');

export const CUSTOMER_NOUN = new RegExp(`客户|${en('customers?|accounts?|clients?')}`, 'iu');
