import type { Text } from '../../core/text.ts';
import { echoOf } from './echo.ts';
import type { CommandName, Reading, SpokenInvocation } from './reading.ts';
import type { DaySlot, Utterance } from './utterance.ts';

/** Where the day of a command goes that has one, in the order in which they are filled. */
const DAY_FIELDS: Partial<Record<CommandName, readonly string[]>> = {
  'follow-up.log': ['on', 'nextOn'],
  'lead.log': ['on', 'nextOn'],
  'visit.check-in': ['on'],
  'task.add': ['due'],
  'opportunity.open': ['closeOn'],
};

export const noSuchDay = (words: string): Reading => ({ kind: 'clarify', ask: none(words), options: [] });

const none = (words: string): Text => ({
  en: `There is no such day or hour: “${words}”. Nothing was done; please say it again with the right one.`,
  zh: `没有“${words}”这个日期或时间，未做任何操作。请换成正确的日期或时间再说一次。`,
});

/**
 * What was read of a sentence that names a day or an hour that does not exist. No other day is written in its place, nor is it
 * left out: the field that it was meant for is given its words, which opens the form with that said, else it is said in answer.
 */
export function withUnrealDays(reading: Reading, { slots }: Utterance): Reading {
  const unreal = slots.day.filter(({ future, past }) => future.impossible || past.impossible);
  return unreal.reduce(withUnreal, reading);
}

function withUnreal(reading: Reading, slot: DaySlot): Reading {
  const { future, past } = slot;
  // 31号 in June is none ahead, and that of May looking back.
  const isNone = future.impossible === true && past.impossible === true;
  const refused = noSuchDay(future.text);
  switch (reading.kind) {
    case 'none':
      return isNone ? refused : reading;
    case 'question':
      return slot.asked.impossible ? refused : reading;
    case 'clarify': {
      const options = reading.options.map((each) => ({ ...each, invocation: inWords(each.invocation, slot) }));
      const isTold = options.every(({ invocation }) => holds(invocation, slot));
      return isNone && !isTold ? refused : { ...reading, options };
    }
    case 'invocations': {
      const worded = reading.invocations.map((each) => inWords(each, slot));
      if (worded.length > 1 && (isNone || worded.some((each) => holds(each, slot)))) {
        return refused; // one form cannot keep what else was said
      }
      if (!isNone || worded.some((each) => holds(each, slot))) {
        return { ...reading, invocations: worded, echo: echoOf(worded) };
      }
      const told = worded.map((each) => toldOf(each, slot));
      return told.some((each) => holds(each, slot)) ? { ...reading, invocations: told, echo: echoOf(told) } : refused;
    }
  }
}

/** The days that stand in for one that is none are given back the words that said it. */
function inWords({ command, input }: SpokenInvocation, { future, past, asked }: DaySlot): SpokenInvocation {
  const standIns = [future, past, asked].flatMap(({ impossible, from }) => (impossible ? [from] : []));
  const entries = Object.entries(input).map(([field, value]) => [
    field,
    standIns.includes(value) ? future.text : value,
  ]);
  return { command, input: Object.fromEntries(entries) };
}

/** A field of its own holds it; that a note repeats it says nothing of the day it is kept under. */
const holds = ({ command, input }: SpokenInvocation, { future }: DaySlot): boolean =>
  DAY_FIELDS[command]
    ? Object.values(input).includes(future.text)
    : Object.values(input).some((value) => value.includes(future.text));

function toldOf({ command, input }: SpokenInvocation, { future }: DaySlot): SpokenInvocation {
  const field = DAY_FIELDS[command]?.find((each) => input[each] === undefined);
  return field === undefined ? { command, input } : { command, input: { ...input, [field]: future.text } };
}
