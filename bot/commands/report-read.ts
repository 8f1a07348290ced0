import { z } from 'zod';
import type { Core } from '../../core/context.ts';
import { DomainError } from '../../core/errors.ts';
import { commentOnReport } from '../../core/reports/comment-on-report.ts';
import { findReportOf, getReport, type Report } from '../../core/reports/find-reports.ts';
import { findToldReports, type ToldReport } from '../../core/reports/find-told-reports.ts';
import { REPORT_NAMES, REPORT_PERIODS, type ReportPeriod, spanOf } from '../../core/reports/report.ts';
import type { Text } from '../../core/text.ts';
import { type AskBack, offerInstead } from '../ask-back.ts';
import { defineCommand, EVERYBODY } from '../command.ts';
import { choiceField, hiddenId, hiddenMoment, noteField, pastDayField, recordField } from '../fields/common.ts';
import { optional } from '../fields/field.ts';
import { reportCard } from '../views/report.ts';
import { reportName, whichReportCard } from '../views/report-told.ts';
import { viewer } from '../views/viewer.ts';

export const ON: Text = { en: 'Day', zh: '日期' };

const day = z.iso.date();

/** Which span is meant: the day said, else today's or this week's; what could not be read as a day is said at its field. */
export function spanMeant(core: Core, period: ReportPeriod, on: unknown) {
  return spanOf(period, day.safeParse(on).data ?? core.today, core.today);
}

export const periodField = () => optional(choiceField(REPORT_PERIODS, REPORT_NAMES, { en: 'Report', zh: '报告' }));

const WHICH = {
  person: optional(recordField('person', { en: 'Colleague', zh: '同事' }, { positional: true })),
  period: periodField(),
  on: optional(pastDayField(ON)),
  report: optional(hiddenId()),
};

type Which = {
  person?: string | undefined;
  period?: ReportPeriod | undefined;
  on?: string | undefined;
  report?: string | undefined;
  shownAt?: string | undefined;
};

/** The one a button carries, else somebody's of a day, else his last, of whichever kind where none is said. Throws not_found. */
async function reportMeant(core: Core, { person = core.actor.userId, period, on, report }: Which): Promise<Report> {
  if (report) {
    return getReport(core, report);
  }
  const kind = on === undefined ? period : (period ?? 'day');
  const startsOn = on === undefined || !kind ? undefined : spanMeant(core, kind, on).startsOn;
  const found = await findReportOf(core, { authorId: person, period: kind, startsOn });
  if (!found) {
    const name = kind ? REPORT_NAMES[kind] : { en: 'report', zh: '报告' };
    throw new DomainError('not_found', `no ${kind} report of ${person}`, {
      say: { en: `There is no ${name.en.toLowerCase()} to show yet.`, zh: `还没有可查看的${name.zh}。` },
    });
  }
  return found;
}

export const reportShow = defineCommand({
  name: 'report.show',
  words: { en: ['report show', 'show report'], zh: ['查看报告', '看报告'] },
  summary: { en: 'Read a report', zh: '查看报告' },
  examples: {
    en: ['report show Jim', 'report show --report "weekly report"'],
    zh: ['查看报告 李雷', '查看报告 --报告 周报'],
  },
  effect: 'read',
  allow: EVERYBODY,
  input: z.strictObject(WHICH),
  async run(core, which) {
    const report = await reportMeant(core, which);
    return { kind: 'card', card: reportCard(report, viewer(core), core.actor) };
  },
});

type Named = Pick<ToldReport, 'id' | 'authorName' | 'period' | 'startsOn'>;

function askWhich(text: string, reports: readonly Named[], core: Core): AskBack {
  const offers = reports.map(({ id, authorName, period, startsOn }) => ({
    label: reportName({ authorName, period, startsOn }, viewer(core)),
    invocations: [{ command: 'report.comment' as const, input: { report: id, text }, via: 'button' as const }],
  }));
  return offerInstead(offers, (buttons, asking) => whichReportCard(text, buttons, viewer(asking)));
}

/** The one that came to him last, of a kind where one is said, asked for where several did. Throws not_found: one's own is nobody's guess. */
async function lastTold(core: Core, text: string, { period, on }: Which): Promise<{ id: string }> {
  const startsOn = on === undefined ? undefined : spanMeant(core, period ?? 'day', on).startsOn;
  const told = (await findToldReports(core)).filter(
    (each) => (!period || each.period === period) && (!startsOn || each.startsOn === startsOn),
  );
  const [only, another] = told;
  if (another) {
    throw askWhich(text, told, core);
  }
  if (!only) {
    throw new DomainError('not_found', 'no report came to this chat of late', {
      say: {
        en: 'No report came to you of late. Say whose you mean: “report comment Jim …”.',
        zh: '最近没有收到新的报告。请说明评论谁的报告，例如“评论 李雷 …”。',
      },
    });
  }
  return only;
}

/** The one that was looked at, as long as no other has come since that he said nothing of. */
async function lastShown(core: Core, text: string, { shownAt, ...which }: Which): Promise<{ id: string }> {
  const shown = await reportMeant(core, which);
  const since = new Date(shownAt ?? core.now);
  const isShown = (each: Named) => reportName(each, viewer(core)).en === reportName(shown, viewer(core)).en;
  const later = (await findToldReports(core)).filter((each) => !each.isAnswered && each.at > since && !isShown(each));
  if (later.length > 0) {
    throw askWhich(text, [shown, ...later], core);
  }
  return shown;
}

/** By a button, by whose it is, or by what was just looked at. */
async function reportSpokenOf(core: Core, text: string, which: Which): Promise<{ id: string }> {
  if (which.shownAt) {
    return lastShown(core, text, which);
  }
  return which.report || which.person ? reportMeant(core, which) : lastTold(core, text, which);
}

export const reportComment = defineCommand({
  name: 'report.comment',
  words: { en: ['report comment', 'comment'], zh: ['评论报告', '评论'] },
  summary: { en: 'Comment on a report', zh: '评论报告' },
  submit: { en: 'Send comment', zh: '发送评论' },
  examples: { en: ['report comment Jim Good work today'], zh: ['评论报告 李雷 今天进展不错'] },
  effect: 'log',
  allow: EVERYBODY,
  input: z.strictObject({
    ...WHICH,
    text: noteField({ en: 'Comment', zh: '评论' }, { positional: true }),
    /** When the one that was spoken of before was shown, where the words name none themselves. */
    shownAt: optional(hiddenMoment()),
  }),
  /** From a report's own button there is nothing to choose. */
  hides: async (_, { report }) => (report === undefined ? [] : ['person', 'period', 'on']),
  async run(core, { text, ...which }) {
    const { id } = await reportSpokenOf(core, text, which);
    const report = await commentOnReport(core, { reportId: id, text });
    return { kind: 'card', card: reportCard(report, viewer(core), core.actor) };
  },
});
