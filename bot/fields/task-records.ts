import type { Core } from '../../core/context.ts';
import { findTasks, searchTasks, type TaskLine } from '../../core/tasks/find-tasks.ts';
import type { Text } from '../../core/text.ts';
import { isAppointment, isCalled, readDay } from '../language/index.ts';
import { day as dayText } from '../views/format.ts';

const ALL = 200;

/** A guess is offered, never taken. */
type TaskMeant = TaskLine & { isGuess?: true };

/** As his list numbers them. */
const FIRST = /^(?:the )?first(?: one)?$|^第一[个条项]?$/iu;
const SECOND = /^(?:the )?second(?: one)?$|^第二[个条项]?$/iu;
const PLACES = [FIRST, SECOND];

/** How a sentence that calls one off says which: with whom, what it was and on what day. */
const APPOINTMENT = /^(?<name>.+?)(?<kind>会|访|见|演示| meet| call| visit| demo) (?<day>\d{4}-\d{2}-\d{2})$/u;

/** 会, 见 and 约 stand for each other. */
const NOUNS: Readonly<Record<string, string>> = { 见: '会' };

/** Whoever goes there visits. */
const GOING = /^(?:上午|中午|下午|晚上)?[去到]|^go to /iu;
const isVisit = (title: string, noun: string) => /^(?:访|visit)$/u.test(noun) && GOING.test(title);

/** Invoice them, we visited: to be done about an appointment, and none itself. */
const DEED =
  /^(?:[给向为].{1,40}?)?(?:发|寄|送|写|准备|整理|提交|开票|开发票|汇总)|^(?:send|e-?mail|invoice|bill|write|prepare|submit|file|quote|order|print|finish)(?![a-z])/iu;

/** 和见山开会 without its 见山: how a customer is called does not say what takes place. */
function withoutName(title: string, name: string): string {
  const han = (name.match(/\p{Script=Han}{2,}/gu) ?? []).flatMap((run) =>
    [...run].flatMap((_, from) => [...run].slice(from + 2).map((_, more) => run.slice(from, from + 2 + more))),
  );
  const longest = han.filter((part) => title.includes(part)).sort((one, other) => other.length - one.length)[0];
  const words = name.match(/[\p{Script=Latin}\d]{3,}/gu) ?? [];
  const rest = longest === undefined ? title : title.replace(longest, ' ');
  return words.reduce((text, word) => text.replace(new RegExp(`(?<![a-z])${word}(?![a-z])`, 'iu'), ' '), rest);
}

/** Those with this customer on that day: of the kind that was said; where there is none, the others to choose from. */
async function appointmentsMeant(
  core: Core,
  { name = '', kind = '', day = '' }: Record<string, string>,
): Promise<TaskMeant[]> {
  const tasks = await findTasks(core, { until: day, limit: ALL });
  const theirs = tasks.filter(({ title, dueOn, customerName }) => {
    return dueOn === day && customerName === name && isAppointment(title);
  });
  const noun = NOUNS[kind] ?? kind.trim();
  const called = theirs.filter(({ title }) => {
    return isVisit(title, noun) || (!DEED.test(title) && isCalled(withoutName(title, name), noun));
  });
  return called.length > 0 ? called : theirs.map((line) => ({ ...line, isGuess: true }));
}

/** The own open tasks somebody means: 明天 is what is due then, "the first" the one that is due first, else by their words. */
export async function tasksMeant(core: Core, mention: string): Promise<TaskMeant[]> {
  const place = PLACES.findIndex((form) => form.test(mention.trim()));
  if (place >= 0) {
    return findTasks(core, { limit: 1, offset: place });
  }
  const met = APPOINTMENT.exec(mention)?.groups;
  if (met) {
    return appointmentsMeant(core, met);
  }
  const found = await searchTasks(core, { words: mention });
  const day = found.length === 0 ? readDay(mention.replace(/['’]s$/u, ''), { today: core.today })?.day : undefined;
  return day ? (await findTasks(core, { until: day, limit: ALL })).filter(({ dueOn }) => dueOn === day) : found;
}

/** Nothing is planned with that customer on that day. */
export async function absentTask({ today }: Core, mention: string): Promise<Text | undefined> {
  const { name, day } = APPOINTMENT.exec(mention)?.groups ?? {};
  return name && day
    ? {
        en: `Nothing of yours is planned with ${name} on ${dayText(day, { locale: 'en', today })}.`,
        zh: `${dayText(day, { locale: 'zh', today })}没有你和${name}的安排。`,
      }
    : undefined;
}

/** 5月14日 周四和华星的会, as such a mention is told. */
export function toldTask({ today }: Core, mention: string): Text | undefined {
  const { name, kind = '', day } = APPOINTMENT.exec(mention)?.groups ?? {};
  const words = KINDS[kind.trim()];
  return name && day && words
    ? {
        en: `${words.en} with ${name} on ${dayText(day, { locale: 'en', today })}`,
        zh: `${dayText(day, { locale: 'zh', today })}和${name}的${words.zh}`,
      }
    : undefined;
}

const KINDS: Readonly<Record<string, Text>> = {
  会: { en: 'the meeting', zh: '会' },
  见: { en: 'the meeting', zh: '见面' },
  访: { en: 'the visit', zh: '拜访' },
  演示: { en: 'the demo', zh: '演示' },
  meet: { en: 'the meeting', zh: '会' },
  call: { en: 'the call', zh: '电话' },
  visit: { en: 'the visit', zh: '拜访' },
  demo: { en: 'the demo', zh: '演示' },
};
