import type { Core } from '../context.ts';
import { newId } from '../id.ts';
import { tellFormerOwners } from '../tasks/tell-owner.ts';
import { BELONGING_TABLES, type BelongingTable, belongingOf } from './belongings.ts';
import { giveNamed } from './give-named.ts';
import { type Handing, type Held, type Plan, planHandover } from './plan-handover.ts';

/** A place a receiver has already where the leaver has one too: there can be only one of each. */
type Twin = { id: string; of: string; userId: string; version: number; share: number; added: number };

/** Written by one statement. */
const BATCH = 500;

/**
 * Gives everything somebody is responsible for to others in one audited operation (R21): one transaction, one Undo, a list
 * for each who was given something. Deals that are closed stay his in the figures; whoever has the customer now sees them.
 */
export async function handOver(
  core: Core,
  handing: Handing,
): Promise<Plan & { handovers: { id: string; toId: string }[] }> {
  const [wanted, twins] = await Promise.all([planHandover(core, handing), findTwins(core, handing)]);
  const plan = withoutSigned(wanted, twins);
  const handovers: { id: string; toId: string }[] = [];
  // Written first, so that Undo takes it away last: the fence of the requests reads it.
  for (const { person, rows } of plan.to) {
    if (rows.length > 0) {
      const id = newId();
      const made = { fromId: handing.personId, toId: person.id, madeBy: core.actor.userId };
      core.change.insert('handovers', { id, ...made, items: rows.map((row) => [row.table, row.id]) });
      handovers.push({ id, toId: person.id });
      if (person.id !== core.actor.userId) {
        core.change.record('handover.given', { handoverId: id, userId: person.id });
      }
    }
  }
  for (const { person, rows } of plan.to) {
    for (const table of BELONGING_TABLES) {
      const held = rows.filter((row) => row.table === table);
      const met = held.filter(({ id }) => twins.some((each) => each.of === id && each.userId === person.id));
      joinTwins(core, met, person.id, twins);
      await giveAll(
        core,
        table,
        held.filter((row) => !met.includes(row)),
        { to: person.id, from: plan.from },
      );
    }
  }
  if (plan.to.some(({ rows }) => rows.some(({ table }) => table === 'tasks'))) {
    tellFormerOwners(core, [plan.from.id]);
  }
  await showClosed(core, plan);
  return { ...plan, handovers };
}

async function giveAll(
  core: Core,
  table: BelongingTable,
  held: readonly Held[],
  { to, from }: { to: string; from: Plan['from'] },
): Promise<void> {
  const { column } = belongingOf(table);
  if (!column) {
    const ids = held.map(({ id }) => id);
    return ids.length > 0 ? giveNamed(core, ids, { from: from.id, to }) : undefined;
  }
  const why =
    table === 'leads'
      ? { given_at: core.now.toISOString(), given_en: `handed over from ${from.name}`, given_zh: `由${from.name}交接` }
      : {};
  for (let at = 0; at < held.length; at += BATCH) {
    const rows = held.slice(at, at + BATCH).map(({ id, version }) => ({ id, version }));
    core.change.restore({ op: 'updates', table, set: { [column]: to, ...why }, rows });
    await core.flush();
  }
}

/** Two parts of one deal become one; leave that the receiver has already is not given twice. */
function joinTwins(core: Core, held: readonly Held[], to: string, twins: readonly Twin[]): void {
  for (const { table, id, version } of held) {
    const twin = twins.find((each) => each.of === id && each.userId === to);
    if (twin && table === 'opportunity_members') {
      core.change.remove(table, id, { version });
      core.change.update(table, twin.id, { share: twin.share + twin.added }, { version: twin.version });
    }
  }
}

/** What somebody has signed cannot become his own request: it stays. */
function withoutSigned(plan: Plan, twins: readonly Twin[]): Plan {
  const isSigned = ({ table, id }: Held, to: string) =>
    table === 'approval_requests' && twins.some((each) => each.of === id && each.userId === to);
  const to = plan.to.map(({ person, rows }) => ({ person, rows: rows.filter((row) => !isSigned(row, person.id)) }));
  const all = (parts: Plan['to']) => parts.reduce((sum, { rows }) => sum + rows.length, 0);
  const count = all(plan.to) - all(to);
  return {
    ...plan,
    to,
    staying: [...plan.staying, ...(count > 0 ? [{ table: 'approval_requests' as const, count }] : [])],
  };
}

function findTwins(core: Core, { personId, to }: Handing): Promise<Twin[]> {
  return core.sql<Twin>({
    name: 'handover-twins',
    text: `SELECT m.id, l.id AS of, m.user_id AS "userId", m.version, m.share, l.share AS added FROM opportunity_members l
             JOIN opportunity_members m ON m.opportunity_id = l.opportunity_id AND m.user_id = ANY ($2::uuid[]) WHERE l.user_id = $1
           UNION ALL SELECT g.id, l.id, g.user_id, g.version, 0, 0 FROM grants l
             JOIN grants g ON (g.entity, g.record_id, g.reason) = (l.entity, l.record_id, l.reason) AND g.user_id = ANY ($2::uuid[]) WHERE l.user_id = $1
           UNION ALL SELECT s.id, r.id, s.decided_by, s.version, 0, 0 FROM approval_requests r
             JOIN approval_steps s ON s.request_id = r.id AND s.decided_by = ANY ($2::uuid[]) WHERE r.requester_id = $1 AND r.state = 'pending'`,
    values: [personId, [...to]],
  });
}

/** The new owner of a customer reads what was sold to him before. */
async function showClosed(core: Core, { from, to }: Plan): Promise<void> {
  for (const { person, rows } of to) {
    const customers = rows.flatMap(({ table, id }) => (table === 'customers' ? [id] : []));
    const closed = await core.sql<{ id: string }>({
      name: 'handover-closed',
      text: `SELECT o.id FROM seen.opportunities o JOIN stages s ON s.key = o.stage_key
              WHERE o.owner_id = $1 AND o.customer_id = ANY ($2::uuid[]) AND s.kind <> 'open'
                AND NOT EXISTS (SELECT FROM grants g WHERE g.entity = 'opportunity' AND g.record_id = o.id AND g.user_id = $3 AND g.reason = 'watcher')`,
      values: [from.id, customers, person.id],
    });
    for (const { id } of closed) {
      core.change.insert('grants', {
        id: newId(),
        entity: 'opportunity',
        recordId: id,
        userId: person.id,
        reason: 'watcher',
      });
    }
  }
}
