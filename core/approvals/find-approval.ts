import type { Role } from '../actor.ts';
import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import type { Approval, ApprovalStep, RequestState, StepState, Wish } from './approval.ts';

type StepRow = Omit<ApprovalStep, 'askedAt' | 'decidedAt' | 'state' | 'role'> & {
  role: Role;
  state: StepState;
  askedAt: string | null;
  decidedAt: string | null;
};

type Row = {
  id: string;
  state: RequestState;
  round: number;
  requesterId: string;
  requesterName: string;
  reason: string | null;
  kind: Wish['kind'];
  bps: number | null;
  move: Omit<Extract<Wish, { kind: 'stage' }>, 'kind'>;
  opportunityId: string;
  opportunityName: string | null;
  opportunityVersion: number | null;
  isAsAsked: boolean;
  customerName: string | null;
  amount: bigint | null;
  currency: string;
  createdAt: Date;
  version: number;
  steps: StepRow[];
};

const REQUEST = `SELECT r.id, r.state, r.round, r.requester_id AS "requesterId", q.name AS "requesterName", r.reason, r.kind, (r.terms->>'bps')::int AS bps,
    json_build_object('from', r.terms->>'from', 'to', r.terms->>'to', 'lostReason', r.terms->>'lostReason',
      'fromName', json_build_object('zh', r.terms->>'fromZh', 'en', r.terms->>'fromEn'),
      'toName', json_build_object('zh', r.terms->>'toZh', 'en', r.terms->>'toEn')) AS move,
    r.record_id AS "opportunityId", coalesce(o.name, r.terms->>'opportunity') AS "opportunityName", o.version AS "opportunityVersion",
    coalesce(c.name, r.terms->>'customer') AS "customerName",
    coalesce(g.kind = 'open' AND (r.kind <> 'stage' OR r.terms->>'from' = o.stage_key) AND ('amount' = ANY (o.unseen) OR o.amount IS NOT DISTINCT FROM (r.terms->>'amount')::bigint), false) AS "isAsAsked",
    CASE WHEN 'amount' = ANY (o.unseen) THEN NULL ELSE (r.terms->>'amount')::bigint END AS amount,
    r.terms->>'currency' AS currency, r.created_at AS "createdAt", r.version,
    (SELECT json_agg(json_build_object('id', s.id, 'level', s.level, 'role', s.role, 'state', s.state, 'askedAt', s.asked_at,
        'decidedById', s.decided_by, 'decidedByName', d.name, 'decidedAt', s.decided_at, 'comment', s.comment,
        'approvers', (SELECT coalesce(json_agg(json_build_object('id', a.id, 'name', a.name) ORDER BY a.name), '[]')
           FROM users a WHERE s.role = ANY (a.roles) AND a.active AND a.id <> r.requester_id)) ORDER BY s.level)
       FROM approval_steps s LEFT JOIN users d ON d.id = s.decided_by WHERE s.request_id = r.id) AS steps
  FROM approval_requests r JOIN users q ON q.id = r.requester_id LEFT JOIN seen.opportunities o ON o.id = r.record_id
  LEFT JOIN stages g ON g.key = o.stage_key LEFT JOIN seen.customers c ON c.id = o.customer_id`;

/** Throws not_found for a request the actor may not see. Its opportunity may be out of his sight by then. */
export async function getApproval(core: Core, requestId: string): Promise<Approval> {
  const [row] = await core.sql<Row>({ name: 'approval', text: `${REQUEST} WHERE r.id = $1`, values: [requestId] });
  if (!row) {
    throw new DomainError('not_found', `approval ${requestId}`);
  }
  return toApproval(row);
}

/** What waits for the actor's signature, the oldest first. */
export async function findPendingApprovals(core: Core, { limit = 10 }: { limit?: number } = {}): Promise<Approval[]> {
  const rows = await core.sql<Row>({
    name: 'approvals-pending',
    text: `${REQUEST} WHERE r.state = 'pending' AND r.requester_id <> $1
             AND EXISTS (SELECT FROM approval_steps p WHERE p.request_id = r.id AND p.state = 'pending' AND p.role = ANY ($2))
           ORDER BY r.created_at LIMIT $3`,
    values: [core.actor.userId, [...core.actor.roles], limit],
  });
  return rows.map(toApproval);
}

function toApproval({
  opportunityId,
  opportunityName,
  opportunityVersion,
  isAsAsked,
  customerName,
  amount,
  currency,
  steps,
  kind,
  bps,
  move,
  ...row
}: Row): Approval {
  return {
    ...row,
    ...(kind === 'stage' ? { kind, ...move } : { kind, bps: bps ?? 0 }),
    opportunity: {
      id: opportunityId,
      name: opportunityName ?? '—',
      customerName: customerName ?? '—',
      amount,
      currency,
      version: opportunityVersion,
      isAsAsked,
    },
    steps: steps.map((step) => ({ ...step, askedAt: toDate(step.askedAt), decidedAt: toDate(step.decidedAt) })),
  };
}

function toDate(value: string | null): Date | null {
  return value === null ? null : new Date(value);
}
