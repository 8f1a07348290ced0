import type { Core } from '../context.ts';
import { keepOwn, type OwnChange, type OwnLine } from '../names/own-words.ts';

/** Left over for what went back by itself; nobody chooses it. */
export const IDLE = 'idle';

/** Why something goes back into the pool: those that may be given, or with those no longer used. */
export async function findRecycleReasons(core: Core, { all = false }: { all?: boolean } = {}): Promise<OwnLine[]> {
  const rows = await core.sql<Omit<OwnLine, 'name'> & { zh: string; en: string }>({
    name: 'recycle-reasons',
    text: `SELECT id, key, name_zh AS zh, name_en AS en, synonyms, active AS "isActive", version FROM recycle_reasons
            WHERE (active OR $2) AND key <> $1 ORDER BY position, key`,
    values: [IDLE, all],
    isRead: true,
  });
  return rows.map(({ zh, en, ...row }) => ({ ...row, name: { zh, en } }));
}

/** Adds a reason, or changes the one called so (R10). Throws exists when one of its words belongs to another. */
export async function changeRecycleReason(core: Core, change: OwnChange): Promise<void> {
  const list = await findRecycleReasons(core, { all: true });
  keepOwn(core, { table: 'recycle_reasons', list }, change);
}
