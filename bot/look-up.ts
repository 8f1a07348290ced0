import type { Core } from '../core/context.ts';
import { getCustomer } from '../core/customers/get-customer.ts';
import { isId } from '../core/id.ts';
import { mayBePinyin } from '../core/names/index.ts';
import { findOwnKinds } from '../core/questions/catalogue-for.ts';
import { findPeopleBySound } from '../core/questions/people-named.ts';
import { findOwnNames } from '../core/search/own-names.ts';
import { findOwnWords } from '../core/search/own-words.ts';
import type { Locale, Text } from '../core/text.ts';
import type { Card } from './cards/card.ts';
import { readRecordLink } from './cards/record-link.ts';
import type { Found, InboundEvent, Lookup } from './contract.ts';
import { isRecordKind } from './fields/kinds.ts';
import { RECORDS, type RecordKind, type RecordKindRule } from './fields/records.ts';
import type { Invocation } from './invocation.ts';
import { headsOf, type NameHit, type NamePort, ownHits } from './language/index.ts';
import { customerCard } from './views/customer.ts';
import { linkedCard } from './views/linked.ts';
import { viewer } from './views/viewer.ts';

/** So many are offered while somebody types; whoever finds none types on. */
const OFFERED = 20;

/** Full cards for the first few only: nobody inserts the twentieth. */
const DRAWN = 5;

/** Whom the words of a sentence may mean, by the keys of their names. */
export async function lookUpNames(core: Core, keys: string[]): Promise<NameHit[]> {
  const [hits, heard, own, words] = await Promise.all([
    core.lookUp<NameHit>('names', { keys }),
    findPeopleBySound(core, keys.filter(mayBePinyin)),
    findOwnNames(core, headsOf(keys)),
    findOwnWords(core, keys),
  ]);
  return [...hits, ...words, ...heard.map((person): NameHit => ({ kind: 'person', ...person })), ...ownHits(own, keys)];
}

/** What reading a sentence asks of the company. */
export const namePort = (core: Core): NamePort => ({
  lookUp: (keys) => lookUpNames(core, keys),
  findKinds: () => findOwnKinds(core),
});

/** What somebody may see of what he types into a search. */
export async function findTyped(core: Core, lookup: Exclude<Lookup, { kind: 'view' }>): Promise<Found[]> {
  const source = lookup.kind === 'records' ? 'customer' : lookup.source;
  const query = lookup.query.trim();
  if (query === '' || !isRecordKind(source)) {
    return [];
  }
  if (lookup.kind === 'linked') {
    return findLinked(core, source, query);
  }
  const rule: RecordKindRule = RECORDS[source];
  const candidates = (await rule.find(core, query)).slice(0, OFFERED);
  if (lookup.kind === 'options') {
    return candidates.map(({ id, label }) => ({ value: id, label }));
  }
  return Promise.all(
    candidates.slice(0, DRAWN).map(async ({ id, label }) => {
      const card = customerCard(await getCustomer(core, id), viewer(core));
      return { value: id, label, card };
    }),
  );
}

/** What opens a record that has an address of its own. */
const OPENED_BY: { readonly [Kind in RecordKind]?: string } = {
  customer: 'customer.show',
  opportunity: 'opportunity.show',
  lead: 'lead.show',
  task: 'task.show',
};

/** What a message asks for that is nothing but the link of a record. */
export function readLink(text: string): Invocation | undefined {
  const { noun, id } = (!/\s/.test(text.trim()) && readRecordLink(text.trim())) || { noun: '', id: '' };
  const command = isRecordKind(noun) ? OPENED_BY[noun] : undefined;
  return command ? { command, input: { [noun]: id }, via: 'words' } : undefined;
}

/** A channel may hold people who may not see the record, also of other companies: its name stays out of the open (R104). */
async function findLinked(core: Core, kind: RecordKind, id: string): Promise<Found[]> {
  const rule: RecordKindRule = RECORDS[kind];
  const command = OPENED_BY[kind];
  const label = command && isId(id) ? await rule.label?.(core, id) : undefined;
  return command && label
    ? [{ value: id, label, card: linkedCard(rule.name, { command, input: { [kind]: id } }, core) }]
    : [];
}

const FRESH: Text = { en: 'As it stands now', zh: '查看最新' };
const OUT_OF_DATE: Text = { en: 'Out of date', zh: '卡片已过期' };

/** For a press on a card of before: a way to what it was about, as far as it still says that. */
export function freshCard(event: InboundEvent, text: string, locale: Locale): Card | undefined {
  const input = event.kind === 'press' ? event.input : {};
  const buttons = Object.entries(OPENED_BY).flatMap(([kind, command]) => {
    const id = input[kind];
    return typeof id === 'string' && isId(id) ? [{ label: FRESH[locale], command, input: { [kind]: id } }] : [];
  });
  return buttons.length === 0
    ? undefined
    : {
        title: OUT_OF_DATE[locale],
        tone: 'warning',
        body: [
          { type: 'text', text },
          { type: 'actions', buttons: buttons.slice(0, 1) },
        ],
      };
}
