import { describe, expect, it } from 'vitest';
import { readSentence, type SentenceContext } from './index.ts';
import { world } from './world.gold.ts';
import { sorted, written } from './written.gold.ts';

const context: SentenceContext = { today: '2026-05-13', locale: 'zh', currency: 'CNY' };

describe('what was spoken of last', () => {
  const named = { deal: 'CIP 清洗过程记录', customer: '鹿鸣乳业有限公司', lead: '远景动力' };
  const saidAfter = async (sentence: string, last: SentenceContext['named'] = named) =>
    written(await readSentence(sentence, { ...context, ...(last ? { named: last } : {}) }, world));

  it.each([
    ['给这单申请5%折扣', 'opportunity.discount|opportunity=CIP 清洗过程记录|percent=5%'],
    ['这个单子客户要便宜5个点', 'opportunity.discount|opportunity=CIP 清洗过程记录|percent=5%'],
    ['把这单推到商务谈判', 'opportunity.advance|opportunity=CIP 清洗过程记录|stage=negotiation'],
    ['推到商务谈判', 'opportunity.advance|opportunity=CIP 清洗过程记录|stage=negotiation'],
    ['这单签了18万', 'opportunity.advance|amount=18万|opportunity=CIP 清洗过程记录|stage=won'],
    ['把这单的金额改成30万', 'opportunity.change|amount=30万|opportunity=CIP 清洗过程记录'],
    ['把这单转给韩梅梅', 'opportunity.give|opportunity=CIP 清洗过程记录|owner=韩梅梅'],
    ['give this deal to Jim', 'opportunity.give|opportunity=CIP 清洗过程记录|owner=Jim Green'],
    ['this deal needs 4% off', 'opportunity.discount|opportunity=CIP 清洗过程记录|percent=4%'],
    ['put it in negotiation', 'opportunity.advance|opportunity=CIP 清洗过程记录|stage=negotiation'],
    ['move that deal to negotiation', 'opportunity.advance|opportunity=CIP 清洗过程记录|stage=negotiation'],
    ['今天拜访了这家客户', 'follow-up.log|customer=鹿鸣乳业有限公司|kind=visit|on=2026-05-13'],
    ['visited this customer today', 'follow-up.log|customer=鹿鸣乳业有限公司|kind=visit|on=2026-05-13'],
  ])('R102: is what “%s” means', async (sentence, expected) => {
    expect(await saidAfter(sentence)).toBe(sorted(expected));
  });

  it('R102: is asked for where nothing was, and never guessed', async () => {
    expect(await saidAfter('给这单申请5%折扣', {})).toBe('opportunity.discount|percent=5%');
    expect(await saidAfter('推到商务谈判', {})).toBe('opportunity.advance|stage=negotiation');
  });

  it.each([
    ['没人接', { lead: '远景动力' }, 'call-list.called|lead=远景动力|outcome=no_answer'],
    ['no answer', { customer: 'Acme Corporation' }, 'call-list.called|customer=Acme Corporation|outcome=no_answer'],
    // Whichever of the two it was is not known; and a bare no may answer what the bot has offered.
    ['没人接', { customer: '远景动力', lead: '远景动力' }, 'call-list.called|outcome=no_answer'],
    ['不需要', { lead: '远景动力' }, 'clarify'],
    ['no need', { lead: 'Mary Major' }, 'clarify'],
  ])('R8: what came of a call is of whoever was spoken of last: %s', async (sentence, last, expected) => {
    expect(await saidAfter(sentence, last)).toBe(expected);
  });

  it('does nothing at once to what is only pointed at', async () => {
    expect(await saidAfter('今天拜访了华星电子')).toBe(
      'follow-up.log|customer=深圳市华星电子有限公司|kind=visit|on=2026-05-13',
    );
  });
});
