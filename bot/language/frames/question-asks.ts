import type { Question } from '../reading.ts';
import type { Parts } from './question-parts.ts';
import * as words from './question-words.ts';

/** What is a question however little is said beside it. */
const isWhole = ({ touched, lapsed, isLongest, seen }: Parts) => isLongest || (touched ?? lapsed ?? seen) !== undefined;

/** A noun alone asks nothing; of customers, contacts and follow-ups a day alone does not either, but 我的客户 does. */
export function asks(parts: Parts, question: Question): boolean {
  const { claims, signs, rest, idle, time, amount, relations, first, chart } = parts;
  const { entity, measures, filters, groupBy } = question;
  if (isWhole(parts) || measures.some((measure) => measure !== 'count' && measure !== 'sum_amount')) {
    return true;
  }
  const said =
    idle ??
    signs.pipeline ??
    signs.counted ??
    signs.summed ??
    signs.listed ??
    signs.howMuch ??
    signs.ordered ??
    first ??
    chart;
  if ((said !== undefined && said !== null) || relations.length > 0 || time.compareTo !== null) {
    return true;
  }
  const isNamed = words.ENTITIES.some(([, noun]) => noun.test(rest));
  const has = (field: string) => filters.some((filter) => filter.field === field);
  const isLimited =
    groupBy.length > 0 ||
    question.time !== null ||
    amount !== undefined ||
    parts.numbers.length > 0 ||
    parts.unanswered.length > 0 ||
    parts.ownStage !== undefined ||
    has('overdue') ||
    has('priority') ||
    parts.dealStates.length > 0 ||
    filters.some(({ field, values }) => field === 'owner' && values.length > 1) ||
    has('region') ||
    has('industry') ||
    has('tier') ||
    has('tags') ||
    has('source') ||
    has('stage') ||
    has('stage_days') ||
    parts.leadStatus !== undefined ||
    (entity === 'lead' && has('products')) ||
    (isNamed &&
      (signs.won !== undefined ||
        signs.lost !== undefined ||
        signs.created !== undefined ||
        signs.open !== undefined ||
        (entity === 'opportunity' && (has('customer') || has('team')))));
  const isLoose = entity === 'activity' || entity === 'customer' || entity === 'contact';
  const isHisOrNew =
    signs.mine !== undefined || has('owner') || has('team') || (signs.created !== undefined && question.time !== null);
  if (entity === 'customer' && isHisOrNew && claims.left([words.SMALL_TALK]).length === 0) {
    return true;
  }
  return (
    isLimited &&
    (!isLoose ||
      groupBy.length > 0 ||
      ['region', 'industry', 'tier', 'tags', 'source', 'contacts', 'follow_ups'].some(has))
  );
}
