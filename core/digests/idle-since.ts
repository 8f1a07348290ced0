/** An open opportunity with nothing logged for this long is idle, where its stage says nothing else. */
export const IDLE_DAYS = 7;

/**
 * SQL: the local day on which something last happened to an opportunity: a follow-up on it, one on its customer that
 * names no opportunity, or a move of its stage.
 */
export function lastTouch(o: string, zone: string): string {
  return `greatest((${o}.stage_since AT TIME ZONE ${zone})::date,
    (SELECT max(f.happened_on) FROM seen.follow_ups f WHERE f.opportunity_id = ${o}.id),
    (SELECT max(f.happened_on) FROM seen.follow_ups f WHERE f.customer_id = ${o}.customer_id AND f.opportunity_id IS NULL))`;
}

/** The same of opportunity `o`, with the time zone as `$1`. */
export const LAST_TOUCH = lastTouch('o', '$1');
