import type { Core } from '../context.ts';
import { newId } from '../id.ts';
import { toRank } from '../leads/find-sources.ts';
import { RULES } from '../leads/response.ts';
import { matchOwn } from '../names/own-words.ts';
import { tagKey } from '../tags/find-tags.ts';
import { planTemplate, type TemplatePlan } from './plan-template.ts';
import type { TemplateStage } from './template.ts';

/**
 * Puts an industry's usual set-up in place, in one change with one Undo (R63). What is in use or was changed by hand stays as
 * it is; the plan says so. Undo is refused once something was built on it.
 */
export async function applyTemplate(core: Core, key: string): Promise<TemplatePlan> {
  const plan = await planTemplate(core, key);
  const { template, rules, tierA } = plan;
  if (plan.stages.part === 'set') {
    setStages(core, plan);
  }
  addSources(core, plan);
  for (const { zh, en } of plan.tags) {
    const names = { nameZh: zh, nameEn: en };
    core.change.insert('tags', {
      id: newId(),
      key: tagKey(zh),
      synonyms: [tagKey(en)],
      ...names,
      createdBy: core.actor.userId,
    });
  }
  if (rules.part === 'set') {
    core.change.update('lead_rules', RULES, template.rules, { version: rules.version });
  }
  if (tierA.part === 'set' && tierA.rule) {
    core.change.update(
      'tier_rules',
      tierA.rule.id,
      { conditions: [...template.tierA] },
      { version: tierA.rule.version },
    );
  }
  for (const [index, { key: type, name, label, synonyms, fields, rules: asks }] of plan.objects.entries()) {
    const back = plan.removed.find((known) => known.key === type);
    if (back) {
      core.change.update('object_types', back.id, { active: true }, { version: back.version });
      continue;
    }
    core.change.insert('object_types', {
      id: newId(),
      key: type,
      nameZh: name.zh,
      nameEn: name.en,
      labelZh: label.zh,
      labelEn: label.en,
      synonyms: [...synonyms],
      fields,
      rules: asks,
      position: index + 1,
    });
  }
  return plan;
}

/** Stages of the same key stay the same stage; the others of the pipeline go, its won and lost ones come last. */
function setStages({ change }: Core, { template, stages: { own, pipeline } }: TemplatePlan): void {
  const kept = new Set(template.stages.map(({ key }) => key));
  for (const stage of own.filter(({ kind, key }) => kind === 'open' && !kept.has(key))) {
    change.remove('stages', stage.id, { version: stage.version });
  }
  for (const [index, stage] of template.stages.entries()) {
    const known = own.find(({ key, kind }) => key === stage.key && kind === 'open');
    const set = { ...toRow(stage), position: index + 1 };
    if (known) {
      change.update('stages', known.id, set, { version: known.version });
    } else {
      change.insert('stages', { id: newId(), key: stage.key, pipelineKey: pipeline.key, kind: 'open', ...set });
    }
  }
  for (const [index, stage] of own.filter(({ kind }) => kind !== 'open').entries()) {
    change.update('stages', stage.id, { position: template.stages.length + index + 1 }, { version: stage.version });
  }
}

function toRow({ name, probability, maxDays, idleDays, entry = [], exit = [], task }: TemplateStage) {
  return {
    nameZh: name.zh,
    nameEn: name.en,
    probability,
    maxDays: maxDays ?? null,
    idleDays: idleDays ?? null,
    entry,
    exit,
    taskDays: task?.days ?? null,
    taskZh: task?.title.zh ?? null,
    taskEn: task?.title.en ?? null,
  };
}

function addSources({ change }: Core, { sources: { add, known } }: TemplatePlan): void {
  for (const [index, { key, name, synonyms, priority, responseHours }] of add.entries()) {
    change.insert('lead_sources', {
      id: newId(),
      key,
      nameZh: name.zh,
      nameEn: name.en,
      // A word that is another source's already stays that one's.
      synonyms: synonyms.map((word) => word.toLowerCase()).filter((word) => !matchOwn(known, word)),
      priority: toRank(priority),
      responseHours: responseHours ?? null,
      position: FIRST_PLACE + index,
    });
  }
}

/** Behind those a company has, before “other”. */
const FIRST_PLACE = 20;
