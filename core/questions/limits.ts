/** What an answer may cost and show where the question does not say (docs/questions.md). */
export const LIMITS = {
  /** Longer than this a question is not worked on: it is answered with how to make it smaller. */
  timeoutMs: 8_000,
  /** Groups, where no limit was asked for. */
  groups: 30,
  /** Records of a list, where no limit was asked for. */
  lines: 10,
} as const;
