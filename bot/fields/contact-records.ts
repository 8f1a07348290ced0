import type { Core } from '../../core/context.ts';
import { AT, type ContactLine, findRecentContacts, searchContacts } from '../../core/customers/search-contacts.ts';
import type { Candidate, RecordKindRule } from './record-rule.ts';

const OFFERED = 5;

const contactOf = ({ id, name, customerName }: ContactLine): Candidate => ({
  id,
  label: [name, customerName].join(AT),
});

async function label({ db }: Core, id: string): Promise<string | undefined> {
  const found = await db.contact.findFirst({
    where: { id },
    select: { name: true, customer: { select: { name: true } } },
  });
  return found ? [found.name, found.customer.name].join(AT) : undefined;
}

/** People at customers: those who are there, and those who have left. */
export const CONTACT_RECORDS = {
  contact: {
    name: { en: 'contact', zh: '联系人' },
    placeholder: { en: 'Mary Major · Acme', zh: '王总 · 华星电子' },
    label,
    find: async (core, mention) => (await searchContacts(core, { mention })).map(contactOf),
    recent: async (core) => (await findRecentContacts(core, { limit: OFFERED })).map(contactOf),
  },
  formerContact: {
    name: { en: 'contact who has left', zh: '已离职的联系人' },
    placeholder: { en: 'Mary Major · Acme', zh: '王总 · 华星电子' },
    label,
    find: async (core, mention) => (await searchContacts(core, { mention, isFormer: true })).map(contactOf),
    recent: async (core) => (await findRecentContacts(core, { limit: OFFERED, isFormer: true })).map(contactOf),
  },
} as const satisfies Record<string, RecordKindRule>;
