import { DuplicateFound } from '../core/duplicates/duplicate-found.ts';
import type { Text } from '../core/text.ts';
import { offerInstead } from './ask-back.ts';
import type { Reply } from './contract.ts';
import type { Invocation } from './invocation.ts';
import { matchesCard, type Offered } from './views/duplicate.ts';
import { viewer } from './views/viewer.ts';

/** What was typed, by field. */
type Typed = Readonly<Record<string, string | null | undefined>>;

type Offer = { label: Text; invocations: Invocation[] };

const MERGE: Text = { en: 'Add to this one', zh: '并入此记录' };
const ANYWAY: Text = { en: 'Add anyway', zh: '仍然新建' };
const SAVE_ANYWAY: Text = { en: 'Save anyway', zh: '仍然保存' };
const JOIN: Text = { en: 'Join this customer', zh: '并入该客户' };
const OF_ITS_OWN: Text = { en: 'A customer of its own', zh: '另建客户' };
const ask = (name: string): Text => ({ en: `Ask ${name}`, zh: `询问${name}` });

/**
 * Does it, or shows who is on file already with what can be done about it: open it, add what was typed to it, ask its
 * owner, add it all the same with a reason. Everything typed stays in each of the offers (R10).
 */
export async function offeringMatches(
  entity: 'lead' | 'customer',
  typed: Typed,
  run: () => Promise<Reply>,
): Promise<Reply> {
  const { name, owner: _, ...rest } = typed;
  // Its form opens, with everything typed and a reason to give.
  const anyway: Invocation = { command: `${entity}.add-anyway`, input: said(typed), via: 'button' };
  const entry = { ...rest, company: typed.company ?? name };
  const merge = (party: string): Offer => ({
    label: MERGE,
    invocations: [{ command: 'duplicate.merge', input: said({ party, ...entry }), via: 'form' }],
  });
  return offering({ entry, anyway, anywayAs: ANYWAY, merge }, run);
}

/** The same of a person at a customer: he stays with that customer, so there is nothing to add him to. */
export async function offeringContact(
  command: 'contact.set' | 'contact.change',
  typed: Typed,
  run: () => Promise<Reply>,
): Promise<Reply> {
  const { person, name, phone, email } = typed;
  const anyway: Invocation = { command, input: { ...said(typed), anyway: true }, via: 'form' };
  return offering({ entry: { contact: person ?? name, phone, email }, anyway, anywayAs: SAVE_ANYWAY }, run);
}

/** The same of a lead or customer that is corrected: it stays the one it is, and another one only for a reason. */
export async function offeringChange(
  entity: 'lead' | 'customer',
  typed: Typed,
  run: () => Promise<Reply>,
): Promise<Reply> {
  const anyway: Invocation = { command: `${entity}.change-anyway`, input: said(typed), via: 'button' };
  return offering({ entry: { ...typed, company: typed.company ?? typed.name }, anyway, anywayAs: SAVE_ANYWAY }, run);
}

/** The same of a lead that becomes a customer: it joins the one that is there, or becomes one of its own for a reason (R10, R11). */
export async function offeringCustomers(typed: Typed & { lead: string }, run: () => Promise<Reply>): Promise<Reply> {
  const convert = (more: Record<string, string>, via: 'form' | 'button'): Invocation => ({
    command: 'lead.convert',
    input: { ...said(typed), ...more },
    via,
  });
  const { contact, company, phone, email } = typed;
  const entry = { contact, company, phone, email };
  const join = (into: string) => ({ label: JOIN, invocations: [convert({ into }, 'form')] });
  return offering({ entry, anyway: convert({ own: 'yes' }, 'button'), anywayAs: OF_ITS_OWN, join }, run);
}

/** What was entered, how it is added to a match where that may be, and how it is saved all the same. */
type Entered = {
  entry: Typed;
  anyway: Invocation;
  anywayAs: Text;
  merge?: (id: string) => Offer;
  /** As `merge`, also with what the person only sees. */
  join?: (id: string) => Offer;
};

async function offering(entered: Entered, run: () => Promise<Reply>): Promise<Reply> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof DuplicateFound)) {
      throw error;
    }
    throw offer(entered, error);
  }
}

function offer({ entry, anyway, anywayAs, merge, join }: Entered, { what, matches }: DuplicateFound) {
  const { contact, company, phone, email, note } = entry;
  const told = { contact, company, phone, email, note };
  const merges = matches.map(({ id, canWork }) =>
    id ? (join?.(id) ?? (canWork ? merge?.(id) : undefined)) : undefined,
  );
  const hidden = matches.find(({ canWork, ownerId, ownerName }) => !canWork && ownerId && ownerName);
  const asks: Offer[] =
    hidden?.ownerId && hidden.ownerName
      ? [
          {
            label: ask(hidden.ownerName),
            invocations: [{ command: 'duplicate.ask', input: said({ owner: hidden.ownerId, ...told }), via: 'form' }],
          },
        ]
      : [];
  const kept = merges.filter((each) => each !== undefined);
  return offerInstead([...kept, ...asks, { label: anywayAs, invocations: [anyway] }], (buttons, core) => {
    const left = [...buttons];
    const offered = matches.map(
      (match, index): Offered => ({ match, merge: merges[index] ? left.shift() : undefined }),
    );
    return matchesCard(what, offered, left, viewer(core));
  });
}

const said = (typed: Typed) => Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined));
