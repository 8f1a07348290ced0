import type { Day } from '../../core/days.ts';
import { FOLLOW_UP_NAMES } from '../../core/follow-ups/follow-up.ts';
import { DRAFT_LINES, type ReportDraft } from '../../core/reports/draft-report.ts';
import type { Text } from '../../core/text.ts';
import type { Section } from '../../core/today/today.ts';
import { LONGEST } from '../long-text.ts';
import { bracketed, day, dealName, money, type Viewer } from './format.ts';

/** Characters of a line: whole where there is room, then shorter, before any line is left out. */
const WIDTHS = [Number.POSITIVE_INFINITY, 80, 60, 40] as const;

/** How much is written out: so many lines of each kind, each so long. */
type Room = { lines: number; width: number };

/** A draft in the reader's language: what was done, and what is planned. Empty where there is nothing to say. */
export function draftTexts(draft: ReportDraft, viewer: Viewer): { done: string; plan: string } {
  return {
    done: fitted((room) => doneText(draft, viewer, room)),
    plan: fitted((room) => planText(draft, viewer, room)),
  };
}

/** As much of each kind as the form of every platform has room for; of what is left out, how many they are. */
function fitted(write: (room: Room) => string): string {
  const shortest = WIDTHS[WIDTHS.length - 1] ?? LONGEST;
  const fewer = Array.from({ length: DRAFT_LINES - 1 }, (_, at) => ({ lines: DRAFT_LINES - 1 - at, width: shortest }));
  const rooms: Room[] = [...WIDTHS.map((width) => ({ lines: DRAFT_LINES, width })), ...fewer];
  for (const room of rooms) {
    const text = write(room);
    if (text.length <= LONGEST) {
      return text;
    }
  }
  return write({ lines: 1, width: shortest }).slice(0, LONGEST);
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

function doneText(draft: ReportDraft, viewer: Viewer, room: Room): string {
  const { followUps, toldLate, leads, deals, won, lost, moves, tasksDone } = draft;
  const { locale } = viewer;
  const amount = (deal: { amount: bigint | null; currency: string }) =>
    deal.amount === null ? '' : ` ${money(deal.amount, deal.currency, viewer)}`;
  const section = <Line>(title: Text, of: Section<Line>, say: (line: Line) => string) =>
    listed(title, of, say, { viewer, room });
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

function planText({ late, plan }: ReportDraft, viewer: Viewer, room: Room): string {
  return [
    listed(
      PLAN,
      plan,
      ({ title, dueOn, dueTime, customerName }) =>
        [[day(dueOn, viewer), dueTime].filter(Boolean).join(' '), title, customerName].filter(Boolean).join(' · '),
      { viewer, room },
    ),
    listed(LATE, late, ({ title }) => title, { viewer, room }),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function listed<Line>(
  title: Text,
  { lines, total }: Section<Line>,
  say: (line: Line) => string,
  { viewer: { locale }, room }: { viewer: Viewer; room: Room },
): string {
  if (total === 0) {
    return '';
  }
  const shown = lines.slice(0, room.lines).map((line) => `• ${clipped(say(line), room.width)}`);
  const left = total - shown.length;
  const more = left > 0 ? [{ en: `• and ${left} more on record`, zh: `• 另有 ${left} 条，见系统记录` }[locale]] : [];
  return [`${title[locale]}${bracketed(String(total), locale)}`, ...shown, ...more].join('\n');
}

const oneLine = (text: string) => text.replace(/\s+/gu, ' ').trim();

function clipped(text: string, width: number): string {
  const characters = [...text];
  return characters.length > width ? `${characters.slice(0, width - 1).join('')}…` : text;
}
