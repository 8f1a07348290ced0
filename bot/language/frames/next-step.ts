import { addDays } from '../../../core/days.ts';
import { CHINESE_TITLES } from '../../../core/names/index.ts';
import { dayOfSpan } from '../days.ts';
import type { SpokenInvocation } from '../reading.ts';
import { type DaySlot, firstSlot, type Utterance, wordsOf } from '../utterance.ts';
import { filled, pattern, tight, trimmed } from './frame.ts';

/** What is to be done next, its day, and the hour, HH:MM, where one was said. */
export type NextStep = { text: string; on?: string; at?: string };

/** As the fields of what is logged have it. */
export const nextFields = (step: NextStep | undefined): Record<string, string> =>
  filled({ nextStep: step?.text, nextOn: step?.on, nextAt: step?.at });

/** Somebody else's plans are news, not our next step. */
const THEIRS =
  /^(?:但是?|不过|因为|所以|而且)?(?:预算|流程|决策|决定|决议|董事会|评审|项目|审批|款项?|付款|招标|他们?|她们?|对方|客户|人家|那边|答应|承诺|表示|同意|说|甲方|领导|老板|采购|财务|法务|预计|估计|可能|据说|\p{Script=Han}{0,3}(?:总|经理|主任|工|老师|总监|院长|处长|科长))(?!的)|^(?:(?:but|because|so|and) )?(?:they|he|she|it|the(?:ir)?|customer|client|their|budget|legal|procurement|expected|maybe|probably|might|who)(?![a-z])/iu;

const OURS =
  /^(?:下一步|下步|后续|接下来|回头|之后|随后|然后|待办)[:：，,]?(?:是|要|需要?|计划)?|(?<![a-z])(?:next steps?(?: is| are)?(?: to)?|to-?do|action(?: item)?s?)[:：]? /iu;

const WILL =
  /^(?:and |then |so )*(?:(?:i|we)(?:'ll| will| am going to| are going to|'m going to|'re going to| need to| have to| should| plan to| promised to| must)|i'm|we're|will|going to|need to|needs? to|plan(?:ning)? to|promised to|have to|must|to)(?![a-z]) ?/iu;
/** We deliver by May 25: of a day to come it is what will be done. */
const WE =
  /^(?:and )?(?:i|we) (?=(?:deliver|send|visit|call|install|train|ship|present|quote|submit|meet|bring|test|start|sign|review)(?![a-z]))/iu;
const ZH_WILL =
  /^(?:然后|并且?|同时|所以|那)?(?:我方|我司|我们?|咱们?|自己)?(?:让我们?|计划|打算|准备(?= )|约好?了?|约定|需要|要|会|得|应该| )*(?=.)/u;
const WANT = pattern(
  `^(?:and )?(?:we owe (?:them|him|her)|(?:they|he|she|{customer}|(?=wants))(?:'d like| ?want(?:s|ed)?| asked for| ask(?:s)? for| request(?:s|ed)?| need(?:s|ed)?| would like))(?: to (?:have|see|get))? (?:an? |another |the |our |us to )?(.+)$`,
);

const VERBS =
  'send|call|email|mail|follow|schedule|prepare|share|book|arrange|visit|meet|deliver|submit|sign|get|check|review|present|demo|quote|confirm|draft|set|bring|ship|finalize|finalise|finish|update|provide|return|reply|revisit|come|go|invite|introduce|talk|discuss|write|make|do|give|show|test|install|propose|negotiate|ping|message|text|drop|close|hand|forward|circle|touch|speak|chat|present|start|try|ring|phone|organize|organise|complete|train'.split(
    '|',
  );

/** "sending" → "send"; other words stay. */
function plainVerb(word: string): string | undefined {
  const said = word.toLowerCase();
  const stems = [said, said.replace(/ing$/, ''), said.replace(/ing$/, 'e'), said.replace(/(.)\1ing$/, '$1')];
  return stems.find((stem) => VERBS.includes(stem));
}

/** The clauses of a sentence, slots and words as they are. */
export function clausesOf(text: string): string[] {
  return text
    .split(
      /[，,。；;！!？?\n]+|(?<=[\p{Script=Han}\ue000-\ue9ff]{4,}) (?=[\p{Script=Han}\ue300-\ue3ff]*\p{Script=Han})|(?<!\b(?:mr|ms|mrs|dr|inc|ltd|co|corp|no|st))\.(?=\s|$)|(?<!(?<![a-z])(?:is|are|was|were|am|be|been|about|for|of|by|with|in|on|after|before|start|started|keep|stop|from|to|not|i'm|we're|they're|he's|she's)) (?=(?:sending|e-?mailing|calling|following up|getting back|checking back|going back|preparing|scheduling|quoting|drafting|sharing)(?![a-z])[^,.;]*[\ue300-\ue3ff])|\s[-–—]\s|(?<=[\ue300-\ue3ff][^,.;]{0,40})\s+(?=and (?:[a-z]+ ){1,6}[\ue300-\ue3ff])|\s+(?=(?:and|then|but)\s+(?:then\s+)?(?:i|we|he|she|they|i'll|we'll|will|need to|to send|send|schedule|follow|they|remind|move|add|create|open|the next step|next step)(?![a-z]))/iu,
    )
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
}

/** Our own next steps among the clauses that follow the report: the first that is one, and whatever else has a day of its own. */
export function findNextSteps(utterance: Utterance, clauses: readonly string[]): NextStep[] {
  const steps = clauses.flatMap((clause, index) => {
    const step = readStep(utterance, clause);
    return step ? [withObject(step, clauses[index - 1])] : [];
  });
  return steps.filter(
    ({ text, on }, index) =>
      index === 0 || (on !== undefined && steps.findIndex((each) => each.text === text) === index),
  );
}

/** 要测算表，明天给; they want two trial units, ship Thursday: what is to be given was said before. */
function withObject(step: NextStep, before = ''): NextStep {
  const { verb, way = '' } = GIVEN_ZH.exec(step.text)?.groups ?? {};
  const wanted = verb && WANTED_BEFORE.exec(before)?.[1];
  if (wanted) {
    return { ...step, text: `${verb}${wanted}${way}` };
  }
  const { given } = GIVEN_EN.exec(step.text)?.groups ?? {};
  const object = given && WANTED_BEFORE_EN.exec(before)?.[1];
  return object ? { ...step, text: `${given} ${object}` } : step;
}

const GIVEN_ZH = /^(?<verb>[给发送寄交带拿补回])(?<way>过去|过来|出去)?$/u;
const WANTED_BEFORE =
  /(?:想?要|需要|索要)(?:一?[份个张套台批])?((?:[两三四五六七八九十几\d]{1,3}[份个张套台批])?\p{Script=Han}{2,12})$/u;
const GIVEN_EN = /^(?<given>send|ship|deliver|bring|e-?mail|mail)(?: (?:it|them|those|that))?$/iu;
const WANTED_BEFORE_EN =
  /(?<![a-z])(?:wants?|wanted|needs?|needed|asks? for|asked for|(?:would|'d) like) ((?!to |us |me )[\p{L}\d][^,.;!?]{2,40})$/iu;

/** A year ahead of the day that was meant, which is over: 4月10号的报告 in May. */
const isOver = ({ past, future }: DaySlot, today: string): boolean =>
  past.from <= today && past.from > addDays(today, -LATELY_DAYS) && future.from > addDays(today, FAR_DAYS);
const LATELY_DAYS = 120;
const FAR_DAYS = 240;

/** 4月10号的巡检报告, "the report of April 10": which one it is, and not when something is due. */
const OF_A_DAY = pattern(
  '{day}(?:那天|当天)?的(?!时候)|^(?:the |their |his |her |our )?[a-z]+(?: [a-z]+)? (?:of|from|dated) {day}|{day} (?:report|invoice|order|delivery|quote|meeting|visit|price)',
);

/** 等下半年再说: it is put off, and they are asked again when the time has come. */
const PUT_OFF = pattern(
  `^(?:项目|先|暂停|那就|就|说|得|要|对方|客户|他们?|她们?|领导|那边|[，,])*(?:等到?|到|放到|推到|拖到)?{day}(?:以后|之后|后|开始|初)?(?:再|才)(?:说|看|议|定|谈|考虑|启动|推进)(?:吧|了)?$|^(?:and |but |so |then )?(?:(?:let's|we'll|we will|i'll|to|we can|will) )*(?:talk|look|check|speak|revisit|pick (?:it|this) up|get back|come back)(?: (?:it|this|to it|at it|to (?:us|them)))*(?: again)?(?: in| after)? {day}$|^(?:and |but )?(?:(?:it|this|they|project|the project) )?(?:(?:is|are|has to|have to|will) )?(?:on hold|wait|waiting|paused|postponed|parked|not) (?:until |till |before )?{day}$`,
);

function putOff(utterance: Utterance, clause: string): NextStep | undefined {
  const day = PUT_OFF.test(tight(trimmed(clause))) ? firstSlot(utterance, 'day', clause)?.future : undefined;
  const isLong = day !== undefined && day.grain !== 'day';
  const on = isLong ? (day.from > utterance.today ? day.from : dayOfSpan(day, 'future')) : day?.from;
  return on !== undefined && on > utterance.today
    ? { text: AGAIN[/\p{Script=Han}/u.test(clause) ? 'zh' : 'en'], on }
    : undefined;
}

/** What they are to be asked when they have put us off. */
export const AGAIN = { zh: '再联系', en: 'call back' } as const;

/** 得等到六月初才能批: it is theirs to come. */
const WAITED_FOR = pattern('等到?{day}[^，,。]{0,8}才');

const isAhead = (day: DaySlot['future'], today: string): boolean =>
  day.from > today || (day.to > today && (day.grain !== 'day' || day.bound === 'by' || day.time !== undefined));

function readStep(utterance: Utterance, clause: string): NextStep | undefined {
  const said = firstSlot(utterance, 'day', clause);
  const later = putOff(utterance, clause);
  if (later || (said && (isOver(said, utterance.today) || OF_A_DAY.test(clause)))) {
    return later;
  }
  const day = said?.future;
  if (day !== undefined && (!isAhead(day, utterance.today) || WAITED_FOR.test(clause))) {
    return undefined;
  }
  const isExplicit = OURS.test(clause);
  const bare = trimmed(
    clause
      .replace(pattern('(?:在|于|到)?{day}(?:的时候)?|(?:(?<![a-z])(?:on|by|at) )?{day}', 'giu'), ' ')
      .replace(/\s+/g, ' '),
  );
  const isBy = day !== undefined && (day.bound === 'by' || /^by /iu.test(day.text));
  const thing = day && !isBy ? THING.exec(bare)?.groups?.thing : undefined;
  const text = thing ?? stepText(bare, isExplicit, day !== undefined);
  if (text === undefined) {
    return undefined;
  }
  const words = wordsOf(utterance, text.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, ''));
  const on = day && dayOfSpan(day, 'future');
  return words === ''
    ? undefined
    : { text: words, ...(on ? { on } : {}), ...(on && day?.time ? { at: day.time } : {}) };
}

/** 他让我带报价过去, he asked us to send samples: told by them, to be done by us. */
const ASKED = pattern(
  '^(?:and |but )?(?:he|she|they|{customer}|\\p{Lu}[\\p{L}.]+(?: \\p{Lu}[\\p{L}.]+)?) (?:wants|wanted|asked|asks|told|needs|expects) (?:me|us) to ((?!wait|hold|stop|not )[a-z]+ .+|call|ring|phone)$',
);
/** Somebody of theirs. */
const THEY_ZH = `(?:{customer}(?:的?\\p{Script=Han}{1,3}(?:${CHINESE_TITLES}))?|[他她]们?|对方|客户|人家|那边|\\p{Script=Han}{1,3}(?:${CHINESE_TITLES}))`;
const ASKED_ZH = pattern(
  `^${THEY_ZH}?(?:[要请叫让催]|要求|希望)(?:我们?|咱们?)(?!等|再(?:联系|打|聊|谈|说|约|来|找|过来)|别|不|先?放|觉得|们|[很太])([^，,。]{2,})$`,
);
/** 王总让6月10号前报价: said to us, though we are not named. */
const ASKED_PLAINLY_ZH = pattern(
  `^${THEY_ZH}?(?:[要请叫让催]|要求|希望)((?:尽快|再|先)?(?:报价|报个价|出(?:个|一)?|给|发|寄|送|提供|提交|交(?!付|货)|做|准备|安排|回复|答复|带)[^，,。]*)$`,
);
/** 想要看到样品, 希望拿到方案: what they want to have of us. */
const WANT_ZH = pattern(`^${THEY_ZH}(?:想要?|希望|要求?) ?(?:能|可以|就)?(?:看到?|收到|拿到|见到) ?([^，,。]{2,})$`);

function stepText(bare: string, isExplicit: boolean, hasDay: boolean): string | undefined {
  const asked = hasDay ? askedOfUs(bare) : undefined;
  if (asked !== undefined) {
    return asked;
  }
  const wanted = WANT.exec(bare)?.[1];
  if (wanted !== undefined) {
    return hasDay ? wanted : undefined;
  }
  const own = trimmed(bare.replace(OURS, ''));
  if (!isExplicit && THEIRS.test(bare)) {
    return undefined;
  }
  return /\p{Script=Han}/u.test(own) ? chineseStep(own, isExplicit || hasDay) : englishStep(own, isExplicit, hasDay);
}

/** What somebody of theirs would have us do, or have of us. */
export function askedOfUs(bare: string): string | undefined {
  const said = tight(bare).replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');
  const asked =
    ASKED.exec(bare)?.[1] ?? ASKED_ZH.exec(said)?.[1] ?? ASKED_PLAINLY_ZH.exec(said)?.[1] ?? WANT_ZH.exec(said)?.[1];
  return asked === undefined || /[了过]$/u.test(asked) ? undefined : asked;
}

function chineseStep(own: string, isStep: boolean): string | undefined {
  const text = own
    .replace(ZH_WILL, '')
    .replace(/^才(?:能|会|可以)/u, '')
    .replace(/(?:吧|哦|哈|即可)$/u, '');
  const isPast = /[了过](?:$|[，,])|已经|没有|[是在]$/u.test(text);
  const isPromise = /^(?:回头|稍后|尽快|马上)/u.test(own);
  return (isStep || isPromise) && !isPast && !THEIRS.test(text) && !ARRIVES.test(text) && text.length > 0
    ? text
    : undefined;
}

/** 周五到: what was sent comes by itself. */
const ARRIVES = /^(?:能|会|应该|就|可以)*(?:送|运|寄)?到(?:货|达|手|那边|他们那)?$/u;

function englishStep(own: string, isExplicit: boolean, hasDay: boolean): string | undefined {
  const will = (WILL.exec(own) ?? (hasDay ? WE.exec(own) : null))?.[0];
  const text = trimmed(own.slice(will?.length ?? 0).replace(/^(?:then|also|and) /iu, ''));
  const [first = '', ...rest] = text.split(' ');
  const verb = plainVerb(first);
  const isOurs =
    isExplicit ||
    (hasDay && /^[\p{L} ]{3,30} (?:goes|going|to go) out$/iu.test(text)) ||
    will !== undefined ||
    (hasDay && verb !== undefined);
  return isOurs && text !== '' ? [verb ?? first, ...rest].join(' ') : undefined;
}

/** Contract tomorrow, next visit on Friday: what a seller brings or holds, said without its verb; what there is to be by a day may be theirs. */
const THING =
  /^(?:and )?(?:(?:the|an?) )?(?<thing>(?:(?:the|an?|our|next|another|new|revised|final|signed|formal|second|first|follow-?up|site) )*(?:contract|quote|quotation|proposal|visit|meeting|call|demo|samples?|offer|pricing|prices|price list|drawings?|draft|workshop|training|presentation|review|follow-?up|order form|nda|lunch)(?: (?:with|for|to|on|about) .+)?)$/iu;

/** What else was promised beside the next step, each with its own day. */
export const asTask = ({ text, on, at }: NextStep, customer: string): SpokenInvocation => ({
  command: 'task.add',
  input: filled({ title: text, due: at ? `${on} ${at}` : on, customer }),
});
