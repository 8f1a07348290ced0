import type { Role } from '../actor.ts';
import type { Core } from '../context.ts';
import type { Text } from '../text.ts';
import type { Condition } from './condition.ts';

/** Roles whose signature a stage may ask for, from the nearest up. */
export const SIGNERS = ['manager', 'director', 'executive', 'finance'] as const satisfies readonly Role[];

export type Signer = (typeof SIGNERS)[number];

export type StageKind = 'open' | 'won' | 'lost';

export type Stage = {
  id: string;
  key: string;
  pipelineKey: string;
  name: Text;
  position: number;
  /** Whole percent. */
  probability: number;
  kind: StageKind;
  /** Standing here for longer, a deal is stuck (R29). */
  maxDays: number | null;
  /** Without a follow-up for so long, a deal here may be lost (R30). */
  idleDays: number | null;
  entry: Condition[];
  exit: Condition[];
  /** The task that coming here makes (R28). */
  task: { days: number; title: Text } | null;
  /** Who must agree before a deal comes here (R33). */
  signers: Signer[];
  version: number;
};

type Row = Omit<Stage, 'name' | 'task'> & {
  zh: string;
  en: string;
  taskDays: number | null;
  taskZh: string | null;
  taskEn: string | null;
};

/** SQL: an opportunity stands in an open stage, said so that an index by stage serves: the open are few, the closed history. */
export const isOpenDeal = (row: string): string =>
  `${row}.stage_key = ANY (ARRAY(SELECT key FROM stages WHERE kind = 'open'))`;

/** SQL, to select from: the stages, each with the moment before which what came there is old, worked out once a stage. */
export const PILING = `(SELECT s.key, s.pipeline_key, (SELECT parley_now()) - p.pile_days * interval '1 day' AS pile_before
    FROM stages s JOIN pipelines p ON p.key = s.pipeline_key OFFSET 0)`;

/** Every stage of every pipeline, in their order (R25: they are data). */
export async function findStages(core: Core): Promise<Stage[]> {
  const rows = await core.sql<Row>({
    name: 'stages',
    text: `SELECT s.id, s.key, s.pipeline_key AS "pipelineKey", s.name_zh AS zh, s.name_en AS en, s.position, s.probability, s.kind,
                  s.max_days AS "maxDays", s.idle_days AS "idleDays", s.entry, s.exit,
                  s.task_days AS "taskDays", s.task_zh AS "taskZh", s.task_en AS "taskEn", s.signers, s.version
             FROM stages s JOIN pipelines p ON p.key = s.pipeline_key ORDER BY p.position, p.key, s.position, s.key`,
  });
  return rows.map(({ zh, en, taskDays, taskZh, taskEn, ...stage }) => ({
    ...stage,
    name: { zh, en },
    task:
      taskDays === null || taskZh === null || taskEn === null
        ? null
        : { days: taskDays, title: { zh: taskZh, en: taskEn } },
  }));
}

/** The open stage after this one in its pipeline, or the winning one after the last. */
export function nextStage(stages: readonly Stage[], key: string): Stage | undefined {
  const here = stages.find((stage) => stage.key === key);
  return (
    here &&
    stages.find(
      (stage) => stage.pipelineKey === here.pipelineKey && stage.position > here.position && stage.kind !== 'lost',
    )
  );
}

/**
 * What is meant by a stage's key for a deal that stands in `from`: the same of its own pipeline where another's was said,
 * by what it is (won, lost) or by its name.
 */
export function stageMeant(stages: readonly Stage[], from: Stage, key: string): Stage | undefined {
  const said = stages.find((stage) => stage.key === key);
  if (!said || said.pipelineKey === from.pipelineKey) {
    return said;
  }
  const own = stages.filter(({ pipelineKey }) => pipelineKey === from.pipelineKey);
  return own.find(({ kind, name }) =>
    said.kind === 'open' ? name.zh === said.name.zh || name.en === said.name.en : kind === said.kind,
  );
}
