import { chineseInteger } from '../days/chinese-numbers.ts';
import { businessHour } from '../days/clock.ts';
import type { Utterance } from '../utterance.ts';

/** "Visited Acme at 9", 9点半拜访了: an hour said by itself, at the end of what happened or before it. */
const SAID =
  /(?<![a-z\d])at (?<en>1?\d|2[0-3])(?: ?o'clock)?(?=$|[.!]| and | to )|(?:^|今天|刚才?|[，, ])(?<zh>1?\d|2[0-3]|[一二三四五六七八九十]{1,2})点(?:钟|(?<half>半))?(?=[去到拜走见跟和给打开约在])/iu;

const PRICED = /\d[^,.;]*$/u;

/** HH:MM of today, where it is over by now. */
export function hourAlone({ time }: Utterance, clause: string): string | undefined {
  const found = SAID.exec(clause);
  const { en, zh, half } = found?.groups ?? {};
  // 20 units at 12 is what they cost.
  if (found && en !== undefined && PRICED.test(clause.slice(0, found.index))) {
    return undefined;
  }
  const hour = businessHour(en === undefined ? chineseInteger(zh ?? '') : Number(en));
  const at = `${String(hour).padStart(2, '0')}:${half ? '30' : '00'}`;
  return hour > 0 && hour < 24 && (time === undefined || at <= time) ? at : undefined;
}
