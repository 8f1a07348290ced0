import { z } from 'zod';
import { findLastChanges } from '../../core/changes/last-changes.ts';
import type { Core } from '../../core/context.ts';
import { getLead } from '../../core/leads/find-leads.ts';
import { giveLead } from '../../core/leads/give-lead.ts';
import { giveSeveral } from '../../core/leads/give-several.ts';
import { isOpen } from '../../core/leads/lead.ts';
import { offerInstead } from '../ask-back.ts';
import { defineCommand, SELLERS } from '../command.ts';
import { choiceField, leadsField, recordField } from '../fields/common.ts';
import { field, optional } from '../fields/field.ts';
import type { Invocation } from '../invocation.ts';
import { givenMeanwhileCard, leadGivenCard, leadsGivenCard } from '../views/lead-given.ts';
import { viewer } from '../views/viewer.ts';
import { LEAD } from './lead.ts';

const byField = () =>
  optional(choiceField(['rule'], { rule: { en: 'by rule', zh: '按规则' } }, { en: 'By', zh: '方式' }));
const WHOM = { owner: { en: 'Choose who, or “by rule”.', zh: '请选择负责人，或选择“按规则”。' } };

const ANYWAY = { en: 'Give it all the same', zh: '仍然分配' };
const LEAVE = { en: 'Leave it', zh: '不再分配' };

const holderOf = ({ ownerId }: { ownerId: string | null }) => ownerId ?? 'nobody';

type Asked = { leadId: string; owner: string | undefined; by: 'rule' | undefined; holder: string };

/** Somebody else has given it away while the form stood open: who has it now is said, and nothing is done. */
async function refuseGivenMeanwhile(core: Core, { leadId, owner, by, holder }: Asked): Promise<void> {
  const lead = await getLead(core, leadId);
  if (!isOpen(lead.status) || holderOf(lead) === holder || lead.ownerId === owner) {
    return;
  }
  const [last] = await findLastChanges(core, { table: 'leads', id: leadId, fields: ['ownerId'] });
  const show: Invocation = { command: 'lead.show', input: { lead: leadId }, via: 'button' };
  const input = { lead: leadId, ...(owner ? { owner } : {}), ...(by ? { by } : {}), holder: holderOf(lead) };
  throw offerInstead(
    [
      { label: ANYWAY, invocations: [{ command: 'lead.assign', input, via: 'form' }] },
      { label: LEAVE, invocations: [show] },
    ],
    (buttons, asking) => givenMeanwhileCard(lead, last, buttons, viewer(asking)),
  );
}

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
    holder: optional(
      field(z.string().max(40), { kind: 'text', label: { en: 'held by', zh: '原负责人' }, hidden: true }),
    ),
  }),
  stands: { record: 'lead', read: async (core, id) => ({ holder: holderOf(await getLead(core, id)) }) },
  async wants(_core, { owner, by }) {
    return owner || by ? {} : WHOM;
  },
  async run(core, { lead: leadId, owner, by, holder }) {
    if (holder !== undefined) {
      await refuseGivenMeanwhile(core, { leadId, owner, by, holder });
    }
    await giveLead(core, { leadId, ownerId: by === 'rule' ? undefined : owner });
    await core.flush();
    return { kind: 'card', card: leadGivenCard(await getLead(core, leadId), viewer(core)) };
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
  }),
  async wants(_core, { owner, by }) {
    return owner || by ? {} : WHOM;
  },
  async run(core, { leads, owner, by }) {
    const given = await giveSeveral(core, { leadIds: leads.split(','), ownerId: by === 'rule' ? undefined : owner });
    return { kind: 'card', card: leadsGivenCard(given, viewer(core)) };
  },
});
