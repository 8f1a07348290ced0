import { hasRole, ROLE_NAMES } from '../actor.ts';
import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import type { Approval, ApprovalStep, Verdict } from './approval.ts';
import { carryOut } from './carry-out.ts';
import { getApproval } from './find-approval.ts';

export type Decision = { stepId: string; requestId: string; verdict: Verdict; comment?: string | undefined };

/** The step as it waits for the actor. Throws where it is not, or no longer, his to decide: the same as deciding it would. */
export async function getOpenStep(
  core: Core,
  { requestId, stepId }: Pick<Decision, 'requestId' | 'stepId'>,
): Promise<{ approval: Approval; step: ApprovalStep }> {
  const approval = await getApproval(core, requestId);
  const step = approval.steps.find(({ id }) => id === stepId);
  if (!step) {
    throw new DomainError('not_found', `step ${stepId}`);
  }
  guard(core, approval, step);
  return { approval, step };
}

/**
 * One signature. The first one stands: the row is claimed by its state, so that of any number of presses at once one
 * decides and the others are told who did (throws decided). Throws own_request and forbidden, naming who could.
 */
export async function decideStep(core: Core, { requestId, stepId, verdict, comment }: Decision): Promise<Approval> {
  const { approval, step } = await getOpenStep(core, { requestId, stepId });
  if (verdict === 'approved') {
    refuseChangedDeal(approval);
  }

  core.change.update(
    'approval_steps',
    stepId,
    { state: verdict, decidedBy: core.actor.userId, decidedAt: core.now, comment: comment ?? null },
    { when: { state: 'pending' } },
  );
  const next = approval.steps.find(({ level, state }) => level > step.level && state === 'waiting');
  if (verdict === 'approved' && next) {
    core.change.update(
      'approval_steps',
      next.id,
      { state: 'pending', askedAt: core.now },
      { when: { state: 'waiting' } },
    );
    core.change.record('approval.asked', { requestId, level: next.level });
  } else {
    await close(core, approval, step, verdict);
  }
  core.change.record('approval.decided', { requestId });
  const decided: ApprovalStep = {
    ...step,
    state: verdict,
    decidedById: core.actor.userId,
    decidedByName: core.actor.name,
    decidedAt: core.now,
    comment: comment ?? null,
  };
  return {
    ...approval,
    state: verdict === 'approved' && next ? 'pending' : verdict,
    steps: approval.steps.map((each) =>
      each.id === stepId
        ? decided
        : each.id === next?.id && verdict === 'approved'
          ? { ...each, state: 'pending' }
          : each,
    ),
  };
}

async function close(core: Core, approval: Approval, step: ApprovalStep, verdict: Verdict): Promise<void> {
  if (verdict === 'approved') {
    // Before the request closes, because an approver sees the deal only so long as it is asked of him.
    await carryOut(core, approval);
  }
  core.change.update(
    'approval_requests',
    approval.id,
    { state: verdict, closedAt: core.now },
    { when: { state: 'pending' } },
  );
  if (verdict === 'approved') {
    return;
  }
  for (const { id } of approval.steps.filter(({ level, state }) => level > step.level && state === 'waiting')) {
    core.change.update('approval_steps', id, { state: 'void' }, { when: { state: 'waiting' } });
  }
}

/** What is signed is the deal that was asked about; a stale request may still be rejected. */
function refuseChangedDeal({ id, opportunity }: Approval): void {
  if (!opportunity.isAsAsked) {
    throw new DomainError('conflict', `the opportunity of request ${id} has changed`, {
      say: {
        en: 'The deal has changed since this was asked for. It has to be asked for again.',
        zh: '申请之后商机已变更，请由申请人重新申请。',
      },
    });
  }
}

function guard(core: Core, approval: Approval, step: ApprovalStep): void {
  if (step.state === 'approved' || step.state === 'rejected') {
    const who = step.decidedByName ?? '—';
    const isApproved = step.state === 'approved';
    throw new DomainError('decided', `step ${step.id} is ${step.state}`, {
      say: {
        en: `${who} has ${isApproved ? 'approved' : 'rejected'} this already.`,
        zh: `${who}已${isApproved ? '批准' : '驳回'}该申请。`,
      },
    });
  }
  if (approval.state !== 'pending' || step.state === 'void') {
    throw new DomainError('decided', `request ${approval.id} is ${approval.state}`, {
      say: {
        en: 'This request has been changed or taken back; nothing was decided here.',
        zh: '该申请已变更或撤回，本次操作未生效。',
      },
    });
  }
  if (approval.requesterId === core.actor.userId) {
    throw new DomainError('own_request', `request ${approval.id}`);
  }
  if (!hasRole(core.actor, [step.role])) {
    const names = step.approvers.map(({ name }) => name);
    throw new DomainError('forbidden', `step ${step.id} needs ${step.role}`, {
      say: {
        en: `This needs the ${ROLE_NAMES[step.role].en}: ${names.join(', ')}.`,
        zh: `该申请需要${ROLE_NAMES[step.role].zh}（${names.join('、')}）审批。`,
      },
    });
  }
  if (step.state === 'waiting') {
    throw new DomainError('bad_transition', `step ${step.id} is not asked yet`, {
      say: { en: 'Somebody else signs first; you will be asked then.', zh: '还需前一级先审批，届时会通知你。' },
    });
  }
}
