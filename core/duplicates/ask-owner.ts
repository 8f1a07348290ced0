import type { Core } from '../context.ts';
import { newId } from '../id.ts';
import type { Entry } from './merge-entry.ts';

/** Asks a colleague about a record of his that the actor has met and may not see; he is told what was entered (R10). */
export function askOwner(
  core: Core,
  { ownerId, contact, company, phone, email, note }: Entry & { ownerId: string },
): void {
  const id = newId();
  core.change.insert('duplicate_questions', {
    id,
    askerId: core.actor.userId,
    ownerId,
    contact: contact ?? null,
    company: company ?? null,
    phone: phone ?? null,
    email: email ?? null,
    note: note ?? null,
  });
  core.change.record('duplicate.asked', { questionId: id });
}
