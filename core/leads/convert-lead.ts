import type { Core } from '../context.ts';
import { addCustomer, findDuplicate } from '../customers/add-customer.ts';
import type { Day } from '../days.ts';
import { DomainError } from '../errors.ts';
import type { Money } from '../money.ts';
import { openOpportunity } from '../opportunities/open-opportunity.ts';
import { getLead } from './find-leads.ts';

export type Conversion = {
  leadId: string;
  /** What they want to buy; no opportunity is opened without it. */
  opportunity?: string | undefined;
  amount?: Money | undefined;
  closeOn?: Day | undefined;
};

export type Converted = {
  leadId: string;
  customer: { id: string; name: string };
  opportunity: { id: string; name: string } | undefined;
};

/** Turns a lead into a customer with its contact and, where something is to be sold, an opportunity (R11). */
export async function convertLead(
  core: Core,
  { leadId, opportunity: name, amount, closeOn }: Conversion,
): Promise<Converted> {
  const lead = await getLead(core, leadId);
  if (lead.status === 'converted' || lead.status === 'dropped') {
    throw new DomainError('bad_transition', `lead ${leadId} is ${lead.status}`, {
      say: { en: 'This lead has been closed already.', zh: '该线索已关闭或已转化。' },
    });
  }
  // Whoever converts a colleague's lead does not take it from him, nor what of it is not his to see.
  const ownerId = lead.ownerId ?? core.actor.userId;
  const wanted = { name: lead.company ?? lead.contact, phone: await phoneOf(core, leadId) };
  const known = await findDuplicate(core, wanted);
  const customer =
    known?.customerId && known.name
      ? { id: known.customerId, name: known.name } // on file already, and his to see: the lead joins it
      : await addCustomer(core, { ...wanted, contact: lead.contact, ownerId });
  await core.flush(); // the opportunity's customer must be there to be found
  const opportunity = name
    ? await openOpportunity(core, { customerId: customer.id, name, amount, closeOn, ownerId })
    : undefined;
  core.change.update(
    'leads',
    leadId,
    {
      status: 'converted',
      customerId: customer.id,
      opportunityId: opportunity?.id ?? null,
      ownerId,
    },
    { version: lead.version },
  );
  return { leadId, customer, opportunity };
}

/** As it is on file, also for somebody who is shown it masked: it goes from one record into another, not to him. */
async function phoneOf(core: Core, leadId: string): Promise<string | undefined> {
  const [lead] = await core.sql<{ phone: string | null }>({
    name: 'lead-phone',
    text: 'SELECT phone FROM leads WHERE id = $1',
    values: [leadId],
  });
  return lead?.phone ?? undefined;
}
