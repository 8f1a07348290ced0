import { fill, type Text } from '../text.ts';
import { type Condition, type DealFacts, unmet } from './condition.ts';
import type { Pipeline } from './pipeline.ts';
import { SIGNERS, type Signer, type Stage } from './stage.ts';

export type Judgement =
  | { kind: 'free' }
  /** Nothing is missing but these signatures (R33). */
  | { kind: 'unsigned'; signers: Signer[] }
  /** Something is missing that can be filled in. */
  | { kind: 'missing'; missing: Condition[] }
  /** The pipeline's rules do not allow it, whatever is filled in. */
  | { kind: 'refused'; say: Text };

type Move = { pipeline: Pipeline; stages: readonly Stage[]; from: Stage; to: Stage; facts: DealFacts };

const NO_WAY_BACK: Text = {
  en: 'In “{pipeline}” a deal does not go back to {to}.',
  zh: '“{pipeline}”中的商机不能退回{to}。',
};
const ONE_AT_A_TIME: Text = {
  en: 'One stage at a time: {next} comes before {to}.',
  zh: '不能跳过阶段：{to}之前还有{next}。',
};
const WON_FROM_THE_LAST: Text = {
  en: 'A deal is won from {last} only. It stands in {from}.',
  zh: '只有处于{last}的商机才能赢单，当前阶段是{from}。',
};

/**
 * Whether a deal may move (R26). On the way on, what every stage left behind asks for leaving it and every stage
 * entered asks for entering it counts, its signatures and those of skipped ones too; back and to a loss there is nothing to prove but the target's own.
 */
export function judgeMove({ pipeline, stages, from, to, facts }: Move): Judgement {
  const open = stages
    .filter(({ kind, pipelineKey }) => kind === 'open' && pipelineKey === from.pipelineKey)
    .sort((one, other) => one.position - other.position);
  const isBack = to.kind === 'open' && to.position < from.position;
  const words = (name: 'zh' | 'en') => ({ pipeline: pipeline.name[name], from: from.name[name], to: to.name[name] });
  const refuse = (say: Text, more: (name: 'zh' | 'en') => Record<string, string> = () => ({})): Judgement => ({
    kind: 'refused',
    say: { zh: fill(say, { ...words('zh'), ...more('zh') }).zh, en: fill(say, { ...words('en'), ...more('en') }).en },
  });
  if (isBack && !pipeline.goingBack) {
    return refuse(NO_WAY_BACK);
  }
  const last = open.at(-1);
  if (to.kind === 'won' && pipeline.winning === 'last' && last && last.key !== from.key) {
    return refuse(WON_FROM_THE_LAST, (name) => ({ last: last.name[name] }));
  }
  const isOn = to.kind === 'won' || (to.kind === 'open' && !isBack);
  const skipped = isOn
    ? open.filter(({ position }) => position > from.position && (to.kind === 'won' || position < to.position))
    : [];
  const [next] = skipped;
  if (next && pipeline.skipping === 'refused') {
    return refuse(ONE_AT_A_TIME, (name) => ({ next: next.name[name] }));
  }
  const asked = isOn
    ? [...from.exit, ...skipped.flatMap(({ entry, exit }) => [...entry, ...exit]), ...to.entry]
    : to.entry;
  const missing = unmet(asked, facts);
  if (missing.length > 0) {
    return { kind: 'missing', missing };
  }
  const wanted = isBack ? [] : [...skipped, to].flatMap((stage) => stage.signers);
  const signers = SIGNERS.filter((role) => wanted.includes(role));
  return signers.length > 0 ? { kind: 'unsigned', signers } : { kind: 'free' };
}
