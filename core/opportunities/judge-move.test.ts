import { describe, expect, it } from 'vitest';
import { CONDITIONS, type DealFacts, unmet } from './condition.ts';
import { judgeMove } from './judge-move.ts';
import type { Pipeline } from './pipeline.ts';
import type { Stage } from './stage.ts';

const PIPELINE: Pipeline = {
  id: 'p',
  key: 'sales',
  name: { en: 'Sales', zh: '销售' },
  position: 1,
  skipping: 'judged',
  winning: 'any',
  goingBack: true,
  pileDays: 30,
  pilePercent: 40,
  pileDeals: 3,
  version: 1,
};

const stage = (key: string, position: number, rest: Partial<Stage> = {}): Stage => ({
  id: key,
  key,
  pipelineKey: 'sales',
  name: { en: key, zh: key },
  position,
  probability: 10,
  kind: 'open',
  maxDays: null,
  idleDays: null,
  entry: [],
  exit: [],
  task: null,
  signers: [],
  version: 1,
  ...rest,
});

const STAGES = [
  stage('contact', 1),
  stage('needs', 2, { exit: ['evidence'] }),
  stage('proposal', 3, { entry: ['close_on'], exit: ['amount'] }),
  stage('negotiation', 4),
  stage('won', 5, { kind: 'won', entry: ['next_step'] }),
  stage('lost', 6, { kind: 'lost' }),
];

const NOTHING: DealFacts = {
  hasAmount: false,
  hasCloseOn: false,
  hasProduct: false,
  hasDecisionMaker: false,
  hasCompetitor: false,
  hasNextStep: false,
  hasFile: false,
  kindsSince: [],
};
const EVERYTHING: DealFacts = {
  hasAmount: true,
  hasCloseOn: true,
  hasProduct: true,
  hasDecisionMaker: true,
  hasCompetitor: true,
  hasNextStep: true,
  hasFile: true,
  kindsSince: ['visit'],
};

function judge(fromKey: string, toKey: string, facts: DealFacts, rules: Partial<Pipeline> = {}) {
  const [from, to] = [fromKey, toKey].map((key) => STAGES.find((each) => each.key === key));
  if (!from || !to) {
    throw new Error(`no stage ${fromKey} or ${toKey}`);
  }
  return judgeMove({ pipeline: { ...PIPELINE, ...rules }, stages: STAGES, from, to, facts });
}

describe('a move (R26)', () => {
  it('is free where nothing is asked for', () => {
    expect(judge('contact', 'needs', NOTHING)).toEqual({ kind: 'free' });
  });

  it('needs what the stage behind asks for leaving it and the one ahead for entering it', () => {
    expect(judge('needs', 'proposal', NOTHING)).toEqual({ kind: 'missing', missing: ['close_on', 'evidence'] });
    expect(judge('needs', 'proposal', EVERYTHING)).toEqual({ kind: 'free' });
  });

  it('needs what skipped stages ask for as well', () => {
    expect(judge('contact', 'won', NOTHING)).toEqual({
      kind: 'missing',
      missing: ['amount', 'close_on', 'next_step', 'evidence'],
    });
  });

  it('proves nothing on the way back or to a loss', () => {
    expect(judge('proposal', 'contact', NOTHING)).toEqual({ kind: 'free' });
    expect(judge('needs', 'lost', NOTHING)).toEqual({ kind: 'free' });
  });

  it.each([
    ['contact', 'proposal', { skipping: 'refused' }, '不能跳过阶段：proposal之前还有needs。'],
    ['contact', 'won', { skipping: 'refused' }, '不能跳过阶段：won之前还有needs。'],
    ['needs', 'won', { winning: 'last' }, '只有处于negotiation的商机才能赢单，当前阶段是needs。'],
    ['proposal', 'needs', { goingBack: false }, '“销售”中的商机不能退回needs。'],
  ] as const)('from %s to %s is refused in words under %j', (from, to, rules, zh) => {
    expect(judge(from, to, EVERYTHING, rules)).toMatchObject({ kind: 'refused', say: { zh } });
  });

  it('may be lost from anywhere under the strictest rules', () => {
    const strict = { skipping: 'refused', winning: 'last', goingBack: false } as const;
    expect(judge('contact', 'lost', NOTHING, strict)).toEqual({ kind: 'free' });
    expect(judge('negotiation', 'won', EVERYTHING, strict)).toEqual({ kind: 'free' });
  });
});

describe('every condition', () => {
  it.each(CONDITIONS)('%s is unmet by an empty deal and met by a full one', (condition) => {
    expect(unmet([condition], NOTHING)).toEqual([condition]);
    expect(unmet([condition], EVERYTHING)).toEqual([]);
  });
});
