import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import { newId } from '../id.ts';
import type { Text } from '../text.ts';
import { findPipelines, type Pipeline } from './pipeline.ts';
import { findStages } from './stage.ts';

export type PipelineChange = Partial<
  Pick<Pipeline, 'skipping' | 'winning' | 'goingBack' | 'pileDays' | 'pilePercent' | 'pileDeals'>
>;

/** Throws not_found. */
export async function changePipeline(core: Core, key: string, change: PipelineChange): Promise<void> {
  const { id, version } = pipelineIn(await findPipelines(core), key);
  if (Object.keys(change).length > 0) {
    core.change.update('pipelines', id, change, { version });
  }
}

/** A pipeline of its own with the stages and rules of another, to be changed from there. Throws exists for a name that is taken. */
export async function addPipeline(
  core: Core,
  { name, like }: { name: Text; like?: string | undefined },
): Promise<string> {
  const [pipelines, stages] = await Promise.all([findPipelines(core), findStages(core)]);
  if (pipelines.some((each) => each.name.zh === name.zh || each.name.en.toLowerCase() === name.en.toLowerCase())) {
    throw new DomainError('exists', `a pipeline called ${name.en}`, {
      say: { en: `There is a pipeline called ${name.en} already.`, zh: `已有名为“${name.zh}”的流程。` },
    });
  }
  const { name: _, id: _id, version: _version, ...rules } = pipelineIn(pipelines, like ?? pipelines[0]?.key ?? '');
  const key = newId();
  const position = Math.max(...pipelines.map((each) => each.position)) + 1;
  core.change.insert('pipelines', { ...rules, id: newId(), key, nameZh: name.zh, nameEn: name.en, position });
  for (const { name: called, task, version: _stageVersion, ...stage } of stages) {
    if (stage.pipelineKey === rules.key) {
      core.change.insert('stages', {
        ...stage,
        id: newId(),
        key: newId(),
        pipelineKey: key,
        nameZh: called.zh,
        nameEn: called.en,
        taskDays: task?.days ?? null,
        taskZh: task?.title.zh ?? null,
        taskEn: task?.title.en ?? null,
      });
    }
  }
  return key;
}

function pipelineIn(pipelines: readonly Pipeline[], key: string): Pipeline {
  const pipeline = pipelines.find((each) => each.key === key);
  if (!pipeline) {
    throw new DomainError('not_found', `pipeline ${key}`);
  }
  return pipeline;
}
