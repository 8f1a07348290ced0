import type { Text } from '../../core/text.ts';
import { holidayIn } from './days/holidays.ts';
import { echoOf } from './echo.ts';
import type { Reading, SpokenInvocation } from './reading.ts';
import type { Utterance } from './utterance.ts';

const asked = (words: string): Text => ({
  en: `I do not know on which day “${words}” is. Nothing was done; please say it again with the day.`,
  zh: `不清楚“${words}”是哪一天，未做任何操作。请换成具体日期再说一次。`,
});

/**
 * What is to be done by a holiday is never put on a list without a day: no calendar of a place is known here, so its words go where
 * its day belongs, which opens the form with that said and the rest filled in.
 */
export function withUnplacedDays(reading: Reading, { text }: Utterance): Reading {
  const words = reading.kind === 'invocations' ? holidayIn(text) : undefined;
  if (reading.kind !== 'invocations' || words === undefined) {
    return reading;
  }
  const invocations = reading.invocations.map((each) => toldOf(each, words, text));
  const isTold = invocations.some((each, index) => each !== reading.invocations[index]);
  if (isTold && invocations.length > 1) {
    return { kind: 'clarify', ask: asked(words), options: [] };
  }
  return isTold ? { ...reading, invocations, echo: echoOf(invocations) } : reading;
}

function toldOf(each: SpokenInvocation, words: string, text: string): SpokenInvocation {
  const field = dayField(each, words, text);
  return field === undefined || each.input[field] !== undefined
    ? each
    : { command: each.command, input: { ...each.input, [field]: words } };
}

/** Of news it is only the day that begins it, or that of our own next step: 客户五一放假 is what they said. */
function dayField({ command, input }: SpokenInvocation, words: string, text: string): string | undefined {
  switch (command) {
    case 'task.add':
      return 'due';
    case 'opportunity.open':
      // 春节前备货 is what the deal is called.
      return input.name?.includes(words) ? undefined : 'closeOn';
    case 'follow-up.log':
    case 'lead.log':
      return input.nextStep?.includes(words) ? 'nextOn' : text.startsWith(words) ? 'on' : undefined;
    default:
      return undefined;
  }
}
