import type { Platform } from './platform.ts';

/** Every chat platform: its name, and its folder, loaded only when a setting of its own is given. */
export const platforms: readonly { name: string; prefixes: readonly string[]; load(): Promise<Platform> }[] = [
  { name: 'slack', prefixes: ['SLACK_'], load: async () => (await import('./slack/index.ts')).slack },
  { name: 'feishu', prefixes: ['FEISHU_'], load: async () => (await import('./feishu/index.ts')).feishu },
  { name: 'teams', prefixes: ['MICROSOFT_', 'TEAMS_'], load: async () => (await import('./teams/index.ts')).teams },
];
