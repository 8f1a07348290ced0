import { IDLE_DAYS, lastTouchEver } from '../digests/idle-since.ts';
import type { Text } from '../text.ts';

export const RISKS = ['stuck', 'idle', 'past_close', 'no_step', 'decider_left'] as const;

/** Why an open deal may be lost (R30, R70). */
export type Risk = (typeof RISKS)[number];

type Declared = {
  name: Text;
  /** How it is said of one deal: `{n}` is its figure, `{limit}` what is allowed. */
  said: Text;
  /** SQL over the deal `x` and its stage `s`; `$tz` and `$today` are the asker's. */
  sql: string;
  n?: string;
  limit?: string;
};

const STOOD = '($today::date - (x.stage_since AT TIME ZONE $tz)::date)';
const IDLE = `($today::date - ${lastTouchEver('x', '$tz')})`;
const IDLE_LIMIT = `coalesce(s.idle_days, ${IDLE_DAYS})`;
const DECIDER = `SELECT FROM contact_roles r JOIN seen.contacts p ON p.id = r.contact_id
  WHERE r.role = 'decision_maker' AND (r.opportunity_id = x.id OR r.opportunity_id IS NULL AND r.customer_id = x.customer_id)`;

/** SQL: something is still planned with the deal `x`, or with its customer and no deal of his. */
export const HAS_NEXT_STEP = `EXISTS (SELECT FROM tasks t2 WHERE t2.done_at IS NULL
        AND (t2.opportunity_id = x.id OR t2.customer_id = x.customer_id AND t2.opportunity_id IS NULL))`;

/** What risk means, said once for whoever asks for it and for the line that gives the reason. */
export const RISK: Readonly<Record<Risk, Declared>> = {
  stuck: {
    name: { en: 'longer in its stage than allowed', zh: '阶段停留超时' },
    said: { en: '{n} days in its stage, {limit} are allowed', zh: '本阶段已 {n} 天，上限 {limit} 天' },
    sql: `${STOOD} > s.max_days`,
    n: STOOD,
    limit: 's.max_days',
  },
  idle: {
    name: { en: 'not followed up', zh: '久未跟进' },
    said: { en: '{n} days without a follow-up', zh: '{n} 天没有跟进' },
    sql: `${IDLE} >= ${IDLE_LIMIT}`,
    n: IDLE,
  },
  past_close: {
    name: { en: 'past the expected close', zh: '已过预计成交日期' },
    said: { en: '{n} days past the expected close', zh: '预计成交日期已过 {n} 天' },
    sql: 'coalesce(x.close_on < $today::date, false)',
    n: '($today::date - x.close_on)',
  },
  no_step: {
    name: { en: 'no next step', zh: '没有下一步' },
    said: { en: 'no next step', zh: '没有下一步' },
    sql: `NOT ${HAS_NEXT_STEP}`,
  },
  decider_left: {
    name: { en: 'who decides has left', zh: '决策人已离职' },
    said: { en: 'who decides has left', zh: '决策人已离职' },
    sql: `(EXISTS (${DECIDER} AND p.left_on IS NOT NULL) AND NOT EXISTS (${DECIDER} AND p.left_on IS NULL))`,
  },
};
