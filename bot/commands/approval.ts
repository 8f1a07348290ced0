import { z } from 'zod';
import { decideStep, getOpenStep } from '../../core/approvals/decide-step.ts';
import { findPendingApprovals, getApproval } from '../../core/approvals/find-approval.ts';
import { findOwnRequests } from '../../core/approvals/find-own-requests.ts';
import { withdrawApproval } from '../../core/approvals/withdraw-approval.ts';
import { defineCommand, EVERYBODY } from '../command.ts';
import { toForm } from '../derive/form.ts';
import { hiddenFlag, hiddenId, noteField, recordField } from '../fields/common.ts';
import { optional } from '../fields/field.ts';
import { drawList, listField } from '../lists.ts';
import { approvalCard, approvalLine, approvalsCard, ownRequestsCard, turnDownCard } from '../views/approval.ts';
import { viewer } from '../views/viewer.ts';

const approvalList = defineCommand({
  name: 'approval.list',
  words: { en: ['approvals', 'approval list'], zh: ['审批', '待我审批', '我的审批', '审批列表'] },
  summary: { en: 'What waits for my approval', zh: '待我审批' },
  examples: { en: ['approvals'], zh: ['待我审批'] },
  effect: 'read',
  allow: EVERYBODY,
  input: z.strictObject({}),
  run: async (core) => ({
    kind: 'card',
    card: approvalsCard(await findPendingApprovals(core), viewer(core)),
  }),
});

const approvalMine = defineCommand({
  name: 'approval.mine',
  words: { en: ['requests', 'my requests'], zh: ['我的申请', '申请进度'] },
  summary: { en: 'How my requests stand', zh: '我的申请进度' },
  examples: { en: ['my requests', 'requests --customer Acme'], zh: ['我的申请', '我的申请 --客户 华星电子'] },
  effect: 'read',
  allow: EVERYBODY,
  input: z.strictObject({ customer: optional(recordField('customer', { en: 'Customer', zh: '客户' })) }),
  async run(core, { customer }) {
    const own = await findOwnRequests(core, { customerIds: customer ? [customer] : undefined });
    const [only, another] = own;
    const card = only && !another ? approvalCard(only, core.actor, viewer(core)) : ownRequestsCard(own, viewer(core));
    return { kind: 'card', card };
  },
});

const approvalShow = defineCommand({
  name: 'approval.show',
  words: { en: ['approval show'], zh: ['查看审批'] },
  summary: { en: 'Show an approval', zh: '查看审批' },
  examples: { en: [], zh: [] },
  effect: 'read',
  allow: EVERYBODY,
  isInternal: true,
  input: z.strictObject({ request: hiddenId(), here: optional(hiddenFlag()) }),
  run: async (core, { request, here = false }) => ({
    kind: 'card',
    inPlace: here,
    card: approvalCard(await getApproval(core, request), core.actor, viewer(core)),
  }),
});

const approvalTurnDown = defineCommand({
  name: 'approval.turnDown',
  words: { en: ['reject'], zh: ['驳回', '拒绝'] },
  summary: { en: 'Reject what waits for me', zh: '驳回待我审批的申请' },
  examples: { en: ['reject'], zh: ['驳回'] },
  effect: 'read',
  allow: EVERYBODY,
  input: z.strictObject({}),
  async run(core) {
    const waiting = await findPendingApprovals(core);
    const [only, another] = waiting;
    const step = only?.steps.find(({ state }) => state === 'pending');
    if (!only || !step || another) {
      return { kind: 'card', card: turnDownCard(waiting, viewer(core)) };
    }
    const form = toForm(approvalReject, core.actor.locale, { known: { request: only.id, step: step.id } });
    return {
      kind: 'form',
      card: { ...form, body: [{ type: 'text', text: approvalLine(only, core.actor.locale) }, ...form.body] },
    };
  },
});

// Everybody may press: the core refuses those whose signature it is not, naming who could sign.
const approvalApprove = defineCommand({
  name: 'approval.approve',
  words: { en: ['approval approve'], zh: ['批准审批'] },
  summary: { en: 'Approve', zh: '批准' },
  examples: { en: [], zh: [] },
  effect: 'write',
  undoable: false,
  allow: EVERYBODY,
  isInternal: true,
  input: z.strictObject({ request: hiddenId(), step: hiddenId(), list: listField() }),
  async run(core, { request, step, list }) {
    const approval = await decideStep(core, { requestId: request, stepId: step, verdict: 'approved' });
    const done = { en: `Approved: ${approvalLine(approval, 'en')}`, zh: `已批准：${approvalLine(approval, 'zh')}` };
    const card = list ? await drawList(core, list, done) : approvalCard(approval, core.actor, viewer(core));
    return { kind: 'card', inPlace: true, card };
  },
});

const approvalReject = defineCommand({
  name: 'approval.reject',
  words: { en: ['approval reject'], zh: ['驳回审批'] },
  summary: { en: 'Reject the request', zh: '驳回申请' },
  submit: { en: 'Reject', zh: '驳回' },
  examples: { en: [], zh: [] },
  effect: 'write',
  undoable: false,
  allow: EVERYBODY,
  isInternal: true,
  asksWhenEmpty: true,
  input: z.strictObject({
    request: hiddenId(),
    step: hiddenId(),
    comment: optional(
      noteField(
        { en: 'Why', zh: '驳回原因' },
        { example: { en: 'Optional: the one who asked reads it', zh: '可不填，申请人会看到' } },
      ),
    ),
    list: listField(),
  }),
  async prefill(core, { request, step }) {
    await getOpenStep(core, { requestId: String(request), stepId: String(step) });
    return {};
  },
  async run(core, { request, step, comment, list }) {
    const approval = await decideStep(core, { requestId: request, stepId: step, verdict: 'rejected', comment });
    const done = { en: `Rejected: ${approvalLine(approval, 'en')}`, zh: `已驳回：${approvalLine(approval, 'zh')}` };
    const card = list ? await drawList(core, list, done) : approvalCard(approval, core.actor, viewer(core));
    return { kind: 'card', inPlace: true, card };
  },
});

const approvalWithdraw = defineCommand({
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
    const standing = await getApproval(core, request);
    // A press on a card that has been overtaken shows how it ended.
    const approval = standing.state === 'pending' ? await withdrawApproval(core, request) : standing;
    return { kind: 'card', inPlace: true, card: approvalCard(approval, core.actor, viewer(core)) };
  },
});

/** In the order help shows them. */
export const approvals = [
  approvalList,
  approvalMine,
  approvalShow,
  approvalTurnDown,
  approvalApprove,
  approvalReject,
  approvalWithdraw,
] as const;
