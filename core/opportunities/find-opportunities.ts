import type { Core } from '../context.ts';
import { findCustomers } from '../customers/find-customers.ts';
import type { Day } from '../days.ts';
import { DomainError } from '../errors.ts';
import { ownedInSight } from '../people/in-sight.ts';
import type { Text } from '../text.ts';
import { isOpenDeal } from './stage.ts';
import { nextStepOf, type Standing } from './standing.ts';

export type OpportunityLine = {
  id: string;
  name: string;
  customerId: string;
  customerName: string;
  ownerId: string;
  ownerName: string;
  stageKey: string;
  stageName: Text;
  stageKind: 'open' | 'won' | 'lost';
  stageSince: Date;
  /** Whole minor units. */
  amount: bigint | null;
  currency: string;
  closeOn: Day | null;
  /** Why it was lost, where it is and the actor may see that. */
  lostReason: string | null;
  discountBps: number | null;
  /** What is on file and not the actor's to see. */
  unseen: string[];
  version: number;
};

export type OpportunityRow = Omit<OpportunityLine, 'stageName'> & { stageZh: string; stageEn: string };

export const LINE = `SELECT o.id, o.name, o.customer_id AS "customerId", c.name AS "customerName", o.owner_id AS "ownerId", u.name AS "ownerName",
    o.stage_key AS "stageKey", s.name_zh AS "stageZh", s.name_en AS "stageEn", s.kind AS "stageKind", o.stage_since AS "stageSince",
    o.amount, o.currency, o.close_on AS "closeOn", o.lost_reason AS "lostReason", o.discount_bps AS "discountBps", o.unseen, o.version
  FROM seen.opportunities o JOIN stages s ON s.key = o.stage_key JOIN users u ON u.id = o.owner_id
  LEFT JOIN seen.customers c ON c.id = o.customer_id`;

/** Open opportunities that somebody owns or shares in (the actor when left out), soonest to close first. */
export async function findOpportunities(
  core: Core,
  {
    ownerId = core.actor.userId,
    stageKey,
    limit = 10,
    offset = 0,
  }: { ownerId?: string | undefined; stageKey?: string | undefined; limit?: number; offset?: number } = {},
): Promise<(OpportunityLine & Standing)[]> {
  const rows = await core.sql<OpportunityRow & Standing>({
    name: 'opportunities-of',
    text: `SELECT line.*, g.max_days AS "maxDays", g.idle_days AS "idleDays", d.touched_on AS "touchedOn", ${nextStepOf({ id: 'line.id', customer: 'line."customerId"' })} AS "nextStep"
             FROM (${LINE} WHERE (o.owner_id = $1 OR o.id = ANY (ARRAY(SELECT m.opportunity_id FROM opportunity_members m WHERE m.user_id = $1))) AND ${isOpenDeal('o')} AND ($2::text IS NULL OR o.stage_key = $2)
                    ORDER BY o.close_on NULLS LAST, o.amount DESC NULLS LAST, o.id LIMIT $3 OFFSET $4) line
             JOIN stages g ON g.key = line."stageKey" LEFT JOIN seen.open_opportunities d ON d.id = line.id
            ORDER BY line."closeOn" NULLS LAST, line.amount DESC NULLS LAST, line.id`,
    values: [ownerId, stageKey ?? null, limit, offset],
  });
  return rows.map(({ maxDays, idleDays, touchedOn, nextStep, ...row }) => ({
    ...toLine(row),
    maxDays,
    idleDays,
    touchedOn,
    nextStep,
  }));
}

/** Open opportunities named so, or of a customer named so, among those the actor may see. */
export async function searchOpportunities(
  core: Core,
  { mention, limit = 8 }: { mention: string; limit?: number },
): Promise<OpportunityLine[]> {
  const customers = await findCustomers(core, { mention });
  const rows = await core.sql<OpportunityRow>({
    name: 'opportunities-search',
    text: `${LINE} WHERE ${isOpenDeal('o')} AND (o.customer_id = ANY ($1) OR (${ownedInSight('o')} AND position(lower($2) IN lower(o.name)) > 0))
           ORDER BY o.close_on NULLS LAST LIMIT $3`,
    values: [customers.map(({ id }) => id), mention, limit],
  });
  return rows.map(toLine);
}

/** Throws not_found. */
export async function getOpportunity(core: Core, id: string): Promise<OpportunityLine> {
  const [row] = await core.sql<OpportunityRow>({ name: 'opportunity', text: `${LINE} WHERE o.id = $1`, values: [id] });
  if (!row) {
    throw new DomainError('not_found', `opportunity ${id}`);
  }
  return toLine(row);
}

export function toLine({ stageZh, stageEn, ...line }: OpportunityRow): OpportunityLine {
  return { ...line, customerName: line.customerName ?? '—', stageName: { zh: stageZh, en: stageEn } };
}
