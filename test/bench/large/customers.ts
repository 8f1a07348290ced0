import type pg from 'pg';
import { companyKey } from '../../../core/customers/customer.ts';
import { nameKeys } from '../../../core/names/index.ts';
import type { Size } from './size.ts';
import { ago, chance, idIn, idOf, oneOf } from './sql.ts';
import * as words from './words.ts';

const IN_POOL = 0.03;
const BATCH = 5_000;

/** Most books are small, few hold many; the first rep's is the largest, and his the customer most is said of. */
export async function fillCustomers(
  client: pg.ClientBase,
  size: Size,
  { reps, random }: { reps: readonly string[]; random: () => number },
): Promise<void> {
  const owners = ownersOf(size, reps, random);
  const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? '';
  for (let at = 1; at <= size.customers; at += BATCH) {
    const customers = Array.from({ length: Math.min(BATCH, size.customers - at + 1) }, (_, n) => {
      const name = nameOf(pick, random());
      const number = at + n;
      const owner = number > size.largestBook && random() < IN_POOL ? null : (owners[number - 1] ?? null);
      const phone = `+861${String(38e8 + Math.floor(random() * 2e9)).padStart(10, '0')}`;
      return { number, id: idOf('customers', number), name, key: companyKey(name), owner, phone };
    });
    // Some are called alike: they say why, as those do that people add all the same.
    await client.query(
      `INSERT INTO customers (id, name, name_key, owner_id, created_by, phone, region, industry, duplicate_reason, created_at)
       SELECT id, name, key, owner, coalesce(owner, ${idIn('users', '1')}), phone, ${oneOf(words.REGIONS, 'number', 40)},
              ${oneOf(words.INDUSTRIES, 'number', 41)}, 'Another site of theirs', ${ago(`900 * ${chance('number', 42)}`)}
         FROM json_to_recordset($1) x (number bigint, id uuid, name text, key text, owner uuid, phone text)`,
      [JSON.stringify(customers)],
    );
    const keys = customers.flatMap(({ id, name }) => nameKeys(name).map((key) => ({ id, key })));
    await client.query(
      `INSERT INTO name_keys (id, entity, record_id, key) SELECT gen_random_uuid(), 'customer', id, key
         FROM json_to_recordset($1) x (id uuid, key text)`,
      [JSON.stringify(keys)],
    );
  }
  // A few wait to be judged, as they do between two looks.
  await client.query(
    `INSERT INTO customer_tiers (id, tier, stale, checked_on)
     SELECT id, ${oneOf(['A', 'B', 'B', 'C', 'C', 'C'], 'n', 43)}, n % 500 = 0, (parley_now() - interval '1 day' * (n % 2))::date
       FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM customers) c`,
  );
}

/** Whose each is: books one after the other, as long as there are customers. */
function ownersOf({ customers, largestBook }: Size, reps: readonly string[], random: () => number): string[] {
  const [first = '', ...others] = reps;
  const books = others.map((rep) => ({ rep, size: 1 + 4 * random() ** 5 }));
  const scale = (customers - largestBook) / books.reduce((sum, { size }) => sum + size, 0);
  return [
    ...Array<string>(largestBook).fill(first),
    ...books.flatMap(({ rep, size }) => Array<string>(Math.ceil(size * scale)).fill(rep)),
  ];
}

function nameOf(pick: (from: readonly string[]) => string, kind: number): string {
  if (kind < 0.25) {
    return `${pick(words.ENGLISH_BRANDS)} ${pick(words.ENGLISH_SECOND)} ${pick(words.ENGLISH_TRADES)} ${pick(words.ENGLISH_FORMS)}`;
  }
  const brand = [pick(words.BRANDS), pick(words.BRANDS), ...(kind < 0.6 ? [pick(words.BRANDS)] : [])].join('');
  return `${pick(words.CITIES)}${brand}${pick(words.TRADES)}${pick(words.FORMS)}`;
}
