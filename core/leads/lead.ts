import type { Text } from '../text.ts';

export const LEAD_STATUSES = ['new', 'working', 'nurturing', 'converted', 'dropped'] as const;

export type LeadStatus = (typeof LEAD_STATUSES)[number];

export const LEAD_STATUS_NAMES: Readonly<Record<LeadStatus, Text>> = {
  new: { en: 'New', zh: '新线索' },
  working: { en: 'In contact', zh: '跟进中' },
  nurturing: { en: 'Nurturing', zh: '培育中' },
  converted: { en: 'Converted', zh: '已转化' },
  dropped: { en: 'Dropped', zh: '已放弃' },
};

/** Statuses of leads somebody still works on. */
export const OPEN_STATUSES = ['new', 'working', 'nurturing'] as const satisfies readonly LeadStatus[];

export function isOpen(status: LeadStatus): boolean {
  return OPEN_STATUSES.some((open) => open === status);
}

/** The same, as SQL spells it. */
export const IS_OPEN = `IN ('new', 'working', 'nurturing')`;
