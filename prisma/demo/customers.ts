import type { Calendar } from './calendar.ts';
import { placeOf } from './check-ins.ts';
import type { Account } from './companies.ts';
import { type Company, caretaker } from './company.ts';
import { cameBy } from './leads.ts';
import { userId } from './people.ts';
import { demoId, dice } from './random.ts';

/** Core's functions for names, handed in because a lower layer may not import them. */
export type Names = {
  nameKeys(name: string): string[];
  personKeys(name: string): string[];
  nameKey(name: string): string;
};

export function contactId({ domain }: Company, index: number): string {
  return demoId('contact', `${domain}/${index}`);
}

export function customerRows(
  accounts: readonly Account[],
  calendar: Calendar,
  { nameKeys, personKeys, nameKey }: Names,
) {
  const random = dice('customers');
  const phones = phoneBook();
  const rows = accounts.map(({ company, id, since }, serial) => {
    const { name, owner, region, industry, address, contacts } = company;
    // Before half past nine, and so before anything that is told of the customer on the same day.
    const created_at = calendar.at(calendar.workday(-since), random.whole(9 * 60, 9 * 60 + 29));
    return {
      customer: {
        id,
        name,
        name_key: nameKey(name),
        owner_id: owner ? userId(owner) : null,
        region,
        industry,
        phone: phones.next(company),
        address,
        source_key: cameBy(serial),
        place: placeOf(company),
        created_by: userId(caretaker(company)),
        created_at,
      },
      contacts: contacts.map((person, index) => ({
        id: contactId(company, index),
        customer_id: id,
        name: person.name,
        title: person.title,
        phone: phones.next(company),
        email: `${person.mail}@${company.domain}.example`,
        created_at,
      })),
      keys: [
        ...[...new Set(nameKeys(name))].map((key) => ({
          id: demoId('name_key', `${company.domain}/${key}`),
          key,
          entity: 'customer',
          record_id: id,
        })),
        ...contacts.flatMap((person, index) =>
          personKeys(person.name).map((key) => ({
            id: demoId('name_key', `${company.domain}/${index}/${key}`),
            key,
            entity: 'contact',
            record_id: contactId(company, index),
          })),
        ),
      ],
    };
  });
  return {
    customers: rows.map((row) => row.customer),
    contacts: rows.flatMap((row) => row.contacts),
    name_keys: rows.flatMap((row) => row.keys),
  };
}

export type PhoneBook = { next(place: { region: string }): string };

const AREA_CODES: Readonly<Record<string, string>> = {
  Boston: '1617',
  Seattle: '1206',
  Vancouver: '1604',
  Chicago: '1312',
  Denver: '1303',
  Toronto: '1416',
  Wichita: '1316',
  Charleston: '1843',
  'San Diego': '1619',
  Brisbane: '617',
  Sydney: '612',
  Melbourne: '613',
  Hobart: '613',
  Perth: '618',
  Adelaide: '618',
  Canberra: '612',
};

/**
 * Numbers nobody answers: 555-01xx (North America) and 5550 xxxx (Australia) are kept for fiction; China keeps none,
 * so there it is the satellite block 1349.
 */
export function phoneBook(first = 100): PhoneBook {
  let serial = first;
  return {
    next({ region }) {
      serial += 1;
      const area = AREA_CODES[region];
      if (area === undefined) return `+8613490000${String(serial).padStart(3, '0')}`;
      if (area.startsWith('1')) return `+${area}55501${String(serial % 100).padStart(2, '0')}`;
      return `+${area}5550${String(serial).padStart(4, '0')}`;
    },
  };
}
