import type { Core } from '../context.ts';
import { newId } from '../id.ts';

export type NewLead = {
  contact: string;
  company?: string | undefined;
  /** E.164 */
  phone?: string | undefined;
  email?: string | undefined;
  source?: string | undefined;
  note?: string | undefined;
  /** Somebody the actor may give leads to; himself when left out. */
  ownerId?: string | undefined;
};

export type AddedLead = NewLead & { id: string; ownerId: string };

/** A new lead; whoever is given it by somebody else is told. */
export async function addLead(core: Core, input: NewLead): Promise<AddedLead> {
  const { contact, company, phone, email, source, note, ownerId = core.actor.userId } = input;
  const id = newId();
  core.change.insert('leads', {
    id,
    contactName: contact,
    company: company ?? null,
    phone: phone ?? null,
    email: email ?? null,
    source: source ?? null,
    note: note ?? null,
    ownerId,
    createdBy: core.actor.userId,
  });
  if (ownerId !== core.actor.userId) {
    core.change.record('lead.added', { leadId: id });
  }
  return { ...input, id, ownerId };
}
