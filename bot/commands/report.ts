import { z } from 'zod';
import type { Core } from '../../core/context.ts';
import { draftReport } from '../../core/reports/draft-report.ts';
import { findOwnReports, findReportOf, findReportStandings } from '../../core/reports/find-reports.ts';
import { lastDue, REPORT_RULES, type ReportPeriod, type ReportSpan } from '../../core/reports/report.ts';
import { findLeader, submitReport } from '../../core/reports/submit-report.ts';
import type { Text } from '../../core/text.ts';
import { type Command, defineCommand, EVERYBODY } from '../command.ts';
import { hiddenFlag, noteField, pastDayField } from '../fields/common.ts';
import { optional } from '../fields/field.ts';
import { findDays } from '../language/index.ts';
import { isKept, keptText } from '../long-text.ts';
import { moment } from '../views/format.ts';
import { ownReportsCard, reportSentCard, reportStandingsCard } from '../views/report.ts';
import { draftTexts } from '../views/report-draft.ts';
import { viewer } from '../views/viewer.ts';
import { ON, periodField, reportComment, reportShow, spanMeant } from './report-read.ts';

const EMPTY: Text = { en: 'Say in a few words what was done.', zh: '请写几句完成情况。' };

const TEXTS = ['done', 'plan', 'needs'] as const;
type TextName = (typeof TEXTS)[number];
type Texts = Readonly<Record<TextName, string>>;

const LABELS: Readonly<Record<TextName, Text>> = {
  done: { en: 'What I did', zh: '完成情况' },
  plan: { en: 'What is next', zh: '下一步计划' },
  needs: { en: 'What I need', zh: '需要支持' },
};

const NOTHING_YET: Texts = { done: '', plan: '', needs: '' };

const keptOf = (sent: Texts) => keptText(TEXTS.filter((name) => isKept(sent[name])).map((name) => LABELS[name]));

const PLUS: Text = { en: 'Add to it', zh: '补充' };
const WANTS = /需要|支持|协助|帮忙|(?<![a-z])(?:needs?|support|help)(?![a-z])/iu;

/** Each line where it belongs: what is needed, what is to come, else what was done. */
function withMore({ today }: Core, texts: Texts, plus: string): Texts {
  const whole = { ...texts };
  for (const line of plus.split('\n')) {
    const isAhead = findDays(line, { today, prefer: 'future' }).some(({ from }) => from > today);
    const name: TextName = WANTS.test(line) ? 'needs' : isAhead ? 'plan' : 'done';
    // What was added before stands there since it was sent.
    if (!whole[name].split('\n').includes(`• ${line}`)) {
      whole[name] = withLine(whole[name], `• ${line}`);
    }
  }
  return whole;
}

/** Below what was added before it, and in no drafted list: it is none of the tasks carried over. */
function withLine(text: string, line: string): string {
  const last = text.split('\n\n').at(-1) ?? '';
  const isListed = last.includes('\n• ') && !last.startsWith('• ');
  return [text, line].filter(Boolean).join(isListed ? '\n\n' : '\n');
}

/** Only what is more than stood there: nothing is said to be added that was there before. */
function addedTexts(core: Core, texts: Texts, plus: string): Text[] {
  const lines = [...new Set(plus.split('\n'))].filter((line) => {
    const more = withMore(core, texts, line);
    return TEXTS.some((name) => more[name] !== texts[name]);
  });
  return lines.length > 0 ? [{ en: `Added: ${lines.join('; ')}`, zh: `已加上：${lines.join('；')}` }] : [];
}

const findSent = (core: Core, { startsOn, period }: ReportSpan) =>
  findReportOf(core, { authorId: core.actor.userId, period, startsOn });

/** One for each period: they differ in nothing but that. */
function writing<const Name extends string>(
  name: Name,
  period: ReportPeriod,
  said: Pick<Command, 'words' | 'summary' | 'submit' | 'examples'>,
) {
  return defineCommand({
    name,
    ...said,
    effect: 'write',
    allow: EVERYBODY,
    asksWhenEmpty: true,
    input: z.strictObject({
      on: optional(pastDayField(ON, { positional: true })),
      done: optional(noteField(LABELS.done)),
      plan: optional(noteField(LABELS.plan)),
      needs: optional(noteField(LABELS.needs)),
      /** Said to be added to it, before it is sent. */
      plus: optional(noteField(PLUS, { hidden: true })),
    }),
    /** What was sent before, to be changed; else what is on record. */
    async prefill(core, { on, plus }) {
      const span = spanMeant(core, period, on);
      const [sent, draft] = await Promise.all([findSent(core, span), draftReport(core, span)]);
      const texts: Texts = sent ?? { ...draftTexts(draft, viewer(core)), needs: '' };
      const whole = typeof plus === 'string' ? withMore(core, texts, plus) : texts;
      const held = TEXTS.filter((name) => whole[name] !== '' && !isKept(texts[name]) && !isKept(whole[name]));
      return { on: span.startsOn, ...Object.fromEntries(held.map((name) => [name, whole[name]])) };
    },
    async preview(core, { on, plus }) {
      const span = spanMeant(core, period, on);
      const [sent, leader] = await Promise.all([findSent(core, span), findLeader(core)]);
      const when = sent && moment(sent.submittedAt, viewer(core));
      return [
        ...(leader ? [{ en: `Goes to ${leader.name}.`, zh: `将提交给${leader.name}。` }] : []),
        ...(when
          ? [{ en: `Sent already (${when}); this sends it again.`, zh: `${when} 已提交过，将更新为新版本。` }]
          : []),
        ...(sent ? keptOf(sent) : []),
        ...(typeof plus === 'string' ? addedTexts(core, sent ?? NOTHING_YET, plus) : []),
      ];
    },
    async wants(core, { on, done }) {
      const sent = done === undefined ? await findSent(core, spanMeant(core, period, on)) : undefined;
      return done !== undefined || (sent && isKept(sent.done)) ? {} : { done: EMPTY };
    },
    async run(core, { on, plus, ...given }) {
      const span = spanMeant(core, period, on);
      const isWhole = TEXTS.every((name) => given[name] !== undefined);
      const sent = isWhole ? undefined : await findSent(core, span);
      // What is longer than a form takes did not stand in it: it stays, with what was said to be added.
      const whole = sent && (plus ? withMore(core, sent, plus) : sent);
      const said = (name: TextName) =>
        given[name] ?? (sent && whole && (isKept(sent[name]) || isKept(whole[name])) ? whole[name] : '');
      const report = await submitReport(core, span, { done: said('done'), plan: said('plan'), needs: said('needs') });
      return { kind: 'card', card: reportSentCard(report, viewer(core)) };
    },
  });
}

const reportDaily = writing('report.daily', 'day', {
  words: { en: ['daily report', 'report daily', 'report'], zh: ['日报', '写日报', '交日报'] },
  summary: { en: 'Send my daily report', zh: '写日报' },
  submit: { en: 'Send daily report', zh: '提交日报' },
  examples: {
    en: ['daily report', 'daily report yesterday --done "Visited Acme"'],
    zh: ['日报', '日报 昨天 --完成情况 拜访了两家客户'],
  },
});

const reportWeekly = writing('report.weekly', 'week', {
  words: { en: ['weekly report', 'report weekly'], zh: ['周报', '写周报', '交周报'] },
  summary: { en: 'Send my weekly report', zh: '写周报' },
  submit: { en: 'Send weekly report', zh: '提交周报' },
  examples: {
    en: ['weekly report', 'weekly report --done "Two deals moved" --what-is-next "Close Acme"'],
    zh: ['周报', '周报 --完成情况 推进两个商机 --下一步计划 签下华星'],
  },
});

const reportList = defineCommand({
  name: 'report.list',
  words: { en: ['reports', 'report list'], zh: ['报告', '报告列表', '日报列表'] },
  summary: { en: 'Who has sent their report', zh: '谁交了报告，谁没交' },
  examples: {
    en: ['reports', 'reports --report "weekly report" --day "last Monday"'],
    zh: ['报告', '报告 --报告 周报 --日期 上周一'],
  },
  effect: 'read',
  allow: EVERYBODY,
  input: z.strictObject({
    period: periodField(),
    on: optional(pastDayField(ON)),
    here: optional(hiddenFlag()),
  }),
  async run(core, { period = 'day', on, here = false }) {
    const span =
      on === undefined ? lastDue(period, core.today, core.org.reports ?? REPORT_RULES) : spanMeant(core, period, on);
    const standings = await findReportStandings(core, span);
    const card =
      standings.total > 0
        ? reportStandingsCard(standings, span, viewer(core))
        : ownReportsCard(await findOwnReports(core), core.today, viewer(core));
    return { kind: 'card', inPlace: here, card };
  },
});

/** In the order help shows them. */
export const reports = [reportDaily, reportWeekly, reportList, reportShow, reportComment] as const;
