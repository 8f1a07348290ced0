import { Temporal } from 'temporal-polyfill';
import { businessHour } from './days/clock.ts';
import { dayOfSpan } from './days.ts';
import { pattern, unclaimed } from './frames/frame.ts';
import { ANY_STAGE, stageOf } from './frames/stages.ts';
import { isHourAlone } from './frames/task-changes.ts';
import type { CommandName, Reading, SpokenInvocation } from './reading.ts';
import { type DaySlot, firstSlot, type Utterance } from './utterance.ts';

const RECORDED_WRONG =
  /^(?:刚才|刚刚|上一?|最近|最后)(?:的|那|这)*[条个次]?(?:跟进|记录|拜访|电话|会议|备注)*(?:记录)?(?:写|记|搞|弄|说|填)?错了|^(?:the |that |my )*(?:last|latest|previous) (?:one|entry|follow-?up|note|log|record|visit|call|meeting)(?: was| is)? (?:wrong|about|for|with|at)(?![a-z])/iu;
const CUE =
  /^(?:改成|改为)(?=[\ue400-\ue4ff\ue500-\ue5ff])|^(?:不对|不是|错了|搞错了|记错了|说错了|更正|纠正|改一下|应该是|等等|等一下|no|nope|wrong|not quite|sorry|correction|actually|oops|i meant|i mean|make (?:it|that)|it should be|should be)(?![a-z])|应该是|(?<![a-z])(?:should (?:be|have been)|i meant|instead)(?![a-z])/iu;
const CLAIMS = [
  pattern('{customer}|{money}|{percent}|{day}|{phone}|{email}|{person}', 'giu'),
  new RegExp(`(?<![\\p{Script=Latin}])(?:${ANY_STAGE})(?![\\p{Script=Latin}])|${ANY_STAGE}`, 'giu'),
  /不对|不是|错了|搞错了|记错了|说错了|更正|纠正|改一下|改成|改为|改到|推进|推到|移到|退到|退回|回到|应该|等等|等一下|而是|金额|日期|时间|客户|商机|折扣|阶段|预计|成交|下一步|拜访|到期|哦|额|联系|通话|打的|见的|聊的|是(?=\ue300)|刚才|刚刚|上一|最近|最后|[条次]|跟进|记录|备注|会议|电话|写错|弄错|填错|[吃聊打见谈去开](?=的|了?$)/gu,
  /(?<![a-z])(?:no|nope|wrong|not|quite|sorry|correction|actually|meant|mean|make|should|been|instead|amount|date|day|customer|deal|discount|stage|close|closing|due|next step|it's|rather|oh|oops|wait|change|move|moved|back|stage|off|last|latest|previous|one|entry|follow-?up|note|log|record|visit|call|meeting|about)(?![a-z])/giu,
];

/** "About Globex, not Acme": the tail says what was wrong. */
const DENIED = /(?<=\p{Co}.{0,10})[，,]? ?(?:而?不是|(?<![a-z])(?:and )?not(?![a-z])) ?\p{Co}[。.!！]?$/iu;

/** Says that the last thing on record is wrong, and is therefore nothing to put on record itself. */
export function isAboutAnError({ text }: Utterance): boolean {
  return RECORDED_WRONG.test(text.trim());
}

/** Which field of each command a corrected day means; ahead of today the first, else the second. */
const DAY_FIELDS: Partial<Record<CommandName, readonly [ahead: string, back?: string]>> = {
  'follow-up.log': ['nextOn', 'on'],
  'task.add': ['due', 'due'],
  'task.change': ['due', 'due'],
  'opportunity.open': ['closeOn', 'closeOn'],
  'opportunity.change': ['closeOn', 'closeOn'],
  'lead.convert': ['closeOn', 'closeOn'],
  'payment.add': ['', 'on'],
  'invoice.add': ['due', 'on'],
};
const TARGETS: Partial<Record<CommandName, string>> = {
  'follow-up.log': 'customer',
  'task.add': 'customer',
  'opportunity.open': 'customer',
  'opportunity.advance': 'opportunity',
  'opportunity.change': 'opportunity',
  'opportunity.discount': 'opportunity',
  'ticket.open': 'customer',
  'quote.add': 'customer',
  'contract.add': 'customer',
  'order.add': 'customer',
  'invoice.add': 'customer',
  'payment.add': 'customer',
};
/** What of each command a corrected sum means. */
const SUMS: Partial<Record<CommandName, string>> = {
  'opportunity.open': 'amount',
  'opportunity.change': 'amount',
  'lead.convert': 'amount',
  'quote.add': 'amount',
  'contract.add': 'amount',
  'order.add': 'amount',
  'invoice.add': 'amount',
  'payment.add': 'amount',
  'credit.set': 'limit',
};
/** Who else it should be. */
const PEOPLE: Partial<Record<CommandName, string>> = {
  'lead.assign': 'owner',
  'customer.give': 'owner',
  'opportunity.give': 'owner',
};
/** Whoever says what else somebody should do corrects nobody: Lucy King should call instead. */
const ONLY_PERSON = [
  pattern('{person}', 'giu'),
  /不对|不是|错了|(?:搞|记|说|弄|写|填)错了|更正|纠正|改一下|改成|改为|改给|应该|是|给|等等|等一下|而是|哦|额|负责人|分/gu,
  /(?<![a-z])(?:no|nope|wrong|not|quite|sorry|correction|actually|meant|mean|make|should|be|have|been|instead|it|it's|that|rather|oh|oops|wait|i|to|owner)(?![a-z])/giu,
];
const REACHED: ReadonlySet<CommandName> = new Set(['lead.add', 'contact.set', 'contact.change']);

/** "不对，金额应该是35万": the previous invocations with what was corrected; undefined when this corrects nothing. */
export function readCorrection(utterance: Utterance, previous: Reading | undefined): SpokenInvocation[] | undefined {
  const { text } = utterance;
  if (previous?.kind !== 'invocations' || !(CUE.test(text) || isAboutAnError(utterance))) {
    return undefined;
  }
  const hour = BARE_HOUR.exec(text);
  if (!hour && unclaimed(text, CLAIMS).length > 0) {
    return undefined;
  }
  const corrected = previous.invocations.map((each) => (hour ? anotherHour(each, hour) : correct(utterance, each)));
  const isChanged = corrected.some((each, index) => each !== previous.invocations[index]);
  return isChanged ? corrected : undefined;
}

function correct(utterance: Utterance, invocation: SpokenInvocation): SpokenInvocation {
  const { command } = invocation;
  const changes: Record<string, string> = {};
  // "not X but Y": the last one said is the right one, unless it is the one that is denied.
  const text = [...utterance.text.replace(DENIED, '')].reverse().join('');
  const money = firstSlot(utterance, 'money', text);
  const percent = firstSlot(utterance, 'percent', text);
  const day = firstSlot(utterance, 'day', text);
  const customer = firstSlot(utterance, 'customer', text);
  const stage = stageOf([...utterance.text.matchAll(new RegExp(ANY_STAGE, 'giu'))].at(-1)?.[0]);
  const target = TARGETS[command];
  const fields = DAY_FIELDS[command];
  const sum = command === 'opportunity.advance' && invocation.input.stage === 'won' ? 'amount' : SUMS[command];
  if (money && sum) {
    changes[sum] = money.text.trim();
  }
  Object.assign(changes, correctedPerson(utterance, command, text));
  if (percent && command === 'opportunity.discount') {
    changes.percent = `${percent.basisPoints / 100}%`;
  }
  if (stage && command === 'opportunity.advance') {
    changes.stage = stage;
  }
  if (customer && target) {
    changes[target] = customer.name;
  }
  if (day && fields) {
    Object.assign(
      changes,
      hourOfDay(day, invocation.input, fields) ?? correctedDay(utterance, day, { fields, input: invocation.input }),
    );
  }
  return Object.keys(changes).length > 0 ? { command, input: { ...invocation.input, ...changes } } : invocation;
}

/** "Make that 3pm" leaves the day it was said for: of what comes next where there is one, else of what happened. */
function hourOfDay(
  { future }: DaySlot,
  input: SpokenInvocation['input'],
  [field]: readonly [string, string?],
): Record<string, string> | undefined {
  if (future.time === undefined || !isHourAlone(future.text)) {
    return undefined;
  }
  if (field === 'nextOn') {
    const isOfNext = input.nextOn !== undefined && (input.nextAt !== undefined || input.at === undefined);
    return { [isOfNext ? 'nextAt' : 'at']: future.time };
  }
  const [day] = /^\d{4}-\d{2}-\d{2}/u.exec(input[field] ?? '') ?? [];
  return field === 'due' && day !== undefined ? { due: `${day} ${future.time}` } : undefined;
}

/** "Make it 4", of what has an hour already. */
const BARE_HOUR =
  /^(?:(?:no|nope|sorry|oops|actually|wrong)[, ]+)*(?:i (?:meant|mean) |(?:make (?:it|that)|it should be|should be) )?(?:at )?(?<hour>1?\d)(?::(?<minute>[0-5]\d))?[.!]*$/iu;

function anotherHour(invocation: SpokenInvocation, { groups }: RegExpExecArray): SpokenInvocation {
  const { command, input } = invocation;
  const hour = businessHour(Number(groups?.hour));
  const at = `${String(hour).padStart(2, '0')}:${groups?.minute ?? '00'}`;
  const field = ['nextAt', 'at', 'due'].find((each) => /\d\d:\d\d$/u.test(input[each] ?? ''));
  return field === undefined
    ? invocation
    : { command, input: { ...input, [field]: input[field]?.replace(/\d\d:\d\d$/u, at) ?? at } };
}

function correctedPerson(utterance: Utterance, command: CommandName, text: string): Record<string, string> {
  const owner = PEOPLE[command];
  const isOnlyHim = unclaimed(utterance.text, ONLY_PERSON).length === 0;
  const to = owner && isOnlyHim ? firstSlot(utterance, 'person', text)?.name : undefined;
  const [phone, email] = REACHED.has(command)
    ? [firstSlot(utterance, 'phone', text)?.text, firstSlot(utterance, 'email', text)?.text]
    : [];
  return { ...(owner && to ? { [owner]: to } : {}), ...(phone ? { phone } : {}), ...(email ? { email } : {}) };
}

/** Where the hour of a day is kept beside it. */
const HOURS: Record<string, string> = { nextOn: 'nextAt', on: 'at' };

const WEEKDAY_ALONE =
  /^(?:周|星期|礼拜)[一二三四五六日天]|^(?:on )?(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?(?![a-z])/iu;

/** 下周三, 不对，是周四: only the day of the week was wrong. */
function inTheWeekOf(before: string | undefined, day: string): string {
  const [wrong] = /^\d{4}-\d{2}-\d{2}/u.exec(before ?? '') ?? [];
  const right = Temporal.PlainDate.from(day);
  const there = wrong
    ? Temporal.PlainDate.from(wrong).add({ days: right.dayOfWeek - Temporal.PlainDate.from(wrong).dayOfWeek })
    : right;
  return Temporal.PlainDate.compare(there, right) > 0 ? there.toString() : day;
}

function correctedDay(
  { today }: Utterance,
  { past, future }: NonNullable<ReturnType<typeof firstSlot<'day'>>>,
  { fields: [ahead, back], input }: { fields: readonly [string, string?]; input: SpokenInvocation['input'] },
): Record<string, string> {
  const isBack = back !== undefined && back !== ahead && past.from <= today && (ahead === '' || future.from <= today);
  const span = isBack ? past : future;
  const said = dayOfSpan(span, isBack ? 'past' : 'future');
  const field = isBack ? back : ahead;
  if (said === undefined || field === '') {
    return {};
  }
  const day = WEEKDAY_ALONE.test(span.text) ? inTheWeekOf(input[field], said) : said;
  const hour = ahead === 'nextOn' ? HOURS[field] : undefined;
  return span.time && hour
    ? { [field]: day, [hour]: span.time }
    : { [field]: span.time && field === 'due' ? `${day} ${span.time}` : day };
}
