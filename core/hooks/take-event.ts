import type { Core } from '../context.ts';
import { dayIn } from '../days.ts';
import { findDuplicates, type Match } from '../duplicates/find-duplicates.ts';
import { enquire, mergeEntry } from '../duplicates/merge-entry.ts';
import { DomainError } from '../errors.ts';
import { addTouch, putTouch } from '../journal/add-touch.ts';
import { addLead } from '../leads/add-lead.ts';
import { getLead } from '../leads/find-leads.ts';
import { byRule } from '../leads/give-lead.ts';
import { recordEnquiry } from '../leads/record-enquiry.ts';
import { otherSource } from '../leads/source-choice.ts';
import { findProductsIn, type NamedProduct } from '../products/several-products.ts';
import { getReceiver, giveTask, type Receiver } from '../tasks/give-task.ts';
import { HOOK_EVENT_NAMES, type HookResult } from './hook.ts';
import type { HookEvent } from './read-event.ts';

/** Who tells it, and which of the company's sources that is. */
export type Teller = {
  key: string;
  name: string;
  sourceKey: string | null;
  /** Its events that are an enquiry of the lead they are of (R3). */
  enquiries: string[];
};

/** As much of what somebody wrote as a line shows; all of it is in the detail. */
const LINE = 200;

/** Does what an event asks for: a form is a lead or an enquiry of who is on file, anything else a touch on the customer or lead (R18, R82). */
export async function takeEvent(core: Core, event: HookEvent, teller: Teller): Promise<HookResult> {
  const { kind, company, phone, email } = event;
  if (kind === 'test') {
    return 'tested';
  }
  if (kind === 'lead') {
    // One form at a time: of two about one person the second finds what the first became.
    await core.sql({ name: 'hook-lead', text: `SELECT pg_advisory_xact_lock(hashtext('parley_hook_lead'))` });
  }
  const matches = await findDuplicates(core, { company, phone, email });
  // A name that is merely alike is nobody's to decide here.
  const sure = matches.filter(({ by, id }) => by !== 'near' && id !== null);
  const customer = sure.find(({ entity }) => entity === 'customer');
  const [first] = sure;
  if (kind !== 'lead') {
    return customer?.id
      ? touch(core, customer.id, event, teller)
      : first?.id
        ? touchOfLead(core, first.id, event, teller)
        : 'unmatched';
  }
  if (customer?.id) {
    return tellOwner(core, { ...customer, id: customer.id }, event, teller);
  }
  return first?.id ? ask(core, first.id, event, teller) : add(core, matches, event, teller);
}

async function add(core: Core, alike: readonly Match[], event: HookEvent, teller: Teller): Promise<HookResult> {
  const { company, phone, email, region, industry } = event;
  await addLead(core, {
    ...{ contact: nameOf(event), company, phone, email, region, industry },
    source: sourceOf(teller),
    note: everything(event),
    productIds: idsOf(await askedFor(core, event)),
    isByRule: true,
    duplicateReason: alike[0] && `${teller.name}: ${alike[0].company ?? alike[0].contact ?? ''}`,
  });
  return 'lead';
}

async function ask(core: Core, leadId: string, event: HookEvent, teller: Teller): Promise<HookResult> {
  const { contact, company, phone, email, region, industry } = event;
  await mergeEntry(core, {
    ...{ entity: 'lead', id: leadId, contact, company, phone, email, region, industry },
    source: sourceOf(teller),
    note: everything(event),
    productIds: idsOf(await askedFor(core, event)),
  });
  return 'enquiry';
}

/** A customer who asks is his owner's to answer, today; where nobody has him, or that one has left, whoever the rules say (R4). */
async function tellOwner(
  core: Core,
  match: Match & { id: string },
  event: HookEvent,
  teller: Teller,
): Promise<HookResult> {
  const { contact, company, phone, email, region, industry } = event;
  const { id } = match;
  const entry = { contact, company, phone, email, region, industry };
  const { name } = await enquire(core, id, { ...entry, source: sourceOf(teller) });
  await touch(core, id, event, teller);
  const owner = match.ownerId ? await getReceiver(core, match.ownerId).catch(nobodyThere) : undefined;
  const taker = owner ?? (await byRules(core, event, teller));
  const who = [name, contact].filter(Boolean).join(' · ');
  const title = { en: `Answer ${who} (${teller.name})`, zh: `回复${who}（${teller.name}）` }[core.org.locale];
  if (taker) {
    giveTask(core, { title, customerId: id, dueOn: dayIn(core.now, taker.timeZone) }, taker);
  }
  return 'enquiry';
}

/** Whoever would be given a lead like this; undefined where nobody is there. */
async function byRules(core: Core, event: HookEvent, { sourceKey }: Teller): Promise<Receiver | undefined> {
  const { region = null, industry = null } = event;
  const giving = await byRule(core, { region, industry, sourceKey, products: await askedFor(core, event) });
  return giving && getReceiver(core, giving.taker.id);
}

/** What of the price list a form speaks of: in its own field, else in what they wrote (R5). */
function askedFor(core: Core, { product, note }: HookEvent): Promise<NamedProduct[]> {
  const text = product ?? note;
  return text === undefined ? Promise.resolve([]) : findProductsIn(core, text);
}

const idsOf = (products: readonly NamedProduct[]) => products.map(({ id }) => id);

/** Whoever has left is given nothing. */
function nobodyThere(error: unknown): undefined {
  if (!(error instanceof DomainError) || error.code !== 'not_found') {
    throw error;
  }
}

async function touch(core: Core, customerId: string, event: HookEvent, teller: Teller): Promise<HookResult> {
  await addTouch(core, { partyId: customerId, ...asTouch(core, event, teller) });
  return 'touch';
}

/** What a lead does once it is one is an enquiry as well, where its kind says so (R3); before, it is only how it came. */
async function touchOfLead(core: Core, leadId: string, event: HookEvent, teller: Teller): Promise<HookResult> {
  const { kind, at } = event;
  const { what, ...done } = asTouch(core, event, teller);
  putTouch(core, { leadId }, { ...done, what, at });
  if (teller.enquiries.includes(kind) && at > (await getLead(core, leadId)).createdAt) {
    const named = HOOK_EVENT_NAMES[kind][core.org.locale];
    const note = what === named ? named : `${named} · ${what}`;
    await recordEnquiry(core, { leadId, source: sourceOf(teller), note });
  }
  return 'touch';
}

function asTouch({ org }: Core, event: HookEvent, { key }: Teller) {
  const { kind, note, at, rest, contact, company, phone, email, region, industry, product } = event;
  const what = note ?? HOOK_EVENT_NAMES[kind][org.locale];
  const who = Object.fromEntries(
    Object.entries({ contact, company, phone, email, region, industry, product, note }).flatMap(([name, value]) =>
      value ? [[name, value]] : [],
    ),
  );
  return {
    what: what.slice(0, LINE),
    kind: kind === 'lead' || kind === 'test' ? ('other' as const) : kind,
    sent: { source: key, at, detail: { ...rest, ...who } },
  };
}

function nameOf({ contact, email, phone, company }: HookEvent): string {
  return contact ?? email ?? phone ?? company ?? '';
}

function sourceOf({ sourceKey, name }: Teller): string {
  return sourceKey ?? otherSource(name);
}

/** What they wrote, and below it every field we have no place for. */
function everything({ note, product, rest }: HookEvent): string | undefined {
  const lines = Object.entries({ ...(product ? { product } : {}), ...rest }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  return [note, ...lines].filter(Boolean).join('\n') || undefined;
}
