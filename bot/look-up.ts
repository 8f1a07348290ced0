import type { Core } from '../core/context.ts';
import { getCustomer } from '../core/customers/get-customer.ts';
import type { Found, Lookup } from './contract.ts';
import { isRecordKind } from './fields/kinds.ts';
import { RECORDS, type RecordKindRule } from './fields/records.ts';
import type { NameHit } from './language/index.ts';
import { customerCard } from './views/customer.ts';
import { viewer } from './views/viewer.ts';

/** So many are offered while somebody types; whoever finds none types on. */
const OFFERED = 20;

/** Full cards for the first few only: nobody inserts the twentieth. */
const DRAWN = 5;

/** Whom the words of a sentence may mean, by the keys of their names. */
export function lookUpNames(core: Core, keys: string[]): Promise<NameHit[]> {
  return core.sql<NameHit>({ name: 'names', text: 'SELECT kind, id, name, key FROM parley_names($1)', values: [keys] });
}

/** What somebody may see of what he types into a search. */
export async function findTyped(core: Core, lookup: Lookup): Promise<Found[]> {
  const source = lookup.kind === 'records' ? 'customer' : lookup.source;
  const query = lookup.query.trim();
  if (query === '' || !isRecordKind(source)) {
    return [];
  }
  const rule: RecordKindRule = RECORDS[source];
  const candidates = (await rule.find(core, query)).slice(0, OFFERED);
  if (lookup.kind === 'options') {
    return candidates.map(({ id, label }) => ({ value: id, label }));
  }
  return Promise.all(
    candidates.slice(0, DRAWN).map(async ({ id, label }) => {
      const card = customerCard(await getCustomer(core, id), viewer(core));
      return { value: id, label, card };
    }),
  );
}
