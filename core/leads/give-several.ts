import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import { getLeads, type LeadLine } from './find-leads.ts';
import { give } from './give-lead.ts';

/** As many as one transaction and one card hold. */
export const SEVERAL = 50;

/** `planned`: how many tasks about them went along. */
export type GivenSeveral = { taker: string; leads: LeadLine[]; planned: number }[];

/**
 * Gives several leads to one person, or each to whoever the rules say, who count what the one before gave; whoever receives
 * hears of all of his at once. Those he has already stay as they are. Throws decided where there is none else.
 */
export async function giveSeveral(
  core: Core,
  { leadIds, ownerId }: { leadIds: readonly string[]; ownerId?: string | undefined },
): Promise<GivenSeveral> {
  if (leadIds.length > SEVERAL) {
    throw new DomainError('bad_input', `${leadIds.length} leads`, {
      say: { en: `At most ${SEVERAL} at a time, please.`, zh: `每次最多分配 ${SEVERAL} 条。` },
    });
  }
  const leads = (await getLeads(core, leadIds)).filter((lead) => !ownerId || lead.ownerId !== ownerId);
  if (leads.length === 0) {
    throw new DomainError('decided', 'every lead is there already', {
      say: { en: 'They are with that colleague already.', zh: '这些线索已由该同事负责。' },
    });
  }
  const takers = new Map<string, { name: string; leads: LeadLine[]; taskIds: string[]; planned: number }>();
  for (const { lead, taker, taskId, planned } of await give(core, leads, ownerId)) {
    const his = takers.get(taker.id) ?? { name: taker.name, leads: [], taskIds: [], planned: 0 };
    takers.set(taker.id, {
      ...his,
      leads: [...his.leads, lead],
      taskIds: [...his.taskIds, taskId],
      planned: his.planned + planned.length,
    });
  }
  for (const [userId, { taskIds }] of takers) {
    if (userId !== core.actor.userId) {
      core.change.record('leads.given', { userId, taskIds });
    }
  }
  return [...takers.values()].map(({ name, leads, planned }) => ({ taker: name, leads, planned }));
}
