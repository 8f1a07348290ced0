import { z } from 'zod';
import { findPendingApprovals } from '../core/approvals/find-approval.ts';
import type { Core } from '../core/context.ts';
import { composeDigest } from '../core/digests/compose-digest.ts';
import { findTasks } from '../core/tasks/find-tasks.ts';
import type { Text } from '../core/text.ts';
import { getToday, type Page } from '../core/today/get-today.ts';
import { SECTIONS } from '../core/today/today.ts';
import type { Card } from './cards/card.ts';
import { field, optional } from './fields/field.ts';
import { readPage } from './page.ts';
import { approvalsCard } from './views/approval.ts';
import { digestCard } from './views/digest.ts';
import { tasksCard } from './views/task.ts';
import { sectionCard, todayCard } from './views/today.ts';
import { viewer } from './views/viewer.ts';

/** Cards whose lines can be worked off: pressed, such a card is drawn anew in place instead of giving way to another. */
const LISTS = ['today', 'tasks', 'digest', 'waiting', ...SECTIONS] as const;

const PLACE = new RegExp(`^(${LISTS.join('|')})(?:@(\\d{1,5}))?$`, 'u');

/** Which list a button stands in, and how far down (see placeIn); only buttons set it. */
export const listField = () =>
  optional(field(z.string().regex(PLACE), { kind: 'text', label: { en: 'list', zh: '列表' }, hidden: true }));

/** The list as it stands after what was done, saying what that was, as a text or in the actor's language. */
export async function drawList(core: Core, list: string, done: Text | string): Promise<Card> {
  await core.flush();
  const card = await listCard(core, list);
  return {
    ...card,
    body: [{ type: 'text', text: `✓ ${typeof done === 'string' ? done : done[core.actor.locale]}` }, ...card.body],
  };
}

export async function listCard(core: Core, place: string): Promise<Card> {
  const [, name, down] = PLACE.exec(place) ?? [];
  const list = LISTS.find((each) => each === name) ?? 'today';
  const from = Number(down ?? 0);
  switch (list) {
    case 'today':
      return dayCard(core);
    case 'tasks':
      return tasksCard(await readPage(from, (window) => findTasks(core, window)), viewer(core));
    case 'waiting':
      return approvalsCard(await findPendingApprovals(core), viewer(core));
    case 'digest': {
      const digest = await composeDigest(core);
      return digest ? digestCard(digest, viewer(core), core.actor.name) : dayCard(core);
    }
    default:
      return dayCard(core, { only: list, from });
  }
}

/** The actor's day, or a page of one of its sections; its first where nothing is left of that, the day where nothing at all is. */
export async function dayCard(core: Core, page?: Page): Promise<Card> {
  if (!page) {
    return todayCard(await getToday(core), viewer(core));
  }
  const section = await getToday(core, page);
  if (section[page.only].lines.length === 0 && page.from) {
    return dayCard(core, { only: page.only });
  }
  return section[page.only].lines.length > 0
    ? sectionCard(section, page, viewer(core))
    : todayCard(await getToday(core), viewer(core), { none: page.only });
}
