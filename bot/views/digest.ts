import type {
  Digest,
  DueTask,
  IdleOpportunity,
  NewLead,
  Section,
  Standing,
  TeamStanding,
  Worst,
} from '../../core/digests/digest.ts';
import { fill, type Text } from '../../core/text.ts';
import type { Button, Card, CardNode } from '../cards/card.ts';
import { day, money, type Viewer } from './format.ts';

type Record = { title: string; detail?: string; buttons: Button[] };

const HELLO: Text = { en: 'Good morning, {name} · {day}', zh: '早上好，{name} · {day}' };
const OVERDUE: Text = { en: 'Overdue ({n})', zh: '已逾期（{n}）' };
const TODAY: Text = { en: 'Due today ({n})', zh: '今天到期（{n}）' };
const IDLE: Text = { en: 'Idle opportunities ({n})', zh: '停滞商机（{n}）' };
const LEADS: Text = { en: 'New leads to answer ({n})', zh: '待跟进的新线索（{n}）' };
const PEOPLE: Text = { en: 'My team ({n} to look after)', zh: '我的团队（{n} 人需关注）' };
const TEAMS: Text = { en: 'Teams ({n})', zh: '各团队（{n}）' };
const MORE: Text = { en: 'and {n} more', zh: '还有 {n} 项' };
const DONE: Text = { en: 'Done', zh: '完成' };
const TOMORROW: Text = { en: 'Tomorrow', zh: '推迟到明天' };
const LOG: Text = { en: 'Log a follow-up', zh: '记跟进' };
const ADVANCE: Text = { en: 'Next stage', zh: '推进阶段' };
const OPEN: Text = { en: 'Open', zh: '查看' };
const MY_DAY: Text = { en: 'My day', zh: '我的一天' };

/** The morning's message: every line can be acted on where it stands (R105). */
export function digestCard(digest: Digest, viewer: Viewer, name: string): Card {
  const { locale } = viewer;
  const body: CardNode[] = [
    ...section(OVERDUE, digest.overdue, viewer, taskRecord),
    ...section(TODAY, digest.dueToday, viewer, taskRecord),
    ...section(IDLE, digest.idle, viewer, idleRecord),
    ...section(LEADS, digest.newLeads, viewer, leadRecord),
    ...section(PEOPLE, digest.people, viewer, personRecord),
    ...section(TEAMS, digest.teams, viewer, teamRecord),
    { type: 'actions', buttons: [press(MY_DAY, viewer, 'today.show', {})] },
  ];
  const title = fill(HELLO, { name, day: dayName(digest.day, viewer) })[locale];
  return { title, tone: digest.overdue.total > 0 ? 'warning' : 'info', body };
}

function section<Line>(
  title: Text,
  { lines, total }: Section<Line>,
  viewer: Viewer,
  draw: (line: Line, viewer: Viewer) => Record,
): CardNode[] {
  if (total === 0) {
    return [];
  }
  const more = total - lines.length;
  return [
    { type: 'heading', text: fill(title, { n: total })[viewer.locale] },
    { type: 'records', records: lines.map((line) => draw(line, viewer)) },
    ...(more > 0 ? [{ type: 'text' as const, text: fill(MORE, { n: more })[viewer.locale], muted: true }] : []),
  ];
}

function taskRecord({ id, title, dueOn, dueTime, customerName }: DueTask, viewer: Viewer): Record {
  const when = dueOn === viewer.today ? dueTime : day(dueOn, viewer);
  return {
    title,
    ...detail([customerName, when]),
    buttons: [
      press(DONE, viewer, 'task.done', { task: id, list: 'digest' }),
      press(TOMORROW, viewer, 'task.snooze', { task: id, until: 'tomorrow', list: 'digest' }),
    ],
  };
}

function idleRecord({ id, name, customerId, customerName, idleDays }: IdleOpportunity, viewer: Viewer): Record {
  return {
    title: name,
    ...detail([customerName, quiet(idleDays)[viewer.locale]]),
    buttons: [
      press(LOG, viewer, 'follow-up.log', { customer: customerId }),
      press(ADVANCE, viewer, 'opportunity.advance', { opportunity: id, list: 'digest' }),
    ],
  };
}

function leadRecord({ id, contact, company, waitingDays }: NewLead, viewer: Viewer): Record {
  const waiting = waitingDays > 0 ? waits(waitingDays)[viewer.locale] : null;
  return {
    title: contact,
    ...detail([company, waiting]),
    buttons: [press(OPEN, viewer, 'lead.show', { lead: id })],
  };
}

function personRecord({ name, overdue, idle, worst }: Standing, viewer: Viewer): Record {
  return {
    title: name,
    ...detail([late(overdue, idle)[viewer.locale], worstText(worst)[viewer.locale]]),
    buttons: [openWorst(worst, viewer)],
  };
}

function teamRecord({ name, open, amounts, overdue, idle, worst }: TeamStanding, viewer: Viewer): Record {
  const { locale } = viewer;
  const sums = amounts.map(({ amount, currency }) => money(amount, currency, viewer)).join(' + ');
  return {
    title: name,
    ...detail([opened(open)[locale], sums, late(overdue, idle)[locale]]),
    buttons: worst ? [openWorst(worst, viewer)] : [press(MY_DAY, viewer, 'today.show', {})],
  };
}

function openWorst(worst: Worst, viewer: Viewer): Button {
  const { kind, id } = worst;
  const input = kind === 'opportunity' ? { opportunity: id } : { task: id };
  return press(OPEN, viewer, kind === 'opportunity' ? 'opportunity.show' : 'task.show', input);
}

function press(label: Text, { locale }: Viewer, command: string, input: Button['input']): Button {
  return { label: label[locale], command, input };
}

function detail(parts: readonly (string | null | undefined)[]): { detail?: string } {
  const text = parts.filter(Boolean).join(' · ');
  return text ? { detail: text } : {};
}

const plural = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

const quiet = (days: number): Text => ({ en: `${plural(days, 'day')} without a word`, zh: `${days} 天无跟进` });
const waits = (days: number): Text => ({ en: `waiting ${plural(days, 'day')}`, zh: `已等 ${days} 天` });
const opened = (n: number): Text => ({ en: `${n} open`, zh: `${n} 个进行中` });

function late(overdue: number, idle: number): Text {
  const parts: Text[] = [
    ...(overdue > 0 ? [{ en: `${overdue} overdue`, zh: `逾期 ${overdue}` }] : []),
    ...(idle > 0 ? [{ en: `${idle} idle`, zh: `停滞 ${idle}` }] : []),
  ];
  return { en: parts.map(({ en }) => en).join(', '), zh: parts.map(({ zh }) => zh).join('，') };
}

function worstText({ kind, name, days }: Worst): Text {
  return kind === 'opportunity'
    ? { en: `longest: ${name} (${plural(days, 'day')})`, zh: `最久：${name}（${days} 天）` }
    : { en: `longest: ${name} (${plural(days, 'day')} late)`, zh: `最久：${name}（逾期 ${days} 天）` };
}

/** The day without "today" before it: the card says good morning already. */
function dayName(value: string, { locale }: Viewer): string {
  return day(value, { locale, today: '1970-01-01' }).replace(/^\d{4}年| \d{4}$/g, '');
}
