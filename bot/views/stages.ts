import { ROLE_NAMES } from '../../core/actor.ts';
import { CONDITION_NAMES, type Condition } from '../../core/opportunities/condition.ts';
import type { Pipeline } from '../../core/opportunities/pipeline.ts';
import type { Stage } from '../../core/opportunities/stage.ts';
import { COMMA, type Locale, type Text } from '../../core/text.ts';
import type { Card, CardNode } from '../cards/card.ts';
import { press } from '../press.ts';
import { count } from './format.ts';
import { CHANGE } from './words.ts';

const RULES: Text = { en: 'Rules', zh: '流转规则' };
const ADD: Text = { en: 'Add a stage', zh: '新建阶段' };
const ADD_PIPELINE: Text = { en: 'Add a pipeline', zh: '新建流程' };

export const SKIPPING = {
  judged: { en: 'allowed, their conditions count', zh: '允许，但被跳过阶段的条件也要满足' },
  refused: { en: 'not allowed', zh: '不允许' },
} as const satisfies Record<Pipeline['skipping'], Text>;
export const WINNING = {
  any: { en: 'from any stage', zh: '任何阶段都可以' },
  last: { en: 'from the last open stage only', zh: '只能从最后一个进行中阶段' },
} as const satisfies Record<Pipeline['winning'], Text>;
export const GOING_BACK = { yes: { en: 'allowed', zh: '允许' }, no: { en: 'not allowed', zh: '不允许' } } as const;

/** Every pipeline with its stages and what each of them asks for, for whoever sets them (R25, R26). */
export function stagesCard(pipelines: readonly Pipeline[], stages: readonly Stage[], locale: Locale): Card {
  return {
    title: { en: 'Pipelines and stages', zh: '销售流程与阶段' }[locale],
    body: [
      ...pipelines.flatMap((pipeline): CardNode[] => [
        { type: 'heading', text: pipeline.name[locale] },
        { type: 'text', text: rulesOf(pipeline)[locale], muted: true },
        {
          type: 'records',
          records: stages
            .filter(({ pipelineKey }) => pipelineKey === pipeline.key)
            .map((stage) => ({
              title: `${stage.name[locale]} · ${stage.probability}%`,
              detail: detailOf(stage, locale),
              buttons: [press(CHANGE, locale, 'stage.change', { stage: stage.key })],
            })),
        },
        {
          type: 'actions',
          buttons: [
            press(RULES, locale, 'pipeline.change', { pipeline: pipeline.key }),
            press(ADD, locale, 'stage.add', { pipeline: pipeline.key }),
          ],
        },
      ]),
      { type: 'actions', buttons: [press(ADD_PIPELINE, locale, 'pipeline.add', {})] },
    ],
  };
}

function rulesOf({ skipping, winning, goingBack, pileDays, pilePercent, pileDeals }: Pipeline): Text {
  const back = GOING_BACK[goingBack ? 'yes' : 'no'];
  return {
    en: `Skipping stages: ${SKIPPING[skipping].en} · Going back: ${back.en} · Winning: ${WINNING[winning].en} · Piling up: ${pilePercent}% in one stage for over ${pileDays} days, ${count(pileDeals, { one: 'deal', many: 'deals' })} or more`,
    zh: `跳过阶段：${SKIPPING[skipping].zh} · 退回：${back.zh} · 赢单：${WINNING[winning].zh} · 堆积提醒：${pilePercent}% 的商机在同一阶段超过 ${pileDays} 天，且不少于 ${pileDeals} 个`,
  };
}

function detailOf({ kind, maxDays, idleDays, entry, exit, signers, task }: Stage, locale: Locale): string {
  const names = (conditions: readonly Condition[]) =>
    conditions.map((condition) => CONDITION_NAMES[condition][locale]).join(COMMA[locale]);
  const parts: (Text | undefined)[] = [
    kind === 'won'
      ? { en: 'won', zh: '赢单' }
      : kind === 'lost'
        ? { en: 'lost, with a reason', zh: '输单，需填原因' }
        : undefined,
    maxDays === null ? undefined : { en: `at most ${maxDays} days`, zh: `最长 ${maxDays} 天` },
    idleDays === null
      ? undefined
      : { en: `at risk after ${idleDays} days without a follow-up`, zh: `${idleDays} 天未跟进即有流失风险` },
    entry.length > 0 ? { en: `to enter: ${names(entry)}`, zh: `进入需：${names(entry)}` } : undefined,
    exit.length > 0 ? { en: `to leave: ${names(exit)}`, zh: `离开需：${names(exit)}` } : undefined,
    signers.length > 0
      ? {
          en: `approved by: ${signers.map((role) => ROLE_NAMES[role].en).join(', ')}`,
          zh: `进入需审批：${signers.map((role) => ROLE_NAMES[role].zh).join('、')}`,
        }
      : undefined,
    task
      ? { en: `task after ${task.days} days: ${task.title.en}`, zh: `进入后 ${task.days} 天的任务：${task.title.zh}` }
      : undefined,
  ];
  const said = parts.flatMap((part) => (part ? [part[locale]] : []));
  return said.length > 0 ? said.join(' · ') : { en: 'no conditions', zh: '无条件' }[locale];
}
