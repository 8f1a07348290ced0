import type { Core } from '../context.ts';
import { DuplicateFound } from '../duplicates/duplicate-found.ts';
import { findDuplicates } from '../duplicates/find-duplicates.ts';
import { logFollowUp } from '../follow-ups/log-follow-up.ts';
import { newId } from '../id.ts';
import { knowBy } from '../known-by.ts';
import { nameKeys } from '../names/index.ts';
import type { Spot } from '../visits/visit.ts';
import { companyKey } from './customer.ts';
import { putContact } from './put-contact.ts';

export type NewCustomer = {
  name: string;
  region?: string | undefined;
  industry?: string | undefined;
  /** E.164 */
  phone?: string | undefined;
  email?: string | undefined;
  contact?: string | undefined;
  /** What the contact does there. */
  title?: string | undefined;
  /** The actor when left out. */
  ownerId?: string | undefined;
  /** Where it is on the map, where that was kept before. */
  place?: Spot | undefined;
  /** The key of the source it came from. */
  sourceKey?: string | null | undefined;
  /** Why it is added though it may be on file; without one, what is on file already is refused (R10). */
  duplicateReason?: string | undefined;
};

/** Puts a customer on file, with its owner, the words it is found under (R20) and, as its first follow-up, what was noted beside (R35). Throws DuplicateFound (R10). */
export async function addCustomer(
  core: Core,
  { note, ...input }: NewCustomer & { note?: string | undefined },
): Promise<{ id: string; name: string }> {
  const { name, phone, email, duplicateReason } = input;
  const matches = duplicateReason ? [] : await findDuplicates(core, { company: name, phone, email });
  if (matches.length > 0) {
    throw new DuplicateFound(name, matches);
  }
  const added = putOnFile(core, input);
  if (note) {
    await core.flush(); // the customer must be there to be written about
    await logFollowUp(core, { customerId: added.id, kind: 'note', note });
  }
  return added;
}

/** The same without a look at what is there, for whoever has looked. */
export function putOnFile(core: Core, input: NewCustomer): { id: string; name: string } {
  const {
    name,
    region,
    industry,
    phone,
    email,
    contact,
    title,
    place,
    sourceKey,
    duplicateReason,
    ownerId = core.actor.userId,
  } = input;
  const id = newId();
  core.change.insert('customers', {
    id,
    name,
    nameKey: companyKey(name),
    ownerId,
    createdBy: core.actor.userId,
    region: region ?? null,
    industry: industry ?? null,
    phone: phone ?? null,
    sourceKey: sourceKey ?? null,
    ...(place ? { place } : {}),
    duplicateReason: duplicateReason ?? null,
  });
  knowBy(core, { entity: 'customer', recordId: id }, nameKeys(name));
  if (contact || email) {
    putContact(core, {
      id: newId(),
      customerId: id,
      name: contact ?? name,
      title: title ?? null,
      phone: phone ?? null,
      email: email ?? null,
    });
  }
  return { id, name };
}
