// For every role somebody with nothing but that role, a colleague below him, and a stranger; and a row of every table, in
// every relation to him.
import { randomUUID } from 'node:crypto';
import { ROLES, type Role } from '../../core/actor.ts';
import type { Database } from '../../core/db/database.ts';
import { RELATIONS, type Relation } from '../../core/permissions/matrix/rule.ts';
import { type Making, SAMPLES } from './matrix-samples.ts';

export type Member = { role: Role; me: string; mate: string; stranger: string };

export type Standing = { [Table in string]: Partial<Record<Relation, Making>> };

/** One of them for each role, with a row of every table in every relation, put there past every policy. */
export async function openCast({ pool }: Database): Promise<Map<Role, { member: Member; rows: Standing }>> {
  const cast = new Map<Role, { member: Member; rows: Standing }>();
  // What a deal may be made of, and whom it may be shared with.
  await pool.query(
    `INSERT INTO products (id, name_zh, name_en, code, price, currency) VALUES (gen_random_uuid(), '样品', 'Sample', 'P-0', 1, 'CNY')`,
  );
  await pool.query(
    `INSERT INTO object_types (id, key, name_zh, name_en, label_zh, label_en) VALUES (gen_random_uuid(), 'vehicle', '车辆', 'Vehicle', '车牌', 'Plate')`,
  );
  await pool.query(`INSERT INTO users (id, name, roles) VALUES (gen_random_uuid(), '协作同事', '{rep}')`);
  for (const role of ROLES) {
    const member: Member = { role, me: randomUUID(), mate: randomUUID(), stranger: randomUUID() };
    await pool.query(
      `INSERT INTO users (id, name, roles) VALUES ($1, '我', $4), ($2, '同组', '{rep}'), ($3, '旁人', '{rep}')`,
      [member.me, member.mate, member.stranger, [role]],
    );
    await pool.query(
      'WITH team AS (INSERT INTO teams (id, name, lead_id) VALUES (gen_random_uuid(), $1, $2) RETURNING id) UPDATE users SET team_id = (SELECT id FROM team) WHERE id = $3',
      [role, member.me, member.mate],
    );
    const rows: Standing = {};
    for (const relation of RELATIONS) {
      for (const [table, making] of await putRows(pool, member, relation)) {
        rows[table] = { ...rows[table], [relation]: making };
      }
    }
    cast.set(role, { member, rows });
  }
  return cast;
}

function ownerOf({ me, mate, stranger }: Member, relation: Relation): string | null {
  return { own: me, team: mate, other: stranger, granted: stranger, any: stranger, pool: null }[relation];
}

async function putRows(pool: Database['pool'], member: Member, relation: Relation): Promise<[string, Making][]> {
  const ids = new Map<string, string>([...Object.keys(SAMPLES), 'asked'].map((table) => [table, randomUUID()]));
  const idOf = (table: string) => ids.get(table) ?? '';
  if (relation === 'own') ids.set('users', member.me);
  const owner = ownerOf(member, relation);
  const parents = {
    customer: idOf('customers'),
    lead: idOf('leads'),
    opportunity: idOf('opportunities'),
    asked: idOf('asked'),
    request: idOf('approval_requests'),
    change: idOf('changes'),
    ticket: idOf('service_tickets'),
    segment: idOf('segments'),
    delivery: idOf('deliveries'),
    report: idOf('reports'),
  };
  const rows: [string, Making][] = [];
  for (const [table, { relations, insert }] of Object.entries(SAMPLES)) {
    if (relations.includes(relation)) {
      const making: Making = { id: idOf(table), relation, owner, by: owner ?? member.stranger, ...parents };
      if (making.id !== member.me) await pool.query(insert(making));
      if (table === 'opportunities') await pool.query(insert({ ...making, id: making.asked }));
      rows.push([table, making]);
    }
  }
  for (const [entity, table] of relation === 'granted' ? GRANTED : []) {
    await pool.query(
      `INSERT INTO grants (id, entity, record_id, user_id, reason) VALUES (gen_random_uuid(), $1, $2, $3, 'delegate')`,
      [entity, idOf(table), member.me],
    );
  }
  return rows;
}

const GRANTED = [
  ['customer', 'customers'],
  ['lead', 'leads'],
  ['opportunity', 'opportunities'],
  ['opportunity', 'asked'],
] as const;
