import { add, type Decimal, decimal, timesTen, ZERO } from './decimal.ts';

const FORMS = ['零〇', '一壹', '二贰两俩', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'];
const DIGITS = new Map(FORMS.flatMap((forms, value) => [...forms].map((form): [string, number] => [form, value])));
const POWERS = new Map(Object.entries({ 十: 1, 拾: 1, 百: 2, 佰: 2, 千: 3, 仟: 3, 万: 4, 萬: 4, 亿: 8, 億: 8 }));

/** One character of a written-out number. */
export const NUMERAL = '[零〇一二三四五六七八九两俩十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟萬億]';

const D = '[零〇一二三四五六七八九两俩壹贰叁肆伍陆柒捌玖]';
const BELOW_TEN_THOUSAND = new RegExp(
  `^(?:(${D})[千仟])?[零〇]?(?:(${D})[百佰])?([零〇]?)(?:(${D})?([十拾]))?([零〇]?)(${D})?$`,
  'u',
);

export function digitOf(character: string | undefined): number | undefined {
  return DIGITS.get(character ?? '');
}

/** 十万 and 百万 after figures: 50百万 is 50 × 10^8. */
export function powerOf(units: string): number {
  return [...units].reduce((power, each) => power + (POWERS.get(each) ?? 0), 0);
}

/** 三十五万, 一亿两千万, 两千五 (2,500), 一万二 (12,000), 三点五万; undefined when the characters make no number. */
export function parseChinese(text: string): Decimal | undefined {
  const pointed = /^(.+?)点([零〇一二三四五六七八九]+)([万亿]?)$/u.exec(text);
  if (pointed) {
    const [, whole = '', part = '', unit = ''] = pointed;
    const base = parseChinese(whole);
    return base && timesTen(add(base, decimal(BigInt(figures(part)), part.length)), powerOf(unit));
  }
  if (/^[零〇一二三四五六七八九]{3,}$/u.test(text) || /^[一二三四五六七八九][零〇]$/u.test(text)) {
    return decimal(BigInt(figures(text)));
  }
  return parseLarge(text, /^(.+)[亿億](.*)$/u, 8) ?? parseLarge(text, /^(.+)[万萬](.*)$/u, 4) ?? parseSmall(text);
}

function figures(text: string): string {
  return [...text].map((each) => DIGITS.get(each)).join('');
}

/** A lone digit after the unit counts the next lower unit: 一万二 is 12,000. */
function parseLarge(text: string, pattern: RegExp, power: number): Decimal | undefined {
  const [, head, rest = ''] = pattern.exec(text) ?? [];
  const many = head && parseChinese(head);
  if (!many) {
    return undefined;
  }
  const digit = rest.length === 1 ? DIGITS.get(rest) : undefined;
  const tail =
    rest === ''
      ? ZERO
      : digit === undefined
        ? parseChinese(rest.replace(/^[零〇]/u, ''))
        : timesTen(decimal(digit), power - 1);
  return tail && add(timesTen(many, power), tail);
}

function parseSmall(text: string): Decimal | undefined {
  const match = BELOW_TEN_THOUSAND.exec(text);
  if (!match || text === '') {
    return undefined;
  }
  const [, thousands, hundreds, zero, tens, ten, zeroAgain, last] = match.map((each) => each || undefined);
  const digit = DIGITS.get(last ?? '') ?? 0;
  const higher = (DIGITS.get(thousands ?? '') ?? 0) * 1000 + (DIGITS.get(hundreds ?? '') ?? 0) * 100;
  if (ten) {
    return decimal(higher + (tens ? (DIGITS.get(tens) ?? 0) : 1) * 10 + digit);
  }
  const isLoose = last !== undefined && !zero && !zeroAgain && higher > 0;
  return decimal(higher + (isLoose ? digit * (hundreds ? 10 : 100) : digit));
}
