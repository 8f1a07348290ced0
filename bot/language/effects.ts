import { besidesOf, isBeside } from './beside.ts';
import { findContact, hasHappened, isWished } from './frames/contact-words.ts';
import { pattern } from './frames/frame.ts';
import { isToldAsNews } from './frames/news.ts';
import { everySlot, type Utterance, withoutDeals } from './utterance.ts';

const BOUNDARY =
  /[，,。；;！!\n]+\s*|(?<=[a-z\ue000-\ue9ff])\.\s+|\s+(?:and|then|also)\s+(?=(?:then |also |please )?(?:remind|have |tell |ask |get |move|add a|create|open an?|mark|advance|ask for|request|log a)(?![a-z])|(?:on |by )?[\ue300-\ue3ff],? remind)|(?<=[^，,])(?:然后|并且|同时|顺便)(?=提醒|把|新建|建|给)/iu;

/** A clause that starts a command of its own, whatever came before it. */
const HEAD = pattern(
  '^(?:请|帮我|再|然后|并且?|同时|顺便|另外|也|{day})*(?:提醒我|(?:提醒|让|叫){person}|记得提醒|把.{1,20}(?:推进|推|移|改)(?:到|至|为|成)|(?:商机|单子)?(?:推进|推)到|(?:新建|新增|创建|建|加|录)(?:个|一个|条|一条)?(?:商机|线索|客户|待办|任务|提醒)|.{0,12}申请.{0,3}{percent}|给{customer}(?:建|开|新建)个?商机|{day}(?:要|再|去)*(?:拜访|走访|约){customer})|^(?:(?:on |by )?{day},? )?(?:and |then |also |please )*(?:remind (?:me|{person})|(?:have|tell|ask|get) {person} |move |mark .{1,30} as |advance |add an? (?:lead|task|customer|reminder)|create an? |open an? .{0,12}(?:deal|opportunity)|ask for {percent}|request {percent}|request an? {percent})',
);

/** The parts of a sentence that are commands of their own; a part without a customer takes the one named before it. */
export function effectsOf(utterance: Utterance): Utterance[] {
  const clauses = utterance.text.split(BOUNDARY).filter((clause) => clause?.trim());
  const groups: Group[] = [];
  for (const clause of clauses) {
    const last = groups.at(-1);
    const worded = (NEW_DEAL.test(clause) ? withoutDeals(utterance, clause) : clause).trim();
    const isHeading = isHead(clause) && isCommand(last?.text ?? '') && !isItsDeal(last?.text ?? '', clause);
    if (last === undefined || isHeading || (REMINDS.test(last.text) && isStory(utterance, clause))) {
      groups.push({ text: worded, beside: [] });
    } else {
      const isApart = isBesideContact(last, worded);
      const beside = isApart ? [...last.beside, worded] : last.beside;
      // With an order among its words news is only offered, and this one is done by itself.
      const text = isApart && isToldAsNews(last.text) ? last.text : `${last.text}，${worded}`;
      groups[groups.length - 1] = { text, beside };
    }
  }
  let customer = '';
  return groups.flatMap(({ text, beside }, at) => {
    const isConverted = CONVERTS.test(groups[at - 1]?.text ?? '');
    const own = pattern('{customer}').exec(text)?.[0];
    const inherited =
      own === undefined && customer !== '' && !isConverted && !/提醒|remind/iu.test(text)
        ? withCustomer(text, customer)
        : text;
    customer = own ?? customer;
    return [inherited, ...besidesOf(customer, beside)].map((each) => ({ ...utterance, text: each }));
  });
}

/** A command with its story, and what of the story goes on record in a place of its own. */
type Group = { text: string; beside: string[] };

const NEW_DEAL = /(?:建|开|加|录|创|增)(?:了|个|一个|条|一条)*(?:新的?)?(?:商机|机会|单子)/u;

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

function isBesideContact({ text, beside }: Group, clause: string): boolean {
  const isContact =
    (pattern('{customer}').test(text) && (findContact(text) !== undefined || isToldAsNews(text))) || TOLD.test(text);
  return isContact && isBeside(clause, text, beside);
}

const REMINDS = /提醒我|记得提醒|(?<![a-z])remind me(?![a-z])/iu;
const CONDITION =
  /^(?:等|如果|要是|因为|由于|万一)|(?:以?后|之后|的时候|的话)$|^(?:if|after|once|when|because|since|before|as|that|in case)(?![a-z])/iu;

/** 提醒我周五发报价，拜访了华星: what happened may be told behind what is to be done. */
function isStory(utterance: Utterance, clause: string): boolean {
  const text = clause.trim();
  // A story whose day or company has to be asked would be asked for without the reminder.
  const isWhole =
    everySlot(utterance, 'customer', text).length === 1 &&
    everySlot(utterance, 'day', text).every(({ past }) => past.grain === 'day');
  const contact = findContact(text);
  return contact !== undefined && isWhole && hasHappened(text) && !isWished(text, contact) && !CONDITION.test(text);
}

function isHead(clause: string): boolean {
  return HEAD.test(clause);
}

function isCommand(group: string): boolean {
  return (
    isHead(group) ||
    TOLD.test(group) ||
    isToldAsNews(group) ||
    (findContact(group) !== undefined && hasHappened(group)) ||
    pattern('^把?{customer}').test(group)
  );
}

/** 把商机推到谈判 after 拜访了华星 is about 华星. */
function withCustomer(text: string, customer: string): string {
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
