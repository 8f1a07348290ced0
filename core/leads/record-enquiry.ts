import type { Core } from '../context.ts';
import { newId } from '../id.ts';
import { getLead, type LeadDetail } from './find-leads.ts';
import { readSource, type SourceChoice } from './source-choice.ts';

export type NewEnquiry = { leadId: string; source?: SourceChoice | undefined; note?: string | undefined };

/** Somebody who is a lead already asked again: the lead goes first until it is answered, and its owner is told (R3). */
export async function recordEnquiry(core: Core, { leadId, source, note }: NewEnquiry): Promise<LeadDetail> {
  const lead = await getLead(core, leadId);
  const enquiryId = newId();
  core.change.insert('enquiries', {
    id: enquiryId,
    leadId,
    ...readSource(source),
    note: note ?? null,
    createdBy: core.actor.userId,
  });
  core.change.update('leads', leadId, { lastEnquiryAt: core.now });
  if (lead.ownerId && lead.ownerId !== core.actor.userId) {
    core.change.record('lead.enquired', { leadId, enquiryId });
  }
  return lead;
}
