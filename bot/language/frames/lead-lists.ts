import { addDays } from '../../../core/days.ts';
import { periodName } from '../period-names.ts';
import { firstSlot, type Utterance } from '../utterance.ts';
import { type Candidate, type Frame, filled, pattern, tight, unclaimed, withoutCourtesy } from './frame.ts';
import { isPersonLike } from './person-like.ts';
import { rangeOf } from './question-time.ts';

/** 哪些线索响应超时了; which leads are late. */
const LATE =
  /^(?:(?:查看|看看|看|列出|有)?(?:目前|现在)?(?:有)?(?:哪些|所有|我的)?线索(?:的)?(?:响应)?(?:超时|(?:得|太|比较|最)*慢)(?:了)?(?:的|响应的?|(?:还)?没(?:有)?响应|未响应|没回复?|没人回|未回复?)?(?:有哪些|是哪些|有多少)?|(?:查看|看看|看|列出|有哪些)?(?:响应)?超时(?:(?:还)?没(?:有)?响应|未响应)?的?线索(?:有哪些|是哪些|列表|有多少|有几[条个])?|(?:show (?:me )?|list |which )?(?:leads? (?:are |is )?(?:late|overdue|not answered in time|unanswered|(?:have(?:n't| not) been|aren't|weren't) (?:answered|called back)(?: in time| on time)?)|(?:late|overdue|unanswered) leads))[?？。.]?$/iu;

/** 谁的线索超时没回; who hasn't answered their leads. */
const WHO_IS_LATE =
  /^(?:都)?(?:有)?(?:谁|哪些人|哪个人|哪些同事|哪位)(?:的线索(?:还)?(?:响应)?(?:超时|没(?:有)?人?(?:回复?|响应|跟进?))(?:了)?(?:的|(?:还)?没(?:有)?(?:回复?|响应|跟进?))?|(?:还)?(?:没(?:有)?|未)(?:及时|按时)?(?:回复?|响应)(?:自己的?|他们的?|手上的?)?线索)$|^who (?:has(?: not|n't)|have(?: not|n't)|did(?: not|n't)) (?:yet )?(?:answered|answer|called back|call back|responded to|respond to|replied to|reply to) (?:their|his|her|the|to their)? ?leads?(?: yet| in time| on time)*$|^whose leads? (?:are |is )(?:late|overdue|unanswered|not answered(?: in time)?)$/iu;

const HIS_ZH = '(?<who>{person}|我(?!们)|\\p{Script=Han}{2,4}?)(?:手上|名下|手里)?的?';
const HIS_EN = "(?<who>{person}|\\p{L}[\\p{L}.-]+(?: \\p{L}[\\p{L}.-]+)?)['’]s";
const IS_LATE = '(?:late|overdue|unanswered|not answered(?: in time)?)';

/** 李雷的超时线索, Dave's late leads: of a colleague, or of somebody who is taken for one. */
const LATE_OF: readonly RegExp[] = [
  pattern(
    `^(?:查看|看看|看|列出|查一下)?${HIS_ZH}(?:还)?(?:有)?(?:哪些|多少|几条)?(?:响应)?超时(?:了|(?:还)?没(?:有)?(?:响应|回复?|跟进?)|未(?:响应|回复?))?的?线索(?:有哪些|有多少|有几条|列表)?$`,
  ),
  pattern(
    `^(?:查看|看看|看)?${HIS_ZH}(?:还)?(?:有)?(?:哪些|多少|几条)?线索(?:里|中)?(?:有)?(?:哪些|多少|几条)?(?:响应)?超时(?:了|的)*$`,
  ),
  pattern(`^(?:show (?:me )?|list |open )?(?:${HIS_EN}|(?<mine>my)) ${IS_LATE} leads$`),
  pattern(`^(?:which|what|how many) (?:of )?${HIS_EN} leads are ${IS_LATE}$`),
  pattern(`^(?:show (?:me )?|list )?${HIS_EN} leads (?:that|which) are ${IS_LATE}$`),
  pattern(
    `^(?:show (?:me )?|list )?(?:the )?${IS_LATE} leads (?:of|from|with|for) (?<who>{person}|\\p{L}[\\p{L}.-]+(?: \\p{L}[\\p{L}.-]+)?)$`,
  ),
  pattern(
    `^(?:show (?:me )?|list )?(?:the )?leads (?:of|from|with) (?<who>{person}|\\p{L}[\\p{L}.-]+(?: \\p{L}[\\p{L}.-]+)?) (?:that|which) are ${IS_LATE}$`,
  ),
];
const NOBODY =
  /^(?:my|our|the|all|his|her|their|your|team|which|what|any|every)(?: |$)|^(?:我|我们|团队|所有|全部|大家|本组|哪些?)/iu;

function lateOf(utterance: Utterance, plain: string): Candidate | undefined {
  const said = LATE_OF.map((form) => form.exec(plain)?.groups).find((each) => each !== undefined);
  const who = said?.who;
  if (said?.mine || who === '我') {
    return listed({ which: 'late', owner: said?.mine ? 'me' : '我' }, 0.97);
  }
  const known = who && firstSlot(utterance, 'person', who)?.name;
  const owner = known ?? (who && !NOBODY.test(who) && isPersonLike(who) ? who : undefined);
  return owner ? listed({ which: 'late', owner }, 0.97) : undefined;
}

const WHO_ZH = '(?:我(?:手上|手里|名下)?的?|{person}(?:手上|手里|名下)?的?|团队的?)?';
const WORK_ZH = '(?:跟进?|联系|打(?:电话|给)?|回访|处理|回复?|拜访|拨打?|沟通)(?:一下)?';
const HAS_TO_ZH = '(?:还|都)?(?:该|要|需要|得|应该|必须|待|等着)(?:我)?(?:去)?';
const WHO_EN = "(?:(?:my|our|the|{person}(?:'s)?)(?: own)? )?(?:open )?";
const WORK_EN =
  '(?:call(?: back)?|contact|follow up(?: with| on)?|chase|ring|phone|work on|get back to|answer|reach out to|touch)';
const MUST_EN = '(?:should|must|do|can|shall) (?:i|we|{person}) (?:(?:need|have|want) to )?';

/** 今天要跟进的线索, leads to follow up today: by the end of the time that is said. */
const DUE: readonly RegExp[] = [
  pattern(
    `^${WHO_ZH}{day}${WHO_ZH}(?:有)?(?:哪些|哪几[条个]|什么)?${HAS_TO_ZH}${WORK_ZH}的?(?:哪些|哪几[条个]|什么)?的?线索(?:有哪些|有几条|列表|清单)?$`,
  ),
  pattern(`^${WHO_ZH}{day}${WHO_ZH}(?:要|该)?${WORK_ZH}(?:哪些|哪几[条个]|什么)线索$`),
  pattern(`^${WHO_ZH}(?:有)?(?:哪些|哪几[条个]|什么)?线索(?:是)?{day}(?:${HAS_TO_ZH})${WORK_ZH}的?$`),
  pattern(`^${WHO_ZH}(?:有)?(?:哪些|哪几[条个])?(?:${HAS_TO_ZH}|待)${WORK_ZH}的线索(?:有哪些)?$`),
  pattern(
    `^(?:show |list |give |which |what )?(?:of )?${WHO_EN}leads (?:are |that are |is )?(?:due|to be (?:called|contacted|followed up)|(?:that )?(?:need|have) to be (?:called|contacted|followed up)|to ${WORK_EN})(?: with| for)?(?: on| by| for)? {day}$`,
  ),
  pattern(`^(?:which|what) (?:of )?${WHO_EN}leads? ${MUST_EN}${WORK_EN}(?: to| with)?(?: on| by)? {day}$`),
  pattern(`^(?:show |list |which )?${WHO_EN}leads (?:are |that are )?(?:due|to follow up)$`),
];

/** Leads for tomorrow; of last month they are those that came in then. */
const FOR = pattern(`^(?:show |list )?${WHO_EN}leads (?:for|on) {day}$`);

/** 先打哪些线索, which leads should I call first: their order is the answer. */
const FIRST: readonly RegExp[] = [
  pattern(
    `^(?:{day})?${WHO_ZH}(?:{day})?(?:我|{person})?(?:应该|该|要|得|应当)?(?:最)?(?:优先|先)${WORK_ZH}(?:哪些?|哪几?[条个]|什么)的?线索(?:好|比较好)?$`,
  ),
  pattern(
    `^${WHO_ZH}(?:哪些?|哪几?[条个]|什么)线索(?:我|{person})?(?:应该|该|要|得)?(?:{day})?(?:最)?(?:优先|先)${WORK_ZH}$`,
  ),
  pattern(`^${WHO_ZH}(?:哪些?|哪几?[条个])线索(?:比较|最|更)(?:急|紧急|优先|重要|着急|要紧|值得(?:先)?${WORK_ZH})$`),
  pattern(`^${WHO_ZH}(?:最急|最紧急|最优先|最要紧|优先${WORK_ZH})的线索(?:有哪些|是哪[些条个])?$`),
  pattern(`^${WHO_ZH}线索的?(?:${WORK_ZH})?(?:优先级|优先顺序|先后顺序|先后|顺序)(?:是什么|怎么排)?$`),
  pattern(`^(?:which|what) (?:of )?${WHO_EN}leads? ${MUST_EN}${WORK_EN}(?: to| with)? (?:first|next)(?: {day})?$`),
  pattern(
    `^(?:which|what) (?:of )?${WHO_EN}leads? (?:is|are|comes?) (?:the )?(?:most urgent|most important|first|hottest|top priority|next)$`,
  ),
  pattern(`^(?:show |list )?(?:the )?(?:most urgent |hottest |top[- ]priority )${WHO_EN}leads$`),
  pattern(`^(?:show |list )?${WHO_EN}leads (?:by|in order of|sorted by|ordered by) (?:priority|urgency)$`),
];

const LIST_CLAIMS = [
  /(?<![a-z])(?:show|list|see|view|check|what(?:'s)?|which|give|get|open|leads?|prospects?|any|lead list)(?![a-z])/giu,
  /线索|潜客|潜在客户|查看|看|查|列出|列表|显示|清单|哪些|所有|全部|手上|手里|名下|负责|打开|进行中/gu,
  pattern('{person}', 'giu'),
];
const TEAM =
  /(?:我们|咱们|本)?(?:整个)?(?:团队|全?组|部门)(?:里|内)?(?:所有人?)?|(?<![a-z])(?:(?:my|our|the) )?team(?:'s)?(?![a-z])/giu;
const ALL = /所有|全部|(?<![a-z])all(?! (?:my|of my))(?![a-z])/iu;
const MINE = /我的|我手|我名下|我负责|(?<![a-z])(?:my|mine|i)(?![a-z])/iu;

const listed = (input: Record<string, string | undefined>, confidence: number): Candidate => ({
  invocations: [{ command: 'lead.list', input: filled(input) }],
  confidence,
});

/** 我的线索, 韩梅梅的线索, my team's leads, leads to follow up today. */
export const leadListFrame: Frame = (utterance): Candidate | undefined => {
  const text = withoutCourtesy(utterance.text);
  const plain = tight(text)
    .replace(/[?？。.!！]+$/u, '')
    .trim();
  const undated = plain.replace(/ ?[\ue300-\ue3ff]/gu, '').trim();
  const owner = firstSlot(utterance, 'person', text)?.name;
  if (LATE.test(undated) || WHO_IS_LATE.test(undated)) {
    return listLate(utterance, text);
  }
  const late = lateOf(utterance, plain);
  if (late) {
    return late;
  }
  if (FIRST.some((form) => form.test(plain))) {
    return listed({ owner }, 0.98);
  }
  if (isDue(utterance, plain)) {
    return listed({ which: 'due', owner, until: untilIn(utterance, text) }, 0.98);
  }
  const isNamed = /线索|潜客|(?<![a-z])leads(?![a-z])|lead list/iu.test(text);
  if (!isNamed || unclaimed(text, [TEAM, ...LIST_CLAIMS]).length > 0) {
    return undefined;
  }
  const isOfTeam = text.search(TEAM) >= 0;
  const which = owner || MINE.test(text) ? undefined : isOfTeam ? 'team' : ALL.test(text) ? 'all' : undefined;
  return listed({ which: isOfTeam && !owner ? 'team' : which, owner }, 0.9);
};

function listLate(utterance: Utterance, text: string): Candidate | undefined {
  const day = firstSlot(utterance, 'day', text)?.asked;
  // 今天有哪些线索超时: what is late now came in before today.
  const during = day?.from === utterance.today && day.grain === 'day' ? undefined : day;
  const period = during && periodName(rangeOf(during, utterance.today));
  // Now is what is late now; a time that has no name is told apart by a question, not dropped.
  return during && !period ? undefined : listed({ which: 'late', period }, 0.95);
}

function isDue(utterance: Utterance, text: string): boolean {
  const day = firstSlot(utterance, 'day', text)?.future;
  const isOver = day !== undefined && day.to <= utterance.today;
  const isAhead = day !== undefined && day.from >= utterance.today;
  return (!isOver && DUE.some((form) => form.test(text))) || (isAhead && FOR.test(text));
}

/** The last day of what was said; today, or what is over, is today's list. */
function untilIn(utterance: Utterance, text: string): string | undefined {
  const to = firstSlot(utterance, 'day', text)?.future.to;
  const last = to && addDays(to, -1);
  return last && last > utterance.today ? last : undefined;
}
