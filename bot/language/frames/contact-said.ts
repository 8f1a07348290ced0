import { CHINESE_TITLES } from '../../../core/names/index.ts';
import { HAN } from '../normalise.ts';
import { firstSlot, type Utterance, wordsOf } from '../utterance.ts';
import { type Candidate, type Frame, filled, isAsking, pattern, tight, trimmed, withoutCourtesy } from './frame.ts';
import { clausesOf, findNextSteps, nextFields } from './next-step.ts';
import { isPersonName } from './person-like.ts';

const SAYS_ZH = '(?:回复说|反馈说|来电说|说了?|表示|提到|透露|回复|反馈|告诉我们?|跟我说|讲)';

/** 张总说了算, 王总说笑了, 王总说的那份文件: of his way and his place, or asked; no word of his. */
const NO_WORD_ZH =
  '(?!说(?:了算|笑|话|明|法(?!务|院|律|人)|服(?!务)|好(?!几|多|像|久)|得|到做到|的(?!确)|起来|几点|能不能)|讲(?:课|话))';

/** 陈工说预算大概80万: somebody known by his title, and what he said. 听王总说 is at second hand. */
const SAID: readonly RegExp[] = [
  pattern(
    `^(?:{day}|刚|才|[，, ])*(?<who>(?![听据])[\\p{Script=Han}]{1,2}(?:${CHINESE_TITLES}))(?:那边|这边)?(?:{day}|刚|才|又|也|还|[，, ])*${NO_WORD_ZH}(?<says>${SAYS_ZH})(?![想要]?(?:来|给|跟|帮)我)(?<stop>[，,：: ]*)(?<told>[^，,]{2,}.*)$`,
  ),
];
const SAID_EN = pattern(
  "^(?<who>(?!(?:Someone|Somebody|Everyone|Everybody|Nobody|He|She|It|They|We|Who|The|My|Our|Customers?|Clients?|Marketing|Finance|Support|Boss) )\\p{Lu}[\\p{L}'-]+(?: \\p{Lu}[\\p{L}'-]+)?) (?:just |also )?(?:says|said|mentioned|confirmed|replied|told (?:me|us))(?: that)?,? (?<told>.{8,})$",
  'u',
);

/** Heather texted: they want 5 more; 小赵发微信说要再加5台: somebody at a customer's wrote, for a colleague is known by his name. */
const WROTE: readonly RegExp[] = [
  pattern(
    `^(?:{day}|刚才?|[，, ])*(?<who>(?:[\\p{Script=Han}·]{2,4}?|[A-Z][\\p{Script=Latin}'-]+))(?:{day}|刚才?|又|也|还|给我们?|[，, ])*(?:发|用|在|回)?(?:了|来|个|条|一条|的)*(?:企业)?(?:微信|企微|短信|消息|信息|钉钉|飞书)(?:里|上)?(?:给我们?|来|过来|告诉我们?)?(?:说|讲|表示|问|，|,|[:：])+ ?(?<told>[^，,]{2,}.*)$`,
  ),
  /^(?<who>(?!(?:[Ss]omeone|[Ss]omebody|[Ee]veryone|[Nn]obody|[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Ww]e|[Ww]ho|[Tt]he|[Mm]y|[Oo]ur|[Cc]ustomers?|[Cc]lients?|[Ii]|[Yy]ou|[Jj]ust|[Bb]oss) )\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?) (?:just |also |has )?(?:texted|messaged|pinged|whatsapped|wechatted|sent (?:me |us )?an? (?:text|message|whatsapp|wechat|sms))(?: me| us)?(?: (?:back|today|just now))?(?:: ?| saying(?: that)? | that | to say(?: that)? |, ?)(?<told>.{6,})$/u,
];

const ASKED = /什么|啥|谁|怎么|哪/u;

/** What is told has something to keep. */
const HOLDS = pattern(
  '{money}|{percent}|{day}|{product}|价格|报价|合同|方案|样品|预算|交期|付款|回款|发票|试用|测试|需求|采购|立项|招标|投标|验收|项目|技术|参数|竞品|签约|下单',
);
/** Nobody reports small talk so. */
const REPORTED = /^(?:回复说|反馈说|来电说|表示|提到|透露|告诉我们?)$/u;

/** Only sure where a title says that it is somebody at a customer's, and his words are set off or hold something. */
const SURE = 0.76;
const OFFERED = 0.6;

/** 陈工说预算大概80万，下个月立项: word of a contact, whose customer is found by him (R20, R35). */
export const contactSaidFrame: Frame = (utterance): Candidate | undefined => {
  const text = tight(trimmed(withoutCourtesy(utterance.text)));
  const theirs = isAsking(utterance.text) ? undefined : (customerSaid(utterance, text) ?? theySaid(utterance, text));
  if (theirs) {
    return theirs;
  }
  if (isAsking(utterance.text) || firstSlot(utterance, 'customer', text) || firstSlot(utterance, 'person', text)) {
    return undefined;
  }
  const written = wroteUs(utterance, text);
  if (written) {
    return written;
  }
  const chinese = SAID.map((form) => form.exec(text)?.groups).find((groups) => groups !== undefined);
  const groups = chinese ?? SAID_EN.exec(text)?.groups;
  const customer = groups?.who && trimmed(wordsOf(utterance, groups.who));
  if (!groups || !customer || ASKED.test(groups.told ?? '')) {
    return undefined;
  }
  const [step] = findNextSteps(utterance, clausesOf(groups.told ?? ''));
  const isSure =
    chinese !== undefined &&
    (/[，,：:]/u.test(groups.stop ?? '') || REPORTED.test(groups.says ?? '') || HOLDS.test(groups.told ?? ''));
  const input = filled({ customer, kind: 'note', note: utterance.said, ...nextFields(step) });
  return { invocations: [{ command: 'follow-up.log', input }], confidence: isSure ? SURE : OFFERED };
};

/** Somebody by name: what looks like none is no news of anybody. */
const isWriter = (who: string) =>
  !NO_CONTACT.test(who) && (!HAN.test(who) || isPersonName(who) || /^[小老阿]/u.test(who));
/** Of one's own house, or nobody. */
const NO_CONTACT = /^(?:老[婆公板妈爸]|老客户|小程序|小孩|小区|(?:hr|it|mom|mum|dad|boss|wife)(?![a-z]))/iu;

function wroteUs(utterance: Utterance, text: string): Candidate | undefined {
  const { who = '', told = '' } =
    WROTE.map((form) => form.exec(text)?.groups).find((groups) => groups !== undefined) ?? {};
  if (who === '' || !isWriter(who) || hasOrder(`${who}，${told}`)) {
    return undefined;
  }
  const [step] = findNextSteps(utterance, clausesOf(told).slice(1));
  const customer = trimmed(wordsOf(utterance, who));
  const input = filled({ customer, kind: 'message', note: utterance.said, ...nextFields(step) });
  return { invocations: [{ command: 'follow-up.log', input }], confidence: SURE };
}

/** 华星说价格可以; Ironbark said the price is fine: word of a customer named. */
const OF_CUSTOMER: readonly RegExp[] = [
  pattern(
    `^(?:{day}|刚才?|[，, ])*(?<who>{customer})(?:公司|那边|这边)?(?:{day}|刚才?|又|也|还|已经?|[，, ])*${NO_WORD_ZH}(?:${SAYS_ZH}|同意|确认|答应|决定)(?![座义师书函表单]|的|了?再|[想要]?(?:来|给|跟|帮)我)了?[，,：: ]*(?<told>[^，,]{3,}.*)$`,
  ),
  pattern(
    '^(?:the )?(?<who>{customer}) (?:has |have |just |also )*(?:says?|said|mentioned|confirmed|replied|agreed|told (?:me|us))(?! to )(?: that)?,? (?<told>.{8,})$',
  ),
  pattern(
    '^(?<who>{customer})(?:公司|那边|这边)?(?:对[^，,。]{1,10})?(?:很|非常|挺|都|比较|还算)?(?:满意|认可|喜欢|看好)(?!度|的话|吗)(?<told>[^，,]{0,12}[，,].{4,})$',
  ),
  pattern(
    '^(?:the )?(?<who>{customer}) (?:really |all )?(?:liked|loved|enjoyed|(?:was|were|is|are) (?:very |really )?(?:happy|impressed|pleased) with) (?<told>(?:the|our|it|what)[^,]{0,40},.{4,})$',
  ),
];

/** 华星说下周付5万: a sum may be a payment, an order or a budget; which is asked. */
const SUM = pattern('{money}');

function customerSaid(utterance: Utterance, text: string): Candidate | undefined {
  const { who, told = '' } = OF_CUSTOMER.map((form) => form.exec(text)?.groups).find((groups) => groups) ?? {};
  const customer = who && firstSlot(utterance, 'customer', who);
  if (!customer || customer.kind === 'lead' || ASKED.test(told) || CONDITION.test(text)) {
    return undefined;
  }
  const isAlone =
    new Set(utterance.slots.customer.map(({ name }) => name)).size === 1 &&
    utterance.slots.person.length === 0 &&
    !hasOrder(text) &&
    !SUM.test(told);
  const [step] = findNextSteps(utterance, clausesOf(told).slice(1));
  const note = wordsOf(utterance, text);
  const input = filled({ customer: customer.name, kind: 'note', note, ...nextFields(step) });
  return { invocations: [{ command: 'follow-up.log', input }], confidence: isAlone ? SURE : OFFERED };
}

/** 他们提到的方案 is a thing, 客户同意的话 and 客户同意了再说 are conditions. */
const NOT_SAID_ZH = '(?!的(?!确)|了?再(?:说|看|定|议))';
const THEY_SAID: readonly RegExp[] = [
  new RegExp(
    `^(?:(?<sure>客户|对方)|[他她]们?|人家|那边)(?:那边|现在|刚才?|今天|又|也|还|已经?|，)*(?:说(?!了算|笑)|表示|反馈|透露|提到|回复说?|决定|答应|同意|确认|打算|觉得|嫌|担心)${NOT_SAID_ZH}了?[，,：: ]*(?<told>[^，,]{3,}.*)$`,
    'u',
  ),
  /^(?:they|he|she|(?<sure>(?:the |our )?(?:customer|client)))(?:'ve| have| has)?(?: just| now| also)? (?:said|says?|decided|agreed|confirmed|mentioned|replied|told (?:me|us)|think|thinks|worry|worries)(?: that)?,? (?<told>\S.{7,})$/iu,
];
const CONDITION = /^[^说示馈]*(?:的话(?:[，,]|再|就)|了再(?:说|看))/u;
/** An order of one's own, beside what they said. */
const ORDER =
  /^(?:[那就请]|帮我|然后|再)*(?:(?:记得)?提醒|取消|(?:推进?|移|改)到|把.{1,20}(?:推进|推|移|改)(?:到|至|为|成)|(?:新建|建|开|加|录)(?:一?[个条张])?(?:服务)?(?:工单|商机|待办|任务|提醒)|(?:商机|单子|项目)?的?(?:金额|总额|合同额|日期|时间|阶段|名称|联系人|负责人|(?:预计)?(?:成交|签约|签单|结单)(?:日期|时间)?)(?:改|换|调整?)(?:成|为|到|至))|^(?:and |then |so |please )*(?:(?:move|open|cancel|remind|advance|push|create|add|mark|close) |make it |(?:change|set|update|adjust) (?:(?:the|its|our|his|her|their|deal|opportunity|expected) )*(?:amount|value|sum|stage|clos(?:e|ing)|date|contact|owner|name)(?![a-z]))/iu;

export const hasOrder = (text: string) =>
  clausesOf(text)
    .slice(1)
    .some((clause) => ORDER.test(clause));

/** 客户说预算砍了，这单先放一放: word of whoever was spoken of a moment ago; a stage is moved by whoever says so of the deal. */
function theySaid(utterance: Utterance, text: string): Candidate | undefined {
  const { customer, lead, deal } = utterance.last;
  const { told, sure } = THEY_SAID.map((form) => form.exec(text)?.groups).find((groups) => groups?.told) ?? {};
  const isOfOthers = utterance.slots.customer.some(({ kind, name }) => kind !== 'deal' || name !== deal);
  if (told === undefined || isOfOthers || utterance.slots.person.length > 0 || (customer ?? lead) === undefined) {
    return undefined;
  }
  if (CONDITION.test(text)) {
    return undefined;
  }
  const [step] = findNextSteps(utterance, clausesOf(told).slice(1));
  const input = filled({ customer, kind: 'note', note: utterance.said, ...nextFields(step) });
  // 他 may be a colleague; and an order beside the news is not done by keeping the news.
  const isSure = sure !== undefined && !hasOrder(text);
  const confidence = isSure ? SURE : OFFERED;
  return customer === undefined
    ? { invocations: [{ command: 'lead.log', input: filled({ ...input, lead }) }], confidence }
    : { invocations: [{ command: 'follow-up.log', input }], confidence };
}
