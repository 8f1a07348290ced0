import { z } from 'zod';

/** `guess`: the words of a command in what may as well be a sentence, so that whatever it would write is shown first. */
const VIAS = ['words', 'button', 'form', 'language', 'guess', 'api', 'job'] as const;

/** What every gesture becomes: a slash line, a button, a submitted form, a sentence, a call of the API. */
export const invocationSchema = z.object({
  command: z.string(),
  /** What was typed, by field; a button's values as they are. */
  input: z.record(z.string(), z.unknown()),
  via: z.enum(VIAS),
});

export type Invocation = z.output<typeof invocationSchema>;
