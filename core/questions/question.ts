import { z } from 'zod';

const isoDay = z.iso.date();

/** Where a time has no beginning of its own: “overdue”, “by Friday”. */
export const EARLIEST = '1970-01-01';

/** What is asked, in the words of the domain: compiled to parameterised SQL under the asker's own row policies. */
export const questionSchema = z.strictObject({
  entity: z.enum(['opportunity', 'lead', 'customer', 'task', 'follow-up']),
  measure: z.enum(['list', 'count', 'sum_amount', 'weighted_amount', 'win_rate']),
  groupBy: z.enum(['owner', 'stage', 'source']).optional(),
  /** `open` is neither won nor lost, `closed` either; for tasks, `open` is not done. */
  status: z.enum(['open', 'won', 'lost', 'closed', 'done']).optional(),
  /** Nothing has happened for at least so many days. */
  idleDays: z.int().min(1).max(3650).optional(),
  stage: z.string().max(40).optional(),
  /** Names as resolved or as typed, never ids. */
  owner: z.string().max(200).optional(),
  customer: z.string().max(200).optional(),
  followUpKind: z.enum(['visit', 'call', 'meeting', 'message', 'email', 'note']).optional(),
  /** As typed: "50万". */
  amount: z.strictObject({ op: z.enum(['gt', 'gte', 'lt', 'lte']), value: z.string().max(100) }).optional(),
  /** Half-open civil days. */
  time: z
    .strictObject({
      field: z.enum(['close', 'created', 'due', 'on']),
      from: isoDay,
      to: isoDay,
      label: z.strictObject({ en: z.string(), zh: z.string() }),
    })
    .optional(),
  /** Narrows what the asker may see; it can never widen it. */
  scope: z.enum(['mine', 'team', 'all']),
});

export type Question = z.output<typeof questionSchema>;
