import type { Core } from '../context.ts';
import type { Text } from '../text.ts';

export type Stage = { key: string; name: Text; position: number; probability: number; kind: 'open' | 'won' | 'lost' };

/** The company's stages in their order (R25: they are data). */
export async function findStages(core: Core): Promise<Stage[]> {
  const rows = await core.sql<{
    key: string;
    zh: string;
    en: string;
    position: number;
    probability: number;
    kind: Stage['kind'];
  }>({
    name: 'stages',
    text: 'SELECT key, name_zh AS zh, name_en AS en, position, probability, kind FROM stages ORDER BY position',
  });
  return rows.map(({ zh, en, ...stage }) => ({ ...stage, name: { zh, en } }));
}

/** The open stage after this one, or the winning one after the last. */
export function nextStage(stages: readonly Stage[], key: string): Stage | undefined {
  const here = stages.find((stage) => stage.key === key);
  return here && stages.find((stage) => stage.position > here.position && stage.kind !== 'lost');
}
