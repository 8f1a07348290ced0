import type { Core } from '../context.ts';
import { newId } from '../id.ts';
import { cleanWords, guardWords } from '../leads/own-words.ts';
import { fold } from '../names/index.ts';
import type { Text } from '../text.ts';

/** Why something goes back into the pool. */
export type RecycleReason = { key: string; name: Text; synonyms: string[] };

/** Left over for what went back by itself; nobody chooses it. */
export const IDLE = 'idle';

/** The same with what only whoever sets it needs. */
export type ReasonLine = RecycleReason & { id: string; isActive: boolean; version: number };

/** Those that may be given, or with those no longer used. */
export async function findRecycleReasons(core: Core, { all = false }: { all?: boolean } = {}): Promise<ReasonLine[]> {
  const rows = await core.sql<Omit<ReasonLine, 'name'> & { zh: string; en: string }>({
    name: 'recycle-reasons',
    text: `SELECT id, key, name_zh AS zh, name_en AS en, synonyms, active AS "isActive", version FROM recycle_reasons
            WHERE (active OR $2) AND key <> $1 ORDER BY position, key`,
    values: [IDLE, all],
    isRead: true,
  });
  return rows.map(({ zh, en, ...row }) => ({ ...row, name: { zh, en } }));
}

export type ReasonChange = {
  /** The reason's name in either language, a synonym of it, or a name nobody has used yet. */
  name: string;
  nameZh?: string | undefined;
  nameEn?: string | undefined;
  /** Other words for it, added to those it has. */
  synonyms?: readonly string[] | undefined;
  isActive?: boolean | undefined;
};

/** Adds a reason, or changes the one called so (R10). Throws exists when one of its words belongs to another. */
export async function changeRecycleReason(core: Core, change: ReasonChange): Promise<void> {
  const { name, nameZh, nameEn, synonyms = [], isActive } = change;
  const reasons = await findRecycleReasons(core, { all: true });
  const known = matchReason(reasons, name);
  const words = cleanWords(synonyms);
  guardWords([...words, nameZh, nameEn], { key: known?.key, match: (word) => matchReason(reasons, word) });
  const set = {
    ...(nameZh ? { nameZh } : {}),
    ...(nameEn ? { nameEn } : {}),
    ...(isActive === undefined ? {} : { active: isActive }),
  };
  if (known) {
    const all = [...new Set([...known.synonyms, ...words])];
    core.change.update('recycle_reasons', known.id, { ...set, synonyms: all }, { version: known.version });
    return;
  }
  const id = newId();
  const names = { nameZh: nameZh ?? name, nameEn: nameEn ?? name };
  core.change.insert('recycle_reasons', { id, key: fold(name) || id, ...set, ...names, synonyms: words });
}

/** The reason these words name: by key, name or synonym. */
export function matchReason<Reason extends RecycleReason>(
  reasons: readonly Reason[],
  words: string,
): Reason | undefined {
  const said = words.normalize('NFKC').trim().toLowerCase();
  return reasons.find(
    ({ key, name, synonyms }) =>
      key === said || name.zh === said || name.en.toLowerCase() === said || synonyms.includes(said),
  );
}
