import { z } from 'zod';
import { getApproval } from '../../core/approvals/find-approval.ts';
import type { Core } from '../../core/context.ts';
import type { Card } from '../cards/card.ts';
import { approvalCard } from '../views/approval.ts';
import { viewer } from '../views/viewer.ts';
import { defineNotice } from './notice.ts';

/** Somebody's signature is asked for. */
export const approval = defineNotice({
  name: { en: 'an approval asked for', zh: '审批请求' },
  subject: z.object({ requestId: z.uuid(), level: z.number() }),
  mayWait: () => false,
  postedAs: ({ requestId }) => ({ subject: 'approval', subjectId: requestId }),

  async draw(core, { requestId, level }) {
    const { steps } = await getApproval(core, requestId);
    const isOpen = steps.some((step) => step.level === level && step.state === 'pending');
    return isOpen ? drawApproval(core, requestId) : undefined;
  },
});

export async function drawApproval(core: Core, requestId: string): Promise<Card> {
  return approvalCard(await getApproval(core, requestId), core.actor, viewer(core));
}
