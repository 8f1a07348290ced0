import type { Core } from '../context.ts';
import { isFirstCallTo } from '../leads/close-lead-tasks.ts';

/** What was the actor's for a while, by what it is called. */
export type Withdrawn = {
  entity: 'customers' | 'opportunities' | 'leads' | 'tasks' | 'service_tickets';
  name: string;
  /** Whom a task is about, where that lead was given along with it. */
  contact: string | null;
};

/** What he was given in this change and has no more since it was taken back; the first call to a lead goes with it unsaid. */
export async function findWithdrawn(core: Core, changeId: string): Promise<Withdrawn[]> {
  const found = await core.sql<Withdrawn>({
    name: 'work-withdrawn',
    text: 'SELECT entity, name, contact FROM parley_work_withdrawn($1)',
    values: [changeId],
  });
  return found.filter(({ name, contact }) => !isFirstCallTo(contact, name));
}
