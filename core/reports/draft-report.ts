import type { Core } from '../context.ts';
import { addDays, type Day, instantOf } from '../days.ts';
import { EDIT_DAYS, type FollowUpKind } from '../follow-ups/follow-up.ts';
import type { StageKind } from '../opportunities/stage.ts';
import type { Text } from '../text.ts';
import type { Section } from '../today/today.ts';
import type { ReportSpan } from './report.ts';

type Money = { amount: bigint | null; currency: string };

/** Of days before, done after their report had gone; null within the days themselves. */
type Late = { lateOn: Day | null };

type Move = Late & Money & { name: string; customerName: string; from: Text; to: Text };

/** What is on record of a period: all that a report can be written from. */
export type ReportDraft = {
  followUps: Section<{ kind: FollowUpKind; note: string | null; name: string | null }>;
  /** Of days before, told only after the report of those days had gone or when they were over. */
  toldLate: Section<{ kind: FollowUpKind; note: string | null; name: string | null; on: Day }>;
  leads: Section<Late & { contact: string; company: string | null }>;
  deals: Section<Late & Money & { name: string; customerName: string }>;
  won: Section<Move>;
  lost: Section<Move>;
  /** From one open stage to another. */
  moves: Section<Move>;
  tasksDone: Section<Late & { title: string }>;
  /** Still open although due within the period or before. */
  late: Section<{ title: string; dueOn: Day }>;
  /** Due from then until `plannedUntil`. */
  plan: Section<{ title: string; dueOn: Day; dueTime: string | null; customerName: string | null }>;
};

/** Of each kind this many lines are written out, the rest is counted: a draft is read on a phone. */
export const DRAFT_LINES = 12;

const DEAL = `o.name, c.name AS "customerName", o.amount::text AS amount, o.currency`;
const DEALS = 'seen.opportunities o JOIN seen.customers c ON c.id = o.customer_id';

/** What was moved with signatures is the work of whoever asked for it. */
const movedTo = (kind: StageKind) => `SELECT ${DEAL}, json_build_object('zh', a.name_zh, 'en', a.name_en) AS "from",
      json_build_object('zh', b.name_zh, 'en', b.name_en) AS "to", ${lateOn('m.moved_at')}, count(*) OVER () AS total
    FROM stage_moves m JOIN ${DEALS.replace(' JOIN', ' ON o.id = m.opportunity_id JOIN')} JOIN stages a ON a.key = m.from_stage JOIN stages b ON b.key = m.to_stage
   WHERE (m.asked_by = $1 OR (m.asked_by IS NULL AND m.moved_by = $1)) AND ${doneAt('m.moved_at')} AND b.kind = '${kind}' ORDER BY m.moved_at, m.id LIMIT $7::int`;

const CONTACT = `SELECT f.kind, f.note, coalesce(c.name, l.contact_name) AS name, f.happened_on AS "on", count(*) OVER () AS total
    FROM seen.follow_ups f LEFT JOIN seen.customers c ON c.id = f.customer_id LEFT JOIN seen.leads l ON l.id = f.lead_id`;

/** When it was told: what is told of a visit on record, such as a check-in, stands on the row of that one, which is older. */
const TOLD_AT = `greatest(f.created_at, (f.check_in #>> '{joined,told,writtenAt}')::timestamptz)`;

/** When the days are over that begin on this one. */
const overAt = (startsOn: string) =>
  `((${startsOn} + CASE $8 WHEN 'day' THEN 1 ELSE 7 END)::timestamp AT TIME ZONE $9)`;

/** The day that the report begins on which a day is of. */
const ownOf = (day: string) => `CASE $8 WHEN 'day' THEN ${day} ELSE date_trunc('week', ${day})::date END`;

const OWN = ownOf('f.happened_on');

/** Reports of the actor as they were first sent: sent again they say what was typed and draw nothing new from the records. */
const FIRST_SENT = 'FROM reports r WHERE r.author_id = $1 AND r.period = $8 AND r.number = 1';

/** Until when the reports before these days have told what there was: one that is sent later tells nothing of the days after its own. */
const TOLD_UNTIL = `coalesce((SELECT max(least(r.submitted_at, ${overAt('r.starts_on')})) ${FIRST_SENT} AND r.starts_on < $2::date), $4)`;

/**
 * What stands in no report before, nor in that of its own days: told when that had gone, or when those days were over. The first bound is
 * worked out apart: beneath a policy no index is read by what is reckoned with days.
 */
const TOLD_LATE = `f.author_id = $1 AND f.happened_on < $2::date AND f.created_at > (SELECT ${TOLD_UNTIL} - make_interval(days => $10::int))
     AND f.created_at < $5 AND ${TOLD_AT} > ${TOLD_UNTIL} AND ${TOLD_AT} < $5
     AND coalesce((SELECT r.submitted_at ${FIRST_SENT} AND r.starts_on = ${OWN}) < ${TOLD_AT}, ${TOLD_AT} >= ${overAt(OWN)})`;

/**
 * What was done at this moment: within the days, or after the report of its own days had gone. Nobody dates such things back; so one
 * whose days have no report is left to that.
 */
const doneAt = (at: string) => `${at} >= (SELECT ${TOLD_UNTIL}) AND ${at} < $5
     AND (${at} >= $4 OR (SELECT r.submitted_at ${FIRST_SENT} AND r.starts_on = ${ownOf(`(${at} AT TIME ZONE $9)::date`)}) < ${at})`;

const lateOn = (at: string) => `CASE WHEN ${at} < $4 THEN (${at} AT TIME ZONE $9)::date END AS "lateOn"`;

/** The actor as $1, first and last day as $2 and $3, the same as instants $4 (from) and $5 (before), plan until $6, lines $7, period $8, his time zone $9, days $10 that a follow-up can be joined in. */
const LINES: Readonly<Record<keyof ReportDraft, string>> = {
  toldLate: `${CONTACT} WHERE ${TOLD_LATE} ORDER BY f.happened_on, ${TOLD_AT}, f.id LIMIT $7::int`,
  followUps: `${CONTACT}
   WHERE f.author_id = $1 AND f.happened_on BETWEEN $2::date AND $3::date ORDER BY f.happened_on, f.created_at, f.id LIMIT $7::int`,
  leads: `SELECT l.contact_name AS contact, l.company, ${lateOn('l.created_at')}, count(*) OVER () AS total FROM seen.leads l
   WHERE l.owner_id = $1 AND ${doneAt('l.created_at')} ORDER BY l.created_at, l.id LIMIT $7::int`,
  deals: `SELECT ${DEAL}, ${lateOn('o.created_at')}, count(*) OVER () AS total FROM ${DEALS}
   WHERE o.owner_id = $1 AND ${doneAt('o.created_at')} ORDER BY o.created_at, o.id LIMIT $7::int`,
  won: movedTo('won'),
  lost: movedTo('lost'),
  moves: movedTo('open'),
  tasksDone: `SELECT t.title, ${lateOn('t.done_at')}, count(*) OVER () AS total FROM tasks t
   WHERE t.owner_id = $1 AND ${doneAt('t.done_at')} AND t.cancelled_at IS NULL ORDER BY t.done_at, t.id LIMIT $7::int`,
  late: `SELECT t.title, t.due_on AS "dueOn", count(*) OVER () AS total FROM tasks t
   WHERE t.owner_id = $1 AND t.done_at IS NULL AND t.due_on <= $3::date ORDER BY t.due_on, t.created_at, t.id LIMIT $7::int`,
  plan: `SELECT t.title, t.due_on AS "dueOn", t.due_time AS "dueTime", c.name AS "customerName", count(*) OVER () AS total
    FROM tasks t LEFT JOIN seen.customers c ON c.id = t.customer_id
   WHERE t.owner_id = $1 AND t.done_at IS NULL AND t.due_on > $3::date AND t.due_on <= $6::date
   ORDER BY t.due_on, t.due_time NULLS LAST, t.created_at, t.id LIMIT $7::int`,
};

const STATEMENT = `SELECT ${Object.entries(LINES)
  .map(([name, lines]) => `(SELECT coalesce(json_agg(line), '[]') FROM (${lines}) line) AS "${name}"`)
  .join(
    ',\n',
  )} FROM (SELECT $1::uuid, $2::date, $3::date, $4::timestamptz, $5::timestamptz, $6::date, $7::int, $8::text, $9::text, $10::int) given`;

type Stored<Line> = (Line extends Money ? Omit<Line, 'amount'> & { amount: string | null } : Line) & { total: number };
type Row = { [Name in keyof ReportDraft]: Stored<ReportDraft[Name]['lines'][number]>[] };

/** What the actor has on record of a period, in one statement; the same whenever and however often it is asked for. */
export async function draftReport(
  core: Core,
  { period, startsOn, endsOn, plannedUntil }: ReportSpan,
): Promise<ReportDraft> {
  const { actor } = core;
  const from = instantOf(startsOn, '00:00', actor.timeZone);
  const before = instantOf(addDays(endsOn, 1), '00:00', actor.timeZone);
  const [row] = await core.sql<Row>({
    name: 'report-draft',
    text: STATEMENT,
    values: [
      actor.userId,
      startsOn,
      endsOn,
      from,
      before,
      plannedUntil,
      DRAFT_LINES,
      period,
      actor.timeZone,
      core.org.followUpEditDays ?? EDIT_DAYS,
    ],
  });
  if (!row) {
    throw new Error('a statement of one row gave none');
  }
  return {
    followUps: toSection(row.followUps),
    toldLate: toSection(row.toldLate),
    leads: toSection(row.leads),
    deals: toSection(row.deals.map(withAmount)),
    won: toSection(row.won.map(withAmount)),
    lost: toSection(row.lost.map(withAmount)),
    moves: toSection(row.moves.map(withAmount)),
    tasksDone: toSection(row.tasksDone),
    late: toSection(row.late),
    plan: toSection(row.plan),
  };
}

/** Plans alone are nothing to report. */
export function hasNothingToReport({ plan: _, late: __, ...done }: ReportDraft): boolean {
  return Object.values(done).every(({ total }) => total === 0);
}

function withAmount<Line extends { amount: string | null }>(
  line: Line,
): Omit<Line, 'amount'> & { amount: bigint | null } {
  return { ...line, amount: line.amount === null ? null : BigInt(line.amount) };
}

function toSection<Line>(rows: readonly (Line & { total: number })[]): Section<Line> {
  return { lines: rows.map(({ total: _, ...line }) => line as Line), total: rows[0]?.total ?? 0 };
}
