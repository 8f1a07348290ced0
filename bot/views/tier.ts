import type { Customer360 } from '../../core/customers/get-customer.ts';
import type { Locale, Text } from '../../core/text.ts';
import type { Condition, Reason } from '../../core/tiers/condition.ts';
import { INTENT_TAG, type TierRule } from '../../core/tiers/judge-tier.ts';
import type { SetTier } from '../../core/tiers/set-tier.ts';
import type { Card } from '../cards/card.ts';
import { press } from '../press.ts';
import { bracketed, money, type Viewer } from './format.ts';
import { OPEN } from './words.ts';

const CHANGE: Text = { en: 'Change a rule', zh: '修改规则' };
const SET: Text = { en: 'Set…', zh: '设置…' };
const LIFT: Text = { en: 'By the rules again', zh: '恢复自动等级' };
const TITLE: Text = { en: 'When a customer is A, B or C', zh: '客户等级规则' };
const BY_HAND: Text = { en: 'set by hand', zh: '手动设置' };
const BY_RULE: Text = { en: 'by the rules', zh: '按规则' };
const NONE: Text = { en: 'none', zh: '无' };
const TIER: Text = { en: 'Tier', zh: '等级' };
const WHEN: Text = { en: 'When', zh: '条件' };
const CARE: Text = { en: 'Ticket → owner', zh: '工单通知负责人' };
const YES: Text = { en: 'yes', zh: '是' };
const NO: Text = { en: 'no', zh: '否' };
const ALWAYS: Text = { en: 'all others', zh: '其余客户' };
const RULE: Text = {
  en: 'The first that holds counts, from the top. Customers are judged anew when something changes, and every morning.',
  zh: '从上到下，先符合的为准。客户情况变化时及每天自动重新评定。',
};

/** A: 4 contacts in 30 days · wants to buy */
export function tierText(
  { tier, why, isManual, reason }: NonNullable<Customer360['tier']>,
  { locale }: Pick<Viewer, 'locale'>,
): string | null {
  if (tier === null) {
    return null;
  }
  const because = isManual
    ? [BY_HAND[locale], reason].filter(Boolean).join(' · ')
    : why.map((each) => reasonText(each)[locale]).join(' · ');
  return because ? { en: `${tier}: ${because}`, zh: `${tier}：${because}` }[locale] : tier;
}

/** What a customer is and why, with the ways to say otherwise. */
export function tierRecord(customer: string, tier: Customer360['tier'], locale: Locale) {
  return {
    title: TIER[locale],
    detail: (tier && tierText(tier, { locale })) ?? NONE[locale],
    buttons: [press(SET, locale, 'customer.tier', { customer })],
    ...(tier?.isManual ? { more: [press(LIFT, locale, 'customer.tier-lift', { customer })] } : {}),
  };
}

function reasonText(reason: Reason): Text {
  switch (reason.kind) {
    case 'contacts':
      return {
        en: `${reason.count} ${reason.count === 1 ? 'contact' : 'contacts'} in ${reason.days} days`,
        zh: `${reason.days} 天 ${reason.count} 次跟进`,
      };
    case 'intent':
      return reason.by === 'tag' ? { en: 'high intent', zh: INTENT_TAG } : { en: 'needs confirmed', zh: '需求已确认' };
    case 'open_deals':
      return {
        en: `${reason.count} open ${reason.count === 1 ? 'deal' : 'deals'}`,
        zh: `${reason.count} 个进行中的商机`,
      };
    case 'open_amount':
      return { en: 'open amount reached', zh: '在谈金额达标' };
    case 'won_amount':
      return { en: `bought enough in ${reason.days} days`, zh: `${reason.days} 天成交额达标` };
    case 'tag':
      return { en: reason.tag, zh: reason.tag };
  }
}

function conditionText(condition: Condition, currency: string, locale: Locale): string {
  switch (condition.kind) {
    case 'contacts':
      return {
        en: `${condition.atLeast}+ contacts in ${condition.days} days`,
        zh: `${condition.days} 天内跟进 ≥ ${condition.atLeast} 次`,
      }[locale];
    case 'intent':
      return { en: 'wants to buy (tag or confirmed needs)', zh: '有采购意向（标签或需求已确认）' }[locale];
    case 'open_deals':
      return { en: `${condition.atLeast}+ open deals`, zh: `进行中的商机 ≥ ${condition.atLeast} 个` }[locale];
    case 'open_amount': {
      const sum = money(BigInt(condition.atLeast), currency, { locale });
      return { en: `${sum}+ in open deals`, zh: `在谈金额 ≥ ${sum}` }[locale];
    }
    case 'won_amount': {
      const sum = money(BigInt(condition.atLeast), currency, { locale });
      return { en: `${sum}+ won in ${condition.days} days`, zh: `${condition.days} 天内成交 ≥ ${sum}` }[locale];
    }
    case 'tag':
      return { en: `tag ${condition.tag}`, zh: `标签 ${condition.tag}` }[locale];
  }
}

const JOINED: Readonly<Record<TierRule['needs'], Text>> = {
  all: { en: ' and ', zh: ' 且 ' },
  any: { en: ' or ', zh: ' 或 ' },
};

export function tierRulesCard(
  rules: readonly TierRule[],
  currency: string,
  { locale }: Viewer,
  { canChange }: { canChange: boolean },
): Card {
  const rows = rules.map(({ tier, needs, conditions, cares }) => [
    tier,
    conditions.map((each) => conditionText(each, currency, locale)).join(JOINED[needs][locale]) || ALWAYS[locale],
    (cares ? YES : NO)[locale],
  ]);
  return {
    title: TITLE[locale],
    body: [
      { type: 'table', columns: [TIER, WHEN, CARE].map((each) => each[locale]), rows },
      { type: 'text', text: RULE[locale], muted: true },
      ...(canChange ? [{ type: 'actions' as const, buttons: [press(CHANGE, locale, 'tier.change', {})] }] : []),
    ],
  };
}

export function tierSetCard({ customer, tier, isManual }: SetTier, { locale }: Viewer): Card {
  const how = bracketed((isManual ? BY_HAND : BY_RULE)[locale], locale);
  return {
    title: { en: `${customer.name}: tier ${tier ?? NONE.en}${how}`, zh: `${customer.name}：${tier ?? NONE.zh}${how}` }[
      locale
    ],
    tone: 'good',
    body: [{ type: 'actions', buttons: [press(OPEN, locale, 'customer.show', { customer: customer.id })] }],
  };
}
