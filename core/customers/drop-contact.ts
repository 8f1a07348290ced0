import type { Core } from '../context.ts';
import { toFailure } from '../db/failures.ts';
import { DomainError } from '../errors.ts';
import { knowAnew } from '../known-by.ts';
import type { Text } from '../text.ts';
import type { ContactFields } from './change-contact.ts';

/** Takes a contact and what he is known by off the record. Throws built_upon, in these words, where a deal or a ticket of somebody else's names him. */
export async function dropContact(
  core: Core,
  { id, version }: Pick<ContactFields, 'id' | 'version'>,
  sayHeld: Text,
): Promise<void> {
  await knowAnew(core, { entity: 'contact', recordId: id }, new Set());
  core.change.remove('contacts', id, { version });
  try {
    await core.flush();
  } catch (error) {
    const failure = toFailure(error);
    throw failure instanceof DomainError && failure.code === 'built_upon'
      ? new DomainError('built_upon', `contact ${id} is named by rows out of sight`, { say: sayHeld })
      : error;
  }
}
