import type { Core } from '../context.ts';
import { scoreName } from '../names/index.ts';

/** Two customers that may be one, and why. */
export type LikelyDouble = {
  id: string;
  name: string;
  ownerName: string | null;
  otherId: string;
  otherName: string;
  otherOwnerName: string | null;
  by: 'company' | 'phone' | 'email' | 'near';
};

/** From here up two names that share a word are taken for one. */
const ALIKE = 0.85;

/** Looked at to find as many as a card shows. */
const LOOKED_AT = 200;

/** Customers of the actor's, or of those he leads, that may be on file twice: the surest first (R80). */
export async function findLikelyDoubles(core: Core, { limit = 8 } = {}): Promise<LikelyDouble[]> {
  const pairs = await core.sql<LikelyDouble>({
    name: 'likely-doubles',
    text: 'SELECT * FROM parley_likely_doubles($1)',
    values: [LOOKED_AT],
    isRead: true,
  });
  return pairs
    .filter(({ by, name, otherName }) => by !== 'near' || scoreName(name, otherName) >= ALIKE)
    .slice(0, limit);
}
