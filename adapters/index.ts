import type { Platform } from './platform.ts';

/** Every chat platform: its name, and its folder, loaded only when one of its settings is given. */
export const platforms: readonly { name: string; prefix: string; load(): Promise<Platform> }[] = [
  { name: 'slack', prefix: 'SLACK_', load: async () => (await import('./slack/index.ts')).slack },
  { name: 'feishu', prefix: 'FEISHU_', load: async () => (await import('./feishu/index.ts')).feishu },
];
