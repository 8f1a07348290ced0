import type { Core } from '../../core/context.ts';
import { companyKey } from '../../core/customers/customer.ts';
import { type CustomerHit, findCustomers } from '../../core/customers/find-customers.ts';
import { findRecentCustomers } from '../../core/customers/find-recent-customers.ts';
import { isId } from '../../core/id.ts';
import { findLeads, type LeadLine, searchLeads } from '../../core/leads/find-leads.ts';
import { findOutcomes } from '../../core/leads/find-outcomes.ts';
import { findSources } from '../../core/leads/find-sources.ts';
import { SEVERAL } from '../../core/leads/give-several.ts';
import { isOtherSource, otherSource, readSource } from '../../core/leads/source-choice.ts';
import { foldWords, isHan } from '../../core/names/index.ts';
import { matchOwn, type OwnWord } from '../../core/names/own-words.ts';
import { findRecycleReasons } from '../../core/pool/recycle-reasons.ts';
import { findTags, findUsualTags, tagKey } from '../../core/tags/find-tags.ts';
import { getParty } from '../../core/tags/party.ts';
import { lateInstead, lateLeads, noneLate, togetherAs } from './late-leads.ts';
import { asMeant, meantFirst, onlyMeant } from './meant.ts';
import type { Candidate, RecordKindRule } from './record-rule.ts';

const OFFERED = 5;

function leadOf({ id, contact, company }: LeadLine): Candidate {
  return { id, label: company ? `${contact} · ${company}` : contact };
}

export const customerOf = ({ id, name, isGuess }: CustomerHit): Candidate => ({
  id,
  label: name,
  ...(isGuess ? { isGuess } : {}),
});

const fits = (name: string, mention: string) => name.toLowerCase().includes(mention.toLowerCase());

/** Whoever names a company that is a customer means the customer, not somebody who has asked there and is taken care of. */
function isOfCustomer(lead: LeadLine, customers: readonly { name: string }[], mention: string): boolean {
  const key = companyKey(lead.company ?? '');
  return (
    lead.ownerId !== null && !fits(lead.contact, mention) && customers.some(({ name }) => companyKey(name) === key)
  );
}

const wordsOf = ({ contact, company }: LeadLine) => foldWords(`${contact} ${company ?? ''}`);

/** Leads whose person or company is called so; else those of whose name the first word was said: Gareth Lyle for Gareth Jones. */
async function leadsNamed(core: Core, mention: string): Promise<LeadLine[]> {
  const found = await searchLeads(core, { words: mention });
  const [first = '', ...others] = foldWords(mention);
  if (found.length > 0 || isHan(mention) || others.length === 0) {
    return found;
  }
  return (await searchLeads(core, { words: first })).filter((lead) => wordsOf(lead).includes(first));
}

/** Half a word is nobody's name: Lee is not Leeds. */
export async function findLeadsMeant(core: Core, mention: string): Promise<Candidate[]> {
  return leadsMeant(mention, await leadsNamed(core, mention));
}

function leadsMeant(mention: string, leads: readonly LeadLine[]): Candidate[] {
  const isWhole = (lead: LeadLine) => foldWords(mention).every((word) => wordsOf(lead).includes(word));
  return asMeant(mention, leads, {
    names: (lead) => (isHan(mention) || isWhole(lead) ? [`${lead.contact} ${lead.company ?? ''}`] : []),
    draw: leadOf,
  });
}

/** What the leads' commands choose from. */
export const LEAD_RECORDS = {
  lead: {
    name: { en: 'lead', zh: '线索' },
    placeholder: { en: 'lead', zh: '线索' },
    async label({ db }, id) {
      const found = await db.lead.findFirst({ where: { id }, select: { contactName: true, company: true } });
      return found ? [found.contactName, found.company].filter(Boolean).join(' · ') : undefined;
    },
    find: findLeadsMeant,
    recent: async (core) => (await findLeads(core, { limit: OFFERED })).map(leadOf),
  },
  leads: {
    name: { en: 'leads', zh: '线索' },
    placeholder: { en: 'Mary, John', zh: '王建国、李明' },
    /** All of them are one choice, or none: a name that is not clear is asked about with the whole list. */
    async find(core, mention) {
      const ofSource = (await lateLeads(core, mention)) ?? (await leadsOfSource(core, mention));
      if (ofSource) {
        return ofSource;
      }
      const said = mention.split(/\s*[,，、;；]\s*/u).filter(Boolean);
      const found = await Promise.all(
        said.map(async (each) => (isId(each) ? [{ id: each, label: each }] : findLeadsMeant(core, each))),
      );
      const meant = found.flatMap((each) => onlyMeant(each) ?? []);
      return said.length > 0 && meant.length === said.length
        ? [{ id: meant.map(({ id }) => id).join(','), label: meant.map(({ label }) => label).join('、') }]
        : [];
    },
    options: async (core, mention = '') =>
      (await lateInstead(core, mention)) ?? (await findLeads(core, { which: 'all', limit: SEVERAL })).map(leadOf),
    absent: noneLate,
  },
  party: {
    name: { en: 'customer or lead', zh: '客户或线索' },
    placeholder: { en: 'customer or lead', zh: '客户或线索名称' },
    label: async (core, id) => (await getParty(core, id)).name,
    async find(core, mention) {
      const [customers, leads] = await Promise.all([findCustomers(core, { mention }), leadsNamed(core, mention)]);
      const others = leads.filter((lead) => !isOfCustomer(lead, customers, mention));
      return meantFirst([...customers.map(customerOf), ...leadsMeant(mention, others)]);
    },
    async recent(core) {
      const [leads, customers] = await Promise.all([findLeads(core, { limit: OFFERED }), findRecentCustomers(core)]);
      return [...leads.map(leadOf), ...customers.map(({ id, name }) => ({ id, label: name }))];
    },
    createdBy: { command: 'customer.add', field: 'name' },
  },
  tag: {
    name: { en: 'tag', zh: '标签' },
    placeholder: { en: 'tag', zh: '标签' },
    label: async ({ db, actor }, id) => {
      const found = await db.tag.findFirst({ where: { id }, select: { nameZh: true, nameEn: true } });
      return found ? { zh: found.nameZh, en: found.nameEn }[actor.locale] : undefined;
    },
    find: async (core, mention) =>
      (await findTags(core, [tagKey(mention)])).map(({ id, name }) => ({ id, label: name[core.actor.locale] })),
    options: async (core) =>
      (await findUsualTags(core)).map(({ id, name }) => ({ id, label: name[core.actor.locale] })),
  },
  source: {
    name: { en: 'source', zh: '来源' },
    placeholder: { en: 'website', zh: '官网咨询' },
    async find(core, mention) {
      if (isOtherSource(mention)) {
        return [{ id: mention, label: otherLabel(core, readSource(mention).source ?? '') }];
      }
      const sources = await findSources(core);
      const meant = meantOf(sources, mention);
      return meant.map((each) => toCandidate(core, each));
    },
    async options(core, mention) {
      const sources = await findSources(core);
      return [
        ...(mention ? [{ id: otherSource(mention), label: otherLabel(core, mention) }] : []),
        ...sources.map((each) => toCandidate(core, each)),
      ];
    },
  },
  outcome: {
    name: { en: 'outcome', zh: '通话结果' },
    placeholder: { en: 'interested', zh: '有意向' },
    async find(core, mention) {
      const outcomes = await findOutcomes(core);
      const meant = meantOf(outcomes, mention);
      return meant.map((each) => toCandidate(core, each));
    },
    options: async (core) => (await findOutcomes(core)).map((each) => toCandidate(core, each)),
  },
  reason: {
    name: { en: 'reason', zh: '原因' },
    placeholder: { en: 'no budget', zh: '没有预算' },
    async find(core, mention) {
      const reasons = await findRecycleReasons(core);
      const meant = meantOf(reasons, mention);
      // A reason is told in a sentence of its own: they've had no need for a month.
      const told =
        meant.length > 0
          ? meant
          : reasons.filter(({ name, synonyms }) => [name.zh, name.en, ...synonyms].some((each) => fits(mention, each)));
      return told.map((each) => toCandidate(core, each));
    },
    options: async (core) => (await findRecycleReasons(core)).map((each) => toCandidate(core, each)),
  },
} as const satisfies Record<string, RecordKindRule>;

/** Called so, or else named in part. */
function meantOf<Own extends OwnWord>(list: readonly Own[], mention: string): readonly Own[] {
  const exact = matchOwn(list, mention);
  return exact ? [exact] : list.filter(({ name }) => fits(name.zh, mention) || fits(name.en, mention));
}

const toCandidate = ({ actor }: Core, { key, name }: OwnWord): Candidate => ({ id: key, label: name[actor.locale] });

/** All that are nobody's, wherever they came from. */
const POOL = /^(?:公海|未分配|pool|unassigned)$/iu;

/** What nobody has: all of it, or by the name of a source what came from there; undefined where it is the name of none. */
async function leadsOfSource(core: Core, mention: string): Promise<Candidate[] | undefined> {
  const isAll = POOL.test(mention);
  const source = isAll ? undefined : matchOwn(await findSources(core), mention);
  if (!source && !isAll) {
    return undefined;
  }
  return togetherAs(await findLeads(core, { which: 'pool', source: source?.key, limit: SEVERAL }));
}

const otherLabel = ({ actor }: Core, words: string) => ({ en: `Other: ${words}`, zh: `其他：${words}` })[actor.locale];
