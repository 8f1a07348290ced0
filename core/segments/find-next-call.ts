import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import { IS_OPEN } from '../leads/lead.ts';
import { limitTime, prepare } from '../questions/ask-question.ts';
import type { Entity } from '../questions/catalogue/entity.ts';
import { compileList } from '../questions/compile-list.ts';
import { CALL_LIST, type CalledParty, type CallState, type Segment } from './segment.ts';

/** Whoever comes next, with the row that says who had him, and how far the list is. */
export type NextCall = {
  party: CalledParty | null;
  entryId: string | null;
  entryVersion: number | null;
  isMine: boolean;
  /** Still to be called, whoever comes next among them. */
  left: number;
  /** With somebody else at this moment. */
  elsewhere: number;
  /** What became of the others, by whomever. */
  done: number;
  /** What became of those the actor had. */
  mine: Partial<Record<CallState, number>>;
};

type Called = { entity: CalledParty['entity']; sql: string };

/** Who is behind each record of an entity: the lead that is still open, or the customer it has; undefined where it has none. */
export function calledBy({ table, fields }: Entity): Called | undefined {
  if (table === 'seen.leads x') {
    return { entity: 'lead', sql: `CASE WHEN x.status ${IS_OPEN} THEN x.id END` };
  }
  const customer = fields.find(({ key }) => key === 'customer')?.sql;
  return customer ? { entity: 'customer', sql: customer } : undefined;
}

/**
 * One statement: the list as it is now, without whoever has been seen to, is with somebody else, or is to come later.
 * Whoever left the list meanwhile does not come up (R8). Throws bad_input for a list of what no customer stands behind.
 */
export async function findNextCall(core: Core, { question, id, name }: Segment): Promise<NextCall> {
  const { asked, guards } = await prepare(core, question);
  const called = calledBy(asked.entity);
  if (!called) {
    throw new DomainError('bad_input', `segment ${id} is of nobody to call`, {
      say: {
        en: `“${name}” lists ${asked.entity.many.en}, not customers or leads; open it as a list instead.`,
        zh: `“${name}”是${asked.entity.many.zh}名单，不能逐个联系，请直接打开名单。`,
      },
    });
  }
  const column = `${called.entity}_id`;
  const { text: list, values = [] } = compileList(asked, {
    limit: Math.min(question.limit ?? CALL_LIST.most, CALL_LIST.most),
    isBare: true,
    also: [`${called.sql} AS party`],
  });
  const [segment, me] = [`$${values.length + 1}::uuid`, `$${values.length + 2}::uuid`];
  const [, [row]] = await Promise.all([
    core.sql(limitTime()),
    core.sql<NextCall>({
      text: `WITH members AS (
          SELECT l.party AS id, min(l.n) AS n FROM (SELECT x.party, row_number() OVER () AS n FROM (${list}) x) l
           WHERE l.party IS NOT NULL GROUP BY l.party),
        entries AS (SELECT e.*, e.until > parley_now() AS holds FROM call_list_entries e WHERE e.segment_id = ${segment}),
        open AS (
          SELECT m.id, m.n, e.id AS entry, e.version, coalesce(e.person_id = ${me} AND e.state = 'claimed', false) AS mine
            FROM members m LEFT JOIN entries e ON e.${column} = m.id
           WHERE e.id IS NULL OR NOT e.holds OR (e.person_id = ${me} AND e.state = 'claimed')),
        next AS (SELECT * FROM open ORDER BY mine DESC, n LIMIT 1)
      SELECT CASE WHEN next.id IS NOT NULL THEN json_build_object('entity', '${called.entity}', 'id', next.id) END AS party, next.entry AS "entryId", next.version AS "entryVersion", coalesce(next.mine, false) AS "isMine",
          (SELECT count(*)::int FROM open) AS left,
          (SELECT count(*)::int FROM entries WHERE holds AND state = 'claimed' AND person_id <> ${me}) AS elsewhere,
          (SELECT count(*)::int FROM entries WHERE holds AND state <> 'claimed') AS done,
          (SELECT coalesce(json_object_agg(s.state, s.n), '{}') FROM (
             SELECT state, count(*) AS n FROM entries WHERE holds AND person_id = ${me} GROUP BY state) s) AS mine
        FROM (SELECT 1) one LEFT JOIN next ON true`,
      values: [...values, id, core.actor.userId],
      isRead: true,
    }),
    ...guards,
  ]);
  return (
    row ?? {
      party: null,
      entryId: null,
      entryVersion: null,
      isMine: false,
      left: 0,
      elsewhere: 0,
      done: 0,
      mine: {},
    }
  );
}
