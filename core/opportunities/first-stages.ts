import type { Text } from '../text.ts';

/** What the open stages are called that every company starts with (its migrations), by their keys. */
export const FIRST_STAGE_NAMES = {
  contact: { en: 'First contact', zh: '初步接触' },
  needs: { en: 'Needs confirmed', zh: '需求确认' },
  proposal: { en: 'Proposal', zh: '方案报价' },
  negotiation: { en: 'Negotiation', zh: '商务谈判' },
} as const satisfies Record<string, Text>;
