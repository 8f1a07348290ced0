import { z } from 'zod';

const days = z.number().int().min(1).max(730);
const count = z.number().int().min(1).max(1000);
/** Whole minor units of the organisation's currency, as JSON holds a bigint. */
const amount = z.string().regex(/^\d{1,18}$/);

/** What a tier may depend on; nothing else is a condition (R15). */
export const conditionSchema = z.discriminatedUnion('kind', [
  /** Visits, calls, meetings, messages and e-mails of the last days. */
  z.strictObject({ kind: z.literal('contacts'), days, atLeast: count }),
  /** He said that he wants to buy: a tag says so, or a deal whose needs are confirmed. */
  z.strictObject({ kind: z.literal('intent') }),
  z.strictObject({ kind: z.literal('open_deals'), atLeast: count }),
  z.strictObject({ kind: z.literal('open_amount'), atLeast: amount }),
  z.strictObject({ kind: z.literal('won_amount'), days, atLeast: amount }),
  z.strictObject({ kind: z.literal('tag'), tag: z.string().min(1).max(60) }),
]);

export type Condition = z.output<typeof conditionSchema>;

export const conditionsSchema = z.array(conditionSchema).max(6);

/** What made a condition hold. Amounts are not told: not everybody who sees a tier sees amounts (R84). */
export const reasonSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('contacts'), days, count: z.number() }),
  z.object({ kind: z.literal('intent'), by: z.enum(['tag', 'deal']) }),
  z.object({ kind: z.literal('open_deals'), count: z.number() }),
  z.object({ kind: z.literal('open_amount') }),
  z.object({ kind: z.literal('won_amount'), days }),
  z.object({ kind: z.literal('tag'), tag: z.string() }),
]);

export type Reason = z.output<typeof reasonSchema>;
