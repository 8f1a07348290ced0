import type { Core } from '../context.ts';
import type { Section } from '../today/today.ts';
import { MAX_LINES, type Standing, type Worst } from './digest.ts';
import { IDLE_DAYS, isQuietUntil, lastTouch } from './idle-since.ts';

type Row = Omit<Standing, 'worst'> & {
  total: bigint;
  idleId: string | null;
  idleName: string | null;
  idleDays: number | null;
  lateId: string | null;
  lateTitle: string | null;
  lateDays: number | null;
};

/** How those the actor leads stand, each with the thing to look at first; people with nothing late are left out. */
export async function findPeopleStanding({ sql, actor, today }: Core): Promise<Section<Standing>> {
  const rows = await sql<Row>({
    name: 'digest-people',
    text: `WITH mine AS (SELECT id, name FROM users WHERE id = ANY ((SELECT parley_visible())::uuid[]) AND id <> $3 AND active),
             idle AS (
               SELECT o.owner_id, count(*)::int AS number, (array_agg(o.id ORDER BY o.touched, o.id))[1] AS id, $2::date - min(o.touched) AS days
                 FROM (SELECT o.id, o.owner_id, ${lastTouch('o', '$1')} AS touched FROM mine JOIN seen.open_opportunities o ON o.owner_id = mine.id
                        WHERE ${isQuietUntil('o', `$2::date - ${IDLE_DAYS}`)}) o
                WHERE o.touched <= $2::date - ${IDLE_DAYS} GROUP BY o.owner_id),
             late AS (
               SELECT t.owner_id, count(*)::int AS number, (array_agg(t.id ORDER BY t.due_on, t.id))[1] AS id,
                      (array_agg(t.title ORDER BY t.due_on, t.id))[1] AS title, $2::date - min(t.due_on) AS days
                 FROM tasks t WHERE t.owner_id IN (SELECT id FROM mine) AND t.done_at IS NULL AND t.due_on < $2::date GROUP BY t.owner_id)
           SELECT m.id, m.name, coalesce(l.number, 0) AS overdue, coalesce(i.number, 0) AS idle, count(*) OVER () AS total,
                  i.id AS "idleId", (SELECT o.name FROM seen.opportunities o WHERE o.id = i.id) AS "idleName", i.days AS "idleDays", l.id AS "lateId", l.title AS "lateTitle", l.days AS "lateDays"
             FROM mine m LEFT JOIN idle i ON i.owner_id = m.id LEFT JOIN late l ON l.owner_id = m.id
            WHERE i.number > 0 OR l.number > 0
            ORDER BY coalesce(l.number, 0) + coalesce(i.number, 0) DESC, m.name, m.id LIMIT ${MAX_LINES}`,
    values: [actor.timeZone, today, actor.userId],
  });
  const lines = rows.flatMap(({ id, name, overdue, idle, ...row }) => {
    const worst = worstOf(row);
    return worst ? [{ id, name, overdue, idle, worst }] : [];
  });
  return { lines, total: Number(rows[0]?.total ?? 0) };
}

/** An opportunity left alone costs more than a task a day late, so it comes first. */
function worstOf({
  idleId,
  idleName,
  idleDays,
  lateId,
  lateTitle,
  lateDays,
}: Omit<Row, keyof Standing>): Worst | undefined {
  if (idleId) {
    return { kind: 'opportunity', id: idleId, name: idleName ?? '', days: idleDays ?? 0 };
  }
  return lateId ? { kind: 'task', id: lateId, name: lateTitle ?? '', days: lateDays ?? 0 } : undefined;
}
