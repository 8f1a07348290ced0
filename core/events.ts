import { z } from 'zod';
import { FILE_ENTITIES } from './files/record.ts';
import { DEEDS } from './tasks/deed.ts';

const id = z.uuid();

/** Facts the core announces. Each is written to the outbox in the transaction that made it true; payloads hold ids only. */
export const EVENTS = {
  'lead.added': z.object({ leadId: id }),
  'lead.given': z.object({ leadId: id, taskId: id }),
  'leads.given': z.object({ userId: id, taskIds: z.array(id) }),
  'ticket.opened': z.object({ ticketId: id }),
  'ticket.assigned': z.object({ ticketId: id }),
  'ticket.reopened': z.object({ ticketId: id }),
  'gateway.asked': z.object({ sendId: id }),
  'object.added': z.object({ objectId: id }),
  'lead.enquired': z.object({ leadId: id, enquiryId: id }),
  'duplicate.asked': z.object({ questionId: id }),
  'approval.asked': z.object({ requestId: id, level: z.number() }),
  'approval.decided': z.object({ requestId: id }),
  'approval.superseded': z.object({ requestId: id }),
  'admission.asked': z.object({ admissionId: id }),
  'admission.decided': z.object({ admissionId: id }),
  'person.invited': z.object({ userId: id, by: id }),
  'identity.linked': z.object({ identityId: id }),
  'opportunity.shared': z.object({ opportunityId: id, userId: id }),
  'handover.given': z.object({ handoverId: id, userId: id }),
  'identity.unlinked': z.object({ identityId: id, userId: id, by: id, platform: z.string() }),
  /** To whom is left out in those recorded before it was named. */
  'task.given': z.object({ taskId: id, ownerId: id.optional() }),
  /** By somebody else than its owner; what and in which change is left out in those recorded before it was said. */
  'task.changed': z.object({
    taskId: id,
    ownerId: id,
    by: id,
    what: z.enum(DEEDS).optional(),
    changeId: id.optional(),
  }),
  /** Somebody else gave what was his to do to another. */
  'work.taken': z.object({ ownerId: id, by: id, changeId: id }),
  /** Somebody took back what he had done to another's tasks. */
  'work.restored': z.object({ ownerId: id, by: id, changeId: id, taskIds: z.array(id) }),
  /** Somebody took back what he had given him. */
  'work.withdrawn': z.object({
    ownerId: id,
    by: id,
    changeId: id,
    leadIds: z.array(id),
    taskIds: z.array(id),
    handoverIds: z.array(id).default([]),
  }),
  'file.attached': z.object({ fileId: id, entity: z.enum(FILE_ENTITIES), recordId: id }),
  'report.submitted': z.object({ reportId: id }),
  'report.commented': z.object({ commentId: id }),
  /** Something of it was taken back. */
  'report.changed': z.object({ reportId: id }),
  'task.reminded': z.object({ taskId: id }),
} as const;

export type EventName = keyof typeof EVENTS;
export type EventOf<Name extends EventName> = z.output<(typeof EVENTS)[Name]>;
