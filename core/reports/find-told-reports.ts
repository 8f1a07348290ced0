import type { Core } from '../context.ts';
import { type Day, weekday } from '../days.ts';
import type { ReportPeriod } from './report.ts';

export type ToldReport = {
  id: string;
  authorName: string;
  period: ReportPeriod;
  startsOn: Day;
  at: Date;
  isAnswered: boolean;
};

/** He is asked about no more of them. */
const MOST = 5;

/**
 * The reports that came to the actor's chat within a working day, or that something was said of there, the latest first: those he has
 * not said anything of, else all of them (R40).
 */
export async function findToldReports(core: Core): Promise<ToldReport[]> {
  const told = await core.sql<ToldReport>({
    name: 'reports-told',
    text: `SELECT r.id, a.name AS "authorName", r.period, r.starts_on AS "startsOn", d.at, EXISTS (
               SELECT FROM reports e JOIN report_comments k ON k.report_id = e.id AND k.author_id = $1
                WHERE e.author_id = r.author_id AND e.period = r.period AND e.starts_on = r.starts_on AND k.written_at >= d.at) AS "isAnswered"
             FROM (SELECT subject ->> 'reportId' AS report, max(run_at) AS at FROM deliveries
                    WHERE user_id = $1 AND notice IN ('reportSubmitted', 'reportCommented') AND state = 'sent' AND run_at > parley_now() - $2 * interval '1 day'
                    GROUP BY 1) d
             JOIN reports r ON r.id = d.report::uuid JOIN users a ON a.id = r.author_id
            ORDER BY d.at DESC, r.id DESC`,
    values: [core.actor.userId, daysBack(core.today)],
    isRead: true,
  });
  const open = told.filter(({ isAnswered }) => !isAnswered);
  return (open.length > 0 ? open : told).slice(0, MOST);
}

/** What came on a Friday is read on the Monday. */
function daysBack(today: Day): number {
  return Math.max(1, weekday(today) === 1 ? 3 : weekday(today) - 5);
}
