import type { Text } from '../text.ts';

export const TICKET_KINDS = ['complaint', 'fault', 'question', 'request'] as const;

export type TicketKind = (typeof TICKET_KINDS)[number];

export const TICKET_KIND_NAMES: Readonly<Record<TicketKind, Text>> = {
  complaint: { en: 'Complaint', zh: '投诉' },
  fault: { en: 'Fault', zh: '故障' },
  question: { en: 'Question', zh: '咨询' },
  request: { en: 'Request', zh: '需求' },
};

/** From the least to the most pressing. */
export const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;

export type Priority = (typeof PRIORITIES)[number];

export const PRIORITY_NAMES: Readonly<Record<Priority, Text>> = {
  low: { en: 'low', zh: '低' },
  normal: { en: 'normal', zh: '普通' },
  high: { en: 'high', zh: '高' },
  urgent: { en: 'urgent', zh: '紧急' },
};

/** What needs no words on a card: most tickets are ordinary. */
export const ORDINARY: Priority = 'normal';

/** What is done about a ticket as a whole. */
export type TicketDeed = 'closed' | 'reopened';

export const DEED_NAMES: Readonly<Record<TicketDeed, Text>> = {
  closed: { en: 'closed it', zh: '关闭工单' },
  reopened: { en: 'opened it again', zh: '重新打开' },
};
