import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import { CONDITION_NAMES } from '../opportunities/condition.ts';
import { judgeMove } from '../opportunities/judge-move.ts';
import { findMove, moveDeal } from '../opportunities/move-deal.ts';
import { COMMA } from '../text.ts';
import type { Approval } from './approval.ts';

/** Does what the last signature allows, in its transaction. Throws where a move's stage wants something else by now. */
export async function carryOut(core: Core, approval: Approval): Promise<void> {
  const { id, version } = approval.opportunity;
  if (approval.kind === 'discount') {
    core.change.update('opportunities', id, { discountBps: approval.bps }, version === null ? {} : { version });
    return;
  }
  const move = await findMove(core, id, approval.to);
  const judgement = judgeMove(move);
  if (judgement.kind === 'refused') {
    throw new DomainError('bad_transition', `${id} to ${approval.to}`, { say: judgement.say });
  }
  if (judgement.kind === 'missing') {
    const names = (language: 'zh' | 'en') =>
      judgement.missing.map((each) => CONDITION_NAMES[each][language]).join(COMMA[language]);
    throw new DomainError('conflict', `${id} misses ${judgement.missing.join()}`, {
      say: {
        en: `By now something is missing for this stage: ${names('en')}. ${approval.requesterName} has to add it first.`,
        zh: `目前还缺：${names('zh')}，请${approval.requesterName}先补齐。`,
      },
    });
  }
  if (
    judgement.kind === 'unsigned' &&
    judgement.signers.some((role) => !approval.steps.some((step) => step.role === role))
  ) {
    throw new DomainError('conflict', `${approval.to} wants ${judgement.signers.join()}`, {
      say: {
        en: 'The stage asks for other signatures by now. It has to be asked for again.',
        zh: '该阶段的审批要求已变更，请由申请人重新申请。',
      },
    });
  }
  await moveDeal(core, move, { lostReason: approval.lostReason, askedBy: approval.requesterId });
}
