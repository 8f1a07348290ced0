import type { Core } from '../context.ts';
import { FIRST_CHAT } from '../deliveries/find-recipient.ts';
import { DomainError } from '../errors.ts';
import type { Locale } from '../text.ts';
import type { Identity } from './identity.ts';

/** What a person has set for himself; null follows the organisation. Times are local wall clock, HH:MM. */
export type OwnSettings = {
  locale: Locale | null;
  timeZone: string | null;
  digestAt: string;
  reportAt: string;
  quietFrom: string;
  quietUntil: string;
  preferredPlatform: string | null;
};

export async function getOwnSettings(core: Core): Promise<OwnSettings> {
  const [settings] = await core.sql<OwnSettings>({
    name: 'own-settings',
    text: `SELECT locale, time_zone AS "timeZone", digest_at AS "digestAt", report_at AS "reportAt", quiet_from AS "quietFrom", quiet_until AS "quietUntil",
                  preferred_platform AS "preferredPlatform" FROM users WHERE id = $1`,
    values: [core.actor.userId],
  });
  if (!settings) {
    throw new DomainError('unknown_person', `user ${core.actor.userId}`);
  }
  return settings;
}

/** Sets what is given and leaves the rest; what stands already is not written again. */
export async function changeOwnSettings(core: Core, settings: Partial<OwnSettings>): Promise<void> {
  const standing: Readonly<Record<string, unknown>> = await getOwnSettings(core);
  const changed = Object.entries(settings).filter(([name, value]) => value !== undefined && value !== standing[name]);
  if (changed.length > 0) {
    core.change.update('users', core.actor.userId, Object.fromEntries(changed));
  }
}

/** The chats a person can be reached in; the first is where he is told things. */
export function findOwnChats(core: Core): Promise<Identity[]> {
  return core.sql<Identity>({
    name: 'own-chats',
    text: `SELECT i.id, i.user_id AS "userId", i.platform, i.workspace, i.external_id AS "externalId", i.name, i.linked_at AS "linkedAt", i.version
             FROM identities i JOIN users u ON u.id = i.user_id WHERE u.id = $1 ORDER BY ${FIRST_CHAT}`,
    values: [core.actor.userId],
  });
}
