import type { z } from 'zod';
import type { Core } from '../../core/context.ts';
import type { Card } from '../cards/card.ts';
import { admission, drawAdmission } from './admission.ts';
import { approval, drawApproval } from './approval.ts';
import { approvalDecided } from './approval-decided.ts';
import { digest } from './digest.ts';
import { identityLinked } from './identity-linked.ts';
import { invited } from './invited.ts';
import { leadGiven } from './lead-given.ts';
import type { BoundNotice } from './notice.ts';
import { reminder } from './reminder.ts';
import { taskGiven } from './task-given.ts';

/** Everything a person may be told without having asked. */
export const NOTICES = {
  approval,
  approvalDecided,
  admission,
  identityLinked,
  leadGiven,
  taskGiven,
  invited,
  reminder,
  digest,
} as const;

export type NoticeName = keyof typeof NOTICES;
export type SubjectOf<Name extends NoticeName> = z.output<(typeof NOTICES)[Name]['subject']>;

/** Undefined for a notice this version does not know. */
export function findNotice(name: string, subject: unknown): BoundNotice | undefined {
  return name in NOTICES ? NOTICES[name as NoticeName].bind(subject) : undefined;
}

/** How the cards on people's screens are drawn anew, by what they show. */
export const REDRAWN: Readonly<Record<string, (core: Core, subjectId: string) => Promise<Card>>> = {
  approval: drawApproval,
  admission: drawAdmission,
};
