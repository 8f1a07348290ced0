import { expect, it } from 'vitest';
import { demoCompany } from '../../prisma/demo/demo-company.ts';
import { toRank } from '../leads/find-sources.ts';
import { fieldSchema, ruleSchema } from '../objects/declaration.ts';
import { conditionsSchema } from '../tiers/condition.ts';
import { matchTemplates, TEMPLATES } from './index.ts';

it.each(TEMPLATES)('the template $key is data that every check takes (R63)', ({ objects, tierA, stages, rules }) => {
  for (const { fields, rules: asks } of objects) {
    expect(fields.map((field) => fieldSchema.parse(field))).toEqual(fields);
    expect(asks.map((rule) => ruleSchema.parse(rule))).toEqual(asks);
    const keys = fields.map(({ key }) => key);
    expect(asks.filter(({ field }) => !keys.includes(field))).toEqual([]);
  }
  expect(conditionsSchema.parse(tierA)).toEqual(tierA);
  expect(new Set(stages.map(({ key }) => key)).size).toBe(stages.length);
  expect(rules.warnDays).toBeLessThan(rules.protectDays);
});

it.each([
  ['SaaS', ['saas']],
  ['制造', ['manufacturing']],
  ['快消', ['fmcg']],
  ['real estate', ['real_estate']],
  ['汽车后市场', ['car_aftermarket']],
  ['bakery', []],
])('“%s” means %j', (words, keys) => {
  expect(matchTemplates(words).map(({ key }) => key)).toEqual(keys);
});

it('the demo company has what a manufacturer has', () => {
  const { lead_sources, tags } = demoCompany({
    today: '2026-05-13',
    timeZone: 'Asia/Shanghai',
    currency: 'CNY',
    nameKeys: () => [],
    personKeys: () => [],
    nameKey: () => '',
    readFelt: () => ({ mood: null, outcome: null }),
    kinds: [],
  });
  const [template] = matchTemplates('manufacturing');
  expect(lead_sources.map(({ key, name_zh, name_en, priority }) => [key, name_zh, name_en, priority])).toEqual(
    template?.sources.map(({ key, name, priority }) => [key, name.zh, name.en, toRank(priority)]),
  );
  expect(tags.map(({ name_zh, name_en }) => ({ zh: name_zh, en: name_en }))).toEqual(
    expect.arrayContaining([...(template?.tags ?? [])]),
  );
});
