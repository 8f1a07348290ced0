import type { Text } from '../text.ts';
import type { Tag } from './find-tags.ts';

/** What another customer may have in common with this one. */
export type Likeness = 'industry' | 'region' | 'source' | 'product';

/** How many of those alike carry a tag. */
export type TagEvidence = { tag: Tag; likeness: Likeness; value: Text; carriers: number; of: number };

/** When a tag is suggested at all, and how many are at once; documented in docs/settings.md. */
export type TagFloor = { leastCarriers: number; leastPercent: number; most: number };

export const TAG_FLOOR: TagFloor = { leastCarriers: 3, leastPercent: 50, most: 4 };

/**
 * Every tag once, with what speaks for it most. Ranked by the lower end of the 95 % Wilson interval of the share (Wilson
 * 1927), so that 50 of 60 outrank 3 of 3: chance alone rarely makes so many.
 */
export function rankTags(evidence: readonly TagEvidence[], floor: TagFloor = TAG_FLOOR): TagEvidence[] {
  const best = new Map<string, TagEvidence>();
  for (const each of evidence) {
    const known = best.get(each.tag.id);
    if (reaches(each, floor) && (!known || outranks(each, known) < 0)) {
      best.set(each.tag.id, each);
    }
  }
  return [...best.values()].sort(outranks).slice(0, floor.most);
}

function reaches({ carriers, of }: TagEvidence, { leastCarriers, leastPercent }: TagFloor): boolean {
  return carriers >= leastCarriers && carriers * 100 >= of * leastPercent;
}

function outranks(a: TagEvidence, b: TagEvidence): number {
  return lowerShare(b) - lowerShare(a) || (a.tag.id < b.tag.id ? -1 : a.tag.id > b.tag.id ? 1 : 0);
}

/** Of 95 % certainty. */
const Z = 1.96;

function lowerShare({ carriers, of }: TagEvidence): number {
  const share = carriers / of;
  const middle = share + Z ** 2 / (2 * of);
  const spread = Z * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2));
  return (middle - spread) / (1 + Z ** 2 / of);
}
