import type { Core } from '../context.ts';
import { putOnFile } from '../customers/add-customer.ts';
import type { Day } from '../days.ts';
import { DuplicateFound } from '../duplicates/duplicate-found.ts';
import { fillCustomer } from '../duplicates/fill-customer.ts';
import { findDuplicates, type Match } from '../duplicates/find-duplicates.ts';
import type { Money } from '../money.ts';
import { type OpenedOpportunity, openOpportunity } from '../opportunities/open-opportunity.ts';
import type { NamedProduct } from '../products/several-products.ts';
import type { Spot } from '../visits/visit.ts';
import { closeLeadTasks } from './close-lead-tasks.ts';
import { getLead, type LeadDetail } from './find-leads.ts';
import { moveToCustomer } from './move-to-customer.ts';
import { refuseClosedLead } from './refuse-closed-lead.ts';

/** What the customer will be called and who stands for it, where that is to be other than the lead says. */
export type Conversion = {
  leadId: string;
  company?: string | undefined;
  contact?: string | undefined;
  /** E.164 */
  phone?: string | undefined;
  email?: string | undefined;
  region?: string | undefined;
  /** What they want to buy; no opportunity is opened without it, a sum, a day or `hasDeal`. */
  opportunity?: string | undefined;
  /** An opportunity was asked for, whatever it is called. */
  hasDeal?: boolean | undefined;
  amount?: Money | undefined;
  closeOn?: Day | undefined;
};

export type Converted = {
  leadId: string;
  customer: { id: string; name: string };
  /** It was on file already, and the lead joined it. */
  isKnown: boolean;
  contact: string;
  opportunity: (Pick<OpenedOpportunity, 'id' | 'name' | 'amount' | 'products'> & { closeOn: Day | null }) | undefined;
  moved: { followUps: number; tasks: number; touches: number; tags: number };
};

/** What converting a lead would come to, before anything is done. */
export type ConversionPreview = { lead: LeadDetail; known: Match | undefined };

/** Throws bad_transition for a lead that is closed. */
export async function previewConversion(core: Core, wanted: Wanted): Promise<ConversionPreview> {
  const { lead, known } = await readConversion(core, wanted);
  return { lead, known };
}

type Wanted = Pick<Conversion, 'leadId' | 'company' | 'phone' | 'email'>;

async function readConversion(core: Core, { leadId, company, phone, email }: Wanted) {
  const lead = await getLead(core, leadId);
  await refuseClosedLead(core, lead);
  const stored = await storedOf(core, leadId);
  const wanted = {
    company: company ?? lead.company ?? lead.contact,
    phone: phone ?? stored.phone,
    email: email ?? stored.email,
  };
  const matches = await findDuplicates(core, wanted, { nearly: false });
  return { lead, stored, known: matches.find(({ entity }) => entity === 'customer') };
}

/** As it is on file, also for somebody who is shown it masked: it goes from one record into another, not to him. */
async function storedOf(
  core: Core,
  leadId: string,
): Promise<{ phone: string | undefined; email: string | undefined; place: Spot | undefined }> {
  const [lead] = await core.sql<{ phone: string | null; email: string | null; place: Spot | null }>({
    name: 'lead-stored',
    text: 'SELECT phone, email, place FROM leads WHERE id = $1',
    values: [leadId],
    isRead: true,
  });
  return { phone: lead?.phone ?? undefined, email: lead?.email ?? undefined, place: lead?.place ?? undefined };
}

/**
 * Turns a lead into a customer with its contact and, where something is to be sold, an opportunity (R11). A customer of
 * that name, phone or e-mail is joined instead; what it asked for of the price list goes onto the opportunity; what was logged, planned and tagged moves along, and its place where the customer has none. Throws DuplicateFound
 * where that customer is none the actor may see.
 */
export async function convertLead(core: Core, conversion: Conversion): Promise<Converted> {
  const { leadId, amount, closeOn } = conversion;
  const { lead, stored, known } = await readConversion(core, conversion);
  const region = conversion.region ?? lead.region ?? undefined;
  const industry = lead.industry ?? undefined;
  const name = conversion.company ?? lead.company ?? lead.contact;
  if (known && !(known.id && known.company)) {
    throw new DuplicateFound(name, [known]);
  }
  // Whoever converts a colleague's lead does not take it from him, nor what of it is not his to see.
  const ownerId = lead.ownerId ?? core.actor.userId;
  const contact = conversion.contact ?? lead.contact;
  const phone = conversion.phone ?? stored.phone;
  const email = conversion.email ?? stored.email;
  const { place } = stored;
  const customer =
    known?.id && known.company
      ? { id: known.id, name: known.company }
      : putOnFile(core, { name, region, industry, phone, email, contact, ownerId, place, sourceKey: lead.sourceKey });
  if (known?.id && known.canWork) {
    await fillCustomer(core, { customerId: known.id, region, industry, contact, phone, email, place });
  }
  if (!lead.firstResponseAt) {
    await closeLeadTasks(core, { leadId, until: core.today });
    await core.flush();
  }
  const moved = await moveToCustomer(core, { leadId, customerId: customer.id });
  await core.flush(); // the opportunity's customer must be there to be found
  const wish = wishIn(core, conversion, { products: lead.products, company: customer.name });
  const opened = wish
    ? await openOpportunity(core, {
        ...{ customerId: customer.id, name: wish, amount, closeOn, ownerId },
        productIds: lead.products.map(({ id }) => id),
      })
    : undefined;
  const opportunity = opened && { ...opened, closeOn: closeOn ?? null };
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
  return { leadId, customer, isKnown: known !== undefined, contact, opportunity, moved };
}

const LONGEST_NAME = 200;

/** What the opportunity is called that was asked for by its name, or only by what it is worth, when it closes, or that there be one. */
export function wishIn(
  core: Core,
  { opportunity, amount, closeOn, hasDeal }: Readonly<Partial<Record<keyof Conversion, unknown>>>,
  { products, company }: { products: readonly NamedProduct[]; company: string },
): string | undefined {
  if (typeof opportunity === 'string') {
    return opportunity;
  }
  const { locale } = core.actor;
  const wanted = products.map(({ name }) => name[locale]).join({ en: ', ', zh: '、' }[locale]);
  const isAsked = amount !== undefined || closeOn !== undefined || hasDeal === true;
  return isAsked ? (wanted || company).slice(0, LONGEST_NAME) : undefined;
}
