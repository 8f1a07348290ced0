import type { Core } from '../context.ts';
import type { Day } from '../days.ts';
import { DomainError } from '../errors.ts';
import { newId } from '../id.ts';
import type { Money } from '../money.ts';
import { claimParty } from '../pool/claim-party.ts';
import type { NamedProduct } from '../products/several-products.ts';
import { findStages } from './stage.ts';

export type NewOpportunity = {
  customerId: string;
  /** What they want to buy; the customer's name when left out. */
  name?: string | undefined;
  amount?: Money | undefined;
  closeOn?: Day | undefined;
  /** The actor when left out. */
  ownerId?: string | undefined;
  /** The company's first one when left out. */
  pipelineKey?: string | undefined;
  /** What they want of the price list: one of each at its list price, of those sold in the deal's currency. */
  productIds?: readonly string[] | undefined;
};

type Listed = NamedProduct & { price: bigint; currency: string };

/** `elsewhere` are the products that were wanted and are sold in another currency than the deal's. */
export type OpenedOpportunity = {
  id: string;
  name: string;
  stageKey: string;
  amount: Money | null;
  products: NamedProduct[];
  elsewhere: NamedProduct[];
  /** The customer that was in the pool until then. */
  claimed: string | undefined;
};

/**
 * Opens an opportunity in its pipeline's first stage; what its products come to is its amount where none is said. Whoever
 * opens one for a customer of the pool has taken that customer on: throws as claimParty does (R10).
 */
export async function openOpportunity(
  core: Core,
  { customerId, name, amount, closeOn, ownerId = core.actor.userId, pipelineKey, productIds = [] }: NewOpportunity,
): Promise<OpenedOpportunity> {
  const currency = amount?.currency ?? core.org.currency;
  const [[customer], stages, listed] = await Promise.all([
    core.sql<{ name: string; isPool: boolean }>({
      name: 'customer-name',
      text: 'SELECT name, owner_id IS NULL AS "isPool" FROM seen.customers WHERE id = $1',
      values: [customerId],
    }),
    findStages(core),
    findListed(core, productIds),
  ]);
  const products = listed.filter((product) => product.currency === currency);
  const first = stages.find(
    (stage) => stage.kind === 'open' && (pipelineKey === undefined || stage.pipelineKey === pipelineKey),
  );
  if (!customer || !first) {
    throw new DomainError('not_found', `customer ${customerId} or an open stage`);
  }
  const isClaim = customer.isPool && ownerId === core.actor.userId;
  if (isClaim) {
    await claimParty(core, customerId);
  }
  const id = newId();
  const title = name ?? customer.name;
  const minor = amount?.minor ?? totalOf(products);
  core.change.insert('opportunities', {
    id,
    customerId,
    name: title,
    ownerId,
    createdBy: core.actor.userId,
    stageKey: first.key,
    amount: minor,
    currency,
    closeOn: closeOn ?? null,
  });
  core.change.insert('stage_moves', {
    id: newId(),
    opportunityId: id,
    fromStage: null,
    toStage: first.key,
    movedBy: core.actor.userId,
  });
  for (const { id: productId, price } of products) {
    core.change.insert('opportunity_products', {
      id: newId(),
      opportunityId: id,
      productId,
      quantity: 1,
      price,
      currency,
    });
  }
  return {
    id,
    name: title,
    stageKey: first.key,
    amount: minor === null ? null : { minor, currency },
    products,
    elsewhere: listed.filter((product) => product.currency !== currency),
    claimed: isClaim ? customer.name : undefined,
  };
}

function totalOf(products: readonly Listed[]): bigint | null {
  const total = products.reduce((sum, { price }) => sum + price, 0n);
  return total > 0n ? total : null;
}

/** Of these products those that are still sold, at their list prices. */
export async function findListed(core: Core, ids: readonly string[]): Promise<Listed[]> {
  return ids.length === 0
    ? []
    : core.sql<Listed>({
        name: 'products-listed',
        text: `SELECT id, json_build_object('zh', name_zh, 'en', name_en) AS name, price, currency FROM products
                WHERE id = ANY ($1) AND active ORDER BY name_en, id`,
        values: [ids],
      });
}
