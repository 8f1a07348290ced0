import type { Core } from '../context.ts';
import { closeLeadTasks } from './close-lead-tasks.ts';
import { getLead } from './find-leads.ts';

/** Somebody spoke with a lead: it is answered, its first call is done, and a new one is in work. Gives its name. Throws not_found. */
export async function touchLead(core: Core, leadId: string): Promise<string> {
  const { contact, status, firstResponseAt } = await getLead(core, leadId);
  core.change.update('leads', leadId, {
    lastTouchAt: core.now,
    ...(firstResponseAt ? {} : { firstResponseAt: core.now }),
    ...(status === 'new' ? { status: 'working' } : {}),
  });
  if (!firstResponseAt) {
    await closeLeadTasks(core, { leadId, until: core.today });
  }
  return contact;
}
