import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import type { Money } from '../money.ts';
import type { Condition } from './condition.ts';
import { findTierRules, ruleOf } from './find-rules.ts';
import type { TierRule } from './judge-tier.ts';

/** Each part is left as it is when left out; zero, or no tag, takes a condition away. */
export type RuleChange = {
  tier: string;
  needs?: 'all' | 'any' | undefined;
  cares?: boolean | undefined;
  contacts?: number | undefined;
  days?: number | undefined;
  intent?: boolean | undefined;
  openDeals?: number | undefined;
  /** Whole minor units. */
  openAmount?: bigint | undefined;
  wonAmount?: bigint | undefined;
  wonDays?: number | undefined;
  tagId?: string | null | undefined;
};

const CONTACT_DAYS = 30;
const WON_DAYS = 365;

/** Changes what a tier depends on; every customer is judged anew in the next minutes. Throws not_found for no such tier. */
export async function changeTierRule(
  core: Core,
  { tier, needs, cares, tagId, ...parts }: RuleChange,
): Promise<TierRule> {
  const [rules, tag] = await Promise.all([findTierRules(core), tagId ? nameOfTag(core, tagId) : tagId]);
  const rule = ruleOf(rules, tier);
  const changed: TierRule = {
    ...rule,
    needs: needs ?? rule.needs,
    cares: cares ?? rule.cares,
    conditions: mergeConditions(rule.conditions, { ...parts, tag }),
  };
  const { conditions } = changed;
  core.change.update(
    'tier_rules',
    rule.id,
    { needs: changed.needs, cares: changed.cares, conditions },
    { version: rule.version },
  );
  return changed;
}

/** As a condition holds it, whatever language it was said in. */
async function nameOfTag({ sql }: Core, id: string): Promise<string> {
  const [tag] = await sql<{ name: string }>({
    name: 'tag-of-rule',
    text: 'SELECT name_zh AS name FROM tags WHERE id = $1',
    values: [id],
  });
  if (!tag) {
    throw new DomainError('not_found', `tag ${id}`);
  }
  return tag.name;
}

/** Tiers count in the organisation's currency. Throws bad_input for an amount in another one. */
export function inHouseCurrency({ org }: Core, amount: Money | undefined): bigint | undefined {
  if (amount && amount.currency !== org.currency) {
    throw new DomainError('bad_input', `a tier in ${amount.currency}`, {
      say: {
        en: `Tiers count in ${org.currency}. Please give the amount in ${org.currency}.`,
        zh: `客户等级按 ${org.currency} 计算，请按 ${org.currency} 填写金额。`,
      },
    });
  }
  return amount?.minor;
}

/** Of each kind there is one at most. */
export const conditionOf = <Kind extends Condition['kind']>(conditions: readonly Condition[], kind: Kind) =>
  conditions.find((each): each is Extract<Condition, { kind: Kind }> => each.kind === kind);

/** A tag by its name. */
type Parts = Omit<RuleChange, 'tier' | 'needs' | 'cares' | 'tagId'> & { tag?: string | null | undefined };

/** The conditions a change leaves: what it does not speak of stays. */
export function mergeConditions(
  conditions: readonly Condition[],
  { contacts, days, intent, openDeals, openAmount, wonAmount, wonDays, tag }: Parts,
): Condition[] {
  const of = <Kind extends Condition['kind']>(kind: Kind) => conditionOf(conditions, kind);
  const held = of('contacts');
  const won = of('won_amount');
  const atLeast = contacts ?? held?.atLeast ?? 0;
  const deals = openDeals ?? of('open_deals')?.atLeast ?? 0;
  const open = openAmount ?? BigInt(of('open_amount')?.atLeast ?? 0);
  const bought = wonAmount ?? BigInt(won?.atLeast ?? 0);
  return [
    ...(atLeast > 0 ? [{ kind: 'contacts' as const, days: days ?? held?.days ?? CONTACT_DAYS, atLeast }] : []),
    ...((intent ?? of('intent') !== undefined) ? [{ kind: 'intent' as const }] : []),
    ...(deals > 0 ? [{ kind: 'open_deals' as const, atLeast: deals }] : []),
    ...(open > 0n ? [{ kind: 'open_amount' as const, atLeast: String(open) }] : []),
    ...(bought > 0n
      ? [{ kind: 'won_amount' as const, days: wonDays ?? won?.days ?? WON_DAYS, atLeast: String(bought) }]
      : []),
    ...(tag === undefined
      ? conditions.filter(({ kind }) => kind === 'tag')
      : tag
        ? [{ kind: 'tag' as const, tag }]
        : []),
  ];
}
