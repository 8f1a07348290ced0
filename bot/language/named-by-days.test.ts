import { describe, expect, it } from 'vitest';
import { some } from '../../test/support/breadth.ts';
import { readSentence } from './index.ts';
import { DAY_WORDS_EN, DAY_WORDS_ZH, namedByDays, notedWithDays } from './named-by-days.gold.ts';
import { world } from './world.gold.ts';
import { sorted, written } from './written.gold.ts';

const reading = (sentence: string) =>
  readSentence(sentence, { today: '2026-05-13', locale: 'zh', currency: 'CNY' }, world);
const read = async (sentence: string) => written(await reading(sentence));

const ENDINGS_ZH = '科技 集团 传媒 便利店 餐饮管理有限公司 文化 之星 电商'.split(' ');
const ENDINGS_EN = 'Inc|Foods|Networks|Labs|Group|Riley|Design Studio|Packaging Ltd'.split('|');

describe('a name made of days', () => {
  it.each(namedByDays)('R1 R20 R102: is all of the name: %s', async (sentence, expected) => {
    expect(await read(sentence)).toBe(sorted(expected));
  });

  it.each(notedWithDays)('R1 R20 R102: a remark beside it keeps its day: %s', async (sentence, note) => {
    const said = await reading(sentence);
    expect(said.kind === 'invocations' && said.invocations.map(({ input }) => input.note)).toEqual([note]);
  });

  it.each(DAY_WORDS_ZH)('R20: %s begins the name of any company', async (day) => {
    const names = some(ENDINGS_ZH).map((ending) => `${day}${ending}`);
    const said = await Promise.all(names.map((name) => read(`新客户 ${name}，13912345678`)));
    expect(said).toEqual(names.map((name) => `customer.add|name=${name}|phone=13912345678`));
  });

  it.each(DAY_WORDS_EN)('R20: %s begins the name of any company', async (day) => {
    const names = some(ENDINGS_EN).map((ending) => `${day} ${ending}`);
    const said = await Promise.all(names.map((name) => read(`new customer ${name}, +1 415 555 0134`)));
    expect(said).toEqual(names.map((name) => `customer.add|name=${name}|phone=+1 415 555 0134`));
  });
});
