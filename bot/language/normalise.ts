/** Longer messages are letters, not requests, and would cost more than a message may. */
const MAX_SENTENCE = 1000;

/** Full-width digits and letters become plain ones; Chinese punctuation stays, since a person reads the pieces again. */
export function normalise(text: string): string {
  return (
    text
      .slice(0, MAX_SENTENCE)
      .replace(/[^，。；：！？（）、…]+/gu, (part) => part.normalize('NFKC'))
      // Again, since one character may be written out as eighteen.
      .slice(0, MAX_SENTENCE)
      .replace(/\p{Surrogate}|\p{Cc}/gu, ' ')
      .replace(/[‘’]/g, "'")
      .replace(/[“”]/g, '"')
      .replace(/\s+/g, ' ')
      .trim()
  );
}

export const HAN = /\p{Script=Han}/u;
