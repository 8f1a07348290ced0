import { supersedeWaiting } from '../approvals/standing-request.ts';
import type { Core } from '../context.ts';
import { addDays, type Day, dayIn } from '../days.ts';
import { DomainError } from '../errors.ts';
import { newId } from '../id.ts';
import { addTask } from '../tasks/add-task.ts';
import { type DealStanding, findDealStanding } from './find-facts.ts';
import { getOpportunity, type OpportunityLine } from './find-opportunities.ts';
import { findPipelines, type Pipeline } from './pipeline.ts';
import { isPlanned } from './quote-follow-up.ts';
import { findStages, nextStage, type Stage, stageMeant } from './stage.ts';

/** A move as it stands to be judged. */
export type Move = {
  opportunity: OpportunityLine;
  pipeline: Pipeline;
  stages: Stage[];
  from: Stage;
  to: Stage;
  facts: DealStanding;
};

export type Moved = OpportunityLine & { from: Stage; task: { title: string; dueOn: Day } | null };

/** A move as it was asked for; nowhere to go where it is closed and no stage was said. */
export type MoveAsked = Omit<Move, 'to'> & { to: Stage | undefined };

/** Throws not_found for a stage that is not there, bad_transition where the deal is closed or stands in it already. */
export async function findMove(core: Core, opportunityId: string, stageKey: string | undefined): Promise<Move> {
  return possible(await readMove(core, opportunityId, stageKey));
}

/** Throws not_found for a stage that is not there. */
export async function readMove(core: Core, opportunityId: string, stageKey: string | undefined): Promise<MoveAsked> {
  const [opportunity, stages, pipelines, facts] = await Promise.all([
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
  return { opportunity, pipeline, stages, from, to, facts };
}

/** Throws bad_transition where the deal is closed or stands there already. */
export function possible({ opportunity, from, to, ...move }: MoveAsked): Move {
  refuseStandingThere(opportunity, from, to);
  return { opportunity, from, to, ...move };
}

/**
 * Moves a deal that may move, and sets going what the stage does (R28). What was asked about it and no longer fits ends:
 * a discount when it closes, another move whichever way it goes, but for the one whose last signature this is:
 * `askedBy` is who had asked for it.
 */
export async function moveDeal(
  core: Core,
  { opportunity, from, to, facts }: Pick<Move, 'opportunity' | 'from' | 'to' | 'facts'>,
  { lostReason, askedBy = null }: { lostReason?: string | null | undefined; askedBy?: string | null },
): Promise<Moved> {
  const { id } = opportunity;
  core.change.update(
    'opportunities',
    id,
    { stageKey: to.key, stageSince: core.now, ...(to.kind === 'lost' && lostReason ? { lostReason } : {}) },
    { version: opportunity.version },
  );
  core.change.insert('stage_moves', {
    id: newId(),
    opportunityId: id,
    fromStage: from.key,
    toStage: to.key,
    movedBy: core.actor.userId,
    askedBy,
  });
  const task = await taskOf(core, opportunity, facts, { stage: to, isForOwner: facts.isOwnerMine || askedBy !== null });
  if (to.kind !== 'open') {
    await supersedeWaiting(core, id, 'discount');
  }
  if (askedBy === null) {
    await supersedeWaiting(core, id, 'stage');
  }
  return {
    ...opportunity,
    stageKey: to.key,
    stageName: to.name,
    stageKind: to.kind,
    stageSince: core.now,
    version: opportunity.version + 1,
    from,
    task,
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

/** What coming to the stage sets going (R28), for the owner where the actor may give him tasks or signs for him, else for the actor. */
async function taskOf(
  core: Core,
  { id, customerId }: OpportunityLine,
  facts: DealStanding,
  { stage: { task }, isForOwner }: { stage: Stage; isForOwner: boolean },
): Promise<Moved['task']> {
  // A quote that was put on record has set it going already.
  if (!task || (await isPlanned(core, { customerId, opportunityId: id, title: task.title }))) {
    return null;
  }
  const owner = isForOwner
    ? { id: facts.ownerId, name: facts.ownerName, timeZone: facts.ownerTimeZone ?? core.org.timeZone }
    : { id: core.actor.userId, name: core.actor.name, timeZone: core.actor.timeZone };
  const title = task.title[(isForOwner ? facts.ownerLocale : core.actor.locale) ?? core.org.locale];
  const dueOn = addDays(dayIn(core.now, owner.timeZone), task.days);
  addTask(core, { title, dueOn, customerId: facts.isCustomerSeen ? customerId : null, opportunityId: id }, owner);
  return { title, dueOn };
}
