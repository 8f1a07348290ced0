import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';

export type LeadStatus = 'new' | 'working' | 'converted' | 'dropped';

export type LeadLine = {
  id: string;
  contact: string;
  company: string | null;
  phone: string | null;
  email: string | null;
  source: string | null;
  note: string | null;
  status: LeadStatus;
  ownerId: string | null;
  ownerName: string | null;
  createdAt: Date;
  version: number;
};

const LINE = `SELECT l.id, l.contact_name AS contact, l.company, l.phone, l.email, l.source, l.note, l.status, l.version,
    l.owner_id AS "ownerId", u.name AS "ownerName", l.created_at AS "createdAt"
  FROM seen.leads l LEFT JOIN users u ON u.id = l.owner_id`;

/** The actor's own open leads, or the public pool; the newest first. */
export async function findLeads(
  core: Core,
  { pool = false, limit = 10 }: { pool?: boolean; limit?: number } = {},
): Promise<LeadLine[]> {
  return pool
    ? core.sql<LeadLine>({
        name: 'leads-pool',
        text: `${LINE} WHERE l.owner_id IS NULL AND l.status IN ('new', 'working') ORDER BY l.created_at DESC LIMIT $1`,
        values: [limit],
      })
    : core.sql<LeadLine>({
        name: 'leads-mine',
        text: `${LINE} WHERE l.owner_id = $1 AND l.status IN ('new', 'working') ORDER BY l.created_at DESC LIMIT $2`,
        values: [core.actor.userId, limit],
      });
}

/** Open leads whose person or company is named so, among those the actor may see. */
export async function searchLeads(
  core: Core,
  { words, limit = 8 }: { words: string; limit?: number },
): Promise<LeadLine[]> {
  return core.sql<LeadLine>({
    name: 'leads-search',
    text: `${LINE} WHERE (l.owner_id = ANY ((SELECT parley_visible())::uuid[]) OR l.owner_id IS NULL) AND l.status IN ('new', 'working')
             AND position(lower($1) IN lower(l.contact_name || ' ' || coalesce(l.company, ''))) > 0
           ORDER BY l.created_at DESC LIMIT $2`,
    values: [words, limit],
  });
}

/** Throws not_found. */
export async function getLead(core: Core, id: string): Promise<LeadLine> {
  const [lead] = await core.sql<LeadLine>({ name: 'lead', text: `${LINE} WHERE l.id = $1`, values: [id] });
  if (!lead) {
    throw new DomainError('not_found', `lead ${id}`);
  }
  return lead;
}
