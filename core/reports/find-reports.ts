import type { Core } from '../context.ts';
import type { Day } from '../days.ts';
import { DomainError } from '../errors.ts';
import type { Section } from '../today/today.ts';
import type { ReportPeriod, ReportSpan } from './report.ts';

export type ReportComment = { authorName: string; text: string; writtenAt: Date };

/** A report as it was sent last, with all that was said of it whichever time it was sent. */
export type Report = {
  id: string;
  /** What stays the same however often it is sent again. */
  seriesId: string;
  authorId: string;
  authorName: string;
  period: ReportPeriod;
  startsOn: Day;
  number: number;
  done: string;
  plan: string;
  needs: string;
  sentTo: string | null;
  sentToName: string | null;
  submittedAt: Date;
  comments: ReportComment[];
};

type Row = Omit<Report, 'comments'> & { comments: { authorName: string; text: string; writtenAt: string }[] | null };

const LINE = `SELECT r.id, coalesce(r.first_id, r.id) AS "seriesId", r.author_id AS "authorId", a.name AS "authorName", r.period, r.starts_on AS "startsOn",
    r.number, r.done, r.plan, r.needs, r.sent_to AS "sentTo", s.name AS "sentToName", r.submitted_at AS "submittedAt",
    (SELECT json_agg(json_build_object('authorName', u.name, 'text', k.text, 'writtenAt', k.written_at) ORDER BY k.written_at, k.id)
       FROM reports e JOIN report_comments k ON k.report_id = e.id JOIN users u ON u.id = k.author_id
      WHERE e.author_id = r.author_id AND e.period = r.period AND e.starts_on = r.starts_on) AS comments
  FROM reports r JOIN users a ON a.id = r.author_id LEFT JOIN users s ON s.id = r.sent_to`;

/** The newest of the same period, whichever of them is named; undefined where none is left. */
export async function findReport(core: Core, reportId: string): Promise<Report | undefined> {
  const [row] = await core.sql<Row>({
    name: 'report',
    text: `${LINE} WHERE (r.author_id, r.period, r.starts_on) = (SELECT author_id, period, starts_on FROM reports WHERE id = $1)
           ORDER BY r.number DESC LIMIT 1`,
    values: [reportId],
  });
  return row && toReport(row);
}

/** What somebody sent of a period, last of its kind, or last of any; undefined where nothing was. */
export async function findReportOf(
  core: Core,
  { authorId, period, startsOn }: { authorId: string; period?: ReportPeriod | undefined; startsOn?: Day | undefined },
): Promise<Report | undefined> {
  const [row] = await core.sql<Row>({
    name: 'report-of',
    text: `${LINE} WHERE r.author_id = $1 AND ($2::text IS NULL OR r.period = $2) AND ($3::date IS NULL OR r.starts_on = $3)
           ORDER BY CASE WHEN $2::text IS NULL THEN r.submitted_at END DESC, r.starts_on DESC, r.number DESC LIMIT 1`,
    values: [authorId, period ?? null, startsOn ?? null],
  });
  return row && toReport(row);
}

/** Throws not_found. */
export async function getReport(core: Core, reportId: string): Promise<Report> {
  const report = await findReport(core, reportId);
  if (!report) {
    throw new DomainError('not_found', `report ${reportId}`);
  }
  return report;
}

/** Whether somebody has sent his report of a period. */
export type ReportStanding = {
  personId: string;
  name: string;
  reportId: string | null;
  submittedAt: Date | null;
  isCommented: boolean;
  /** What he has logged meanwhile: of nobody without any is a report to be expected. */
  logged: number;
};

/** How the people below the actor stand, whoever has not sent his report first, and how many have. */
export type ReportStandings = Section<ReportStanding> & { sent: number };

export async function findReportStandings(
  core: Core,
  { period, startsOn, endsOn }: ReportSpan,
  { limit = 50 }: { limit?: number } = {},
): Promise<ReportStandings> {
  const rows = await core.sql<ReportStanding & { total: bigint; sent: bigint }>({
    name: 'report-standings',
    text: `SELECT u.id AS "personId", u.name, r.id AS "reportId", r.submitted_at AS "submittedAt",
             EXISTS (SELECT FROM report_comments k WHERE k.report_id = r.id) AS "isCommented",
             (SELECT count(*)::int FROM seen.follow_ups f WHERE f.author_id = u.id AND f.happened_on BETWEEN $3::date AND $4::date) AS logged,
             count(*) OVER () AS total, count(r.id) OVER () AS sent
        FROM users u
        LEFT JOIN LATERAL (SELECT * FROM reports e WHERE e.author_id = u.id AND e.period = $2 AND e.starts_on = $3::date ORDER BY e.number DESC LIMIT 1) r ON true
       WHERE u.id = ANY ((SELECT parley_workable())::uuid[]) AND u.id <> $1 AND u.active AND parley_leader_of(u.id) IS NOT NULL
       ORDER BY r.id IS NOT NULL, logged DESC, u.name, u.id LIMIT $5`,
    values: [core.actor.userId, period, startsOn, endsOn, limit],
  });
  return {
    lines: rows.map(({ total: _, sent: __, ...line }) => line),
    total: Number(rows[0]?.total ?? 0),
    sent: Number(rows[0]?.sent ?? 0),
  };
}

export type OwnReport = { id: string; period: ReportPeriod; startsOn: Day; submittedAt: Date; comments: number };

/** What the actor has sent, the newest first. */
export async function findOwnReports(core: Core, { limit = 10 }: { limit?: number } = {}): Promise<OwnReport[]> {
  return core.sql<OwnReport>({
    name: 'reports-own',
    text: `SELECT * FROM (
             SELECT DISTINCT ON (r.period, r.starts_on) r.id, r.period, r.starts_on AS "startsOn", r.submitted_at AS "submittedAt",
                    (SELECT count(*)::int FROM report_comments k JOIN reports v ON v.id = k.report_id
                      WHERE v.author_id = r.author_id AND v.period = r.period AND v.starts_on = r.starts_on) AS comments
               FROM reports r WHERE r.author_id = $1 ORDER BY r.period, r.starts_on DESC, r.number DESC) mine
            ORDER BY "startsOn" DESC, period LIMIT $2`,
    values: [core.actor.userId, limit],
  });
}

function toReport({ comments, ...row }: Row): Report {
  return {
    ...row,
    comments: (comments ?? []).map(({ writtenAt, ...comment }) => ({ ...comment, writtenAt: new Date(writtenAt) })),
  };
}
