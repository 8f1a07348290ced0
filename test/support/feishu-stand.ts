// Feishu beside Slack, for the whole product: a fake open platform, and people at their Feishu.
import { feishu as feishuPlatform } from '../../adapters/feishu/index.ts';
import { APP, type FakeFeishu, type FeishuPerson, type FeishuSeen, startFakeFeishu } from '../fakes/feishu.ts';
import { type FeishuClient, feishuClient } from '../fakes/feishu-client.ts';
import type { PersonKey } from './company.ts';
import type { Parley } from './parley.ts';
import type { Stand } from './stand.ts';
import { until } from './until.ts';

const KEYS = { encryptKey: 'an-encrypt-key', verificationToken: 'a-verification-token' };

/** Somebody at his Feishu: what he does, and what he sees. */
export type FeishuUser = {
  readonly id: string;
  /** A private message to the bot. */
  says(text: string): ReturnType<FeishuClient['dm']>;
  /** A message to the bot in a group. */
  mentions(text: string): ReturnType<FeishuClient['mention']>;
  /** An entry of the bot's menu. */
  chooses(key: string): ReturnType<FeishuClient['menu']>;
  presses(label: string, options?: Parameters<FeishuClient['press']>[2]): ReturnType<FeishuClient['press']>;
  /** Fills in the form of the last card. */
  submits(
    values?: Record<string, string>,
    options?: Parameters<FeishuClient['submit']>[2],
  ): ReturnType<FeishuClient['submit']>;
  readonly cards: FeishuSeen[];
  readonly card: FeishuSeen;
  readonly toasts: string[];
  /** The newest card that says these words, as soon as there is one. */
  sees(words: string): Promise<FeishuSeen>;
};

export type FeishuStand = Stand & {
  fake: FakeFeishu;
  /** Feishu's requests, sent to this address. */
  at(baseUrl: string, now?: () => Date): FeishuClient;
  /** Somebody of the small company, or a stranger by his open_id. */
  person(key: PersonKey | (string & {}), parley: Parley): FeishuUser;
};

export async function openFeishuStand(strangers: readonly FeishuPerson[] = []): Promise<FeishuStand> {
  const fake = await startFakeFeishu(strangers);
  const settings = feishuPlatform.settings.parse({
    FEISHU_APP_ID: APP.id,
    FEISHU_APP_SECRET: APP.secret,
    FEISHU_ENCRYPT_KEY: KEYS.encryptKey,
    FEISHU_VERIFICATION_TOKEN: KEYS.verificationToken,
    FEISHU_DOMAIN: fake.domain,
  });
  const at: FeishuStand['at'] = (baseUrl, now = () => new Date()) => feishuClient({ fake, baseUrl, ...KEYS, now });
  return {
    name: 'feishu',
    fake,
    at,
    start: (tools) => feishuPlatform.start(settings, tools),
    async staff({ pool }) {
      // People of the company have their key in their id at Feishu: li is ou_li.
      const { rows } = await pool.query<FeishuPerson>(
        `INSERT INTO identities (id, user_id, platform, workspace, external_id)
         SELECT gen_random_uuid(), id, 'feishu', $1, 'ou_' || split_part(email, '@', 1) FROM users
         RETURNING external_id AS id, (SELECT name FROM users u WHERE u.id = user_id),
                   (SELECT email FROM users u WHERE u.id = user_id)`,
        [fake.tenant],
      );
      rows.forEach(fake.add);
    },
    person: (key, parley) => feishuUser(key.startsWith('ou_') ? key : `ou_${key}`, { fake, at, parley }),
    close: () => fake.close(),
  };
}

function feishuUser(
  id: string,
  { fake, at, parley }: { fake: FakeFeishu; at: FeishuStand['at']; parley: Parley },
): FeishuUser {
  // Where Parley is changes with every start.
  const client = () => at(parley.url, () => parley.database.clock.now());
  return {
    id,
    says: (text) => client().dm(id, text),
    mentions: (text) => client().mention(id, text),
    chooses: (key) => client().menu(id, key),
    presses: (label, options) => client().press(id, label, options),
    submits: (values, options) => client().submit(id, values, options),
    get cards() {
      return fake.cards(id);
    },
    get card() {
      return fake.lastCard(id);
    },
    get toasts() {
      return fake.toasts(id);
    },
    sees: (words) =>
      until(
        () => fake.cards(id).findLast((card) => card.words.includes(words)),
        () => [`${id} to see “${words}”; he has:`, ...fake.cards(id).map((card) => card.words)].join('\n--\n'),
      ),
  };
}
