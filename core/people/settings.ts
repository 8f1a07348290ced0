import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import type { Locale } from '../text.ts';

/** What a person has set for himself; null follows the organisation. Times are local wall clock, HH:MM. */
export type OwnSettings = {
  locale: Locale | null;
  timeZone: string | null;
  digestAt: string;
  quietFrom: string;
  quietUntil: string;
  preferredPlatform: string | null;
};

export async function getOwnSettings(core: Core): Promise<OwnSettings> {
  const [settings] = await core.sql<OwnSettings>({
    name: 'own-settings',
    text: `SELECT locale, time_zone AS "timeZone", digest_at AS "digestAt", quiet_from AS "quietFrom", quiet_until AS "quietUntil",
                  preferred_platform AS "preferredPlatform" FROM users WHERE id = $1`,
    values: [core.actor.userId],
  });
  if (!settings) {
    throw new DomainError('unknown_person', `user ${core.actor.userId}`);
  }
  return settings;
}

/** Sets what is given and leaves the rest. */
export function changeOwnSettings(core: Core, settings: Partial<OwnSettings>): void {
  core.change.update('users', core.actor.userId, settings);
}

/** The chats a person can be reached in, by the platform's name. */
export async function findOwnChats(core: Core): Promise<string[]> {
  const rows = await core.sql<{ platform: string }>({
    name: 'own-chats',
    text: 'SELECT DISTINCT platform FROM identities WHERE user_id = $1 ORDER BY platform',
    values: [core.actor.userId],
  });
  return rows.map(({ platform }) => platform);
}
