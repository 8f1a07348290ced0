import { dayIn, daysBetween } from '../../core/days.ts';
import type { Standing } from '../../core/opportunities/standing.ts';
import type { Text } from '../../core/text.ts';
import { dayCount, shortDay, type Viewer } from './format.ts';

const NO_NEXT: Text = { en: 'no next step', zh: '无下一步' };

export type Breach = { kind: 'stuck' | 'idle'; days: number; limit: number };

type Stood = Omit<Standing, 'nextStep'>;

export function daysInStage({ stageSince }: Pick<Standing, 'stageSince'>, { timeZone, today }: Viewer): number {
  return daysBetween(dayIn(stageSince, timeZone), today);
}

/** Longer in its stage than that allows (R29), or too long without a word (R30). */
export function breachOf(deal: Stood, viewer: Viewer): Breach | undefined {
  const { maxDays, idleDays, touchedOn, stageKind, stageSince } = deal;
  const days = daysInStage(deal, viewer);
  const since = dayIn(stageSince, viewer.timeZone);
  const idle = daysBetween(touchedOn !== null && touchedOn > since ? touchedOn : since, viewer.today);
  if (stageKind !== 'open') {
    return undefined;
  }
  if (idleDays !== null && idle >= idleDays) {
    return { kind: 'idle', days: idle, limit: idleDays };
  }
  return maxDays !== null && days > maxDays ? { kind: 'stuck', days, limit: maxDays } : undefined;
}

export function warningOf(deal: Stood, viewer: Viewer): Text | undefined {
  const breach = breachOf(deal, viewer);
  if (!breach) {
    return undefined;
  }
  const { kind, days, limit } = breach;
  return kind === 'idle'
    ? { en: `May be lost: ${days} days without a follow-up.`, zh: `有流失风险：已 ${days} 天没有跟进。` }
    : {
        en: `Stuck: ${days} days in this stage, ${limit} are allowed.`,
        zh: `已卡住：本阶段已 ${days} 天，上限 ${limit} 天。`,
      };
}

/** The same in two words, for one line among others. */
export function breachText({ kind, days }: Breach, { locale }: Viewer): string {
  const { en, zh } = dayCount(days);
  const said: Text =
    kind === 'idle' ? { en: `at risk: ${en}`, zh: `流失风险 ${zh}` } : { en: `stuck: ${en}`, zh: `卡住 ${zh}` };
  return said[locale];
}

/** ⚠ stuck: 12 days; empty where it moves. */
function breachMark(deal: Stood, viewer: Viewer): string {
  const breach = breachOf(deal, viewer);
  return breach ? `⚠ ${breachText(breach, viewer)}` : '';
}

/** Stuck or not, what stands, and what comes next: one line of a list. */
export function standingLine(deal: Standing, said: readonly string[], viewer: Viewer): string {
  return `${[breachMark(deal, viewer), ...said].filter(Boolean).join(' · ')} → ${nextText(deal.nextStep, viewer)}`;
}

/** What comes next, short: tomorrow, call Mr Wang. */
export function nextText(nextStep: Pick<NonNullable<Standing['nextStep']>, 'title' | 'dueOn'> | null, viewer: Viewer) {
  return nextStep
    ? [nextStep.dueOn ? shortDay(nextStep.dueOn, viewer) : '', nextStep.title].filter(Boolean).join(' ')
    : NO_NEXT[viewer.locale];
}
