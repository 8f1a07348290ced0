import type { EntityKey } from '../../../core/questions/catalogue/index.ts';
import type { Parts } from './question-parts.ts';
import type { Signs } from './question-signs.ts';
import * as words from './question-words.ts';

/** Words of winning, losing and closing are about opportunities, whatever noun stands beside them. */
export function entityOf(parts: Parts): EntityKey | undefined {
  return plainly(parts) ?? namedBy(parts);
}

/** What is asked in words that are of one kind of record alone. */
function plainly({ seen, often, isOfStays, isPiled, touched, lapsed }: Parts): EntityKey | undefined {
  if (seen ?? often) {
    return 'activity';
  }
  return isOfStays ? 'stay' : isPiled ? 'opportunity' : (touched ?? lapsed) ? 'customer' : undefined;
}

function namedBy(parts: Parts): EntityKey | undefined {
  const { rest, signs, idle, first, relations, places, groupings, dealStates, isLongest } = parts;
  const said = nounOf(rest, isLongest);
  const measured = measuredOf(signs, said);
  if (measured) {
    return measured;
  }
  if (relations.length > 0) {
    return 'customer';
  }
  // Who has done nothing is asked of colleagues, of whom there are no records.
  const named = said ?? (idle && !signs.byOwner ? 'opportunity' : signs.agenda ? 'task' : undefined);
  const isDeal = dealSign(signs) ?? dealStates[0];
  const isOther = named === 'lead' || named === 'task' || named === 'ticket';
  if (isDeal !== undefined && !isOther && !(named === 'activity' && !signs.won)) {
    return 'opportunity';
  }
  // The best customers are those who bought most.
  if (named === 'customer' && first !== undefined && !isLongest) {
    return 'opportunity';
  }
  return named ?? (places.length + groupings.length > 0 && signs.summed ? 'opportunity' : undefined);
}

/** Longest without a call is asked of customers, whatever is called a call. */
function nounOf(rest: string, isLongest: boolean): EntityKey | undefined {
  const said = words.ENTITIES.find(([, noun]) => noun.test(rest))?.[0];
  return isLongest && said !== 'opportunity' ? 'customer' : said;
}

/** Figures that are of one kind of record only; what becomes of deals is their win rate. */
function measuredOf(signs: Signs, said: EntityKey | undefined): EntityKey | undefined {
  const isOfLeads = signs.inTimeRate ?? signs.responseTime ?? (said === 'opportunity' ? undefined : signs.conversion);
  return isOfLeads ? 'lead' : signs.handling ? 'ticket' : signs.doneRate ? 'task' : undefined;
}

const dealSign = ({ winRate, conversion, cycle, average, pipeline, weighted, closing, won, lost }: Signs) =>
  winRate ?? conversion ?? cycle ?? average ?? pipeline ?? weighted ?? closing ?? won ?? lost;

/** 本季度和上季度对比, Jim vs Lucy this quarter: where nothing is said of what, it is what was won. */
export function ofResults(parts: Parts): Parts {
  const { time, rest, signs, groupings, dealStates, idle } = parts;
  const isBare =
    (time.isPair || time.between !== undefined) &&
    time.isSaid &&
    entityOf(parts) === undefined &&
    groupings.length + dealStates.length === 0 &&
    idle === undefined &&
    !words.ENTITIES.some(([, noun]) => noun.test(rest));
  return isBare ? { ...parts, signs: { ...signs, won: signs.won ?? 'won', summed: signs.summed ?? 'sum' } } : parts;
}
