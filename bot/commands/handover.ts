import { z } from 'zod';
import { hasRole } from '../../core/actor.ts';
import type { Core } from '../../core/context.ts';
import { DomainError } from '../../core/errors.ts';
import { findHandover, findLastHandover } from '../../core/handover/find-handover.ts';
import { getCustomerHolder } from '../../core/handover/find-holder.ts';
import { giveCustomer } from '../../core/handover/give-customer.ts';
import { giveOpportunity } from '../../core/handover/give-opportunity.ts';
import { handOver } from '../../core/handover/hand-over.ts';
import { planHandover } from '../../core/handover/plan-handover.ts';
import { getOpportunity } from '../../core/opportunities/find-opportunities.ts';
import { defineCommand, EVERYBODY } from '../command.ts';
import type { Reply } from '../contract.ts';
import { hiddenId, hiddenNumber, holderField, recordField } from '../fields/common.ts';
import { optional } from '../fields/field.ts';
import { holderOf, refuseGivenMeanwhile } from '../given-meanwhile.ts';
import { givenCard, handedOverCard, handoverCard, handoverPlanCard, noHandoverCard } from '../views/handover.ts';
import { viewer } from '../views/viewer.ts';

const ABOVE = ['manager', 'director', 'executive', 'admin'] as const;

const INPUT = {
  person: recordField('person', { en: 'Leaving', zh: '离职同事' }, { positional: true }),
  to: recordField('person', { en: 'To', zh: '接手人' }, { positional: true }),
  second: optional(recordField('person', { en: 'And to', zh: '接手人二' })),
  third: optional(recordField('person', { en: 'Also to', zh: '接手人三' })),
};

type Input = { person: string; to: string; second?: string | undefined; third?: string | undefined };

const receivers = ({ to, second, third }: Input) => [to, second, third].filter((each) => each !== undefined);

export const handoverPlan = defineCommand({
  name: 'handover.plan',
  words: { en: ['handover', 'hand over'], zh: ['交接', '离职交接'] },
  summary: { en: 'Give all a leaver has to others', zh: '离职交接：先看后交' },
  submit: { en: 'Show me first', zh: '先看交接内容' },
  examples: {
    en: ['handover Mary Jim', 'handover Mary Jim --and-to Lucy'],
    zh: ['交接 张伟 李雷', '交接 张伟 李雷 --接手人二 韩梅梅'],
  },
  effect: 'read',
  allow: ABOVE,
  input: z.strictObject(INPUT),
  async run(core, input) {
    const plan = await planHandover(core, { personId: input.person, to: receivers(input) });
    return { kind: 'card', card: handoverPlanCard(plan, viewer(core)) };
  },
});

export const handoverGive = defineCommand({
  name: 'handover.give',
  words: { en: ['handover now'], zh: ['确认交接'] },
  summary: { en: 'Hand all of it over', zh: '确认交接' },
  examples: { en: [], zh: [] },
  effect: 'write',
  allow: ABOVE,
  isInternal: true,
  input: z.strictObject(INPUT),
  async run(core, input) {
    const done = await handOver(core, { personId: input.person, to: receivers(input) });
    const card = handedOverCard(done, viewer(core), { mayDeactivate: hasRole(core.actor, ['admin']) });
    return { kind: 'card', inPlace: true, card };
  },
});

export const handoverShow = defineCommand({
  name: 'handover.show',
  words: { en: ['handover list'], zh: ['交接清单'] },
  summary: { en: 'What was handed over to me', zh: '查看交接给我的清单' },
  examples: { en: ['handover list'], zh: ['交接清单'] },
  effect: 'read',
  allow: EVERYBODY,
  /** Without one, the last that he was given, or made. */
  input: z.strictObject({ handover: optional(hiddenId()), page: optional(hiddenNumber()) }),
  async run(core, { handover, page }) {
    const id = handover ?? (await findLastHandover(core));
    return id ? drawHandover(core, id, page) : { kind: 'card', card: noHandoverCard(viewer(core)) };
  },
});

async function drawHandover(core: Core, id: string, page = 0): Promise<Reply> {
  const handover = await findHandover(core, id, { page });
  if (!handover) {
    throw new DomainError('not_found', `handover ${id}`);
  }
  return { kind: 'card', inPlace: page > 0, card: handoverCard(handover, viewer(core)) };
}

export const customerGive = defineCommand({
  name: 'customer.give',
  words: { en: ['customer give', 'give customer'], zh: ['转交客户', '客户 转交', '移交客户'] },
  summary: { en: 'Give a customer to a colleague', zh: '把一个客户转交给同事' },
  submit: { en: 'Give the customer', zh: '转交客户' },
  examples: { en: ['customer give Acme Jim'], zh: ['转交客户 华星电子 李雷'] },
  effect: 'write',
  allow: ABOVE,
  input: z.strictObject({
    customer: recordField('customer', { en: 'Customer', zh: '客户' }, { positional: true, isKnown: true }),
    owner: recordField('person', { en: 'To', zh: '接手人' }, { positional: true }),
    holder: holderField(),
  }),
  stands: { record: 'customer', read: async (core, id) => ({ holder: holderOf(await getCustomerHolder(core, id)) }) },
  async run(core, { customer: customerId, owner: to, holder }) {
    await refuseGivenMeanwhile(core, 'customer', {
      held: await getCustomerHolder(core, customerId),
      holder,
      owner: to,
      again: { command: 'customer.give', input: { customer: customerId, owner: to }, via: 'form' },
      leave: { command: 'customer.show', input: { customer: customerId }, via: 'button' },
    });
    const card = givenCard('customer', await giveCustomer(core, { customerId, to }), viewer(core));
    return { kind: 'card', card };
  },
});

export const opportunityGive = defineCommand({
  name: 'opportunity.give',
  words: { en: ['opportunity give', 'deal give', 'give deal'], zh: ['转交商机', '商机 转交', '移交商机'] },
  summary: { en: 'Give a deal to a colleague', zh: '把一个商机转交给同事' },
  submit: { en: 'Give the deal', zh: '转交商机' },
  examples: { en: ['deal give Acme Jim'], zh: ['转交商机 华星电子 李雷'] },
  effect: 'write',
  allow: ABOVE,
  input: z.strictObject({
    opportunity: recordField('opportunity', { en: 'Opportunity', zh: '商机' }, { positional: true }),
    owner: recordField('person', { en: 'To', zh: '接手人' }, { positional: true }),
    holder: holderField(),
  }),
  stands: { record: 'opportunity', read: async (core, id) => ({ holder: holderOf(await getOpportunity(core, id)) }) },
  async run(core, { opportunity: opportunityId, owner: to, holder }) {
    await refuseGivenMeanwhile(core, 'opportunity', {
      held: await getOpportunity(core, opportunityId),
      holder,
      owner: to,
      again: { command: 'opportunity.give', input: { opportunity: opportunityId, owner: to }, via: 'form' },
      leave: { command: 'opportunity.show', input: { opportunity: opportunityId }, via: 'button' },
    });
    const card = givenCard('opportunity', await giveOpportunity(core, { opportunityId, to }), viewer(core));
    return { kind: 'card', card };
  },
});
