import type { Core } from '../context.ts';
import { type OpportunityLine, searchOpen } from './find-opportunities.ts';
import { findStages, type Stage } from './stage.ts';

/** Cards a column shows at most; the rest is counted. */
const SHOWN = 5;

export type BoardColumn = {
  stage: Stage;
  count: number;
  /** Whole minor units, by currency. */
  sums: { currency: string; amount: bigint }[];
  /** Worth most first. */
  lines: OpportunityLine[];
};

/** The open opportunities the actor sees, or his own, by stage. */
export async function findBoard(core: Core, { isOwn = false }: { isOwn?: boolean } = {}): Promise<BoardColumn[]> {
  const ownerId = isOwn ? core.actor.userId : null;
  const [stages, sums, lines] = await Promise.all([
    findStages(core),
    core.sql<{ stageKey: string; currency: string; count: number; amount: bigint | null }>({
      name: 'board-sums',
      text: `SELECT o.stage_key AS "stageKey", o.currency, count(*)::int AS count, sum(o.amount)::bigint AS amount
               FROM seen.opportunities o JOIN stages s ON s.key = o.stage_key AND s.kind = 'open'
              WHERE $1::uuid IS NULL OR o.owner_id = $1 GROUP BY o.stage_key, o.currency ORDER BY 4 DESC NULLS LAST`,
      values: [ownerId],
    }),
    searchOpen(core, { ownerId, perStage: SHOWN }),
  ]);
  return stages
    .filter(({ kind }) => kind === 'open')
    .map((stage) => {
      const own = sums.filter(({ stageKey }) => stageKey === stage.key);
      return {
        stage,
        count: own.reduce((total, { count }) => total + count, 0),
        sums: own.flatMap(({ currency, amount }) => (amount === null ? [] : [{ currency, amount }])),
        lines: lines.filter(({ stageKey }) => stageKey === stage.key),
      };
    });
}
