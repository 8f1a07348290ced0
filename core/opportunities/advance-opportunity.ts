import { findStanding, supersede } from '../approvals/standing-request.ts';
import type { Core } from '../context.ts';
import { addDays, dayIn } from '../days.ts';
import { DomainError } from '../errors.ts';
import { newId } from '../id.ts';
import { addTask } from '../tasks/add-task.ts';
import type { Condition } from './condition.ts';
import { type DealStanding, findDealStanding } from './find-facts.ts';
import { getOpportunity, type OpportunityLine } from './find-opportunities.ts';
import { judgeMove } from './judge-move.ts';
import { findPipelines } from './pipeline.ts';
import { findStages, nextStage, type Stage, stageMeant } from './stage.ts';

export type Advance = {
  opportunityId: string;
  /** The next one when left out. */
  stageKey?: string | undefined;
  /** Needed for a lost one. */
  lostReason?: string | undefined;
  /** The version the person saw. */
  version?: number | undefined;
};

/** `blocked`: nothing was done, and this is missing. `overtaken`: nothing was done, it moved on since the person saw it. */
export type Advanced =
  | (OpportunityLine & { kind: 'advanced'; from: Stage; task: { title: string; dueOn: string } | null })
  | { kind: 'blocked'; opportunity: OpportunityLine; from: Stage; to: Stage; missing: Condition[] }
  | { kind: 'overtaken'; opportunity: OpportunityLine; wanted: Stage; last: LastMove };

export type LastMove = Pick<DealStanding, 'movedBy' | 'movedAt'> & { from: Stage | undefined };

/**
 * Moves an opportunity on (R26); closing it voids the request that still waits on it. Throws bad_transition for a closed
 * one and for what its pipeline's rules do not allow, bad_input for a loss without its reason.
 */
export async function advanceOpportunity(
  core: Core,
  { opportunityId, stageKey, lostReason, version }: Advance,
): Promise<Advanced> {
  const [opportunity, stages, pipelines, standing] = await Promise.all([
    getOpportunity(core, opportunityId),
    findStages(core),
    findPipelines(core),
    findDealStanding(core, opportunityId),
  ]);
  const from = stages.find(({ key }) => key === opportunity.stageKey);
  const pipeline = pipelines.find(({ key }) => key === from?.pipelineKey);
  const to = from && (stageKey ? stageMeant(stages, from, stageKey) : nextStage(stages, from.key));
  if (!from || !pipeline || (stageKey && !to)) {
    throw new DomainError('not_found', `stage ${stageKey}`);
  }
  refuseStandingThere(opportunity, from, to);
  if (version !== undefined && version !== opportunity.version) {
    const { movedBy, movedAt, movedFrom } = standing;
    const last = { movedBy, movedAt, from: stages.find(({ key }) => key === movedFrom) };
    return { kind: 'overtaken', opportunity, wanted: to, last };
  }
  if (to.kind === 'lost' && !lostReason) {
    throw new DomainError('bad_input', 'a loss without a reason', {
      say: { en: 'Please say why it was lost.', zh: '请填写输单原因。' },
    });
  }
  const judgement = judgeMove({ pipeline, stages, from, to, facts: standing });
  if (judgement.kind === 'refused') {
    throw new DomainError('bad_transition', `${opportunityId} from ${from.key} to ${to.key}`, { say: judgement.say });
  }
  if (judgement.kind === 'missing') {
    return { kind: 'blocked', opportunity, from, to, missing: judgement.missing };
  }

  core.change.update(
    'opportunities',
    opportunityId,
    { stageKey: to.key, stageSince: core.now, ...(to.kind === 'lost' && lostReason ? { lostReason } : {}) },
    { version: opportunity.version },
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
    kind: 'advanced',
    stageKey: to.key,
    stageName: to.name,
    stageKind: to.kind,
    stageSince: core.now,
    version: opportunity.version + 1,
    from,
    task: taskOf(core, opportunity, standing, to),
  };
}

function refuseStandingThere({ id, name }: OpportunityLine, from: Stage, to: Stage | undefined): asserts to is Stage {
  if (!to || from.kind !== 'open' || from.key === to.key) {
    throw new DomainError('bad_transition', `${id} from ${from.key} to ${to?.key}`, {
      say: {
        en: `“${name}” is in ${from.name.en} already${from.kind === 'open' ? '.' : ' and closed.'}`,
        zh: `“${name}”已处于${from.name.zh}${from.kind === 'open' ? '。' : '，且已关闭。'}`,
      },
    });
  }
}

/** What coming to the stage sets going (R28), for the owner where the actor may give him tasks, else for the actor. */
function taskOf(core: Core, { id, customerId }: OpportunityLine, deal: DealStanding, { task }: Stage) {
  if (!task) {
    return null;
  }
  const owner = deal.isOwnerMine
    ? { id: deal.ownerId, name: deal.ownerName, timeZone: deal.ownerTimeZone ?? core.org.timeZone }
    : { id: core.actor.userId, name: core.actor.name, timeZone: core.actor.timeZone };
  const title = task.title[(deal.isOwnerMine ? deal.ownerLocale : core.actor.locale) ?? core.org.locale];
  const dueOn = addDays(dayIn(core.now, owner.timeZone), task.days);
  addTask(core, { title, dueOn, customerId, opportunityId: id }, owner);
  return { title, dueOn };
}
