import { z } from 'zod';
import type { Core } from '../../core/context.ts';
import { weekday } from '../../core/days.ts';
import { draftReport, hasNothingToReport } from '../../core/reports/draft-report.ts';
import { findReport, findReportOf } from '../../core/reports/find-reports.ts';
import { REPORT_RULES, type ReportPeriod, spanOf } from '../../core/reports/report.ts';
import { findLeader } from '../../core/reports/submit-report.ts';
import type { Card } from '../cards/card.ts';
import { reportCard, reportDueCard, reportGoneCard } from '../views/report.ts';
import { viewer } from '../views/viewer.ts';
import { defineNotice } from './notice.ts';

const subject = z.object({ reportId: z.uuid() });

/** Somebody one leads has sent a report (R40); `reportId` is that of the first he sent of the period. */
export const reportSubmitted = defineNotice({
  name: { en: 'a report', zh: '工作报告' },
  subject,
  mayWait: () => true,
  postedAs: ({ reportId }) => ({ subject: 'report', subjectId: reportId }),
  draw: drawIfThere,
});

/** Something was said of a report. */
export const reportCommented = defineNotice({
  name: { en: 'a comment on a report', zh: '报告评论' },
  subject,
  mayWait: () => true,

  async draw(core, { reportId }) {
    const report = await findReport(core, reportId);
    const last = report?.comments.at(-1);
    if (!report || !last) {
      return undefined; // taken back meanwhile
    }
    const title = { en: `${last.authorName} commented`, zh: `${last.authorName}评论了报告` }[core.actor.locale];
    const card = reportCard(report, viewer(core), core.actor);
    return { ...card, title: `${title} · ${card.title}`, tone: 'info' };
  },
});

/** Reports somebody has something to say in and has not sent: all of them in one message. */
export const reportDue = defineNotice({
  name: { en: 'a report to send', zh: '报告提醒' },
  /** The local day it is for. */
  subject: z.object({ day: z.iso.date() }),
  mayWait: () => true,

  async draw(core, { day }) {
    if (day !== core.today || !(await findLeader(core))) {
      return undefined;
    }
    const { periods, weekday: due } = core.org.reports ?? REPORT_RULES;
    const asked = periods.filter((period) => period === 'day' || weekday(day) === due);
    const missing = (await Promise.all(asked.map((period) => missingOf(core, period)))).flat();
    return missing.length > 0 ? reportDueCard(missing, viewer(core)) : undefined;
  },
});

async function missingOf(core: Core, period: ReportPeriod) {
  const span = spanOf(period, core.today, core.today);
  const [sent, draft] = await Promise.all([
    findReportOf(core, { authorId: core.actor.userId, ...span }),
    draftReport(core, span),
  ]);
  const { followUps, toldLate, leads, deals, moves, tasksDone } = draft;
  const logged = [followUps, toldLate, leads, deals, moves, tasksDone].reduce((sum, { total }) => sum + total, 0);
  return sent || hasNothingToReport(draft) ? [] : [{ ...span, logged }];
}

async function drawIfThere(core: Core, { reportId }: z.output<typeof subject>): Promise<Card | undefined> {
  const report = await findReport(core, reportId);
  return report && reportCard(report, viewer(core), core.actor);
}

/** A report's card on a screen, as it stands now. */
export async function drawReport(core: Core, reportId: string): Promise<Card> {
  return (await drawIfThere(core, { reportId })) ?? reportGoneCard(viewer(core));
}
