import type { Digest, Standing, TeamStanding, Worst } from '../../core/digests/digest.ts';
import { fill, type Text } from '../../core/text.ts';
import type { Section } from '../../core/today/today.ts';
import type { Button, Card, CardNode } from '../cards/card.ts';
import { day, money, type Viewer } from './format.ts';
import { todaySections } from './today-sections.ts';
import { MY_DAY, OPEN } from './words.ts';

type Record = { title: string; detail?: string; buttons: Button[] };

const HELLO: Text = { en: 'Good morning, {name} · {day}', zh: '早上好，{name} · {day}' };
const PEOPLE: Text = { en: 'My team ({n} to look after)', zh: '我的团队（{n} 人需关注）' };
const TEAMS: Text = { en: 'Teams ({n})', zh: '各团队（{n}）' };
const MORE: Text = { en: 'and {n} more', zh: '还有 {n} 项' };

/** The morning's message: every line can be acted on where it stands (R105). */
export function digestCard(digest: Digest, viewer: Viewer, name: string): Card {
  const { locale } = viewer;
  const body: CardNode[] = [
    ...todaySections(digest.own, 'digest', viewer),
    ...section(PEOPLE, digest.people, viewer, personRecord),
    ...section(TEAMS, digest.teams, viewer, teamRecord),
    { type: 'actions', buttons: [press(MY_DAY, viewer, 'today.show', {})] },
  ];
  const title = fill(HELLO, { name, day: dayName(digest.day, viewer) })[locale];
  return { title, tone: digest.own.overdue.total > 0 ? 'warning' : 'info', body };
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
