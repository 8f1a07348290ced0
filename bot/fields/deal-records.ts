import type { Core } from '../../core/context.ts';
import { searchClosed } from '../../core/opportunities/find-closed.ts';
import {
  findOpportunities,
  type OpportunityLine,
  searchOpportunities,
} from '../../core/opportunities/find-opportunities.ts';
import { dealName, money } from '../views/format.ts';
import type { Candidate, RecordKindRule } from './record-rule.ts';

const OFFERED = 5;

export const DEAL = {
  name: { en: 'opportunity', zh: '商机' },
  placeholder: { en: 'opportunity or customer', zh: '商机或客户名称' },
  async label({ db }, id) {
    const found = await db.opportunity.findFirst({
      where: { id },
      select: { name: true, customer: { select: { name: true } } },
    });
    return found ? dealName({ name: found.name, customerName: found.customer.name }) : undefined;
  },
  // One that is closed is meant where no open one is.
  async find(core, mention) {
    const open = await searchOpportunities(core, { mention });
    return (open.length > 0 ? open : await searchClosed(core, { mention })).map((line) => dealOf(line, core));
  },
  recent: async (core) => (await findOpportunities(core, { limit: OFFERED })).map((line) => dealOf(line, core)),
} as const satisfies RecordKindRule;

export function dealOf(
  { id, name, customerName, amount, currency, stageKind, stageName }: OpportunityLine,
  { actor }: Core,
): Candidate {
  const said = [
    dealName({ name, customerName }),
    amount === null ? '' : money(amount, currency, actor),
    stageKind === 'open' ? '' : stageName[actor.locale],
  ];
  return { id, label: said.filter(Boolean).join(' · ') };
}
