import { add, type Decimal, decimal, multiply, ZERO } from './decimal.ts';

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const BIG: Record<string, bigint> = { thousand: 1_000n, grand: 1_000n, million: 1_000_000n, billion: 1_000_000_000n };

const WORD = `(?:${[...SMALL].reverse().join('|')}|${TENS.join('|')}|hundred|thousand|million|billion)`;

/** Number words, from "five" to "one hundred and twenty-five thousand". */
export const NUMBER_WORDS = `(?:an? )?${WORD}(?:(?:[ -]| and )${WORD})*`;

export function parseEnglish(text: string): Decimal | undefined {
  let total = ZERO;
  let section = 0;
  for (const word of text.toLowerCase().split(/[\s-]+/)) {
    const ten = TENS.indexOf(word);
    const small = SMALL.indexOf(word);
    if (small >= 0 || ten >= 0) {
      section += small >= 0 ? small : (ten + 2) * 10;
    } else if (word === 'hundred') {
      section = (section || 1) * 100;
    } else if (BIG[word] !== undefined) {
      total = add(total, multiply(decimal(section || 1), decimal(BIG[word])));
      section = 0;
    } else if (word !== 'a' && word !== 'an' && word !== 'and') {
      return undefined;
    }
  }
  return add(total, decimal(section));
}
