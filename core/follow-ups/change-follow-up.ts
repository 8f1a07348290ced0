import { nothingChanges } from '../changes/nothing-changes.ts';
import type { Core } from '../context.ts';
import { type Day, instantOf, timeIn } from '../days.ts';
import { DomainError } from '../errors.ts';
import { EDIT_DAYS, type FollowUpKind, type FollowUpOutcome, type Mood } from './follow-up.ts';
import { type LoggedFollowUp, refuseAhead, refuseLongBefore } from './log-follow-up.ts';
import { moveFollowUp } from './move-follow-up.ts';

/** Which one: by its id, else the author's last one with a customer, else his last one of these hours. */
export type WhichFollowUp = {
  followUpId?: string | undefined;
  customerId?: string | undefined;
  /** The last one of this kind, unless it is named by its id. */
  ofKind?: FollowUpKind | undefined;
};

/** `null` takes a mood or an outcome away again. */
export type FollowUpChange = WhichFollowUp & {
  kind?: FollowUpKind | undefined;
  note?: string | undefined;
  on?: Day | undefined;
  /** HH:MM on the author's wall clock. */
  at?: string | null | undefined;
  mood?: Mood | null | undefined;
  outcome?: FollowUpOutcome | null | undefined;
  /** Whose it is, where it was entered for the wrong customer. */
  movedTo?: string | undefined;
};

export type OwnFollowUp = Omit<LoggedFollowUp, 'task'> & { version: number };

/** “The one just now” is one of the same day's work. */
const JUST_NOW_HOURS = 12;

const HOUR_MS = 3_600_000;

/** What its author may still change. Throws not_found, forbidden for a colleague's, too_late. */
export async function getOwnFollowUp(
  core: Core,
  { followUpId, customerId, ofKind }: WhichFollowUp,
): Promise<OwnFollowUp> {
  const [found] = followUpId
    ? await core.sql<Row>({ name: 'follow-up', text: `${LINE} WHERE f.id = $1`, values: [followUpId] })
    : customerId
      ? await core.sql<Row>({
          name: 'follow-up-last-with',
          text: `${LINE} WHERE f.author_id = $1 AND f.customer_id = $2 AND ($3::text IS NULL OR f.kind = $3) ORDER BY f.created_at DESC LIMIT 1`,
          values: [core.actor.userId, customerId, ofKind ?? null],
        })
      : await core.sql<Row>({
          name: 'follow-up-just-now',
          text: `${LINE} WHERE f.author_id = $1 AND f.created_at >= $2 AND ($3::text IS NULL OR f.kind = $3) ORDER BY f.created_at DESC LIMIT 1`,
          values: [core.actor.userId, new Date(core.now.getTime() - JUST_NOW_HOURS * HOUR_MS), ofKind ?? null],
        });
  if (!found) {
    throw new DomainError('not_found', 'no follow-up of his own', {
      say: {
        en: 'I find no follow-up of yours to change. Open the customer’s history and press “Change” there.',
        zh: '没有找到你刚记录的跟进，可打开客户的跟进记录，在那一条上点“修改”。',
      },
    });
  }
  const { authorId, entity, recordId, name, ...rest } = found;
  if (authorId !== core.actor.userId) {
    throw new DomainError('forbidden', `follow-up ${found.id} is of ${authorId}`, {
      say: { en: 'Only whoever logged it can change it.', zh: '只有记录人本人可以修改。' },
    });
  }
  const days = core.org.followUpEditDays ?? EDIT_DAYS;
  if (core.now.getTime() - found.writtenAt.getTime() > days * 24 * HOUR_MS) {
    throw new DomainError('too_late', `follow-up ${found.id} was logged ${found.writtenAt.toISOString()}`, {
      say: {
        en: `A follow-up can be changed for ${days} days. Log what is to be added as a new one.`,
        zh: `跟进记录在 ${days} 天内可以修改，需要补充请再记一条。`,
      },
    });
  }
  return { ...rest, subject: { entity, id: recordId, name } };
}

/** Sets what is given of a follow-up its author may still change. Throws bad_input where nothing changes. */
export async function changeFollowUp(core: Core, { followUpId, customerId, ofKind, ...change }: FollowUpChange) {
  const before = await getOwnFollowUp(core, { followUpId, customerId, ofKind });
  const { kind = before.kind, note = before.note, on = before.on } = change;
  const { mood = before.mood, outcome = before.outcome } = change;
  const { timeZone } = core.actor;
  const { at: hour = before.happenedAt && timeIn(before.happenedAt, timeZone) } = change;
  const happenedAt = hour === null ? null : instantOf(on, hour, timeZone);
  refuseAhead(core, on, happenedAt);
  if (before.subject.entity === 'customer' && on < before.on) {
    await refuseLongBefore(core, { customerId: before.subject.id, name: before.subject.name, on });
  }
  if (before.checkIn && kind !== 'visit') {
    throw new DomainError('bad_input', `a check-in as ${kind}`, {
      say: { en: 'You were there, so it stays a visit.', zh: '这是签到记录，方式只能是拜访。' },
    });
  }
  const after = { kind, note, on, happenedAt, mood, outcome };
  const { movedTo = before.subject.id } = change;
  const isMoved = movedTo !== before.subject.id;
  const isSame =
    !isMoved &&
    kind === before.kind &&
    note === before.note &&
    on === before.on &&
    happenedAt?.getTime() === before.happenedAt?.getTime() &&
    mood === before.mood &&
    outcome === before.outcome;
  if (isSame) {
    throw nothingChanges(before.id);
  }
  const move = isMoved ? await moveFollowUp(core, { ...before, on, happenedAt }, movedTo) : undefined;
  if (move) {
    await refuseLongBefore(core, { customerId: movedTo, name: move.subject.name, on });
  }
  const { on: happenedOn, ...rest } = after;
  core.change.update('follow_ups', before.id, { ...rest, happenedOn, ...move?.set }, { version: before.version });
  const { subject = before.subject, set: { checkIn = before.checkIn } = {} } = move ?? {};
  return { ...before, ...after, subject, checkIn, movedFrom: move && before.subject.name, version: before.version + 1 };
}

type Row = Omit<OwnFollowUp, 'subject'> & {
  authorId: string;
  entity: 'customer' | 'lead';
  recordId: string;
  name: string;
};

const LINE = `SELECT f.id, f.kind, f.note, f.happened_on AS "on", f.mood, f.outcome, f.version, f.author_id AS "authorId", f.created_at AS "writtenAt",
    f.happened_at AS "happenedAt", f.check_in AS "checkIn",
    CASE WHEN f.customer_id IS NULL THEN 'lead' ELSE 'customer' END AS entity, coalesce(f.customer_id, f.lead_id) AS "recordId",
    coalesce(c.name, l.contact_name, '') AS name
  FROM seen.follow_ups f LEFT JOIN seen.customers c ON c.id = f.customer_id LEFT JOIN seen.leads l ON l.id = f.lead_id`;
