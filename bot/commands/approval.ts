import { z } from 'zod';
import { decideStep } from '../../core/approvals/decide-step.ts';
import { findPendingApprovals, getApproval } from '../../core/approvals/find-approval.ts';
import { withdrawApproval } from '../../core/approvals/withdraw-approval.ts';
import { defineCommand, EVERYBODY } from '../command.ts';
import { hiddenId, noteField } from '../fields/common.ts';
import { optional } from '../fields/field.ts';
import { approvalCard, approvalsCard } from '../views/approval.ts';
import { viewer } from '../views/viewer.ts';

export const approvalList = defineCommand({
  name: 'approval.list',
  words: { en: ['approvals', 'approval list'], zh: ['审批', '待我审批', '我的审批'] },
  summary: { en: 'What waits for my approval', zh: '待我审批' },
  examples: { en: ['approvals'], zh: ['待我审批'] },
  effect: 'read',
  allow: EVERYBODY,
  input: z.strictObject({}),
  run: async (core) => ({
    kind: 'card',
    audience: 'asker',
    card: approvalsCard(await findPendingApprovals(core), viewer(core)),
  }),
});

export const approvalShow = defineCommand({
  name: 'approval.show',
  words: { en: ['approval show'], zh: ['查看审批'] },
  summary: { en: 'Show an approval', zh: '查看审批' },
  examples: { en: [], zh: [] },
  effect: 'read',
  allow: EVERYBODY,
  isInternal: true,
  input: z.strictObject({ request: hiddenId() }),
  run: async (core, { request }) => ({
    kind: 'card',
    audience: 'asker',
    card: approvalCard(await getApproval(core, request), core.actor, viewer(core)),
  }),
});

// Everybody may press: the core refuses those whose signature it is not, naming who could sign.
export const approvalApprove = defineCommand({
  name: 'approval.approve',
  words: { en: ['approval approve'], zh: ['批准审批'] },
  summary: { en: 'Approve', zh: '批准' },
  examples: { en: [], zh: [] },
  effect: 'write',
  undoable: false,
  allow: EVERYBODY,
  isInternal: true,
  input: z.strictObject({ request: hiddenId(), step: hiddenId() }),
  async run(core, { request, step }) {
    const approval = await decideStep(core, { requestId: request, stepId: step, verdict: 'approved' });
    return { kind: 'card', audience: 'asker', inPlace: true, card: approvalCard(approval, core.actor, viewer(core)) };
  },
});

export const approvalReject = defineCommand({
  name: 'approval.reject',
  words: { en: ['approval reject'], zh: ['驳回审批'] },
  summary: { en: 'Reject', zh: '驳回' },
  examples: { en: [], zh: [] },
  effect: 'write',
  undoable: false,
  allow: EVERYBODY,
  isInternal: true,
  input: z.strictObject({
    request: hiddenId(),
    step: hiddenId(),
    comment: optional(noteField({ en: 'Why', zh: '原因' })),
  }),
  async run(core, { request, step, comment }) {
    const approval = await decideStep(core, { requestId: request, stepId: step, verdict: 'rejected', comment });
    return { kind: 'card', audience: 'asker', inPlace: true, card: approvalCard(approval, core.actor, viewer(core)) };
  },
});

export const approvalWithdraw = defineCommand({
  name: 'approval.withdraw',
  words: { en: ['approval withdraw'], zh: ['撤回审批'] },
  summary: { en: 'Take a request back', zh: '撤回申请' },
  examples: { en: [], zh: [] },
  effect: 'write',
  undoable: false,
  allow: EVERYBODY,
  isInternal: true,
  input: z.strictObject({ request: hiddenId() }),
  async run(core, { request }) {
    const approval = await withdrawApproval(core, request);
    return { kind: 'card', audience: 'asker', inPlace: true, card: approvalCard(approval, core.actor, viewer(core)) };
  },
});
