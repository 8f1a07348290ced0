import { describe, expect, it } from 'vitest';
import { type NamePort, readSentence, type SentenceContext } from './index.ts';
import { ownHits } from './own-names.ts';
import { world } from './world.gold.ts';
import { sorted, written } from './written.gold.ts';

const context: SentenceContext = { today: '2026-05-13', locale: 'zh', currency: 'CNY' };
const read = (sentence: string, names: NamePort = world) => readSentence(sentence, context, names);

describe('a follow-up', () => {
  it.each([
    '华星让我们发邮件报价',
    '华星让我们上门演示',
    '华星要来访',
    '华星今天要来访',
    '华星今天让我们发邮件报价',
    'Acme wants a call',
    'Acme asked for a call about pricing',
    'Acme asked for a call today',
    'Bob at Acme told me to email the quote',
    "I saw Acme's new website",
    'Saw Acme on LinkedIn',
    'Saw Acme in the news',
    'My boss asked me to check in with Acme',
    'My boss asked us to call Acme back tomorrow',
    'My manager told me to get back to Acme tomorrow',
    '领导让我再联系一下华星',
    '老板让我们再联系一下华星',
    'The Acme lead replied in 3 hours',
    'Acme replied within two days',
    'Acme called back after 3 hours',
    'Acme called us back within an hour',
    'Acme replied quickly',
    '华星3小时就回复了',
    '华星的线索3小时就回复了',
    '华星隔了两天才回复',
    '华星很快就回复了',
    '华星半小时就回电话了',
  ])('R35 R102: is not logged at once by what is wanted, or only seen: %s', async (sentence) => {
    expect(written(await read(sentence))).not.toContain('follow-up.log');
  });

  it.each([
    ['华星的王经理让我们下个月再联系', '深圳市华星电子有限公司|kind=note|nextOn=2026-06-30|nextStep=再联系'],
    ['华星今天来访了', '深圳市华星电子有限公司|kind=visit|on=2026-05-13'],
    ['刚从华星出来', '深圳市华星电子有限公司|kind=visit|on=2026-05-13'],
    ['saw Acme this morning', 'Acme Corporation|kind=visit|on=2026-05-13'],
    ['Saw Acme on Monday', 'Acme Corporation|kind=visit|on=2026-05-11'],
    ['Acme replied yesterday', 'Acme Corporation|kind=note|on=2026-05-12'],
    ['Acme replied in 3 hours that they want a demo', 'Acme Corporation|kind=note'],
    ['Log: Acme replied in 3 hours', 'Acme Corporation|kind=note'],
    ['华星3小时就回复了，说要演示', '深圳市华星电子有限公司|kind=note'],
    ['华星今天回复了', '深圳市华星电子有限公司|kind=note|on=2026-05-13'],
  ])('R35 R102: is logged by what happened: %s', async (sentence, expected) => {
    expect(written(await read(sentence))).toBe(sorted(`follow-up.log|customer=${expected}`));
  });
});

describe('how fast a lead replied', () => {
  it.each([
    'Mary Major replied in 3 hours',
    'Wonka Industries replied in an hour',
    '远景动力1小时内回复了',
    '王建国回复我们用了半天',
  ])('R102: is asked about and not logged at once: %s', async (sentence) => {
    expect((await read(sentence)).kind).toBe('clarify');
  });
});

describe('small words', () => {
  it.each([
    ['给华星电子建个商机，金额 30万', 'opportunity.open|customer=深圳市华星电子有限公司|amount=30万'],
    ['给华星电子建个商机，总额，约18万', 'opportunity.open|customer=深圳市华星电子有限公司|amount=18万'],
    ['那个，华星电子推进到谈判', 'opportunity.advance|opportunity=深圳市华星电子有限公司|stage=negotiation'],
    ['老板，查一下华星', 'customer.show|customer=深圳市华星电子有限公司'],
    ['新建客户老板电器', 'customer.add|name=老板电器'],
  ])('R102: are left out only where they stand alone: %s', async (sentence, expected) => {
    expect(written(await read(sentence))).toBe(sorted(expected));
  });
});

describe('a colleague', () => {
  const OWN = ['李雷建材', '大家乐餐饮'].map((name) => ({ kind: 'customer' as const, id: name, name, of: null }));
  const names: NamePort = {
    lookUp: async (keys) => [...(await world.lookUp(keys)), ...ownHits(OWN, keys)],
  };

  it.each([
    ['让李雷周五交方案', /person|assignee|李雷/],
    ['通知大家周五开会', /^(?!.*大家乐)/],
  ])('R102: is meant before a customer whose name begins like his: %s', async (sentence, who) => {
    const line = written(await read(sentence, names));
    expect(line).toMatch(who);
    expect(line).not.toMatch(/customer=/);
  });

  it('R102: is not meant by the whole name of the customer', async () => {
    expect(written(await read('查一下李雷建材', names))).toBe('customer.show|customer=李雷建材');
  });
});

it('R102: what is pointed at is offered in the words it was said in, never by its id', async () => {
  const customer = '0196c5a0-0000-7000-8000-000000000001';
  const reading = await readSentence('今天来访这家客户', { ...context, named: { customer } }, world);
  expect(reading.kind === 'clarify' && reading.options.map(({ label }) => label.zh)).toEqual(['记录跟进：这家客户']);
});
