import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import { CONDITION_NAMES, type Condition } from './condition.ts';
import type { OpportunityLine } from './find-opportunities.ts';

/** What a deal had to have to come where it stands is not taken from it there (R26). Throws bad_input naming what it is. */
export async function refuseEmptied(
  core: Core,
  { stageKey, stageName }: Pick<OpportunityLine, 'stageKey' | 'stageName'>,
  emptied: readonly Condition[],
): Promise<void> {
  if (emptied.length === 0) {
    return;
  }
  const asked = await core.sql<{ condition: string }>({
    name: 'stage-asked',
    text: `SELECT DISTINCT c.condition FROM stages at
             JOIN stages s ON s.pipeline_key = at.pipeline_key AND s.kind = 'open' AND s.position <= at.position
            CROSS JOIN LATERAL unnest(CASE WHEN s.key = at.key THEN s.entry ELSE s.entry || s.exit END) c (condition) WHERE at.key = $1`,
    values: [stageKey],
  });
  const needed = emptied.find((each) => asked.some(({ condition }) => condition === each));
  if (needed) {
    const { en, zh } = CONDITION_NAMES[needed];
    throw new DomainError('bad_input', `stage ${stageKey} needs ${needed}`, {
      say: {
        en: `At “${stageName.en}” a deal needs ${en}, so it cannot be emptied. Nothing was changed.`,
        zh: `“${stageName.zh}”阶段要求填写${zh}，不能清空，内容没有改动。`,
      },
    });
  }
}
