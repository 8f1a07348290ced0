import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import { briefQuestionSchema } from '../questions/question.ts';
import type { Segment } from './segment.ts';

type Row = Omit<Segment, 'question'> & { question: unknown };

const LINE = `SELECT s.id, s.name, s.owner_id AS "ownerId", u.name AS "ownerName", t.name AS "teamName", s.question, s.version,
    s.owner_id = ANY ((SELECT parley_workable())::uuid[]) AS "mayChange"
  FROM segments s JOIN users u ON u.id = s.owner_id LEFT JOIN teams t ON t.id = s.team_id`;

/** Those the actor may use, his own first. */
export async function findSegments(core: Core, { limit = 20 }: { limit?: number } = {}): Promise<Segment[]> {
  const rows = await core.sql<Row>({
    name: 'segments-mine',
    text: `${LINE} WHERE s.owner_id = $1 OR s.team_id = ANY ((SELECT parley_own_teams())::uuid[])
           ORDER BY s.owner_id = $1 DESC, s.created_at DESC LIMIT $2`,
    values: [core.actor.userId, limit],
    isRead: true,
  });
  // One that was saved by an older version is told of by whoever opens it, and hides none of the others.
  return rows.flatMap((row) => readSegment(row) ?? []);
}

/** Those called so, or whose name holds what was said. */
export async function searchSegments(core: Core, { mention }: { mention: string }): Promise<Segment[]> {
  const said = mention.toLowerCase();
  const all = await findSegments(core, { limit: 200 });
  const exact = all.filter(({ name }) => name.toLowerCase() === said);
  return exact.length > 0 ? exact : all.filter(({ name }) => name.toLowerCase().includes(said));
}

/** Throws not_found. */
export async function getSegment(core: Core, id: string): Promise<Segment> {
  const [row] = await core.sql<Row>({ name: 'segment', text: `${LINE} WHERE s.id = $1`, values: [id], isRead: true });
  if (!row) {
    throw new DomainError('not_found', `segment ${id}`);
  }
  return toSegment(row);
}

function readSegment({ question, ...row }: Row): Segment | undefined {
  const { data } = briefQuestionSchema.safeParse(question);
  return data && { ...row, question: data };
}

function toSegment(row: Row): Segment {
  const segment = readSegment(row);
  if (!segment) {
    throw new DomainError('out_of_date', `the question of segment ${row.id}`, {
      say: {
        en: `“${row.name}” was saved by an older version; please ask and save it again.`,
        zh: `“${row.name}”是旧版本保存的，请重新查询并保存。`,
      },
    });
  }
  return segment;
}
