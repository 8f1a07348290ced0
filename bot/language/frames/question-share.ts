import { CATALOGUE, type EntityKey } from '../../../core/questions/catalogue/index.ts';
import type { Filter } from '../../../core/questions/question.ts';

/** Whose, how far and with whom: what all of them share of which a part is asked. */
const WHOLE: ReadonlySet<string> = new Set(['owner', 'team', 'customer', 'kind', 'left']);
/** Where nothing else is said, these make the part. */
const PLACES: ReadonlySet<string> = new Set(['region', 'industry', 'stage']);

/** 没有金额的商机占比, the share of leads from the website: all there are, and the part of them that is asked; undefined where no part is named. */
export function partOf(
  entity: EntityKey,
  filters: readonly Filter[],
): { filters: Filter[]; part: Filter[] } | undefined {
  if (!CATALOGUE[entity].measures.some(({ key }) => key === 'share')) {
    return undefined;
  }
  // An open deal is one of all that are open; a converted lead is one of all there are.
  const isWhole = ({ field }: Filter) => WHOLE.has(field) || (field === 'status' && entity === 'opportunity');
  const named = filters.filter((filter) => !isWhole(filter));
  const telling = named.filter(({ field }) => !PLACES.has(field));
  const part = telling.length > 0 ? telling : named;
  return part.length > 0 ? { filters: filters.filter((filter) => !part.includes(filter)), part } : undefined;
}
