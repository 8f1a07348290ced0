import { type Rule, rule } from '../scan.ts';
import { chineseInteger } from './chinese-numbers.ts';

/** A time of day; `alone` says that it can stand without a day beside it. No time: only "in the afternoon". */
export type ClockTime = { time?: string; alone: boolean };

function clock(hour: number, minute: number, alone: boolean): ClockTime | undefined {
  const isReal = hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59;
  return isReal ? { time: `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`, alone } : undefined;
}

/** Business hours: an hour from 1 to 6 said without a half of the day is in the afternoon. */
function businessHour(hour: number): number {
  return hour >= 1 && hour <= 6 ? hour + 12 : hour;
}

function chineseHour(part: string | undefined, hour: number): number {
  if (part === undefined) {
    return businessHour(hour);
  }
  const isLate = /下午|傍晚|晚/.test(part) || (part === '中午' && hour < 11);
  return isLate && hour < 12 ? hour + 12 : hour;
}

const MINUTES: Record<string, number> = { 半: 30, 一刻: 15, 三刻: 45 };

export const clockRules: readonly Rule<ClockTime>[] = [
  rule('(?<=^|[，,。；;\\s])(\\d{1,2})点(半)?(?=提醒|开会|[去给打要，,\\s])', ([, hour, half]) =>
    clock(businessHour(Number(hour)), half ? 30 : 0, true),
  ),
  rule(
    '(凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚|早)?(?<![\\d.])(\\d{1,2}|[一二两三四五六七八九十]{1,3})(?:点钟?|时)(?:(半|一刻|三刻)|(\\d{1,2}|[一二三四五]?十?[一二三四五六七八九]?)分?)?',
    ([, part, hour = '', quarter, minute]) => {
      const said = quarter ? (MINUTES[quarter] ?? 0) : minute ? chineseInteger(minute) : 0;
      return clock(chineseHour(part, chineseInteger(hour)), said, part !== undefined || quarter !== undefined);
    },
  ),
  rule(
    '(凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚)?(?<![\\d:.])([01]?\\d|2[0-3])[:：]([0-5]\\d)(?![\\d:])(?! ?[ap]\\.?m)',
    ([, part, hour, minute]) =>
      clock(part === undefined ? Number(hour) : chineseHour(part, Number(hour)), Number(minute), true),
  ),
  rule('(?:凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上)', () => ({ alone: false })),
  rule(
    "(?<![a-z0-9'.:$])(?:at |around |by )?(\\d{1,2})(?::(\\d{2}))? ?([ap])\\.?m\\.?(?![a-z0-9])",
    ([, hour, minute, half]) =>
      Number(hour) > 12
        ? undefined
        : clock((Number(hour) % 12) + (half?.toLowerCase() === 'p' ? 12 : 0), Number(minute ?? 0), true),
  ),
  rule(
    "(?<![a-z0-9'])at (\\d{1,2})(?::([0-5]\\d))?(?: ?o'clock)?(?![\\w%:/]|[.,]\\d| ?[ap]\\.?m|万| (?:k|million|thousand|percent|off|discount))",
    ([, hour, minute]) =>
      clock(
        minute === undefined ? businessHour(Number(hour)) : Number(hour),
        Number(minute ?? 0),
        minute !== undefined,
      ),
  ),
  rule("(?<![a-z0-9'])(?:at )?noon(?![a-z])", () => clock(12, 0, true)),
  rule("(?<![a-z0-9'])(?:in the )?(?:morning|afternoon|evening|night)(?![a-z])", () => ({ alone: false })),
];
