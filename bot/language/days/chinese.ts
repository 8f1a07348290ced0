import { type Rule, rule } from '../scan.ts';
import {
  type Anchor,
  dayOf,
  halfOf,
  lastDayBefore,
  monday,
  monthOf,
  monthStart,
  nearestWeekday,
  nearestWeekend,
  nearestYear,
  oneDay,
  type Period,
  period,
  quarterOf,
  quarterStart,
  relativeMonth,
  relativeQuarter,
  saidDay,
  thirdOf,
  weekendOf,
  weekOf,
  wholeDays,
  yearOf,
} from './calendar.ts';
import { chineseInteger as int } from './chinese-numbers.ts';
import { dayAway, lastWindow, nextWindow, toDate, type Unit, withinWindow, workingDay } from './windows.ts';

const N = '(\\d{1,4}|[零〇一二两三四五六七八九十百]{1,5})';
const ALONE = '(?<![\\d零〇一二两三四五六七八九十百第.])';
const REL = '(上上个?|上一?个?|下下个?|下一?个?|前一个?|这一?个?|本|当)';
const WEEK = '(?:周|星期|礼拜)';
const WEEKDAY = '([一二三四五六日天1-7])';
const YEAR = '(?:(今|本|去|前|大前|明|后)年|(\\d{4}|\\d{2}|[零〇一二三四五六七八九]{4})年)的?';
const UNIT = '(天|日|个?(?:周|星期|礼拜)|个月|个?季度|年)';
const TO = '\\s*(?:到|至|-|~|—|–)\\s*';

function relative(word: string): number {
  const ups = word.split('上').length - 1;
  const downs = word.split('下').length - 1;
  return word.startsWith('前') ? -1 : downs - ups;
}

function weekday(word: string): number {
  const index = '一二三四五六日'.indexOf(word === '天' ? '日' : word);
  return index >= 0 ? index + 1 : Number(word);
}

function unitOf(word: string): Unit {
  if (word === '天' || word === '日') {
    return 'day';
  }
  return word.includes('月') ? 'month' : word.includes('季') ? 'quarter' : word === '年' ? 'year' : 'week';
}

const YEARS: Record<string, number> = { 今: 0, 本: 0, 去: -1, 前: -2, 大前: -3, 明: 1, 后: 2 };

/** The year that was said, or nothing. */
function saidYear({ today }: Anchor, word: string | undefined, digits: string | undefined): number | undefined {
  if (word !== undefined) {
    return today.year + (YEARS[word] ?? 0);
  }
  if (digits === undefined) {
    return undefined;
  }
  const year = int(digits);
  return year < 100 ? 2000 + year : year;
}

const DAYS: Record<string, number> = { 大前: -3, 前: -2, 昨: -1, 今: 0, 明: 1, 后: 2, 大后: 3 };

/** 3月45 without 日 is 45 of something in March. */
function monthDay(anchor: Anchor, year: number | undefined, month: number, day: number, isWritten: boolean) {
  const said = saidDay(year ?? nearestYear(anchor, month, day), month, day);
  return said?.impossible && !isWritten && (month > 12 || day > 31 || day < 1) ? undefined : said;
}

function dayOfMonth(anchor: Anchor, months: number, day: number) {
  const start = monthStart(anchor, months);
  return [start.year, start.month, day] as const;
}

function partOfMonth(start: ReturnType<typeof dayOf>, part: string): Period | undefined {
  if (!start) {
    return undefined;
  }
  const next = start.add({ months: 1 });
  if (part === '底' || part === '末') {
    return lastDayBefore(next);
  }
  return thirdOf(start, part === '下' ? 2 : part === '中' ? 1 : 0);
}

const days: Rule<Period, Anchor>[] = [
  rule('(大前|大后|前|昨|今|明|后)(?:天|日|晚|早|儿)(?!报)', ([, word = ''], { today }) =>
    oneDay(today.add({ days: DAYS[word] ?? 0 })),
  ),
  rule(
    `${REL}${WEEK}${WEEKDAY}(?:${TO}(?:${WEEK})?${WEEKDAY}(?![\\d号日]))?`,
    ([, rel = '', from = '', to], anchor) => {
      const start = monday(anchor, relative(rel)).add({ days: weekday(from) - 1 });
      const after = to && start.add({ days: weekday(to) - weekday(from) + 1 });
      return after ? period(start, after, 'range') : oneDay(start);
    },
  ),
  rule(
    `(?<![一二两三四五六七八九十\\d每个])${WEEK}${WEEKDAY}(?!号|\\d(?!\\d?(?:点|[:：]\\d{2})))`,
    ([, word = ''], anchor) => oneDay(nearestWeekday(anchor, weekday(word))),
  ),
  rule(`(?:${YEAR})?${ALONE}${N}月${N}(?:日|号)?${TO}(?:${N}月)?${N}(?:日|号)`, (m, anchor) => {
    const [, word, digits, month = '', day = '', toMonth = month, toDay = ''] = m;
    const year = saidYear(anchor, word, digits) ?? anchor.today.year;
    return wholeDays([year, int(month), int(day)], [year, int(toMonth), int(toDay)]);
  }),
  rule(
    `(?:${YEAR})?${ALONE}${N}月(?:份的?(?=[\\d零〇一二三四五六七八九十]+[日号]))?${N}(日|号)?(?!\\d|[个天万亿千%])`,
    ([, word, digits, month = '', day = '', unit], anchor) =>
      monthDay(anchor, saidYear(anchor, word, digits), int(month), int(day), unit !== undefined),
  ),
  rule(`${REL}月${N}(?:日|号)`, ([, rel = '', day = ''], anchor) =>
    saidDay(...dayOfMonth(anchor, relative(rel), int(day))),
  ),
  rule(`${ALONE}${N}[日号]${TO}${N}[日号]`, ([, from = '', to = ''], anchor) =>
    wholeDays(dayOfMonth(anchor, 0, int(from)), dayOfMonth(anchor, 0, int(to))),
  ),
  rule(
    `(?<![路街巷弄栋幢器仪泵阀炉罐柜])${ALONE}${N}[日号](?![楼线院店厂位机])`,
    ({ 1: text = '', input, index }, anchor) => {
      const day = int(text);
      if (day > 31 && !/(?:提醒我?|(?<!\p{Script=Han})[在于])$/u.test(input.slice(0, index))) {
        return undefined; // 60日账期 and 88号 are no days
      }
      const passed = day < anchor.today.day;
      const ahead = day > anchor.today.day;
      const months = anchor.prefer === 'future' && passed ? 1 : anchor.prefer === 'past' && ahead ? -1 : 0;
      return saidDay(...dayOfMonth(anchor, months, day));
    },
  ),
  rule(`${ALONE}${N}${UNIT}(?:之前|以前|前)(?!台)`, ([, count = '', unit = ''], { today }) =>
    dayAway(today, -int(count), unitOf(unit)),
  ),
  rule(`(?:再?过)?${ALONE}${N}${UNIT}(?:之后|以后|后)`, ([, count = '', unit = ''], { today }) =>
    dayAway(today, int(count), unitOf(unit)),
  ),
  rule(`${ALONE}${N}个?工作日(?:之|以)?(内|后|前)`, ([, count = '', way = ''], { today }) =>
    workingDay(today, way === '前' ? -int(count) : int(count), way === '内' ? 'by' : undefined),
  ),
  rule('下一?个工作日', (_, { today }) => workingDay(today, 1)),
  rule('半个?(月|年)(?:之|以)?(前|后)', ([, unit = '', way], { today }) =>
    dayAway(today, way === '前' ? -0.5 : 0.5, unitOf(`个${unit}`.replace('个年', '年'))),
  ),
];

const endings: Rule<Period, Anchor>[] = [
  rule(`(?:${REL})?月(底|末|初|中(?!旬))`, ([, rel, part = ''], anchor) =>
    partOfMonth(monthStart(anchor, rel ? relative(rel) : 0), part),
  ),
  rule('(上|中|下)旬', ([, part = ''], anchor) => partOfMonth(monthStart(anchor), part)),
  rule(
    `(?:${YEAR})?${ALONE}${N}月(?:份)?的?(?:(底|末|初|中(?!旬))|(上|中|下)旬)`,
    ([, word, digits, month = '', part, third], anchor) => {
      const year = saidYear(anchor, word, digits) ?? nearestYear(anchor, int(month));
      return partOfMonth(dayOf(year, int(month), 1), part ?? third ?? '');
    },
  ),
  rule(`(?:${REL})?季度?(?:末|底)`, ([, rel], anchor) =>
    lastDayBefore(quarterStart(anchor, (rel ? relative(rel) : 0) + 1)),
  ),
  rule('(?:(今|本|去|前|明|后)年|年)(?:底|末|终)', ([, word], { today }) =>
    lastDayBefore(dayOf(today.year + (YEARS[word ?? '今'] ?? 0) + 1, 1, 1)),
  ),
  rule(`(?:${REL})?周(?:底|末前)`, ([, rel], anchor) =>
    lastDayBefore(monday(anchor, rel ? relative(rel) : 0).add({ days: 5 })),
  ),
];

const ranges: Rule<Period, Anchor>[] = [
  rule(`${REL}${WEEK}末`, ([, rel = ''], anchor) => weekendOf(anchor, relative(rel))),
  rule(`(?<!每个?)${WEEK}末`, (_, anchor) => nearestWeekend(anchor)),
  rule(`${REL}${WEEK}(?![期末])`, ([, rel = ''], anchor) => weekOf(anchor, relative(rel))),
  rule(
    `(?:${YEAR})?(?:第${N}个?季度?|(?<![零〇一二两三四五六七八九十百\\d])([一二三四1-4])季度|q([1-4])(?!\\w)(?:季度)?)`,
    ([, word, digits, a, b, c], anchor) =>
      quarterOf(saidYear(anchor, word, digits) ?? anchor.today.year, int(a ?? b ?? c ?? '')),
  ),
  rule(`${REL}季度?(?![末底])`, ([, rel = ''], anchor) => relativeQuarter(anchor, relative(rel))),
  rule(`(?:${YEAR})?(上|下|前|后)半年`, ([, word, digits, half = ''], anchor) =>
    halfOf(saidYear(anchor, word, digits) ?? anchor.today.year, half === '上' || half === '前' ? 1 : 2),
  ),
  rule('(?:今年|年初|本年)(?:以来|至今|到现在|到目前为止|到今天|累计)', (_, anchor) =>
    toDate(anchor, anchor.today.with({ month: 1, day: 1 })),
  ),
  rule('(?:本月|这个月|月初)(?:以来|至今|到现在|到今天|累计)', (_, anchor) => toDate(anchor, monthStart(anchor))),
  rule('(?:本季度?|这个季度)(?:以来|至今|到现在|累计)', (_, anchor) => toDate(anchor, quarterStart(anchor))),
  rule('(?:本周|这周)(?:以来|至今|到现在|累计)', (_, anchor) => toDate(anchor, monday(anchor))),
  rule(`(?:最近|近|过去|以往|前|这)的?${N}${UNIT}(?:以来|里|内)?(?![前后])`, ([, count = '', unit = ''], anchor) =>
    lastWindow(anchor, int(count), unitOf(unit)),
  ),
  rule('(?:最近|近|过去)(半)个?(月|年)', ([, , unit = ''], anchor) =>
    lastWindow(anchor, 0.5, unit === '年' ? 'year' : 'month'),
  ),
  rule(`(?:未来|接下来|今后|往后|之后)的?${N}${UNIT}(?:以?内|里)?`, ([, count = '', unit = ''], anchor) =>
    nextWindow(anchor, int(count), unitOf(unit)),
  ),
  rule(`${ALONE}${N}${UNIT}(?:之内|以内|内)`, ([, count = '', unit = ''], anchor) =>
    withinWindow(anchor, int(count), unitOf(unit)),
  ),
  rule(`(?:${REL})个?月(?:份)?(?![底末初中\\d]|[零〇一二两三四五六七八九十]+[日号])`, ([, rel = ''], anchor) =>
    relativeMonth(anchor, relative(rel)),
  ),
  rule(
    `(?:${YEAR})?${ALONE}${N}月?份?${TO}${N}月(?:份)?(?![\\d零〇一二三四五六七八九十])`,
    ([, word, digits, from = '', to = ''], anchor) => {
      const year = saidYear(anchor, word, digits) ?? anchor.today.year;
      const [first, last] = [dayOf(year, int(from), 1), dayOf(year, int(to), 1)];
      return first && last && period(first, last.add({ months: 1 }), 'range');
    },
  ),
  rule(`(?:${YEAR})?${ALONE}${N}月(?:份)?`, ([, word, digits, month = ''], anchor) =>
    monthOf(saidYear(anchor, word, digits) ?? nearestYear(anchor, int(month)), int(month)),
  ),
  rule(`(?<![\\d半.])${YEAR.replace('的?', '')}(?:度)?(?!以来|至今|[底末终初])`, ([, word, digits], anchor) => {
    const year = saidYear(anchor, word, digits);
    return year === undefined ? undefined : yearOf(year);
  }),
];

export const chineseRules: readonly Rule<Period, Anchor>[] = [...days, ...endings, ...ranges];
