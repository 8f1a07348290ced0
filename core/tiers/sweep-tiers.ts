import type { Day } from '../days.ts';
import type { Transaction } from '../db/transaction.ts';
import { findTierRules } from './find-rules.ts';
import { judgeTier, type TierFigures, windowsOf } from './judge-tier.ts';

type Due = { id: string; tier: string | null };

/**
 * Judges the next few customers of whom something has changed, or whom nobody has looked at today; gives how many. Only another
 * tier is a change of record; a reason that counts differently today is not.
 */
export async function sweepTiers(
  transaction: Transaction,
  { today, currency, limit }: { today: Day; currency: string; limit: number },
): Promise<number> {
  const { sql, change } = transaction;
  const due = await sql<Due>({
    name: 'tiers-due',
    text: `SELECT id, tier FROM customer_tiers WHERE stale LIMIT $1 FOR UPDATE SKIP LOCKED`,
    values: [limit],
  });
  const old =
    due.length < limit
      ? await sql<Due>({
          name: 'tiers-unseen-today',
          text: `SELECT id, tier FROM customer_tiers WHERE checked_on < $1 AND NOT stale ORDER BY checked_on LIMIT $2 FOR UPDATE SKIP LOCKED`,
          values: [today, limit - due.length],
        })
      : [];
  const all = [...due, ...old];
  if (all.length === 0) {
    return 0;
  }
  const rules = await findTierRules(transaction);
  const figures = await sql<TierFigures>({
    name: 'tier-figures',
    text: 'SELECT * FROM parley_tier_figures($1, $2, $3, $4)',
    values: [all.map(({ id }) => id), today, windowsOf(rules), currency],
  });
  const before = new Map(all.map((each) => [each.id, each]));
  const judged = figures.map((each) => ({ id: each.id, ...judgeTier(each, rules) }));
  for (const { id, tier, why } of judged.filter((each) => each.tier !== before.get(each.id)?.tier)) {
    change.update('customer_tiers', id, { tier, why });
  }
  await sql({
    name: 'tiers-seen',
    text: `UPDATE customer_tiers t SET stale = false, checked_on = $2, why = CASE WHEN t.tier IS NOT DISTINCT FROM n.tier THEN n.why ELSE t.why END
             FROM jsonb_to_recordset($1) AS n (id uuid, tier text, why jsonb) WHERE t.id = n.id`,
    values: [JSON.stringify(judged), today],
  });
  return all.length;
}
