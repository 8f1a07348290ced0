import type { Core } from '../context.ts';
import { getLead } from './find-leads.ts';

/** Somebody spoke with a lead: it is answered, and a new one is in work. Gives its name. Throws not_found. */
export async function touchLead(core: Core, leadId: string): Promise<string> {
  const { contact, status, firstResponseAt } = await getLead(core, leadId);
  core.change.update('leads', leadId, {
    lastTouchAt: core.now,
    ...(firstResponseAt ? {} : { firstResponseAt: core.now }),
    ...(status === 'new' ? { status: 'working' } : {}),
  });
  return contact;
}
