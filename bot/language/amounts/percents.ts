import { type Rule, rule } from '../scan.ts';
import { digitOf, NUMERAL, parseChinese } from './chinese-numerals.ts';
import { type Decimal, decimal, parseDecimal, wholeUnits } from './decimal.ts';
import { NUMBER_WORDS, parseEnglish } from './english-numerals.ts';

/** Hundredths of a percent; `isOff` when the words say that this much is taken off a price. */
export type Percent = { basisPoints: number; isOff: boolean };

const FIGURES = '(\\d+(?:\\.\\d+)?)';
const OFF = '(?:,? ?(off|discount|折扣|优惠))?';

function percent(value: Decimal | undefined, sign: string | undefined, off: string | undefined): Percent | undefined {
  const points = value && wholeUnits(value, 2);
  const isSane = points !== undefined && points <= 100_000_000n;
  return isSane
    ? { basisPoints: Number(points) * (sign && points > 0n ? -1 : 1), isOff: off !== undefined }
    : undefined;
}

/** 95折 leaves 95 %, 9折 leaves 90 %, 8.5折 leaves 85 %. */
function leftByFold(text: string): Decimal | undefined {
  if (/^\d+\.\d$/.test(text)) {
    const { digits, scale } = parseDecimal(text);
    return { digits: digits * 10n, scale };
  }
  const figures = /^\d+$/.test(text) ? text : [...text].map((each) => digitOf(each) ?? '').join('');
  return figures.length === 1
    ? decimal(Number(figures) * 10)
    : figures.length === 2
      ? decimal(Number(figures))
      : undefined;
}

export const percentRules: readonly Rule<Percent>[] = [
  rule(
    '(?:打|按|给)?(?<![\\d.])(\\d\\.\\d|\\d{1,2}|[一二三四五六七八九]{1,2})折(?!扣)(?:优惠|折扣)?',
    ([, text = '']) => {
      const left = leftByFold(text);
      return (
        left && percent({ digits: 100n * 10n ** BigInt(left.scale) - left.digits, scale: left.scale }, undefined, 'off')
      );
    },
  ),
  rule(
    `(?<![\\w.])([-−]|负)?${FIGURES} ?(?:%|percent(?![a-z])|per cent(?![a-z])|pct(?![a-z])|个点)(?:的)?${OFF}`,
    ([, sign, digits = '', off]) => percent(parseDecimal(digits), sign, off),
  ),
  rule(
    `(负)?百分之(?:(${NUMERAL}{1,24}(?:点[零〇一二三四五六七八九]+)?)|${FIGURES})(?:的)?${OFF}`,
    ([, sign, words, digits, off]) => percent(words ? parseChinese(words) : parseDecimal(digits ?? ''), sign, off),
  ),
  rule(`(?<![a-z0-9])(${NUMBER_WORDS}) ?(?:percent|per cent)(?![a-z])${OFF}`, ([, words = '', off]) =>
    percent(parseEnglish(words), undefined, off),
  ),
  rule(
    '(?<![\\d.一二三四五六七八九十])([一二两三四五六七八九]|\\d)成([一二三四五六七八九]|半)?(?![为了交立功就本都员分\\d])',
    ([, tens = '', ones]) => {
      const [ten, one] = [/\d/.test(tens) ? Number(tens) : digitOf(tens), ones === '半' ? 5 : (digitOf(ones) ?? 0)];
      return ten === undefined ? undefined : percent(decimal(ten * 10 + one), undefined, undefined);
    },
  ),
  rule(`(${NUMERAL}{1,3})个点(?:的)?${OFF}`, ([, words = '', off]) => percent(parseChinese(words), undefined, off)),
];
