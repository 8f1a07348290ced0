import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import { peopleBelow } from '../people/below-team.ts';
import { LINE, type OpportunityLine, type OpportunityRow, toLine } from './find-opportunities.ts';
import { openInSight, type Sight, sightOf } from './open-deals.ts';
import { findPipelines, type Pipeline } from './pipeline.ts';
import { findStages, PILING, type Stage } from './stage.ts';
import { nextStepOf, type Standing } from './standing.ts';

/** Cards a column shows at most; the rest is counted. */
const SHOWN = 5;

/** Everything the actor sees where nothing is said; the first pipeline where none is named. */
export type BoardScope = {
  pipelineKey?: string | undefined;
  /** What he owns or shares in. */
  ownerId?: string | undefined;
  /** With the teams below it. */
  teamId?: string | undefined;
};

export type BoardLine = OpportunityLine & Pick<Standing, 'touchedOn' | 'nextStep'>;

export type BoardColumn = {
  stage: Stage;
  count: number;
  /** Whole minor units, by currency. */
  sums: { currency: string; amount: bigint }[];
  /** Whole percent of the board's deals that have stood here for longer than the pipeline's days, where they pile up (R31). */
  piled: number | null;
  /** Worth most first. */
  lines: BoardLine[];
};

export type Board = { pipeline: Pipeline; others: Pipeline[]; columns: BoardColumn[] };

/** Of what the actor sees, the deals of stage `s` a board is about. */
const DEALS = {
  // In two parts: with OR between them, not every server serves both from their indexes.
  owner: () =>
    `(SELECT x.* FROM seen.open_opportunities x WHERE x.owner_id = $2 AND x.stage_key = s.key
      UNION ALL
      SELECT x.* FROM opportunity_members m
        CROSS JOIN LATERAL (SELECT y.* FROM seen.open_opportunities y WHERE y.id = m.opportunity_id OFFSET 0) x
       WHERE m.user_id = $2 AND x.owner_id <> $2 AND x.stage_key = s.key)`,
  team: () => openInSight('all', `x.stage_key = s.key AND x.owner_id = ANY (${peopleBelow('$2')})`),
  all: (sight: Sight) => openInSight(sight, 'x.stage_key = s.key AND $2::uuid IS NULL'),
} as const;

/** Of stage `s`. */
const OF_PIPELINE =
  's.pipeline_key = coalesce($1::text, (SELECT p.key FROM pipelines p ORDER BY p.position, p.key LIMIT 1))';

type Sum = { stageKey: string; currency: string; count: number; old: number; amount: bigint | null };

type Row = OpportunityRow & Pick<BoardLine, 'touchedOn' | 'nextStep'>;

/** The open opportunities of one pipeline by stage, among those the actor sees (R32). */
export async function findBoard(core: Core, { pipelineKey, ownerId, teamId }: BoardScope = {}): Promise<Board> {
  const scope = ownerId ? 'owner' : teamId ? 'team' : 'all';
  const sight = scope === 'all' ? sightOf(core.actor) : 'all';
  const deals = DEALS[scope](sight);
  const about = [pipelineKey ?? null, ownerId ?? teamId ?? null];
  const [pipelines, stages, sums, rows] = await Promise.all([
    findPipelines(core),
    findStages(core),
    core.sql<Sum>({
      name: `board-sums-${scope}-${sight}`,
      text: `SELECT x.stage_key AS "stageKey", x.currency, count(*)::int AS count, sum(x.amount)::bigint AS amount,
                    count(*) FILTER (WHERE x.stage_since < s.pile_before)::int AS old
               FROM ${PILING} s CROSS JOIN LATERAL ${deals} x WHERE ${OF_PIPELINE} GROUP BY x.stage_key, x.currency ORDER BY 4 DESC NULLS LAST`,
      values: about,
    }),
    core.sql<Row>({
      name: `board-lines-${scope}-${sight}`,
      text: `SELECT line.*, top.touched_on AS "touchedOn",
                    ${nextStepOf({ id: 'line.id', customer: 'line."customerId"' })} AS "nextStep"
               FROM stages s
               CROSS JOIN LATERAL (SELECT x.id, x.touched_on FROM ${deals} x ORDER BY x.amount DESC NULLS LAST, x.id LIMIT $3) top
               CROSS JOIN LATERAL (${LINE} WHERE o.id = top.id) line
              WHERE ${OF_PIPELINE} ORDER BY line.amount DESC NULLS LAST, line.id`,
      values: [...about, SHOWN],
    }),
  ]);
  const pipeline = pipelines.find(({ key }) => pipelineKey === undefined || key === pipelineKey);
  if (!pipeline) {
    throw new DomainError('not_found', `pipeline ${pipelineKey}`);
  }
  const all = sums.reduce((total, { count }) => total + count, 0);
  const columns = stages
    .filter((stage) => stage.kind === 'open' && stage.pipelineKey === pipeline.key)
    .map((stage) => toColumn(stage, { pipeline, all, sums, rows }));
  return { pipeline, others: pipelines.filter((each) => each !== pipeline), columns };
}

function toColumn(
  stage: Stage,
  { pipeline, all, sums, rows }: { pipeline: Pipeline; all: number; sums: readonly Sum[]; rows: readonly Row[] },
): BoardColumn {
  const own = sums.filter(({ stageKey }) => stageKey === stage.key);
  const old = own.reduce((total, each) => total + each.old, 0);
  const percent = all === 0 ? 0 : Math.floor((old * 100) / all);
  return {
    stage,
    count: own.reduce((total, { count }) => total + count, 0),
    sums: own.flatMap(({ currency, amount }) => (amount === null ? [] : [{ currency, amount }])),
    piled: old >= pipeline.pileDeals && percent >= pipeline.pilePercent ? percent : null,
    lines: rows
      .filter(({ stageKey }) => stageKey === stage.key)
      .map(({ touchedOn, nextStep, ...row }) => ({ ...toLine(row), touchedOn, nextStep })),
  };
}
