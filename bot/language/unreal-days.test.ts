import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holds } from '../../test/support/holds.ts';
import { findDays, readDay } from './days.ts';
import { type Reading, readSentence } from './index.ts';
import type { SpokenInvocation } from './reading.ts';
import { world } from './world.gold.ts';

const TODAY = '2026-05-13';

const read = (sentence: string): Promise<Reading> =>
  readSentence(sentence, { today: TODAY, locale: 'zh', currency: 'CNY' }, world);

const LONGEST = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const CHINESE = '零 一 二 三 四 五 六 七 八 九 十 十一 十二'.split(' ');

const inChinese = (day: number): string =>
  `${['', '十', '二十', '三十'][Math.trunc(day / 10)]}${day % 10 === 0 ? '' : CHINESE[day % 10]}`;

/** A month of the year with a day that is not in it, in no year near this one. */
const beyond = fc
  .integer({ min: 1, max: 12 })
  .chain((month) => fc.tuple(fc.constant(month), fc.integer({ min: (LONGEST[month - 1] ?? 31) + 1, max: 39 })))
  .filter(([month, day]) => !(month === 2 && day === 29));
const two = (number: number): string => String(number).padStart(2, '0');

/** 24:00 is the end of its day. */
const hours = fc
  .tuple(fc.integer({ min: 24, max: 39 }), fc.constantFrom(0, 15, 30))
  .filter(([hour, minute]) => hour > 24 || minute > 0);
const minutes = fc.tuple(fc.integer({ min: 8, max: 11 }), fc.integer({ min: 60, max: 99 }));

const chineseDay = fc.oneof(
  beyond.map(([month, day]) => `${month}月${day}日`),
  beyond.map(([month, day]) => `${month}月${day}号`),
  beyond.map(([month, day]) => `今年${month}月${day}日`),
  beyond.map(([month, day]) => `2027年${month}月${day}日`),
  beyond.map(([month, day]) => `${CHINESE[month]}月${inChinese(day)}日`),
  beyond.map(([month, day]) => `2026-${two(month)}-${two(day)}`),
  fc
    .tuple(fc.integer({ min: 13, max: 31 }), fc.integer({ min: 1, max: 31 }))
    .map(([month, day]) => `${month}月${day}日`),
  fc.constantFrom('下周八', '星期九', '下个月32号', '2月29日', '2026年2月29日', '2026-13-01', '20260230', '2月30'),
  hours.map(([hour, minute]) => `明天${hour}:${two(minute)}`),
  minutes.map(([hour, minute]) => `今天上午${hour}点${minute}分`),
  fc.integer({ min: 25, max: 59 }).map((hour) => `明天${hour}点`),
);

const englishDay = fc.oneof(
  beyond.map(([month, day]) => `on ${MONTHS[month - 1]} ${day}`),
  beyond.map(([month, day]) => `on ${day} ${MONTHS[month - 1]?.slice(0, 3)}`),
  beyond.map(([month, day]) => `on ${MONTHS[month - 1]?.slice(0, 3)} ${day}th`),
  beyond.map(([month, day]) => `on ${MONTHS[month - 1]} ${day}, 2026`),
  beyond.map(([month, day]) => `on 2026-${two(month)}-${two(day)}`),
  beyond.map(([month, day]) => `on ${month}/${day}`),
  beyond.map(([month, day]) => `on ${day}/${two(month)}/2026`),
  beyond.map(([month, day]) => `on ${day}.${two(month)}.2026`),
  fc.constantFrom('on the 32nd', 'on February 29', 'on 20260230', 'on 31/04', 'on 13/13/2026'),
  hours.map(([hour, minute]) => `today at ${hour}:${two(minute)}`),
  hours.map(([hour, minute]) => `at ${hour}:${two(minute)}`),
  minutes.map(([hour, minute]) => `today at ${hour}:${minute}`),
  fc.integer({ min: 25, max: 59 }).map((hour) => `tomorrow at ${hour} o'clock`),
);

const CHINESE_SENTENCES = [
  (day: string) => `${day}拜访了华星`,
  (day: string) => `拜访了华星，${day}再去演示`,
  (day: string) => `跟华星通了电话，下一步${day}发报价`,
  (day: string) => `跟进记录：华星，${day}王总要看样品`,
  (day: string) => `提醒我${day}给华星打电话`,
  (day: string) => `${day}要给华星打电话`,
  (day: string) => `${day}到华星签到`,
  (day: string) => `给华星建个商机20万，${day}成交`,
  (day: string) => `把华星的预计成交改到${day}`,
  (day: string) => `把华星推进到谈判，提醒我${day}打电话`,
  (day: string) => `${day}拜访了几家客户`,
  (day: string) => `${day}有多少商机`,
  (day: string) => `${day}到2026年12月5日成交的商机`,
];

const ENGLISH_SENTENCES = [
  (day: string) => `visited Acme ${day}`,
  (day: string) => `${day} I called Acme`,
  (day: string) => `called Acme, will send the quote ${day}`,
  (day: string) => `remind me ${day} to call Acme`,
  (day: string) => `remind me to call Acme ${day}`,
  (day: string) => `I need to visit Acme ${day}`,
  (day: string) => `open a 20k deal for Acme closing ${day}`,
  (day: string) => `visited Acme ${day} and remind me to call them`,
  (day: string) => `how many visits ${day}`,
  (day: string) => `deals closing ${day}`,
];

/** What becomes of a sentence with a day that does not exist: an answer that says so, or one field that no reading of it fills. */
function isSafe(reading: Reading, day: string): boolean {
  switch (reading.kind) {
    case 'none':
    case 'question':
      return false;
    case 'clarify':
      return reading.options.length === 0
        ? reading.ask.zh.includes('日期或时间')
        : reading.options.every(({ invocation }) => isUnreadBy(invocation, day));
    case 'invocations':
      return reading.invocations.length === 1 && reading.invocations.every((each) => isUnreadBy(each, day));
  }
}

function isUnreadBy({ input }: SpokenInvocation, day: string): boolean {
  const values = Object.values(input);
  const isAnotherDay = values.some(
    (value) => /^\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2})?$/.test(value) && !day.includes(value),
  );
  const isUnread = values.some(
    (value) =>
      value.replace(/^(?:on|at) /, '').includes(day.replace(/^(?:on|at) /, '')) &&
      value.length < day.length + 4 &&
      (['past', 'future'] as const).every((prefer) => readDay(value, { today: TODAY, prefer }) === undefined),
  );
  return !isAnotherDay && isUnread;
}

describe('a day or an hour that does not exist', () => {
  it.each([
    ['Chinese', chineseDay, CHINESE_SENTENCES],
    ['English', englishDay, ENGLISH_SENTENCES],
  ] as const)('R102: said in %s, is never written as another one nor left out', async (_, days, sentences) => {
    await holds(
      fc.asyncProperty(days, fc.constantFrom(...sentences), async (day, sentence) => {
        const reading = await read(sentence(day));
        expect(isSafe(reading, day), `${sentence(day)} → ${JSON.stringify(reading)}`).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    ...['账期60日', '88号仓库', '中山路88号', '36月质保', '3月45台', '让25点', '周八', '合同20261340'],
    ...['24/36 units', 'split 30:70', 'in May 45 leads came', 'the 45th floor', '50/50', 'order 1234-56-78'],
  ])('R102: %s is no such day, but something else', (text) => {
    expect(findDays(text, { today: TODAY }).filter(({ impossible }) => impossible)).toEqual([]);
  });

  it.each([
    ['6月份3日', '2026-06-03'],
    ['28.02.2027', '2027-02-28'],
    ['02-28-2027', '2027-02-28'],
    ['明天 15:30pm', '2026-05-14'],
  ])('R102: %s is a day', (text, day) => {
    expect(readDay(text, { today: TODAY })?.day).toBe(day);
  });
});
