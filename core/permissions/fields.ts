import type { Text } from '../text.ts';

/** From the least to the most. */
export const ACCESSES = ['hidden', 'masked', 'full'] as const;

export type Access = (typeof ACCESSES)[number];

export const ACCESS_NAMES: Readonly<Record<Access, Text>> = {
  full: { en: 'shown', zh: '可见' },
  masked: { en: 'masked', zh: '脱敏' },
  hidden: { en: 'hidden', zh: '不可见' },
};

const PHONE: Text = { en: 'phone', zh: '电话' };
const EMAIL: Text = { en: 'e-mail', zh: '邮箱' };
const AMOUNT: Text = { en: 'amount', zh: '金额' };
const CUSTOMER: Text = { en: 'Customer', zh: '客户' };
const CONTACT: Text = { en: 'Contact', zh: '联系人' };
const LEAD: Text = { en: 'Lead', zh: '线索' };
const ENQUIRY: Text = { en: 'Enquiry', zh: '咨询' };
const OPPORTUNITY: Text = { en: 'Opportunity', zh: '商机' };
const FOLLOW_UP: Text = { en: 'Follow-up', zh: '跟进' };

const of = (entity: Text, field: Text, isMaskable = false) => ({
  name: { en: `${entity.en} · ${field.en}`, zh: `${entity.zh} · ${field.zh}` },
  isMaskable,
});

/**
 * Every protected field, by its table and column (R84). Which role sees how much of it is data (`field_policies`); what is
 * maskable shows enough to tell two of them apart, of anything else there is no half.
 */
export const PROTECTED = {
  'customers.phone': of(CUSTOMER, PHONE, true),
  'customers.address': of(CUSTOMER, { en: 'address', zh: '地址' }),
  'customers.place': of(CUSTOMER, { en: 'place on the map', zh: '地图位置' }),
  'contacts.phone': of(CONTACT, PHONE, true),
  'contacts.email': of(CONTACT, EMAIL, true),
  'leads.phone': of(LEAD, PHONE, true),
  'leads.email': of(LEAD, EMAIL, true),
  'leads.note': of(LEAD, { en: 'note', zh: '备注' }),
  'leads.place': of(LEAD, { en: 'place on the map', zh: '地图位置' }),
  'leads.drop_reason': of(LEAD, { en: 'why it was dropped', zh: '放弃原因' }),
  'enquiries.note': of(ENQUIRY, { en: 'what was asked', zh: '咨询内容' }),
  'opportunities.amount': of(OPPORTUNITY, AMOUNT),
  'opportunities.discount_bps': of(OPPORTUNITY, { en: 'discount', zh: '折扣' }),
  'opportunities.lost_reason': of(OPPORTUNITY, { en: 'why it was lost', zh: '输单原因' }),
  'sales_documents.amount': of({ en: 'Quote, contract, order', zh: '报价、合同、订单' }, AMOUNT),
  'invoices.amount': of({ en: 'Invoice', zh: '发票' }, AMOUNT),
  'payments.amount': of({ en: 'Payment', zh: '回款' }, AMOUNT),
  'credit_limits.amount': of({ en: 'Credit limit', zh: '信用额度' }, AMOUNT),
  'opportunity_products.price': of(OPPORTUNITY, { en: 'price of a product', zh: '产品单价' }),
  'follow_ups.note': of(FOLLOW_UP, { en: 'what was said', zh: '内容' }),
  'follow_ups.said': of(FOLLOW_UP, { en: 'archived conversation', zh: '对话原文' }),
  'follow_ups.check_in': of(FOLLOW_UP, { en: 'where it was', zh: '签到地点' }),
} as const satisfies Record<string, { name: Text; isMaskable: boolean }>;

export type ProtectedField = keyof typeof PROTECTED;

export const PROTECTED_FIELDS = Object.keys(PROTECTED) as [ProtectedField, ...ProtectedField[]];
