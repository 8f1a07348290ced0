import type { Core } from '../context.ts';

type OfDeal = { opportunityId: string };

export type DealProductLine = {
  id: string;
  quantity: number;
  /** Of one piece, in whole minor units; null where the actor may not see it. */
  price: bigint | null;
  currency: string;
  unseen: string[];
};

/** A product as it is on a deal, where it is. */
export async function findDealProduct(
  core: Core,
  { opportunityId, productId }: OfDeal & { productId: string },
): Promise<DealProductLine | undefined> {
  const [line] = await core.sql<DealProductLine>({
    name: 'deal-product-line',
    text: `SELECT id, quantity, price, currency, unseen FROM seen.opportunity_products
            WHERE opportunity_id = $1 AND product_id = $2`,
    values: [opportunityId, productId],
    isRead: true,
  });
  return line;
}

/** The part somebody was given of a deal; the owner has what the others have not, and none was given to him. */
export async function findDealShare(
  core: Core,
  { opportunityId, userId }: OfDeal & { userId: string },
): Promise<{ id: string; share: number } | undefined> {
  const [line] = await core.sql<{ id: string; share: number }>({
    name: 'deal-share',
    text: `SELECT m.id, m.share FROM opportunity_members m JOIN seen.opportunities o ON o.id = m.opportunity_id
            WHERE m.opportunity_id = $1 AND m.user_id = $2 AND o.owner_id <> $2`,
    values: [opportunityId, userId],
    isRead: true,
  });
  return line;
}
