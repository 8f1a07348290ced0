import type { Core } from '../context.ts';
import { nameKeys } from '../names/index.ts';
import { searchPeople } from '../people/people.ts';

/** Colleagues of a name: as written, else by the sound of a Chinese one (hanmeimei). */
export async function findPeopleNamed(core: Core, said: string): Promise<{ id: string; name: string }[]> {
  const found = await searchPeople(core, { words: said });
  const exact = found.filter(({ name }) => name.toLowerCase() === said.toLowerCase());
  if (found.length > 0) {
    return exact.length > 0 ? exact : found;
  }
  return findPeopleBySound(core, [said.toLowerCase().replace(/[\s'’-]/g, '')]);
}

/** How many Chinese names are compared by their sound; a larger company's are typed in characters. */
const HEARD = 2_000;

/** Active colleagues whose Chinese name is spelt so in pinyin. */
export async function findPeopleBySound(
  core: Core,
  sounds: readonly string[],
): Promise<{ id: string; name: string; key: string }[]> {
  if (sounds.length === 0) {
    return [];
  }
  const people = await core.sql<{ id: string; name: string }>({
    name: 'people-in-chinese',
    text: `SELECT id, name FROM users WHERE active AND name ~ '^[一-鿿]{2,5}$' ORDER BY id LIMIT ${HEARD}`,
    isRead: true,
  });
  return people.flatMap(({ id, name }) =>
    nameKeys(name)
      .filter((key) => sounds.includes(key))
      .map((key) => ({ id, name, key })),
  );
}
