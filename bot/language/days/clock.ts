import { type Rule, rule } from '../scan.ts';
import { chineseInteger } from './chinese-numbers.ts';

/** A time of day; `alone` says that it can stand without a day beside it. No time: only "in the afternoon", or an hour that no day has. */
export type ClockTime = { time?: string; alone: boolean; impossible?: true };

/** The end of its own day; the day after begins at 0:00. */
const MIDNIGHT = 24;

/** An hour that no day has. */
const NEVER = 25;

function clock(hour: number, minute: number, alone: boolean): ClockTime {
  if (hour === MIDNIGHT && minute === 0) {
    return { time: '23:59', alone };
  }
  const isReal = hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59;
  return isReal
    ? { time: `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`, alone }
    : { alone, impossible: true };
}

/** Led in as an hour: 30:70 and 25点 may be anything else. */
const LED_IN = /(?:(?<![a-z])(?:at|by|before|after|until|till|around) |提醒我|(?<!\p{Script=Han})[在于])$/iu;

/** 改到三点, 不对，四点: to another hour, where 三点 alone may be three points. */
const MOVED_TO = /(?:改|推迟?|挪|移|提前|延后?|换|调)[到成至]$|^(?:不对|不是|错了|[说记]错了)[，,、 ]*(?:应该)?是?$/u;

/** Business hours: an hour from 1 to 6 said without a half of the day is in the afternoon. */
export function businessHour(hour: number): number {
  return hour >= 1 && hour <= 6 ? hour + 12 : hour;
}

function chineseHour(part: string | undefined, hour: number): number {
  if (part === undefined) {
    return businessHour(hour);
  }
  if (hour === MIDNIGHT) {
    return part.startsWith('晚') ? hour : NEVER;
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
    ({ 1: part, 2: hour = '', 3: quarter, 4: minute, input, index }) => {
      const said = quarter ? (MINUTES[quarter] ?? 0) : minute ? chineseInteger(minute) : 0;
      const isMoved = MOVED_TO.test(input.slice(0, index));
      const [at, alone] = [chineseInteger(hour), part !== undefined || quarter !== undefined || isMoved];
      const read = Number.isNaN(at + said) ? undefined : clock(chineseHour(part, at), said, alone);
      return read?.impossible || (read && at === MIDNIGHT)
        ? { ...read, alone: alone || LED_IN.test(input.slice(0, index)) }
        : read;
    },
  ),
  rule(
    '(凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚)?(?<![\\d:.])([01]?\\d|2[0-3]|24(?=[:：]00))[:：]([0-5]\\d)(?![\\d:])(?! ?[ap]\\.?m)',
    ([, part, hour, minute]) =>
      clock(part === undefined ? Number(hour) : chineseHour(part, Number(hour)), Number(minute), true),
  ),
  rule(
    '(凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚)?(?<![\\d:.])(\\d{1,2})[:：](\\d{2})(?![\\d:])(?! ?[ap]\\.?m)',
    ({ 1: part, 2: hour, 3: minute, input, index }) => {
      const said = clock(Number(hour), Number(minute), true);
      const isHour = part !== undefined || (Number(hour) < 30 && /^(?:00|15|30|45)$/.test(minute ?? ''));
      return said.impossible && { ...said, alone: isHour || LED_IN.test(input.slice(0, index)) };
    },
  ),
  rule('(?:凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上)', () => ({ alone: false })),
  rule(
    "(?<![a-z0-9'.:$])(?:at |around |by )?(\\d{1,2})(?::(\\d{2}))? ?([ap])\\.?m\\.?(?![a-z0-9])",
    ([, hour, minute, half]) =>
      // "15:30pm" is half past three all the same.
      Number(hour) > 12 && half?.toLowerCase() === 'p'
        ? clock(Number(hour), Number(minute ?? 0), true)
        : clock(
            Number(hour) > 12 ? NEVER : (Number(hour) % 12) + (half?.toLowerCase() === 'p' ? 12 : 0),
            Number(minute ?? 0),
            true,
          ),
  ),
  rule(
    "(?<![a-z0-9'])at (\\d{1,2})(?::([0-5]\\d))?( ?o'clock)?(?![\\w%:/]|[.,]\\d| ?[ap]\\.?m|万| (?:k|million|thousand|percent|off|discount))",
    ([, hour, minute, oclock]) => {
      const alone = minute !== undefined || (oclock !== undefined && Number(hour) > 23);
      return clock(minute === undefined ? businessHour(Number(hour)) : Number(hour), Number(minute ?? 0), alone);
    },
  ),
  rule("(?<![a-z0-9'])(?:at )?noon(?![a-z])", () => clock(12, 0, true)),
  rule("(?<![a-z0-9'])(?:in the )?(?:morning|afternoon|evening|night)(?![a-z])", () => ({ alone: false })),
  rule('(?<![a-z])first thing(?: in the morning)?(?![a-z])', () => ({ alone: false })),
];
