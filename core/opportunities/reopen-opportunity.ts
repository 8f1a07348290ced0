import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import { newId } from '../id.ts';
import { type Moved, readMove } from './move-deal.ts';

/**
 * Opens a won or lost opportunity again, in the stage it was closed from: nobody signs again for where it stood already.
 * Why it was lost goes; the moves keep that it was closed. `version` is what was seen of it.
 * Throws bad_transition for one that is open, conflict where it was changed since.
 */
export async function reopenOpportunity(
  core: Core,
  { opportunityId, version: seen }: { opportunityId: string; version?: number | undefined },
): Promise<Moved> {
  const { opportunity, stages, from, facts } = await readMove(core, opportunityId, undefined);
  const { id, name, version } = opportunity;
  if (from.kind === 'open') {
    throw new DomainError('bad_transition', `opportunity ${id} is open`, {
      say: {
        en: `“${name}” is open already, in ${from.name.en}.`,
        zh: `“${name}”正在进行中，处于${from.name.zh}。`,
      },
    });
  }
  const open = stages.filter(({ kind, pipelineKey }) => kind === 'open' && pipelineKey === from.pipelineKey);
  const to = open.find(({ key }) => key === facts.movedFrom) ?? open[0];
  if (!to) {
    throw new DomainError('not_found', `an open stage of ${from.pipelineKey}`);
  }
  const stood = { stageKey: to.key, stageSince: core.now };
  core.change.update('opportunities', id, { ...stood, lostReason: null }, { version: seen ?? version });
  core.change.insert('stage_moves', {
    id: newId(),
    opportunityId: id,
    fromStage: from.key,
    toStage: to.key,
    movedBy: core.actor.userId,
  });
  return { ...opportunity, ...stood, stageName: to.name, stageKind: to.kind, version: version + 1, from, task: null };
}
