import type { Core } from '../context.ts';

/** How often something was asked for on one opportunity, and the request that still waits, if any. */
export type Standing = {
  rounds: number;
  pendingId: string | null;
  /** Of a discount. */
  pendingBps: number | null;
  /** Of a move: to which stage. */
  pendingTo: string | null;
  pendingBy: string | null;
  /** Whole minor units of the deal when it was asked for. */
  pendingAmount: string | null;
  /** Everybody who signs, in order. */
  pendingRoles: string[];
  openSteps: string[];
};

const NONE: Standing = {
  rounds: 0,
  pendingId: null,
  pendingBps: null,
  pendingTo: null,
  pendingBy: null,
  pendingAmount: null,
  pendingRoles: [],
  openSteps: [],
};

export async function findStanding(core: Core, opportunityId: string, kind: 'discount' | 'stage'): Promise<Standing> {
  const [standing] = await core.sql<Standing>({
    name: 'approval-standing',
    text: `SELECT coalesce(max(r.round), 0) AS rounds, min(r.id::text) FILTER (WHERE r.state = 'pending') AS "pendingId",
                  min((r.terms->>'bps')::int) FILTER (WHERE r.state = 'pending') AS "pendingBps",
                  min(r.terms->>'to') FILTER (WHERE r.state = 'pending') AS "pendingTo",
                  min(r.requester_id::text) FILTER (WHERE r.state = 'pending') AS "pendingBy",
                  min(r.terms->>'amount') FILTER (WHERE r.state = 'pending') AS "pendingAmount",
                  (SELECT coalesce(array_agg(s.role ORDER BY s.level), '{}') FROM approval_steps s JOIN approval_requests x ON x.id = s.request_id
                    WHERE x.kind = $2 AND x.record_id = $1 AND x.state = 'pending') AS "pendingRoles",
                  (SELECT coalesce(array_agg(s.id), '{}') FROM approval_steps s JOIN approval_requests x ON x.id = s.request_id
                    WHERE x.kind = $2 AND x.record_id = $1 AND x.state = 'pending' AND s.state IN ('waiting', 'pending')) AS "openSteps"
             FROM approval_requests r WHERE r.kind = $2 AND r.record_id = $1`,
    values: [opportunityId, kind],
  });
  return standing ?? NONE;
}

/** Ends whatever still waits on a deal that has gone another way. */
export async function supersedeWaiting(
  core: Core,
  opportunityId: string,
  kind: 'discount' | 'stage',
): Promise<Standing> {
  const standing = await findStanding(core, opportunityId, kind);
  if (standing.pendingId) {
    supersede(core, standing.pendingId, standing.openSteps);
  }
  return standing;
}

/** Closes a request that nobody has finished deciding; its cards become void (R48). */
export function supersede(
  core: Core,
  requestId: string,
  openSteps: readonly string[],
  state: 'superseded' | 'withdrawn' = 'superseded',
): void {
  core.change.update('approval_requests', requestId, { state, closedAt: core.now }, { when: { state: 'pending' } });
  for (const id of openSteps) {
    core.change.update('approval_steps', id, { state: 'void' });
  }
  core.change.record('approval.superseded', { requestId });
}
