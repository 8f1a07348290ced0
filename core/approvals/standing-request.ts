import type { Core } from '../context.ts';

/** How often a discount was asked for on one opportunity, and the request that still waits, if any. */
export type Standing = { rounds: number; pendingId: string | null; pendingBps: number | null; openSteps: string[] };

export async function findStanding(core: Core, opportunityId: string): Promise<Standing> {
  const [standing] = await core.sql<Standing>({
    name: 'approval-standing',
    text: `SELECT (SELECT coalesce(max(round), 0) FROM approval_requests WHERE kind = 'discount' AND record_id = $1) AS rounds,
                  (SELECT id FROM approval_requests WHERE kind = 'discount' AND record_id = $1 AND state = 'pending') AS "pendingId",
                  (SELECT (terms->>'bps')::int FROM approval_requests WHERE kind = 'discount' AND record_id = $1 AND state = 'pending') AS "pendingBps",
                  (SELECT coalesce(array_agg(s.id), '{}') FROM approval_steps s JOIN approval_requests r ON r.id = s.request_id
                    WHERE r.kind = 'discount' AND r.record_id = $1 AND r.state = 'pending' AND s.state IN ('waiting', 'pending')) AS "openSteps"`,
    values: [opportunityId],
  });
  return standing ?? { rounds: 0, pendingId: null, pendingBps: null, openSteps: [] };
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
