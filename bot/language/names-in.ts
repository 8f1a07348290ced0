import { mentionKeys } from './mention-keys.ts';
import { findMentions, type Mention } from './mentions.ts';
import { normalise } from './normalise.ts';
import type { NamePort } from './reading.ts';

type RecordSaid = 'customer' | 'lead' | 'deal';

const isRecord = (kind: Mention['kind']): kind is RecordSaid =>
  kind === 'customer' || kind === 'lead' || kind === 'deal';

/** The customers, leads and deals a text names, each once, whatever else it says. */
export async function mentionsIn(
  said: string,
  lookUp: NamePort['lookUp'],
): Promise<{ kind: RecordSaid; name: string }[]> {
  const text = normalise(said);
  const keys = mentionKeys(text);
  const hits = keys.size > 0 ? await lookUp([...keys.keys()]) : [];
  const named = findMentions(text, keys, hits).flatMap(({ kind, name }) => (isRecord(kind) ? [{ kind, name }] : []));
  return [...new Map(named.map((each) => [each.name, each])).values()];
}

export async function namesIn(said: string, lookUp: NamePort['lookUp']): Promise<string[]> {
  return (await mentionsIn(said, lookUp)).map(({ name }) => name);
}
