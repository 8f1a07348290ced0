import type { Core } from '../context.ts';
import { keepOwn, type OwnChange } from '../names/own-words.ts';
import { findOutcomes } from './find-outcomes.ts';
import type { LeadStatus } from './lead.ts';

/** What a lead may become by a call; converting it is another matter. */
export const OUTCOME_STATUSES = ['working', 'nurturing', 'dropped'] as const satisfies readonly LeadStatus[];

export type OutcomeChange = OwnChange & {
  /** What the lead becomes; `stays` leaves it as it is. */
  status?: (typeof OUTCOME_STATUSES)[number] | 'stays' | undefined;
  needsReason?: boolean | undefined;
  /** Days to the next touch; 0 is no next touch. */
  nextDays?: number | undefined;
};

/** Adds a way a call may end, or changes the one called so (R7). Throws exists when one of its words belongs to another. */
export async function changeOutcome(
  core: Core,
  { status, needsReason, nextDays, ...change }: OutcomeChange,
): Promise<void> {
  const list = await findOutcomes(core, { all: true });
  keepOwn(core, { table: 'lead_outcomes', list }, change, {
    ...(status ? { status: status === 'stays' ? null : status } : {}),
    ...(needsReason === undefined ? {} : { needsReason }),
    ...(nextDays === undefined ? {} : { nextDays: nextDays === 0 ? null : nextDays }),
  });
}
