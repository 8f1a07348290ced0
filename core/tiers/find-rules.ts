import { z } from 'zod';
import type { Transaction } from '../db/transaction.ts';
import { DomainError } from '../errors.ts';
import { conditionsSchema } from './condition.ts';
import type { TierRule } from './judge-tier.ts';

const rowSchema = z.object({
  id: z.uuid(),
  tier: z.string(),
  needs: z.enum(['all', 'any']),
  conditions: conditionsSchema,
  cares: z.boolean(),
  version: z.number(),
});

/** In the order they are judged. */
export async function findTierRules({ sql }: Pick<Transaction, 'sql'>): Promise<TierRule[]> {
  const rows = await sql({
    name: 'tier-rules',
    text: 'SELECT id, tier, needs, conditions, cares, version FROM tier_rules ORDER BY position, tier',
  });
  return rows.map((row) => rowSchema.parse(row));
}

/** Its name is said in any letters. Throws not_found for no such tier. */
export function ruleOf(rules: readonly TierRule[], tier: string): TierRule {
  const rule = rules.find((each) => each.tier.toLowerCase() === tier.toLowerCase());
  if (!rule) {
    throw new DomainError('not_found', `tier ${tier}`, {
      say: {
        en: `There is no tier ${tier}. There are: ${rules.map((each) => each.tier).join(', ')}.`,
        zh: `没有等级 ${tier}，可选：${rules.map((each) => each.tier).join('、')}。`,
      },
    });
  }
  return rule;
}

/** The tag whose name a condition holds, where there still is one. */
export async function findTagOfRule({ sql }: Pick<Transaction, 'sql'>, name: string): Promise<string | undefined> {
  const [tag] = await sql<{ id: string }>({
    name: 'tag-named-in-rule',
    text: 'SELECT id FROM tags WHERE name_zh = $1',
    values: [name],
    isRead: true,
  });
  return tag?.id;
}
