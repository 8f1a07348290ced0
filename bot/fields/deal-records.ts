import type { Core } from '../../core/context.ts';
import { searchContacts } from '../../core/customers/search-contacts.ts';
import { isPersonCalled } from '../../core/names/index.ts';
import { searchClosed } from '../../core/opportunities/find-closed.ts';
import {
  findOpportunities,
  type OpportunityLine,
  searchOpportunities,
} from '../../core/opportunities/find-opportunities.ts';
import type { Text } from '../../core/text.ts';
import { dealName, money } from '../views/format.ts';
import { asMeant, isCalled, meantFirst } from './meant.ts';
import type { Candidate, Instead, RecordKindRule } from './record-rule.ts';

const OFFERED = 5;

const OPEN_AGAIN: Text = { en: 'Open it again', zh: '重新打开' };
const ON_HIS_CARD: Text = { en: 'Note it on the contact', zh: '记在联系人上' };
const LOOK: Text = { en: 'Look at it', zh: '查看商机' };

export const DEAL = {
  name: { en: 'opportunity', zh: '商机' },
  placeholder: { en: 'opportunity or customer', zh: '商机或客户名称' },
  isOfCustomer: true,
  async label({ db }, id) {
    const found = await db.opportunity.findFirst({
      where: { id },
      select: { name: true, customer: { select: { name: true } } },
    });
    return found ? dealName({ name: found.name, customerName: found.customer.name }) : undefined;
  },
  find: findDeals,
  recent: async (core) => (await findOpportunities(core, { limit: OFFERED })).map((line) => dealOf(line, core)),
  absent: absentDeal,
  instead: insteadOfDeal,
} as const satisfies RecordKindRule;

/** Deals called so, or of a customer called so; else those of the customer at whom somebody is: 隋总嫌贵 is about his. */
async function findDeals(core: Core, mention: string): Promise<Candidate[]> {
  const deals = meantOf(await searchOpportunities(core, { mention }), core, mention);
  if (deals.some(({ isGuess }) => !isGuess)) {
    return deals;
  }
  const people = (await searchContacts(core, { mention })).filter(({ name }) => isPersonCalled(mention, name));
  const [first, ...others] = people;
  if (!first || others.some(({ customerId }) => customerId !== first.customerId)) {
    return deals;
  }
  const theirs = await searchOpportunities(core, { mention: first.customerName });
  const ofContact = theirs.map((line) => ({ ...dealOf(line, core), isGuess: true, isByContact: true }));
  return ofContact.length > 0 ? ofContact : deals;
}

/** What is looked at, corrected or opened again may be closed: that is meant where no open one is. */
export const ANY_DEAL = {
  name: DEAL.name,
  placeholder: DEAL.placeholder,
  label: DEAL.label,
  async find(core, mention) {
    const open = await DEAL.find(core, mention);
    const closed = open.some(({ isGuess }) => !isGuess) ? [] : await searchClosed(core, { mention });
    return meantFirst([...open, ...meantOf(closed, core, mention)]);
  },
  recent: DEAL.recent,
} as const satisfies RecordKindRule;

async function closedSo(core: Core, mention: string): Promise<OpportunityLine | undefined> {
  const [closed] = await searchClosed(core, { mention, limit: 1 });
  return closed && [closed.name, closed.customerName].some((name) => isCalled(mention, name)) ? closed : undefined;
}

/** Last year's deal is not written on by a name that means this year's, which nobody has put on file yet. */
async function absentDeal(core: Core, mention: string): Promise<Text | undefined> {
  const closed = await closedSo(core, mention);
  return (
    closed && {
      en: `“${closed.name}” is closed (${closed.stageName.en}). It can be opened again.`,
      zh: `“${closed.name}”已关闭（${closed.stageName.zh}），可重新打开。`,
    }
  );
}

async function insteadOfDeal(
  core: Core,
  mention: string,
  { contact, role }: Readonly<Record<string, unknown>>,
): Promise<Instead[]> {
  // What somebody decides is known of him also where there is no deal yet.
  if (typeof contact === 'string' && typeof role === 'string') {
    return [{ label: ON_HIS_CARD, command: 'contact.set', input: { customer: mention, person: contact, role } }];
  }
  const closed = await closedSo(core, mention);
  const input = { opportunity: closed?.id ?? '' };
  return closed
    ? [
        { label: LOOK, command: 'opportunity.show', input },
        { label: OPEN_AGAIN, command: 'opportunity.reopen', input },
      ]
    : [];
}

const meantOf = (lines: readonly OpportunityLine[], core: Core, mention: string): Candidate[] =>
  asMeant(mention, lines, {
    names: ({ name, customerName }) => [name, customerName, dealName({ name, customerName })],
    draw: (line) => dealOf(line, core),
  });

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
