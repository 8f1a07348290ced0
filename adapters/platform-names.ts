import type { Text } from '../core/text.ts';

/** What people call the platforms, and the playground's own look; the bot is told them with the organisation. */
export const PLATFORM_NAMES = {
  slack: { en: 'Slack', zh: 'Slack' },
  feishu: { en: 'Feishu', zh: '飞书' },
  teams: { en: 'Teams', zh: 'Teams' },
  playground: { en: 'Playground', zh: '试用页面' },
  plain: { en: 'Plain', zh: '纯文本' },
} as const satisfies Record<string, Text>;
