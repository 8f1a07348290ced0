import type { Text } from '../text.ts';

export const FOLLOW_UP_KINDS = ['visit', 'call', 'meeting', 'message', 'email', 'note'] as const;

export type FollowUpKind = (typeof FOLLOW_UP_KINDS)[number];

export const FOLLOW_UP_NAMES: Readonly<Record<FollowUpKind, Text>> = {
  visit: { en: 'Visit', zh: '拜访' },
  call: { en: 'Call', zh: '电话' },
  meeting: { en: 'Meeting', zh: '会议' },
  message: { en: 'Message', zh: '消息' },
  email: { en: 'E-mail', zh: '邮件' },
  note: { en: 'Note', zh: '备注' },
};

/** How the customer took it, from the best to the worst. */
export const MOODS = ['satisfied', 'fair', 'hesitant', 'dissatisfied'] as const;

export type Mood = (typeof MOODS)[number];

export const MOOD_NAMES: Readonly<Record<Mood, Text>> = {
  satisfied: { en: 'Happy', zh: '满意' },
  fair: { en: 'Fairly happy', zh: '基本满意' },
  hesitant: { en: 'Hesitant', zh: '犹豫' },
  dissatisfied: { en: 'Unhappy', zh: '不满' },
};

/** Where it led. */
export const FOLLOW_UP_OUTCOMES = ['progress', 'steady', 'blocked'] as const;

export type FollowUpOutcome = (typeof FOLLOW_UP_OUTCOMES)[number];

export const FOLLOW_UP_OUTCOME_NAMES: Readonly<Record<FollowUpOutcome, Text>> = {
  progress: { en: 'Moved forward', zh: '有进展' },
  steady: { en: 'No change', zh: '持平' },
  blocked: { en: 'Blocked', zh: '受阻' },
};

export type Felt = { mood: Mood | null; outcome: FollowUpOutcome | null };

/** How many days its author may change a follow-up, where the company has not set it. */
export const EDIT_DAYS = 7;

/** How many days before he was put on file a customer may have been met, where the company has not set it. */
export const BEFORE_DAYS = 30;
