import type { Filter } from '../../../core/questions/question.ts';
import type { Claims } from './claims.ts';
import { en } from './frame.ts';
import type { Grouping } from './question-dimensions.ts';
import { daysIn } from './question-filters.ts';
import type { Signs } from './question-signs.ts';
import { STAGE_NOUN } from './question-words.ts';
import { OPEN_STAGES } from './stages.ts';

/** How long deals stand in a stage. */
const DWELL = new RegExp(
  `(?:停留|卡|停|待|呆|耗时|花|用)(?:了|着)?(?:得|的)?(?:时间)?最[久长]|(?:平均)?(?:都|各|要|会|大概)*(?:停留|停|待|呆|卡|耗时|用时|花费?|耗|历时)(?:的|了)?(?:平均)?(?:多久|多长时间|多少天|几天|时间|时长|天数|周期)|平均(?:停留|耗时|用时|时长|时间|天数|周期)|(?:停留|耗时|用时)(?:时间|时长|天数)|${en(
    'how (?:long|many days) (?:do|does|did|are|is|have|has)? ?(?:(?:our|the|my) )?(?:(?:deals?|opportunit(?:y|ies)|opps|they|we) )?(?:usually |typically |on average |normally )?(?:stay|stand|sit|spend|stuck|take|remain|last|spent|stood|stayed|been)|(?:average|avg|mean|typical) (?:time|days|duration|length|stay|number of days)(?: (?:spent|deals spend|of stay))?|(?:stage|dwell) (?:duration|length|time)s?|time (?:spent )?(?=(?:in|per|by|at) (?:each |every |the )?stages?)|how long each(?= stage)|(?:(?:do|does) (?:our )?(?:deals )?)?(?:takes?|stays?|sits?|lasts?|spends?|stuck)(?: (?:up|in))?(?: the)? (?:longest|most time)',
  )}`,
  'iu',
);

/** Deals stay in these; won and lost are where they end. */
const OPEN_STAGE = new RegExp(`(?<![a-z])(?:${OPEN_STAGES})(?![a-z])`, 'iu');
const OF_STAGES = /阶段|漏斗|(?<![a-z])(?:stages?|pipeline|deals|funnel)(?![a-z])/iu;

/** 在这个阶段多久了 is asked of one deal. */
const OF_ONE_DEAL = /(?:这个|当前|现在的?|本)阶段|(?<![a-z])(?:this|that|its|the current) stage/iu;

/** 平均停留多久, how long deals stay: where a stage is said. */
export function readDwell(claims: Claims, text: string): string | undefined {
  if (OF_ONE_DEAL.test(text)) {
    return undefined;
  }
  return STAGE_NOUN.test(text) || OPEN_STAGE.test(text) ? claims.take(DWELL) : undefined;
}

/** 阶段转化率, stage conversion: of each of them. */
const OF_EACH =
  /阶段(?:间|之间)?的?(?:平均)?(?:转化|赢单|成交)率|(?<![a-z])stage(?:[- ]to[- ]stage)? (?:conversion|win rates?)/iu;

type Said = {
  rest: string;
  text: string;
  dwell: string | undefined;
  groupings: readonly Grouping[];
  signs: Pick<Signs, 'winRate' | 'conversion'>;
  isOfLeads: boolean;
};

/** Whether it is asked what becomes of deals in their stages, of all or of one that is named. */
export function staysIn({ rest, text, dwell, groupings, signs, isOfLeads }: Said): {
  isOfStays: boolean;
  namesStage: boolean;
} {
  const isByStage = groupings.some(({ key }) => key === 'stage');
  const isNamed = !isByStage && OPEN_STAGE.test(rest);
  const namesStage = isNamed && (dwell !== undefined || STAGE_NOUN.test(rest));
  const isRate =
    (signs.winRate ?? signs.conversion) !== undefined && !isOfLeads && (isByStage || namesStage || OF_EACH.test(text));
  return { isOfStays: dwell !== undefined || isRate, namesStage };
}

/** Where no word for deals is said: 积压 is of them alone. */
const PILED = new RegExp(
  `(?:积压|堆积|堆着|拥堵|压着?|堵)(?:着|了|得|的|(?:商机|单子?)的?)*|${en(
    "(?:(?:is|are|has|have|the|deals?|most|'s) )*(?:pil(?:e|es|ed|ing)[- ]?ups?|backlogs?|clogged(?: up)?|jammed|backed up|congested|bottlenecks?)",
  )}`,
  'iu',
);

/** 哪个阶段积压最多, which stage piles up most (R31): the deals in it that stand longer than their pipeline allows. */
export function readPiled(claims: Claims, text: string): Filter[] {
  return OF_STAGES.test(text) && claims.take(PILED) !== undefined
    ? [{ field: 'piled_up', op: 'eq', values: ['true'] }]
    : [];
}

const ONE_ZH = '(?:同一个?|一个|某一?个?|单一?个?|任何一个|当前|现在的?|所在|各自的?)?阶段(?:里|上|中)?';
const LONG_ZH =
  '(?:超过|多于|大于|了|着|有)*(?<zh>\\d{1,3}|半(?=个?月)|[一二两三四五六七八九十]{1,3})(?<zhUnit>天|周|个?星期|个?礼拜|个?月)(?<more>以上|多)?';
const LONG_EN =
  '(?:for )?(?:(?:over|more than|longer than|at least) )?(?<en>\\d{1,3}|an?|one|two|three|four|five|six|ten) (?<enUnit>days?|weeks?|months?)(?: or (?:more|longer))?';
const ONE_STAGE: readonly RegExp[] = [
  new RegExp(
    `(?:停留?|卡|待|压|放|留|站|躺|处)?(?:了|着)?(?:在|于)${ONE_ZH}(?:停留?|卡|待|压|放|留|躺)?(?:了|着)?${LONG_ZH}(?:都)?(?:没动|不动|没推进|没变)?的?`,
    'iu',
  ),
  new RegExp(`${ONE_ZH}(?:停留|停|卡|待|没动|没变|没推进|不动)(?:了|着)?${LONG_ZH}的?`, 'iu'),
  new RegExp(
    en(
      `(?:that |which )?(?:(?:are|is|have been|has been|been|sitting|stuck|standing|staying|sat|stayed|stood) )*(?:in|at) (?:one|the same|a|a single|any one|their|its|any|the current|their current) stage ${LONG_EN}`,
    ),
    'iu',
  ),
];

/** 一个月没动的占比: of a part it is the stage that has not moved, whatever was written meanwhile. */
const UNMOVED: readonly RegExp[] = [
  new RegExp(`${LONG_ZH}(?:都|还)?(?:没有?(?:再)?(?:动|推进|进展|变化?)|不动)(?:过|了)?的?`, 'iu'),
  new RegExp(
    en(`(?:(?:that|which) )?(?:(?:has|have|had)(?: not|n't)|not) moved(?: at all)? (?:in |for )?${LONG_EN}`),
    'iu',
  ),
];

/** 在一个阶段超过一个月的商机, deals in one stage for over a month (R31). */
export function readOneStage(claims: Claims, isShare: boolean): Filter[] {
  const found = [...ONE_STAGE, ...(isShare ? UNMOVED : [])]
    .map((form) => claims.match(form))
    .find((each) => each !== undefined);
  const days = daysIn(found?.groups);
  const isAtLeast = /以上|(?<![a-z])(?:at least|or more|or longer)/iu.test(found?.[0] ?? '');
  return days ? [{ field: 'stage_days', op: isAtLeast ? 'gte' : 'gt', values: [String(days)] }] : [];
}
