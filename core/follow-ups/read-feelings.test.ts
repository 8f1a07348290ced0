import { describe, expect, it } from 'vitest';
import { readMood, readOutcome } from './read-feelings.ts';

describe('how a customer took it (R35)', () => {
  it.each([
    ['今天拜访了华星电子，王总对报价基本满意，下周三发合同', 'fair'],
    ['客户很满意', 'satisfied'],
    ['反馈不错', 'satisfied'],
    ['对交期不太满意', 'dissatisfied'],
    ['客户不满，要求退货', 'dissatisfied'],
    ['还在犹豫，要再比较', 'hesitant'],
    ['Wang is basically happy with the quote', 'fair'],
    ['They loved the demo', 'satisfied'],
    ['She was not very happy about the delay', 'dissatisfied'],
    ['They are hesitant about the price', 'hesitant'],
  ])('“%s” says it', (note, mood) => {
    expect(readMood(note)).toBe(mood);
  });

  it.each([
    '聊了报价',
    '做客户满意度调查',
    '没有不满',
    '希望客户满意',
    '产品很满意，但价格还在犹豫',
    'Make sure they are happy',
    'Asked whether they are happy',
    'Sent the quote',
  ])('“%s” says nothing of it', (note) => {
    expect(readMood(note)).toBeUndefined();
  });
});

describe('where a contact led', () => {
  it.each([
    ['项目有新进展', 'progress'],
    ['价格谈妥了', 'progress'],
    ['没什么进展', 'steady'],
    ['方案被拒', 'blocked'],
    ['Good progress on the contract', 'progress'],
    ['No news from them', 'steady'],
    ['The project is on hold', 'blocked'],
  ])('“%s” says it', (note, outcome) => {
    expect(readOutcome(note)).toBe(outcome);
  });

  it('is not said by an ordinary note', () => {
    expect(readOutcome('发了报价单')).toBeUndefined();
  });
});
