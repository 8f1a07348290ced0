import { defineReaction, type ReactionContext } from '../reaction.ts';

const FIRST = 'coalesce(r.first_id, r.id)';

/**
 * Whoever a report went to reads it: once, and where it is sent again after something was said of it, once more. The cards
 * that are on screens show what was sent last.
 */
export const afterReportSubmitted = defineReaction({
  after: 'report.submitted',
  async run(context, { reportId }) {
    const [report] = await context.sql<{ first: string; to: string | null; isAnswer: boolean }>({
      name: 'report-submitted',
      text: `SELECT ${FIRST} AS first, r.sent_to AS "to",
               EXISTS (SELECT FROM reports e JOIN report_comments k ON k.report_id = e.id
                        WHERE e.author_id = r.author_id AND e.period = r.period AND e.starts_on = r.starts_on AND e.number = r.number - 1) AS "isAnswer"
               FROM reports r WHERE r.id = $1`,
      values: [reportId],
    });
    if (!report) {
      return; // taken back meanwhile
    }
    const { first, to, isAnswer } = report;
    await context.redraw({ subject: 'report', subjectId: first });
    if (to) {
      const effectKey = `report:${isAnswer ? reportId : first}:${to}`;
      await context.tell({ effectKey, to, notice: 'reportSubmitted', subject: { reportId: first } });
    }
  },
});

/** A comment reaches the author; his own reaches whoever the report went to. */
export const afterReportCommented = defineReaction({
  after: 'report.commented',
  async run(context, { commentId }) {
    const [comment] = await context.sql<{ first: string; to: string | null }>({
      name: 'report-commented',
      text: `SELECT ${FIRST} AS first, CASE WHEN k.author_id = r.author_id THEN r.sent_to ELSE r.author_id END AS "to"
               FROM report_comments k JOIN reports r ON r.id = k.report_id WHERE k.id = $1`,
      values: [commentId],
    });
    if (!comment) {
      return;
    }
    const { first, to } = comment;
    await context.redraw({ subject: 'report', subjectId: first });
    if (to) {
      const effectKey = `report-comment:${commentId}`;
      await context.tell({ effectKey, to, notice: 'reportCommented', subject: { reportId: first } });
    }
  },
});

/** Something of a report was taken back: the cards on screens no longer show it. */
export const afterReportChanged = defineReaction({
  after: 'report.changed',
  async run(context: ReactionContext, { reportId }) {
    const [report] = await context.sql<{ first: string }>({
      name: 'report-changed',
      text: `SELECT ${FIRST} AS first FROM reports r WHERE r.id = $1`,
      values: [reportId],
    });
    await context.redraw({ subject: 'report', subjectId: report?.first ?? reportId });
  },
});
