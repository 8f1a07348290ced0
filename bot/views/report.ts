import { addDays } from '../../core/days.ts';
import { briefly, toQuestion } from '../../core/questions/question.ts';
import type { OwnReport, Report, ReportStandings } from '../../core/reports/find-reports.ts';
import { REPORT_NAMES, type ReportPeriod, type ReportSpan } from '../../core/reports/report.ts';
import type { Text } from '../../core/text.ts';
import type { Button, Card, CardNode } from '../cards/card.ts';
import { press } from '../press.ts';
import { count, counted, day, moment, type Viewer } from './format.ts';
import { OPEN } from './words.ts';

const DONE: Text = { en: 'Done', zh: '完成情况' };
const PLAN: Text = { en: 'Next', zh: '下一步计划' };
const NEEDS: Text = { en: 'Needs', zh: '需要支持' };
const COMMENTS: Text = { en: 'Comments', zh: '评论' };
const COMMENT: Text = { en: 'Comment', zh: '评论' };
const LOGGED: Text = { en: 'All that was logged', zh: '查看全部跟进原文' };
const EDIT: Text = { en: 'Edit and send again', zh: '修改并重新提交' };
const SENT: Text = { en: 'Sent', zh: '已交' };
const MISSING: Text = { en: 'Not sent yet', zh: '未交' };
const WRITE: Readonly<Record<ReportPeriod, Text>> = {
  day: { en: 'Write daily report', zh: '写日报' },
  week: { en: 'Write weekly report', zh: '写周报' },
};

const BEFORE: Readonly<Record<ReportPeriod, Text>> = {
  day: { en: 'Day before', zh: '前一天' },
  week: { en: 'Week before', zh: '前一周' },
};
const AFTER: Readonly<Record<ReportPeriod, Text>> = {
  day: { en: 'Day after', zh: '后一天' },
  week: { en: 'Week after', zh: '后一周' },
};

/** today (Wed 13 May) · week of Mon 11 May */
export function spanText({ period, startsOn }: Pick<ReportSpan, 'period' | 'startsOn'>, viewer: Viewer): string {
  if (period === 'day') {
    return day(startsOn, viewer);
  }
  // Seen from its middle no day is “yesterday”.
  const first = day(startsOn, { ...viewer, today: addDays(startsOn, 3) });
  return { en: `week of ${first}`, zh: `${first}起一周` }[viewer.locale];
}

/** Opens the form in which a report is written. */
function writeButton(
  { period, startsOn }: Pick<ReportSpan, 'period' | 'startsOn'>,
  viewer: Viewer,
  { label = WRITE[period], style }: { label?: Text; style?: 'primary' } = {},
): Button {
  const options = style ? { style } : {};
  return period === 'day'
    ? press(label, viewer.locale, 'report.daily', { on: startsOn }, options)
    : press(label, viewer.locale, 'report.weekly', { on: startsOn }, options);
}

/** A report has room for the beginning of each note; what was written stands whole where it was logged. */
function loggedButton({ authorId, period, startsOn }: Report, { locale }: Viewer): Button {
  const range = { kind: 'absolute', from: startsOn, to: addDays(startsOn, period === 'day' ? 1 : 7) } as const;
  return press(LOGGED, locale, 'question.ask', {
    question: briefly(
      toQuestion({
        entity: 'activity',
        filters: [{ field: 'owner', op: 'eq', values: [authorId] }],
        time: { field: 'occurred', range },
        scope: 'all',
      }),
    ),
  });
}

/** As it was sent last; its author may send it again, everybody who reads it may say something. */
export function reportCard(report: Report, viewer: Viewer, { userId }: { userId: string }): Card {
  const { locale } = viewer;
  const { id, authorId, authorName, period, done, plan, needs, number, submittedAt, sentToName, comments } = report;
  const isMine = authorId === userId;
  const parts: [Text, string][] = [
    [DONE, done],
    [PLAN, plan],
    [NEEDS, needs],
  ];
  const again = number > 1 ? { en: `version ${number}`, zh: `第 ${number} 版` }[locale] : '';
  const to = isMine && sentToName ? { en: `to ${sentToName}`, zh: `给${sentToName}` }[locale] : '';
  const body: CardNode[] = [
    ...parts.flatMap(([title, text]): CardNode[] =>
      text
        ? [
            { type: 'heading', text: title[locale] },
            { type: 'text', text },
          ]
        : [],
    ),
    { type: 'text', text: [moment(submittedAt, viewer), to, again].filter(Boolean).join(' · '), muted: true },
  ];
  if (comments.length > 0) {
    body.push(
      { type: 'heading', text: COMMENTS[locale] },
      {
        type: 'records',
        records: comments.map(({ authorName: by, writtenAt, text }) => ({
          title: `${by} · ${moment(writtenAt, viewer)}`,
          detail: text,
        })),
      },
    );
  }
  const comment = press(COMMENT, locale, 'report.comment', { report: id }, isMine ? {} : { style: 'primary' });
  const buttons = isMine
    ? [writeButton(report, viewer, { label: EDIT }), comment]
    : [comment, loggedButton(report, viewer)];
  const name = REPORT_NAMES[period][locale];
  const span = spanText(report, viewer);
  return {
    title: { en: `${name}: ${authorName} · ${span}`, zh: `${name}：${authorName} · ${span}` }[locale],
    body: [...body, { type: 'actions', buttons }],
  };
}

export function reportSentCard(report: Report, viewer: Viewer): Card {
  const { locale } = viewer;
  const { period, sentToName } = report;
  const name = REPORT_NAMES[period];
  const title = sentToName
    ? { en: `${name.en} sent to ${sentToName}`, zh: `${name.zh}已提交给${sentToName}` }
    : { en: `${name.en} kept`, zh: `${name.zh}已保存` };
  const alone: Text = {
    en: 'Nobody leads you here, so it went to nobody; those above you can read it.',
    zh: '你没有直属上级，报告已保存，未发给任何人。',
  };
  return {
    title: title[locale],
    tone: 'good',
    body: [
      { type: 'text', text: spanText(report, viewer), muted: true },
      ...(sentToName ? [] : [{ type: 'text' as const, text: alone[locale] }]),
      { type: 'actions', buttons: [press(OPEN, locale, 'report.show', { report: report.id })] },
    ],
  };
}

/** The one that was told of is there no more. */
export function reportGoneCard({ locale }: Pick<Viewer, 'locale'>): Card {
  return {
    title: { en: 'Report taken back', zh: '报告已撤回' }[locale],
    body: [
      {
        type: 'text',
        text: { en: 'Its author has taken it back.', zh: '作者已撤回这份报告。' }[locale],
        muted: true,
      },
    ],
  };
}

/** Who has sent his, and who has not. */
export function reportStandingsCard({ lines, total, sent }: ReportStandings, span: ReportSpan, viewer: Viewer): Card {
  const { locale } = viewer;
  const { period, startsOn } = span;
  const missing = lines.filter(({ reportId }) => reportId === null);
  const there = lines.filter(({ reportId }) => reportId !== null);
  const left = total - lines.length;
  const body: CardNode[] = [
    ...(missing.length > 0
      ? [
          { type: 'heading' as const, text: counted(MISSING[locale], total - sent, locale) },
          {
            type: 'records' as const,
            records: missing.map(({ name, logged }) => ({
              title: name,
              detail: { en: `${logged} logged`, zh: `已记录 ${logged} 条跟进` }[locale],
            })),
          },
        ]
      : []),
    ...(there.length > 0
      ? [
          { type: 'heading' as const, text: counted(SENT[locale], sent, locale) },
          {
            type: 'records' as const,
            records: there.map(({ name, reportId, submittedAt, isCommented }) => ({
              title: name,
              detail: [submittedAt ? moment(submittedAt, viewer) : '', isCommented ? COMMENTS[locale] : '']
                .filter(Boolean)
                .join(' · '),
              buttons: reportId ? [press(OPEN, locale, 'report.show', { report: reportId })] : [],
            })),
          },
        ]
      : []),
    ...(left > 0
      ? [{ type: 'text' as const, text: { en: `and ${left} more`, zh: `另有 ${left} 人` }[locale], muted: true }]
      : []),
  ];
  const days = period === 'day' ? 1 : 7;
  const after = addDays(startsOn, days);
  const at = (label: Text, on: string) => press(label, locale, 'report.list', { period, on, here: true });
  const other = period === 'day' ? 'week' : 'day';
  const name = REPORT_NAMES[period];
  return {
    title: {
      en: `${name.en}s · ${spanText(span, viewer)}: ${sent} of ${total}`,
      zh: `${name.zh} · ${spanText(span, viewer)}：已交 ${sent}/${total}`,
    }[locale],
    ...(sent === total ? { tone: 'good' as const } : {}),
    body: [
      ...body,
      {
        type: 'actions',
        buttons: [
          at(BEFORE[period], addDays(startsOn, -days)),
          ...(after <= viewer.today ? [at(AFTER[period], after)] : []),
          press({ en: `${REPORT_NAMES[other].en}s`, zh: REPORT_NAMES[other].zh }, locale, 'report.list', {
            period: other,
            here: true,
          }),
        ],
      },
    ],
  };
}

/** What somebody who leads nobody has sent. */
export function ownReportsCard(reports: readonly OwnReport[], today: string, viewer: Viewer): Card {
  const { locale } = viewer;
  const write = (['day', 'week'] as const).map((period) => writeButton({ period, startsOn: today }, viewer));
  return {
    title: { en: 'My reports', zh: '我的报告' }[locale],
    body: [
      reports.length > 0
        ? {
            type: 'records',
            records: reports.map((report) => ({
              title: `${REPORT_NAMES[report.period][locale]} · ${spanText(report, viewer)}`,
              detail: [
                moment(report.submittedAt, viewer),
                report.comments > 0 ? `${COMMENTS[locale]} ${report.comments}` : '',
              ]
                .filter(Boolean)
                .join(' · '),
              buttons: [press(OPEN, locale, 'report.show', { report: report.id })],
            })),
          }
        : {
            type: 'text',
            text: { en: 'None sent yet.', zh: '还没有提交过。' }[locale],
            muted: true,
          },
      { type: 'actions', buttons: write },
    ],
  };
}

/** The end of the day: what has not been sent, each with its form a press away. */
export function reportDueCard(due: readonly (ReportSpan & { logged: number })[], viewer: Viewer): Card {
  const { locale } = viewer;
  const names = due.map(({ period }) => REPORT_NAMES[period][locale]);
  const what = names.join({ en: ' and ', zh: '和' }[locale]);
  return {
    title: { en: `Ready to send: ${what}`, zh: `还没交${what}` }[locale],
    tone: 'info',
    body: [
      {
        type: 'facts',
        facts: due.map(({ logged, ...span }) => ({
          label: REPORT_NAMES[span.period][locale],
          value: {
            en: `${spanText(span, viewer)} · ${count(logged, { one: 'thing', many: 'things' })} on record`,
            zh: `${spanText(span, viewer)} · 已记录 ${logged} 条`,
          }[locale],
        })),
      },
      {
        type: 'text',
        text: {
          en: 'It is written from what you logged; read it over and send it.',
          zh: '已按你的记录写好草稿，看一眼就能提交。',
        }[locale],
        muted: true,
      },
      { type: 'actions', buttons: due.map((span) => writeButton(span, viewer, { style: 'primary' })) },
    ],
  };
}
