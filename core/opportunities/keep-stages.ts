import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import { newId } from '../id.ts';
import { bothNames } from '../names/both-names.ts';
import { reworded, type Text } from '../text.ts';
import type { Condition } from './condition.ts';
import { findStages, type Signer, type Stage } from './stage.ts';

export type StageChange = {
  nameZh?: string | undefined;
  nameEn?: string | undefined;
  probability?: number | undefined;
  /** Null lifts the limit. */
  maxDays?: number | null | undefined;
  idleDays?: number | null | undefined;
  entry?: Condition[] | undefined;
  exit?: Condition[] | undefined;
  signers?: Signer[] | undefined;
  /** Null makes none; a title is in the actor's language, and what is left out of it stays. */
  task?: { days?: number | undefined; title?: string | undefined } | null | undefined;
  /** The stage it comes after; null puts it first. */
  after?: string | null | undefined;
  /** The stage it comes before, instead. */
  before?: string | undefined;
};

/** Throws not_found. */
export async function getStage(core: Core, key: string): Promise<Stage> {
  return stageIn(await findStages(core), key);
}

function stageIn(stages: readonly Stage[], key: string): Stage {
  const stage = stages.find((each) => each.key === key);
  if (!stage) {
    throw new DomainError('not_found', `stage ${key}`);
  }
  return stage;
}

/** Changes what is given of a stage; its key stays, so the deals in it do too. Throws exists for a name that is taken. */
export async function changeStage(core: Core, key: string, change: StageChange): Promise<void> {
  const stages = await findStages(core);
  const stage = stageIn(stages, key);
  const siblings = stages.filter(({ pipelineKey }) => pipelineKey === stage.pipelineKey);
  refuseTaken(
    siblings.filter((each) => each.key !== key),
    change,
  );
  const { nameZh, nameEn, probability, maxDays, idleDays, entry, exit, signers, task, before } = change;
  const after = before === undefined ? change.after : behind(siblings, { key, before });
  const name = bothNames(stage.name, { nameZh, nameEn }) ?? stage.name;
  const set = {
    ...(name.zh === stage.name.zh ? {} : { nameZh: name.zh }),
    ...(name.en === stage.name.en ? {} : { nameEn: name.en }),
    ...(probability === undefined ? {} : { probability }),
    ...(maxDays === undefined ? {} : { maxDays }),
    ...(idleDays === undefined ? {} : { idleDays }),
    ...(entry === undefined ? {} : { entry }),
    ...(exit === undefined ? {} : { exit }),
    ...(signers === undefined ? {} : { signers }),
    ...toTask(core, task, stage.task),
  };
  if (Object.keys(set).length > 0) {
    core.change.update('stages', stage.id, set, { version: stage.version });
  }
  if (after !== undefined && after !== key) {
    await core.flush();
    order(core, await findStages(core), stage, after);
  }
}

/** A new open stage of a pipeline, behind its last open one where nothing else is said. */
export async function addStage(
  core: Core,
  { pipelineKey, name, ...rest }: Omit<StageChange, 'nameZh' | 'nameEn'> & { pipelineKey: string; name: Text },
): Promise<string> {
  const own = (await findStages(core)).filter((stage) => stage.pipelineKey === pipelineKey);
  if (own.length === 0) {
    throw new DomainError('not_found', `pipeline ${pipelineKey}`);
  }
  refuseTaken(own, { nameZh: name.zh, nameEn: name.en });
  const key = newId();
  core.change.insert('stages', {
    id: newId(),
    key,
    pipelineKey,
    nameZh: name.zh,
    nameEn: name.en,
    position: Math.max(...own.map(({ position }) => position)) + 1,
    probability: rest.probability ?? 0,
    kind: 'open',
  });
  await core.flush();
  const lastOpen = own.filter(({ kind }) => kind === 'open').at(-1);
  await changeStage(core, key, {
    ...rest,
    ...(rest.before === undefined ? { after: rest.after ?? lastOpen?.key ?? null } : {}),
  });
  return key;
}

/** The stage that comes right before the one named; null where that is the first. */
function behind(stages: readonly Stage[], { key, before }: { key: string; before: string }): string | null {
  const others = stages.filter((each) => each.key !== key);
  const at = others.findIndex((each) => each.key === before);
  return at < 0 ? before : (others[at - 1]?.key ?? null);
}

/** Takes a stage away that no deal stands in. Throws built_upon, bad_transition for the last of its kind. */
export async function removeStage(core: Core, key: string): Promise<Stage> {
  const stages = await findStages(core);
  const stage = stageIn(stages, key);
  const [used] = await core.sql<{ count: number }>({
    name: 'stage-deals',
    text: 'SELECT count(*)::int AS count FROM seen.opportunities WHERE stage_key = $1',
    values: [key],
  });
  if (used && used.count > 0) {
    throw new DomainError('built_upon', `stage ${key} holds ${used.count} opportunities`, {
      say: {
        en: `${used.count} deals stand in ${stage.name.en}. Move them on first; a stage can also just be renamed.`,
        zh: `还有 ${used.count} 个商机处于${stage.name.zh}，请先移走；也可以直接改名。`,
      },
    });
  }
  const like = stages.filter(({ pipelineKey, kind }) => pipelineKey === stage.pipelineKey && kind === stage.kind);
  if (like.length === 1) {
    throw new DomainError('bad_transition', `stage ${key} is the last of its kind`, {
      say: {
        en: 'A pipeline needs an open stage, a won one and a lost one.',
        zh: '每条流程至少要有一个进行中阶段、一个赢单阶段和一个输单阶段。',
      },
    });
  }
  core.change.remove('stages', stage.id, { version: stage.version });
  return stage;
}

function toTask({ actor }: Core, task: StageChange['task'], known: Stage['task']) {
  if (task === undefined) {
    return {};
  }
  if (task === null) {
    return { taskDays: null, taskZh: null, taskEn: null };
  }
  const title = task.title === undefined ? known?.title : reworded(known?.title, task.title, actor.locale);
  if (!title && !task.days) {
    return {};
  }
  if (!title) {
    throw new DomainError('bad_input', 'days for no task', {
      say: { en: 'Please also say what the task is.', zh: '请同时填写任务内容。' },
    });
  }
  return { taskDays: task.days ?? known?.days ?? 0, taskZh: title.zh, taskEn: title.en };
}

function refuseTaken(others: readonly Stage[], { nameZh, nameEn }: Pick<StageChange, 'nameZh' | 'nameEn'>): void {
  const taken = others.find(({ name }) => name.zh === nameZh || name.en.toLowerCase() === nameEn?.toLowerCase());
  if (taken) {
    throw new DomainError('exists', `a stage called ${taken.name.en}`, {
      say: {
        en: `There is a stage called ${taken.name.en} already.`,
        zh: `已有名为“${taken.name.zh}”的阶段。`,
      },
    });
  }
}

/** Puts an open stage behind another open one; won and lost stay at the end. */
function order(core: Core, stages: readonly Stage[], moved: Stage, after: string | null): void {
  const own = stages.filter(({ pipelineKey }) => pipelineKey === moved.pipelineKey);
  const here = own.find(({ key }) => key === moved.key);
  const others = own.filter(({ key }) => key !== moved.key);
  const at = after === null ? 0 : others.findIndex(({ key }) => key === after) + 1;
  if (!here || moved.kind !== 'open' || (after !== null && (at === 0 || others[at - 1]?.kind !== 'open'))) {
    throw new DomainError('bad_input', `stage ${moved.key} after ${after}`, {
      say: {
        en: 'Only open stages have a place to choose, behind another open one.',
        zh: '只有进行中的阶段可以调整顺序，且只能放在另一个进行中的阶段之后。',
      },
    });
  }
  const ordered = [...others.slice(0, at), here, ...others.slice(at)];
  for (const [index, { id, position, version }] of ordered.entries()) {
    if (position !== index + 1) {
      core.change.update('stages', id, { position: index + 1 }, { version });
    }
  }
}
