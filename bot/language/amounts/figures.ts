import { type Rule, rule } from '../scan.ts';
import { NUMERAL, parseChinese, powerOf } from './chinese-numerals.ts';
import { CURRENCY_AFTER, CURRENCY_BEFORE, currencyOf } from './currencies.ts';
import { type Decimal, decimal, isLess, multiply, negate, parseDecimal, timesTen } from './decimal.ts';
import { NUMBER_WORDS, parseEnglish } from './english-numerals.ts';

/** A number as it was written; `currency` when it was named, `scaled` when a unit such as 万 or k says it is large. */
export type Figure =
  | { kind: 'number'; value: Decimal; currency?: string; scaled: boolean }
  | { kind: 'between'; low: Decimal; high: Decimal; currency?: string };

export type AmountContext = { currency: string };

const PLAIN = '(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)';
const START = '(?<![\\w.,])';
const SCALE =
  '(?:多|来|余)? ?([十百千]?[万萬]亿?|[百千]万|亿|千|百|(?:k|w|mm|mio|mil|mn|m|bn|b|thousand|hundred|grand|million|billion|lakhs?|crores?)(?![a-z\\d])|)';
const MONEY = `(?:(${CURRENCY_BEFORE}) ?)?`;
const UNIT = `(?:多|来|余)?(?: ?(${CURRENCY_AFTER}))?(?:整)?`;
const SIGN = '([-−]|负|minus )?';
const TO = ' ?(?:-|~|—|–|到|至| to ) ?';

const POWERS: Record<string, number> = {
  k: 3,
  w: 4,
  mm: 6,
  mio: 6,
  mil: 6,
  mn: 6,
  m: 6,
  bn: 9,
  b: 9,
  hundred: 2,
  thousand: 3,
  grand: 3,
  million: 6,
  billion: 9,
  lakh: 5,
  lakhs: 5,
  crore: 7,
  crores: 7,
};

function scaled(value: Decimal, unit: string): Decimal {
  return timesTen(value, POWERS[unit.toLowerCase()] ?? powerOf(unit));
}

function signed(value: Decimal, sign: string | undefined): Decimal {
  return sign ? negate(value) : value;
}

function number(
  value: Decimal | undefined,
  unit: string,
  house: string,
  money: string | undefined,
): Figure | undefined {
  return (
    value && { kind: 'number', value, scaled: unit !== '', ...(money ? { currency: currencyOf(money, house) } : {}) }
  );
}

function between(
  low: Decimal | undefined,
  high: Decimal | undefined,
  house: string,
  money: string | undefined,
): Figure | undefined {
  const isRange = low && high && isLess(low, high);
  return isRange ? { kind: 'between', low, high, ...(money ? { currency: currencyOf(money, house) } : {}) } : undefined;
}

const HALVES: Record<string, Decimal> = { half: decimal(5, 1), quarter: decimal(25, 2) };

export const figureRules: readonly Rule<Figure, AmountContext>[] = [
  rule(
    `${START}${SIGN}${MONEY}${PLAIN}${SCALE}${UNIT}`,
    ([, sign, before, digits = '', unit = '', after], { currency }) =>
      number(signed(scaled(parseDecimal(digits), unit), sign), unit, currency, before ?? after),
  ),
  rule(
    `${START}${MONEY}${PLAIN}${SCALE}${TO}${MONEY}${PLAIN}${SCALE}${UNIT}`,
    ([, before, low = '', lowUnit = '', , high = '', unit = '', after], { currency }) => {
      // A bare pair of figures is a date, a ratio or a part number more often than a range.
      const isAmount = unit !== '' || before !== undefined || after !== undefined;
      return isAmount
        ? between(
            scaled(parseDecimal(low), lowUnit || unit),
            scaled(parseDecimal(high), unit),
            currency,
            before ?? after,
          )
        : undefined;
    },
  ),
  rule(
    `between ${MONEY}${PLAIN}${SCALE} and ${MONEY}${PLAIN}${SCALE}${UNIT}`,
    ([, before, low = '', lowUnit = '', , high = '', unit = '', after], { currency }) =>
      between(scaled(parseDecimal(low), lowUnit || unit), scaled(parseDecimal(high), unit), currency, before ?? after),
  ),
  rule(
    `(?<![几数好])(负)?(${NUMERAL}{1,24}(?:点[零〇一二三四五六七八九]+[万亿]?)?)(?:(?:多|来|余)([万亿]?))?(?: ?(${CURRENCY_AFTER}))?整?`,
    ([, sign, said = '', unit = '', after], { currency }) => {
      const value = parseChinese(said);
      return (
        value && number(signed(scaled(value, unit), sign), /[百千万亿]/u.test(said + unit) ? '万' : '', currency, after)
      );
    },
  ),
  rule(
    `(${NUMERAL}{1,24})(?:到|至|-|~)(${NUMERAL}{1,24})(?: ?(${CURRENCY_AFTER}))?`,
    ([, from = '', to = '', after], { currency }) => {
      const [low, high] = [parseChinese(from), parseChinese(to)];
      // 五到八万 counts both in 万.
      const unit = /[万亿]$/u.exec(to)?.[0] ?? '';
      const isShort = low !== undefined && !/[万亿]/u.test(from) && unit !== '';
      return between(isShort ? timesTen(low, powerOf(unit)) : low, high, currency, after);
    },
  ),
  rule(
    `([一二三四五六七八])([二三四五六七八九])([十百千]?)([万亿]?)(?: ?(${CURRENCY_AFTER}))?`,
    ([, first = '', second = '', ten = '', unit = '', after], { currency }) => {
      const [low, high] = [parseChinese(first + ten), parseChinese(second + ten)];
      const isNext = low && high && '一二三四五六七八九'.indexOf(second) - '一二三四五六七八九'.indexOf(first) === 1;
      return isNext && (ten || unit)
        ? between(timesTen(low, powerOf(unit)), timesTen(high, powerOf(unit)), currency, after)
        : undefined;
    },
  ),
  rule(
    `${START}${SIGN}${MONEY}(\\d+)([千万亿])(\\d)(?![\\d.,%:])(?: ?(${CURRENCY_AFTER}))?`,
    ([, sign, before, digits = '', unit = '', next = '', after], { currency }) =>
      // 2万5 is 25,000: the last figure counts the next lower unit.
      number(
        signed(timesTen(decimal(BigInt(digits + next)), powerOf(unit) - 1), sign),
        unit,
        currency,
        before ?? after,
      ),
  ),
  rule(`一个(亿)(?: ?(${CURRENCY_AFTER}))?`, ([, unit = '', after], { currency }) =>
    number(timesTen(decimal(1), 8), unit, currency, after),
  ),
  rule(
    `(?<![a-z0-9])(?:an? )?(half|quarter)(?: of)?(?: an?)? (million|billion)(?: (${CURRENCY_AFTER}))?(?![a-z])`,
    ([, part = '', unit = '', after], { currency }) =>
      number(scaled(HALVES[part.toLowerCase()] ?? decimal(1), unit), unit, currency, after),
  ),
  rule(
    `(?<![a-z0-9])(minus )?(${NUMBER_WORDS})(?: and a half)?(?: (${CURRENCY_AFTER}))?(?![a-z])`,
    ([said, sign, words = '', after], { currency }) => {
      const value = /and a half/i.test(said) ? undefined : parseEnglish(words);
      return (
        value &&
        number(signed(value, sign), /hundred|thousand|million|billion/i.test(words) ? 'k' : '', currency, after)
      );
    },
  ),
  rule(
    `(?<![a-z0-9])(one|two|three|four|five|six|seven|eight|nine|ten) and a half (million|billion|thousand)(?: (${CURRENCY_AFTER}))?(?![a-z])`,
    ([, word = '', unit = '', after], { currency }) => {
      const whole = parseEnglish(word);
      return (
        whole &&
        number(
          scaled(multiply({ digits: whole.digits * 2n + 1n, scale: 0 }, decimal(5, 1)), unit),
          unit,
          currency,
          after,
        )
      );
    },
  ),
];
