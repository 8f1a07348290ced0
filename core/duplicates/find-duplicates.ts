import type { Core } from '../context.ts';
import { companyKey } from '../customers/customer.ts';
import { eitherPhone } from '../customers/phone.ts';
import { nearKeys, scoreName } from '../names/index.ts';

/** Somebody or some company somebody is about to put on file. */
export type Party = {
  company?: string | undefined;
  /** E.164 */
  phone?: string | undefined;
  email?: string | undefined;
};

/** A record that may be the same. Of one the actor may not see there is only that it exists, and whose it is. */
export type Match = {
  entity: 'lead' | 'customer';
  id: string | null;
  by: 'phone' | 'email' | 'company' | 'near';
  contact: string | null;
  company: string | null;
  /** Null is the public pool. */
  ownerId: string | null;
  ownerName: string | null;
  canWork: boolean;
};

type Row = Omit<Match, 'by'> & { match: Match['by'] | 'alike' };

/** From here up a name that only begins alike is shown to whoever enters it. */
const ALIKE = 0.85;

/** As many as a card shows. */
const LIMIT = 4;

/** Who is on file already: the surest match first (R10, R80). */
export async function findDuplicates(
  core: Core,
  { company, phone, email }: Party,
  { nearly = true }: { nearly?: boolean } = {},
): Promise<Match[]> {
  if (!company && !phone && !email) {
    return [];
  }
  const { near, stems } = company && nearly ? nearKeys(company) : { near: [], stems: [] };
  const [number, ...others] = phone ? eitherPhone(phone) : [];
  const ask = (party: {
    phone: string | undefined;
    email?: string | undefined;
    key?: string;
    near?: string[];
    stems?: string[];
  }) =>
    core.sql<Row>({
      name: 'duplicates',
      text: `SELECT entity, id, match, contact, company, owner_id AS "ownerId", owner_name AS "ownerName", workable AS "canWork"
             FROM parley_find_duplicates($1, $2, $3, $4, $5)`,
      values: [party.phone ?? null, party.email ?? null, party.key ?? '', party.near ?? [], party.stems ?? []],
      isRead: true,
    });
  const key = company ? companyKey(company) : '';
  const rows = await ask({ phone: number, email, key, near, stems });
  for (const each of others) {
    const known = new Set(rows.map(whichOf));
    rows.unshift(...(await ask({ phone: each })).filter((row) => !known.has(whichOf(row))));
  }
  return rows
    .flatMap(({ match, ...row }): Match[] => {
      if (match !== 'alike') {
        return [{ ...row, by: match }];
      }
      return company && row.company && scoreName(company, row.company) >= ALIKE ? [{ ...row, by: 'near' }] : [];
    })
    .slice(0, LIMIT);
}

/** Of what the actor may not see there is only whose it is: one of his is as good as another. */
function whichOf({ entity, id, ownerId }: Row): string {
  return `${entity} ${id ?? `of ${ownerId}`}`;
}
