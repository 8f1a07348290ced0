import { z } from 'zod';
import { getLead } from '../../core/leads/find-leads.ts';
import { findPlanned } from '../../core/leads/pass-tasks.ts';
import type { Text } from '../../core/text.ts';
import { factsOf } from '../views/facts.ts';
import { givenFacts } from '../views/lead-given.ts';
import { plannedFact, TAKEN_OVER } from '../views/planned.ts';
import { viewer } from '../views/viewer.ts';
import { defineNotice } from './notice.ts';

const TITLE: Text = { en: 'A new lead for you', zh: '你有一条新线索' };
const CONTACT: Text = { en: 'Contact', zh: '联系人' };
const COMPANY: Text = { en: 'Company', zh: '公司' };
const SOURCE: Text = { en: 'Source', zh: '来源' };
const SHOW: Text = { en: 'Open it', zh: '查看' };

/** Somebody was given a lead. */
export const leadGiven = defineNotice({
  name: { en: 'a new lead', zh: '新线索' },
  subject: z.object({ leadId: z.uuid() }),
  mayWait: () => false,

  async draw(core, { leadId }) {
    const { locale, userId } = core.actor;
    const lead = await getLead(core, leadId);
    const { contact, company, source, ownerId } = lead;
    if (ownerId !== userId) {
      return undefined;
    }
    const planned = await findPlanned(core, [{ leadId, ownerId: userId }]);
    const facts = [
      { label: CONTACT[locale], value: contact },
      ...(company ? [{ label: COMPANY[locale], value: company }] : []),
      ...(source ? [{ label: SOURCE[locale], value: source[locale] }] : []),
      ...givenFacts(lead, viewer(core)),
      ...factsOf([plannedFact(TAKEN_OVER, planned, viewer(core))], locale),
    ];
    const show = { label: SHOW[locale], command: 'lead.show', input: { lead: leadId }, style: 'primary' as const };
    return {
      title: TITLE[locale],
      tone: 'info',
      about: { entity: 'lead', recordId: leadId },
      body: [
        { type: 'facts', facts },
        { type: 'actions', buttons: [show] },
      ],
    };
  },
});
