import type { Core } from '../context.ts';

/** A word of the company's own for where leads come from, what records are marked with, or how a call ends. */
export type OwnWord = { kind: 'source' | 'tag' | 'outcome'; id: string; name: string; key: string };

const FOLDED = `lower(regexp_replace(n.word, '[[:space:][:punct:]（）【】《》“”‘’、，。：；！？·—…]', '', 'g'))`;
const worded = (kind: OwnWord['kind'], from: string, words: string) =>
  `SELECT DISTINCT '${kind}' AS kind, w.id, w.name_zh AS name, k.key FROM ${from}
     CROSS JOIN LATERAL unnest(${words}) AS n (word) CROSS JOIN LATERAL (SELECT ${FOLDED} AS key) k
    WHERE w.active AND k.key = ANY ($1)`;

/** Those that a sentence says, by any word they go by: the lists are short, so they are read whole. */
export async function findOwnWords({ sql }: Core, keys: readonly string[]): Promise<OwnWord[]> {
  if (keys.length === 0) {
    return [];
  }
  return sql<OwnWord>({
    name: 'own-words',
    text: [
      worded('source', 'lead_sources w', 'w.name_zh || (w.name_en || w.synonyms)'),
      worded('outcome', 'lead_outcomes w', 'w.name_zh || (w.name_en || w.synonyms)'),
      worded(
        'tag',
        'tags had JOIN tags w ON w.id = coalesce(had.merged_into, had.id)',
        'had.name_zh || (had.name_en || had.synonyms)',
      ),
    ].join(' UNION ALL '),
    values: [keys],
    isRead: true,
  });
}
