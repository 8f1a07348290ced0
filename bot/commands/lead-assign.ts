import { z } from 'zod';
import { getLead, type LeadLine } from '../../core/leads/find-leads.ts';
import { giveLead } from '../../core/leads/give-lead.ts';
import { giveSeveral } from '../../core/leads/give-several.ts';
import { isOpen } from '../../core/leads/lead.ts';
import { defineCommand, SELLERS } from '../command.ts';
import { choiceField, drawnField, holderField, leadsField, recordField } from '../fields/common.ts';
import { optional } from '../fields/field.ts';
import { type Holding, holderOf, refuseGivenMeanwhile, refuseLeadsGivenMeanwhile } from '../given-meanwhile.ts';
import { leadGivenCard, leadsGivenCard } from '../views/lead-given.ts';
import { viewer } from '../views/viewer.ts';
import { LEAD } from './lead.ts';

const byField = () =>
  optional(choiceField(['rule'], { rule: { en: 'by rule', zh: '按规则' } }, { en: 'By', zh: '方式' }));
const WHOM = { owner: { en: 'Choose who, or “by rule”.', zh: '请选择负责人，或选择“按规则”。' } };

const holdingOf = ({ id, contact, ownerId, ownerName }: LeadLine): Holding => ({
  id,
  name: contact,
  ownerId,
  ownerName,
});

export const leadAssign = defineCommand({
  name: 'lead.assign',
  words: { en: ['lead assign', 'assign'], zh: ['分配线索', '线索 分配', '转交线索'] },
  summary: { en: 'Give a lead to somebody, or by rule', zh: '分配线索给同事，或按规则分配' },
  submit: { en: 'Give it', zh: '分配' },
  examples: {
    en: ['assign Mary Jim', 'assign Mary --by rule'],
    zh: ['分配线索 王建国 李雷', '分配线索 王建国 --方式 按规则'],
  },
  effect: 'write',
  allow: [...SELLERS, 'marketing'],
  input: z.strictObject({
    lead: recordField('lead', LEAD, { positional: true }),
    owner: optional(recordField('person', { en: 'Owner', zh: '负责人' }, { positional: true })),
    by: byField(),
    holder: holderField(),
  }),
  stands: { record: 'lead', read: async (core, id) => ({ holder: holderOf(await getLead(core, id)) }) },
  async wants(_core, { owner, by }) {
    return owner || by ? {} : WHOM;
  },
  async run(core, { lead: leadId, owner, by, holder }) {
    const lead = holder === undefined ? undefined : await getLead(core, leadId);
    if (lead && isOpen(lead.status)) {
      const input = { lead: leadId, ...(owner ? { owner } : {}), ...(by ? { by } : {}) };
      await refuseGivenMeanwhile(core, 'lead', {
        held: holdingOf(lead),
        holder,
        owner,
        again: { command: 'lead.assign', input, via: 'form' },
        leave: { command: 'lead.show', input: { lead: leadId }, via: 'button' },
      });
    }
    const planned = await giveLead(core, { leadId, ownerId: by === 'rule' ? undefined : owner });
    await core.flush();
    return { kind: 'card', card: leadGivenCard(await getLead(core, leadId), planned, viewer(core)) };
  },
});

export const leadAssignSeveral = defineCommand({
  name: 'lead.assign-several',
  words: { en: ['assign several', 'lead assign several'], zh: ['批量分配', '批量分配线索'] },
  summary: { en: 'Give several leads at once', zh: '批量分配线索' },
  submit: { en: 'Give them', zh: '分配' },
  examples: {
    en: ['assign several "Mary, John" Jim', 'assign several "Mary, John" --by rule'],
    zh: ['批量分配 王建国、孙小美 李雷', '批量分配 王建国、孙小美 --方式 按规则'],
  },
  effect: 'write',
  allow: [...SELLERS, 'marketing'],
  input: z.strictObject({
    leads: leadsField({ en: 'Leads', zh: '线索' }, { positional: true }),
    owner: optional(recordField('person', { en: 'Owner', zh: '负责人' }, { positional: true })),
    by: byField(),
    drawn: drawnField(),
  }),
  stands: { moment: 'drawn' },
  async wants(_core, { owner, by }) {
    return owner || by ? {} : WHOM;
  },
  async run(core, { leads, owner, by, drawn }) {
    const leadIds = leads.split(',');
    await refuseLeadsGivenMeanwhile(core, {
      leadIds,
      owner,
      drawn,
      again: (input) => ({
        command: 'lead.assign-several',
        input: { ...(owner ? { owner } : {}), ...(by ? { by } : {}), ...input },
        via: 'form',
      }),
      leave: { command: 'lead.list', input: {}, via: 'button' },
    });
    const given = await giveSeveral(core, { leadIds, ownerId: by === 'rule' ? undefined : owner });
    return { kind: 'card', card: leadsGivenCard(given, viewer(core)) };
  },
});
