import { z } from 'zod';
import { hasRole } from '../../core/actor.ts';
import type { Core } from '../../core/context.ts';
import type { Text } from '../../core/text.ts';
import { changeTierRule, conditionOf, inHouseCurrency } from '../../core/tiers/change-rule.ts';
import { findTagOfRule, findTierRules, ruleOf } from '../../core/tiers/find-rules.ts';
import { getManualTier, liftTier, setTier } from '../../core/tiers/set-tier.ts';
import { ADMIN, defineCommand, EVERYBODY, SELLERS } from '../command.ts';
import type { Reply } from '../contract.ts';
import { choiceField, moneyField, recordField, textField, wasField } from '../fields/common.ts';
import { clearable, field, optional } from '../fields/field.ts';
import { money } from '../views/format.ts';
import { tierRulesCard, tierSetCard } from '../views/tier.ts';
import { viewer } from '../views/viewer.ts';

const CUSTOMER = { en: 'Customer', zh: '客户' };

const WHICH = { tier: { en: 'Choose a tier.', zh: '请选择等级。' } };
const WHY = { reason: { en: 'Say why.', zh: '请填写原因。' } };

const tierField = () =>
  field(z.string().max(40), { kind: 'tier', label: { en: 'Tier', zh: '等级' }, positional: true });
const numberField = (label: Text, most: number) =>
  optional(field(z.number().int().min(0).max(most), { kind: 'number', label }));
const yesField = (label: Text) =>
  optional(choiceField(['yes', 'no'], { yes: { en: 'yes', zh: '是' }, no: { en: 'no', zh: '否' } }, label));

export const customerTier = defineCommand({
  name: 'customer.tier',
  words: { en: ['customer tier', 'tier'], zh: ['客户等级', '设置等级'] },
  summary: { en: "Set a customer's tier by hand", zh: '手动设置客户等级' },
  submit: { en: 'Set tier', zh: '设置等级' },
  examples: { en: ['tier Acme A --reason "Strategic account"'], zh: ['客户等级 华星电子 A --原因 战略客户'] },
  effect: 'write',
  allow: SELLERS,
  changes: {
    table: 'customer_tiers',
    record: 'customer',
    shownBy: 'customer.show',
    columns: { tier: 'manualTier', reason: 'manualReason' },
  },
  async prefill(core, { customer }) {
    const { manualTier, manualReason } = await getManualTier(core, String(customer));
    return { tier: manualTier, reason: manualReason };
  },
  input: z.strictObject({
    customer: recordField('customer', CUSTOMER, { positional: true, isKnown: true }),
    tier: optional(tierField()),
    reason: optional(textField({ en: 'Reason', zh: '原因' })),
    was: wasField(),
  }),
  // Of two that somebody else has changed as well, one may be saved alone.
  wants: async (_core, { tier, reason, was }) =>
    was === undefined || (!tier && !reason) ? { ...(tier ? {} : WHICH), ...(reason ? {} : WHY) } : {},
  async run(core, { customer, tier, reason }) {
    const set = await setTier(core, { customerId: customer, tier, reason });
    return { kind: 'card', card: tierSetCard(set, viewer(core)) };
  },
});

export const customerTierLift = defineCommand({
  name: 'customer.tier-lift',
  words: { en: ['tier lift'], zh: ['恢复自动等级', '取消手动等级'] },
  summary: { en: 'Let the rules say the tier again', zh: '恢复按规则评定等级' },
  submit: { en: 'Back to the rules', zh: '恢复自动等级' },
  examples: { en: ['tier lift Acme'], zh: ['恢复自动等级 华星电子'] },
  effect: 'write',
  allow: SELLERS,
  input: z.strictObject({ customer: recordField('customer', CUSTOMER, { positional: true, isKnown: true }) }),
  run: async (core, { customer }) => ({
    kind: 'card',
    card: tierSetCard(await liftTier(core, customer), viewer(core)),
  }),
});

/** The parts of a rule that are kept together. */
const CONDITIONS = ['contacts', 'days', 'intent', 'openDeals', 'openAmount', 'wonAmount', 'wonDays', 'tag'] as const;

async function drawRules(core: Core, { inPlace = false } = {}): Promise<Reply> {
  const canChange = hasRole(core.actor, ADMIN);
  const card = tierRulesCard(await findTierRules(core), core.org.currency, viewer(core), { canChange });
  return { kind: 'card', inPlace, card: core.change.hasRows ? { ...card, tone: 'good' } : card };
}

export const customerTiers = defineCommand({
  name: 'customer.tiers',
  words: { en: ['tier rules', 'admin tiers'], zh: ['等级规则', '管理 等级', '管理等级'] },
  summary: { en: 'When a customer is A, B or C', zh: '客户等级规则' },
  examples: { en: ['tier rules'], zh: ['等级规则'] },
  effect: 'read',
  // Whoever sells asks what makes a customer one of them; only an admin changes it.
  allow: EVERYBODY,
  input: z.strictObject({}),
  run: (core) => drawRules(core),
});

export const tierChange = defineCommand({
  name: 'tier.change',
  words: { en: ['admin tier'], zh: ['修改等级规则'] },
  summary: { en: 'Change when a customer is of a tier', zh: '修改客户等级规则' },
  submit: { en: 'Change rule', zh: '修改规则' },
  examples: {
    en: ['admin tier A --contacts 4 --days 30 --intent yes'],
    zh: ['修改等级规则 A --跟进次数 4 --天数 30 --意向 是'],
  },
  effect: 'write',
  allow: ADMIN,
  asksWhenEmpty: true,
  changes: {
    table: 'tier_rules',
    record: 'tier',
    rowOf: async (core, tier) => ruleOf(await findTierRules(core), tier).id,
    shownBy: 'customer.tiers',
    isShownAmongAll: true,
    columns: Object.fromEntries(CONDITIONS.map((name) => [name, 'conditions'])),
  },
  input: z.strictObject({
    tier: tierField(),
    needs: optional(
      choiceField(
        ['all', 'any'],
        { all: { en: 'all of it', zh: '全部满足' }, any: { en: 'any of it', zh: '满足任一' } },
        { en: 'Needs', zh: '要求' },
      ),
    ),
    contacts: numberField({ en: 'Contacts', zh: '跟进次数' }, 1000),
    days: optional(field(z.number().int().min(1).max(730), { kind: 'number', label: { en: 'Days', zh: '天数' } })),
    intent: yesField({ en: 'Intent', zh: '意向' }),
    openDeals: numberField({ en: 'Open deals', zh: '进行中商机' }, 1000),
    openAmount: optional(moneyField({ en: 'Open amount', zh: '在谈金额' })),
    wonAmount: optional(moneyField({ en: 'Won amount', zh: '成交金额' })),
    wonDays: optional(
      field(z.number().int().min(1).max(730), { kind: 'number', label: { en: 'Won in days', zh: '成交天数' } }),
    ),
    tag: clearable(recordField('tag', { en: 'Tag', zh: '标签' })),
    cares: yesField({ en: 'Tell owner of tickets', zh: '工单通知负责人' }),
  }),
  async prefill(core, { tier }) {
    const { needs, cares, conditions } = ruleOf(await findTierRules(core), String(tier));
    const contacts = conditionOf(conditions, 'contacts');
    const won = conditionOf(conditions, 'won_amount');
    const open = conditionOf(conditions, 'open_amount');
    const tag = conditionOf(conditions, 'tag');
    const sum = (minor: string | undefined) => minor && money(BigInt(minor), core.org.currency, core.actor);
    return {
      needs,
      contacts: contacts?.atLeast,
      days: contacts?.days,
      intent: conditionOf(conditions, 'intent') ? 'yes' : 'no',
      openDeals: conditionOf(conditions, 'open_deals')?.atLeast,
      openAmount: sum(open?.atLeast),
      wonAmount: sum(won?.atLeast),
      wonDays: won?.days,
      tag: tag && (await findTagOfRule(core, tag.tag)),
      cares: cares ? 'yes' : 'no',
    };
  },
  async run(core, { intent, cares, openAmount, wonAmount, tag: tagId, ...change }) {
    await changeTierRule(core, {
      ...change,
      tagId,
      intent: intent && intent === 'yes',
      cares: cares && cares === 'yes',
      openAmount: inHouseCurrency(core, openAmount),
      wonAmount: inHouseCurrency(core, wonAmount),
    });
    await core.flush();
    return drawRules(core, { inPlace: true });
  },
});
