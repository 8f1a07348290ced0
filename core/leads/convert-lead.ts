import type { Core } from '../context.ts';
import { putOnFile } from '../customers/add-customer.ts';
import { companyKey } from '../customers/customer.ts';
import type { Day } from '../days.ts';
import { DuplicateFound } from '../duplicates/duplicate-found.ts';
import { fillCustomer } from '../duplicates/fill-customer.ts';
import { findDuplicates, type Match } from '../duplicates/find-duplicates.ts';
import { DomainError } from '../errors.ts';
import type { Money } from '../money.ts';
import { type OpenedOpportunity, openOpportunity } from '../opportunities/open-opportunity.ts';
import { claimParties } from '../pool/claim-party.ts';
import type { NamedProduct } from '../products/several-products.ts';
import type { Spot } from '../visits/visit.ts';
import { closeLeadTasks } from './close-lead-tasks.ts';
import { getLead, type LeadDetail } from './find-leads.ts';
import { moveToCustomer } from './move-to-customer.ts';
import { findShelved, unshelve } from './pass-tasks.ts';
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
  /** The customer on file it joins. */
  into?: string | undefined;
  /** Why it becomes a customer of its own though one may be on file (R10). */
  reason?: string | undefined;
};

export type Converted = {
  leadId: string;
  customer: { id: string; name: string };
  /** It was on file already, and the lead joined it. */
  isKnown: boolean;
  contact: string;
  opportunity: (Pick<OpenedOpportunity, 'id' | 'name' | 'amount' | 'products'> & { closeOn: Day | null }) | undefined;
  /** What of it was in the pool until then: the lead, the customer it joins. */
  claimed: string[];
  moved: { followUps: number; tasks: number; touches: number; tags: number };
};

/** What converting a lead would come to, before anything is done. */
export type ConversionPreview = {
  lead: LeadDetail;
  known: Match | undefined;
  /** Only a number or an address is the same, the company is called otherwise: which of the two it is has to be said. */
  isDoubtful: boolean;
  /** Why the lead was added though it may have been on file. */
  reason: string | undefined;
};

/** Throws bad_transition for a lead that is closed. */
export async function previewConversion(core: Core, wanted: Wanted): Promise<ConversionPreview> {
  const { lead, stored, known, isDoubtful } = await readConversion(core, wanted);
  return { lead, known, isDoubtful, reason: stored.reason };
}

type Wanted = Pick<Conversion, 'leadId' | 'company' | 'phone' | 'email' | 'into' | 'reason'>;

async function readConversion(core: Core, { leadId, company, phone, email, into, reason }: Wanted) {
  const lead = await getLead(core, leadId);
  await refuseClosedLead(core, lead);
  const stored = await storedOf(core, leadId);
  const wanted = {
    company: company ?? lead.company ?? lead.contact,
    phone: phone ?? stored.phone,
    email: email ?? stored.email,
  };
  if (into || reason) {
    return { lead, stored, known: into ? await getJoined(core, into) : undefined, isDoubtful: false };
  }
  const matches = await findDuplicates(core, wanted, { nearly: false });
  const known = matches.find(({ entity }) => entity === 'customer');
  const isCalledSo = [known?.company, known?.contact].some(
    (name) => name && companyKey(name) === companyKey(wanted.company),
  );
  return {
    lead,
    stored,
    known,
    isDoubtful: known !== undefined && known.by !== 'company' && !isCalledSo && (company ?? lead.company) !== null,
  };
}

/** Throws not_found for a customer the actor may not see. */
async function getJoined(core: Core, id: string): Promise<Match> {
  const [customer] = await core.sql<Match>({
    name: 'conversion-joined',
    text: `SELECT 'customer' AS entity, c.id, 'company' AS by, NULL AS contact, c.name AS company, c.owner_id AS "ownerId", u.name AS "ownerName",
             coalesce(c.owner_id = ANY ((SELECT parley_workable())::uuid[]), false) AS "canWork"
             FROM customers c LEFT JOIN users u ON u.id = c.owner_id WHERE c.id = $1`,
    values: [id],
    isRead: true,
  });
  if (!customer) {
    throw new DomainError('not_found', `customer ${id}`);
  }
  return customer;
}

/** As it is on file, also for somebody who is shown it masked: it goes from one record into another, not to him. */
async function storedOf(
  core: Core,
  leadId: string,
): Promise<{
  phone: string | undefined;
  email: string | undefined;
  place: Spot | undefined;
  reason: string | undefined;
}> {
  const [lead] = await core.sql<{
    phone: string | null;
    email: string | null;
    place: Spot | null;
    reason: string | null;
  }>({
    name: 'lead-stored',
    text: 'SELECT phone, email, place, duplicate_reason AS reason FROM leads WHERE id = $1',
    values: [leadId],
    isRead: true,
  });
  return {
    phone: lead?.phone ?? undefined,
    email: lead?.email ?? undefined,
    place: lead?.place ?? undefined,
    reason: lead?.reason ?? undefined,
  };
}

/**
 * Turns a lead into a customer with its contact and, where something is to be sold, an opportunity (R11). A customer of
 * that name, phone or e-mail is joined instead; what it asked for of the price list goes onto the opportunity; what was logged, planned and tagged moves along, and its place where the customer has none; `into` names the customer, `reason` makes it one of its own.
 * Throws DuplicateFound where that customer is none the actor may see, or shares no more than a number with it; for a lead of the pool as claimParty does.
 */
export async function convertLead(core: Core, conversion: Conversion): Promise<Converted> {
  const { leadId, amount, closeOn } = conversion;
  const { lead, stored, known, isDoubtful } = await readConversion(core, conversion);
  const region = conversion.region ?? lead.region ?? undefined;
  const industry = lead.industry ?? undefined;
  const name = conversion.company ?? lead.company ?? lead.contact;
  if (known && (isDoubtful || !(known.id && known.company))) {
    throw new DuplicateFound(name, [known]);
  }
  const { ownerId, version, isPool } = await takeOn(core, lead);
  const contact = conversion.contact ?? lead.contact;
  const phone = conversion.phone ?? stored.phone;
  const email = conversion.email ?? stored.email;
  const { place } = stored;
  const customer =
    known?.id && known.company
      ? { id: known.id, name: known.company }
      : putOnFile(core, {
          name,
          region,
          industry,
          phone,
          email,
          contact,
          ownerId,
          place,
          sourceKey: lead.sourceKey,
          duplicateReason: conversion.reason,
        });
  if (known?.id && known.canWork) {
    await fillCustomer(core, { customerId: known.id, region, industry, contact, phone, email, place });
  }
  if (!lead.firstResponseAt) {
    await closeLeadTasks(core, { leadId, until: core.today });
    await core.flush();
  }
  const moved = await takeAlong(core, lead, customer.id);
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
      convertedAt: core.now,
      customerId: customer.id,
      opportunityId: opportunity?.id ?? null,
      ownerId,
    },
    { version },
  );
  const claimed = [isPool ? lead.contact : undefined, opened?.claimed].filter((each) => each !== undefined);
  return { leadId, customer, isKnown: known !== undefined, contact, opportunity, claimed, moved };
}

/** Whoever converts somebody out of the pool has taken him on, within its limits (R10); a colleague's lead stays with him, and what of it is not the actor's to see. */
async function takeOn(
  core: Core,
  { id, ownerId, version }: LeadDetail,
): Promise<{ ownerId: string; version: number; isPool: boolean }> {
  if (ownerId) {
    return { ownerId, version, isPool: false };
  }
  await claimParties(core, [id]); // what waited with it goes to the customer: takeAlong
  return { ownerId: core.actor.userId, version: version + 1, isPool: true }; // one up by having been taken out of the pool
}

/** What hangs on a lead, and what waited in the pool with one that was nobody's, which is his to do who takes it on so. */
async function takeAlong(
  core: Core,
  { id: leadId, ownerId }: LeadDetail,
  customerId: string,
): Promise<Converted['moved']> {
  const moved = await moveToCustomer(core, { leadId, customerId });
  const waiting = ownerId ? [] : ((await findShelved(core, [leadId])).get(leadId) ?? []);
  unshelve(core, waiting, { leadId, customerId }, { ...core.actor, id: core.actor.userId });
  return { ...moved, tasks: moved.tasks + waiting.length };
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
