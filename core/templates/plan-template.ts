import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import { findSources, type LeadSource } from '../leads/find-sources.ts';
import { findResponseHours } from '../leads/response.ts';
import { matchOwn } from '../names/own-words.ts';
import type { ObjectType } from '../objects/declaration.ts';
import { findObjectTypes } from '../objects/find-types.ts';
import { FIRST_STAGE_NAMES } from '../opportunities/first-stages.ts';
import { findPipelines, type Pipeline } from '../opportunities/pipeline.ts';
import { findStages, type Stage } from '../opportunities/stage.ts';
import { findPoolRules } from '../pool/pool-rules.ts';
import { findTags, tagKey } from '../tags/find-tags.ts';
import { findTierRules } from '../tiers/find-rules.ts';
import type { TierRule } from '../tiers/judge-tier.ts';
import { matchTemplates, TEMPLATES } from './index.ts';
import type { LeadRules, Template, TemplateStage } from './template.ts';

/** What would become of one part: it is set, or kept because it is in use or was changed by hand, or so already. */
export type Part = 'set' | 'kept' | 'same';

export type TemplatePlan = {
  template: Template;
  stages: { part: Part; deals: number; own: readonly Stage[]; pipeline: Pipeline };
  sources: { add: Template['sources']; known: readonly LeadSource[] };
  tags: Template['tags'];
  /** Those of them that the company once had come back as they were. */
  objects: Template['objects'];
  removed: readonly ObjectType[];
  rules: { part: Part; version: number };
  tierA: { part: Part; rule: TierRule | undefined };
};

/** What every company starts with (its migrations): whoever has these has chosen nothing yet. */
const FIRST_RULES: LeadRules = { responseHours: 2, claimsPerDay: 10, heldMost: 200, protectDays: 30, warnDays: 3 };
const FIRST_STAGES: Template['stages'] = [
  { key: 'contact', name: FIRST_STAGE_NAMES.contact, probability: 10, idleDays: 7 },
  { key: 'needs', name: FIRST_STAGE_NAMES.needs, probability: 30, maxDays: 7, exit: ['evidence'] },
  {
    key: 'proposal',
    name: FIRST_STAGE_NAMES.proposal,
    probability: 50,
    exit: ['amount'],
    task: { days: 3, title: { zh: '跟进报价', en: 'Follow up on the quote' } },
  },
  { key: 'negotiation', name: FIRST_STAGE_NAMES.negotiation, probability: 75 },
];
const FIRST_A: Template['tierA'] = [{ kind: 'contacts', days: 30, atLeast: 3 }, { kind: 'intent' }];

/** What a template would change of the company as it stands, and what it would leave alone (R63). Throws not_found. */
export async function planTemplate(core: Core, key: string): Promise<TemplatePlan> {
  const [template] = matchTemplates(key);
  if (!template) {
    throw new DomainError('not_found', `template ${key}`);
  }
  const [pipelines, stages, deals, sources, tags, types, response, pool, tiers] = await Promise.all([
    findPipelines(core),
    findStages(core),
    core.sql<{ count: number }>({
      name: 'deals-at-all',
      text: 'SELECT count(*)::int AS count FROM (SELECT FROM seen.opportunities LIMIT 1000) o',
    }),
    findSources(core, { all: true }),
    findTags(
      core,
      template.tags.flatMap(({ zh, en }) => [tagKey(zh), tagKey(en)]),
    ),
    findObjectTypes(core, { all: true }),
    findResponseHours(core),
    findPoolRules(core),
    findTierRules(core),
  ]);
  const [pipeline] = pipelines;
  if (!pipeline) {
    throw new DomainError('not_found', 'no pipeline');
  }
  const own = stages.filter(({ pipelineKey }) => pipelineKey === pipeline.key);
  const { version, ...limits } = pool;
  const rule = tiers.find(({ tier }) => tier === 'A');
  const taggedKeys = new Set(tags.flatMap(({ keys }) => keys));
  return {
    template,
    stages: { part: stagesPart(template, own, deals[0]?.count ?? 0), deals: deals[0]?.count ?? 0, own, pipeline },
    sources: {
      add: template.sources.filter(
        ({ key: source, name }) => ![source, name.zh, name.en].some((word) => matchOwn(sources, word)),
      ),
      known: sources,
    },
    tags: template.tags.filter(({ zh, en }) => !taggedKeys.has(tagKey(zh)) && !taggedKeys.has(tagKey(en))),
    objects: template.objects.filter(({ key: type }) => !types.some((known) => known.active && known.key === type)),
    removed: types.filter(({ active }) => !active),
    rules: {
      part: part({ responseHours: response.hours, ...limits }, template.rules, [
        FIRST_RULES,
        ...TEMPLATES.map(({ rules }) => rules),
      ]),
      version,
    },
    tierA: {
      part: rule ? part(rule.conditions, template.tierA, [FIRST_A, ...TEMPLATES.map(({ tierA }) => tierA)]) : 'kept',
      rule,
    },
  };
}

/** True where it would change nothing. */
export function isInPlace({ stages, sources, tags, objects, rules, tierA }: TemplatePlan): boolean {
  return (
    [stages.part, rules.part, tierA.part].every((each) => each !== 'set') &&
    sources.add.length + tags.length + objects.length === 0
  );
}

/** Stages that deals stand in stay, and those that somebody set up by hand: another name, order, rule or signature. */
function stagesPart(template: Template, own: readonly Stage[], deals: number): Part {
  const ours = [FIRST_STAGES, ...TEMPLATES.map(({ stages }) => stages)];
  const now = own.filter(({ kind }) => kind === 'open').map(toChosen);
  const found = part(
    now,
    template.stages.map(toChosen),
    ours.map((stages) => stages.map(toChosen)),
  );
  return found === 'set' && deals > 0 ? 'kept' : found;
}

/** What is chosen of a stage, whether it is data of a template or stands in the company. */
function toChosen(stage: (TemplateStage & Partial<Pick<Stage, 'signers'>>) | Stage) {
  const {
    key,
    name,
    probability,
    maxDays = null,
    idleDays = null,
    entry = [],
    exit = [],
    task = null,
    signers = [],
  } = stage;
  return { key, name, probability, maxDays, idleDays, entry, exit, task, signers };
}

/** What nobody has chosen by hand is set. */
function part<Value>(now: Value, wanted: Value, ours: readonly Value[]): Part {
  const isLike = (other: Value) => canonical(other) === canonical(now);
  return isLike(wanted) ? 'same' : ours.some(isLike) ? 'set' : 'kept';
}

/** JSON with its keys in order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, each) =>
    each && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([one], [other]) => (one < other ? -1 : 1)))
      : each,
  );
}
