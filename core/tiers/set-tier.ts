import type { Core } from '../context.ts';
import { getCustomerWithDeal } from '../customers/sole-deal.ts';
import { DomainError } from '../errors.ts';
import type { Text } from '../text.ts';
import { findTierRules } from './find-rules.ts';

const NOT_SAID: Text = {
  en: 'Please say which tier, and why.',
  zh: '请填写等级和原因。',
};

export type SetTier = { customer: { id: string; name: string }; tier: string | null; isManual: boolean };

type Row = { tier: string | null; version: number; manualTier: string | null; manualReason: string | null };

/**
 * Says by hand of which tier a customer is, and why; it stands until it is lifted, whatever the rules say. Left out, the tier or
 * the reason stays as it was said before. Throws bad_input where none was.
 */
export async function setTier(
  core: Core,
  { customerId, ...said }: { customerId: string; tier?: string | undefined; reason?: string | undefined },
): Promise<SetTier> {
  const [customer, rules, { version, manualTier, manualReason }] = await Promise.all([
    getCustomerWithDeal(core, customerId),
    findTierRules(core),
    getRow(core, customerId),
  ]);
  const { tier = manualTier, reason = manualReason } = said;
  if (!tier || !reason) {
    throw new DomainError('bad_input', 'no tier or no reason', { say: NOT_SAID });
  }
  const known = rules.find((rule) => rule.tier.toLowerCase() === tier.toLowerCase());
  if (!known) {
    const tiers = rules.map((rule) => rule.tier);
    throw new DomainError('bad_input', `no tier ${tier}`, {
      say: { en: `Choose one of: ${tiers.join(', ')}.`, zh: `请选择：${tiers.join('、')}。` },
    });
  }
  const { userId } = core.actor;
  core.change.update(
    'customer_tiers',
    customerId,
    { manualTier: known.tier, manualReason: reason, manualBy: userId },
    { version },
  );
  return { customer, tier: known.tier, isManual: true };
}

/** From now on the rules speak again. */
export async function liftTier(core: Core, customerId: string): Promise<SetTier> {
  const [customer, row] = await Promise.all([getCustomerWithDeal(core, customerId), getRow(core, customerId)]);
  const nothing = { manualTier: null, manualReason: null, manualBy: null };
  core.change.update('customer_tiers', customerId, nothing, { version: row.version });
  return { customer, tier: row.tier, isManual: false };
}

/** What was said by hand; nothing where the rules speak. */
export async function getManualTier(core: Core, customerId: string): Promise<Pick<Row, 'manualTier' | 'manualReason'>> {
  const { manualTier, manualReason } = await getRow(core, customerId);
  return { manualTier, manualReason };
}

async function getRow(core: Core, customerId: string): Promise<Row> {
  const [row] = await core.sql<Row>({
    name: 'customer-tier',
    text: `SELECT tier, version, manual_tier AS "manualTier", manual_reason AS "manualReason" FROM customer_tiers WHERE id = $1`,
    values: [customerId],
  });
  if (!row) {
    throw new DomainError('not_found', `customer ${customerId}`);
  }
  return row;
}
