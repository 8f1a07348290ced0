import { LIKELY, scoreName } from '../names/index.ts';
import { readQuery } from '../search/read-query.ts';

/** Of those that sound so as many are looked at before it is asked which of them the actor may see. */
const MOST_LOOKED_AT = 2000;

/** SQL: people at customers whose names sound as $1 says, or nearly as $2, of the customers in $3 unless that is null; `p` with his customer `c`. */
export const CONTACTS_HEARD_SO = `FROM parley_contacts_heard($1, $2, $3, ${MOST_LOOKED_AT}) AS heard (id)
              JOIN seen.contacts p ON p.id = heard.id JOIN seen.customers c ON c.id = p.customer_id`;

/** $1 and $2 of a name that was said. */
export function heardAs(said: string): [keys: string[], sounds: string[]] {
  const { keys, sounds } = readQuery(said);
  return [keys, sounds];
}

/** Those whose names are near enough to what was said, the nearest first. */
export function nearest<Person extends { name: string }>(
  said: string,
  people: readonly Person[],
  limit: number,
): Person[] {
  return people
    .map((person) => ({ person, score: scoreName(said, person.name) }))
    .filter(({ score }) => score >= LIKELY)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ person }) => person);
}
