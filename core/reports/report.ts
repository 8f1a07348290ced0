import { addDays, type Day, weekday } from '../days.ts';
import { DomainError } from '../errors.ts';
import type { Text } from '../text.ts';

export const REPORT_PERIODS = ['day', 'week'] as const;

/** What a report is about: one day, or a week from Monday on. */
export type ReportPeriod = (typeof REPORT_PERIODS)[number];

export const REPORT_NAMES: Readonly<Record<ReportPeriod, Text>> = {
  day: { en: 'Daily report', zh: '日报' },
  week: { en: 'Weekly report', zh: '周报' },
};

/** Which reports a company asks its people for, and on which day of the week (1 is Monday) the week's is due. */
export type ReportRules = { periods: readonly ReportPeriod[]; weekday: number };

export const REPORT_RULES: ReportRules = { periods: REPORT_PERIODS, weekday: 5 };

/** The days of a report, both inclusive, and up to when its plan looks ahead. */
export type ReportSpan = { period: ReportPeriod; startsOn: Day; endsOn: Day; plannedUntil: Day };

/** The report of a period that a day lies in. Throws bad_input for one that is yet to begin. */
export function spanOf(period: ReportPeriod, on: Day, today: Day): ReportSpan {
  const startsOn = period === 'day' ? on : addDays(on, 1 - weekday(on));
  if (startsOn > today) {
    throw new DomainError('bad_input', `a report of ${startsOn}, after ${today}`, {
      say: { en: 'That time has not come yet.', zh: '还没到那个时间，暂不能写。' },
    });
  }
  return period === 'day'
    ? { period, startsOn, endsOn: startsOn, plannedUntil: nextWorkingDay(startsOn) }
    : { period, startsOn, endsOn: addDays(startsOn, 6), plannedUntil: addDays(startsOn, 13) };
}

/** The last report of a period that was due: until its day of the week comes, that is the week before. */
export function lastDue(period: ReportPeriod, today: Day, { weekday: due }: Pick<ReportRules, 'weekday'>): ReportSpan {
  const isRunning = period === 'week' && weekday(today) < due;
  return spanOf(period, isRunning ? addDays(today, -7) : today, today);
}

const FRIDAY = 5;

function nextWorkingDay(day: Day): Day {
  const at = weekday(day);
  return addDays(day, at < FRIDAY ? 1 : 8 - at);
}
