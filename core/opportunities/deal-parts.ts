import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import { newId } from '../id.ts';
import { amountIn, type Money } from '../money.ts';
import { getOpportunity, type OpportunityLine } from './find-opportunities.ts';
import { refuseEmptied } from './refuse-emptied.ts';
import { NOTHING_VOID, type VoidRequests, voidRequests } from './void-requests.ts';

export type ProductLine = {
  opportunityId: string;
  productId: string;
  /** 0 takes it away; left out it stays. */
  quantity?: number | undefined;
  /** For one piece; left out it stays, and is the list price of what comes anew. */
  price?: Money | undefined;
};

type Row = {
  id: string | null;
  version: number | null;
  held: number | null;
  listPrice: bigint;
  listCurrency: string;
  isSold: boolean;
  zh: string;
  en: string;
  price: bigint | null;
  /** Sum of all lines in the deal's currency before this change, and of those that stay. */
  total: bigint;
  others: bigint;
  /** No other product is on the deal. */
  isAlone: boolean;
};

/**
 * Puts a product on a deal, changes it or takes it away. The deal's amount follows where nobody has set another one, and
 * what was asked for at the old one ends. Throws bad_input for a price in another currency than the deal's, and where its stage
 * asks for what would be gone.
 */
export async function setDealProduct(
  core: Core,
  { opportunityId, productId, quantity: said, price }: ProductLine,
): Promise<VoidRequests & { total: bigint; amount: bigint | null; currency: string }> {
  const [deal, [row]] = await Promise.all([
    getOpportunity(core, opportunityId),
    core.sql<Row>({
      name: 'deal-product',
      text: `SELECT d.id, d.version, d.quantity AS held, d.price, p.price AS "listPrice", p.currency AS "listCurrency", p.active AS "isSold", p.name_zh AS zh, p.name_en AS en,
                    (SELECT coalesce(sum(x.quantity * x.price), 0)::bigint FROM seen.opportunity_products x WHERE x.opportunity_id = $1) AS total,
                    (SELECT coalesce(sum(x.quantity * x.price), 0)::bigint FROM seen.opportunity_products x WHERE x.opportunity_id = $1 AND x.product_id <> $2) AS others,
                    NOT EXISTS (SELECT FROM seen.opportunity_products x WHERE x.opportunity_id = $1 AND x.product_id <> $2) AS "isAlone"
               FROM products p LEFT JOIN seen.opportunity_products d ON d.product_id = p.id AND d.opportunity_id = $1 WHERE p.id = $2`,
      values: [opportunityId, productId],
    }),
  ]);
  if (!row) {
    throw new DomainError('not_found', `product ${productId}`);
  }
  const { id, version, held, listPrice, listCurrency } = row;
  const quantity = said ?? held ?? 0;
  refuseRetired(row, productId, quantity);
  const each = (price && amountIn(deal.currency, price)) ?? {
    minor: row.price ?? listPrice,
    currency: row.price === null ? listCurrency : deal.currency,
  };
  if (each.currency !== deal.currency) {
    throw new DomainError('bad_input', `a price in ${each.currency} on a deal in ${deal.currency}`, {
      say: {
        en: `This deal is in ${deal.currency}. Please give the price in ${deal.currency}.`,
        zh: `该商机使用 ${deal.currency}，请按 ${deal.currency} 填写单价。`,
      },
    });
  }
  const { total, amount } = summedUp(deal, row, each.minor * BigInt(quantity));
  await refuseEmptied(core, deal, [
    ...(id && quantity === 0 && row.isAlone ? (['product'] as const) : []),
    ...(amount === null && deal.amount !== null ? (['amount'] as const) : []),
  ]);
  if (id && version !== null && quantity === 0) {
    core.change.remove('opportunity_products', id, { version });
  } else if (id && version !== null) {
    core.change.update('opportunity_products', id, { quantity, ...(price && { price: each.minor }) }, { version });
  } else if (quantity > 0) {
    const line = { opportunityId, productId, quantity, price: each.minor, currency: each.currency };
    core.change.insert('opportunity_products', { id: newId(), ...line });
  }
  const isRevalued = amount !== deal.amount;
  if (isRevalued) {
    core.change.update('opportunities', opportunityId, { amount }, { version: deal.version });
  }
  const voided = isRevalued ? await voidRequests(core, deal) : NOTHING_VOID;
  return { total, amount, currency: deal.currency, ...voided };
}

/** Of all lines, and what the deal is worth then: that follows them where nobody has set another amount. */
function summedUp({ amount, discountBps }: OpportunityLine, { total: before, others }: Row, line: bigint) {
  const total = others + line;
  const follows = discountBps === null && (amount === null || amount === before);
  const sum = total > 0n ? total : before > 0n ? null : amount;
  return { total, amount: follows ? sum : amount };
}

/** What is no longer sold stays on the deals that hold it, and comes to no other. */
function refuseRetired({ id, isSold, en, zh }: Row, productId: string, quantity: number): void {
  if (!isSold && !id && quantity > 0) {
    throw new DomainError('bad_input', `product ${productId} is no longer sold`, {
      say: {
        en: `${en} is no longer sold. Please choose another product.`,
        zh: `${zh}已停用，请选择其他产品。`,
      },
    });
  }
}

/** Puts a competitor on a deal, or takes him off. Throws exists, not_found. */
export async function setCompetitor(
  core: Core,
  { opportunityId, name, isGone = false }: { opportunityId: string; name: string; isGone?: boolean },
): Promise<{ isThere: boolean }> {
  const [[known]] = await Promise.all([
    core.sql<{ id: string; version: number }>({
      name: 'deal-competitor',
      text: 'SELECT id, version FROM opportunity_competitors WHERE opportunity_id = $1 AND lower(name) = lower($2)',
      values: [opportunityId, name],
    }),
    getOpportunity(core, opportunityId),
  ]);
  if (isGone && !known) {
    throw new DomainError('not_found', 'no such competitor', {
      say: { en: `“${name}” is not on this deal.`, zh: `该商机没有竞争对手“${name}”。` },
    });
  }
  if (isGone && known) {
    core.change.remove('opportunity_competitors', known.id, { version: known.version });
  } else if (known) {
    return { isThere: true };
  } else {
    core.change.insert('opportunity_competitors', { id: newId(), opportunityId, name });
  }
  return { isThere: false };
}

export function refuseClosed({ id, stageKind }: Pick<OpportunityLine, 'id' | 'stageKind'>): void {
  if (stageKind !== 'open') {
    throw new DomainError('bad_transition', `opportunity ${id} is closed`, {
      say: { en: 'This opportunity is closed.', zh: '该商机已关闭。' },
    });
  }
}
