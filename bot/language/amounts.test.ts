import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minorDigits } from '../../core/money.ts';
import { holds } from '../../test/support/holds.ts';
import { moneyGold, percentGold } from './amounts.gold.ts';
import { findAmounts, readMoney, readPercent } from './amounts.ts';

const house = { currency: 'CNY' };

function money(text: string, currency = 'CNY'): string | undefined {
  const read = readMoney(text, { currency });
  return read && `${read.minor} ${read.currency}`;
}

describe('a field that holds money', () => {
  it.each([...moneyGold])('R102: %s is %s', (text, expected) => {
    expect(money(text)).toBe(expected);
  });

  it.each([
    '',
    'a lot',
    '几十万',
    '数百万',
    '50到80万',
    '三四十万',
    '8%',
    '9折',
    '35万和40万',
    '12.345',
    'A100',
    '35万元的合同',
    '1e5',
    'NaN',
    'Infinity',
  ])('"%s" is not one sum', (text) => {
    expect(money(text)).toBeUndefined();
  });

  it('R102: keeps to the digits its currency has', () => {
    expect(money('3,500.50', 'JPY')).toBeUndefined();
    expect(money('3,500', 'JPY')).toBe('3500 JPY');
    expect(money('¥3,500', 'JPY')).toBe('3500 JPY');
    expect(money('1.5', 'KWD')).toBe('1500 KWD');
    expect(money('$20', 'SGD')).toBe('2000 SGD');
    expect(money('20元', 'TWD')).toBe('2000 TWD');
  });

  it('reads every formatted sum back as itself', async () => {
    const currency = fc.constantFrom('CNY', 'USD', 'EUR', 'GBP', 'JPY', 'KWD', 'THB');
    const sum = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
    const style = fc.constantFrom('code', 'plain', 'grouped');
    await holds(
      fc.property(sum, currency, style, (minor, code, look) => {
        const places = minorDigits(code);
        const digits = (minor < 0n ? -minor : minor).toString().padStart(places + 1, '0');
        const whole = digits.slice(0, digits.length - places);
        const grouped = look === 'plain' ? whole : whole.replace(/\B(?=(\d{3})+$)/g, ',');
        const figures = `${minor < 0n ? '-' : ''}${grouped}${places > 0 ? `.${digits.slice(-places)}` : ''}`;
        expect(readMoney(look === 'code' ? `${code} ${figures}` : figures, { currency: code })).toEqual({
          minor,
          currency: code,
        });
      }),
    );
  });

  it('reads 万 and k exactly, whatever the fraction', async () => {
    const units = fc.constantFrom(['万', 4] as const, ['k', 3] as const, ['亿', 8] as const, ['m', 6] as const);
    await holds(
      fc.property(
        fc.integer({ min: 0, max: 99_999_999 }),
        fc.integer({ min: 0, max: 4 }),
        units,
        (digits, scale, [unit, power]) => {
          const text = digits.toString().padStart(scale + 1, '0');
          const figures = scale > 0 ? `${text.slice(0, -scale)}.${text.slice(-scale)}` : text;
          expect(readMoney(`${figures}${unit}`, house)?.minor).toBe(BigInt(digits) * 10n ** BigInt(power + 2 - scale));
        },
      ),
    );
  });
});

describe('a field that holds a percentage', () => {
  it.each([...percentGold])('R102: %s is %i', (text, expected) => {
    expect(readPercent(text)).toBe(expected);
  });

  it.each(['', 'half', '折', '101折', '0.005%', '35万', '8% or 9%', '折扣', '成', 'ten'])(
    '"%s" is not a percentage',
    (text) => {
      expect(readPercent(text)).toBeUndefined();
    },
  );

  it('reads every written percentage back as itself', async () => {
    await holds(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (points) => {
        const text = `${Math.floor(points / 100)}.${String(points % 100).padStart(2, '0')}%`;
        expect(readPercent(text)).toBe(points);
      }),
    );
  });
});

describe('amounts in a sentence', () => {
  it.each([
    ['把金额改成35万，打95折', ['35万:number', '打95折:percent']],
    ['20台A100', ['20:number']],
    ['deals between 50k and 80k', ['between 50k and 80k:between']],
    ['预算50到80万', ['50到80万:between']],
    ['五到八万', ['五到八万:between']],
    ['16% off for Acme', ['16% off:percent']],
    ['成交了', []],
    ['大概几十万', []],
  ])('R102: finds what is in "%s"', (text, expected) => {
    expect(findAmounts(text, house).map((span) => `${span.text}:${span.kind}`)).toEqual(expected);
  });

  it('never throws, never yields NaN, and stays inside the text', async () => {
    const piece = fc.constantFrom(
      ...moneyGold.map(([text]) => text),
      ...percentGold.map(([text]) => text),
      '万',
      '.',
      ',',
      '-',
      '亿',
      '折',
    );
    const text = fc
      .array(fc.oneof(piece, fc.string({ unit: 'grapheme' })), { maxLength: 6 })
      .map((parts) => parts.join(''));
    await holds(
      fc.property(text, (said) => {
        for (const span of findAmounts(said, house)) {
          expect(said.slice(span.index, span.index + span.length)).toBe(span.text);
        }
        const points = readPercent(said);
        expect(points === undefined || Number.isSafeInteger(points)).toBe(true);
        expect(typeof (readMoney(said, house)?.minor ?? 0n)).toBe('bigint');
      }),
    );
  });
});
