import type { Core } from '../context.ts';
import { type Day, dayIn } from '../days.ts';
import { EDIT_DAYS, type Felt } from '../follow-ups/follow-up.ts';
import { isSameVisit, type Joined, type JoinedNotes, joinedNote, type Side } from './same-visit.ts';
import type { CheckIn } from './visit.ts';

/** A visit about to be written down. */
type NewVisit = Felt & {
  customerId: string | null;
  leadId: string | null;
  opportunityId: string | null;
  note: string;
  on: Day;
  happenedAt: Date | null;
  /** Null for what is told. */
  checkIn: CheckIn | null;
};

type Row = Felt & {
  id: string;
  note: string;
  happenedAt: Date | null;
  writtenAt: Date;
  opportunityId: string | null;
  checkIn: CheckIn | null;
  version: number;
};

export type JoinedVisit = Felt & {
  id: string;
  note: string;
  happenedAt: Date | null;
  writtenAt: Date;
  checkIn: CheckIn;
  /** When the one that was there before was, and that it was the check-in. */
  with: { at: Date; isCheckIn: boolean };
};

/**
 * The visit on record that a new one is about: a check-in and what is told of it, in whatever order they come, are one visit
 * (R37). It is changed to say both; undefined where the new one stands by itself. `task`: the next step that comes with it.
 * One of another deal stands by itself, and so does one that could not be parted again: its author may no longer change it.
 */
export async function joinVisit(
  core: Core,
  visit: NewVisit,
  { taskId }: { taskId: string | null },
): Promise<JoinedVisit | undefined> {
  const { on, checkIn: place } = visit;
  const isTold = place === null;
  // By the column that has an index: a rep may have been at many places on one day.
  const [column, name] = visit.customerId === null ? ['f.lead_id', 'lead-visit'] : ['f.customer_id', 'visit'];
  const rows = await core.sql<Row>({
    name: isTold ? `${name}-checked-in` : `${name}-told`,
    text: `SELECT f.id, f.note, f.mood, f.outcome, f.happened_at AS "happenedAt", f.created_at AS "writtenAt",
                  f.opportunity_id AS "opportunityId", f.check_in AS "checkIn", f.version
             FROM seen.follow_ups f WHERE f.author_id = $1 AND f.happened_on = $2 AND f.kind = 'visit' AND f.said IS NULL
              AND ${column} = $3 AND coalesce(f.opportunity_id = $4, true)
              AND f.created_at > parley_now() - make_interval(days => $5)
              AND ${isTold ? "f.check_in IS NOT NULL AND NOT f.check_in ? 'joined'" : 'f.check_in IS NULL'}
            ORDER BY f.created_at DESC, f.id DESC`,
    values: [
      core.actor.userId,
      on,
      visit.customerId ?? visit.leadId,
      visit.opportunityId,
      core.org.followUpEditDays ?? EDIT_DAYS,
    ],
    isRead: true,
  });
  const { timeZone } = core.actor;
  const momentOf = ({ happenedAt, writtenAt }: Pick<Row, 'happenedAt' | 'writtenAt'>) =>
    happenedAt ?? (dayIn(writtenAt, timeZone) === on ? writtenAt : null);
  const mine = { ...visit, writtenAt: core.now };
  const found = rows.find((row) =>
    isSameVisit({
      checkIn: momentOf(isTold ? row : mine),
      told: { ...(isTold ? mine : row), isOfToday: dayIn((isTold ? mine : row).writtenAt, timeZone) === on },
    }),
  );
  if (!found) {
    return undefined;
  }
  const [checkIn, told] = isTold ? [found, mine] : [mine, found];
  const joined: Joined = { checkIn: sideOf(checkIn), told: sideOf(told), second: isTold ? 'told' : 'checkIn', taskId };
  const joinedNotes: JoinedNotes = { checkIn: checkIn.note, told: told.note };
  // A check-in without an hour was when it was written down: where the row is as old as what was told, that has to be said.
  const happenedAt = isTold
    ? momentOf(found) === null
      ? told.happenedAt
      : found.happenedAt
    : (momentOf(mine) ?? told.happenedAt);
  const { source, spot, address, metres, doubts } = (isTold ? found.checkIn : place) ?? NOWHERE;
  const after = {
    note: joinedNote(joinedNotes),
    mood: told.mood ?? checkIn.mood,
    outcome: told.outcome ?? checkIn.outcome,
    happenedAt,
    checkIn: { source, spot, address, metres, doubts, joined },
  };
  const opportunityId = found.opportunityId ?? visit.opportunityId;
  core.change.update('follow_ups', found.id, { ...after, joinedNotes, opportunityId }, { version: found.version });
  return {
    id: found.id,
    writtenAt: found.writtenAt,
    ...after,
    with: { at: found.happenedAt ?? found.writtenAt, isCheckIn: isTold },
  };
}

const NOWHERE: CheckIn = { source: null, spot: null, address: null, metres: null, doubts: [] };

const sideOf = ({ mood, outcome, happenedAt, writtenAt }: Omit<Side, 'happenedAt' | 'writtenAt'> & Moments): Side => ({
  mood,
  outcome,
  happenedAt: happenedAt?.toISOString() ?? null,
  writtenAt: writtenAt.toISOString(),
});

type Moments = { happenedAt: Date | null; writtenAt: Date };
