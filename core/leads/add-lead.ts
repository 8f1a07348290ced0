import type { Core } from '../context.ts';
import { companyKey } from '../customers/customer.ts';
import { DuplicateFound } from '../duplicates/duplicate-found.ts';
import { findDuplicates } from '../duplicates/find-duplicates.ts';
import { newId } from '../id.ts';
import { nameKeys, personKeys } from '../names/index.ts';
import { readSource, type SourceChoice } from './source-choice.ts';

export type NewLead = {
  contact: string;
  company?: string | undefined;
  /** E.164 */
  phone?: string | undefined;
  email?: string | undefined;
  source?: SourceChoice | undefined;
  note?: string | undefined;
  /** Somebody the actor may give leads to; himself when left out. */
  ownerId?: string | undefined;
  /** Why it is added though it may be on file; without one, what is on file already is refused (R10). */
  duplicateReason?: string | undefined;
};

/** A new lead; whoever is given it by somebody else is told. Throws DuplicateFound. */
export async function addLead(core: Core, input: NewLead): Promise<{ id: string; ownerId: string }> {
  const { contact, company, phone, email, source, note, duplicateReason, ownerId = core.actor.userId } = input;
  const matches = duplicateReason ? [] : await findDuplicates(core, { company, phone, email });
  if (matches.length > 0) {
    throw new DuplicateFound(company ?? contact, matches);
  }
  const id = newId();
  core.change.insert('leads', {
    id,
    contactName: contact,
    company: company ?? null,
    companyKey: company ? companyKey(company) : '',
    phone: phone ?? null,
    email: email ?? null,
    ...readSource(source),
    note: note ?? null,
    ownerId,
    createdBy: core.actor.userId,
    duplicateReason: duplicateReason ?? null,
  });
  nameLead(core, id, { contact, company });
  if (ownerId !== core.actor.userId) {
    core.change.record('lead.added', { leadId: id });
  }
  return { id, ownerId };
}

/** The words a lead is found under in a sentence. */
export function nameLead(
  { change }: Core,
  id: string,
  { contact, company }: { contact?: string | undefined; company?: string | undefined },
): void {
  const keys = new Set([...(contact ? personKeys(contact) : []), ...(company ? nameKeys(company) : [])]);
  for (const key of keys) {
    change.insert('name_keys', { id: newId(), entity: 'lead', recordId: id, key });
  }
}
