import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import { getLead, type LeadLine } from './find-leads.ts';
import { giveLead } from './give-lead.ts';

/** As many as one transaction and one card hold. */
export const SEVERAL = 50;

export type GivenSeveral = { taker: string; leads: LeadLine[] }[];

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
  const tasks = new Map<string, string[]>();
  const given = new Map<string, LeadLine[]>();
  for (const leadId of new Set(leadIds)) {
    const before = await getLead(core, leadId);
    if (ownerId && before.ownerId === ownerId) {
      continue;
    }
    const { taker, taskId } = await giveLead(core, { leadId, ownerId }, { tells: false });
    tasks.set(taker.id, [...(tasks.get(taker.id) ?? []), taskId]);
    given.set(taker.name, [...(given.get(taker.name) ?? []), before]);
    await core.flush();
  }
  if (given.size === 0) {
    throw new DomainError('decided', 'every lead is there already', {
      say: { en: 'They are with that colleague already.', zh: '这些线索已由该同事负责。' },
    });
  }
  for (const [userId, taskIds] of tasks) {
    if (userId !== core.actor.userId) {
      core.change.record('leads.given', { userId, taskIds });
    }
  }
  return [...given].map(([taker, leads]) => ({ taker, leads }));
}
