import type { Text } from '../text.ts';

/** What stands between a deal and its invoices (R11). What is in them, plans and PDFs hang on these rows. */
export const DOCUMENT_KINDS = ['quote', 'contract', 'order'] as const;

export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export const DOCUMENT_NAMES: Readonly<Record<DocumentKind, Text>> = {
  quote: { en: 'Quote', zh: '报价' },
  contract: { en: 'Contract', zh: '合同' },
  order: { en: 'Order', zh: '订单' },
};

export const DOCUMENT_STATES = [
  'draft',
  'sent',
  'accepted',
  'declined',
  'signed',
  'ended',
  'open',
  'delivered',
] as const;

export type DocumentState = (typeof DOCUMENT_STATES)[number];

export const STATE_NAMES: Readonly<Record<DocumentState, Text>> = {
  draft: { en: 'draft', zh: '草稿' },
  sent: { en: 'sent', zh: '已发出' },
  accepted: { en: 'accepted', zh: '已接受' },
  declined: { en: 'declined', zh: '已拒绝' },
  signed: { en: 'signed', zh: '已签订' },
  ended: { en: 'ended', zh: '已终止' },
  open: { en: 'open', zh: '进行中' },
  delivered: { en: 'delivered', zh: '已交付' },
};

/** Which each kind may be in; the table's check says the same. */
export const STATES_OF = {
  quote: ['draft', 'sent', 'accepted', 'declined'],
  contract: ['signed', 'ended'],
  order: ['open', 'delivered'],
} as const satisfies Record<DocumentKind, readonly DocumentState[]>;

/** What one is as soon as it is put on record. */
export const FIRST_STATE: Readonly<Record<DocumentKind, DocumentState>> = {
  quote: 'sent',
  contract: 'signed',
  order: 'open',
};
