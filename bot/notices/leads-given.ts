import { z } from 'zod';
import { findGiven, type LeadLine } from '../../core/leads/find-leads.ts';
import { findPlanned } from '../../core/leads/pass-tasks.ts';
import type { Locale } from '../../core/text.ts';
import { press } from '../press.ts';
import { leadName } from '../views/lead.ts';
import { plannedText, TAKEN_OVER } from '../views/planned.ts';
import { clockOf } from '../views/response.ts';
import { viewer } from '../views/viewer.ts';
import { defineNotice } from './notice.ts';

const labelled = (label: string, said: readonly string[], locale: Locale): string[] =>
  said.length === 0 ? [] : [label + { en: ': ', zh: '：' }[locale] + said.join({ en: '; ', zh: '；' }[locale])];

/** Somebody was given several leads at once. */
export const leadsGiven = defineNotice({
  name: { en: 'several new leads', zh: '多条新线索' },
  subject: z.object({ taskIds: z.array(z.uuid()) }),
  mayWait: () => false,

  async draw(core, { taskIds }) {
    const { locale } = core.actor;
    const leads = await findGiven(core, taskIds);
    const planned = await findPlanned(
      core,
      leads.map(({ id: leadId }) => ({ leadId, ownerId: core.actor.userId })),
    );
    const alongWith = (lead: LeadLine) =>
      planned.filter(({ leadId }) => leadId === lead.id).map((task) => plannedText(task, viewer(core)));
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
                detail: [
                  lead.source?.[locale],
                  lead.givenWhy?.[locale],
                  clockOf(lead)?.[locale],
                  ...labelled(TAKEN_OVER[locale], alongWith(lead), locale),
                ]
                  .filter(Boolean)
                  .join(' · '),
                buttons: [press({ en: 'Open', zh: '查看' }, locale, 'lead.show', { lead: lead.id })],
              })),
            },
          ],
        };
  },
});
