import type { Role } from '../actor.ts';
import { askMove } from '../approvals/ask-move.ts';
import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import type { Condition } from './condition.ts';
import type { DealStanding } from './find-facts.ts';
import type { OpportunityLine } from './find-opportunities.ts';
import { judgeMove } from './judge-move.ts';
import { findMove, type Move, type MoveAsked, type Moved, moveDeal, possible, readMove } from './move-deal.ts';
import type { Stage } from './stage.ts';

/** Somebody who says only "on" for a deal that was moved within so long means that move, not another one. */
const JUST_NOW_MS = 60_000;

export type Advance = {
  opportunityId: string;
  /** The next one when left out. */
  stageKey?: string | undefined;
  /** Needed for a lost one. */
  lostReason?: string | undefined;
  /** What whoever signs it is to know. */
  reason?: string | undefined;
  /** The version the person saw. */
  version?: number | undefined;
};

/**
 * `blocked`: nothing was done, and this is missing. `overtaken`: nothing was done, it moved on since the person saw it.
 * `asked`: it moves with the last of these signatures (R33); not `isNew` where he had asked for the same before.
 */
export type Advanced =
  | (Moved & { kind: 'advanced' })
  | { kind: 'asked'; opportunity: OpportunityLine; to: Stage; requestId: string; roles: Role[]; isNew: boolean }
  | Blocked
  | { kind: 'overtaken'; opportunity: OpportunityLine; wanted: Stage | undefined; last: LastMove; isEcho: boolean };

type Overtaken = Extract<Advanced, { kind: 'overtaken' }>;

type Blocked = { kind: 'blocked'; opportunity: OpportunityLine; from: Stage; to: Stage; missing: Condition[] };

export type LastMove = Pick<DealStanding, 'movedBy' | 'movedAt'> & { from: Stage | undefined };

/**
 * Moves an opportunity on (R26); closing it voids the request that still waits on it. Throws bad_transition for a closed
 * one and for what its pipeline's rules do not allow, bad_input for a loss without its reason.
 */
export async function advanceOpportunity(
  core: Core,
  { opportunityId, stageKey, lostReason, reason, version }: Advance,
): Promise<Advanced> {
  const asked = await readMove(core, opportunityId, stageKey);
  const overtaken = overtakenIn(core, asked, { stageKey, version });
  if (overtaken) {
    return overtaken;
  }
  const move = possible(asked);
  const { opportunity, from, to } = move;
  if (to.kind === 'lost' && !lostReason) {
    throw new DomainError('bad_input', 'a loss without a reason', {
      say: { en: 'Please say why it was lost.', zh: '请填写输单原因。' },
    });
  }
  const judgement = judgeMove(move);
  switch (judgement.kind) {
    case 'refused':
      throw new DomainError('bad_transition', `${opportunityId} from ${from.key} to ${to.key}`, { say: judgement.say });
    case 'missing':
      return blocked(move, judgement.missing);
    case 'unsigned': {
      const request = await askMove(core, { opportunity, from, to, roles: judgement.signers, lostReason, reason });
      return { kind: 'asked', opportunity, to, ...request };
    }
    case 'free':
      return { ...(await moveDeal(core, move, { lostReason })), kind: 'advanced' };
  }
}

/** Who was faster than the actor with the version he saw; undefined where nobody was. Throws not_found. */
export async function findOvertaken(
  core: Core,
  { opportunityId, stageKey, version }: Pick<Advance, 'opportunityId' | 'stageKey' | 'version'>,
): Promise<Overtaken | undefined> {
  return version === undefined
    ? undefined
    : overtakenIn(core, await readMove(core, opportunityId, stageKey), { stageKey, version });
}

function overtakenIn(
  core: Core,
  { opportunity, stages, to, facts }: MoveAsked,
  { stageKey, version }: Pick<Advance, 'stageKey' | 'version'>,
): Overtaken | undefined {
  const { movedBy, movedAt, movedFrom } = facts;
  // Where it stands already, as after the same press twice, the move itself says so.
  const isOld = version !== undefined && version !== opportunity.version && to?.key !== opportunity.stageKey;
  // A button and a form say what they saw; of words without a stage it is taken that they saw the stage before.
  const isBare = version === undefined && stageKey === undefined;
  const isOpen = opportunity.stageKind === 'open';
  const isEcho =
    isBare && isOpen && movedFrom !== null && core.now.getTime() - opportunity.stageSince.getTime() < JUST_NOW_MS;
  const last = { movedBy, movedAt, from: stages.find(({ key }) => key === movedFrom) };
  return isOld || isEcho ? { kind: 'overtaken', opportunity, wanted: to, last, isEcho } : undefined;
}

/** What would be missing if it were moved there now. Throws not_found and bad_transition like the move itself. */
export async function findMissing(
  core: Core,
  { opportunityId, stageKey }: { opportunityId: string; stageKey: string },
): Promise<Blocked | undefined> {
  const move = await findMove(core, opportunityId, stageKey);
  const judgement = judgeMove(move);
  return judgement.kind === 'missing' ? blocked(move, judgement.missing) : undefined;
}

function blocked({ opportunity, from, to }: Move, missing: Condition[]): Blocked {
  return { kind: 'blocked', opportunity, from, to, missing };
}
