import type { LeadLine } from '../../core/leads/find-leads.ts';
import type { Text } from '../../core/text.ts';
import { dayCount } from './format.ts';

const HOUR = 60;
/** Up to here minutes say more than hours. */
const MINUTES = 100;
const DAY = 24 * HOUR;

/** answer within 40 min · 剩 40 分钟; nothing where nothing waits. */
export function clockOf({ minutesLeft }: Pick<LeadLine, 'minutesLeft'>): Text | undefined {
  if (minutesLeft === null) {
    return undefined;
  }
  const span = spanOf(Math.abs(minutesLeft));
  return minutesLeft < 0
    ? { en: `⏰ late by ${span.en}`, zh: `⏰ 已超时 ${span.zh}` }
    : { en: `answer within ${span.en}`, zh: `剩 ${span.zh}` };
}

/** after 40 min · 用时 40 分钟 */
export function tookOf(minutes: number): Text {
  const span = spanOf(Math.max(0, Math.floor(minutes)));
  return { en: `after ${span.en}`, zh: `用时 ${span.zh}` };
}

function spanOf(minutes: number): Text {
  if (minutes < MINUTES) {
    return { en: `${minutes} min`, zh: `${minutes} 分钟` };
  }
  if (minutes < DAY) {
    const hours = Math.round(minutes / HOUR);
    return { en: `${hours} h`, zh: `${hours} 小时` };
  }
  const days = Math.floor(minutes / DAY);
  return dayCount(days);
}
