import type { Core } from '../context.ts';

/** A lead that came into other hands: whose it is now (nobody's in the pool), by whom, and when. */
export type LeadGivenSince = {
  id: string;
  name: string;
  ownerId: string | null;
  ownerName: string | null;
  who: string | null;
  at: Date;
};

/** Which of these leads somebody gave away, took or released since that moment. */
export function findLeadsGivenSince(
  core: Core,
  { leadIds, since }: { leadIds: readonly string[]; since: Date },
): Promise<LeadGivenSince[]> {
  return core.sql<LeadGivenSince>({
    name: 'leads-given-since',
    text: `SELECT o.id, o.contact_name AS name, o.owner_id AS "ownerId", u.name AS "ownerName", l.who, l.at
             FROM seen.leads o CROSS JOIN LATERAL parley_last_change('leads', o.id, 'owner_id') l
             LEFT JOIN users u ON u.id = o.owner_id WHERE o.id = ANY ($1::uuid[]) AND l.at > $2 ORDER BY o.contact_name`,
    values: [leadIds, since],
  });
}
