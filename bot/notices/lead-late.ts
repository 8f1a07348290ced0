import { z } from 'zod';
import { getLead } from '../../core/leads/find-leads.ts';
import { press } from '../press.ts';
import { leadName } from '../views/lead.ts';
import { clockOf } from '../views/response.ts';
import { defineNotice } from './notice.ts';

/** Nobody has answered a lead in time: said to its owner, then to whoever leads him. */
export const leadLate = defineNotice({
  name: { en: 'a lead that waits for an answer', zh: '线索响应超时提醒' },
  subject: z.object({ leadId: z.uuid() }),
  mayWait: () => true,

  async draw(core, { leadId }) {
    const { locale, userId } = core.actor;
    const lead = await getLead(core, leadId);
    const clock = clockOf(lead);
    if (!clock || lead.minutesLeft === null || lead.minutesLeft >= 0) {
      return undefined; // answered, or with somebody else since
    }
    const name = leadName(lead);
    const owner = lead.ownerId === userId ? '' : (lead.ownerName ?? '');
    const buttons = [
      press({ en: 'Open it', zh: '查看' }, locale, 'lead.show', { lead: leadId }, { style: 'primary' }),
      ...(owner ? [press({ en: 'Give to…', zh: '分配' }, locale, 'lead.assign', { lead: leadId })] : []),
    ];
    return {
      title: { en: `Waits for an answer: ${name}`, zh: `线索待响应：${name}` }[locale],
      tone: 'warning',
      about: { entity: 'lead', recordId: leadId },
      body: [
        { type: 'text', text: [clock[locale], owner].filter(Boolean).join(' · ') },
        { type: 'actions', buttons },
      ],
    };
  },
});
