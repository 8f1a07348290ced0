import { nothingChanges } from '../changes/nothing-changes.ts';
import type { Core } from '../context.ts';
import { companyKey } from '../customers/customer.ts';
import { DuplicateFound } from '../duplicates/duplicate-found.ts';
import { findDuplicates } from '../duplicates/find-duplicates.ts';
import { DomainError } from '../errors.ts';
import { knowAnew } from '../known-by.ts';
import { idsIn } from '../products/several-products.ts';
import { keysOfLead } from './add-lead.ts';
import { renameFirstCalls } from './close-lead-tasks.ts';
import { isOpen, type LeadStatus } from './lead.ts';
import { readSource, type SourceChoice, toSourceChoice } from './source-choice.ts';

/** What is corrected of a lead, in the words of the form that made it. */
export const LEAD_FIELDS = [
  'contact',
  'company',
  'phone',
  'email',
  'source',
  'region',
  'industry',
  'products',
] as const;

export type LeadField = (typeof LEAD_FIELDS)[number];

export type LeadFields = Record<Exclude<LeadField, 'contact' | 'source'>, string | null> & {
  id: string;
  contact: string;
  source: SourceChoice | null;
  status: LeadStatus;
  version: number;
  /** What is on file and not shown to the actor in full. */
  unseen: string[];
};

type Row = Omit<LeadFields, 'source'> & { sourceKey: string | null; sourceWords: string | null };

/** As far as the actor may see them. Throws not_found. */
export async function getLeadFields(core: Core, id: string): Promise<LeadFields> {
  const [lead] = await core.sql<Row>({
    name: 'lead-fields',
    text: `SELECT id, contact_name AS contact, company, phone, email, source_key AS "sourceKey", source AS "sourceWords", region, industry,
             nullif(array_to_string(ARRAY(SELECT unnest(product_ids) ORDER BY 1), ','), '') AS products, status, version, unseen FROM seen.leads WHERE id = $1`,
    values: [id],
  });
  if (!lead) {
    throw new DomainError('not_found', `lead ${id}`);
  }
  const { sourceKey, sourceWords, ...fields } = lead;
  return { ...fields, source: toSourceChoice({ sourceKey, source: sourceWords }) };
}

export type LeadChange = { leadId: string } & {
  [Name in Exclude<LeadField, 'contact'>]?: string | null | undefined;
} & {
  contact?: string | undefined;
  /** Why it is another one though phone, e-mail or company are on file elsewhere (R10). */
  duplicateReason?: string | undefined;
};

/**
 * Sets what is given of an open lead, null takes it away; under a new name it is found at once. Throws bad_transition for a closed one,
 * bad_input where nothing changes, DuplicateFound where what is new is somebody else's already (R10).
 */
export async function changeLead(
  core: Core,
  { leadId, duplicateReason, ...given }: LeadChange,
): Promise<{ lead: { id: string; contact: string }; changed: LeadField[]; emptied: LeadField[] }> {
  const before = await getLeadFields(core, leadId);
  if (!isOpen(before.status)) {
    throw new DomainError('bad_transition', `lead ${leadId} is closed`, {
      say: { en: 'This lead is closed.', zh: '该线索已关闭。' },
    });
  }
  const changed = LEAD_FIELDS.filter((field) => given[field] !== undefined && given[field] !== before[field]);
  if (changed.length === 0) {
    throw nothingChanges(leadId);
  }
  const set = Object.fromEntries(changed.map((field) => [field, given[field]]));
  const { contact, company, source, products, ...plain } = set;
  const name = contact ?? before.contact;
  if (!duplicateReason) {
    await refuseKnown(core, leadId, { ...set, contact: name });
  }
  core.change.update(
    'leads',
    leadId,
    {
      ...plain,
      ...(contact ? { contactName: contact } : {}),
      ...companyOf(company),
      ...(source === undefined ? {} : readSource(source ?? undefined)),
      ...(products === undefined ? {} : { productIds: idsIn(products) ?? [] }),
      ...(duplicateReason ? { duplicateReason } : {}),
    },
    { version: before.version },
  );
  if (contact) {
    await renameFirstCalls(core, { leadId, contact });
  }
  if (contact || company !== undefined) {
    const called = company === undefined ? before.company : company;
    await knowAnew(
      core,
      { entity: 'lead', recordId: leadId },
      keysOfLead({ contact: name, company: called ?? undefined }),
    );
  }
  return { lead: { id: leadId, contact: name }, changed, emptied: changed.filter((field) => given[field] === null) };
}

/** Throws DuplicateFound. */
async function refuseKnown(
  core: Core,
  leadId: string,
  { contact, company, phone, email }: { [Name in LeadField]?: string | null | undefined } & { contact: string },
): Promise<void> {
  const matches = await findDuplicates(core, {
    company: company ?? undefined,
    phone: phone ?? undefined,
    email: email ?? undefined,
  });
  const others = matches.filter(({ id }) => id !== leadId);
  if (others.length > 0) {
    throw new DuplicateFound(company ?? contact, others);
  }
}

const companyOf = (company: string | null | undefined) =>
  company === undefined ? {} : { company, companyKey: company === null ? '' : companyKey(company) };
