import { minorDigits } from '../../core/money.ts';
import { currencyOf } from './amounts/currencies.ts';
import { type Decimal, wholeUnits } from './amounts/decimal.ts';
import { type AmountContext, type Figure, figureRules } from './amounts/figures.ts';
import { type Percent, percentRules } from './amounts/percents.ts';
import { normalise } from './normalise.ts';
import { scan, withoutOverlaps } from './scan.ts';

/** Whole minor units of an ISO 4217 currency. */
export type Money = { minor: bigint; currency: string };

export type AmountSpan = { index: number; length: number; text: string } & (Figure | ({ kind: 'percent' } & Percent));

/** Every number, sum and percentage in a sentence. Positions are those of the normalised text. */
export function findAmounts(text: string, context: AmountContext): AmountSpan[] {
  const figures = scan(text, figureRules, context).map(({ value, ...place }) => ({ ...place, ...value }));
  const percents = scan(text, percentRules, undefined).map(({ value, ...place }) => ({
    ...place,
    kind: 'percent' as const,
    ...value,
  }));
  return withoutOverlaps<AmountSpan>([...percents, ...figures]);
}

const AROUND =
  /^(?:about|around|roughly|approx(?:imately)?\.?|some|约|大约|大概|差不多|预计|共|总共|,|\s)+|(?:左右|上下|吧|的样子|in total|or so|[.。!！\s])+$/giu;

/** A whole field value; undefined for a range, a vague figure, or more digits than the currency has. */
export function readMoney(text: string, { currency }: AmountContext): Money | undefined {
  const { rest, code } = withoutCode(normalise(text).replace(AROUND, ''), currency);
  const [span, ...more] = findAmounts(rest, { currency });
  if (span?.kind !== 'number' || more.length > 0 || span.length !== rest.length) {
    return undefined;
  }
  return toMoney(span.value, code ?? span.currency ?? currency);
}

/** A number in a currency, when it has no more digits than that currency. */
function toMoney(value: Decimal, currency: string): Money | undefined {
  const minor = wholeUnits(value, minorDigits(currency));
  return minor === undefined ? undefined : { minor, currency };
}

/** A whole field value in hundredths of a percent; a bare number is a percentage, 折 and "off" are what is taken off. */
export function readPercent(text: string): number | undefined {
  const said = normalise(text).replace(AROUND, '');
  const bare = /^(\d{1,3}(?:\.\d{1,2})?)$/.exec(said)?.[1];
  const rest = bare === undefined ? said : `${bare}%`;
  const [span] = scan(rest, percentRules, undefined);
  return span?.length === rest.length ? span.value.basisPoints : undefined;
}

const CODES = new Set(Intl.supportedValuesOf('currency'));

/** An ISO 4217 code in front or behind, for the currencies that have no sign of their own here. */
function withoutCode(text: string, house: string): { rest: string; code?: string } {
  const [, before, body = '', after] = /^(?:([a-z]{3}) ?(?=[-\d]))?(.*?)(?: ?(?<![a-z])([a-z]{3}))?$/i.exec(text) ?? [];
  const code = (before ?? after)?.toUpperCase();
  const known = code && (code === 'RMB' || CODES.has(code)) ? currencyOf(code, house) : undefined;
  return known && /\d|[a-z]/i.test(body) && !/^(?:mil|mio)$/i.test(code ?? '')
    ? { rest: body.trim(), code: known }
    : { rest: text };
}
