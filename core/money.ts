import { z } from 'zod';

/** Whole minor units (cents, fen) of an ISO 4217 currency; never a float. */
export const moneySchema = z.object({ minor: z.bigint().nonnegative(), currency: z.string().length(3) });

export type Money = z.output<typeof moneySchema>;

/** `bps` basis points of an amount, rounded half up to a whole minor unit. */
export function shareOf(minor: bigint, bps: number): bigint {
  return (minor * BigInt(bps) + 5_000n) / 10_000n;
}
