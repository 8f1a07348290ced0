import { hasRole, ROLE_NAMES, type Role } from '../actor.ts';
import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import { newId } from '../id.ts';
import type { Text } from '../text.ts';

export type NewRequest = {
  kind: 'discount' | 'stage';
  opportunityId: string;
  round: number;
  /** What is asked, in words of its own: whoever signed reads it also when the deal is out of his sight again. */
  terms: Readonly<Record<string, string | number | null>>;
  reason?: string | undefined;
  steps: readonly { level: number; role: Role }[];
};

/** A request with its signatures in order; the first is asked for now. */
export function openRequest(core: Core, { kind, opportunityId, round, terms, reason, steps }: NewRequest): string {
  const requestId = newId();
  core.change.insert('approval_requests', {
    id: requestId,
    kind,
    entity: 'opportunity',
    recordId: opportunityId,
    round,
    requesterId: core.actor.userId,
    terms,
    reason: reason ?? null,
  });
  for (const [index, { level, role }] of steps.entries()) {
    core.change.insert('approval_steps', {
      id: newId(),
      requestId,
      level,
      role,
      state: index === 0 ? 'pending' : 'waiting',
      askedAt: index === 0 ? core.now : null,
    });
  }
  core.change.record('approval.asked', { requestId, level: steps[0]?.level ?? 1 });
  return requestId;
}

/** Throws bad_input when nobody but the one who asks holds one of the roles; `what` is asked for. */
export async function refuseWithoutSigners(core: Core, roles: readonly Role[], what: Text): Promise<void> {
  const people = await core.sql<{ roles: Role[] }>({
    name: 'approval-signers',
    text: 'SELECT roles FROM users WHERE active AND id <> $1 AND roles && $2',
    values: [core.actor.userId, [...roles]],
  });
  const empty = roles.find((role) => !people.some((person) => person.roles.includes(role)));
  if (empty) {
    const isOwn = hasRole(core.actor, [empty]);
    throw new DomainError('bad_input', `nobody can sign as ${empty}`, {
      say: {
        en: `${what.en} needs the ${ROLE_NAMES[empty].en}, and ${isOwn ? 'nobody else than you' : 'nobody'} holds that role. Ask an admin to give it to somebody (/crm admin roles).`,
        zh: `${what.zh}需要${ROLE_NAMES[empty].zh}审批，但${isOwn ? '除你之外' : ''}没有人担任该角色。请管理员先设置（/crm 管理 角色）。`,
      },
    });
  }
}
