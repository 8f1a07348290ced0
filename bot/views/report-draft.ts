import type { Day } from '../../core/days.ts';
import { FOLLOW_UP_NAMES } from '../../core/follow-ups/follow-up.ts';
import { DRAFT_LINES, type ReportDraft } from '../../core/reports/draft-report.ts';
import type { Text } from '../../core/text.ts';
import type { Section } from '../../core/today/today.ts';
import { LONGEST } from '../long-text.ts';
import { bracketed, day, dealName, money, type Viewer } from './format.ts';

const LONGEST_LINE = 80;

/** A draft in the reader's language: what was done, and what is planned. Empty where there is nothing to say. */
export function draftTexts(draft: ReportDraft, viewer: Viewer): { done: string; plan: string } {
  return {
    done: fitted((lines) => doneText(draft, viewer, lines)),
    plan: fitted((lines) => planText(draft, viewer, lines)),
  };
}

/** As many lines of each kind as there is room for. */
function fitted(write: (lines: number) => string): string {
  for (let lines = DRAFT_LINES; lines > 1; lines--) {
    const text = write(lines);
    if (text.length <= LONGEST) {
      return text;
    }
  }
  return write(1).slice(0, LONGEST);
}

const FOLLOW_UPS: Text = { en: 'Follow-ups', zh: '客户跟进' };
const TOLD_LATE: Text = { en: 'Follow-ups added later', zh: '补记跟进' };
const LEADS: Text = { en: 'New leads', zh: '新增线索' };
const DEALS: Text = { en: 'New deals', zh: '新增商机' };
const WON: Text = { en: 'Won', zh: '成交' };
const LOST: Text = { en: 'Lost', zh: '输单' };
const MOVES: Text = { en: 'Deals moved', zh: '商机推进' };
const DONE: Text = { en: 'Tasks done', zh: '完成任务' };
const LATE: Text = { en: 'Carried over', zh: '未完成，继续跟进' };
const PLAN: Text = { en: 'Planned', zh: '计划' };

function doneText(draft: ReportDraft, viewer: Viewer, lines: number): string {
  const { followUps, toldLate, leads, deals, won, lost, moves, tasksDone } = draft;
  const { locale } = viewer;
  const amount = (deal: { amount: bigint | null; currency: string }) =>
    deal.amount === null ? '' : ` ${money(deal.amount, deal.currency, viewer)}`;
  const section = <Line>(title: Text, of: Section<Line>, say: (line: Line) => string) =>
    listed(title, of, say, { viewer, lines });
  const contact = ({ kind, note, name }: ReportDraft['followUps']['lines'][number]) =>
    [`${name ?? ''}${bracketed(FOLLOW_UP_NAMES[kind][locale], locale)}`.trim(), oneLine(note ?? '')]
      .filter(Boolean)
      .join({ en: ': ', zh: '：' }[locale]);
  const done = <Line extends { lateOn: Day | null }>(title: Text, of: Section<Line>, say: (line: Line) => string) =>
    section(title, of, (line) => [line.lateOn && day(line.lateOn, viewer), say(line)].filter(Boolean).join(' · '));
  return [
    done(WON, won, (deal) => `${dealName(deal)}${amount(deal)}`),
    done(LOST, lost, (deal) => `${dealName(deal)}${amount(deal)}`),
    done(
      MOVES,
      moves,
      (deal) => `${dealName(deal)}${{ en: ': ', zh: '：' }[locale]}${deal.from[locale]} → ${deal.to[locale]}`,
    ),
    section(FOLLOW_UPS, followUps, contact),
    section(TOLD_LATE, toldLate, ({ on, ...line }) => `${day(on, viewer)} · ${contact(line)}`),
    done(DEALS, deals, (deal) => `${dealName(deal)}${amount(deal)}`),
    done(LEADS, leads, ({ contact, company }) => [contact, company].filter(Boolean).join(' · ')),
    done(DONE, tasksDone, ({ title }) => title),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function planText({ late, plan }: ReportDraft, viewer: Viewer, lines: number): string {
  return [
    listed(
      PLAN,
      plan,
      ({ title, dueOn, dueTime, customerName }) =>
        [[day(dueOn, viewer), dueTime].filter(Boolean).join(' '), title, customerName].filter(Boolean).join(' · '),
      { viewer, lines },
    ),
    listed(LATE, late, ({ title }) => title, { viewer, lines }),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function listed<Line>(
  title: Text,
  { lines, total }: Section<Line>,
  say: (line: Line) => string,
  { viewer: { locale }, lines: most }: { viewer: Viewer; lines: number },
): string {
  if (total === 0) {
    return '';
  }
  const shown = lines.slice(0, most).map((line) => `• ${clipped(say(line))}`);
  const left = total - shown.length;
  const more = left > 0 ? [{ en: `• and ${left} more`, zh: `• 另有 ${left} 条` }[locale]] : [];
  return [`${title[locale]}${bracketed(String(total), locale)}`, ...shown, ...more].join('\n');
}

const oneLine = (text: string) => text.replace(/\s+/gu, ' ').trim();

function clipped(text: string): string {
  const characters = [...text];
  return characters.length > LONGEST_LINE ? `${characters.slice(0, LONGEST_LINE - 1).join('')}…` : text;
}
