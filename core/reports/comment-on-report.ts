import type { Core } from '../context.ts';
import { newId } from '../id.ts';
import { getReport, type Report } from './find-reports.ts';

/** Says something of a report as it was sent last; its author hears of it, or of his own words whoever it went to. */
export async function commentOnReport(
  core: Core,
  { reportId, text }: { reportId: string; text: string },
): Promise<Report> {
  const report = await getReport(core, reportId);
  const id = newId();
  core.change.insert('report_comments', { id, reportId: report.id, authorId: core.actor.userId, text });
  core.change.record('report.commented', { commentId: id });
  return { ...report, comments: [...report.comments, { authorName: core.actor.name, text, writtenAt: core.now }] };
}
