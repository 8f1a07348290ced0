/** An open opportunity with nothing logged for this long is idle, where its stage says nothing else. */
export const IDLE_DAYS = 7;

/**
 * SQL: the local day on which something last happened to an open opportunity, a row of open_opportunities: a follow-up on
 * it, one on its customer that names no opportunity, or a move of its stage.
 */
export const lastTouch = (row: string, zone: string): string =>
  `greatest((${row}.stage_since AT TIME ZONE ${zone})::date, ${row}.touched_on)`;

/** SQL: no later day than that one, by which an index leads to what has been quiet until a day: an hour's zone is one day at most. */
export const isQuietUntil = (row: string, day: string): string => `${row}.quiet_on <= ${day} + 1`;

/** SQL: the same of an opportunity that may be closed, of which the last day is looked for among the notes. */
export const lastTouchEver = (row: string, zone: string): string =>
  `greatest((${row}.stage_since AT TIME ZONE ${zone})::date, coalesce((SELECT d.touched_on FROM seen.open_opportunities d WHERE d.id = ${row}.id),
    greatest((SELECT max(f.happened_on) FROM seen.follow_ups f WHERE f.opportunity_id = ${row}.id),
      (SELECT max(f.happened_on) FROM seen.follow_ups f WHERE f.customer_id = ${row}.customer_id AND f.opportunity_id IS NULL))))`;
