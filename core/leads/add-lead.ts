import { hasRole, SELLERS } from '../actor.ts';
import type { Core } from '../context.ts';
import { companyKey } from '../customers/customer.ts';
import { DuplicateFound } from '../duplicates/duplicate-found.ts';
import { findDuplicates } from '../duplicates/find-duplicates.ts';
import { newId } from '../id.ts';
import { knowBy } from '../known-by.ts';
import { nameKeys, parseCompanyName, personKeys } from '../names/index.ts';
import { findNamed } from '../products/several-products.ts';
import { byHand, byRule, firstCall, type Giving } from './give-lead.ts';
import { readSource, type SourceChoice } from './source-choice.ts';

export type NewLead = {
  contact: string;
  company?: string | undefined;
  /** E.164 */
  phone?: string | undefined;
  email?: string | undefined;
  source?: SourceChoice | undefined;
  note?: string | undefined;
  region?: string | null | undefined;
  industry?: string | null | undefined;
  /** What of the price list they ask for (R5). */
  productIds?: readonly string[] | undefined;
  /** Somebody the actor may give leads to. Left out it is himself; where he does not sell, whoever the rules say (R4). */
  ownerId?: string | undefined;
  /** Nobody's find: whoever the rules say gets it, whoever takes it in. */
  isByRule?: boolean | undefined;
  /** Why it is added though it may be on file; without one, what is on file already is refused (R10). */
  duplicateReason?: string | undefined;
};

/** A new lead; whoever is given it by somebody else is told, and has it to do. Throws DuplicateFound. */
export async function addLead(core: Core, input: NewLead): Promise<{ id: string }> {
  const { contact, company, phone, email, source, note, industry = null, productIds = [], duplicateReason } = input;
  const region = input.region === undefined ? regionOf(company) : input.region;
  const matches = duplicateReason ? [] : await findDuplicates(core, { company, phone, email });
  if (matches.length > 0) {
    throw new DuplicateFound(company ?? contact, matches);
  }
  const id = newId();
  const from = readSource(source);
  const isFinder = !input.isByRule && hasRole(core.actor, SELLERS);
  const isOwn = input.ownerId ? input.ownerId === core.actor.userId : isFinder;
  const given = isOwn ? undefined : await chooseOwner(core, { ...input, region }, from.sourceKey);
  core.change.insert('leads', {
    id,
    contactName: contact,
    company: company ?? null,
    companyKey: company ? companyKey(company) : '',
    phone: phone ?? null,
    email: email ?? null,
    ...from,
    note: note ?? null,
    region,
    industry,
    productIds: [...productIds],
    ownerId: isOwn ? core.actor.userId : (given?.taker.id ?? null),
    ...(given ? { givenAt: core.now, givenEn: given.why.en, givenZh: given.why.zh } : {}),
    createdBy: core.actor.userId,
    duplicateReason: duplicateReason ?? null,
  });
  nameLead(core, id, { contact, company });
  if (given) {
    firstCall(core, { id, contact }, given.taker);
    core.change.record('lead.added', { leadId: id });
  }
  return { id };
}

/** 宁波 of 宁波海天注塑: where a company says so itself at the head of its name; null where it does not. */
function regionOf(company: string | undefined): string | null {
  const { region } = parseCompanyName(company ?? '');
  const isPlace = region !== '' && !NOWHERE.has(region) && !OF_A_STREET.test((company ?? '').slice(region.length));
  return isPlace ? region : null;
}

const NOWHERE: ReadonlySet<string> = new Set(['中国', '全国']);
/** 南京路百货 is where streets of that name are, and 吉林大学 may have been founded elsewhere. */
const OF_A_STREET = /^(?:[东西南北中]?(?:路|街|大道)|大学)/u;

async function chooseOwner(
  core: Core,
  { ownerId, region = null, industry = null, productIds = [] }: NewLead,
  sourceKey: string | null,
): Promise<Giving | undefined> {
  return ownerId
    ? byHand(core, ownerId)
    : byRule(core, { region, industry, sourceKey, products: await findNamed(core, productIds) });
}

/** The words a lead is found under in a sentence. */
export function keysOfLead({ contact, company }: NamedLead): Set<string> {
  return new Set([...(contact ? personKeys(contact) : []), ...(company ? nameKeys(company) : [])]);
}

type NamedLead = { contact?: string | undefined; company?: string | undefined };

/** Puts it under its words. */
export function nameLead(core: Core, recordId: string, named: NamedLead): void {
  knowBy(core, { entity: 'lead', recordId }, keysOfLead(named));
}
