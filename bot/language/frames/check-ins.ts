import { addDays } from '../../../core/days.ts';
import { firstSlot, type Utterance, wordsOf } from '../utterance.ts';
import {
  type Candidate,
  type Frame,
  filled,
  isAsking,
  nameIn,
  pattern,
  tight,
  trimmed,
  withoutCourtesy,
} from './frame.ts';
import { clausesOf, findNextSteps, nextFields } from './next-step.ts';

const WHEN_ZH = '(?:{day}|刚|现在|已经?|我们?|人|今天|[，,\\s])*';
const AT_ZH = '(?:公司|那边|这边|这里|这儿|现场|工厂|厂里|厂区|楼下|门口|前台|总部|办公室)?';
const WHEN_EN = '(?:{day}|just|now|today|already|[,\\s])*';
const AT_EN =
  "(?:(?:'s|s')?(?: (?:office|offices|site|plant|factory|hq|headquarters|place|lobby|reception|front desk))?)";
const IN_ZH = '(?:拜访|到访|上门)?(?:签到|打卡)(?:一下|了|在|到|于|[:：，,\\s])*(?:客户)?';
const REST = '(?:[，,。.;；:：\\s]+(?<rest>.+))?$';

/** Said as such: whoever is named is whom he is at, and what follows is the address or what is going on. */
const SAID: readonly RegExp[] = [
  pattern(`^${WHEN_ZH}${IN_ZH}(?<target>{customer})${AT_ZH}[，,。.;；:：\\s]*(?<rest>.*)$`),
  pattern(`^${WHEN_ZH}${IN_ZH}(?<target>[\\p{Script=Han}\\p{Script=Latin}\\d]{2,20})${AT_ZH}${REST}`),
  pattern(`^${WHEN_ZH}(?:在|到)?(?<target>{customer})${AT_ZH}(?:签到|打卡)(?:一下|了|成功)?${REST}`),
  pattern(
    `^${WHEN_ZH}(?:我|人|到达?|在|已经?)*(?<target>{customer})${AT_ZH}了?[，,。 ]*(?:打个?卡|签个?到)(?:一下|了|吧)?${REST}`,
  ),
  pattern(
    `^(?:i'm |i am |i |we're |we )?${WHEN_EN}check(?:ed|ing)?[- ]?(?:me )?in(?: ${WHEN_EN})? ?(?:at|with|to|:)?:? ?(?:the )?(?<target>{customer}|\\p{Lu}[\\p{L}\\d&.'-]*(?: \\p{Lu}[\\p{L}\\d&.'-]*){0,3})${AT_EN}${WHEN_EN}${REST}`,
  ),
];

/** Of whoever is somewhere only where exactly. */
const WHERE = '(?:[，,。;；]\\s*(?:就?在|地址是?)?[:：]?(?<rest>.+))?$';

/** To be somewhere is to check in only where nothing else is told but the address. */
const THERE: readonly RegExp[] = [
  pattern(`^${WHEN_ZH}(?:到达?|抵达|来到)(?:了)?(?<target>{customer})${AT_ZH}(?:了|啦|喽)?${WHERE}`),
  pattern(`^${WHEN_ZH}(?:就)?在(?<target>{customer})${AT_ZH}(?:了|呢|啦)?${WHERE}`),
  pattern(`^(?<target>{customer})${AT_ZH}(?:已经?|刚)*到了${WHERE}`),
  pattern(
    `^(?:i'm|i am|we're|we are|im)${WHEN_EN} ?(?:here |on[- ]?site |standing )?(?:at|in front of|outside) (?:the )?(?<target>{customer})${AT_EN}${WHEN_EN}${WHERE}`,
  ),
  pattern(
    `^(?:i've |i have |we've |i |we )?${WHEN_EN}arrived ${WHEN_EN}?(?:at|to) (?:the )?(?<target>{customer})${AT_EN}${WHEN_EN}${WHERE}`,
  ),
  pattern(
    `^(?:i'm|i am|we're|we are)${WHEN_EN} ?visiting (?:the )?(?<target>{customer})${AT_EN}${WHEN_EN}[,;]\\s*(?:at )?(?<rest>.+)$`,
  ),
  pattern(`^(?:here|on[- ]?site) (?:at|with) (?:the )?(?<target>{customer})${AT_EN}${WHEN_EN}${WHERE}`),
];

const LIST: readonly RegExp[] = [
  pattern(
    '^(?:查看?|看看?|列出|显示|打开)?(?:一下)?(?:{day}|今天|我们?|团队|大家|的|所有)*签到(?:记录|情况|列表|明细)$',
  ),
  pattern(
    '^(?:查看?|看看?|列出|显示)?(?:一下)?(?:{day}|今天)(?:我们?|团队|大家|所有)*的(?:所有|全部)?签到(?:有哪些|呢)?[?？]?$',
  ),
  pattern(
    "^(?:show|list|see|view)?(?: me)? ?(?:{day}|today)(?:['’]s)? check[- ]?ins(?: (?:of|for) (?:the |my )?team)?[?]?$",
  ),
  pattern('^(?:{day}|今天)*(?:都)?(?:有)?谁签到了?(?:过)?$'),
  pattern(
    "^(?:show|list|see|view)?(?: me)?(?: the| all| our| my| team| team's)* ?check[- ]?ins(?: (?:of|for|on|from))?(?: (?:the )?team)?(?: {day})?$",
  ),
  pattern("^who(?: has|'s)? checked in(?: {day})?$"),
];

/** 签到 华星电子, 到华星电子了, I'm at Acme: a visit, put on record from where it is. */
export const checkInFrame: Frame = (utterance): Candidate | undefined => {
  const text = tight(withoutCourtesy(utterance.text)).replace(/[。.!！]+$/u, '');
  const list = LIST.some((form) => form.test(trimmed(text)));
  if (list) {
    const day = firstSlot(utterance, 'day', text)?.past;
    const input = filled({ on: day?.grain === 'day' ? day.from : undefined });
    return { invocations: [{ command: 'visit.list', input }], confidence: 0.97 };
  }
  if (isAsking(text) || PLANNED.test(text) || ABOUT_SOMETHING.test(text)) {
    return undefined;
  }
  const groups =
    groupsOf(SAID, text)[0] ??
    groupsOf(THERE, text).find(({ rest }) => !rest || ADDRESS.test(wordsOf(utterance, trimmed(rest))));
  const customer = groups && nameIn(utterance, groups.target);
  if (!groups || customer === undefined) {
    return undefined;
  }
  const said = text.slice(0, text.length - (groups.rest?.length ?? 0));
  const slot = firstSlot(utterance, 'day', said);
  const day = slot?.past;
  if (day && (day.grain !== 'day' || day.from > utterance.today)) {
    return undefined;
  }
  if (slot && day && day.from < utterance.today && !BEEN.test(said) && isSoon(slot.future.from, utterance.today)) {
    return undefined;
  }
  const input = filled({ party: customer, on: day?.from, at: day?.time, ...told(utterance, groups.rest ?? '') });
  const known = firstSlot(utterance, 'customer', groups.target ?? '') !== undefined;
  return { invocations: [{ command: 'visit.check-in', input }], confidence: known ? 0.97 : 0.8 };
};

const ANOTHER: readonly RegExp[] = [
  pattern(
    '^(?:不是|不对|不[，,])?[，,]?(?:这|那|刚才|刚刚|上面)?(?:个|那|次|条|的)*(?:其实|应该)?(?:是|算)(?:另外?|别的|另一?)(?:的)?(?:一)?次(?:的)?(?:拜访|到访)?(?:了)?$',
  ),
  pattern(
    "^(?:no[,. ]+)?(?:(?:it|that|this)(?: one)?(?:'s| is| was)(?: actually| really)?|they (?:are|were)) (?:another|a (?:different|second|separate)|two (?:different|separate)?) ?visits?$",
  ),
];

/** 是另一次拜访, that was another visit: it is parted from the check-in it was added to. */
export const otherVisitFrame: Frame = ({ text }): Candidate | undefined =>
  ANOTHER.some((form) => form.test(trimmed(tight(text))))
    ? { invocations: [{ command: 'visit.part', input: {} }], confidence: 0.97 }
    : undefined;

type Groups = Partial<Record<string, string>>;

const groupsOf = (forms: readonly RegExp[], text: string): Groups[] =>
  forms.flatMap((form): Groups[] => {
    const groups = form.exec(text)?.groups;
    return groups ? [groups] : [];
  });

const PLANNED =
  /要去|准备|打算|计划|提醒|记得|应该|快到|没到|还没|(?<![a-z])(?:will|going to|remind|need to|should|must|tomorrow|later|soon|not)(?![a-z])/iu;

/** To check in with somebody about something is to ask him, from wherever one is. */
const ABOUT_SOMETHING =
  /(?<![a-z])check(?:ed|ing)?[- ]in with .+ (?:about|regarding|re|on (?:the|their|his|her)|to (?:see|ask)|whether|if)(?![a-z])/iu;

/** It says itself that it has been. */
const BEEN = /了|过|已|刚|补|昨|前天|(?<![a-z])(?:checked|arrived|was|were|been|had|got)(?![a-z])|['’]ve /iu;

const SOON_DAYS = 31;

/** A day of a name alone that comes as well as it went (周五, on Friday): nobody was there yet, as far as one can tell. */
const isSoon = (day: string, today: string) => day > today && day <= addDays(today, SOON_DAYS);

const ADDRESS =
  /(?:[省市区县镇乡村]|路|街|大道|巷|弄|号|楼|层|室|园区?|大厦|广场|中心|座)[\d\p{Script=Han}A-Za-z-]{0,12}$|^\d+[a-z]? [\p{L} .'-]+|(?<![a-z])(?:street|st|road|rd|avenue|ave|lane|drive|boulevard|blvd|square|plaza|building|floor)(?![a-z])/iu;

const LONGEST_ADDRESS = 80;

/** What follows the name: an address where it is one, else what is going on there. */
function told(utterance: Utterance, rest: string): Record<string, string> {
  const words = wordsOf(utterance, trimmed(rest));
  if (words === '') {
    return {};
  }
  if (ADDRESS.test(words) && words.length <= LONGEST_ADDRESS) {
    return { address: words };
  }
  const [step] = findNextSteps(utterance, clausesOf(rest));
  return { note: words, ...nextFields(step) };
}
