import type { EntityKey } from '../../../core/questions/catalogue/index.ts';
import type { Question } from '../reading.ts';
import type { Signs } from './question-signs.ts';
import type { SaidTime } from './question-time.ts';

type Said = {
  signs: Signs;
  /** So many of the first: records, not what they come to. */
  first: number | undefined;
  /** Customers that were seen are counted each once. */
  seen: RegExpExecArray | undefined;
  chart: Question['chart'];
  time: SaidTime;
  /** 积压: how many, not how much they come to. */
  isPiled: boolean;
};

/** What is counted or summed; `list` where it is the records that are wanted. */
export function measureOf(entity: EntityKey, said: Said, groupBy: readonly string[]): string {
  if (said.seen) {
    return 'customers';
  }
  if (entity === 'stay') {
    return said.signs.winRate ? 'won_rate' : said.signs.conversion ? 'onward_rate' : 'days';
  }
  return entity === 'opportunity' ? ofDeals(said, groupBy) : ofOthers(entity, said, groupBy.length > 0);
}

const WON_IN = /赢|成交|签/u;

function ofOthers(entity: EntityKey, { signs, chart, time }: Said, isGrouped: boolean): string {
  const { conversion, won, inTimeRate, responseTime, cycle, handling, counted, summed, howMuch, pipeline } = signs;
  if (entity === 'lead' && (conversion || inTimeRate || responseTime)) {
    return conversion
      ? (won ?? WON_IN.exec(conversion))
        ? 'won_rate'
        : 'conversion_rate'
      : inTimeRate
        ? 'in_time_rate'
        : 'response_hours';
  }
  if (entity === 'task' && signs.doneRate) {
    return 'done_rate';
  }
  if (entity === 'ticket' && (cycle ?? handling)) {
    return 'close_days';
  }
  return counted || summed || howMuch || pipeline || isGrouped || chart || time.compareTo ? 'count' : 'list';
}

function ofDeals({ signs, chart, time, first, isPiled }: Said, groupBy: readonly string[]): string {
  const {
    conversion,
    cycle,
    winRate,
    numberAndSum,
    average,
    weighted,
    counted,
    summed,
    pipeline,
    listed,
    howMuch,
    most,
  } = signs;
  const isGrouped = groupBy.length > 0;
  if (winRate ?? conversion) {
    return 'win_rate';
  }
  if (cycle) {
    return 'cycle_days';
  }
  if (average) {
    return 'avg_amount';
  }
  if (weighted) {
    return 'weighted_amount';
  }
  // How many, and how much they come to: the number is told beside every sum.
  if (numberAndSum ?? (counted && summed)) {
    return 'sum_amount';
  }
  if ((first !== undefined || signs.ordered) && !isGrouped && !counted) {
    return 'list';
  }
  // The most deals is a number of deals; the most by itself is worth most.
  if (
    counted ||
    (isPiled && !summed && !howMuch) ||
    groupBy.includes('loss_reason') ||
    (most && isGrouped && !summed && !pipeline && signs.dealNoun)
  ) {
    return 'count';
  }
  if (time.compareTo && !summed && !howMuch && !pipeline) {
    return 'count';
  }
  if (summed || pipeline || chart || isGrouped || (howMuch && !listed)) {
    return 'sum_amount';
  }
  return 'list';
}
