import { scan } from '../scan.ts';
import { clockRules } from './clock.ts';

/** "at 9", "to 9": an hour whose sentence is known to be about a time of day. */
const BARE =
  /(?<![a-z])(?:at|to|after|before|until|till|from|by|past) (\d{1,2})(?! ?(?:[ap]\.?m|:|\d|%|days?|weeks?|months?|hours?|min))(?![\d.:%])/giu;

/** Every time of day in a text, HH:MM, in the order it was said. */
export function readTime(text: string): string[] {
  const found = scan(text, clockRules, undefined).flatMap(({ index, value }) =>
    value.time ? [{ index, time: value.time }] : [],
  );
  const bare = [...text.matchAll(BARE)].flatMap(({ index, 1: hour }) =>
    Number(hour) < 24 && found.every((each) => Math.abs(each.index - index) > 4)
      ? [{ index, time: `${String(hour).padStart(2, '0')}:00` }]
      : [],
  );
  return [...found, ...bare].sort((a, b) => a.index - b.index).map(({ time }) => time);
}
