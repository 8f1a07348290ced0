import { type Rule, rule } from '../scan.ts';
import {
  type Anchor,
  type Day,
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
import { dayAway, lastWindow, nextWindow, toDate, type Unit, withinWindow, workingDay } from './windows.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const COUNTS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');

const N = `(\\d{1,4}|an?(?: couple(?: of)?| few)?|couple(?: of)?|${COUNTS.join('|')})`;
const UNIT = '(day|week|fortnight|month|quarter|year)s?';
const WORKING = '(?:business|working|work|week) ?days?';
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const WEEKDAY = '(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\\.?';
const REL = '(this|current|last|previous|past|prior|next|coming|upcoming|following)';
const ORDINAL = '(\\d{1,2})(?:st|nd|rd|th)?';
const TO = '\\s*(?:to|through|thru|until|till|and|-|–|—)\\s*';

function english(source: string, read: (match: RegExpExecArray, anchor: Anchor) => Period | undefined) {
  return rule<Period, Anchor>(`(?<![a-z0-9'$-])(?:${source})(?![a-z0-9])`, read);
}

function relative(word: string): number {
  return /^(?:this|current)$/i.test(word) ? 0 : /^(?:last|previous|past|prior)$/i.test(word) ? -1 : 1;
}

function month(word: string): number {
  return MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;
}

function weekday(word: string): number {
  return WEEKDAYS.indexOf(word.slice(0, 3).toLowerCase()) + 1;
}

function count(word: string): number {
  if (/^\d+$/.test(word)) {
    return Number(word);
  }
  const said = word.toLowerCase();
  return said.includes('couple') ? 2 : said.includes('few') ? 3 : /^an?$/.test(said) ? 1 : COUNTS.indexOf(said) + 1;
}

/** A fortnight is two weeks. */
function measure(number = '', unit = ''): [number, Unit] {
  const said = unit.toLowerCase();
  return said === 'fortnight' ? [count(number) * 2, 'week'] : [count(number), said as Unit];
}

function startOf(anchor: Anchor, unit: string, shift: number): Day {
  switch (unit.charAt(0).toLowerCase()) {
    case 'w':
      return monday(anchor, shift);
    case 'm':
      return monthStart(anchor, shift);
    case 'q':
      return quarterStart(anchor, shift);
    default:
      return anchor.today.with({ month: 1, day: 1 }).add({ years: shift });
  }
}

/** The working week ends on Friday. */
function endOf(anchor: Anchor, unit: string, shift: number): Period | undefined {
  const isWeek = unit.charAt(0).toLowerCase() === 'w';
  return lastDayBefore(isWeek ? monday(anchor, shift).add({ days: 5 }) : startOf(anchor, unit, shift + 1));
}

const OFFSETS: Record<string, number> = {
  'day before yesterday': -2,
  yesterday: -1,
  'last night': -1,
  today: 0,
  tonight: 0,
  'this morning': 0,
  'this afternoon': 0,
  'this evening': 0,
  'earlier today': 0,
  'day after tomorrow': 2,
  tomorrow: 1,
  tmrw: 1,
  tmr: 1,
};

/** "Next Tuesday" is Tuesday of the next ISO week; "this" and "coming" mean the nearest one. */
function relativeWeekday(anchor: Anchor, rel: string, day: number): Day {
  const shift = relative(rel);
  const isNearest = shift === 0 || /coming|following/i.test(rel);
  if (!isNearest) {
    return monday(anchor, shift).add({ days: day - 1 });
  }
  return nearestWeekday({ today: anchor.today, prefer: anchor.prefer ?? 'future' }, day);
}

/** "On May 32" was meant as a day; "in May 45 leads came" was not. */
const isLedIn = ({ 0: said, input, index }: RegExpExecArray): boolean =>
  /^on /i.test(said) || /(?<![a-z])(?:on|by|before|until|till|due|for|since|from) $/iu.test(input.slice(0, index));

function namedDay(
  match: RegExpExecArray,
  { name = '', day = '', year }: Partial<Record<'name' | 'day' | 'year', string | undefined>>,
  anchor: Anchor,
): Period | undefined {
  const [m, d] = [month(name), Number(day)];
  const said = saidDay(year ? Number(year) : nearestYear(anchor, m, d), m, d);
  const isMeant =
    (d >= 1 && d <= 31) || year !== undefined || isLedIn(match) || /\d(?:st|nd|rd|th)(?![a-z])/i.test(match[0]);
  const isCounted = /(?<![a-z])in (?:the )?$/iu.test(match.input.slice(0, match.index));
  return said?.impossible && (!isMeant || isCounted) ? undefined : said;
}

const days: Rule<Period, Anchor>[] = [
  english(`(?:the )?(${Object.keys(OFFSETS).join('|')})`, ([, word = ''], { today }) =>
    oneDay(today.add({ days: OFFSETS[word.toLowerCase()] ?? 0 })),
  ),
  english(`(?:on )?(?:the )?${REL} ${WEEKDAY}`, ([, rel = '', day = ''], anchor) =>
    oneDay(relativeWeekday(anchor, rel, weekday(day))),
  ),
  english(`(?:on )?${WEEKDAY},? (?:of )?${REL} week`, ([, day = '', rel = ''], anchor) =>
    oneDay(monday(anchor, relative(rel)).add({ days: weekday(day) - 1 })),
  ),
  english(`${REL} week(?:'s)?,? (?:on )?${WEEKDAY}`, ([, rel = '', day = ''], anchor) =>
    oneDay(monday(anchor, relative(rel)).add({ days: weekday(day) - 1 })),
  ),
  english(`(on )?${WEEKDAY}`, ([said, on, day = ''], anchor) => {
    // "sat", "sun" and "wed" are also plain words; alone they count only capitalised or after "on".
    const isWord = /^(?:sat|sun|wed)$/.test(said) && !on;
    return isWord ? undefined : oneDay(nearestWeekday(anchor, weekday(day)));
  }),
  english(`${N} ${UNIT} ago`, ([, n, unit], { today }) => {
    const [size, of] = measure(n, unit);
    return dayAway(today, -size, of);
  }),
  english(
    `(?:in|(within)) ${N} ${WORKING}|${N} ${WORKING} (?:from (?:now|today)|later)|(?:the )?(next) ${WORKING}`,
    ([, within, inN, fromN, next], { today }) =>
      workingDay(today, next ? 1 : count(inN ?? fromN ?? ''), within ? 'by' : undefined),
  ),
  english(`${N} ${WORKING} ago`, ([, n], { today }) => workingDay(today, -count(n ?? ''))),
  english(`in (?:about )?${N} ${UNIT}(?:'?s? time)?`, ([, n, unit], { today }) => dayAway(today, ...measure(n, unit))),
  english(`${N} ${UNIT} (?:from (?:now|today)|later)`, ([, n, unit], { today }) => dayAway(today, ...measure(n, unit))),
  english(`${N} ${UNIT} from (tomorrow|yesterday)`, ([, n, unit, from], { today }) =>
    dayAway(today.add({ days: /tom/i.test(from ?? '') ? 1 : -1 }), ...measure(n, unit)),
  ),
  english(`(?:on |for (?!the ))?(?:${WEEKDAY},? )?${MONTH} (?:the )?${ORDINAL}(?:,? (\\d{4}))?`, (match, anchor) =>
    namedDay(match, { name: match[2], day: match[3], year: match[4] }, anchor),
  ),
  english(`(?:on )?(?:${WEEKDAY},? )?(?:the )?${ORDINAL} (?:of )?${MONTH}(?:,? (\\d{4}))?`, (match, anchor) =>
    namedDay(match, { name: match[3], day: match[2], year: match[4] }, anchor),
  ),
  english(
    '(?:(?:on )?the |(?<=, ?)(?=\\d{1,2}..(?:,|$)))(\\d{1,2})(?:st|nd|rd|th)(?: of (?:this|the) month)?',
    (match, anchor) => {
      const day = Number(match[1]);
      const months =
        anchor.prefer === 'future' && day < anchor.today.day
          ? 1
          : anchor.prefer === 'past' && day > anchor.today.day
            ? -1
            : 0;
      const start = monthStart(anchor, months);
      const said = saidDay(start.year, start.month, day);
      return said?.impossible && !isLedIn(match) ? undefined : said;
    },
  ),
];

const endings: Rule<Period, Anchor>[] = [
  english(
    `(?:at |by )?(?:the )?(?:end|close) of (?:the )?(?:${REL} )?(week|month|quarter|year)`,
    ([, rel, unit = ''], anchor) => endOf(anchor, unit, rel ? relative(rel) : 0),
  ),
  english('(?:by )?(?:(month|quarter|year|week)[- ]end|eo(w|m|q|y))', ([, long, short], anchor) =>
    endOf(anchor, long ?? short ?? '', 0),
  ),
  english(`(?:by )?(?:the )?end of (?:the )?(?:day|today)|(?:by )?eod`, (_, { today }) => oneDay(today, 'by')),
  english(`(?:by )?(?:the )?end of ${MONTH}(?:,? (\\d{4}))?`, ([, name = '', year], anchor) => {
    const m = month(name);
    return lastDayBefore(dayOf(year ? Number(year) : nearestYear(anchor, m), m, 1)?.add({ months: 1 }));
  }),
];

const ranges: Rule<Period, Anchor>[] = [
  english(
    `(?:by |in )?(?:the )?(early|mid|middle of|late)[- ]?${MONTH}(?:,? (\\d{4}))?`,
    ([, part = '', name = '', year], anchor) => {
      const start = dayOf(year ? Number(year) : nearestYear(anchor, month(name)), month(name), 1);
      return start && thirdOf(start, /^early/iu.test(part) ? 0 : /^late/iu.test(part) ? 2 : 1);
    },
  ),
  english(`(?:the )?${REL} weekend`, ([, rel = ''], anchor) => weekendOf(anchor, relative(rel))),
  english('(?:on|over|at|during|by|before|after) the weekend', (_, anchor) => nearestWeekend(anchor)),
  english(`(?:the )?${REL} (week|month|quarter|year)`, ([, rel = '', unit = ''], anchor) => {
    const shift = relative(rel);
    const said = unit.toLowerCase();
    return said === 'week'
      ? weekOf(anchor, shift)
      : said === 'month'
        ? relativeMonth(anchor, shift)
        : said === 'quarter'
          ? relativeQuarter(anchor, shift)
          : yearOf(anchor.today.year + shift);
  }),
  english(
    '(?:(year|month|quarter|week)[- ]to[- ]date|([ymqw])td|so far this (year|month|quarter|week)|this (year|month|quarter|week) so far)',
    ([, a, b, c, d], anchor) => toDate(anchor, startOf(anchor, a ?? b ?? c ?? d ?? '', 0)),
  ),
  english(
    `(?:in |over |during |for |within )?(?:the )?(?:last|past|previous|prior|trailing) ${N} ${UNIT}`,
    ([, n, unit], anchor) => lastWindow(anchor, ...measure(n, unit)),
  ),
  english(
    `(?:in |over |during |for |within )?(?:the )?(?:next|coming|following|upcoming) ${N} ${UNIT}`,
    ([, n, unit], anchor) => nextWindow(anchor, ...measure(n, unit)),
  ),
  english(`within ${N} ${UNIT}`, ([, n, unit], anchor) => withinWindow(anchor, ...measure(n, unit))),
  english(
    `(?:the )?(?:q([1-4])|(first|second|third|fourth|1st|2nd|3rd|4th) quarter)(?:,?(?: of)? (?:(20\\d{2})|'(\\d{2})|(this|last|next) year|the year))?`,
    ([, digit, word, year, short, rel], anchor) => {
      const index = digit
        ? Number(digit)
        : 'fst'.includes(word?.charAt(0) ?? '-') && !/fourth/i.test(word ?? '')
          ? 'fst'.indexOf(word?.charAt(0).toLowerCase() ?? '') + 1
          : Number.parseInt(word ?? '', 10) || 4;
      const said = year ? Number(year) : short ? 2000 + Number(short) : anchor.today.year + (rel ? relative(rel) : 0);
      return quarterOf(said, index);
    },
  ),
  english('(20\\d{2}) ?q([1-4])', ([, year, quarter]) => quarterOf(Number(year), Number(quarter))),
  english(
    `(?:the )?(?:h([12])|(first|second) half)(?:,?(?: of)? (?:(20\\d{2})|(this|last|next) year|the year))?`,
    ([, digit, word, year, rel], anchor) =>
      halfOf(
        year ? Number(year) : anchor.today.year + (rel ? relative(rel) : 0),
        digit === '1' || word?.toLowerCase() === 'first' ? 1 : 2,
      ),
  ),
  english(
    `(?:from |between )?${MONTH} ${ORDINAL}${TO}(?:${MONTH} )?${ORDINAL}(?:,? (\\d{4}))?`,
    ([, a = '', from, b, to, year], anchor) => {
      const of = year ? Number(year) : anchor.today.year;
      return wholeDays([of, month(a), Number(from)], [of, month(b ?? a), Number(to)]);
    },
  ),
  english(`(?:from |between )?${MONTH}${TO}${MONTH}(?:,? (\\d{4}))?`, ([, a = '', b = '', year], anchor) => {
    const of = year ? Number(year) : anchor.today.year;
    const [first, last] = [dayOf(of, month(a), 1), dayOf(of, month(b), 1)];
    return first && last && period(first, last.add({ months: 1 }), 'range');
  }),
  english(
    `(?:(in |during |for |of )|(?<=(since|by|before|until|from|to) )|)${MONTH}(?:,?(?: of)? (?:(20\\d{2})|(this|last|next) year))?`,
    ([said, lead, led, name = '', year, rel], anchor) => {
      // "may" and "mar" are also plain words: alone they must be capitalised or led in.
      const isWord = !lead && !led && !year && !rel && /^(?:may|mar|sep|dec|jan)$/.test(said);
      const m = month(name);
      const of = year ? Number(year) : rel ? anchor.today.year + relative(rel) : nearestYear(anchor, m);
      return isWord ? undefined : monthOf(of, m);
    },
  ),
  english('(?:in |during |for )(20\\d{2})', ([, year]) => yearOf(Number(year))),
];

export const englishRules: readonly Rule<Period, Anchor>[] = [...days, ...endings, ...ranges];
