import type { Core } from '../context.ts';
import type { Day } from '../days.ts';
import { DomainError } from '../errors.ts';
import { newId } from '../id.ts';
import type { Money } from '../money.ts';
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
};

/** Opens an opportunity in its pipeline's first stage. */
export async function openOpportunity(
  core: Core,
  { customerId, name, amount, closeOn, ownerId = core.actor.userId, pipelineKey }: NewOpportunity,
): Promise<{ id: string; name: string; stageKey: string }> {
  const [[customer], stages] = await Promise.all([
    core.sql<{ name: string }>({
      name: 'customer-name',
      text: 'SELECT name FROM seen.customers WHERE id = $1',
      values: [customerId],
    }),
    findStages(core),
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
    amount: amount?.minor ?? null,
    currency: amount?.currency ?? core.org.currency,
    closeOn: closeOn ?? null,
  });
  core.change.insert('stage_moves', {
    id: newId(),
    opportunityId: id,
    fromStage: null,
    toStage: first.key,
    movedBy: core.actor.userId,
  });
  return { id, name: title, stageKey: first.key };
}
