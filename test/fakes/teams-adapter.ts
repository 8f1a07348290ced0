import type { PlatformTools } from '../../adapters/platform.ts';
import { teams } from '../../adapters/teams/index.ts';
import { startRig } from './rig.ts';
import { type FakeTeams, startFakeTeams, type TeamsPerson } from './teams.ts';
import { teamsClient } from './teams-client.ts';
import { APP_ID, PASSWORD, TENANT } from './teams-login.ts';

/** What a deployment before the fake Teams is set to. */
export const teamsSettings = (fake: FakeTeams) => ({
  MICROSOFT_APP_ID: APP_ID,
  MICROSOFT_APP_PASSWORD: PASSWORD,
  MICROSOFT_APP_TENANT_ID: TENANT,
  TEAMS_OPENID_METADATA_URL: fake.metadataUrl,
  TEAMS_LOGIN_URL: fake.loginUrl,
});

/** The Teams adapter alone, over HTTP, before a bot that answers as a test says. */
export async function startTeamsAdapter({
  people = [{ id: 'ana', name: 'Ana', email: 'ana@works.example', principal: 'ana@works.example' }],
  over = {},
  tools = {},
}: {
  people?: readonly TeamsPerson[];
  over?: Record<string, string | undefined>;
  tools?: Partial<PlatformTools>;
} = {}) {
  const fake = await startFakeTeams(people);
  const settings = teams.settings.parse({ ...teamsSettings(fake), ...over });
  const rig = await startRig((given) => teams.start(settings, given), tools);
  return {
    ...rig,
    fake,
    client: teamsClient({ fake, baseUrl: rig.baseUrl }),
    async close(): Promise<void> {
      await rig.close();
      await fake.close();
    },
  };
}
