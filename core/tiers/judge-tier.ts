import type { Condition, Reason } from './condition.ts';

export type TierRule = {
  id: string;
  tier: string;
  needs: 'all' | 'any';
  conditions: Condition[];
  /** A ticket of such a customer becomes a task of his owner's (R19). */
  cares: boolean;
  version: number;
};

/** What the rules look at, of one customer. Windows are in days. */
export type TierFigures = {
  id: string;
  contacts: Readonly<Record<string, number>>;
  openDeals: number;
  /** Of his best open deal, in whole percent. */
  probability: number;
  /** Whole minor units. */
  openAmount: bigint;
  wonAmounts: Readonly<Record<string, string>>;
  tags: readonly string[];
};

/** From here up the needs of a deal are confirmed: the customer has said what he wants to buy. */
const INTENT_PERCENT = 30;

export const INTENT_TAG = '高意向';

/** The tier of a customer and what made it so: the first rule that holds; null where none does. */
export function judgeTier(figures: TierFigures, rules: readonly TierRule[]): { tier: string | null; why: Reason[] } {
  for (const { tier, needs, conditions } of rules) {
    const reasons = conditions.flatMap((condition) => holds(condition, figures) ?? []);
    const isMet = needs === 'all' ? reasons.length === conditions.length : reasons.length > 0;
    if (isMet) {
      return { tier, why: reasons };
    }
  }
  return { tier: null, why: [] };
}

function holds(condition: Condition, figures: TierFigures): Reason | undefined {
  const { contacts, openDeals, openAmount, wonAmounts, probability, tags } = figures;
  const { kind } = condition;
  switch (kind) {
    case 'contacts': {
      const { days, atLeast } = condition;
      const count = contacts[days] ?? 0;
      return count >= atLeast ? { kind, days, count } : undefined;
    }
    case 'intent':
      return isTagged(tags, INTENT_TAG)
        ? { kind, by: 'tag' }
        : probability >= INTENT_PERCENT
          ? { kind, by: 'deal' }
          : undefined;
    case 'open_deals':
      return openDeals >= condition.atLeast ? { kind, count: openDeals } : undefined;
    case 'open_amount':
      return openAmount >= BigInt(condition.atLeast) ? { kind } : undefined;
    case 'won_amount': {
      const { days, atLeast } = condition;
      return BigInt(wonAmounts[days] ?? 0) >= BigInt(atLeast) ? { kind, days } : undefined;
    }
    case 'tag':
      return isTagged(tags, condition.tag) ? { kind, tag: condition.tag } : undefined;
  }
}

/** By any word a tag has. */
function isTagged(tags: readonly string[], word: string): boolean {
  const said = word.toLowerCase();
  return tags.some((tag) => tag.toLowerCase() === said);
}

/** The windows the rules ask for. */
export function windowsOf(rules: readonly TierRule[]): number[] {
  const days = rules.flatMap(({ conditions }) => conditions.flatMap((each) => ('days' in each ? [each.days] : [])));
  return [...new Set(days)];
}
