import { daysBetween } from '../../../core/days.ts';
import { type Filter, toQuestion } from '../../../core/questions/question.ts';
import { firstSlot, type Utterance } from '../utterance.ts';
import { pattern, tight, trimmed, withoutCourtesy } from './frame.ts';
import { daysIn, eq } from './question-filters.ts';
import { rangeOf } from './question-time.ts';
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
  pattern(`^${LIST_ZH}(?<my>我)?的?${SPAN_ZH}${SILENT_ZH}的${MANY}报价单?(?:有哪些|有多少)?$`),
  pattern(`^${LIST_ZH}(?<my>我)?的?${MANY}报价单?${SPAN_ZH}${SILENT_ZH}(?:报价单?)?(?:的?有哪些)?$`),
  pattern(
    `^${QUOTE_EN} (?:(?:that|which) )?(?:(?:are|is|have|has|had|went|go)(?: been)? )?(?:still )?${SILENT_EN}${SPAN_EN}$`,
  ),
  pattern(`^(?:show(?: me)? |list |all |the |our )*(?<my>my )?unanswered quot(?:e|ation)s${SPAN_EN}$`),
];

/** 报价发出去三天还没回复的, quotes without an answer since Monday: those sent and not decided, by the day they are of (R12, R103). */
export function readQuotes(utterance: Utterance): QuestionCandidate | undefined {
  const text = tight(trimmed(withoutCourtesy(utterance.text)));
  if (!/报价|quot/iu.test(text)) {
    return undefined;
  }
  const listed = plainList(utterance, text);
  if (listed) {
    return listed;
  }
  const found = ASKED.map((form) => form.exec(text)).find((match) => match);
  if (!found || utterance.slots.day.length > 1) {
    return undefined;
  }
  const { many, my, ...span } = found.groups ?? {};
  const said = firstSlot(utterance, 'day', text)?.past;
  const long = daysIn(span);
  // Those of a month are quoted in it; since a day, they wait so many.
  const time = long === undefined && said && said.grain !== 'day' ? rangeOf(said, utterance.today) : undefined;
  const days = time ? undefined : (long ?? (said && daysBetween(said.from, utterance.today)));
  if (days !== undefined && days < 0) {
    return undefined;
  }
  const waiting: Filter[] = days === undefined ? [] : [{ field: 'waiting_days', op: 'gte', values: [String(days)] }];
  const question = toQuestion({
    entity: 'quote',
    measures: many === undefined ? [] : ['count'],
    filters: [eq('status', 'sent'), ...waiting],
    ...(time ? { time: { field: 'quoted', range: time } } : {}),
    scope: my === undefined ? 'all' : 'mine',
  });
  return { question, confidence: SURE };
}

const OPEN_ZH = '(?:还|仍)?(?:没有?|未)(?:定|决定|确定|敲定)(?:下来)?的?|待(?:客户)?(?:确认|定|决定)的?';
const OPEN_EN = 'open|undecided|pending|outstanding';
const ENDS_ZH = '(?:要|会|将|快)?(?:过期|到期|失效)的?';
const LISTED: readonly RegExp[] = [
  pattern(`^${LIST_ZH}(?<my>我)(?:的|发的|出的)?(?<open>${OPEN_ZH})?(?:报价单|报价(?!阶段|的))(?:有哪些|列表)?$`),
  pattern(`^${LIST_ZH}(?<my>我的?)?(?<open>${OPEN_ZH})报价单?(?:有哪些)?$`),
  pattern(`^${LIST_ZH}(?<my>我的?)?报价单?(?<open>${OPEN_ZH})(?:有哪些)?$`),
  pattern(`^${LIST_ZH}(?<my>我的?)?(?<until>{day})${ENDS_ZH}报价单?(?:有哪些)?$`),
  pattern(`^${LIST_ZH}(?<my>我的?)?报价单?(?<until>{day})${ENDS_ZH}(?:有哪些)?$`),
  pattern(`^(?:show(?: me)? |list )?(?:all |the |our )*(?<my>my )(?<open>(?:${OPEN_EN}) )?quot(?:e|ation)s$`),
  pattern(`^(?:show(?: me)? |list |which |what )?(?:all |the |our )*(?<open>${OPEN_EN}) quot(?:e|ation)s$`),
  pattern(
    `^(?:show(?: me)? |list |which |what )?(?:all |the |our )*(?<my>my )?quot(?:e|ation)s (?:that |which )?(?:are |will )?(?:expir(?:e|ing)|running out|ending)(?: in| on| by)? (?<until>{day})$`,
  ),
];

/** 我的报价单, open quotes, quotes expiring next week: those sent, unless all of one's own are asked for. */
function plainList(utterance: Utterance, text: string): QuestionCandidate | undefined {
  const groups = LISTED.map((form) => form.exec(text)?.groups).find((each) => each !== undefined);
  const until = groups?.until === undefined ? undefined : firstSlot(utterance, 'day', groups.until)?.future;
  if (!groups) {
    return undefined;
  }
  const question = toQuestion({
    entity: 'quote',
    filters: groups.open || until ? [eq('status', 'sent')] : [],
    scope: groups.my ? 'mine' : 'all',
    ...(until ? { time: { field: 'until', range: rangeOf(until, utterance.today) } } : {}),
  });
  return { question, confidence: SURE };
}

const SURE = 0.96;
