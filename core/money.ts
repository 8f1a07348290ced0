import { z } from 'zod';

/** Whole minor units (cents, fen) of an ISO 4217 currency; never a float. */
export const moneySchema = z.object({
  minor: z.bigint().nonnegative(),
  currency: z.string().length(3),
  /** No currency was said: it is the organisation's, or that of what the number is said of. */
  isBare: z.literal(true).optional(),
});

export type Money = z.output<typeof moneySchema>;

/** `bps` basis points of an amount, rounded half up to a whole minor unit. */
export function shareOf(minor: bigint, bps: number): bigint {
  return (minor * BigInt(bps) + 5_000n) / 10_000n;
}

/** An amount said of something that is in `currency`: a number alone is in that one. */
export function amountIn(currency: string, { minor, currency: said, isBare }: Money): Money {
  if (!isBare || said === currency) {
    return { minor, currency: said };
  }
  const digits = minorDigits(currency) - minorDigits(said);
  return { minor: digits < 0 ? minor / 10n ** BigInt(-digits) : minor * 10n ** BigInt(digits), currency };
}

const decimals = new Map<string, number>();

/** How many minor digits ISO 4217 gives a currency: 2 for CNY, 0 for JPY, 3 for KWD. */
export function minorDigits(currency: string): number {
  const known = decimals.get(currency);
  if (known !== undefined) {
    return known;
  }
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
  decimals.set(currency, maximumFractionDigits);
  return maximumFractionDigits;
}

/** A decimal of major units ("12.5") in whole minor ones; what is finer than those is cut off. */
export function minorOf(decimal: string, currency: string): bigint {
  const digits = minorDigits(currency);
  const [whole = '0', fraction = ''] = decimal.split('.');
  return BigInt(`${whole}${fraction.slice(0, digits).padEnd(digits, '0')}`);
}
