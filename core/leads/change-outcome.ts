import type { Core } from '../context.ts';
import { newId } from '../id.ts';
import { fold } from '../names/index.ts';
import { findOutcomes, matchOutcome } from './find-outcomes.ts';
import type { LeadStatus } from './lead.ts';
import { cleanWords, guardWords } from './own-words.ts';

/** What a lead may become by a call; converting it is another matter. */
export const OUTCOME_STATUSES = ['working', 'nurturing', 'dropped'] as const satisfies readonly LeadStatus[];

export type OutcomeChange = {
  /** The outcome's name in either language, a synonym of it, or a name nobody has used yet. */
  name: string;
  nameZh?: string | undefined;
  nameEn?: string | undefined;
  /** Other words for it, added to those it has. */
  synonyms?: readonly string[] | undefined;
  /** What the lead becomes; `stays` leaves it as it is. */
  status?: (typeof OUTCOME_STATUSES)[number] | 'stays' | undefined;
  needsReason?: boolean | undefined;
  /** Days to the next touch; 0 is no next touch. */
  nextDays?: number | undefined;
  isActive?: boolean | undefined;
};

/** Adds a way a call may end, or changes the one called so (R7). Throws exists when one of its words belongs to another. */
export async function changeOutcome(core: Core, change: OutcomeChange): Promise<{ isNew: boolean }> {
  const { name, nameZh, nameEn, synonyms = [], status, needsReason, nextDays, isActive } = change;
  const outcomes = await findOutcomes(core, { all: true });
  const known = matchOutcome(outcomes, name);
  const words = cleanWords(synonyms);
  guardWords([...words, nameZh, nameEn], { key: known?.key, match: (word) => matchOutcome(outcomes, word) });
  const set = {
    ...(nameZh ? { nameZh } : {}),
    ...(nameEn ? { nameEn } : {}),
    ...(status ? { status: status === 'stays' ? null : status } : {}),
    ...(needsReason === undefined ? {} : { needsReason }),
    ...(nextDays === undefined ? {} : { nextDays: nextDays === 0 ? null : nextDays }),
    ...(isActive === undefined ? {} : { active: isActive }),
  };
  if (known) {
    const all = [...new Set([...known.synonyms, ...words])];
    core.change.update('lead_outcomes', known.id, { ...set, synonyms: all }, { version: known.version });
    return { isNew: false };
  }
  const names = { nameZh: nameZh ?? name, nameEn: nameEn ?? name };
  core.change.insert('lead_outcomes', { id: newId(), key: fold(name) || newId(), ...set, ...names, synonyms: words });
  return { isNew: true };
}
