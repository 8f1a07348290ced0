import { findMentions, mentionKeys } from './mentions.ts';
import { normalise } from './normalise.ts';
import type { NamePort } from './reading.ts';

/** The customers and leads a text names, each once, whatever else it says. */
export async function namesIn(said: string, lookUp: NamePort['lookUp']): Promise<string[]> {
  const text = normalise(said);
  const keys = mentionKeys(text);
  const hits = keys.size > 0 ? await lookUp([...keys.keys()]) : [];
  const named = findMentions(text, keys, hits).filter(({ kind }) => kind === 'customer' || kind === 'lead');
  return [...new Set(named.map(({ name }) => name))];
}
