import type { Core } from '../context.ts';
import type { Day } from '../days.ts';
import { DomainError } from '../errors.ts';
import { newId } from '../id.ts';
import type { Money } from '../money.ts';
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

/** Opens an opportunity in its pipeline's first stage; what its products come to is its amount where none is said. */
export async function openOpportunity(
  core: Core,
  { customerId, name, amount, closeOn, ownerId = core.actor.userId, pipelineKey, productIds = [] }: NewOpportunity,
): Promise<{ id: string; name: string; stageKey: string; products: NamedProduct[] }> {
  const currency = amount?.currency ?? core.org.currency;
  const [[customer], stages, products] = await Promise.all([
    core.sql<{ name: string }>({
      name: 'customer-name',
      text: 'SELECT name FROM seen.customers WHERE id = $1',
      values: [customerId],
    }),
    findStages(core),
    findListed(core, productIds, currency),
  ]);
  const first = stages.find(
    (stage) => stage.kind === 'open' && (pipelineKey === undefined || stage.pipelineKey === pipelineKey),
  );
  if (!customer || !first) {
    throw new DomainError('not_found', `customer ${customerId} or an open stage`);
  }
  const id = newId();
  const title = name ?? customer.name;
  core.change.insert('opportunities', {
    id,
    customerId,
    name: title,
    ownerId,
    createdBy: core.actor.userId,
    stageKey: first.key,
    amount: amount?.minor ?? totalOf(products),
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
  return { id, name: title, stageKey: first.key, products };
}

function totalOf(products: readonly Listed[]): bigint | null {
  const total = products.reduce((sum, { price }) => sum + price, 0n);
  return total > 0n ? total : null;
}

async function findListed(core: Core, ids: readonly string[], currency: string): Promise<Listed[]> {
  return ids.length === 0
    ? []
    : core.sql<Listed>({
        name: 'products-listed',
        text: `SELECT id, json_build_object('zh', name_zh, 'en', name_en) AS name, price, currency FROM products
                WHERE id = ANY ($1) AND active AND currency = $2 ORDER BY name_en, id`,
        values: [ids, currency],
      });
}
