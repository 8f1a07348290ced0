import type { Core } from '../context.ts';
import type { Text } from '../text.ts';

/** Why something goes back into the pool. */
export type RecycleReason = { key: string; name: Text; synonyms: string[] };

/** Left over for what went back by itself; nobody chooses it. */
export const IDLE = 'idle';

export async function findRecycleReasons(core: Core): Promise<RecycleReason[]> {
  const rows = await core.sql<{ key: string; zh: string; en: string; synonyms: string[] }>({
    name: 'recycle-reasons',
    text: 'SELECT key, name_zh AS zh, name_en AS en, synonyms FROM recycle_reasons WHERE active AND key <> $1 ORDER BY position, key',
    values: [IDLE],
    isRead: true,
  });
  return rows.map(({ key, zh, en, synonyms }) => ({ key, name: { zh, en }, synonyms }));
}

/** The reason these words name: by key, name or synonym. */
export function matchReason(reasons: readonly RecycleReason[], words: string): RecycleReason | undefined {
  const said = words.normalize('NFKC').trim().toLowerCase();
  return reasons.find(
    ({ key, name, synonyms }) =>
      key === said || name.zh === said || name.en.toLowerCase() === said || synonyms.includes(said),
  );
}
