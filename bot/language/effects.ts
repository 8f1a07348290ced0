import { findContact, hasHappened } from './frames/contact-words.ts';
import { pattern } from './frames/frame.ts';
import { ANY_SLOT, slotOf } from './slots.ts';
import { type Utterance, wordsOf } from './utterance.ts';

const BOUNDARY =
  /[，,。；;！!\n]+\s*|(?<=[a-z\ue000-\ue9ff])\.\s+|\s+(?:and|then|also)\s+(?=(?:then |also |please )?(?:remind|have |tell |ask |get |move|add a|create|open an?|mark|advance|ask for|request|log a)(?![a-z]))|(?<=[^，,])(?:然后|并且|同时|顺便)(?=提醒|把|新建|建|给)/iu;

/** A clause that starts a command of its own, whatever came before it. */
const HEAD = pattern(
  '^(?:请|帮我|再|然后|并且?|同时|顺便|另外|也|{day})*(?:提醒我|(?:提醒|让|叫){person}|记得提醒|把.{1,20}(?:推进|推|移|改)(?:到|至|为|成)|(?:商机|单子)?(?:推进|推)到|(?:新建|新增|创建|建|加|录)(?:个|一个|条|一条)?(?:商机|线索|客户|待办|任务|提醒)|.{0,12}申请.{0,3}{percent}|给{customer}(?:建|开|新建)个?商机|{day}(?:要|再|去)*(?:拜访|走访|约){customer})|^(?:and |then |also |please )*(?:remind (?:me|{person})|(?:have|tell|ask|get) {person} |move |mark .{1,30} as |advance |add an? (?:lead|task|customer|reminder)|create an? |open an? .{0,12}(?:deal|opportunity)|ask for {percent}|request {percent}|request an? {percent})',
);

/** What of the deal, or of whoever was spoken to, is put on record beside the contact: 金额降到90万, also Priya will be the user. */
const BESIDE = {
  sum: pattern(
    '^(?:另外|还有|同时|并且?|而且|也|另)*(?:把)?(?:商机|项目|合同|单子?)?的?(?:金额|总额|总价|价格)(?:现在|已经?|可以)*(?:改|调整?|更新|变更?|降低?|砍|涨|减少?|提高?)(?:到|至|成|为)?了?{money}了?$',
  ),
  sumEn: pattern(
    '^(?:and |also |the |so )*(?:amount|value|price)(?: is| now| has| was| goes| come| came| comes| cut| reduced| raised| lowered| changed)*(?: down| up)?(?: to)? {money}(?: now)?$',
  ),
  tag: /^(?:另外|还有|同时|并且?|顺便|再|也)*(?:把|给)?(?:[他她]们?|它|客户|对方)(?:(?:标成|标为|标记成|标记为|打上|贴上)(?!输单|赢单|丢单|[a-c]类)(?<zh>[^，,。]{2,12}?)(?:的?标签)?|(?:打|加上?|贴)(?<zhTag>[^，,。]{2,12}?)的?标签)$/iu,
  tagEn:
    /^(?:and |also |please )*(?:tag|label) (?:them|him|her|it|the (?:customer|client))(?: as| with)? (?<en>[^,.]{2,40})$/iu,
  role: /^(?:另外|还有|同时|也)*(?<nameZh>[\p{Script=Han}·]{2,4})(?:会|将|就)?是(?:最终|主要|项目)?(?<roleZh>决策人|决策者|拍板人|支持者|影响者|把关人|使用者|使用人|反对者)$/u,
  roleEn:
    /^(?:and |also )*(?<nameEn>(?!he |she |they |who |that |this |it )\p{L}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*)?) (?:is|will be) (?:the |our |an? )?(?<roleEn>decision[- ]maker|champion|supporter|influencer|gatekeeper|(?:end )?user|blocker)$/iu,
} as const;
/** 客户要求，金额降到90万: their wish, and nothing agreed. */
const THEIR_WISH =
  /(?:要求|希望|想要?|说|问|建议|提出|(?<![a-z])(?:ask(?:s|ed)?|wants?|wanted|says?|said|hopes?))[^，,。]{0,6}$/iu;

const isBeside = (clause: string) => Object.values(BESIDE).some((form) => form.test(clause.trim()));

/** The same in a sentence of its own. */
function besideOf(customer: string, clause: string): string | undefined {
  const { zh, zhTag, en, nameZh, roleZh, nameEn, roleEn } =
    Object.values(BESIDE)
      .map((form) => form.exec(clause)?.groups)
      .find((groups) => groups !== undefined) ?? {};
  const tag = zh ?? zhTag;
  if (tag !== undefined || en !== undefined) {
    return tag === undefined ? `tag ${customer} as ${en}` : `给${customer}打上${tag}标签`;
  }
  if (roleZh !== undefined || roleEn !== undefined) {
    return roleZh === undefined ? `${nameEn} at ${customer} is the ${roleEn}` : `${customer}的${nameZh}是${roleZh}`;
  }
  const sum = pattern('{money}').exec(clause)?.[0];
  if (sum === undefined || !isBeside(clause)) {
    return undefined;
  }
  return BESIDE.sum.test(clause) ? `${customer}的金额改成${sum}` : `${customer} amount is ${sum}`;
}

/** The parts of a sentence that are commands of their own; a part without a customer takes the one named before it. */
export function effectsOf(utterance: Utterance): Utterance[] {
  const clauses = utterance.text.split(BOUNDARY).filter((clause) => clause?.trim());
  const groups: string[] = [];
  for (const clause of clauses) {
    const last = groups.at(-1);
    const worded = NEW_DEAL.test(clause) ? withoutDeals(utterance, clause) : clause;
    if (
      last === undefined ||
      (isHead(clause) && isCommand(last) && !isItsDeal(last, clause)) ||
      isBesideContact(last, clause)
    ) {
      groups.push(worded.trim());
    } else {
      groups[groups.length - 1] = `${last}，${worded.trim()}`;
    }
  }
  let customer = '';
  return groups.map((text, at) => {
    const isConverted = CONVERTS.test(groups[at - 1] ?? '');
    const own = pattern('{customer}').exec(text)?.[0];
    const inherited =
      own === undefined && customer !== '' && !isConverted && !/提醒|remind/iu.test(text)
        ? withCustomer(text, customer)
        : text;
    customer = own ?? customer;
    return { ...utterance, text: inherited };
  });
}

const NEW_DEAL = /(?:建|开|加|录|创|增)(?:了|个|一个|条|一条)*(?:新的?)?(?:商机|机会|单子)/u;

/** 建个商机冷藏车定位: the new deal is called like one that stands, 冷藏车温度追溯, and that is no customer's name. */
const withoutDeals = (utterance: Utterance, clause: string) =>
  clause.replace(ANY_SLOT, (character) => {
    const slot = slotOf(character);
    const isDeal = slot?.kind === 'customer' && utterance.slots.customer[slot.index]?.kind === 'deal';
    return isDeal ? wordsOf(utterance, character) : character;
  });

const CONVERTS = /转(?:成|为|化成|化为|化)?(?:正式|独立|单独|的)*客户|(?<![a-z])(?:convert|turn)(?![a-z])/iu;
const OPENS = pattern(
  '^(?!.*{customer})[^，,]{0,6}(?:建|开|加|录)[^，,]{0,4}商机|^(?!.*{customer}).{0,20}(?:deal|opportunity)',
);

/** 把他转成客户，建个商机温控柜采购: what the deal is called is said to the conversion, which makes it. */
function isItsDeal(before: string, clause: string): boolean {
  return CONVERTS.test(before) && OPENS.test(clause);
}

/** 客户说价格可以: news of whoever was spoken of a moment ago, whatever order comes with it. */
const TOLD =
  /^(?:客户|对方|[他她]们?|人家|那边)(?:那边|现在|刚才?|今天|又|也|还|已经?)*(?:说(?!了算|笑)|表示|反馈|透露|回复|决定|答应|同意|确认)(?!的话|了?再)|^(?:(?:the |our )?(?:customer|client)|they|he|she)(?: has| have| just| also)? (?:said|says|decided|agreed|confirmed|replied|told)(?![a-z])/iu;

function isBesideContact(group: string, clause: string): boolean {
  const isOfContact = isBeside(group) || (pattern('{customer}').test(group) && findContact(group) !== undefined);
  return isBeside(clause) && !THEIR_WISH.test(group) && (isOfContact || TOLD.test(group));
}

function isHead(clause: string): boolean {
  return HEAD.test(clause);
}

function isCommand(group: string): boolean {
  return (
    isHead(group) ||
    TOLD.test(group) ||
    (findContact(group) !== undefined && hasHappened(group)) ||
    pattern('^把?{customer}').test(group)
  );
}

/** 把商机推到谈判 after 拜访了华星 is about 华星. */
function withCustomer(text: string, customer: string): string {
  const beside = besideOf(customer, text);
  if (beside !== undefined) {
    return beside;
  }
  const put = [
    [/^((?:把|将))(?=商机|单子|它)/u, `$1${customer}的`],
    [/^(?=(?:商机|单子)?(?:推进|推)到)/u, customer],
    [/(?=申请)/u, `给${customer}`],
    [
      /^(?:再|也|并且?|顺便|然后)*(?=(?:新建|新增|创建|建|加|录|开)(?:了|个|一个|条|一条)*(?:新的?)?商机)/u,
      `给${customer}`,
    ],
    [/^((?:and |then |also )*(?:move|advance|mark) )(?:it|them|the deal|the opportunity)(?![a-z])/iu, `$1${customer}`],
    [/((?:deal|opportunity|off|discount))(?![a-z])/iu, `$1 for ${customer}`],
  ] as const;
  const [place, words] = put.find(([each]) => each.test(text)) ?? [];
  return place ? text.replace(place, words ?? '') : text;
}
