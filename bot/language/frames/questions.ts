import { daysBetween } from '../../../core/days.ts';
import { type Filter, toQuestion } from '../../../core/questions/question.ts';
import type { Decimal } from '../amounts/decimal.ts';
import { chineseInteger } from '../days/chinese-numbers.ts';
import type { Question } from '../reading.ts';
import { firstSlot, type Utterance } from '../utterance.ts';
import { pattern, unclaimed, withoutCourtesy } from './frame.ts';
import { rangeOf, timeFieldOf } from './question-time.ts';
import * as words from './question-words.ts';
import { ANY_STAGE, stageOf } from './stages.ts';

export type QuestionCandidate = { question: Question; confidence: number };

type Claims = { take(words: RegExp): string | undefined; left(): string[] };

/** Claims words one after another; what nobody claims counts against the reading. */
function claimer(text: string): Claims {
  let rest = text;
  return {
    take(pattern) {
      const found = pattern.exec(rest)?.[0];
      if (found !== undefined) {
        rest = rest.replace(new RegExp(pattern.source, `${pattern.flags.replace('g', '')}g`), ' ');
      }
      return found;
    },
    left: () => unclaimed(rest, [words.SMALL_TALK]),
  };
}

/** The words of a sentence that shape a question, each claimed once. */
function readSigns(claims: Claims, text: string) {
  return {
    winRate: claims.take(words.WIN_RATE),
    idle: claims.take(words.IDLE),
    pipeline: claims.take(words.PIPELINE),
    byOwner: claims.take(words.BY_OWNER) ?? claims.take(words.WHO),
    most: claims.take(words.MOST),
    byStage: claims.take(words.BY_STAGE),
    weighted: claims.take(words.WEIGHTED),
    counted: claims.take(words.COUNT),
    summed: claims.take(words.SUM),
    closing: claims.take(words.CLOSING),
    won: claims.take(words.WON),
    lost: claims.take(words.LOST),
    listed: claims.take(words.LIST),
    howMuch: claims.take(/多少/u),
    open: claims.take(words.OPEN),
    created: claims.take(words.CREATED),
    team: claims.take(words.TEAM),
    all: claims.take(words.ALL),
    mine: claims.take(words.MINE),
    due: claims.take(words.DUE),
    dealNoun: words.DEALS.test(text) ? 'deals' : undefined,
    agenda: claims.take(words.AGENDA),
  };
}

type Signs = ReturnType<typeof readSigns>;

/** 业绩 is what was won; what somebody "did close" is not what is about to. */
function meant(signs: Signs, text: string): Signs {
  if (signs.closing && /(?<![a-z])did(?![a-z])/iu.test(text)) {
    return { ...signs, won: signs.won ?? signs.closing, closing: undefined };
  }
  return signs.summed && /业绩|签单额|成交额/u.test(signs.summed)
    ? { ...signs, won: signs.won ?? signs.summed }
    : signs;
}

/** What is counted, summed or listed, under which limits; undefined when the sentence asks for none of it. */
export function readQuestion(utterance: Utterance): QuestionCandidate | undefined {
  const text = withoutCourtesy(utterance.text).replace(words.TO_ME, '$<deed> ');
  const claims = claimer(text);
  const amount = amountOf(utterance, claims);
  const source = words.BY_SOURCE.test(text) && words.LEAD.test(text) ? claims.take(words.BY_SOURCE) : undefined;
  const signs = meant(readSigns(claims, text), text);
  const entity = entityOf(text, signs);
  if (entity === undefined) {
    return undefined;
  }
  claimEntity(entity, claims);
  const groupBy = source ? 'source' : signs.byOwner ? 'owner' : signs.byStage ? 'stage' : undefined;
  const stage = stageIn(entity, signs, claims);
  const status = statusOf(entity, signs, stage !== undefined);
  const day = firstSlot(utterance, 'day', utterance.text)?.asked;
  claims.take(pattern('(?:在|于)?{day}(?:以来|期间|内|里|起)?|{person}|{customer}', 'giu'));
  const idle = idleOf(entity, signs, day?.from, utterance.today);
  const field = timeFieldOf(entity, {
    isCreated: signs.created !== undefined,
    isClosed: status !== undefined && !status.includes('open'),
  });
  const isOverdue = entity === 'task' && /逾期|过期|overdue|past due/iu.test(text) && !day;
  const time = day && !idle?.takesDay ? { field, range: rangeOf(day, utterance.today) } : null;
  const customer = firstSlot(utterance, 'customer', text)?.name;
  const filters: Filter[] = [
    ...(status ? [eq('status', ...status)] : []),
    ...(stage ? [eq('stage', stage)] : []),
    ...named('owner', firstSlot(utterance, 'person', text)?.name),
    ...named('customer', customer),
    ...(entity === 'activity' ? named('kind', words.KINDS.find(([, kind]) => kind.test(text))?.[0]) : []),
    ...(idle ? [{ field: 'idle_days', op: 'gte' as const, values: [String(idle.days)] }] : []),
    ...(isOverdue ? [eq('overdue', 'true')] : []),
    ...(amount && entity === 'opportunity' ? [amount] : []),
  ];
  const measure = measureOf(entity, signs, groupBy !== undefined);
  const question = toQuestion({
    entity,
    measures: measure === 'list' ? [] : [measure],
    filters,
    groupBy: groupBy ? [groupBy] : [],
    time,
    scope: signs.team ? 'team' : signs.all ? 'all' : (signs.mine ?? signs.agenda) ? 'mine' : 'all',
  });
  const isAsked = asks(
    entity,
    signs,
    [groupBy, time ?? undefined, amount, isOverdue || undefined],
    words.ENTITIES.some(([, noun]) => noun.test(text)),
    customer,
  );
  return isAsked ? { question, confidence: Math.max(0, 0.92 - 0.25 * claims.left().length) } : undefined;
}

const eq = (field: string, ...values: string[]): Filter => ({ field, op: values.length > 1 ? 'in' : 'eq', values });
const named = (field: string, value: string | undefined): Filter[] => (value === undefined ? [] : [eq(field, value)]);

/** What the digest calls idle, where no number was said. */
const IDLE_DAYS = 7;
const NUMBERS: Readonly<Record<string, number>> = { a: 1, one: 1, two: 2, three: 3, four: 4, six: 6 };

const canIdle = (entity: Question['entity']) => entity === 'opportunity' || entity === 'customer';

function idleDays(said: string | undefined): number | undefined {
  if (said === undefined) {
    return undefined;
  }
  const { zh, zhUnit, en, enUnit } = words.IDLE.exec(said)?.groups ?? {};
  const number = zh ?? en;
  if (number?.startsWith('半')) {
    return 15;
  }
  if (number === undefined) {
    return IDLE_DAYS;
  }
  const count = NUMBERS[number.toLowerCase()] ?? (/\d/.test(number) ? Number(number) : chineseInteger(number));
  const unit = zhUnit ?? enUnit ?? '';
  return count * (/周|星期|week/iu.test(unit) ? 7 : /月|month/iu.test(unit) ? 30 : 1);
}

/** For how many days nothing has happened; "not spoken to since March" says it by its day. */
function idleOf(
  entity: Question['entity'],
  signs: Signs,
  from: string | undefined,
  today: string,
): { days: number; takesDay: boolean } | undefined {
  const days = canIdle(entity) ? idleDays(signs.idle) : undefined;
  if (days === undefined) {
    return undefined;
  }
  const since = from && !signs.closing ? Math.abs(daysBetween(from, today)) : 0;
  return since > 0 ? { days: since, takesDay: true } : { days, takesDay: false };
}

/** Words of winning, losing and closing are about opportunities, whatever noun stands beside them. */
function entityOf(text: string, signs: Signs): Question['entity'] | undefined {
  const said = signs.idle ? text.replace(words.IDLE, ' ') : text;
  const named =
    words.ENTITIES.find(([, noun]) => noun.test(said))?.[0] ??
    (signs.idle ? 'opportunity' : signs.agenda ? 'task' : undefined);
  const isDeal = signs.winRate ?? signs.pipeline ?? signs.weighted ?? signs.closing ?? signs.won ?? signs.lost;
  return isDeal !== undefined && named !== 'lead' && named !== 'task' ? 'opportunity' : named;
}

function claimEntity(entity: Question['entity'], claims: Claims): void {
  for (const [name, noun] of words.ENTITIES) {
    if (name === entity) {
      claims.take(noun);
    }
  }
  if (entity === 'activity') {
    claims.take(words.LOGGED);
  }
}

function stageIn(entity: Question['entity'], signs: Signs, claims: Claims): string | undefined {
  const isFree = entity === 'opportunity' && !signs.byStage && !signs.won && !signs.lost;
  const stage = isFree ? stageOf(claims.take(new RegExp(ANY_STAGE, 'iu'))) : undefined;
  claims.take(words.STAGE_NOUN);
  return stage;
}

function measureOf(entity: Question['entity'], signs: Signs, isGrouped: boolean): string {
  if (signs.winRate) {
    return 'win_rate';
  }
  if (signs.weighted) {
    return 'weighted_amount';
  }
  // The most deals is a number of deals; the most by itself is worth most.
  if (signs.counted || (signs.most && isGrouped && !signs.summed && !signs.pipeline && signs.dealNoun)) {
    return 'count';
  }
  const isSum = signs.summed ?? signs.howMuch ?? signs.pipeline;
  if (
    entity === 'opportunity' &&
    (signs.summed || signs.pipeline || (isGrouped && !signs.counted) || (isSum && !signs.listed))
  ) {
    return 'sum_amount';
  }
  return isSum || isGrouped ? 'count' : 'list';
}

/** A pipeline is open business; a plain list of a stage or of new records implies nothing. */
function statusOf(entity: Question['entity'], signs: Signs, hasStage: boolean): string[] | undefined {
  if (entity !== 'opportunity') {
    return entity === 'task' && (signs.open ?? signs.agenda) ? ['open'] : undefined;
  }
  if (signs.winRate) {
    return ['won', 'lost'];
  }
  if (signs.lost) {
    return ['lost'];
  }
  if (signs.won && !signs.closing && !signs.pipeline) {
    return ['won'];
  }
  const isOpen = signs.open ?? signs.closing ?? signs.pipeline ?? signs.weighted;
  return isOpen || (!signs.created && !hasStage) ? ['open'] : undefined;
}

/** A noun alone asks nothing; of customers and follow-ups a day alone does not either. */
function asks(
  entity: Question['entity'],
  signs: Signs,
  limits: readonly unknown[],
  isNamed: boolean,
  customer?: string,
): boolean {
  const measured =
    signs.winRate ??
    signs.idle ??
    signs.pipeline ??
    signs.weighted ??
    signs.counted ??
    signs.summed ??
    signs.listed ??
    signs.howMuch;
  if (measured !== undefined) {
    return true;
  }
  const isLoose = entity === 'activity' || entity === 'customer';
  const isLimited =
    limits.some((limit) => limit !== undefined) ||
    (isNamed &&
      (signs.won ?? signs.lost ?? signs.created ?? signs.open ?? (entity === 'opportunity' ? customer : undefined)) !==
        undefined);
  return isLimited && !isLoose;
}

function amountOf(utterance: Utterance, claims: Claims): Filter | undefined {
  const more = claims.take(words.MORE);
  const found = more ?? claims.take(words.LESS);
  const slot = found ? firstSlot(utterance, 'money', found) : undefined;
  if (!found || slot?.kind !== 'number') {
    return undefined;
  }
  const isInclusive = /以上|at least|不低于|不少于|[≥=]|不超过|以下|以内|at most|up to/iu.test(found);
  const other = slot.currency && slot.currency !== utterance.currency ? ` ${slot.currency}` : '';
  return {
    field: 'amount',
    op: more ? (isInclusive ? 'gte' : 'gt') : isInclusive ? 'lte' : 'lt',
    values: [`${plain(slot.value)}${other}`],
  };
}

function plain({ digits, scale }: Decimal): string {
  const text = String(digits).padStart(scale + 1, '0');
  return scale === 0 ? text : `${text.slice(0, -scale)}.${text.slice(-scale)}`;
}
