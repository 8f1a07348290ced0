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
