import { z } from 'zod';
import type { Locale, Text } from '../../core/text.ts';

const isoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const STAGES = ['contact', 'needs', 'proposal', 'negotiation', 'won', 'lost'] as const;

export type Stage = (typeof STAGES)[number];

/** What is asked, in the words of the domain; the core compiles it under the asker's own view of the rows. */
export const questionSchema = z.strictObject({
  entity: z.enum(['opportunity', 'lead', 'customer', 'task', 'follow-up']),
  measure: z.enum(['list', 'count', 'sum_amount', 'weighted_amount']),
  groupBy: z.enum(['owner', 'stage', 'source']).optional(),
  /** `open` is neither won nor lost; for tasks, not done. */
  status: z.enum(['open', 'won', 'lost', 'done']).optional(),
  stage: z.enum(STAGES).optional(),
  /** Names as resolved or as typed, never ids. */
  owner: z.string().optional(),
  customer: z.string().optional(),
  followUpKind: z.enum(['visit', 'call', 'meeting', 'message', 'email', 'note']).optional(),
  /** The sum as typed: "50万". */
  amount: z.strictObject({ op: z.enum(['gt', 'gte', 'lt', 'lte']), value: z.string() }).optional(),
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

export type Question = z.infer<typeof questionSchema>;

export type FollowUpKind = NonNullable<Question['followUpKind']>;

export type CommandName =
  | 'follow-up.log'
  | 'follow-up.list'
  | 'lead.add'
  | 'lead.list'
  | 'customer.add'
  | 'customer.show'
  | 'opportunity.open'
  | 'opportunity.advance'
  | 'opportunity.list'
  | 'opportunity.discount'
  | 'task.add'
  | 'task.list'
  | 'task.done'
  | 'today.show'
  | 'help.show'
  | 'change.undo';

/** A command with the values a person would have typed into its fields. */
export type SpokenInvocation = { command: CommandName; input: Record<string, string> };

export type ClarifyOption = { label: Text; invocation: SpokenInvocation };

export type Reading =
  | {
      kind: 'invocations';
      invocations: SpokenInvocation[];
      /** 0 to 1; below `SURE` the reading is offered as a question instead. */
      confidence: number;
      echo: Text;
      /** These take the place of the previous reading's invocations. */
      corrects?: true;
    }
  | { kind: 'question'; question: Question; confidence: number; echo: Text }
  | { kind: 'clarify'; ask: Text; options: ClarifyOption[] }
  | { kind: 'none' };

export type SentenceContext = {
  /** ISO day where the person is. */
  today: string;
  locale: Locale;
  /** ISO 4217 code of the house. */
  currency: string;
  /** What this person's last sentence here was read as, for "no, it should be 350k". */
  previous?: Reading;
};

export type NameHit = { kind: 'customer' | 'person' | 'product' | 'lead'; id: string; name: string; key: string };

export interface NamePort {
  /** Names the speaker may see whose stored keys are among these; asked once a sentence. */
  lookUp(keys: string[]): Promise<NameHit[]>;
}
