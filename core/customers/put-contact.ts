import type { Rows } from '../changes/change-set.ts';
import type { Core } from '../context.ts';
import { knowBy } from '../known-by.ts';
import { personKeys } from '../names/index.ts';

/** Puts somebody on file at a customer, under the words he is found by (R20). */
export function putContact(core: Core, person: Rows['contacts'] & { id: string }): void {
  core.change.insert('contacts', person);
  knowBy(core, { entity: 'contact', recordId: person.id }, personKeys(person.name));
}
