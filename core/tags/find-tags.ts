import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import { fold } from '../names/index.ts';
import type { Text } from '../text.ts';

export type Tag = { id: string; name: Text };

/** A tag's name as it is compared: 高意向 and "High Intent" however they are written. */
export function tagKey(words: string): string {
  return fold(words) || words.trim().toLowerCase();
}

/** Tags meant by these keys, by their name in either language, now or before, or a synonym. */
export async function findTags(
  core: Core,
  keys: readonly string[],
): Promise<(Tag & { keys: string[]; isActive: boolean })[]> {
  const rows = await core.sql<{ id: string; zh: string; en: string; keys: string[]; isActive: boolean }>({
    name: 'tags-by-key',
    text: `SELECT id, name_zh AS zh, name_en AS en, key || synonyms AS keys, active AS "isActive" FROM tags
            WHERE (key = ANY ($1) OR synonyms && $1) AND merged_into IS NULL`,
    values: [keys],
    isRead: true,
  });
  return rows.map(({ zh, en, ...row }) => ({ ...row, name: { zh, en } }));
}

/** The tags used most, for whoever is about to type one. */
export async function findUsualTags(core: Core, { limit = 20 }: { limit?: number } = {}): Promise<Tag[]> {
  const rows = await core.sql<{ id: string; zh: string; en: string }>({
    name: 'tags-usual',
    text: `SELECT t.id, t.name_zh AS zh, t.name_en AS en FROM tags t
             LEFT JOIN LATERAL (SELECT count(*) AS n FROM (SELECT FROM taggings g WHERE g.tag_id = t.id LIMIT 200) x) used ON true
            WHERE t.active AND t.merged_into IS NULL ORDER BY used.n DESC, t.id LIMIT $1`,
    values: [limit],
    isRead: true,
  });
  return rows.map(({ id, zh, en }) => ({ id, name: { zh, en } }));
}

/** A tag as whoever keeps the tags sees it. */
export type KeptTag = Tag & {
  key: string;
  synonyms: string[];
  isActive: boolean;
  version: number;
};

const KEPT = `SELECT t.id, t.name_zh AS zh, t.name_en AS en, t.key, t.synonyms, t.active AS "isActive", t.version FROM tags t`;

type KeptRow = Omit<KeptTag, 'name'> & { zh: string; en: string };

const toKept = ({ zh, en, ...row }: KeptRow): KeptTag => ({ ...row, name: { zh, en } });

/** All of them but those that have become others, those in use first. */
export async function findAllTags(
  core: Core,
  { limit = 20, offset = 0 }: { limit?: number; offset?: number } = {},
): Promise<KeptTag[]> {
  const rows = await core.sql<KeptRow>({
    name: 'tags-kept',
    text: `${KEPT} WHERE t.merged_into IS NULL ORDER BY t.active DESC, t.key, t.id LIMIT $1 OFFSET $2`,
    values: [limit, offset],
    isRead: true,
  });
  return rows.map(toKept);
}

/** Throws not_found, also for one that has become another. */
export async function getTag(core: Core, id: string): Promise<KeptTag> {
  const [row] = await core.sql<KeptRow>({
    name: 'tag-kept',
    text: `${KEPT} WHERE t.id = $1 AND t.merged_into IS NULL`,
    values: [id],
  });
  if (!row) {
    throw new DomainError('not_found', `tag ${id}`);
  }
  return toKept(row);
}
