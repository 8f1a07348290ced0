import type { z } from 'zod';
import type { Core } from '../../core/context.ts';
import type { Text } from '../../core/text.ts';
import type { Card } from '../cards/card.ts';
import { admission, drawAdmission } from './admission.ts';
import { approval, drawApproval } from './approval.ts';
import { approvalDecided } from './approval-decided.ts';
import { auditChecked } from './audit-checked.ts';
import { dealShared } from './deal-shared.ts';
import { dealStuck } from './deal-stuck.ts';
import { dealsPiling } from './deals-piling.ts';
import { digest } from './digest.ts';
import { duplicateAsked } from './duplicate-asked.ts';
import { gatewayAnswered, gatewayFailed } from './gateway.ts';
import { handoverGiven } from './handover-given.ts';
import { identityLinked } from './identity-linked.ts';
import { identityUnlinked } from './identity-unlinked.ts';
import { invited } from './invited.ts';
import { leadEnquired } from './lead-enquired.ts';
import { leadGiven } from './lead-given.ts';
import { leadLate } from './lead-late.ts';
import { leadsGiven } from './leads-given.ts';
import type { BoundNotice } from './notice.ts';
import { objectTold } from './object-told.ts';
import { poolMoved } from './pool-moved.ts';
import { reminder } from './reminder.ts';
import { drawReport, reportCommented, reportDue, reportSubmitted } from './report.ts';
import { taskChanged } from './task-changed.ts';
import { taskGiven } from './task-given.ts';
import { ticketAssigned } from './ticket-assigned.ts';
import { ticketCare } from './ticket-care.ts';
import { workRestored } from './work-restored.ts';
import { workTaken } from './work-taken.ts';
import { workWithdrawn } from './work-withdrawn.ts';

/** Everything a person may be told without having asked. */
export const NOTICES = {
  approval,
  approvalDecided,
  admission,
  identityLinked,
  identityUnlinked,
  leadGiven,
  leadsGiven,
  leadEnquired,
  leadLate,
  poolMoved,
  duplicateAsked,
  taskGiven,
  taskChanged,
  workTaken,
  workWithdrawn,
  workRestored,
  handoverGiven,
  dealShared,
  dealStuck,
  dealsPiling,
  objectTold,
  ticketAssigned,
  ticketCare,
  gatewayAnswered,
  gatewayFailed,
  reportSubmitted,
  reportCommented,
  reportDue,
  invited,
  reminder,
  digest,
  auditChecked,
} as const;

export type NoticeName = keyof typeof NOTICES;
export type SubjectOf<Name extends NoticeName> = z.output<(typeof NOTICES)[Name]['subject']>;

/** Undefined for a notice this version does not know. */
export function findNotice(name: string, subject: unknown): BoundNotice | undefined {
  return name in NOTICES ? NOTICES[name as NoticeName].bind(subject) : undefined;
}

/** Deliveries that are no notice of a person's: jobs/ draws them by itself. */
const OTHERS: Readonly<Record<string, Text>> = {
  redraw: { en: 'a card brought up to date', zh: '卡片更新' },
  gateway: { en: 'word to a customer', zh: '给客户的回执' },
  newcomer: { en: 'word to a newcomer', zh: '给新成员的通知' },
};

/** What an admin reads of a delivery that did not arrive. */
export function noticeName(notice: string): Text {
  return notice in NOTICES ? NOTICES[notice as NoticeName].name : (OTHERS[notice] ?? { en: notice, zh: notice });
}

/** How the cards on people's screens are drawn anew, by what they show. */
export const REDRAWN: Readonly<Record<string, (core: Core, subjectId: string) => Promise<Card>>> = {
  approval: drawApproval,
  admission: drawAdmission,
  report: drawReport,
};
