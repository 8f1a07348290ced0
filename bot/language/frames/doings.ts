import { addDays } from '../../../core/days.ts';
import { type Filter, type Question, type Range, toQuestion } from '../../../core/questions/question.ts';
import type { Utterance } from '../utterance.ts';
import { firstSlot } from '../utterance.ts';
import { pattern, tight, trimmed, withoutCourtesy } from './frame.ts';
import { eq } from './question-filters.ts';
import { kindOf } from './question-signs.ts';
import { rangeOf } from './question-time.ts';
import type { QuestionCandidate } from './questions.ts';

const DAY = '(?:(?:在|于|on |during |over |for )?{day}|最近|近来|lately|recently)?';

const ACT_ZH =
  '(?:拜访|走访|跟进|打(?:过|了)?的?电话|电话|开(?:过|了)?的?会议?|会议|邮件|沟通|联系)(?:记录|情况|过的客户)?';
const ACT_EN = '(?:visits?|(?:phone )?calls?|e-?mails?|messages?|meetings?|follow-?ups?|activit(?:y|ies)|entries)';

/** What somebody has done, in whatever words: what was logged is what there is to tell. */
const DOINGS: readonly RegExp[] = [
  pattern(
    `^(?:看看?|查一?下|说说)?${DAY}{person}${DAY}(?:都|又|在|到底|究竟)*(?:干|做|忙|跑|弄|搞|忙活)(?:了|过|的|完)*(?:些|点|一些)?(?:什么|哪些|嘛)(?:事情?|工作|活|东西|客户)?(?:了|呢|去)?[?？]?$`,
  ),
  pattern(
    `^(?:看看?|查一?下|查看)?${DAY}{person}${DAY}的?(?:动态|动静|行程|工作(?:内容|记录)?|跟进(?:记录|情况)?)(?:怎么样|如何|有哪些)?[?？]?$`,
  ),
  pattern(
    `^${DAY}{person}${DAY}(?:都|又)*(?:联系|拜访|见|跟进|打给|聊|跑)(?:了|过)(?:哪些|哪几个|哪几家|谁|什么)(?:客户|人|公司|家)?(?:了)?[?？]?$`,
  ),
  pattern(
    `^what (?:did|has|have|had|was|is|does)(?: been)? {person}(?:'s)? (?:been )?(?:do|done|doing|up to|get up to|gotten up to|work(?:ed|ing)? on|get done|logged|log)(?: with)? ?${DAY}[?]?$`,
  ),
  pattern(`^what(?:'s| is) {person} (?:been )?(?:doing|up to|working on) ?${DAY}[?]?$`),
  pattern(
    `^(?:show|give|tell)(?: me)? what {person} (?:did|has done|has been doing|has been up to|was doing|is doing) ?${DAY}$`,
  ),
  pattern(`^(?:show(?: me)? |list )?{person}'s (?:day|work|log|${ACT_EN})(?: (?:for|on|of|from))? ?${DAY}[?]?$`),
  pattern(`^(?:看看?|查一?下|查看|列出)?(?:${DAY}{person}|{person}${DAY})的?${ACT_ZH}(?:有哪些|列表)?[?？]?$`),
  pattern(
    `^(?:who|which customers?|whom) (?:did|has) {person} (?:see|seen|visit|visited|call|called|meet|met|talk to|talked to|spoken to|speak to|contact|contacted) ?${DAY}[?]?$`,
  ),
];

/** The same of oneself: 我这周干了啥, what did I do today, my visits this week. */
const OWN_DOINGS: readonly RegExp[] = [
  /^(?:我(?:最近|近来)|(?:最近|近来)我)(?:都|在)*(?:干|做|忙|跑|弄|搞|忙活)(?:些|点|一些)?(?:什么|啥|哪些)[?？]?$/u,
  pattern(
    `^(?:看看?|查一?下|说说)?${DAY}我${DAY}(?:都|又|在|到底|究竟)*(?:干|做|忙|跑|弄|搞|忙活)(?:(?:了|过|的|完)+(?:些|点|一些)?(?:什么|啥|哪些|嘛)(?:事情?|工作|活|东西|客户)?(?:了|呢|去)?|(?:些|点|一些)?(?:什么|啥|哪些|嘛)(?:事情?|工作|活|东西|客户)?了)[?？]?$`,
  ),
  pattern(
    `^(?:看看?|查一?下|查看|列出)?(?:${DAY}我|我${DAY})(?:都|又)*(?:联系|拜访|见|跟进|打给|聊|跑)(?:了|过)(?:哪些|哪几个|哪几家|谁|什么)(?:客户|人|公司|家)?(?:了)?[?？]?$`,
  ),
  pattern(`^(?:看看?|查一?下|查看|列出)?(?:${DAY}我|我${DAY})的?${ACT_ZH}(?:有哪些|列表)?[?？]?$`),
  pattern(
    `^what (?:did|have|was) i (?:been )?(?:do|done|doing|get done|gotten done|work(?:ed|ing)? on|logged|log|up to)(?: with)? ?${DAY}[?]?$`,
  ),
  pattern(`^(?:show(?: me)? |list )?(?:my|mine) (?:own )?${ACT_EN}(?: (?:from|for|of|on))? ?${DAY}[?]?$`),
  pattern(
    `^(?:who|which customers?|whom) (?:did|have) i (?:see|seen|visit|visited|call|called|meet|met|talk to|talked to|spoken to|speak to|contact|contacted) ?${DAY}[?]?$`,
  ),
];
/** Whether a customer was in touch with anybody, and with whom. */
const SEEN_BY: readonly RegExp[] = [
  pattern(
    `^${DAY}(?:有没有人|有谁|有人|谁|哪些人|哪个(?:同事|销售))${DAY}(?:去|在)?(?:联系|跟进|拜访|走访|回访|见|找)(?:过|了)(?:一下)?{customer}(?:没有?|吗|么)?[?？]?$`,
  ),
  pattern(
    `^${DAY}{customer}${DAY}(?:有没有人|有人|谁|有谁)(?:去|在)?(?:联系|跟进|拜访|走访|回访|见|找)(?:过|了)(?:没有?|吗|么)?[?？]?$`,
  ),
  pattern(
    `^(?:has|have|did) (?:anyone|anybody|someone|somebody|any of us|we) (?:ever |already )?(?:contact(?:ed)?|call(?:ed)?|visit(?:ed)?|meet|met(?: with)?|seen?|follow(?:ed)? up with|spoken (?:to|with)|talk(?:ed)? to) {customer} ?${DAY}[?]?$`,
  ),
  pattern(
    `^who(?: has| did| has last| last)? (?:contact(?:ed)?|call(?:ed)?|visit(?:ed)?|met(?: with)?|saw|seen|follow(?:ed)? up with|spoke(?:n)? (?:to|with)|talked to) {customer} ?${DAY}[?]?$`,
  ),
];

/** Who is busy with something, or was lately, is so for more than today. */
const LATELY = /最近|近来|在忙|(?<![a-z])(?:lately|recently|working on)(?![a-z])/iu;
const WEEK: Range = { kind: 'rolling', unit: 'day', count: -7 };
const TODAY: Range = { kind: 'relative', unit: 'day', offset: 0, count: 1, toDate: false };

/** 李雷今天干了什么; what has Jim been up to this week. Without a day it is today's. */
export function readDoings(utterance: Utterance): QuestionCandidate | undefined {
  const text = tight(trimmed(withoutCourtesy(utterance.text)));
  const { person, customer, day } = utterance.slots;
  const [who, another] = person;
  const [whom, other] = customer;
  if (whom?.kind === 'customer' && !who && !other && day.length <= 1 && SEEN_BY.some((form) => form.test(text))) {
    return followUpsOf(utterance, text, [eq('customer', whom.name)], undefined);
  }
  const isNobody = person.length + customer.length === 0 && day.length <= 1;
  if (isNobody && !isToCome(utterance, text) && OWN_DOINGS.some((form) => form.test(text))) {
    return followUpsOf(utterance, text, [], LATELY.test(text) ? WEEK : TODAY, 'mine');
  }
  // 李雷的电话 asks for his number; Jim's meetings tomorrow are planned, not logged.
  const isOther = (day.length === 0 && /电话[?？]?$/u.test(text)) || startsLater(utterance, text);
  if (!who || another || day.length > 1 || isOther || !DOINGS.some((form) => form.test(text))) {
    return undefined;
  }
  return followUpsOf(utterance, text, [eq('owner', who.name)], LATELY.test(text) ? WEEK : TODAY);
}

/** 我今天的会议, my calls tomorrow: what is arranged for a day is no record of it. */
function isToCome(utterance: Utterance, text: string): boolean {
  const from = firstSlot(utterance, 'day', text)?.asked.from ?? utterance.today;
  return startsLater(utterance, text) || (from === utterance.today && ARRANGED.test(text));
}

const ARRANGED = /会议|电话|(?<![a-z])(?:meetings?|calls?)(?![a-z])/iu;

/** A day to come, or for what is arranged a span that lies ahead: of a week that has begun it is what was done in it. */
function startsLater(utterance: Utterance, text: string): boolean {
  const asked = firstSlot(utterance, 'day', text)?.asked;
  return (
    asked !== undefined &&
    (asked.from > utterance.today ||
      (asked.from === utterance.today && asked.to > addDays(utterance.today, 1) && ARRANGED.test(text)))
  );
}

/** In the time that was said, else in the usual one; all there ever was where there is none. */
function followUpsOf(
  utterance: Utterance,
  text: string,
  of: readonly Filter[],
  usual: Range | undefined,
  scope: Question['scope'] = 'all',
): QuestionCandidate {
  const asked = firstSlot(utterance, 'day', text)?.asked;
  const range = asked ? rangeOf(asked, utterance.today) : LATELY.test(text) ? WEEK : usual;
  const kind = kindOf(text.replace(/跑|去/gu, ''));
  const question = toQuestion({
    entity: 'activity',
    filters: [...of, ...(kind ? [eq('kind', kind)] : [])],
    time: range ? { field: 'occurred', range } : null,
    scope,
  });
  return { question, confidence: 0.95 };
}
