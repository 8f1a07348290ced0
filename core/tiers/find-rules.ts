import { z } from 'zod';
import type { Transaction } from '../db/transaction.ts';
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
