import { isLetter, normalise, normaliseWhole } from './normalise.ts';
import type { Reading, SpokenInvocation } from './reading.ts';

/** As many characters as tell the place where reading stopped. */
const MARK = 24;

/** Only the beginning of a letter is read; a field that took all there was to the end of that takes the rest as well, so that nothing is lost. */
export function withRest(reading: Reading, text: string): Reading {
  if (reading.kind === 'none' || reading.kind === 'question' || !isLetter(text)) {
    return reading;
  }
  const read = normalise(text).replace(/[\p{P}\s]+$/u, '');
  const mark = read.slice(-MARK);
  const rest = normaliseWhole(text).slice(read.length);
  const whole = ({ command, input }: SpokenInvocation): SpokenInvocation => ({
    command,
    input: Object.fromEntries(
      Object.entries(input).map(([field, said]) => [field, said.endsWith(mark) ? said + rest : said]),
    ),
  });
  return reading.kind === 'invocations'
    ? { ...reading, invocations: reading.invocations.map(whole) }
    : { ...reading, options: reading.options.map((each) => ({ ...each, invocation: whole(each.invocation) })) };
}
