import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import type { Approval } from './approval.ts';
import { getApproval } from './find-approval.ts';
import { supersede } from './standing-request.ts';

/** The requester takes his request back while nobody has finished deciding it. Throws forbidden, decided. */
export async function withdrawApproval(core: Core, requestId: string): Promise<Approval> {
  const approval = await getApproval(core, requestId);
  if (approval.requesterId !== core.actor.userId) {
    throw new DomainError('forbidden', `request ${requestId} is another's`, {
      say: {
        en: `Only ${approval.requesterName} can take this back.`,
        zh: `只有${approval.requesterName}可以撤回该申请。`,
      },
    });
  }
  if (approval.state !== 'pending') {
    throw new DomainError('decided', `request ${requestId} is ${approval.state}`);
  }
  const open = approval.steps.filter(({ state }) => state === 'waiting' || state === 'pending');
  supersede(
    core,
    requestId,
    open.map(({ id }) => id),
    'withdrawn',
  );
  return {
    ...approval,
    state: 'withdrawn',
    steps: approval.steps.map((step) => (open.includes(step) ? { ...step, state: 'void' } : step)),
  };
}
