import type { Core } from '../context.ts';
import { closeLeadTasks } from './close-lead-tasks.ts';
import { getLead, type LeadDetail } from './find-leads.ts';

/**
 * Somebody spoke with a lead: it is answered, its first call is done, and a new one is in work. Of one that has become a
 * customer meanwhile nothing is touched: what was said is the customer's. Throws not_found.
 */
export async function touchLead(
  core: Core,
  leadId: string,
): Promise<Pick<LeadDetail, 'contact' | 'customerId' | 'calls'>> {
  const { contact, status, firstResponseAt, customerId, calls, version } = await getLead(core, leadId);
  if (customerId) {
    return { contact, customerId, calls };
  }
  core.change.update(
    'leads',
    leadId,
    {
      lastTouchAt: core.now,
      ...(firstResponseAt ? {} : { firstResponseAt: core.now }),
      ...(status === 'new' ? { status: 'working' } : {}),
    },
    { version },
  );
  if (!firstResponseAt) {
    await closeLeadTasks(core, { leadId, until: core.today });
  }
  return { contact, customerId: null, calls };
}
