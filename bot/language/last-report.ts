import { filled, isAsking, pattern, trimmed, withoutCourtesy } from './frames/frame.ts';
import type { Reading, SentenceContext, SpokenInvocation } from './reading.ts';
import { type Utterance, wordsOf } from './utterance.ts';

const ADDS: readonly RegExp[] = [
  /^(?:再|还要|还)?(?:加|补|补充|写)(?:上)?(?:一?[句条点行]|上|一下)?(?:话)?[:：，, ]+(?<text>.{2,})$/u,
  /^(?:also |and )?(?:add|put in|include)(?: to (?:it|the report|my report)| a line| this)?[:,] ?(?<text>.{2,})$/iu,
];
/** Known for what it is wherever it is said. */
const ADDS_TO: readonly RegExp[] = [
  pattern(
    '^(?:在|给|往)?(?:我的)?(?<day>{day})?(?:的)?(?:我的)?(?<zh>日报|周报)(?:里|中|上|里面)?(?:再)?(?:加|补|补充|写)(?:上|一?[句条点行]|进去|一下)+[:：，, ]*(?<text>.{2,})$',
  ),
  pattern('^(?:add|put) (?:this )?(?:to|in|into) my (?<en>daily|weekly)? ?report[:,]? (?<text>.{2,})$'),
];
const SENDS =
  /^(?:就这样)?[，,]?(?:帮我|给我)?(?:交|提交|发|发送)(?:了|吧|出去|上去|掉|一下)+$|^(?:ok,? )?(?:send|submit|file)(?: it| that| this)?(?: off| in| now)?(?: to .{1,30})?$/iu;
/** 日报给张总看看 is sent to whoever leads him; what is sent to a customer is no report. */
const SENDS_TO = pattern(
  '^(?:发|交|提交|送)给(?:[他她]|领导|老板|经理|主管|上级|总监|\\p{Script=Han}{1,2}(?:总|经理)|{person})(?:吧|了|看看?)?$',
);
/** Said of a report whatever is named in it; other words of a customer are news of him. */
const OF_REPORT =
  /^(?:评论|点评|批注|comment|tell (?:him|her|them))|一?[句条点行]|(?<![a-z])(?:line|report)(?![a-z])/iu;
const SAYS: readonly RegExp[] = [
  /^(?:评论|点评|批注|回复|批|回他|回她|给他(?:写|留)(?:一?[句条])?)(?:一下|一?[句条])?[:：，, ]+(?<text>.{1,})$/u,
  /^(?:comment|reply)(?: on it| to (?:him|her|it))?[:,] ?(?<text>.{1,})$/iu,
  /^tell (?:him|her|them)[:,]? (?<text>.{2,})$/iu,
];
/** Said of no report by name: of the one that came last. */
const SAYS_OF_ONE: readonly RegExp[] = [
  /^(?:评论|点评|批注)(?:一下|一?[句条])?[:：，,] ?(?<text>.{1,})$/u,
  /^comment(?: on (?:it|the report|this report))?[:,] ?(?<text>.{1,})$/iu,
];
const WRITTEN = ['report.daily', 'report.weekly'] as const;
const READ = ['report.show', 'report.comment'] as const;

/** 加一句：明天去天津; 交了; 评论：栎木盯紧: of the report that was spoken of last (R40), or of one that is named. */
export function readLastReport(
  utterance: Utterance,
  { previous, previousAt }: Pick<SentenceContext, 'previous' | 'previousAt'>,
): SpokenInvocation | undefined {
  const text = trimmed(withoutCourtesy(utterance.text));
  const to = said(ADDS_TO, text);
  if (to) {
    const command = /周|week/iu.test(to.zh ?? to.en ?? '') ? 'report.weekly' : 'report.daily';
    return { command, input: filled({ on: undefined, plus: wordsOf(utterance, to.text ?? '') }) };
  }
  const [last] = previous?.kind === 'invocations' ? previous.invocations : [];
  const ofTold = said(SAYS_OF_ONE, trimmed(utterance.text))?.text; // 评论：谢谢 is no courtesy
  if (ofTold && !READ.some((each) => each === last?.command)) {
    return { command: 'report.comment', input: { text: wordsOf(utterance, ofTold) } };
  }
  if (!last || isAsking(text) || (utterance.slots.customer.length > 0 && !OF_REPORT.test(text))) {
    return undefined;
  }
  if (WRITTEN.some((each) => each === last.command)) {
    const more = said(ADDS, text)?.text;
    const lines = [...`${last.input.plus ?? ''}`.split('\n'), more && wordsOf(utterance, more)].filter(Boolean);
    const plus = [...new Set(lines)].join('\n');
    return more || SENDS.test(text) || SENDS_TO.test(text)
      ? { command: last.command, input: filled({ ...last.input, plus }) }
      : undefined;
  }
  const comment = READ.some((each) => each === last.command) ? said(SAYS, text)?.text : undefined;
  return comment
    ? { command: 'report.comment', input: { ...ofShown(last, previousAt), text: wordsOf(utterance, comment) } }
    : undefined;
}

/** What was looked at, and since when; a comment that named none itself has no report of its own to go on from. */
function ofShown({ command, input }: SpokenInvocation, previousAt: string | undefined) {
  const { text: _, ...which } = input;
  const isShown = command === 'report.show' || Object.keys(which).length > 0;
  return isShown ? filled({ shownAt: previousAt, ...which }) : {};
}

const said = (forms: readonly RegExp[], text: string) =>
  forms.map((form) => form.exec(text)).find((found) => found !== null)?.groups;

/** A report that was asked for by its command or a button is spoken of like one that was asked for in a sentence. */
export function reportAsked(name: string, input: Readonly<Record<string, unknown>>): Reading | undefined {
  const command = [...WRITTEN, ...READ].find((each) => each === name);
  const words = Object.entries(input).filter((each): each is [string, string] => typeof each[1] === 'string');
  return (
    command && {
      kind: 'invocations',
      invocations: [{ command, input: Object.fromEntries(words) }],
      confidence: 1,
      echo: { en: '', zh: '' },
    }
  );
}
