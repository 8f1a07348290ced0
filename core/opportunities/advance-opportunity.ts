import { findStanding, supersede } from '../approvals/standing-request.ts';
import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import { newId } from '../id.ts';
import { getOpportunity, type OpportunityLine } from './find-opportunities.ts';
import { findStages, nextStage, type Stage } from './stage.ts';

export type Advance = {
  opportunityId: string;
  /** The next one when left out. */
  stageKey?: string | undefined;
  /** Needed for a lost one. */
  lostReason?: string | undefined;
  /** The version the person saw; a press on an older card is a conflict. */
  version?: number | undefined;
};

/**
 * Moves an opportunity on; closing it voids the request that still waits on it. Throws bad_transition for a closed one, bad_input for a loss without its reason.
 */
export async function advanceOpportunity(
  core: Core,
  { opportunityId, stageKey, lostReason, version }: Advance,
): Promise<OpportunityLine & { from: Stage }> {
  const [opportunity, stages] = await Promise.all([getOpportunity(core, opportunityId), findStages(core)]);
  const from = stages.find(({ key }) => key === opportunity.stageKey);
  const to = stageKey ? stages.find(({ key }) => key === stageKey) : nextStage(stages, opportunity.stageKey);
  if (!from || !to) {
    throw new DomainError('not_found', `stage ${stageKey}`);
  }
  if (from.kind !== 'open' || from.key === to.key) {
    throw new DomainError('bad_transition', `${opportunityId} from ${from.key} to ${to.key}`, {
      say: {
        en: `“${opportunity.name}” is in ${from.name.en} already${from.kind === 'open' ? '.' : ' and closed.'}`,
        zh: `“${opportunity.name}”已处于${from.name.zh}${from.kind === 'open' ? '。' : '，且已关闭。'}`,
      },
    });
  }
  if (to.kind === 'lost' && !lostReason) {
    throw new DomainError('bad_input', 'a loss without a reason', {
      say: { en: 'Please say why it was lost.', zh: '请填写输单原因。' },
    });
  }
  core.change.update(
    'opportunities',
    opportunityId,
    { stageKey: to.key, stageSince: core.now, ...(to.kind === 'lost' && lostReason ? { lostReason } : {}) },
    { version: version ?? opportunity.version },
  );
  core.change.insert('stage_moves', {
    id: newId(),
    opportunityId,
    fromStage: from.key,
    toStage: to.key,
    movedBy: core.actor.userId,
  });
  if (to.kind !== 'open') {
    const { pendingId, openSteps } = await findStanding(core, opportunityId);
    if (pendingId) {
      supersede(core, pendingId, openSteps);
    }
  }
  return {
    ...opportunity,
    stageKey: to.key,
    stageName: to.name,
    stageKind: to.kind,
    stageSince: core.now,
    version: opportunity.version + 1,
    from,
  };
}
