import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import { getOwnFollowUp, type OwnFollowUp } from '../follow-ups/change-follow-up.ts';
import { EDIT_DAYS } from '../follow-ups/follow-up.ts';
import { newId } from '../id.ts';
import { AT_IT_HOURS } from './find-last-check-in.ts';
import { apart, type JoinedNotes, joinedNote } from './same-visit.ts';

type Row = { customerId: string | null; leadId: string | null; opportunityId: string | null; notes: JoinedNotes };

/**
 * Makes two visits of one again: the check-in by itself, and what was told of another (R37). What was corrected since stays with
 * what was told. Throws not_found, bad_input, too_late.
 */
export async function partVisit(core: Core, { which }: { which?: string | undefined }): Promise<OwnFollowUp> {
  const followUpId = which ?? (await findLastJoined(core));
  const found = followUpId === undefined ? undefined : await getOwnFollowUp(core, { followUpId });
  const joined = found?.checkIn?.joined;
  if (!found?.checkIn || !joined) {
    throw new DomainError('bad_input', `nothing was joined to ${followUpId}`, {
      say: { en: 'I find no check-in of yours that another visit was added to.', zh: '没有找到并入了其他拜访的签到。' },
    });
  }
  const [[row], tasks] = await Promise.all([
    core.sql<Row>({
      name: 'visit-joined',
      text: `SELECT customer_id AS "customerId", lead_id AS "leadId", opportunity_id AS "opportunityId", joined_notes AS notes FROM seen.follow_ups WHERE id = $1`,
      values: [found.id],
      isRead: true,
    }),
    core.sql<{ id: string; version: number }>({
      name: joined.second === 'told' ? 'visit-tasks-second' : 'visit-tasks-first',
      text: `SELECT id, version FROM tasks WHERE follow_up_id = $1 AND id IS ${joined.second === 'told' ? 'NOT' : ''} DISTINCT FROM $2`,
      values: [found.id, joined.taskId],
      isRead: true,
    }),
  ]);
  if (!row) {
    throw new DomainError('not_found', `follow-up ${found.id}`);
  }
  const { notes, ...whose } = row;
  const { checkIn, told } = joined;
  const id = newId();
  const note = found.note === joinedNote(notes) ? notes.told : found.note;
  const { mood, outcome, on } = found;
  const happenedAt = told.happenedAt;
  const { mood: felt, outcome: led, happenedAt: at } = checkIn;
  // Written down before the visit that was told existed: told first, the row is as old as that.
  const stood = at ?? (joined.second === 'checkIn' ? (found.happenedAt ?? null) : null);
  core.change.update(
    'follow_ups',
    found.id,
    {
      note: notes.checkIn,
      mood: felt,
      outcome: led,
      happenedAt: stood,
      checkIn: apart(found.checkIn),
      joinedNotes: {},
    },
    { version: found.version },
  );
  core.change.insert('follow_ups', {
    id,
    ...whose,
    authorId: core.actor.userId,
    kind: 'visit',
    note,
    happenedOn: on,
    happenedAt,
    mood,
    outcome,
    createdAt: told.writtenAt,
  });
  for (const task of tasks) {
    core.change.update('tasks', task.id, { followUpId: id }, { version: task.version });
  }
  const writtenAt = new Date(told.writtenAt);
  return {
    ...found,
    id,
    note,
    checkIn: null,
    writtenAt,
    happenedAt: happenedAt === null ? null : new Date(happenedAt),
    version: 1,
  };
}

/** When the second of the two was written down: by then the row is as old as the first. */
const JOINED_AT = `greatest((f.check_in #>> '{joined,told,writtenAt}')::timestamptz, (f.check_in #>> '{joined,checkIn,writtenAt}')::timestamptz)`;

async function findLastJoined(core: Core): Promise<string | undefined> {
  const [found] = await core.sql<{ id: string }>({
    name: 'visit-last-joined',
    text: `SELECT f.id FROM seen.follow_ups f WHERE f.author_id = $1 AND f.created_at >= parley_now() - make_interval(days => $3, hours => $2)
              AND f.check_in ? 'joined' AND ${JOINED_AT} >= parley_now() - make_interval(hours => $2)
            ORDER BY ${JOINED_AT} DESC, f.created_at DESC LIMIT 1`,
    values: [core.actor.userId, AT_IT_HOURS, core.org.followUpEditDays ?? EDIT_DAYS],
    isRead: true,
  });
  return found?.id;
}
