/** Longer messages are letters, not requests, and would cost more than a message may. */
const MAX_SENTENCE = 1000;

/** Full-width digits and letters become plain ones; Chinese punctuation stays, since a person reads the pieces again. */
export function normalise(text: string): string {
  // Cut again, since one character may be written out as eighteen.
  return tidied(plainCharacters(text.slice(0, MAX_SENTENCE)).slice(0, MAX_SENTENCE));
}

/** As `normalise`, to the last character: for what is kept of a letter, not for what is read of it. */
export const normaliseWhole = (text: string): string => tidied(plainCharacters(text));

/** Whether more was said than is read. */
export const isLetter = (text: string): boolean => plainCharacters(text).length > MAX_SENTENCE;

const plainCharacters = (text: string): string =>
  text.replace(/[^，。；：！？（）、…]+/gu, (part) => part.normalize('NFKC'));

const tidied = (text: string): string =>
  twoBytes(text)
    .replace(/\p{Bidi_Control}/gu, '')
    .replace(/\p{Surrogate}|\p{Cc}/gu, ' ')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\s+/g, ' ')
    .trim();

/**
 * The same characters, kept as two bytes each: an expression has machine code of its own for text of one byte a
 * character, which plain English is, and everything that is read would be compiled and held twice.
 */
const twoBytes = (text: string): string => `\ue000${text}`.slice(1);

export const HAN = /\p{Script=Han}/u;
