import { z } from 'zod';
import { findGiven } from '../../core/leads/find-leads.ts';
import { press } from '../press.ts';
import { leadName } from '../views/lead.ts';
import { clockOf } from '../views/response.ts';
import { defineNotice } from './notice.ts';

/** Somebody was given several leads at once. */
export const leadsGiven = defineNotice({
  name: { en: 'several new leads', zh: '多条新线索' },
  subject: z.object({ taskIds: z.array(z.uuid()) }),
  mayWait: () => false,

  async draw(core, { taskIds }) {
    const { locale } = core.actor;
    const leads = await findGiven(core, taskIds);
    return leads.length === 0
      ? undefined
      : {
          title: { en: `New leads for you (${leads.length})`, zh: `你有 ${leads.length} 条新线索` }[locale],
          tone: 'info',
          body: [
            {
              type: 'records',
              records: leads.map((lead) => ({
                title: leadName(lead),
                detail: [lead.source?.[locale], lead.givenWhy?.[locale], clockOf(lead)?.[locale]]
                  .filter(Boolean)
                  .join(' · '),
                buttons: [press({ en: 'Open', zh: '查看' }, locale, 'lead.show', { lead: lead.id })],
              })),
            },
          ],
        };
  },
});
