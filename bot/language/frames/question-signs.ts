import type { Question } from '../reading.ts';
import type { Claims } from './claims.ts';
import * as figures from './question-figure-words.ts';
import { toCount } from './question-time.ts';
import * as words from './question-words.ts';

/** The words of a sentence that shape a question, each claimed once. */
export function readSigns(claims: Claims, text: string, whole = text) {
  return {
    conversion: claims.take(figures.CONVERSION),
    inTimeRate: claims.take(figures.IN_TIME_RATE),
    responseTime: claims.take(figures.RESPONSE_TIME),
    doneRate: claims.take(figures.DONE_RATE),
    handling: claims.take(figures.HANDLING),
    cycle: claims.take(figures.CYCLE),
    numberAndSum: words.NUMBER_AND_SUM.test(text) ? 'both' : undefined,
    winRate: claims.take(figures.WIN_RATE),
    average: claims.take(figures.AVERAGE),
    pipeline: claims.take(words.PIPELINE),
    ordered: claims.take(words.ORDERED),
    ranking: claims.take(words.RANKING),
    more: claims.take(words.MORE),
    byOwner: claims.take(words.BY_OWNER) ?? claims.take(words.WHO),
    most: claims.take(words.MOST),
    weighted: claims.take(figures.WEIGHTED),
    counted: claims.take(words.COUNT),
    summed: claims.take(words.SUM),
    // What was closed of tickets is no deal.
    solved: words.TICKETS.test(text) ? claims.take(words.SOLVED) : undefined,
    finished: words.TASKS.test(text) ? claims.take(words.FINISHED) : undefined,
    least: words.LEAST.test(whole) ? 'least' : undefined,
    closing: claims.take(words.CLOSING),
    won: claims.take(words.WON),
    lost: claims.take(words.LOST),
    why: claims.take(words.WHY),
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

export type Signs = ReturnType<typeof readSigns>;

/** 业绩 is what was won; what somebody "did close" is not what is about to. */
export function meant(signs: Signs, text: string): Signs {
  if (signs.closing && /(?<![a-z])did(?![a-z])/iu.test(text)) {
    return { ...signs, won: signs.won ?? signs.closing, closing: undefined };
  }
  const isRevenue =
    (signs.summed && /业绩|签单额|成交额|revenue|performance/iu.test(signs.summed)) ||
    (signs.ranking && !signs.counted && !signs.pipeline && /销售|业绩|sales/iu.test(text));
  return isRevenue ? { ...signs, won: signs.won ?? signs.summed ?? signs.ranking } : signs;
}

/** "All my customers" are his, not everybody's. */
export function scopeOf({ team, all, mine, agenda }: Signs): Question['scope'] {
  const isHisAll = mine !== undefined && all !== undefined && /^(?:所有|全部|all)$/iu.test(all);
  return team ? 'team' : all && !isHisAll ? 'all' : (mine ?? agenda) ? 'mine' : 'all';
}

/** Of tickets and tasks. */
export function openOrClosed(
  entity: Question['entity'],
  { open, solved, handling, finished, agenda }: Signs,
): string[] | undefined {
  if (entity === 'ticket') {
    return open ? ['open'] : (solved ?? handling) ? ['closed'] : undefined;
  }
  if (entity === 'lead' && open) {
    return [/跟进中/u.test(open) ? 'working' : /处理/u.test(open) ? 'new' : 'open'];
  }
  const ofTask = open ? 'open' : finished ? 'done' : agenda && 'open';
  return entity === 'task' && ofTask ? [ofTask] : undefined;
}

/** "top 5", 前十, "the three biggest" */
export function readFirst(claims: Claims): number | undefined {
  const { zh, more, en, many } = claims.match(words.FIRST)?.groups ?? {};
  return toCount(zh ?? more ?? en ?? many);
}

export function readChart(claims: Claims): Question['chart'] {
  const said = claims.take(words.CHART);
  if (said === undefined) {
    return null;
  }
  return /饼|占比|比例|pie|share/iu.test(said) ? 'pie' : /折线|曲线|趋势|走势|line|trend/iu.test(said) ? 'line' : 'bar';
}

const KINDS: readonly (readonly [string, RegExp])[] = [
  ['visit', /拜访|走访|跑|去|visit/iu],
  ['call', /电话|call/iu],
  ['meeting', /会议|开的?会|meet/iu],
  ['email', /邮件|e-?mail/iu],
  ['message', /微信|messages?(?![a-z])/iu],
  ['complaint', /投诉|complain/iu],
  ['fault', /报修|故障|fault/iu],
];

export const kindOf = (said: string) => KINDS.find(([, pattern]) => pattern.test(said))?.[0];
