import { addDays } from '../../../core/days.ts';
import { isAboutAnError } from '../corrections.ts';
import { dayOfSpan } from '../days.ts';
import type { SpokenInvocation } from '../reading.ts';
import { type DaySlot, firstSlot, type Utterance, wordsOf } from '../utterance.ts';
import { isArranged } from './arranged.ts';
import { type Contact, findContact, hasHappened, isFinished, isWished } from './contact-words.ts';
import { type Candidate, type Frame, filled, isAsking, pattern, trimmed, withoutCourtesy } from './frame.ts';
import { hourAlone } from './hour-alone.ts';
import { AGAIN, asTask, clausesOf, findNextSteps, type NextStep, nextFields } from './next-step.ts';
import { isReplyTime } from './reply-times.ts';
import { storiesOf } from './stories.ts';
import { whom } from './whom.ts';

const HEADER =
  /^(?:拜访|电话|会议|沟通|跟进)记录(?=[:：])|^(?:记一下|记一笔|记录一下|(?:记录?|录|写|加|添加|补|新建|新增)(?:个|一个|一条|条|一下|一次|了)*(?:跟进|拜访|电话|会议|沟通|邮件|备注|记录|微信)(?:记录)?|备注(?:一下)?|跟进(?:记录)?[\ue000-\ue0ff]?(?=[:：]))|^(?:(?:log|record|add|write down|make)(?: an?| the)* (?:new )?(?:follow[- ]?up|visit|call|phone call|meeting|email|message|note)|note(?: on| for| about|:)|log(?: that| this)?:?)(?![a-z])/iu;

/** Hoped for, called off or dreamt of. */
const UNREAL =
  /如果|要是|假如|本来|原计划|原本|取消|改期|差点|梦|不去|(?<![a-z])(?:(?<!(?:ask(?:s|ed|ing)?|know|see|sure|wonder(?:s|ed|ing)?|check)(?: us| me)?(?: [\ue300-\ue3ff])? )if|supposed to|cancel(?:led|ed)?|postponed|almost|nearly|was going to|were going to|forgot)(?![a-z])/iu;

/** What a colleague did is his to log. */
const THEIR_DOING = pattern('^(?:{day}|[，,\\s])*(?:{person}|[他她]们?(?!的)|(?:he|she|they)(?![a-z]))', 'iu');

/** "A deal called X" is no call. */
const CREATES =
  /^log (?:an? |the )?(?:new )?(?:[\ue400-\ue4ff] )?(?:opportunity|deal|lead|task|customer)(?![a-z])|^(?:create|open|start|set up|register|new|add)(?![a-z])(?!.{0,6}(?:note|follow|visit|call|meeting|email|message))/iu;

const NUMBER_TOLD = pattern('(?:联系)?(?:电话|手机)(?:号码?)?(?:是|[:： ])*({phone})', 'gu');

/** Who has another number was not called. */
const NUMBER_CHANGED =
  /(?:换|改|变)(?:了|过)?(?:个|一个)?新?的?(?:联系)?(?:电话|手机)(?:号码?)?|(?:电话|手机)(?:号码?)?(?:又|已经?)?(?:换|变)(?=了)|(?<![a-z])(?:new|another|changed (?:his|her|their)) (?:phone|number)(?: number)?(?![a-z])/giu;

/** 今天拜访了…, Visited … today, log a call with …: what happened, and what comes next, with each customer it is told of. */
export const followUpFrame: Frame = (utterance) => {
  const stories = storiesOf(utterance, withoutCourtesy(utterance.text));
  const read = stories.map(storyFrame);
  const told = read.filter((each): each is Candidate => each !== undefined);
  // One whose day its form would ask for is kept with the others, in the words of all of them.
  const isAsked = told.some(({ invocations }) => invocations.some(({ input }) => input.on && !ISO_DAY.test(input.on)));
  if (told.length < 2 || told.length < stories.length || isAsked) {
    return storyFrame(utterance);
  }
  let on: string | undefined;
  const invocations = told.flatMap((each, at) =>
    each.invocations.map(({ command, input: { on: own, ...input } }) => {
      if (command !== 'follow-up.log') {
        return { command, input };
      }
      on = stories[at]?.isDated || on === undefined ? own : on;
      return { command, input: filled({ ...input, on }) };
    }),
  );
  return { invocations, confidence: Math.min(...told.map(({ confidence }) => confidence)) };
};

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

const storyFrame: Frame = (utterance) => {
  // 电话135… is a number that was told, and no call that was made.
  const text = withoutCourtesy(utterance.text).replace(NUMBER_TOLD, '$1').replace(NUMBER_CHANGED, '换号');
  if (CREATES.test(text) || UNREAL.test(text) || isAboutAnError(utterance)) {
    return undefined;
  }
  const clauses = clausesOf(text);
  const at = clauses.findIndex((each) => findContact(each) !== undefined && !isArranged(utterance, each));
  const clause = clauses[at];
  const isHeaded = HEADER.test(text);
  const said = clause === undefined ? undefined : findContact(clause);
  const contact =
    said?.kind === 'note' && isHeaded ? { ...said, kind: kindLater(clauses.slice(at + 1)) ?? said.kind } : said;
  if (
    clause === undefined ||
    !contact ||
    (!isHeaded && isAsking(text)) ||
    isWished(clause, contact) ||
    OURS_ASK.test(clause)
  ) {
    return undefined;
  }
  const named = whom(utterance, text, clause, contact);
  // 让我们下个月再联系: whose words they were is asked.
  const names = named.length === 0 && LATER.test(clause) ? [''] : named;
  const confidence = trust(utterance, clauses, clause, contact, isHeaded);
  if (names.length === 0 || confidence === 0) {
    return undefined;
  }
  const [next, ...others] = stepsOf(utterance, clauses, at);
  const input = filled({
    kind: contact.kind,
    note: utterance.said,
    ...dayOfContact(utterance, isHeaded ? clauses : clauses.slice(0, at + 1), contact),
    ...dayAhead(utterance, clause, contact),
    ...nextFields(next),
  });
  const isTheirs =
    !isHeaded && (THEIR_DOING.test(clause.slice(0, contact.index)) || isReplyTime(trimmed(wordsOf(utterance, text))));
  const known = firstSlot(utterance, 'customer', text) !== undefined;
  const invocations = names.map(
    (customer): SpokenInvocation => ({ command: 'follow-up.log', input: filled({ customer, ...input }) }),
  );
  return {
    invocations: [...invocations, ...(known ? promisedTo(names, others) : [])],
    confidence: isTheirs ? 0.6 : known ? confidence : confidence - 0.1,
  };
};

/** What else was promised to the one it is told of; whoever is not known by name is asked for once, for what happened. */
function promisedTo([customer, ...more]: readonly string[], steps: readonly NextStep[]): SpokenInvocation[] {
  return customer !== undefined && more.length === 0 ? steps.map((each) => asTask(each, customer)) : [];
}

/** They put us off: nothing else has happened, and the day is that of the next step. */
const LATER =
  /让(?:我们?|咱们?)[^，,。]{0,10}再(?:联系|打|聊|谈|说|约|来|找)|(?<![a-z])(?:asked|told|wants?|wanted) (?:us|me) to (?:call|ring|phone|write|email|come|get|check|try)(?: \w+)? ?(?:back|again|in)(?![a-z])/iu;
/** What somebody would have us do is still to be done. */
const WANTED = /[让叫请](?:我们?|咱们?)|(?<![a-z])(?:wants?|wanted|asked for|(?:asked|told) (?:us|me) to)(?![a-z])/iu;

/** Who sends us there from among ourselves gives a task, and no news of a customer; 华星的王经理 is theirs. */
const OURS_ASK =
  /^(?:我们?|咱们?)?的?(?:老板|领导|经理|主管|总监|上司)[让叫要](?:我们?|咱们?)|^(?:(?:my|our) (?:\w+ )?|the )?(?:boss|manager|lead|supervisor|director) (?:asked|told|wants?|wanted) (?:us|me) to(?![a-z])/iu;

/** 新增跟进：华星电子，电话沟通: the medium may come after the head. */
function kindLater(clauses: readonly string[]): Contact['kind'] | undefined {
  return clauses.map((clause) => findContact(clause)?.kind).find((kind) => kind !== undefined && kind !== 'note');
}

/** How sure we may be that this was done: an explicit order, a finished verb, or at least a story around it. */
function trust(utterance: Utterance, clauses: string[], clause: string, contact: Contact, isHeaded: boolean): number {
  if (isHeaded) {
    return 0.95;
  }
  const day = firstSlot(utterance, 'day', clause);
  const isDone =
    hasHappened(clause) || (day !== undefined && day.future.to <= utterance.today && day.future.bound === undefined);
  if (LATER.test(clause)) {
    return 0.85;
  }
  if (isStillToBe(clause, contact, day, utterance.today, isDone)) {
    return 0;
  }
  if (contact.kind === 'note') {
    return isDone ? 0.75 : 0;
  }
  if (isDone) {
    return 0.9;
  }
  // 拜访华星电子，客户要试用: no finished verb, yet a story is told. Alone it may as well be a plan for today.
  const isStory = clauses.length > 1 && /\p{Script=Han}/u.test(clause);
  if (isStory || TITLED.test(clause)) {
    return 0.8;
  }
  return day?.future.from === utterance.today && day.future.grain === 'day' ? 0.6 : 0;
}

/** What is wanted of us, or said of a day to come. */
function isStillToBe(clause: string, contact: Contact, day: DaySlot | undefined, today: string, isDone: boolean) {
  const isOver = isFinished(clause, contact);
  const isAhead = day !== undefined && day.future.from > today;
  const isSurelyAhead = isAhead && day.past.from > today;
  return (
    (WANTED.test(clause.slice(0, contact.index)) && !isOver) ||
    (isSurelyAhead && !(isDone && isOver)) ||
    (isAhead && !isDone)
  );
}

const TITLED = pattern(
  '^{customer}[^\\p{L}]*(?:电话|会议|拜访|call|meeting|visit)|^(?:quick |short |long |good |great |nice |brief |kick-?off |review |team )*(?:call|meeting|visit|chat|lunch|dinner|demo|coffee|sync|zoom|catch-up) (?:with|at|to) ',
);

/** The day it happened, and the hour, when one was said or 刚 and "this morning" stand for today. */
function dayOfContact(utterance: Utterance, clauses: string[], contact: Contact): { on?: string; at?: string } {
  for (const each of [...clauses].reverse()) {
    const clause = beforeColon(each);
    const day = firstSlot(utterance, 'day', clause)?.past;
    if (day?.grain === 'day' && day.from <= utterance.today && day.bound === undefined && !LATER.test(clause)) {
      return filled({ on: day.from, at: day.time });
    }
  }
  const clause = clauses.at(-1) ?? '';
  const stretch = STRETCH.test(clause) ? firstSlot(utterance, 'day', clause)?.past : undefined;
  if (stretch?.grain === 'week' || stretch?.grain === 'weekend') {
    // 上周拜访了华星 was some day of it, and not today: its form asks which.
    return stretch.from <= utterance.today ? { on: stretch.text } : {};
  }
  const before = `${clauses.slice(0, -1).join('，')}，${clause.slice(0, contact.index + contact.length + 20)}`;
  const isJustNow =
    /刚|一大?早|(?<![一整])(?:上午|下午|中午|早上)|(?<![a-z])(?:just|this (?:morning|afternoon)|earlier)(?![a-z])/iu.test(
      before,
    );
  const at = hourAlone(utterance, clause);
  return (isJustNow || at) && !firstSlot(utterance, 'day', clause) ? filled({ on: utterance.today, at }) : {};
}

/** Called Acme: they paid on May 2 — what is told after the colon has days of its own; 跟进：昨天拜访了华星 is told there. */
function beforeColon(clause: string): string {
  const [head = ''] = clause.split(/[:：]/u);
  return findContact(head) !== undefined && !HEADER.test(clause) ? head : clause;
}

const STRETCH = pattern('^(?:我们?|咱们?|刚|i |we )?{day}|(?<!(?:about|of|for|from|on) ){day}[.。!]?$');

const BEFORE = pattern(
  '^(?:(?:跟|和|与|给|去|到|又|刚|已经|我们?|i|we|have|had|just|{day}|{customer}|{person}|[，,\\s])*)$',
);
const AFTER = pattern(
  "^(?: (?:with|to|at|by|on|in|for|up))* ?(?:the )?{customer}(?:'s? [a-z]+)?(?: (?:on|at))? ?({day})(?:$|[，,]| and )",
);
const PLANNED =
  /约|定|排|计划|打算|确认|答应|同意|通知|(?<![a-z])(?:schedul|book|arrang|set up|agreed|confirm|plan|promis|invit|log|note)/iu;

/** 明天拜访了, "called Acme tomorrow": what has happened on a day to come is asked about; 约了明天见 and "about tomorrow" are no such thing. */
function dayAhead(utterance: Utterance, clause: string, contact: Contact): { on?: string } {
  const [before, after] = [clause.slice(0, contact.index), clause.slice(contact.index + contact.length)];
  const told = firstSlot(utterance, 'day', before) ? before : AFTER.exec(after)?.[1];
  const day = told === undefined || !BEFORE.test(before) ? undefined : firstSlot(utterance, 'day', told);
  const isSure = isFinished(clause, contact) && !PLANNED.test(clause) && contact.kind !== 'note';
  if (!day || !isSure || day.past.grain !== 'day' || day.past.bound !== undefined) {
    return {};
  }
  const isNearer =
    day.past.from < addDays(utterance.today, -LONG_AGO_DAYS) && day.future.from <= addDays(utterance.today, SOON_DAYS);
  return day.past.from > utterance.today || isNearer ? { on: day.future.from } : {};
}

/** 5月20日拜访了 on 13 May is a slip of the pen, and not of a year ago. */
const LONG_AGO_DAYS = 270;
const SOON_DAYS = 60;

function stepsOf(utterance: Utterance, clauses: string[], at: number): NextStep[] {
  const later = LATER.exec(clauses[at] ?? '');
  const when = later && firstSlot(utterance, 'day', clauses[at] ?? '')?.future;
  if (later) {
    const on = when ? dayOfSpan(when, 'future') : undefined;
    return [{ text: AGAIN[/\p{Script=Han}/u.test(later[0]) ? 'zh' : 'en'], ...(on ? { on } : {}) }];
  }
  const next = findNextSteps(utterance, clauses.slice(at + 1));
  const [, tail] =
    /(?:[:：]|(?<=[a-z\ue000-\ue9ff])\s+(?:and\s+)?(?=will\s|we'll\s|i'll\s))(.+)$/iu.exec(clauses[at] ?? '') ?? [];
  return next.length > 0 || !tail ? next : findNextSteps(utterance, [trimmed(tail)]);
}
