import { AT } from '../../../core/customers/search-contacts.ts';
import { HAN } from '../normalise.ts';
import { firstSlot, type Utterance, wordsOf } from '../utterance.ts';
import { type Candidate, type Frame, filled, pattern, tight, trimmed, withoutCourtesy } from './frame.ts';

const NUMBER_ZH =
  '(?:联系方式|联系电话|电话号码?|手机号码?|手机|电话|座机|固话|号码|微信号?|邮箱(?:地址)?|邮件地址|email|e-mail)';
const NUMBER_EN =
  '(?:(?:tele)?phone(?: number)?s?|numbers?|mobile(?: number)?|cell(?: number)?|e-?mail(?: address)?|contact (?:details?|info|information|number)|direct line|extension)';

/** 王总的电话是多少, Mr Wang's number, how do I reach Acme. */
const ASKS_ZH: readonly RegExp[] = [
  pattern(`^(?:谁有|你有|有没有|有)(?<who>.{1,30}?)的?${NUMBER_ZH}(?:吗)?$`),
  pattern(
    `^(?:查(?:一?下|询|看)?|看(?:一?下|看)?|找(?:一?下)?|告诉我|给我|发我|要)?(?<who>.{1,30}?)的?${NUMBER_ZH}(?:是|有)?(?:多少|什么|啥|几号|吗|没有?)?(?:来着|呢|啊)?$`,
  ),
  pattern('^(?:怎么|如何|咋)(?:才能)?(?:联系|找到?|打给)(?:到|上)?(?<who>.{1,30}?)$'),
  pattern('^(?<who>.{1,30}?)(?:怎么|如何|咋)联系$'),
];
const ASKS_EN: readonly RegExp[] = [
  pattern(
    `^(?:(?:what(?:'s|s| is| are| was)|show|give|find|get|send|look up|tell|need|want|do (?:we|you) have|have (?:we|you) got|got|any)(?: me)? )?(?:a |an |the )?(?<who>(?!my|your)[^?]{1,40}?)(?:['’]s?|s)? ${NUMBER_EN}(?: again)?$`,
  ),
  pattern(
    `^(?:(?:what(?:'s|s| is| are| was)|show|give|find|get|send|look up|tell|need|want|do (?:we|you) have|have (?:we|you) got|got|any)(?: me)? )?(?:a |an |the )?${NUMBER_EN} (?:for|of|at) (?:the )?(?<who>.{1,40}?)$`,
  ),
  pattern(
    '^how (?:do|can|could|should) (?:i|we) (?:reach|call|phone|contact|get (?:hold of|in touch with)|email) (?<who>.{1,40}?)$',
  ),
];

/** Counts and kinds, no names. */
const NOT_SOMEBODY =
  /(?<![a-z])(?:deals?|opportunit(?:y|ies)|leads?|tasks?|customers?|visits?|orders?|meetings?)(?![a-z])|^(?:打|今天|本周|这周|上周|本月|几个?|多少|所有|全部|我|我们|个|客户|新|how many|number of|the|my|our|a|last|total|by|this|conversion|order|invoice|deal|po|log|made?|call)$|多少|几[个次通]|统计|数量|(?<![a-z])(?:how many|number of|calls?|count)(?![a-z])|打了|没接|^(?:不|没|挂|打|接)|^(?:do|can|could|would) (?:you|we|i)(?![a-z])|[打通回接等发写个了]$/iu;

/** 刚才那条改成电话 asks for no number. */
const SETS = /(?:改|更正|修改|换|调整|标)(?:成|为)电话$/u;

export const contactFrame: Frame = (utterance): Candidate | undefined => {
  const text = tight(trimmed(withoutCourtesy(utterance.text)));
  if (SETS.test(text)) {
    return undefined;
  }
  for (const form of HAN.test(text) ? ASKS_ZH : ASKS_EN) {
    const who = form.exec(text)?.groups?.who;
    const asked = who === undefined ? undefined : whom(utterance, who);
    if (asked) {
      return { invocations: [{ command: 'contact.find', input: asked }], confidence: 0.95 };
    }
  }
  return undefined;
};

/** Somebody at a customer, the customer, or a name as typed. */
function whom(utterance: Utterance, who: string): Record<string, string> | undefined {
  const customer = firstSlot(utterance, 'customer', who)?.name;
  const rest = trimmed(
    wordsOf(utterance, who.replace(pattern('{customer}', 'gu'), ' '))
      .replace(/^(?:的|那边的?|这边的?|公司的?|['’]s )|(?:的|那边的?|公司)$/giu, '')
      .replace(/^(?:at|of|for|from) |(?: at| of| from)$/giu, '')
      .replace(/^(?:的|那边的?|公司的?)/u, ''),
  ).replace(/^(?:联系人|contact|客户|customer|负责人|对接人)$/iu, '');
  if (NOT_SOMEBODY.test(rest) || /[\ue300-\ue9ff]/u.test(who) || rest.split(' ').length > 4) {
    return undefined;
  }
  const input = filled({ person: rest === '' ? undefined : rest, customer });
  return Object.keys(input).length > 0 ? input : undefined;
}

const WHO_IS: readonly RegExp[] = [
  pattern("^who(?:'s| is) (?:the contact )?(?<who>[\\p{L}.' -]{2,40}?) (?:at|from|of) (?<customer>{customer})$"),
  pattern('^(?<customer>{customer})的?(?<who>[\\p{Script=Han}]{2,4})是(?:谁|什么人|做什么的|干什么的)$'),
];

/** What somebody is to whom, and no name: 负责人, the owner, in charge. */
const ROLE =
  /^(?:负责人|主?要?联系人|决策人|对接人|关键人|老板|销售(?:代表)?|客户经理|业务员|跟进人|法人(?:代表)?|(?:竞争)?对手|竞品|供应商|客户|代理商?|经销商|同事|员工)$|^(?:the|our|your|their|my|a|in charge|responsible|behind|working|someone|somebody|anybody|anyone|everyone)(?![a-z])/iu;

/** 华星的王总是谁, who is Mr Wang at Acme. */
export const contactShowFrame: Frame = (utterance): Candidate | undefined => {
  const text = tight(trimmed(withoutCourtesy(utterance.text)));
  const { who, customer } = WHO_IS.map((form) => form.exec(text)?.groups).find((groups) => groups) ?? {};
  const at = customer ? firstSlot(utterance, 'customer', customer) : undefined;
  return who && at?.kind === 'customer' && !ROLE.test(trimmed(who))
    ? {
        invocations: [{ command: 'contact.show', input: { contact: [trimmed(who), at.name].join(AT) } }],
        confidence: 0.99,
      }
    : undefined;
};
