import type { FollowUpOutcome, Mood } from '../../../core/follow-ups/follow-up.ts';
import type { Filter } from '../../../core/questions/question.ts';
import type { Claims } from './claims.ts';
import { ACTIVITY } from './question-words.ts';

const en = (words: string) =>
  `(?<![a-z])(?:(?:where|when|that|which|in which|who were|with)? ?(?:the )?(?:customers?|clients?)? ?(?:was|were|is|are|being)? ?(?:in )?(?:an? )?)(?:${words})(?![a-z])`;
const zh = (words: string) => `(?:(?:其中)?客户)?(?:的)?(?:${words})(?:的)?`;
const MOOD = '(?:情绪|心情|态度|反应|反馈)';
const VERY = '(?:都|是|为|很|非常|比较|有点|不太)*';
const RESULT = '(?:结果|成效|效果)';

/** From the narrowest: what is no more than happy in a way is not happy, and unhappy is not either. */
const MOODS: readonly (readonly [readonly Mood[], RegExp])[] = [
  [
    ['hesitant', 'dissatisfied'],
    either(`${MOOD}${VERY}(?:不好|不佳|差|负面|低落|消极|糟糕?)`, '(?:bad|poor|negative|low)(?: customer)? moods?'),
  ],
  [
    ['satisfied', 'fair'],
    either(`${MOOD}${VERY}(?:好|不错|积极|正面|高)`, '(?:good|positive|great)(?: customer)? moods?'),
  ],
  [['dissatisfied'], either(`${MOOD}?${VERY}(?:不满意?|生气)`, 'unhappy|dissatisfied|not (?:happy|satisfied)')],
  [['fair'], either(`${MOOD}?(?:是|为)?(?:基本|比较)满意`, '(?:fairly|mostly|quite) (?:happy|satisfied)')],
  [['hesitant'], either(`${MOOD}?${VERY}(?:犹豫|有顾虑|观望)`, 'hesitant|hesitating|undecided')],
  [['satisfied'], either(`${MOOD}?${VERY}满意(?!度)`, 'happy|satisfied')],
];

const OUTCOMES: readonly (readonly [readonly FollowUpOutcome[], RegExp])[] = [
  [
    ['blocked'],
    either(`${RESULT}${VERY}(?:不好|不佳|差|不理想)|受阻`, '(?:bad|poor|negative)(?: outcomes?| results?)|blocked'),
  ],
  [['steady'], either('(?:没有?|无)(?:进展|变化|成效)|持平', 'no (?:progress|change)|without (?:progress|change)')],
  [
    ['progress'],
    either(
      `${RESULT}${VERY}(?:好|不错|理想)|有(?:了)?(?:进展|成效)`,
      '(?:good|positive|great)(?: outcomes?| results?)|moved forward|(?:made )?progress',
    ),
  ],
];

function either(chinese: string, english: string): RegExp {
  return new RegExp(`${zh(chinese)}|${en(english)}`, 'iu');
}

/** 客户情绪不好的跟进, follow-ups with a good outcome: how the customer took it, and where it led. */
export function readFelt(claims: Claims): Filter[] {
  if (!ACTIVITY.test(claims.text)) {
    return [];
  }
  return [['mood', MOODS] as const, ['outcome', OUTCOMES] as const].flatMap(([field, said]): Filter[] => {
    const values: readonly string[] | undefined = said.find(([, words]) => claims.take(words) !== undefined)?.[0];
    return values ? [{ field, op: values.length > 1 ? 'in' : 'eq', values: [...values] }] : [];
  });
}
