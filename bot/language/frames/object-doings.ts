import { addDays } from '../../../core/days.ts';
import type { Entity, Field } from '../../../core/questions/catalogue/entity.ts';
import { isOwnKey, type OwnKey, toOwnKey } from '../../../core/questions/catalogue/own-keys.ts';
import { type Question, toQuestion } from '../../../core/questions/question.ts';
import { mayBeDone } from '../doings-cue.ts';
import type { SpokenInvocation } from '../reading.ts';
import { firstSlot, type Utterance, wordsOf } from '../utterance.ts';
import { followUpFrame } from './follow-ups.ts';
import {
  type Candidate,
  eitherOf,
  type Frame,
  filled,
  isAsking,
  nameIn,
  pattern,
  plainly,
  tight,
  trimmed,
  withoutCourtesy,
} from './frame.ts';

type Doing = { type: string; entity: Entity; verbs: string[]; split: (readonly [string, string])[] };

/** What is a contact wherever it is said: 拜访 and visited are logged, whatever kind has a day of that name. */
const CONTACT = /拜访|走访|联系|电话|会议|visit|call|met|meeting|contact/iu;
const HAN_PAIR = /^\p{Script=Han}{2}$/u;
/** 买的, 买车, 装的: the doing itself. */
const stemOf = (word: string) => word.replace(/(?<=\p{Script=Han})(?:的|车|了|日期|时间)$/u, '');

/** What is done with each of the company's own kinds, in the words its days are declared with. */
function doingsOf({ catalogue }: Utterance): Doing[] {
  return Object.entries(catalogue).flatMap(([key, entity]) => {
    if (!isOwnKey(key)) {
      return [];
    }
    const words = entity.fields.flatMap(dayWords).filter((word) => !CONTACT.test(word));
    const kind = [entity.one.zh, ...entity.synonyms.zh].filter((word) => HAN_PAIR.test(word) && word.startsWith('带'));
    const split = [...words, ...kind].flatMap((word) => {
      const [first = '', second = ''] = word;
      return HAN_PAIR.test(word) && first === '带' ? [[first, second] as const] : [];
    });
    const verbs = words.map(stemOf).filter((word) => !split.some((pair) => pair.join('') === word));
    return [{ type: key.slice(toOwnKey('').length), entity, verbs, split }];
  });
}

const dayWords = ({ type, key, synonyms }: Field) =>
  type === 'day' && key.startsWith('own.') ? [...synonyms.zh, ...synonyms.en] : [];

const COUNT = '(?:\\d{1,4}|[一二两三四五六七八九十]{1,3})(?:台|套|辆|部|个|组|条|件|只)';

/**
 * 霁川化工装了3台采集器，去年8月装的; 带王丽看了翡翠湾3栋1201; Ann bought an Audi A4 in June 2025: put on record by what the
 * company's own kinds are declared with (R22), and what came of it is told as well.
 */
export const objectDoneFrame: Frame = (utterance): Candidate | undefined => {
  if (!mayBeDone(utterance.said) || isAsking(utterance.text)) {
    return undefined;
  }
  const text = tight(trimmed(withoutCourtesy(utterance.text)));
  const [read, another] = doingsOf(utterance).flatMap(
    (doing) => readShown(utterance, text, doing) ?? readHas(utterance, text, doing) ?? [],
  );
  return read && another ? { ...read, invocations: read.invocations.map(withoutKind) } : read;
};

/** Two kinds may be bought: which it is is asked. */
function withoutKind({ command, input }: SpokenInvocation): SpokenInvocation {
  const { type: _, ...rest } = input;
  return command === 'object.add' ? { command, input: rest } : { command, input };
}

const eitherVerb = (verbs: readonly string[], kind: RegExp) =>
  verbs
    .filter((verb) => kind.test(verb))
    .map(plainly)
    .join('|');

/** With the customer there: 今天带王丽看了…, showed Ann Parker … today. */
function readShown(utterance: Utterance, text: string, { entity, split, verbs }: Doing): Candidate | undefined {
  const zh = split.map(([first, second]) =>
    `${first}(?:着|了)?(?<customer>CUSTOMER)(?:去|来|又)?(?:SECOND)`.replace('SECOND', `${second}|看房`),
  );
  const showed = eitherVerb(verbs, /^show/iu);
  const forms = [
    ...zh.map((form) => `^(?<day>{day})?(?:我)?(?:又|刚|刚刚|刚才)?${form}(?<done>[了过])?(?:一下)?(?<rest>.*)$`),
    ...(showed
      ? [`^(?:i |we |just )*(?<done>${showed}) (?<customer>CUSTOMER)(?: (?:around|the|unit))*,? ?(?<rest>.*)$`]
      : []),
  ];
  for (const form of forms) {
    const {
      customer: who,
      done,
      rest = '',
      day = '',
    } = pattern(form.replace('CUSTOMER', '{customer}')).exec(text)?.groups ?? {};
    const customer = nameIn(utterance, who);
    if (customer === undefined || who === undefined) {
      continue;
    }
    const [head = '', ...tail] = rest.split(/[，,。；;]/u);
    return done
      ? shown(utterance, { entity, customer, who, head: `${head} ${day}`, tail: tail.join('，') })
      : planned(utterance, { who, text });
  }
  return undefined;
}

type Shown = { entity: Entity; customer: string; who: string; head: string; tail: string };

/** What was shown is one record; what they said and what comes next is another. */
function shown(utterance: Utterance, { entity, customer, who, head, tail }: Shown): Candidate | undefined {
  const locale = /\p{Script=Han}/u.test(utterance.said) ? 'zh' : 'en';
  const { visited, today } = { zh: { visited: '拜访了', today: '今天' }, en: { visited: 'visited ', today: 'today' } }[
    locale
  ];
  const name = trimmed(wordsOf(utterance, head)) + (firstSlot(utterance, 'day', head) ? '' : ` ${today}`);
  const kept: SpokenInvocation = { command: 'object.add', input: { type: entity.one[locale], customer, name } };
  // One who is no customer yet has no records of his own: what was done with him is logged.
  const isLead = firstSlot(utterance, 'customer', who)?.kind === 'lead';
  const [log] =
    trimmed(tail) || isLead
      ? (followUpFrame({ ...utterance, text: `${visited}${who}，${tail}` })?.invocations ?? [])
      : [];
  const next = log?.input.nextOn ? {} : nextIn(utterance, tail);
  return {
    invocations: [
      ...(isLead ? [] : [kept]),
      ...(log ? [{ ...log, input: { ...log.input, ...next, note: utterance.said } }] : []),
    ],
    confidence: 1,
  };
}

/** Second viewing on Saturday: what comes next, by its day alone. */
function nextIn(utterance: Utterance, tail: string): Record<string, string> {
  const last = tail.split('，').at(-1) ?? '';
  const day = firstSlot(utterance, 'day', last)?.future;
  const nextStep = trimmed(wordsOf(utterance, last.replace(pattern('(?:on |at )?{day}'), ' ')));
  return day && day.from > utterance.today && nextStep ? { nextStep, nextOn: day.from } : {};
}

/** 带王丽看房，明天下午两点，翡翠湾3栋: nothing has been shown yet, so it is something to be done. */
function planned(utterance: Utterance, { who, text }: { who: string; text: string }): Candidate | undefined {
  const day = firstSlot(utterance, 'day', text)?.future;
  if (!day || day.to <= utterance.today) {
    return undefined;
  }
  const title = trimmed(
    wordsOf(utterance, text.replace(pattern('{day}', 'gu'), ' ')).replace(/(?:\s*[，,]\s*)+/gu, '，'),
  );
  const due = day.time ? `${day.from} ${day.time}` : day.from;
  const customer = firstSlot(utterance, 'customer', who)?.name;
  return { invocations: [{ command: 'task.add', input: filled({ title, due, customer }) }], confidence: 1 };
}

/** They have it now: 装了3台采集器，去年8月装的; 奥迪A4 沪A12345 2025年6月1日买的. Said with its day or its count, for 买了 is said of much. */
function readHas(utterance: Utterance, text: string, { type, verbs }: Doing): Candidate | undefined {
  const zh = eitherVerb(verbs, /^\p{Script=Han}/u);
  const en = eitherVerb(verbs, /^[a-z]/iu);
  const forms = [
    ...(zh
      ? [
          `^(?<customer>{customer})(?:那边|家|厂里)?(?:新|刚|又|也)*(?:${zh})(?:了|过)(?<rest>(?:${COUNT}.{1,60}|.{1,60}{day}(?:${zh}).{0,12}))$`,
          `^(?<customer>{customer})(?:的|有)?[，,: ]*(?<rest>.{1,60}{day}(?:${zh})(?:的|了)?)$`,
        ]
      : []),
    ...(en ? [`^(?<customer>{customer}) (?:has |have |had |just )*(?:${en}) (?<rest>.{2,60}{day}.{0,40})$`] : []),
  ];
  for (const form of forms) {
    const { customer: who, rest = '' } = pattern(form).exec(text)?.groups ?? {};
    const customer = nameIn(utterance, who);
    const name = trimmed(wordsOf(utterance, rest.replace(/^(?:an?|the) /iu, '')));
    if (customer && name) {
      return { invocations: [{ command: 'object.add', input: { type, customer, name } }], confidence: 0.9 };
    }
  }
  return undefined;
}

const SOON = 30;
/** 快到保养了, due for maintenance: what the rules of the kind ask for. */
const DUE_ZH =
  '(?:快|马上|就|即将)?(?:{day})?(?:都)?(?:该|要|需要?|得|快?到|可以)+(?:做|去)?(?:保养|维护|检修|年检|年审|检测|回访|检查|校准|续费|续签|服务|维保|提醒)(?:了|期|时间)*(?:的)?';
const DUE_EN =
  '(?:(?:is|are|that are|be) )?(?:due|up|ready|coming up)(?: (?:for|to have)(?: an?| its| their)? [a-z ]{3,24}?)?|needs? (?:an? )?(?:service|servicing|maintenance|check|inspection|renewal|a call)';
/** 哪些车快到保养了; which vehicles are due for maintenance this month. */
export const objectDueFrame: Frame = (utterance): Candidate | undefined => {
  const [said, another] = utterance.slots.object;
  const [type] = said?.keys ?? [];
  if (!said || !type || (another && !said.text.includes(another.text))) {
    return undefined;
  }
  const word = eitherOf(utterance.slots.object);
  const text = tight(trimmed(withoutCourtesy(utterance.text)));
  const groups = [
    `^(?:{day})?(?:我的|我们)?(?:有)?(?:哪些|哪几[辆台个套]|什么|几[辆台])?(?:客户的?)?(?:${word})(?:{day})?${DUE_ZH}(?:有哪些|呢)?$`,
    `^(?:{day})?(?:哪些|哪几个|谁|有哪些)?(?:客户)?(?:的)?(?:{day})?${DUE_ZH}(?:的)?(?:${word})(?:有哪些|列表)?$`,
    `^(?:show(?: me)? |list |which |what )?(?:of )?(?:my |our |the )?(?:${word})s? (?:${DUE_EN})(?: (?:by|in|on|within))?(?: ?{day}| soon)?$`,
  ].some((form) => pattern(form).test(text));
  if (!groups) {
    return undefined;
  }
  const day = firstSlot(utterance, 'day', text)?.future;
  const due = day ? addDays(day.to, -1) : addDays(utterance.today, SOON);
  return { invocations: [{ command: 'object.list', input: { type, due } }], confidence: 1 };
};

const ENDS_ZH = '(?:过保|出保|脱保|(?:质保|保修)(?:要)?到期|到期|过期)';
const SOON_ZH = '(?:快|马上|即将|就要|要)(?:要|快)?';
const ENDS_EN =
  '(?:(?:going |running )?out of warranty soon|soon out of warranty|about to (?:expire|(?:go|run|be) out of warranty)|expiring soon|(?:with |whose )?(?:a )?warrant(?:y|ies) (?:is |are )?(?:ending|expiring|running out|ends|expires)(?: soon)?)';

/** 哪些设备快过保了: those that a day of theirs says end within a month. */
export function readEnding(utterance: Utterance, entity: Entity, key: OwnKey): Question | undefined {
  const field = entity.fields.find(
    (each) =>
      each.type === 'day' &&
      each.key.startsWith('own.') &&
      /到期|截止|until|expir|end|due|renew/iu.test(`${each.name.zh} ${each.name.en}`),
  );
  const word = eitherOf(utterance.slots.object);
  const text = tight(trimmed(withoutCourtesy(utterance.text)));
  const isSaid = [
    `^(?:我的|我们)?(?:有)?(?:哪些|哪几[台辆个套]|什么)?(?:客户的?)?(?:${word})的?(?:质保|保修)?${SOON_ZH}${ENDS_ZH}(?:了|的)*(?:有哪些)?$`,
    `^(?:有)?(?:哪些)?(?:客户的?)?${SOON_ZH}${ENDS_ZH}(?:了)?的(?:${word})(?:有哪些|列表)?$`,
    `^(?:show(?: me)? |list |which |what )?(?:my |our |the )?(?:${word})s? (?:are |is |that are )?${ENDS_EN}$`,
  ].some((form) => pattern(form).test(text));
  return field && isSaid
    ? toQuestion({
        entity: key,
        time: {
          field: field.key,
          range: { kind: 'absolute', from: utterance.today, to: addDays(utterance.today, SOON + 1) },
        },
      })
    : undefined;
}
