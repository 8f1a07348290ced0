import type { Entity } from '../../../core/questions/catalogue/entity.ts';
import { isOwnKey } from '../../../core/questions/catalogue/own-keys.ts';
import type { Filter } from '../../../core/questions/question.ts';
import type { Question } from '../reading.ts';
import type { Utterance } from '../utterance.ts';
import { Claims } from './claims.ts';
import { hasDimension, readGroupings } from './question-dimensions.ts';
import { eq, readAmount, readNamed } from './question-filters.ts';
import { readPlace } from './question-places.ts';
import { meant, readChart, readFirst, readSigns, type Signs } from './question-signs.ts';
import { readTime } from './question-time.ts';
import * as words from './question-words.ts';

/** What says that it goes on from the last question. */
const CUE =
  /^(?:那么?|再|只看?|就看?|换成|改成|仅|and|what about|how about|what if|now|then|only|just|same for|but only|show it|make it)(?![a-z])|呢[?？]?$|(?<![a-z])(?:only|instead|too)(?![a-z])/iu;
const CUE_WORDS =
  /那么?|再|只要?看?|就看?|换成|改成|仅|呢|也|的话|去掉|全部时间|(?<![a-z])(?:and|what|about|how|if|now|then|only|just|same|for|but|show|it|make|instead|too|as|those|ones|them|one)(?![a-z])/giu;
/** Somebody's own "那" before a whole sentence is no more than a breath. */
const LONGEST = 30;

/** `hasCue`: it says itself that it goes on from the last question. */
export type Patch = { question: Question; hasCue: boolean };

/** "那上个月呢", "only Jim's", "by stage", "前5个": the last question with what was said changed; undefined when this changes nothing. */
export function readPatch(utterance: Utterance, last: Question): Patch | undefined {
  const { text, catalogue, slots } = utterance;
  const entity = catalogue[last.entity];
  if (text.length > LONGEST || !entity) {
    return undefined;
  }
  const said = readPieces(utterance, entity, isOwnKey(last.entity));
  const hasCue = CUE.test(text);
  // A fragment names neither what is counted nor what of; a whole question is read as one.
  const isWhole = !hasCue && (slots.object.length > 0 || words.ENTITIES.some(([, noun]) => noun.test(said.rest)));
  // 赢单占比 after another share asks for one of its own.
  const isShare = said.groupings.length === 0 && words.SHARE.test(text);
  if (said.spare > 0 || isWhole || isShare || isOtherFigure(said)) {
    return undefined;
  }
  const steps = [withFilters, withGroups, withTime, withMeasure, withFirst, withScope];
  const question = steps.reduce((next, step) => step(next, said), last);
  return JSON.stringify(question) === JSON.stringify(last) ? undefined : { question, hasCue };
}

function readPieces(utterance: Utterance, entity: Entity, isOwn: boolean) {
  const claims = new Claims(utterance.text.replace(/[?？。.!！]+$/u, ''));
  const chart = readChart(claims);
  const amount = readAmount(utterance, claims);
  const time = readTime(utterance, claims);
  const first = readFirst(claims);
  const places = readPlace(claims);
  const groupings = readGroupings(claims, isOwn ? entity : undefined).filter(({ key }) => hasDimension(entity, key));
  const named = readNamed(utterance, claims);
  const scope = scopeIn(claims);
  const signs = meant(readSigns(claims, claims.text), utterance.text);
  const spare = claims.left([words.SMALL_TALK, CUE_WORDS]).length;
  return { entity, chart, amount, time, first, places, groupings, named, scope, signs, spare, rest: claims.text };
}

type Pieces = ReturnType<typeof readPieces>;

function scopeIn(claims: Claims): Question['scope'] | undefined {
  return claims.take(words.TEAM)
    ? 'team'
    : claims.take(words.ALL)
      ? 'all'
      : claims.take(words.MINE)
        ? 'mine'
        : undefined;
}

function withFilters(question: Question, { named, places, amount, signs }: Pieces): Question {
  const status = statusSaid(question, signs);
  const bound = amount && question.entity === 'opportunity' ? [amount] : [];
  return [...named, ...places, ...bound, ...status].reduce(withFilter, question);
}

function withGroups(question: Question, { groupings, named }: Pieces): Question {
  if (groupings.length > 0) {
    const measures = question.measures.length > 0 ? question.measures : [defaultMeasure(question)];
    return { ...question, measures, groupBy: groupings.map(({ key }) => key).slice(0, 2), limit: null, sort: null };
  }
  // One of them is no group.
  const groupBy = question.groupBy.filter((key) => !named.some(({ field }) => field === key));
  return groupBy.length < question.groupBy.length && groupBy.length === 0
    ? { ...question, groupBy, having: [], sort: null, limit: null }
    : { ...question, groupBy };
}

/** What did not happen in one time is asked of another likewise. */
const KEPT_TIMES: ReadonlySet<string> = new Set(['untouched']);

function withTime(question: Question, { time, entity }: Pieces): Question {
  const { entity: about } = question;
  const status = question.filters.find(({ field }) => field === 'status')?.values;
  const own = (): Question['time'] =>
    isOwnKey(about)
      ? time.range
        ? { field: question.time?.field ?? entity.time, range: time.range }
        : null
      : time.range && question.time && KEPT_TIMES.has(question.time.field)
        ? { field: question.time.field, range: time.range }
        : time.of(about, status, question.time?.field === 'created');
  return {
    ...question,
    time: time.isSaid ? own() : time.compareTo ? (question.time ?? own()) : question.time,
    compareTo: time.compareTo ?? question.compareTo,
  };
}

function withMeasure(question: Question, { signs, chart, entity }: Pieces): Question {
  const drawn = chart ? { ...question, chart } : question;
  const measure = measureSaid(entity, signs);
  if (measure === undefined) {
    return drawn;
  }
  return measure === 'list'
    ? { ...drawn, measures: [], groupBy: [], having: [], sort: null, chart: null, ...apart(question, measure) }
    : { ...drawn, measures: [measure], ...apart(question, measure) };
}

/** What made the part of a share limits what is counted instead. */
const apart = ({ measures, filters, part }: Question, measure: string) =>
  measures.includes('share') && measure !== 'share' ? { filters: [...filters, ...part], part: [] } : {};

function withFirst(question: Question, { first }: Pieces): Question {
  if (first === undefined) {
    return question;
  }
  const isList = question.measures.length === 0 && question.groupBy.length === 0;
  const by = isList ? 'amount' : (question.measures[0] ?? 'count');
  const canSort = !isList || question.entity === 'opportunity';
  return { ...question, limit: first, sort: canSort ? { by, dir: 'desc' } : null };
}

function withScope(question: Question, { scope }: Pieces): Question {
  return scope ? { ...question, scope, filters: question.filters.filter(({ field }) => field !== 'owner') } : question;
}

function withFilter(question: Question, filter: Filter): Question {
  return { ...question, filters: [...question.filters.filter(({ field }) => field !== filter.field), filter] };
}

function defaultMeasure({ entity }: Question): string {
  return entity === 'opportunity' ? 'sum_amount' : 'count';
}

/** The first that was said. */
const SAID: readonly (readonly [keyof Signs, string])[] = [
  ['conversion', 'conversion_rate'],
  ['inTimeRate', 'in_time_rate'],
  ['responseTime', 'response_hours'],
  ['cycle', 'cycle_days'],
  ['handling', 'close_days'],
  ['winRate', 'win_rate'],
  ['average', 'avg_amount'],
  ['weighted', 'weighted_amount'],
  ['counted', 'count'],
  ['summed', 'sum_amount'],
  ['howMuch', 'sum_amount'],
  ['listed', 'list'],
];

function measureSaid({ measures }: Entity, signs: Signs): string | undefined {
  const said = SAID.find(([sign]) => signs[sign] !== undefined)?.[1];
  return said === 'list' || measures.some(({ key }) => key === said) ? said : undefined;
}

/** 各阶段转化率 after a sum of deals asks for something else. */
function isOtherFigure({ entity, signs }: Pieces): boolean {
  const { conversion, inTimeRate, responseTime, cycle, handling } = signs;
  const figure = conversion
    ? 'conversion_rate'
    : inTimeRate
      ? 'in_time_rate'
      : responseTime
        ? 'response_hours'
        : cycle
          ? 'cycle_days'
          : handling && 'close_days';
  return figure !== undefined && !entity.measures.some(({ key }) => key === figure);
}

function statusSaid({ entity }: Question, signs: Signs): Filter[] {
  if (entity !== 'opportunity') {
    return [];
  }
  return signs.won
    ? [eq('status', 'won')]
    : signs.lost
      ? [eq('status', 'lost')]
      : signs.open
        ? [eq('status', 'open')]
        : [];
}
