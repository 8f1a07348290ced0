import { daysBetween } from '../../../core/days.ts';
import { type Filter, toQuestion } from '../../../core/questions/question.ts';
import { firstSlot, type Utterance } from '../utterance.ts';
import { pattern, tight, trimmed, withoutCourtesy } from './frame.ts';
import { daysIn, eq } from './question-filters.ts';
import type { QuestionCandidate } from './questions.ts';

const SPAN_ZH =
  '(?:超过|已经|都|有)*(?:(?<zh>\\d{1,3}|半|[一两二三四五六七八九十]{1,3})个?(?<zhUnit>天|日|周|星期|礼拜|月)|{day})?(?:以上|多)?了?';
const SILENT_ZH =
  '(?:都|还|仍|一直|仍然|还是)*(?:没有?|未)(?:收到)?(?:客户)?(?:回复|回音|回应|答复|反馈|消息|动静|下文|回)(?:过|的|呢)*';
const SENT_ZH = '(?:已经?)?(?:发|报|寄|送)(?:出去|过去|出|给客户)?了?';
const LIST_ZH = '(?:查看|看看?|列出|找出|有?哪些|有)?';
const MANY = '(?<many>多少|几[个份张])?(?:个|份|张)?';
const QUOTE_EN =
  '(?:show(?: me)? |list |which |what |any |all |the |our |(?<many>how many ))*(?<my>my )?(?:open )?quot(?:e|ation)s';
const SPAN_EN =
  '(?: (?:for|in|since)(?: (?:more than|over|at least|the last))? (?:(?<en>\\d{1,3}|an?|one|two|three|four|five|six|seven|ten) (?<enUnit>days?|weeks?|months?)|{day})| {day})?(?: or more)?';
const SILENT_EN =
  '(?:unanswered|not (?:yet )?(?:been )?answered|waiting for an(?:y)? (?:answer|reply|decision)|undecided|(?:(?:with|had|got) )?no (?:answer|reply|response|decision)|(?:without|lacking) (?:an?|any) (?:answer|reply|response|decision))(?: yet)?';

/** Sent, and nothing came back. */
const ASKED: readonly RegExp[] = [
  pattern(`^${LIST_ZH}(?<my>我)?的?${MANY}报价单?${SENT_ZH}${SPAN_ZH}${SILENT_ZH}(?:报价单?)?(?:的?有哪些)?$`),
  pattern(`^${LIST_ZH}(?<my>我)?的?${SENT_ZH}${SPAN_ZH}${SILENT_ZH}${MANY}报价单?(?:有哪些|有多少)?$`),
  pattern(`^${LIST_ZH}(?<my>我)?的?${MANY}报价单?${SPAN_ZH}${SILENT_ZH}(?:报价单?)?(?:的?有哪些)?$`),
  pattern(
    `^${QUOTE_EN} (?:(?:that|which) )?(?:(?:are|is|have|has|had|went|go)(?: been)? )?(?:still )?${SILENT_EN}${SPAN_EN}$`,
  ),
  pattern(`^(?:show(?: me)? |list |all |the |our )*(?<my>my )?unanswered quot(?:e|ation)s${SPAN_EN}$`),
];

/** 报价发出去三天还没回复的, quotes without an answer since Monday: those sent and not decided, by the day they are of (R12, R103). */
export function readQuotes(utterance: Utterance): QuestionCandidate | undefined {
  const text = tight(trimmed(withoutCourtesy(utterance.text)));
  const found = /报价|quot/iu.test(text) ? ASKED.map((form) => form.exec(text)).find((match) => match) : undefined;
  if (!found || utterance.slots.day.length > 1) {
    return undefined;
  }
  const { many, my, ...span } = found.groups ?? {};
  const since = firstSlot(utterance, 'day', text)?.past;
  const days = daysIn(span) ?? (since && daysBetween(since.from, utterance.today));
  if (days !== undefined && days < 0) {
    return undefined;
  }
  const waiting: Filter[] = days === undefined ? [] : [{ field: 'waiting_days', op: 'gte', values: [String(days)] }];
  const question = toQuestion({
    entity: 'quote',
    measures: many === undefined ? [] : ['count'],
    filters: [eq('status', 'sent'), ...waiting],
    scope: my === undefined ? 'all' : 'mine',
  });
  return { question, confidence: SURE };
}

const SURE = 0.96;
