import { CATALOGUE, type EntityKey } from '../../../core/questions/catalogue/index.ts';
import { type Filter, toQuestion } from '../../../core/questions/question.ts';
import type { Question } from '../reading.ts';
import type { Utterance } from '../utterance.ts';
import type { Claims } from './claims.ts';
import { asks } from './question-asks.ts';
import { hasDimension } from './question-dimensions.ts';
import { entityOf, ofResults } from './question-entity.ts';
import { eq, readNamed, readSeer } from './question-filters.ts';
import { measureOf } from './question-measure.ts';
import { havingOf, orderOf } from './question-order.ts';
import { type Parts, readParts } from './question-parts.ts';
import { partOf } from './question-share.ts';
import { kindOf, openOrClosed, type Signs, scopeOf } from './question-signs.ts';
import type { SaidTime } from './question-time.ts';
import { haveTouched, touchedIn } from './question-touched.ts';
import * as words from './question-words.ts';
import { ANY_STAGE, stageOf } from './stages.ts';

/** No question is surer: what is said of records in free words is never read to the last of them. */
export const SUREST = 0.92;

export type QuestionCandidate = { question: Question; confidence: number };

type Entity = EntityKey;

/** What is counted, summed or listed, under which limits; undefined when the sentence asks for none of it. */
export function readQuestion(utterance: Utterance): QuestionCandidate | undefined {
  const parts = ofResults(readParts(utterance));
  const entity = parts.worth ? 'opportunity' : entityOf(parts);
  if (entity === undefined || words.LOST_TO.test(utterance.text)) {
    return undefined;
  }
  const { claims, signs } = parts;
  claimEntity(entity, claims);
  const groupBy = groupsOf(entity, parts);
  const stage = parts.ownStage ?? stageIn(entity, signs, groupBy, claims);
  const named = [...readSeer(utterance, parts.seen?.groups?.who), ...readNamed(utterance, claims)];
  const measure = measureOf(entity, parts, groupBy);
  const status = parts.worth
    ? [parts.worth.isOpen || signs.open || signs.pipeline ? 'open' : 'won']
    : statusOf(entity, parts, { measure, hasStage: stage !== undefined && !parts.share, groupBy });
  const isHaving = parts.amount !== undefined && measure === 'sum_amount' && groupBy.length > 0 && !signs.dealNoun;
  const found = filtersOf(entity, parts, { status, stage, named, isHaving });
  const { figure, ...shared } = figureOf(entity, parts, { measure, filters: found });
  const question = toQuestion({
    entity,
    measures: figure === 'list' ? [] : [figure],
    ...shared,
    groupBy,
    having: parts.often?.having ?? (isHaving ? havingOf(parts.amount) : []),
    ...(timeWithout(parts, found, utterance.today) ?? {
      time: parts.time.of(entity, status, signs.created !== undefined),
    }),
    compareTo: parts.time.compareTo,
    ...orderOf(entity, parts, figure, groupBy),
    scope: scopeOf(signs),
    chart: figure === 'share' ? null : parts.chart,
  });
  const unmet = unmetBy(question, entity, parts);
  return asks(parts, question)
    ? { question, confidence: Math.max(0, SUREST - 0.25 * claims.left([words.SMALL_TALK]).length - 0.5 * unmet) }
    : undefined;
}

/** 没有金额的商机占比 is of all that are open; without a part that is named there is no share. */
function figureOf(
  entity: Entity,
  { share }: Parts,
  { measure, filters }: { measure: string; filters: Filter[] },
): { figure: string; filters: Filter[]; part?: Filter[] } {
  const parted = share ? partOf(entity, filters) : undefined;
  return parted ? { figure: 'share', ...parted } : { figure: measure, filters };
}

/** Of what did not happen, or was done by customers themselves; undefined where the time is of the records. */
function timeWithout({ idle, touched, time, lapsed }: Parts, filters: readonly Filter[], today: string) {
  if (lapsed) {
    return { time: lapsed };
  }
  if (hasNotBought(filters) || idle?.isSpan) {
    return { time: null };
  }
  if (idle?.takesDay) {
    return { time: untouchedIn(time) };
  }
  return touched ? { time: touchedIn(touched, time, today) ?? null } : undefined;
}

/** What was said and does not stand in the question: "by source" that cannot be answered is not to be answered without it. */
function unmetBy({ filters, part, time, having, groupBy }: Question, entity: Entity, parts: Parts): number {
  // How often somebody bought or what, and when a lead became what it is, is not asked by its days.
  const isOfAllTime =
    filters.some(({ field }) => field === 'purchases' || (entity === 'customer' && field === 'products')) ||
    (entity === 'lead' && parts.leadStatus !== undefined && parts.leadStatus !== 'converted');
  const isTimeLost = parts.time.isSaid && ((isOfAllTime && !parts.signs.created) || (parts.touched && time === null));
  const isHaving = having.length > 0 && parts.other !== undefined;
  const isUnbounded = (parts.amount && entity !== 'opportunity') || isHaving;
  const unknown = filters.filter(({ field }) => !CATALOGUE[entity].fields.some(({ key }) => key === field)).length;
  const isIdleMet = parts.idle?.takesDay ? hasIdle(entity) : idleOf(entity, parts.idle).length > 0;
  const isIdleLost = (parts.idle && !isIdleMet) || (parts.isLongest && !hasIdle(entity));
  const unfelt = entity === 'activity' ? 0 : parts.felt.length;
  const isShareOfNothing = groupBy.length === 0 && parts.share !== undefined && part.length === 0;
  const isDueLost = entity === 'opportunity' && parts.signs.due !== undefined && !parts.time.isSaid;
  const untagged = hasTags(entity) ? 0 : parts.tags.length;
  const ungrouped = parts.groupings.filter(({ key }) => !hasDimension(CATALOGUE[entity], key)).length;
  const lost = [isUnbounded, isIdleLost, isTimeLost, isShareOfNothing, isDueLost].filter(Boolean).length;
  return ungrouped + unfelt + untagged + unknown + lost;
}

const hasTags = (entity: Entity) => entity === 'customer' || entity === 'lead';

/** The day of 三个月没下单 is its span. */
const hasNotBought = (filters: readonly Filter[]) =>
  filters.some(({ field }) => field === 'days_since_purchase' || field === 'days_without_purchase');

function claimEntity(entity: Entity, claims: Claims): void {
  for (const [name, noun] of words.ENTITIES) {
    if (name === entity) {
      claims.take(noun);
    }
  }
  if (entity === 'activity') {
    claims.take(words.LOGGED);
  }
  if (entity === 'stay') {
    claims.take(words.DEAL_NOUN);
  }
}

function groupsOf(
  entity: Entity,
  { often, groupings, signs, first, rest, claims, chart, time, worth, namesStage, isPiled }: Parts,
): string[] {
  if (often) {
    return [often.of];
  }
  const said = groupings.map(({ key }) => key).filter((key) => hasDimension(CATALOGUE[entity], key));
  if (signs.lost && signs.why && entity === 'opportunity') {
    return ['loss_reason'];
  }
  if (said.length > 0) {
    return said.slice(0, 2);
  }
  if (entity === 'stay' || isPiled) {
    return namesStage ? [] : ['stage'];
  }
  if (time.between) {
    return [time.between];
  }
  const isRanked = entity === 'opportunity' || entity === 'ticket';
  if (isRanked && words.CUSTOMER_NOUN.test(rest) && (first !== undefined || signs.most || worth)) {
    claims.take(words.CUSTOMER_NOUN);
    return ['customer'];
  }
  if (signs.byOwner ?? signs.ranking) {
    return ['owner'];
  }
  return chart === 'line' ? [time.isLong ? 'month' : 'day'] : [];
}

function stageIn(entity: Entity, signs: Signs, groupBy: readonly string[], claims: Claims): string | undefined {
  const isOfStages = entity === 'opportunity' || entity === 'stay';
  const isFree = isOfStages && !groupBy.includes('stage') && !signs.won && !signs.lost;
  const stage = isFree ? stageOf(claims.take(new RegExp(ANY_STAGE, 'iu'))) : undefined;
  claims.take(words.STAGE_NOUN);
  return stage;
}

type Meaning = { measure: string; hasStage: boolean; groupBy: readonly string[] };

/** Nobody is to be in touch with a lead that is closed. */
function statusOfLeads({ signs, leadStatus, idle }: Parts): string[] | undefined {
  const isWaiting = idle !== undefined && !idle.isNever;
  return leadStatus ? [leadStatus] : (openOrClosed('lead', signs) ?? (isWaiting ? ['open'] : undefined));
}

/** Due before a day, or a week: not those that were done long ago. */
const isUntil = ({ time: { range } }: Parts) => range?.kind === 'absolute' && range.from === null;

function statusOf(entity: Entity, parts: Parts, meaning: Meaning): string[] | undefined {
  if (entity === 'lead') {
    return statusOfLeads(parts);
  }
  if (entity === 'opportunity') {
    return statusOfDeals(parts, meaning);
  }
  return openOrClosed(entity, parts.signs) ?? (entity === 'task' && isUntil(parts) ? ['open'] : undefined);
}

/** A pipeline is open business, an average or a revenue is of what was won; a plain list of a stage or of new records implies nothing. */
function statusOfDeals(
  { signs, groupings, first }: Parts,
  { measure, hasStage, groupBy }: Meaning,
): string[] | undefined {
  if (measure === 'win_rate') {
    return ['won', 'lost'];
  }
  if (signs.lost) {
    return ['lost'];
  }
  const isAhead = signs.closing ?? signs.open ?? signs.pipeline;
  // The best customers bought most; what each customer's deals come to is of those that are open.
  const isOfBest =
    groupBy.includes('customer') && !signs.dealNoun && (first ?? signs.most ?? signs.ranking) !== undefined;
  const isPast = measure === 'cycle_days' || ((measure === 'avg_amount' || isOfBest) && !isAhead);
  if (isPast || (signs.won && !signs.closing && !signs.pipeline)) {
    return ['won'];
  }
  if (groupings.some(({ key }) => key === 'status')) {
    return undefined;
  }
  const isOpen = signs.open ?? signs.closing ?? signs.pipeline ?? signs.weighted;
  return isOpen || (!signs.created && !hasStage) ? ['open'] : undefined;
}

/** What was never touched at all is told of customers and leads; of the others, for how long not. */
function idleOf(entity: Entity, idle: Parts['idle']): Filter[] {
  if (idle?.isNever && (entity === 'customer' || entity === 'lead')) {
    return [entity === 'customer' ? eq('follow_ups', '0') : eq('answered', 'false')];
  }
  return idle && !idle.takesDay && hasIdle(entity) ? [idle.filter] : [];
}

const hasIdle = (entity: Entity) => entity === 'opportunity' || entity === 'customer' || entity === 'lead';

const untouchedIn = ({ range }: SaidTime): Question['time'] => (range ? { field: 'untouched', range } : null);

/** Who has left is no contact any more, unless he is asked for. */
const leftOf = (entity: Entity, hasLeft: boolean): Filter[] =>
  entity === 'contact' ? [eq('left', String(hasLeft))] : [];

type Found = { status: string[] | undefined; stage: string | undefined; named: Filter[]; isHaving: boolean };

function filtersOf(entity: Entity, parts: Parts, { status, stage, named, isHaving }: Found): Filter[] {
  const {
    touched,
    source,
    stageSpan,
    dealStates,
    text,
    seen,
    often,
    felt,
    idle,
    asked,
    relations,
    priority,
    hasLeft,
    tier,
    tags,
    amounts,
    places,
    time,
    numbers,
    about,
  } = parts;
  const isKind = entity === 'activity' || entity === 'ticket';
  const kind = often ? often.kind : isKind ? kindOf(seen?.groups?.zhKind ?? seen?.groups?.enKind ?? text) : undefined;
  const isOverdue = entity === 'task' && !time.isSaid && /逾期|过期|overdue|past due/iu.test(text);
  return [
    ...(status ? [eq('status', ...status)] : []),
    ...(stage ? [eq('stage', stage)] : []),
    ...named,
    ...(entity === 'task' ? [] : places),
    ...(kind ? [eq('kind', kind)] : []),
    ...(entity === 'activity' ? felt : []),
    ...idleOf(entity, idle),
    ...(entity === 'lead' ? asked : []),
    ...relations,
    ...leftOf(entity, hasLeft),
    ...(hasDimension(CATALOGUE[entity], 'tier') ? tier : []),
    ...priority,
    ...(hasTags(entity) ? tags : []),
    ...source,
    ...(touched && !time.isSaid ? [haveTouched(touched)] : []),
    ...(entity === 'opportunity' ? [...stageSpan, ...dealStates] : []),
    ...(isOverdue ? [eq('overdue', 'true')] : []),
    ...(entity === 'opportunity' && !isHaving ? amounts : []),
    ...numbers.filter(() => entity === about),
  ];
}
