import type { Core } from '../context.ts';
import { companyKey } from '../customers/customer.ts';
import { newId } from '../id.ts';
import { nameLead } from '../leads/add-lead.ts';
import { getLead } from '../leads/find-leads.ts';
import { recordEnquiry } from '../leads/record-enquiry.ts';
import { readSource, type SourceChoice } from '../leads/source-choice.ts';
import { empties, fillCustomer } from './fill-customer.ts';

/** What somebody was about to enter when it turned out to be on file. */
export type Entry = {
  contact?: string | undefined;
  company?: string | undefined;
  /** E.164 */
  phone?: string | undefined;
  email?: string | undefined;
  region?: string | undefined;
  industry?: string | undefined;
  source?: SourceChoice | undefined;
  note?: string | undefined;
};

/** Fills what the record lacks with what was entered, and keeps the rest as an enquiry with its note: nothing typed is lost (R10). */
export async function mergeEntry(
  core: Core,
  { entity, id, ...entry }: Entry & { entity: 'lead' | 'customer'; id: string },
): Promise<{ entity: 'lead' | 'customer'; id: string; name: string }> {
  return entity === 'lead' ? intoLead(core, id, entry) : intoCustomer(core, id, entry);
}

async function intoLead(core: Core, leadId: string, entry: Entry) {
  const { contact, company, phone, email, source, note, region, industry } = entry;
  const lead = await getLead(core, leadId);
  const set = empties(lead, { company, phone, email });
  // A second person or number is worth more than a line that is lost.
  const words = [
    contact === lead.contact ? undefined : contact,
    phone === (set.phone ?? lead.phone) ? undefined : phone,
    email === (set.email ?? lead.email) ? undefined : email,
    region,
    industry,
    note,
  ];
  await recordEnquiry(core, { leadId, source, note: words.filter(Boolean).join(' · ') || undefined });
  if (Object.keys(set).length > 0) {
    core.change.update('leads', leadId, { ...set, ...(set.company ? { companyKey: companyKey(set.company) } : {}) });
  }
  if (set.company) {
    nameLead(core, leadId, { company: set.company });
  }
  const name = [lead.contact, lead.company ?? set.company].filter(Boolean).join(' · ');
  return { entity: 'lead' as const, id: leadId, name };
}

async function intoCustomer(core: Core, customerId: string, entry: Entry) {
  const { contact, phone, email, region, industry, source, note } = entry;
  const { name } = await fillCustomer(core, { customerId, region, industry, contact, phone, email });
  core.change.insert('enquiries', {
    id: newId(),
    customerId,
    ...readSource(source),
    createdBy: core.actor.userId,
  });
  if (note) {
    core.change.insert('follow_ups', {
      id: newId(),
      customerId,
      authorId: core.actor.userId,
      kind: 'note',
      note,
      happenedOn: core.today,
    });
  }
  return { entity: 'customer' as const, id: customerId, name };
}
