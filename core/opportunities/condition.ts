import type { Text } from '../text.ts';

/** What a stage may ask of a deal (R26, R27): a closed vocabulary, so that rules are data and never code. */
export const CONDITIONS = [
  'amount',
  'close_on',
  'product',
  'decision_maker',
  'competitor',
  'next_step',
  'follow_up',
  'visit',
  'file',
  'evidence',
] as const;

export type Condition = (typeof CONDITIONS)[number];

export const CONDITION_NAMES: Readonly<Record<Condition, Text>> = {
  amount: { en: 'the amount', zh: '金额' },
  close_on: { en: 'the expected closing day', zh: '预计成交日期' },
  product: { en: 'what they buy', zh: '产品' },
  decision_maker: { en: 'who decides there', zh: '决策人' },
  competitor: { en: 'whom we are up against', zh: '竞争对手' },
  next_step: { en: 'a next step (an open task)', zh: '下一步（未完成的任务）' },
  follow_up: { en: 'a follow-up in this stage', zh: '本阶段的跟进记录' },
  visit: { en: 'a visit in this stage', zh: '本阶段的拜访记录' },
  file: { en: 'a file of this stage', zh: '本阶段的文件' },
  evidence: { en: 'minutes or a file of this stage', zh: '本阶段的会议纪要或文件' },
};

/** A deal, as far as conditions look at it. */
export type DealFacts = {
  hasAmount: boolean;
  hasCloseOn: boolean;
  hasProduct: boolean;
  hasDecisionMaker: boolean;
  hasCompetitor: boolean;
  hasNextStep: boolean;
  /** Something was hung on it since it entered its stage. */
  hasFile: boolean;
  /** Kinds of the follow-ups since it entered its stage. */
  kindsSince: readonly string[];
};

const MEETINGS: readonly string[] = ['visit', 'meeting'];

const IS_MET: Readonly<Record<Condition, (facts: DealFacts) => boolean>> = {
  amount: ({ hasAmount }) => hasAmount,
  close_on: ({ hasCloseOn }) => hasCloseOn,
  product: ({ hasProduct }) => hasProduct,
  decision_maker: ({ hasDecisionMaker }) => hasDecisionMaker,
  competitor: ({ hasCompetitor }) => hasCompetitor,
  next_step: ({ hasNextStep }) => hasNextStep,
  follow_up: ({ kindsSince }) => kindsSince.length > 0,
  visit: ({ kindsSince }) => kindsSince.includes('visit'),
  file: ({ hasFile }) => hasFile,
  evidence: ({ hasFile, kindsSince }) => hasFile || kindsSince.some((kind) => MEETINGS.includes(kind)),
};

/** Those of the conditions that the deal does not meet, each once. */
export function unmet(conditions: readonly Condition[], facts: DealFacts): Condition[] {
  return CONDITIONS.filter((condition) => conditions.includes(condition) && !IS_MET[condition](facts));
}
