import type { Approval } from '../approvals/approval.ts';
import { findPendingApprovals } from '../approvals/find-approval.ts';
import type { Core } from '../context.ts';
import { findLeads, type LeadLine } from '../leads/find-leads.ts';
import { findTasks, type TaskLine } from '../tasks/find-tasks.ts';

export type Today = { overdue: TaskLine[]; due: TaskLine[]; leads: LeadLine[]; approvals: Approval[] };

/** The actor's day: what is overdue, what is due, leads nobody has answered, what waits for his signature. */
export async function getToday(core: Core): Promise<Today> {
  const [tasks, leads, approvals] = await Promise.all([
    findTasks(core, { until: core.today }),
    findLeads(core, { limit: 5 }),
    findPendingApprovals(core, { limit: 5 }),
  ]);
  return {
    overdue: tasks.filter(({ dueOn }) => dueOn !== null && dueOn < core.today),
    due: tasks.filter(({ dueOn }) => dueOn === core.today),
    leads: leads.filter(({ status }) => status === 'new'),
    approvals,
  };
}
