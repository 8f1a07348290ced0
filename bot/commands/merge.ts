import { z } from 'zod';
import { findLikelyDoubles } from '../../core/merge/find-likely-doubles.ts';
import { mergeCustomers } from '../../core/merge/merge-customers.ts';
import { InPool, planMerge } from '../../core/merge/plan-merge.ts';
import { offerInstead } from '../ask-back.ts';
import { defineCommand, SELLERS } from '../command.ts';
import { choiceField, hiddenId, recordField } from '../fields/common.ts';
import { optional } from '../fields/field.ts';
import { doublesCard, MERGE_LABELS, mergedCustomersCard, mergePlanCard, poolFirstCard } from '../views/merge.ts';
import { CLAIM } from '../views/pool.ts';
import { viewer } from '../views/viewer.ts';

/** One of the pool is claimed before it is made one with what is somebody's: the press that does it is offered (R10). */
async function claimedFirst<Result>(run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof InPool)) {
      throw error;
    }
    const { customer } = error;
    throw offerInstead(
      [{ label: CLAIM, invocations: [{ command: 'pool.claim', input: { party: customer.id }, via: 'button' }] }],
      (buttons, asking) => poolFirstCard(error, buttons, viewer(asking)),
    );
  }
}

export const customerMerge = defineCommand({
  name: 'customer.merge',
  words: { en: ['merge', 'customer merge'], zh: ['合并', '合并客户', '客户 合并'] },
  summary: { en: 'Make two customers one', zh: '合并重复客户' },
  submit: { en: 'Show me first', zh: '先看合并内容' },
  examples: { en: ['merge Acme "Acme Inc"'], zh: ['合并 华星电子 华星科技'] },
  effect: 'read',
  allow: SELLERS,
  input: z.strictObject({
    customer: recordField('customer', { en: 'Customer', zh: '客户' }, { positional: true, isKnown: true }),
    other: recordField('customer', { en: 'The same as', zh: '重复的客户' }, { positional: true, isKnown: true }),
  }),
  async run(core, { customer, other }) {
    const plan = await claimedFirst(() => planMerge(core, customer, other));
    return { kind: 'form', card: mergePlanCard(plan, customer, viewer(core)) };
  },
});

const SIDES = ['survivor', 'duplicate'] as const;
const SIDE_NAMES = {
  survivor: { en: 'of the older one', zh: '较早建档的' },
  duplicate: { en: 'of the newer one', zh: '较晚建档的' },
};
const side = (field: keyof typeof MERGE_LABELS) => optional(choiceField(SIDES, SIDE_NAMES, MERGE_LABELS[field]));

export const customerMergeNow = defineCommand({
  name: 'customer.merge-now',
  words: { en: ['merge now'], zh: ['确认合并'] },
  summary: { en: 'Merge these customers', zh: '合并这两个客户' },
  submit: { en: 'Merge', zh: '合并' },
  examples: { en: [], zh: [] },
  effect: 'write',
  allow: SELLERS,
  isInternal: true,
  input: z.strictObject({
    customer: hiddenId(),
    other: hiddenId(),
    name: side('name'),
    owner: side('owner'),
    region: side('region'),
    industry: side('industry'),
    phone: side('phone'),
    address: side('address'),
    source: side('source'),
  }),
  async run(core, { customer, other, ...choices }) {
    const merged = await claimedFirst(() => mergeCustomers(core, { one: customer, other, choices }));
    return { kind: 'card', card: mergedCustomersCard(merged, viewer(core)) };
  },
});

export const customerDoubles = defineCommand({
  name: 'customer.doubles',
  words: { en: ['find duplicates', 'duplicates'], zh: ['查重', '重复客户'] },
  summary: { en: 'Customers that may be on file twice', zh: '查找可能重复的客户' },
  examples: { en: ['find duplicates'], zh: ['查重'] },
  effect: 'read',
  allow: ['manager', 'director', 'executive', 'admin'],
  input: z.strictObject({}),
  async run(core) {
    return { kind: 'card', card: doublesCard(await findLikelyDoubles(core), viewer(core)) };
  },
});
