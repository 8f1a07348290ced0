import type { Core } from '../context.ts';
import { fold } from '../names/index.ts';
import type { Text } from '../text.ts';

export type Tag = { id: string; name: Text };

/** A tag's name as it is compared: 高意向 and "High Intent" however they are written. */
export function tagKey(words: string): string {
  return fold(words) || words.trim().toLowerCase();
}

/** Tags meant by these keys, by their name in either language or a synonym. */
export async function findTags(core: Core, keys: readonly string[]): Promise<(Tag & { keys: string[] })[]> {
  const rows = await core.sql<{ id: string; zh: string; en: string; keys: string[] }>({
    name: 'tags-by-key',
    text: 'SELECT id, name_zh AS zh, name_en AS en, key || synonyms AS keys FROM tags WHERE key = ANY ($1) OR synonyms && $1',
    values: [keys],
    isRead: true,
  });
  return rows.map(({ id, zh, en, keys: known }) => ({ id, name: { zh, en }, keys: known }));
}

/** The tags used most, for whoever is about to type one. */
export async function findUsualTags(core: Core, { limit = 20 }: { limit?: number } = {}): Promise<Tag[]> {
  const rows = await core.sql<{ id: string; zh: string; en: string }>({
    name: 'tags-usual',
    text: `SELECT t.id, t.name_zh AS zh, t.name_en AS en FROM tags t
             LEFT JOIN LATERAL (SELECT count(*) AS n FROM (SELECT FROM taggings g WHERE g.tag_id = t.id LIMIT 200) x) used ON true
            ORDER BY used.n DESC, t.id LIMIT $1`,
    values: [limit],
    isRead: true,
  });
  return rows.map(({ id, zh, en }) => ({ id, name: { zh, en } }));
}
