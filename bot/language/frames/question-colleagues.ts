import { type Range, toQuestion } from '../../../core/questions/question.ts';
import { firstSlot, type Utterance } from '../utterance.ts';
import { pattern, tight, trimmed, withoutCourtesy } from './frame.ts';
import { eq } from './question-filters.ts';
import { rangeOf } from './question-time.ts';
import type { QuestionCandidate } from './questions.ts';

const DAY = '(?:(?:在|on |during |for |in |over )?{day})?';
const NOTHING_ZH =
  '(?:都|还|一直)*(?:没有?|未)(?:写|记|录入?|填写?|登记?|做|提交|留下?)?(?:过|任何|一条)*(?:跟进(?:记录)?|拜访(?:记录)?|客户记录|记录|日志)';
const WHO_ZH = '(?:有?(?:谁|哪些人|哪几个人|哪些(?:销售|同事|业务员)|哪个(?:销售|同事)))';
const TEAM = '(?:(?<team>{team})(?:团队|小组|组)?(?:里|中)?的?)?';
const THINGS =
  '(?:(?:any|a|their)(?: single)? )?(?:follow-?ups?|entr(?:y|ies)|visits?|calls?|activity|activities|notes?|anything|something)';

const NOTHING: readonly RegExp[] = [
  pattern(`^(?:看看?|查一?下|列出)?${DAY}${TEAM}${DAY}${WHO_ZH}${DAY}${NOTHING_ZH}(?:了|过|的)?$`),
  pattern(
    `^(?:看看?|查一?下|列出)?${DAY}${TEAM}${DAY}${NOTHING_ZH}(?:过)?的(?:人|销售|同事|业务员)(?:有?(?:谁|哪些)|名单)?$`,
  ),
  pattern(
    `^(?:who|which (?:of us|people|reps|sellers|salespeople|colleagues)|which rep)(?: in (?<team>{team}))? (?:has|have|did)(?:n't| not|n’t)(?: yet)? (?:logged|log|entered|enter|written|write|recorded|record|put|made|make|added|add)(?: down| in)? ${THINGS}(?: on record| down| yet)? ?${DAY}$`,
  ),
  pattern(
    `^(?:show(?: me)? |list )?(?:who|which (?:people|reps|sellers|salespeople|colleagues)|people|reps|sellers|salespeople|colleagues)(?: in (?<team>{team}))? (?:(?:who |that )?(?:has|have|had)(?: got)? no|without|with no|(?:has|have) logged no) ${THINGS} ?${DAY}$`,
  ),
  pattern(`^(?:who|which reps?|which (?:people|sellers)) (?:has|have)? ?logged nothing ?${DAY}$`),
];
const TODAY: Range = { kind: 'relative', unit: 'day', offset: 0, count: 1, toDate: false };

/** 这周谁没写跟进, who has not logged anything this week: of colleagues, where a time is not said of today. */
export function readColleagues(utterance: Utterance): QuestionCandidate | undefined {
  const text = tight(trimmed(withoutCourtesy(utterance.text).replace(/[?？。.!！]+$/u, '')));
  const { person, customer, day } = utterance.slots;
  const found = NOTHING.map((form) => form.exec(text)).find((each) => each !== null);
  if (!found || person.length + customer.length > 0 || day.length > 1) {
    return undefined;
  }
  const asked = firstSlot(utterance, 'day', text)?.asked;
  const team = found.groups?.team && firstSlot(utterance, 'team', found.groups.team)?.name;
  const question = toQuestion({
    entity: 'colleague',
    filters: team ? [eq('team', team)] : [],
    time: { field: 'no_entries', range: asked ? rangeOf(asked, utterance.today) : TODAY },
  });
  return { question, confidence: 0.96 };
}
