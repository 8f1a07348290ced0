import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phoneText } from '../../core/customers/phone.ts';
import { count, day, dealName, moment, money, percent, phone } from './format.ts';

const zh = { locale: 'zh', timeZone: 'Asia/Shanghai', today: '2026-05-13' } as const;
const en = { locale: 'en', timeZone: 'Europe/London', today: '2026-05-13' } as const;

describe('money', () => {
  it.each([
    [35_000_000n, 'CNY', '¥350,000'],
    [123_450n, 'USD', '$1,234.50'],
    [100_005n, 'EUR', '€1,000.05'],
    [350_000n, 'JPY', '¥350,000'],
    [0n, 'CNY', '¥0'],
    [9_007_199_254_740_993_00n, 'CNY', '¥9,007,199,254,740,993'],
  ])('writes %s minor units of %s as %s', (minor, currency, text) => {
    expect(money(minor, currency, zh)).toBe(text);
  });

  it('is exact for every amount', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 24n }), (minor) => {
        const [whole = '', fraction = ''] = money(minor, 'CNY', en)
          .replace(/[^\d.]/g, '')
          .split('.');
        expect(BigInt(whole) * 100n + BigInt(fraction.padEnd(2, '0'))).toBe(minor);
      }),
    );
  });
});

describe('day', () => {
  it.each([
    ['2026-05-13', '今天（5月13日 周三）', 'today (Wed 13 May)'],
    ['2026-05-14', '明天（5月14日 周四）', 'tomorrow (Thu 14 May)'],
    ['2026-05-12', '昨天（5月12日 周二）', 'yesterday (Tue 12 May)'],
    ['2026-05-20', '5月20日 周三', 'Wed 20 May'],
    ['2027-01-03', '2027年1月3日 周日', 'Sun 3 Jan 2027'],
  ])('writes %s as %s and %s', (value, chinese, english) => {
    expect([day(value, zh), day(value, en)]).toEqual([chinese, english]);
  });
});

it('writes a moment on the wall clock of whoever reads it', () => {
  const instant = new Date('2026-05-13T15:30:00Z');
  expect(moment(instant, zh)).toBe('23:30');
  expect(moment(instant, en)).toBe('16:30');
  expect(moment(new Date('2026-05-14T01:00:00Z'), zh)).toBe('明天（5月14日 周四） 09:00');
});

it('writes basis points as percent', () => {
  expect([percent(1600), percent(850), percent(5)]).toEqual(['16%', '8.5%', '0.05%']);
});

it('knows one from many', () => {
  expect([count(1, { one: 'lead', many: 'leads' }), count(2, { one: 'lead', many: 'leads' })]).toEqual([
    '1 lead',
    '2 leads',
  ]);
});

it('writes a number as its country groups it, and keeps it to be called', () => {
  expect(phone('+8613800138000')).toEqual({ link: 'tel:+8613800138000', label: '+86 138 0013 8000' });
  expect(phoneText('+12025550143')).toBe('+1 202 555 0143');
  expect(phone('••••')).toBe('••••');
  expect(phoneText('8000 ext 12')).toBe('8000 ext 12');
});

it('names a deal by itself first, and once where it is called as its customer', () => {
  expect(dealName({ name: '二期扩容', customerName: '华星电子有限公司' })).toBe('二期扩容 · 华星电子有限公司');
  expect(dealName({ name: 'Acme', customerName: 'Acme' })).toBe('Acme');
});
