import { z } from 'zod';
import { getLead } from '../../core/leads/find-leads.ts';
import type { Text } from '../../core/text.ts';
import { leadName } from '../views/lead.ts';
import { defineNotice } from './notice.ts';

const SHOW: Text = { en: 'Open it', zh: '查看' };

/** Somebody's lead asked again; said until it is answered. */
export const leadEnquired = defineNotice({
  name: { en: 'a lead asked again', zh: '线索再次咨询' },
  subject: z.object({ leadId: z.uuid() }),
  mayWait: () => false,

  async draw(core, { leadId }) {
    const { locale, userId } = core.actor;
    const lead = await getLead(core, leadId);
    const [enquiry] = lead.enquiries;
    if (lead.ownerId !== userId || !lead.hasEnquiry || !enquiry) {
      return undefined;
    }
    const name = leadName(lead);
    return {
      title: { en: `Asked again: ${name}`, zh: `线索再次咨询：${name}` }[locale],
      tone: 'info',
      body: [
        ...(enquiry.note ? [{ type: 'text' as const, text: enquiry.note }] : []),
        {
          type: 'actions',
          buttons: [{ label: SHOW[locale], command: 'lead.show', input: { lead: leadId }, style: 'primary' as const }],
        },
      ],
    };
  },
});
