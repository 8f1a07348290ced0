import type { Core } from '../context.ts';
import type { Day } from '../days.ts';
import type { Text } from '../text.ts';
import { WAITS } from './find-leads.ts';

/** What a new lead is to be done with first, in the words of whoever has it to do. */
export const firstCallTo = (contact: string): Text => ({ en: `First call to ${contact}`, zh: `首次联系${contact}` });

/** What is called so was planned by nobody: it came with the lead. */
export const isFirstCallTo = (contact: string | null, title: string): boolean =>
  contact !== null && Object.values(firstCallTo(contact)).includes(title);

const { en: EN, zh: ZH } = firstCallTo('{contact}');
const TITLES = [EN, ZH].map((title) => `replace('${title}', '{contact}', l.contact_name)`);

/** SQL: what the first call to lead `l` is called, in either language. */
export const FIRST_CALL_TITLES = TITLES.join(', ');

/** SQL: task `t` is the actor's to move; finance reads everybody's, and the product itself moves what it finds. */
export const IS_WORKED_ON = `((SELECT parley_actor()) IS NULL OR t.owner_id = ANY ((SELECT parley_workable())::uuid[]) OR t.created_by = (SELECT parley_actor()))`;

/** Task `t` is the first call to a lead that still waits for its owner, whose own line says so already. */
export const IS_FIRST_CALL = `(t.lead_id IS NOT NULL AND t.due_time IS NULL AND EXISTS (
  SELECT FROM seen.leads l WHERE l.id = t.lead_id AND l.owner_id = t.owner_id AND ${WAITS} AND t.title IN (${FIRST_CALL_TITLES})))`;

/** A lead is called otherwise now: so is its first call, which is known by that name. Reads what stands, so before the lead is written. */
export async function renameFirstCalls(
  core: Core,
  { leadId, contact }: { leadId: string; contact: string },
): Promise<void> {
  const calls = await core.sql<{ id: string; isEnglish: boolean; version: number }>({
    name: 'lead-first-calls-named',
    text: `SELECT t.id, t.title = ${TITLES[0]} AS "isEnglish", t.version FROM seen.leads l
             JOIN tasks t ON t.lead_id = l.id AND t.done_at IS NULL AND t.title IN (${FIRST_CALL_TITLES})
            WHERE l.id = $1 AND t.owner_id = ANY ((SELECT parley_workable())::uuid[])`,
    values: [leadId],
    isRead: true,
  });
  const { en, zh } = firstCallTo(contact);
  for (const { id, isEnglish, version } of calls) {
    core.change.update('tasks', id, { title: isEnglish ? en : zh }, { version });
  }
}

/** The first call is nothing to do any more for whoever had the lead before; what else he planned goes with it (`passTasks`). */
export async function dropFirstCalls(
  core: Pick<Core, 'sql' | 'change'>,
  leads: readonly { leadId: string; ownerId: string }[],
): Promise<void> {
  if (leads.length === 0) {
    return;
  }
  const calls = await core.sql<{ id: string; version: number }>({
    name: 'lead-first-calls',
    text: `SELECT t.id, t.version FROM unnest($1::uuid[], $2::uuid[]) AS g (lead_id, owner_id) JOIN seen.leads l ON l.id = g.lead_id
             JOIN tasks t ON t.lead_id = g.lead_id AND t.owner_id = g.owner_id AND t.done_at IS NULL AND t.title IN (${FIRST_CALL_TITLES})
            WHERE ${IS_WORKED_ON}`,
    values: [leads.map(({ leadId }) => leadId), leads.map(({ ownerId }) => ownerId)],
    isRead: true,
  });
  for (const { id, version } of calls) {
    core.change.remove('tasks', id, { version });
  }
}

/** SQL: to get in touch is all that was to be done, and no quote was to be sent. */
const IS_TO_SPEAK =
  "title ~* '联系|电话|致电|回电|打给|再打|回访|跟进|拜访|见面|约见|\\m(call|ring|phone|contact|reach|follow|visit|meet|speak|talk|touch)'";

/** The actor's own tasks to speak with a lead are done by having done so: those due by a day. Without a day the lead is done with, and so is all that is left. */
export async function closeLeadTasks(
  core: Core,
  { leadId, until }: { leadId: string; until: Day | undefined },
): Promise<void> {
  const tasks = await core.sql<{ id: string; version: number }>({
    name: 'lead-tasks-open',
    text: `SELECT id, version FROM tasks WHERE lead_id = $1 AND owner_id = $2 AND done_at IS NULL AND ($3::date IS NULL OR (due_on <= $3 AND ${IS_TO_SPEAK}))`,
    values: [leadId, core.actor.userId, until ?? null],
    isRead: true,
  });
  for (const { id, version } of tasks) {
    core.change.update('tasks', id, { doneAt: core.now, remindAt: null }, { version });
  }
}
