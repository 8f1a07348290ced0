import { z } from 'zod';
import type { Adapter, InboundEvent, Reply } from '../../bot/contract.ts';
import { SettingsError } from '../../core/settings.ts';
import { isLoopback } from '../here.ts';
import { noting } from '../noting.ts';
import { definePlatform, type PlatformTools } from '../platform.ts';
import { type Asked, answerLater } from './answer.ts';
import { type Connector, createConnector } from './botbuilder.ts';
import { createClient, type TeamsClient } from './client.ts';
import { type Door, receive } from './door.ts';
import { download, type Source } from './files.ts';
import { createKeys } from './keys.ts';
import { createLogin } from './login.ts';
import { paced } from './paced.ts';
import { parse } from './parse.ts';
import { createTeamsIllustrator } from './pictures.ts';
import { renderMessage } from './render.ts';
import { isLocalUrl, isTeamsUrl, judge, judgeLocal } from './verify.ts';
import { readAddress } from './wire.ts';

/** Where the tokens of a registration for any tenant come from. */
const ANY_TENANT = 'botframework.com';

const url = z.url({ protocol: /^https?$/ });

const settings = z
  .object({
    MICROSOFT_APP_ID: z.guid().optional(),
    MICROSOFT_APP_PASSWORD: z.string().min(1).optional(),
    MICROSOFT_APP_TYPE: z.enum(['SingleTenant', 'MultiTenant']).default('SingleTenant'),
    MICROSOFT_APP_TENANT_ID: z.guid().optional(),
    /** The company's own, by their directories: a bot for any tenant is signed for strangers' messages as well. */
    TEAMS_ALLOWED_TENANTS: z
      .string()
      .transform((text) => text.split(',').map((part) => part.trim().toLowerCase()))
      .pipe(z.array(z.guid('takes directory (tenant) ids, with commas between')))
      .optional(),
    TEAMS_OPENID_METADATA_URL: url.default('https://login.botframework.com/v1/.well-known/openidconfiguration'),
    TEAMS_LOGIN_URL: url.transform((given) => given.replace(/\/+$/, '')).default('https://login.microsoftonline.com'),
    /** Microsoft's local client: nothing is signed, and nothing is answered but this machine. */
    TEAMS_LOCAL: z.literal('1').optional(),
  })
  .superRefine(
    (given, { addIssue }) => {
      const wrong = (name: string, message: string) => addIssue({ code: 'custom', path: [name], message });
      if (given.TEAMS_LOCAL) {
        if (given.MICROSOFT_APP_ID) {
          wrong('TEAMS_LOCAL', 'is for use without MICROSOFT_APP_ID');
        }
        return;
      }
      const isSingle = given.MICROSOFT_APP_TYPE !== 'MultiTenant';
      const whose = isSingle ? 'MICROSOFT_APP_TENANT_ID' : 'TEAMS_ALLOWED_TENANTS';
      for (const name of ['MICROSOFT_APP_ID', 'MICROSOFT_APP_PASSWORD', whose] as const) {
        if (!given[name]) {
          wrong(name, 'is missing');
        }
      }
      if (isSingle && given.TEAMS_ALLOWED_TENANTS) {
        wrong('TEAMS_ALLOWED_TENANTS', 'is for MICROSOFT_APP_TYPE=MultiTenant');
      }
    },
    // All that is missing is named at once.
    { when: () => true },
  );

type Settings = z.output<typeof settings>;

export const teams = definePlatform({
  name: 'teams',
  settings,
  async start(given, tools) {
    if (given.TEAMS_LOCAL && !isHere(tools.host)) {
      throw new SettingsError('TEAMS_LOCAL needs a HOST of this machine alone, like 127.0.0.1');
    }
    const { client, connector, source } = toClient(given, tools);
    const origins: Origins = new WeakMap();
    const illustrator = createTeamsIllustrator(tools);
    const door: Door = {
      client,
      illustrator,
      tools,
      judge: toJudge(given, tools),
      tenants: tenantsOf(given),
      origins,
      pending: new Set(),
      turn: connector.turn,
    };
    return {
      adapter: createAdapter(client, (tenant) => paced(client, { limiter: tools.limiter, tenant }), {
        ...door,
        source,
      }),
      routes: [{ method: 'POST', path: '/api/messages', handle: (request) => receive(request, door) }],
      async stop() {
        await Promise.allSettled(door.pending);
      },
    };
  },
});

type Origins = WeakMap<InboundEvent, Asked['origin']>;

function toClient(
  given: Settings,
  tools: PlatformTools,
): { client: TeamsClient; connector: Connector; source: Source } {
  const { MICROSOFT_APP_ID: appId = '', MICROSOFT_APP_PASSWORD: password = '', TEAMS_LOGIN_URL: loginUrl } = given;
  const tenant = (isMulti(given) ? undefined : given.MICROSOFT_APP_TENANT_ID) ?? ANY_TENANT;
  const login = given.TEAMS_LOCAL ? undefined : createLogin({ appId, password, tenant, loginUrl }, tools.clock);
  const connector = createConnector({ appId, login });
  const home = given.TEAMS_LOCAL ? 'any' : given.MICROSOFT_APP_TENANT_ID;
  const isConnector = given.TEAMS_LOCAL ? isLocalUrl : isOurs(given);
  const source = { token: login && (() => login.token()), isConnector };
  return { client: createClient({ connector, appId, home }), connector, source };
}

function isMulti({ MICROSOFT_APP_TYPE }: Settings): boolean {
  return MICROSOFT_APP_TYPE === 'MultiTenant';
}

/** The only tenants that are served; undefined for whichever the local client plays. */
function tenantsOf(given: Settings): ReadonlySet<string> | undefined {
  const { TEAMS_LOCAL, MICROSOFT_APP_TENANT_ID: own = '', TEAMS_ALLOWED_TENANTS: allowed = [] } = given;
  return TEAMS_LOCAL ? undefined : new Set(isMulti(given) ? allowed : [own.toLowerCase()]);
}

function toJudge(given: Settings, { clock }: PlatformTools): Door['judge'] {
  const { MICROSOFT_APP_ID: appId, TEAMS_OPENID_METADATA_URL: metadataUrl } = given;
  if (!appId) {
    return async (request, claim) => judgeLocal(request, claim);
  }
  const keys = createKeys({ metadataUrl, clock });
  return (request, claim) => judge(request, claim, { appId, keys, now: clock.now(), isOurs: isOurs(given) });
}

/** Whose keys we were told to trust, that host we may also send to: a stand-in for Microsoft's. */
function isOurs({ TEAMS_OPENID_METADATA_URL: metadataUrl }: Settings): (url: string) => boolean {
  const trusted = new URL(metadataUrl).origin;
  return (url) => isTeamsUrl(url, trusted);
}

function isHere(host: string | undefined): boolean {
  return host === 'localhost' || isLoopback(host);
}

function createAdapter(
  client: TeamsClient,
  outbound: (tenant: string) => TeamsClient,
  { illustrator, origins, source: given }: Pick<Door, 'illustrator' | 'origins'> & { source: Source },
): Adapter {
  return {
    platform: 'teams',
    async answer(event: InboundEvent, reply: Reply) {
      const { place, source } = event;
      const origin = origins.get(event) ?? { ...place, messageId: source?.messageId, isOwnView: false };
      const whole = await illustrator.illustrateReply(reply, place.workspace);
      const { client: noted, sent } = noting(outbound(place.workspace), ['post']);
      await answerLater(noted, { event, origin }, whole);
      return sent();
    },
    async send({ workspace, address, direct }, card) {
      const message = renderMessage(await illustrator.illustrate(card, workspace), { direct });
      return { messageId: await outbound(workspace).post(readAddress(address), message) };
    },
    async update({ workspace, address, direct }, messageId, card) {
      const message = renderMessage(await illustrator.illustrate(card, workspace), { direct });
      await outbound(workspace).update(readAddress(address), messageId, message);
    },
    async direct(person) {
      const address = await outbound(person.workspace).open(person);
      return { platform: 'teams', workspace: person.workspace, address, direct: true };
    },
    download: ({ handle }) => download(handle, given),
    profile: (person) => client.profile(person),
    parse(body) {
      const parsed = parse(body);
      if (parsed.kind !== 'accepted') {
        return undefined;
      }
      client.hear(parsed);
      origins.set(parsed.event, parsed.origin);
      return parsed.event;
    },
  };
}
