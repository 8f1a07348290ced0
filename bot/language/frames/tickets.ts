import { HAN } from '../normalise.ts';
import { firstSlot, type Utterance, wordsOf } from '../utterance.ts';
import { findContact } from './contact-words.ts';
import {
  type Candidate,
  type Frame,
  filled,
  isAsking,
  nameIn,
  pattern,
  tight,
  trimmed,
  unclaimed,
  withoutCourtesy,
} from './frame.ts';
import { clausesOf } from './next-step.ts';

/** What only ever means that something is wrong. */
const COMPLAINS =
  '投诉|抱怨|报修|报障|来投诉|来报修|complain(?:s|ed|ing)?(?![a-z])|(?:is|are) complaining|has complained|have complained';
/** What may be praise just as well: it takes trouble to make a ticket of it. */
const REPORTS = '反映|反馈|说|来电说|来电反映|reports?|reported|says?|said|called about|called to say';
const TROUBLE =
  /坏|故障|失灵|报警|异常|不能用|用不了|无法|破损|漏|死机|停机|不工作|发错|少发|错发|质量问题|退货|太慢|很慢|离线|掉线|断线|登不上|上不去|连不上|打不开|没(?:有)?数据|不准|不亮|黑屏|不响|(?<![a-z])(?:broken|alarms?|keeps? (?:dropping|failing|beeping)|won't (?:stop|start|connect|work)|fault(?:y)?|defect(?:ive)?|damaged|leak(?:s|ing)?|down|not working|stopped working|doesn't work|won't start|wrong (?:item|part|order|data|readings?|values?)s?|offline|no data|can(?:'t|not) (?:log ?in|connect)|missing (?:item|part|parts|items)|late delivery|errors?|fail(?:s|ed|ing|ure)?)(?![a-z])/iu;
export const FAULT =
  /坏|不亮|黑屏|不响|alarm|keeps? (?:dropping|failing|beeping)|won't (?:stop|connect|work)|故障|失灵|报警|异常|不能用|用不了|无法|漏|死机|停机|不工作|报修|报障|离线|掉线|断线|登不上|上不去|连不上|打不开|没(?:有)?数据|不准|(?<![a-z])(?:broken|fault(?:y)?|defect(?:ive)?|leak(?:s|ing)?|offline|no data|down|not working|stopped working|doesn't work|won't start|fail(?:s|ed|ing|ure)?)(?![a-z])/iu;
const COMPLAINT = /投诉|抱怨|complain/iu;
const URGENT =
  /紧急|加急|特急|(?:[很比]较?|非常|特别|十分)急|着急|马上处理|(?<![a-z])(?:urgent(?:ly)?|asap|emergency)(?![a-z])/iu;

const SAID: readonly RegExp[] = [
  pattern(
    `^(?:{day}|客户|[，, ])*(?<customer>{customer})(?:公司|客户|那边|他们|的?[\\p{Script=Han}]{0,2}(?:[员职修技电焊民]工|工人|客服|同事)|的?(?![\\p{Script=Han}]{0,2}[员职修技电焊民]工)(?<contact>[\\p{Script=Han}]{1,3}(?:总|经理|工|主任)))?(?:{day}|刚才|刚|又|来电|打?电话|[，, ])*(?<verb>${COMPLAINS}|${REPORTS})(?:了|称|说|我们|过来|about|of|that|to us|[:：，, ])*(?<told>.*)$`,
  ),
  pattern(
    `^(?<contact>(?:mr|ms|mrs|dr)\\.? [\\p{L}'-]{1,30}) (?:at|of|from) (?<customer>{customer}) (?<verb>${COMPLAINS}|${REPORTS})(?: that| about| of)?[: ]*(?<told>.*)$`,
  ),
];
const CAME = "(?:{day}|收到|接到|有|got|we got|received|we received|there's|there is|new|log|open|a|an|the|[，, ])*";
/** 收到华星的投诉，到货慢; Acme filed a complaint: late delivery. */
const COMPLAINED: readonly RegExp[] = [
  pattern(
    '^({customer})(?:那边|客户|公司)?(?:{day}|[，, ]|刚|又)*(?:提了?|提交了?|发起了?|报了?|递了?|来了?|打来)(?:一?个|一?条|一?份)?(?:投诉|报修)(?:单)?[:：，, ]*(?:说|称|内容是?)?(.*)$',
  ),
  pattern(
    '^(?:the )?({customer}) (?:has |have |just |again )*(?:filed|made|raised|lodged|submitted|logged|sent(?: us)?|put in) (?:an? |another )(?:new )?(?:formal )?(?:complaint|fault report|support ticket|service ticket|ticket)(?:[:,]| about| on| over| that| because)* ?(.*)$',
  ),
  pattern(
    `^${CAME}(?:来自)?({customer})(?:的|'s)? ?(?:一个|一条)?(?:投诉|报修|complaint)(?:，|,|:|：|about|that|内容是?|[ ])*(.*)$`,
  ),
  pattern(`^${CAME}(?:complaint|fault report) (?:from|by) ({customer})(?:，|,|:|：|about|that|内容是?|[ ])*(.*)$`),
];
/** 华星的投诉升级了 is said of the one that stands. */
const STANDS =
  /^(?:又|已经?|还|现在|一直|都|目前|is |was |has been |still |now |not |yet )*(?:升级|降级|加急|在处理|处理中|没有?人?处理|未处理|没解决|未解决|转给|交给|escalated(?![a-z]))/iu;
/** 华星的传感器坏了，建个工单; Acme's gateway is offline, open a ticket: the matter before the order. */
const MATTER_FIRST: readonly RegExp[] = [
  pattern(
    '^({customer})(?:那边)?(?:的|说|反映|反馈)*([^\\ue000-\\ue0ff]{2,80}?)[，,。；; ]+(?:请|帮我?|给我?|麻烦|先|要)*(?:新建|创建|建|开|提|登记|录|记)(?:了|个|一个|一张|张|一下)*(?:服务|售后)?(?:工单|报修单?|投诉单)(?:吧|一下)?$',
  ),
  pattern(
    "^(?:the )?({customer})(?:'s)? (?:(?:says?|said|reports?|reported|called to say)(?: that)? )?([^\\ue000-\\ue0ff]{2,80}?)(?:[,.;]| so| please|(?<=(?:broken|offline|down|working)))(?: please| and| so)* (?:open|create|log|file|raise|make)(?: an?| the)? (?:service |support )?ticket$",
  ),
];
/** 新工单：翎羽纺织，网关离线; whoever is not on file stands between stops, as 新工单系统 is a thing. */
const NEWLY = pattern(
  '^(?:来了?个?|有个?|又?一个)?新(?:的)?(?:服务|售后|客服)?(?:工单|投诉单|报修单?)(?:[:：，, ]*(?<known>{customer})|[:：，, ]+(?<said>[\\p{Script=Han}\\p{Script=Latin}\\d]{2,20}?))(?:那边)?(?<told>[:：，, ]+.+)$',
);
const ORDERED: readonly RegExp[] = [
  pattern(
    '^(?:给|为|帮)?({customer}|[\\p{Script=Han}\\p{Script=Latin}\\d]{2,20}?)?(?:的?客户)?(?:新建|新增|创建|建|开|提|登记|录|加)(?:了|个|一个|一张|张|一下)*(?:新的?)?(?:服务|售后|客服)?(?:工单|投诉单|报修单)[:：，, ]*(.*)$',
  ),
  pattern(
    "^(?:open|create|log|file|raise|make|add|new|start)(?: me| us)?(?: an?| the)?(?: new| urgent| high[- ]priority)?(?: service| support)? ticket(?: for| from| at| about| on|:|,)* ({customer}|\\p{Lu}[\\p{L}\\d&.'-]*(?: \\p{Lu}[\\p{L}\\d&.'-]*){0,3})(?:[:,，]| about| because|: | -)* ?(.*)$",
  ),
];

/** 开个工单 天府食品 设备报警 */
const WHOSE_FIRST = pattern('^({customer})(?:那边|这边)?的?[，,：: ]*(.*)$');

/** Told, and nothing asked for: offered. */
const BROKEN = pattern("^(?:the )?({customer})(?:那边|这边)?(?:的|'s)? ?([^\\ue000-\\ue0ff]{2,60})$");

/** 华星投诉到货慢; Acme reports a broken sensor; open a ticket for Acme: the sensor is broken. */
export const ticketOpenFrame: Frame = (utterance): Candidate | undefined => {
  const text = tight(withoutCourtesy(utterance.text));
  if (isAsking(text) || CLOSING.test(text)) {
    return undefined;
  }
  for (const form of MATTER_FIRST) {
    const [, target, told] = form.exec(trimmed(text)) ?? [];
    const customer = nameIn(utterance, target);
    if (customer !== undefined && told) {
      return toTicket(utterance, customer, told, text);
    }
  }
  const asked = ordered(utterance, text);
  if (asked) {
    return asked;
  }
  const [, complainer, matter = ''] = firstOf(COMPLAINED, text) ?? [];
  if (complainer !== undefined) {
    return STANDS.test(matter) ? undefined : toTicket(utterance, nameIn(utterance, complainer), matter, text);
  }
  for (const form of SAID) {
    const { customer: target, contact, verb = '', told = '' } = form.exec(text)?.groups ?? {};
    const customer = nameIn(utterance, target);
    const isTrouble = pattern(`^(?:${COMPLAINS})$`).test(verb) || TROUBLE.test(told);
    if (customer !== undefined && isTrouble) {
      return toTicket(utterance, customer, told, text, contact);
    }
  }
  return broken(utterance, text);
};

const firstOf = (forms: readonly RegExp[], text: string) =>
  forms.map((form) => form.exec(text)).find((match) => match !== null);

function ordered(utterance: Utterance, text: string): Candidate | undefined {
  const newly = NEWLY.exec(text)?.groups;
  if (newly) {
    const { known, said = '', told = '' } = newly;
    const customer = FAULT.test(said) ? undefined : nameIn(utterance, known ?? said);
    // 打印机坏了，快修: what names nobody is of the matter.
    return toTicket(utterance, customer, customer === undefined ? said + told : told, text);
  }
  const [whole, target, rest = ''] = firstOf(ORDERED, text) ?? [];
  if (whole === undefined) {
    return undefined;
  }
  const [, after, told = rest] = (target === undefined && WHOSE_FIRST.exec(rest)) || [];
  return toTicket(utterance, nameIn(utterance, target ?? after), told, text);
}

function broken(utterance: Utterance, text: string): Candidate | undefined {
  const [, target, told = ''] = BROKEN.exec(trimmed(text)) ?? [];
  const customer = nameIn(utterance, target);
  return customer !== undefined && FAULT.test(told) && findContact(text) === undefined
    ? { ...toTicket(utterance, customer, told, text), confidence: 0.62 }
    : undefined;
}

/** Asked for, and no part of the matter. */
const LOG_IT =
  /(?<![，,。；; ])[，,。；; ]+(?:请|麻烦|帮我|帮忙|帮|给|你|先|也)*(?:登记|记录|记|录|报|处理|看)(?:一下|一笔|下)+(?:吧)?$|[,.;]? (?:and )?(?:can|could|would)? ?(?:you )?(?:please )?(?:log|record|note|file|report) (?:it|this|that)(?: down)?(?: please)?$/iu;

export function toTicket(
  utterance: Utterance,
  customer: string | undefined,
  told: string,
  text: string,
  contact?: string | undefined,
): Candidate {
  // 投诉了，说发货慢: it is about the delivery.
  const matter = trimmed(told.replace(/^(?:了|过)(?=[，,：:。 ]|$)/u, '')).replace(
    /^了?[，,：: ]*(?:说|称|反映|because|saying|that)[：:，, ]*(?=.{2})/iu,
    '',
  );
  const matterOf = wordsOf(utterance, trimmed(matter.replace(LOG_IT, ''))).replace(
    /(?<![，,。.;；\s])[，,。.;；\s]*(?:(?:他们|客户|对方)?(?:也|都)?(?:(?:非常|特别|比较|十分|有点|[很挺])急|(?:非常|特别|比较|十分|有点|[很挺])?着急)|紧急|加急|特急|(?:very )?urgent(?:ly)?|asap)[!！。.]*$/iu,
    '',
  );
  // 开个工单：主轴振动监测离线: what a deal is called after is what fails.
  const deal = utterance.slots.customer.find(({ kind, name }) => kind === 'deal' && name === customer)?.text;
  const title = deal && matterOf !== '' && !matterOf.includes(deal) ? joined(deal, matterOf) : matterOf;
  const kind = COMPLAINT.test(text) ? 'complaint' : FAULT.test(text) ? 'fault' : undefined;
  const priority = URGENT.test(text) ? 'urgent' : undefined;
  return {
    invocations: [{ command: 'ticket.open', input: filled({ customer, title, kind, contact, priority }) }],
    confidence: customer === undefined || title === '' ? 0.85 : 0.93,
  };
}

const joined = (thing: string, matter: string) => (HAN.test(matter) ? `${thing}${matter}` : `${thing} ${matter}`);

const CLOSING =
  /(?:工单|投诉|报修|售后)(?:单)?(?:已经?|都|给|可以|处理)*(?:关|结|解决|处理完|处理好|修好|修完|搞定|完成)(?:闭|掉|了|案|吧)*$|(?<![a-z])(?:ticket|complaint)(?: is| has been| was)?(?: now)? (?:closed|solved|resolved|fixed|done|sorted)(?![a-z])/iu;
const CLOSE: readonly RegExp[] = [
  /^(?:把)?(.*?)(?:的|那个|这个|那张|这张|那条)*(?:工单|投诉|报修|售后)(?:单)?(?:已经?|都|给|可以|处理)*(?:关|结|解决|处理完|处理好|修好|修完|搞定|完成)(?:闭|掉|了|案|吧)*$/iu,
  pattern(
    '^({customer}[^，,。]{0,12}?)(?:的)?(?:事情?|问题|故障)(?:已经?|都)?(?:处理|解决|修|搞定)(?:完|好)?了?[，, ]+(?:可以|请|帮我)?(?:关|结)(?:掉|了|闭|单)?(?:吧)?$',
  ),
  /^(?:关闭|关掉|关了|结束|结掉|结了|解决了|处理完了?)(.*?)(?:的|那个|这个|那张|这张)*(?:工单|投诉|报修)(?:单)?(?:吧|了)?$/iu,
  /^(?:close|resolve|finish)(?: the| that| this| my)*(?: (.+?))?(?:'s)? (?:ticket|complaint)(?:[,;] (?:it|that|this)(?:'s| is| has been| was)? (?:fixed|done|solved|resolved|sorted|working(?: again)?))?$/iu,
  /^(?:close|resolve)(?: the| that| this)* (?:ticket|complaint)(?: of| for| from| about| on)? (.+)$/iu,
  /^(?:the |that |my )?(?:ticket|complaint) (?:for|of|from|at) (.+?)(?: is| has been| was)?(?: now)? (?:closed|solved|resolved|fixed|done|sorted)$/iu,
  /^(?:the |that |my )?(.*?)(?:'s)? ?(?:ticket|complaint)(?: is| has been| was)?(?: now)? (?:closed|solved|resolved|fixed|done|sorted)$/iu,
];

/** 华星的工单关了; close the Acme ticket. Which one is asked where it was not said. */
export const ticketCloseFrame: Frame = (utterance): Candidate | undefined => {
  const whole = trimmed(withoutCourtesy(utterance.text));
  // 工单修好了，换了个电源: what was done comes after.
  const [first = '', ...rest] = clausesOf(whole);
  const isTold =
    rest.length > 0 && !CLOSE.some((each) => each.test(whole)) && CLOSE.some((each) => each.test(trimmed(first)));
  const text = isTold ? trimmed(first) : whole;
  const form = CLOSE.find((each) => each.test(text));
  if (!form || isAsking(text)) {
    return undefined;
  }
  const said = trimmed(form.exec(text)?.[1] ?? '');
  const customer = firstSlot(utterance, 'customer', said)?.name;
  const ticket = customer ?? (unclaimed(said, []).length === 0 ? undefined : wordsOf(utterance, said));
  const result = isTold ? wordsOf(utterance, trimmed(whole.slice(whole.indexOf(first) + first.length))) : undefined;
  return { invocations: [{ command: 'ticket.close', input: filled({ ticket, result }) }], confidence: 0.93 };
};

const CHANGE: readonly RegExp[] = [
  pattern(
    '^(?:更新)?({customer})(?:(?:的|那个|这个|那张)*工单|(?:的|那个|这个|那条)+(?:投诉|报修))(?:进展|更新|有进展)?[:：，, ]+(.+)$',
  ),
  pattern(
    "^(?:update|add to|note on|note for)(?: the)? ({customer})(?:'s)? (?:ticket|complaint)[:：,，]? (?:with )?(.+)$",
  ),
  pattern("^(?:the )?({customer})(?:'s)? (?:ticket|complaint)[:,] (.+)$"),
];

/** A note for it, which may be told on its form. */
const NOTED: readonly RegExp[] = [
  pattern(
    '^(?:给|为|在|往)({customer}|[\\p{Script=Han}\\p{Script=Latin}\\d]{2,20}?)(?:的|那个|这个|那张|那条)*(?:工单|投诉|报修)单?(?:里|上|中)?(?:再)?(?:加|添|补|写|记|追加|留)(?:加|充|上|了|一?下)*(?:一?[条个句段笔])?(?:备注|说明|记录|进展|留言)[:：，, ]*(.*)$',
  ),
  pattern(
    "^(?:add|put|write|leave|make|log)(?: an?| another| the)? (?:note|comment|update) (?:to|on|in|for|about) (?:the |that )?({customer}|\\p{Lu}[\\p{L}\\d&.'-]*?(?: \\p{Lu}[\\p{L}\\d&.'-]*?){0,3})(?:'s)? (?:ticket|complaint)(?:[:,]| that| saying)* ?(.*)$",
  ),
];

/** 华星的工单：已补发新货; update the Acme ticket: new sensor sent. */
export const ticketChangeFrame: Frame = (utterance): Candidate | undefined => {
  const text = tight(withoutCourtesy(utterance.text));
  if (isAsking(text) || CLOSING.test(text)) {
    return undefined;
  }
  for (const form of [...CHANGE, ...NOTED]) {
    const [, target, told] = form.exec(text) ?? [];
    const ticket = nameIn(utterance, target);
    if (ticket !== undefined && told !== undefined) {
      const note = wordsOf(utterance, trimmed(told));
      const priority = URGENT.test(told) ? 'urgent' : undefined;
      return {
        invocations: [{ command: 'ticket.change', input: filled({ ticket, note, priority }) }],
        confidence: NOTED.includes(form) ? 0.995 : 0.92,
      };
    }
  }
  return undefined;
};

const HOW_IS_IT: readonly RegExp[] = [
  pattern(
    '^(?:看看?|查一?下|问一?下)?({customer})(?:那边|那个|这个|那张|的)*(?:工单|报修|投诉|故障)(?:现在|都|给|已经?|有人)*(?:处理|解决|搞定|修|弄|关|完成)?(?:得|的)?(?:好|完|掉)?(?:了)?(?:没有?|吗|怎么样|怎样|如何|到哪(?:一?步|了)?|什么情况|进展|进度)+(?:了)?$',
  ),
  pattern(
    "^(?:is|has|was)(?: the)? ({customer})(?:'s)? (?:ticket|complaint|fault|problem|issue)(?: been)? (?:fixed|solved|closed|resolved|done|sorted|open|still open)(?: out)?(?: yet| now| already)?$",
  ),
  pattern(
    "^(?:how(?:'s| is)|what(?:'s| is) (?:up|happening|going on|new) with|where is|status of|any (?:news|update) on)(?: the)? ({customer})(?:'s)? (?:ticket|complaint|fault)(?: going| doing| coming along)?$",
  ),
];

/** 岚屿的工单处理好了没; is the Acme ticket fixed yet. */
export const ticketShowFrame: Frame = (utterance): Candidate | undefined => {
  const text = tight(trimmed(withoutCourtesy(utterance.text)));
  const ticket = nameIn(
    utterance,
    HOW_IS_IT.map((form) => form.exec(text)?.[1]).find((each) => each !== undefined),
  );
  return ticket === undefined
    ? undefined
    : { invocations: [{ command: 'ticket.show', input: { ticket } }], confidence: 0.95 };
};

const LIST_CLAIMS = [
  /(?<![a-z])(?:show|list|see|view|check|what(?:'s)?|which|give|get|open|tickets?|complaints?|unsolved|unresolved|any)(?![a-z])/giu,
  /工单|投诉|报修|查看|看|查|列出|列表|显示|清单|哪些|所有|全部|手上|名下|打开|没关|没处理|未处理|未关闭|待处理|没解决|未解决/gu,
];

/** How many there are, whose they are and which are most urgent stand on the list. */
const STILL_OPEN =
  /^(?:现在|目前)?(?:还)?(?:有|剩)?(?:几个|多少个?|哪些)工单(?:还)?(?:没有?|未)(?:关闭?|处理|解决)(?:的|了)?$|^(?:没关的|未关的)?工单(?:现在)?(?:都)?是?谁在?(?:处理|跟|负责)$|^(?:how many|which|what) tickets are (?:still )?(?:open|unsolved|unresolved)(?: now)?$|^(?:现在|目前)?(?:有)?(?:哪些|哪个|哪几个|哪张|什么)?(?:的)?(?:工单|投诉)(?:是|比较)?最(?:紧?急|着急|要紧|优先)的?$|^最(?:紧?急|着急|要紧)的(?:工单|投诉)(?:有?哪些|是哪个|是什么)?$|^(?:which|what)(?: tickets?)? (?:is|are) (?:the )?most urgent(?: tickets?)?$|^(?:show )?(?:the )?most urgent tickets?$/iu;

/** 我的工单, open tickets. */
export const ticketListFrame: Frame = ({ text: said }): Candidate | undefined => {
  const text = withoutCourtesy(said);
  if (STILL_OPEN.test(tight(trimmed(text)))) {
    return { invocations: [{ command: 'ticket.list', input: {} }], confidence: 0.97 };
  }
  const isNamed =
    /工单|(?:哪些|没处理|未处理|没解决|未解决|我的|所有).*(?:投诉|报修)|(?:投诉|报修)(?:列表|清单)|(?<![a-z])tickets(?![a-z])|complaints/iu.test(
      text,
    );
  return isNamed && unclaimed(text, LIST_CLAIMS).length === 0
    ? { invocations: [{ command: 'ticket.list', input: {} }], confidence: 0.9 }
    : undefined;
};
