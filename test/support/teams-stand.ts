// Teams beside Slack, for the whole product: a fake connector, and people at their Teams.
import { teams as teamsPlatform } from '../../adapters/teams/index.ts';
import { type FakeTeams, startFakeTeams, type TeamsCard, type TeamsPerson } from '../fakes/teams.ts';
import { teamsSettings } from '../fakes/teams-adapter.ts';
import { type TeamsClient, type TeamsDialog, teamsClient } from '../fakes/teams-client.ts';
import type { PersonKey } from './company.ts';
import type { Parley } from './parley.ts';
import type { Stand } from './stand.ts';
import { until } from './until.ts';

/** Somebody at his Teams: what he does, and what he sees. */
export type TeamsUser = {
  readonly id: string;
  /** A private message to the bot. */
  says(text: string): ReturnType<TeamsClient['says']>;
  /** A message to the bot in a channel. */
  mentions(text: string): ReturnType<TeamsClient['mentions']>;
  /** Adds the app. */
  installs(): ReturnType<TeamsClient['installs']>;
  presses(label: string, options?: Parameters<TeamsClient['press']>[2]): ReturnType<TeamsClient['press']>;
  /** Fills in the window that is open. */
  submits(values?: Record<string, string>): ReturnType<TeamsClient['submit']>;
  /** His client draws a shared card anew for him. */
  looks(card: TeamsCard): ReturnType<TeamsClient['looks']>;
  readonly dialog: TeamsDialog | undefined;
  readonly cards: TeamsCard[];
  readonly card: TeamsCard;
  /** The newest card that says these words, as soon as there is one. */
  sees(words: string): Promise<TeamsCard>;
};

export type TeamsStand = Stand & {
  fake: FakeTeams;
  /** Teams' requests, sent to this address. */
  at(baseUrl: string, now?: () => Date): TeamsClient;
  /** Somebody of the small company, or a stranger by his id in the directory. */
  person(key: PersonKey | (string & {}), parley: Parley): TeamsUser;
};

export async function openTeamsStand(strangers: readonly TeamsPerson[] = []): Promise<TeamsStand> {
  const fake = await startFakeTeams(strangers);
  const settings = teamsPlatform.settings.parse(teamsSettings(fake));
  const at: TeamsStand['at'] = (baseUrl, now = () => new Date()) => teamsClient({ fake, baseUrl, now });
  return {
    name: 'teams',
    fake,
    at,
    start: (tools) => teamsPlatform.start(settings, tools),
    async staff({ pool }) {
      // People of the company have their key as their id in the directory.
      const { rows } = await pool.query<TeamsPerson>(
        `INSERT INTO identities (id, user_id, platform, workspace, external_id)
         SELECT gen_random_uuid(), id, 'teams', $1, split_part(email, '@', 1) FROM users
         RETURNING external_id AS id, (SELECT name FROM users u WHERE u.id = user_id),
                   (SELECT email FROM users u WHERE u.id = user_id)`,
        [fake.tenant],
      );
      rows.forEach(fake.add);
    },
    person: (key, parley) => teamsUser(key, { fake, at, parley }),
    close: () => fake.close(),
  };
}

function teamsUser(
  id: string,
  { fake, at, parley }: { fake: FakeTeams; at: TeamsStand['at']; parley: Parley },
): TeamsUser {
  // Where Parley is changes with every start.
  const client = () => at(parley.url, () => parley.database.clock.now());
  return {
    id,
    says: (text) => client().says(id, text),
    mentions: (text) => client().mentions(id, text),
    installs: () => client().installs(id),
    presses: (label, options) => client().press(id, label, options),
    submits: (values) => client().submit(id, values),
    looks: (card) => client().looks(id, card),
    get dialog() {
      return client().dialog(id);
    },
    get cards() {
      return fake.cards(id);
    },
    get card() {
      return fake.lastCard(id);
    },
    sees: (words) =>
      until(
        () => fake.cards(id).findLast((card) => card.words.includes(words)),
        () => [`${id} to see “${words}”; he has:`, ...fake.cards(id).map((card) => card.words)].join('\n--\n'),
      ),
  };
}
