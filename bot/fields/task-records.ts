import type { Core } from '../../core/context.ts';
import { findTasks, searchTasks, type TaskLine } from '../../core/tasks/find-tasks.ts';
import type { Text } from '../../core/text.ts';
import { isAppointment, isCalled, readDay } from '../language/index.ts';
import { day as dayText } from '../views/format.ts';

const ALL = 200;

/** As his list numbers them. */
const FIRST = /^(?:the )?first(?: one)?$|^第一[个条项]?$/iu;
const SECOND = /^(?:the )?second(?: one)?$|^第二[个条项]?$/iu;
const PLACES = [FIRST, SECOND];

/** How a sentence that calls one off says which: with whom, what it was and on what day. */
const APPOINTMENT = /^(?<name>.+?)(?<kind>会|访|见|演示| meet| call| visit| demo) (?<day>\d{4}-\d{2}-\d{2})$/u;

/** Those with this customer on that day; of a call or a meeting, where there is one called so. Sending a quote is none. */
async function appointmentsMeant(
  core: Core,
  { name, kind = '', day = '' }: Record<string, string>,
): Promise<TaskLine[]> {
  const tasks = await findTasks(core, { until: day, limit: ALL });
  const theirs = tasks.filter(({ title, dueOn, customerName }) => {
    return dueOn === day && customerName === name && isAppointment(title);
  });
  const called = theirs.filter(({ title }) => isCalled(title, kind.trim()));
  return called.length > 0 ? called : theirs;
}

/** The own open tasks somebody means: 明天 is what is due then, "the first" the one that is due first, else by their words. */
export async function tasksMeant(core: Core, mention: string): Promise<TaskLine[]> {
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
