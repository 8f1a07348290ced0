import type { Core } from '../context.ts';
import { isNameOf, nameKeys, scoreName } from '../names/index.ts';
import { type CustomerWithDeal, keepInSight } from './sole-deal.ts';

export type CustomerHit = {
  id: string;
  name: string;
  score: number;
  /** More was said than is part of its name: it may be another, and is asked about. */
  isGuess: boolean;
};

/** Below this a name is not taken for a customer at all, unless it shares a brand; from here up it is asked about. */
const PLAUSIBLE = 0.7;

/** Behind so much of a name nothing else is looked for. */
const LONGEST_MENTION = 80;

/** Above this, and this far before the next, one candidate is the one meant. */
const SURE = { score: 0.85, margin: 0.08 };

/**
 * The customers a mention may mean, best first, among those the actor may see: exact keys (full name, brand, short form,
 * pinyin), else near names by sound and spelling, else those meant by all but the last words. One hit when it is clear;
 * guesses only where nobody is called so.
 */
export async function findCustomers(
  core: Core,
  { mention, limit = 8 }: { mention: string; limit?: number },
): Promise<CustomerHit[]> {
  const exact = await core.lookUp<CustomerWithDeal>('customers_by_key', { keys: nameKeys(mention), most: limit * 3 });
  keepInSight(core, exact);
  const candidates = exact.length > 0 ? exact : await nearCustomers(core, mention, limit * 5);
  const found = candidates
    .map(({ id, name }) => ({ id, name, score: scoreName(mention, name), isGuess: !isNameOf(mention, name) }))
    .filter(({ score }) => exact.length > 0 || score >= PLAUSIBLE)
    .sort((a, b) => b.score - a.score);
  const [, head] = /^(.*\S)\s+\S+$/su.exec(mention.slice(0, LONGEST_MENTION)) ?? [];
  if (found.length === 0 && head) {
    return (await findCustomers(core, { mention: head, limit })).map((hit) => ({ ...hit, isGuess: true }));
  }
  const scored = found.filter(({ isGuess }) => !isGuess);
  if (scored.length === 0) {
    return found.slice(0, limit);
  }
  // Of several that are called alike but for their legal form, the one called so letter by letter.
  const literal = scored.filter(({ name }) => name.toLowerCase() === mention.trim().toLowerCase());
  if (literal.length === 1) {
    return literal;
  }
  const [best, next] = scored;
  if (best && best.score >= SURE.score && (!next || best.score - next.score >= SURE.margin)) {
    return [best];
  }
  return scored.slice(0, limit);
}

/** Those of them that are called so. */
export const meantIds = (hits: readonly CustomerHit[]): string[] =>
  hits.flatMap(({ id, isGuess }) => (isGuess ? [] : [id]));

/** Names that begin like the mention does, the nearest to it in their order: the candidates that scoring ranks. */
function nearCustomers(core: Core, mention: string, limit: number): Promise<{ id: string; name: string }[]> {
  return core.sql({
    name: 'customers-near',
    text: 'SELECT id, name FROM parley_customers_near($1, $2)',
    isRead: true,
    values: [nameKeys(mention), limit],
  });
}
