import type { Core } from '../context.ts';
import {
  type Digest,
  type DueTask,
  IDLE_DAYS,
  type IdleOpportunity,
  MAX_LINES,
  type NewLead,
  type Section,
} from './digest.ts';
import { LAST_TOUCH } from './idle-since.ts';

/** What the actor himself has to do today. */
export async function findOwnDay(core: Core): Promise<Pick<Digest, 'overdue' | 'dueToday' | 'idle' | 'newLeads'>> {
  const [overdue, dueToday, idle, newLeads] = await Promise.all([
    findTasks(core, 'overdue'),
    findTasks(core, 'today'),
    findIdle(core),
    findNewLeads(core),
  ]);
  return { overdue, dueToday, idle, newLeads };
}

async function findTasks({ sql, actor, today }: Core, when: 'overdue' | 'today'): Promise<Section<DueTask>> {
  const rows = await sql<DueTask & { total: bigint }>({
    name: `digest-tasks-${when}`,
    text: `SELECT t.id, t.title, t.due_on AS "dueOn", t.due_time AS "dueTime", c.name AS "customerName", count(*) OVER () AS total
             FROM tasks t LEFT JOIN seen.customers c ON c.id = t.customer_id
            WHERE t.owner_id = $1 AND t.done_at IS NULL AND t.due_on ${when === 'today' ? '=' : '<'} $2::date
            ORDER BY t.due_on, t.due_time NULLS LAST, t.created_at LIMIT ${MAX_LINES}`,
    values: [actor.userId, today],
  });
  return toSection(rows);
}

async function findIdle({ sql, actor, today }: Core): Promise<Section<IdleOpportunity>> {
  const rows = await sql<IdleOpportunity & { total: bigint }>({
    name: 'digest-idle',
    text: `SELECT i.id, i.name, i.customer_id AS "customerId", c.name AS "customerName", i."idleDays", i.total
             FROM (SELECT o.id, o.name, o.customer_id, $2::date - ${LAST_TOUCH} AS "idleDays", count(*) OVER () AS total
                     FROM seen.opportunities o JOIN stages s ON s.key = o.stage_key AND s.kind = 'open'
                    WHERE o.owner_id = $3 AND ${LAST_TOUCH} <= $2::date - ${IDLE_DAYS}
                    ORDER BY "idleDays" DESC, o.id LIMIT ${MAX_LINES}) i
             LEFT JOIN seen.customers c ON c.id = i.customer_id
            ORDER BY i."idleDays" DESC, i.id`,
    values: [actor.timeZone, today, actor.userId],
  });
  return toSection(rows);
}

async function findNewLeads({ sql, actor, today }: Core): Promise<Section<NewLead>> {
  const rows = await sql<NewLead & { total: bigint }>({
    name: 'digest-leads',
    text: `SELECT id, contact_name AS contact, company, $3::date - (created_at AT TIME ZONE $2)::date AS "waitingDays",
                  count(*) OVER () AS total
             FROM seen.leads WHERE owner_id = $1 AND status = 'new' ORDER BY created_at LIMIT ${MAX_LINES}`,
    values: [actor.userId, actor.timeZone, today],
  });
  return toSection(rows);
}

function toSection<Row extends { total: bigint }>(rows: readonly Row[]): Section<Omit<Row, 'total'>> {
  return { lines: rows.map(({ total: _, ...line }) => line), total: Number(rows[0]?.total ?? 0) };
}
