import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameKeys } from './name-keys.ts';
import { nameGold } from './names.gold.ts';
import { isSameCompany, LIKELY, scoreName } from './score-name.ts';

const HAN = '星海云天明远光华盛达信安泰康宏图瑞丰金鼎博智诚凯新源鑫德力恒通中科宇航龙腾嘉禾';
const HOMOPHONE: Record<string, string> = {
  星: '兴',
  海: '嗨',
  明: '名',
  远: '院',
  光: '广',
  盛: '圣',
  信: '芯',
  宏: '洪',
  源: '园',
  德: '得',
  恒: '横',
  龙: '隆',
};
const LINES = ['电子', '科技', '医疗器械', '食品', '软件', '建材', '物流', '新能源'];
const REGIONS = ['深圳市', '上海', '北京', '广州', '杭州市', ''];
const FORMS = ['有限公司', '股份有限公司', '集团有限公司'];
const ENGLISH = [
  'Globex',
  'Initech',
  'Umbrella',
  'Hooli',
  'Stark',
  'Wayne',
  'Wonka',
  'Vandelay',
  'Northwind',
  'Contoso',
  'Tyrell',
  'Cyberdyne',
  'Soylent',
  'Massive',
  'Oscorp',
  'Gekko',
  'Duff',
  'Prestige',
  'Sterling',
  'Monarch',
];
const SECOND = ['Industries', 'Dynamics', 'Imports', 'Labs', 'Traders', 'Systems', 'Foods'];

type Sample = { name: string; mentions: string[] };

/** Made-up companies with the ways in which people write them down; every brand occurs once. */
const samples: Sample[] = [
  ...Array.from({ length: 60 }, (_, i): Sample => {
    const brand = `${HAN[(i * 7) % HAN.length]}${HAN[(i * 11 + Math.floor(i / 20) * 3 + 5) % HAN.length]}`;
    const line = LINES[i % LINES.length] ?? '';
    const sounds = [...brand].map((each) => HOMOPHONE[each] ?? each).join('');
    return {
      name: `${REGIONS[i % REGIONS.length]}${brand}${line}${FORMS[i % FORMS.length]}`,
      mentions: [brand, brand + line, sounds + line],
    };
  }),
  ...ENGLISH.map((word, i): Sample => {
    const second = SECOND[i % SECOND.length] ?? '';
    const typo = `${word.slice(0, 2)}${word[3]}${word[2]}${word.slice(4)}`;
    return {
      name: `${word} ${second} ${['Inc.', 'Ltd', 'LLC', 'GmbH'][i % 4]}`,
      mentions: [`${word} ${second}`, word, `${typo} ${second}`, `${second} ${word}`],
    };
  }),
].filter(({ mentions: [said] }, i, all) => all.findIndex((other) => other.mentions[0] === said) === i);

function best(mention: string): { name: string; score: number } {
  return samples
    .map(({ name }) => ({ name, score: scoreName(mention, name) }))
    .reduce((top, each) => (each.score > top.score ? each : top), { name: '', score: -1 });
}

describe('fuzzy names', () => {
  it('R20: the right company comes first for 95 of 100 noisy mentions, and is likely', () => {
    const all = samples.flatMap(({ name, mentions }) => mentions.map((mention) => ({ name, top: best(mention) })));
    const right = all.filter(({ name, top }) => top.name === name && top.score >= LIKELY);
    expect(all.length).toBeGreaterThan(200);
    expect(right.length / all.length).toBeGreaterThanOrEqual(0.95);
  });

  it('takes unknown names for unknown', () => {
    const unknown = [
      '阿里巴巴',
      '比亚迪',
      '顺丰速运',
      '老干妈',
      '格力空调',
      '宁德时代',
      '三一重工',
      'Microsoft',
      'Netflix',
      'Siemens AG',
      'Toyota',
      'Nestle',
      'Zoho',
      'Ikea',
      '海底捞',
      '小米',
      '拼多多',
      'Oracle',
      'Airbus',
      '王老吉',
    ];
    expect(unknown.filter((mention) => best(mention).score >= LIKELY)).toEqual([]);
  });

  it.each([...nameGold])('"%s" is likely %s', (mention, name) => {
    expect(scoreName(mention, name)).toBeGreaterThanOrEqual(LIKELY);
  });

  it('scores between 0 and 1, and 1 for itself', () => {
    const name = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.constantFrom(...samples.map((sample) => sample.name)),
    );
    fc.assert(
      fc.property(name, name, (a, b) => {
        const score = scoreName(a, b);
        expect(score >= 0 && score <= 1).toBe(true);
        expect(a.trim() === '' || scoreName(a, a) === 1).toBe(true);
      }),
    );
  });

  it('takes two legal forms of one name for the same company', () => {
    expect(isSameCompany('深圳市华星电子有限公司', '华星电子股份有限公司')).toBe(true);
    expect(isSameCompany('Acme Inc.', 'ACME Corporation')).toBe(true);
    expect(isSameCompany('华星电子', '华兴电子')).toBe(false);
  });
});

describe('a name made to be hard', () => {
  it.each([
    `甲${'电子科技'.repeat(60)}乙`,
    `甲${'公司集团有限'.repeat(60)}乙`,
    `${'信息网络智能'.repeat(80)}`,
    `${'a '.repeat(400)}Ltd`,
  ])(
    'is read without trying every division of it: %#',
    (name) => {
      expect(nameKeys(name).length).toBeGreaterThan(0);
      expect(scoreName(name, '华星电子有限公司')).toBeLessThan(0.7);
    },
    2_000,
  );
});
