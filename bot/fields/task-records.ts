import type { Core } from '../../core/context.ts';
import { findTasks, searchTasks, type TaskLine } from '../../core/tasks/find-tasks.ts';
import { readDay } from '../language/index.ts';

const ALL = 200;

/** As his list numbers them. */
const FIRST = /^(?:the )?first(?: one)?$|^第一[个条项]?$/iu;
const SECOND = /^(?:the )?second(?: one)?$|^第二[个条项]?$/iu;
const PLACES = [FIRST, SECOND];

/** The own open tasks somebody means: 明天 is what is due then, "the first" the one that is due first, else by their words. */
export async function tasksMeant(core: Core, mention: string): Promise<TaskLine[]> {
  const place = PLACES.findIndex((form) => form.test(mention.trim()));
  if (place >= 0) {
    return findTasks(core, { limit: 1, offset: place });
  }
  const found = await searchTasks(core, { words: mention });
  const day = found.length === 0 ? readDay(mention.replace(/['’]s$/u, ''), { today: core.today })?.day : undefined;
  return day ? (await findTasks(core, { until: day, limit: ALL })).filter(({ dueOn }) => dueOn === day) : found;
}
