import type { Core } from '../context.ts';
import { scoreName } from '../names/index.ts';
import { findLedPeople } from './find-led-people.ts';

/** Of so many whom he leads the nearest are looked for. */
const MOST_LOOKED_AT = 200;
const OFFERED = 3;

/** Those whom the actor leads, whoever is called most like this first: for a name that is nobody's. */
export async function findPeopleLike(core: Core, name: string): Promise<{ id: string; name: string }[]> {
  const people = await findLedPeople(core, { limit: MOST_LOOKED_AT });
  return people
    .map((person) => ({ person, score: likeness(name, person.name) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, OFFERED)
    .map(({ person }) => person);
}

/** Of two words one may be all that is like: Jimmy Greene is like Jim Green. */
function likeness(said: string, name: string): number {
  const words = said.split(' ');
  return Math.max(scoreName(said, name), ...words.map((word) => 0.9 * scoreName(word, name)));
}
