import type { Core } from '../context.ts';
import { companyKey } from '../customers/customer.ts';
import { newId } from '../id.ts';
import { nameLead } from '../leads/add-lead.ts';
import { getLead } from '../leads/find-leads.ts';
import { recordEnquiry } from '../leads/record-enquiry.ts';
import { readSource, type SourceChoice } from '../leads/source-choice.ts';
import { findNamed } from '../products/several-products.ts';
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
  /** What of the price list they ask for. */
  productIds?: readonly string[] | undefined;
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
  const { contact, company, phone, email, source, note, region, industry, productIds = [] } = entry;
  const lead = await getLead(core, leadId);
  const set = empties(lead, { company, phone, email });
  // A second person or number is worth more than a line that is lost.
  const words = [
    isNewName(company, set.company ?? lead.company) ? company : undefined,
    contact === lead.contact ? undefined : contact,
    phone === (set.phone ?? lead.phone) ? undefined : phone,
    email === (set.email ?? lead.email) ? undefined : email,
    region,
    industry,
    note,
  ];
  await recordEnquiry(core, { leadId, source, note: words.filter(Boolean).join(' · ') || undefined });
  const asked = lead.products.map(({ id }) => id);
  const isMore = productIds.some((id) => !asked.includes(id));
  if (Object.keys(set).length > 0 || isMore) {
    core.change.update('leads', leadId, {
      ...set,
      ...(set.company ? { companyKey: companyKey(set.company) } : {}),
      ...(isMore ? { productIds: [...new Set([...asked, ...productIds])] } : {}),
    });
  }
  if (set.company) {
    nameLead(core, leadId, { company: set.company });
  }
  const name = [lead.contact, lead.company ?? set.company].filter(Boolean).join(' · ');
  return { entity: 'lead' as const, id: leadId, name };
}

async function intoCustomer(core: Core, customerId: string, { note, productIds = [], ...entry }: Entry) {
  const { name, left } = await enquire(core, customerId, entry);
  const products = await findNamed(core, productIds);
  const words = [...left, ...products.map((product) => product.name[core.org.locale]), note]
    .filter(Boolean)
    .join(' · ');
  if (words) {
    core.change.insert('follow_ups', {
      id: newId(),
      customerId,
      authorId: core.actor.userId,
      kind: 'note',
      note: words,
      happenedOn: core.today,
    });
  }
  return { entity: 'customer' as const, id: customerId, name };
}

/** A customer asked: what he lacks is filled in; `left` are the words that found no place with him. */
export async function enquire(
  core: Core,
  customerId: string,
  { company, contact, phone, email, region, industry, source }: Omit<Entry, 'note' | 'productIds'>,
): Promise<{ name: string; left: string[] }> {
  const { name, left } = await fillCustomer(core, { customerId, region, industry, contact, phone, email });
  core.change.insert('enquiries', {
    id: newId(),
    customerId,
    ...readSource(source),
    createdBy: core.actor.userId,
  });
  return { name, left: company && isNewName(company, name) ? [company, ...left] : left };
}

/** 华星电子有限公司 is nothing new of 华星电子. */
function isNewName(company: string | undefined, known: string | null | undefined): boolean {
  return company !== undefined && (!known || companyKey(company) !== companyKey(known));
}
