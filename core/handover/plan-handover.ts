import type { Role } from '../actor.ts';
import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import { BELONGING_TABLES, type Belonging, type BelongingTable, belongingOf } from './belongings.ts';
import { type Home, type Receiver, shareOut } from './share-out.ts';

/** One row that somebody is responsible for. */
export type Held = {
  table: BelongingTable;
  id: string;
  version: number;
  title: string;
  home: string | null;
  region: string | null;
  industry: string | null;
};

export type Person = { id: string; name: string; roles: Role[]; isActive: boolean };

/** Signatures that wait for a role of his. */
export type Signing = { role: Role; waiting: number; others: string[] };

export type Plan = {
  from: Person;
  /** What each would have. */
  to: { person: Person; rows: Held[] }[];
  /** What the actor may not give away. */
  staying: { table: BelongingTable; count: number }[];
  signing: Signing[];
  /** Who would have asked for what nobody but he may sign, and how many such signatures wait (R42). */
  soleSigners: SoleSigner[];
};

export type SoleSigner = { name: string; role: Role; waiting: number };

/** Whose is given to whom; where a customer or a deal is named, only that one and what hangs on it. */
export type Handing = {
  personId: string;
  to: readonly string[];
  customerId?: string | undefined;
  opportunityId?: string | undefined;
};

type Named = Person & Receiver & { mayBeGiven: boolean };

/** What is person $1's and still asks for somebody: all of it, or what hangs on customer $2 or deal $3. */
const meant = ({ column, open, home, deal = 'NULL::uuid' }: Belonging) =>
  [
    ...(column ? [`t.${column} = $1`] : []),
    ...(open ? [open] : []),
    `($2::uuid IS NULL OR ${home} = $2) AND ($3::uuid IS NULL OR ${deal} = $3)`,
  ].join(' AND ');

// Locked for writing, a row is there only for whoever may change it: what is not stays.
const HELD = BELONGING_TABLES.map((table) => {
  const belonging = belongingOf(table);
  const { title, home, region, industry } = belonging;
  return `${table}_held AS MATERIALIZED (
    SELECT '${table}' AS "table", t.id, t.version, ${title} AS title, ${home} AS home, ${region ?? 'NULL'}::text AS region, ${industry ?? 'NULL'}::text AS industry
      FROM ${table} t WHERE ${meant(belonging)} ORDER BY t.id FOR NO KEY UPDATE)`;
}).join(', ');

const COUNTED = BELONGING_TABLES.map(
  (table) => `SELECT '${table}' AS "table", count(*)::int AS count FROM ${table} t WHERE ${meant(belongingOf(table))}`,
).join(' UNION ALL ');

/**
 * Who would get what of somebody's: all of it, or, among several, what shareOut says; what hangs on nothing goes to the first.
 * Throws forbidden for whom the actor is not above, bad_input for a handover to oneself.
 */
export async function planHandover(core: Core, { personId, to, customerId, opportunityId }: Handing): Promise<Plan> {
  const people = await core.sql<Named>({
    name: 'handover-people',
    text: `SELECT u.id, u.name, u.roles, u.active AS "isActive", u.id = ANY (parley_workable()) AS "mayBeGiven",
             coalesce(p.regions, '{}') AS regions, coalesce(p.industries, '{}') AS industries
             FROM users u LEFT JOIN routing_profiles p ON p.user_id = u.id WHERE u.id = ANY ($1::uuid[])`,
    values: [[personId, ...to]],
  });
  const named = (id: string) => getNamed(people, id);
  const from = named(personId);
  const receivers = [...new Set(to)].map(named);
  const isPart = customerId !== undefined || opportunityId !== undefined;
  refuseUnfit(core, from, receivers, { isOwnAllowed: isPart });
  const [held, counts, signing] = await Promise.all([
    core.sql<Held>({
      name: 'handover-rows',
      text: `WITH ${HELD} ${BELONGING_TABLES.map((table) => `SELECT * FROM ${table}_held`).join(' UNION ALL ')}`,
      values: [personId, customerId ?? null, opportunityId ?? null],
    }),
    core.sql<{ table: BelongingTable; count: number }>({
      name: 'handover-counts',
      text: COUNTED,
      values: [personId, customerId ?? null, opportunityId ?? null],
    }),
    isPart ? [] : findSigning(core, personId),
  ]);
  // Nobody gives his own request away (R42).
  const rows = held.filter(({ table }) => personId !== core.actor.userId || table !== 'approval_requests');
  const homes = rows.flatMap(({ home, region, industry }): Home[] => (home ? [{ id: home, region, industry }] : []));
  const given = shareOut(homes, receivers);
  const [first] = receivers;
  const takerOf = ({ home }: Held) => (home && given.get(home)) || first?.id;
  const parts = receivers.map((person) => ({ person, rows: rows.filter((row) => takerOf(row) === person.id) }));
  return {
    from,
    to: parts,
    staying: counts.flatMap(({ table, count }) => {
      const left = count - rows.filter((row) => row.table === table).length;
      return left > 0 ? [{ table, count: left }] : [];
    }),
    signing,
    soleSigners: await findSoleSigners(core, parts),
  };
}

function getNamed(people: readonly Named[], id: string): Named {
  const person = people.find((each) => each.id === id);
  if (!person) {
    throw new DomainError('not_found', `user ${id}`);
  }
  return person;
}

function refuseUnfit(
  { actor }: Core,
  from: Named,
  receivers: readonly Named[],
  { isOwnAllowed }: { isOwnAllowed: boolean },
): void {
  if (from.id === actor.userId && !isOwnAllowed) {
    throw new DomainError('forbidden', 'a handover of one’s own', {
      say: {
        en: 'What is yours is handed over by somebody above you, or an admin.',
        zh: '你自己的工作请由上级或管理员办理交接。',
      },
    });
  }
  const above = [from, ...receivers].find(({ mayBeGiven }) => !mayBeGiven);
  if (above) {
    throw new DomainError('forbidden', `a handover with ${above.id}`, {
      say: {
        en: `${above.name} is not in your teams. Ask an admin.`,
        zh: `${above.name}不在你管理的团队中，请联系管理员。`,
      },
    });
  }
  const unfit = receivers.find(({ id, isActive }) => !isActive || id === from.id);
  if (unfit) {
    throw new DomainError('bad_input', `a handover to ${unfit.id}`, {
      say: {
        en: `${unfit.name} cannot take it over. Choose somebody else who is active.`,
        zh: `${unfit.name}无法接手，请选择其他在职同事。`,
      },
    });
  }
}

/** Steps are signed by role, so they move by themselves; who is left to sign them is worth knowing before somebody goes. */
function findSigning(core: Core, personId: string): Promise<Signing[]> {
  return core.sql<Signing>({
    name: 'handover-signing',
    text: `SELECT s.role, count(*)::int AS waiting,
             ARRAY(SELECT a.name FROM users a WHERE s.role = ANY (a.roles) AND a.active AND a.id <> $1 ORDER BY a.name LIMIT 3) AS others
             FROM approval_steps s JOIN approval_requests r ON r.id = s.request_id JOIN users u ON u.id = $1
            WHERE s.state = 'pending' AND r.state = 'pending' AND s.role = ANY (u.roles) AND r.requester_id <> $1
            GROUP BY s.role ORDER BY s.role`,
    values: [personId],
  });
}

/** A request that somebody takes over is his own from then on: where he alone could sign it, nobody can. */
async function findSoleSigners(core: Core, parts: Plan['to']): Promise<SoleSigner[]> {
  const asked = parts.flatMap(({ person, rows }) =>
    rows.flatMap(({ table, id }) => (table === 'approval_requests' ? [{ request: id, person: person.id }] : [])),
  );
  if (asked.length === 0) {
    return [];
  }
  return core.sql<SoleSigner>({
    name: 'handover-sole-signers',
    text: `SELECT u.name, s.role, count(*)::int AS waiting
             FROM unnest($1::uuid[], $2::uuid[]) AS g (request, person) JOIN users u ON u.id = g.person
             JOIN approval_steps s ON s.request_id = g.request AND s.state IN ('waiting', 'pending') AND s.role = ANY (u.roles)
            WHERE NOT EXISTS (SELECT FROM users a WHERE s.role = ANY (a.roles) AND a.active AND a.id <> u.id)
            GROUP BY u.name, s.role ORDER BY u.name, s.role`,
    values: [asked.map(({ request }) => request), asked.map(({ person }) => person)],
  });
}
