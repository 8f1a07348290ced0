import type { Wish } from '../approvals/approval.ts';
import type { Day } from '../days.ts';
import type { Text } from '../text.ts';
import type { OpenMark } from '../tickets/open-mark.ts';

/** What a day is made of, in the order in which it wants doing. */
export const SECTIONS = ['scheduled', 'leads', 'overdue', 'due', 'approvals', 'invoices', 'deals'] as const;

export type SectionName = (typeof SECTIONS)[number];

/** The first few, and how many there are. */
export type Section<Line> = { lines: Line[]; total: number };

/** A task: `scheduled` ones have a time today, those `due` only the day. */
export type DueTask = {
  id: string;
  title: string;
  dueOn: Day;
  dueTime: string | null;
  customerId: string | null;
  customerName: string | null;
  mark: OpenMark | null;
};

/** Somebody who has not been answered yet, or asked again since. */
export type WaitingLead = {
  id: string;
  contact: string;
  company: string | null;
  phone: string | null;
  /** Until the first answer is due, below zero once that has passed; null where no clock runs (R6). */
  minutesLeft: number | null;
  hasEnquiry: boolean;
};

/** `stuck`: longer in its stage than that allows; `idle`: nobody has logged anything for so long. */
export type StandingDeal = {
  id: string;
  name: string;
  customerId: string;
  customerName: string | null;
  stageName: Text;
  kind: 'stuck' | 'idle';
  days: number;
  limit: number;
};

/** A signature that is the reader's to give. */
export type WaitingApproval = Wish & {
  id: string;
  stepId: string;
  requesterName: string;
  opportunityName: string;
  customerName: string;
  /** Whole minor units; null where the reader may not see it. */
  amount: bigint | null;
  currency: string;
};

/** An invoice past its day: of his own customers, and of everybody's for whoever is in finance. */
export type LateInvoice = {
  id: string;
  number: string;
  customerId: string;
  customerName: string;
  dueOn: Day;
  /** Whole minor units. */
  open: bigint;
  currency: string;
};

export type Today = {
  scheduled: Section<DueTask>;
  leads: Section<WaitingLead>;
  overdue: Section<DueTask>;
  due: Section<DueTask>;
  approvals: Section<WaitingApproval>;
  invoices: Section<LateInvoice>;
  deals: Section<StandingDeal>;
};

/** Lines of one section among the others, and on a page of its own. */
export const SECTION_LINES = 5;
export const PAGE_LINES = 8;

export function isClear(today: Today): boolean {
  return SECTIONS.every((section) => today[section].total === 0);
}
