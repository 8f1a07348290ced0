import type { Core } from '../context.ts';
import { IS_OPEN } from '../leads/lead.ts';
import { personNames } from '../names/person-names.ts';

/** What one calls those above oneself; 王总 is rather a customer's. */
const OURS = /(?:经理|主管|总监|主任)$/u;

type Called = { said: string; id: string; kind: 'customer' | 'lead' | 'colleague'; name: string; party: string };

/** Of one name so many are looked at. */
const MOST_LOOKED_AT = 2000;

/**
 * The customer or lead of the actor's own where somebody is called by one of these names, the first that anybody there bears;
 * undefined where none is, where it may be one of several, or a colleague. Who has left is not meant.
 */
export async function findOwnParty(
  core: Core,
  names: readonly string[],
): Promise<{ name: string; about: { customerId: string } | { leadId: string } } | undefined> {
  const spelt = names.flatMap((said) => personNames(said).map((name) => ({ said, name })));
  const called = await calledAs(core, [...new Set(spelt.map(({ name }) => name))]);
  for (const { said, name } of spelt) {
    // A surname alone stands for all that is behind it: 王总 is 王建国, but 高总监 is not who is on file as 高总.
    const isSurname = name !== said && !said.endsWith(name);
    const isTitled = (filed: string) => personNames(filed).length > 1;
    const found = called.filter(
      (each) =>
        each.said === name &&
        (isWhole(name, each.name) || (isSurname && each.name.startsWith(name) && !isTitled(each.name))),
    );
    if (found.some(({ kind }) => kind === 'colleague') && (!isSurname || OURS.test(said))) {
      return undefined;
    }
    const meant = found.filter(({ kind }) => kind !== 'colleague');
    const [only, another] = [...new Map(meant.map((party) => [party.id, party])).values()];
    if (only) {
      const about = only.kind === 'lead' ? { leadId: only.id } : { customerId: only.id };
      return another ? undefined : { name: only.party, about };
    }
  }
  return undefined;
}

async function calledAs(core: Core, names: readonly string[]): Promise<Called[]> {
  return names.length === 0
    ? []
    : core.sql<Called>({
        name: 'own-parties-called',
        text: `SELECT n.said, c.id, 'customer' AS kind, p.name, c.name AS party FROM unnest($1::text[]) AS n (said)
                 CROSS JOIN LATERAL parley_contacts_called(n.said, NULL, ${MOST_LOOKED_AT}) AS called (id)
                 JOIN seen.contacts p ON p.id = called.id AND p.left_on IS NULL JOIN seen.customers c ON c.id = p.customer_id AND c.owner_id = $2
               UNION ALL
               SELECT n.said, l.id, 'lead', l.contact_name, concat_ws(' · ', l.contact_name, l.company) FROM seen.leads l JOIN unnest($1::text[]) AS n (said)
                   ON starts_with(lower(l.contact_name), lower(n.said)) OR position(' ' || lower(n.said) IN lower(l.contact_name)) > 0
                WHERE l.owner_id = $2 AND l.status ${IS_OPEN}
               UNION ALL
               SELECT n.said, u.id, 'colleague', u.name, u.name FROM users u JOIN unnest($1::text[]) AS n (said)
                   ON starts_with(lower(u.name), lower(n.said)) OR position(' ' || lower(n.said) IN lower(u.name)) > 0
                WHERE u.active AND u.id <> $2`,
        values: [names, core.actor.userId],
        isRead: true,
      });
}

/** All of a Chinese name, a word or more of a spelt one. */
function isWhole(said: string, name: string): boolean {
  return ` ${name} `.toLowerCase().includes(` ${said} `.toLowerCase());
}
