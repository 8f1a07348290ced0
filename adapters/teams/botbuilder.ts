// A file of its own: the one that knows botbuilder, whose support has ended. Its successor has the same CloudAdapter and
// takes this file's place; what the others see of it is `Connector`.

import {
  type Activity as BotActivity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConversationAccount,
} from 'botbuilder';
import { z } from 'zod';
import { PlatformError } from '../../bot/contract.ts';
import { fromNetwork } from '../network.ts';
import type { Activity } from './activity.ts';
import { fromResponse } from './errors.ts';
import type { Login } from './login.ts';
import type { Spot } from './wire.ts';

const CHANNEL = 'msteams';
const AUDIENCE = 'https://api.botframework.com';
const TIMEOUT_MS = 10_000;
/** More service addresses than Teams has. */
const REGIONS = 100;

/** What is sent: a message, or a new text of one. */
export type Outgoing = { attachments?: { contentType: string; content: unknown }[]; summary?: string; text?: string };

export type Member = {
  name?: string | undefined;
  email?: string | undefined;
  userPrincipalName?: string | undefined;
  userRole?: string | undefined;
  /** The company whose directory he is in, which need not be the conversation's. */
  tenantId?: string | undefined;
};

/** The Bot Framework's connector as far as we use it. Every call throws PlatformError. */
export interface Connector {
  /** Takes a verified activity through CloudAdapter, to `run` and to whatever middleware there is besides. */
  turn(activity: Activity, run: () => Promise<void>): Promise<void>;
  post(spot: Spot, message: Outgoing): Promise<string>;
  update(spot: Spot, messageId: string, message: Outgoing): Promise<void>;
  /** The private conversation with a person. */
  open(person: { serviceUrl: string; bot: string; user: string; tenant: string }): Promise<string>;
  member(spot: Spot, user: string): Promise<Member>;
}

type Sent = { id?: string };

/** What stands behind `ConnectorClientKey`. */
type ConnectorClient = {
  conversations: {
    sendToConversation(conversation: string, activity: Partial<BotActivity>): Promise<Sent>;
    updateActivity(conversation: string, id: string, activity: Partial<BotActivity>): Promise<Sent>;
    getConversationMember(conversation: string, member: string): Promise<unknown>;
  };
};

type ClientOptions = NonNullable<ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[4]>;
type HttpClient = NonNullable<ClientOptions['httpClient']>;

const memberShape = z.object({
  name: z.string().nullish(),
  email: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
  userRole: z.string().nullish(),
  tenantId: z.string().nullish(),
});

/** `login` is missing where nothing is signed: before Microsoft's local client. */
export function createConnector({ appId, login }: { appId: string; login: Login | undefined }): Connector {
  const authentication = new Kept(
    { MicrosoftAppId: appId },
    {
      isValidAppId: async (id) => id === appId,
      isAuthenticationDisabled: async () => login === undefined,
      createCredentials: async () => ({
        async signRequest(request) {
          if (login) {
            request.headers.set('authorization', `Bearer ${await login.token()}`);
          }
          return request;
        },
      }),
    },
    undefined,
    undefined,
    { httpClient: createHttpClient(login) },
  );
  const adapter = new Verified(authentication);

  /** With a client of the conversation, held to no turn: what is sent may be the first thing said there. */
  async function within<Result>(spot: Spot, act: (client: ConnectorClient) => Promise<Result>): Promise<Result> {
    const { serviceUrl, bot, conversation } = spot;
    const reference = { channelId: CHANNEL, serviceUrl, bot: named(bot), conversation: named(conversation) };
    let result: Promise<Result> | undefined;
    await adapter.continueConversationAsync(appId, reference, async (context) => {
      result = act(context.turnState.get<ConnectorClient>(adapter.ConnectorClientKey));
      await result;
    });
    if (!result) {
      throw new Error('no turn was taken');
    }
    return result;
  }

  const toMessage = (spot: Spot, message: Outgoing): Partial<BotActivity> => ({
    type: 'message',
    channelId: CHANNEL,
    from: named(spot.bot),
    conversation: named(spot.conversation),
    ...(message.text === undefined ? {} : { text: message.text, textFormat: 'plain' }),
    ...(message.summary === undefined ? {} : { summary: message.summary }),
    ...(message.attachments ? { attachments: message.attachments } : {}),
  });

  return {
    turn: (activity, run) => adapter.turn(activity, run),
    async post(spot, message) {
      const { id } = await within(spot, ({ conversations }) =>
        conversations.sendToConversation(spot.conversation, toMessage(spot, message)),
      );
      return id ?? '';
    },
    async update(spot, messageId, message) {
      await within(spot, ({ conversations }) =>
        conversations.updateActivity(spot.conversation, messageId, { ...toMessage(spot, message), id: messageId }),
      );
    },
    async open({ serviceUrl, bot, user, tenant }) {
      let conversation = '';
      const parameters = {
        isGroup: false,
        bot: named(bot),
        members: [named(user)],
        tenantId: tenant,
        channelData: { tenant: { id: tenant } },
      };
      await adapter.createConversationAsync(
        appId,
        CHANNEL,
        serviceUrl,
        AUDIENCE,
        parameters as Parameters<typeof adapter.createConversationAsync>[4],
        async ({ activity }) => {
          conversation = activity.conversation.id;
        },
      );
      return conversation;
    },
    async member(spot, user) {
      const found = await within(spot, ({ conversations }) =>
        conversations.getConversationMember(spot.conversation, user),
      );
      const read = Object.entries(memberShape.parse(found));
      return Object.fromEntries(read.flatMap(([key, value]) => (value ? [[key, value]] : [])));
    },
  };
}

/** An account or a conversation by its id; of the rest, which the types ask for, Teams needs nothing. */
function named(id: string): ConversationAccount {
  return { id } as ConversationAccount;
}

type ConnectorFactory = ReturnType<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>;
type UserTokenClient = ReturnType<ConfigurationBotFrameworkAuthentication['createUserTokenClient']>;

/** botbuilder makes its clients anew for every turn, which costs more than all else of it; ours are the same for all. */
class Kept extends ConfigurationBotFrameworkAuthentication {
  private readonly clients = new Map<string, ReturnType<ConnectorFactory['create']>>();
  private tokens: UserTokenClient | undefined;

  override createConnectorFactory(
    ...given: Parameters<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>
  ) {
    const factory = super.createConnectorFactory(...given);
    return {
      create: (serviceUrl: string, audience: string) => {
        const client = this.clients.get(serviceUrl) ?? factory.create(serviceUrl, audience);
        if (this.clients.size >= REGIONS) {
          this.clients.clear();
        }
        this.clients.set(serviceUrl, client);
        return client;
      },
    };
  }

  override createUserTokenClient(
    ...given: Parameters<ConfigurationBotFrameworkAuthentication['createUserTokenClient']>
  ) {
    this.tokens ??= super.createUserTokenClient(...given);
    return this.tokens;
  }
}

/** CloudAdapter takes what is verified already only from a class of its own kind. */
class Verified extends CloudAdapter {
  async turn(activity: Activity, run: () => Promise<void>): Promise<void> {
    const claimsIdentity = this.createClaimsIdentity();
    const connectorFactory = this.botFrameworkAuthentication.createConnectorFactory(claimsIdentity);
    let failed: { error: unknown } | undefined;
    await this.processActivity(
      { audience: AUDIENCE, claimsIdentity, connectorFactory },
      // What of an activity we do not read, no middleware of ours does.
      activity as unknown as BotActivity,
      () =>
        run().catch((error: unknown) => {
          failed = { error };
        }),
    );
    if (failed) {
      throw failed.error;
    }
  }
}

/**
 * Every byte that goes to the connector, over Node's own kept connections. What is no success is thrown as ours here: of
 * that botbuilder repeats nothing, while of its own errors it repeats some three times, and the outbox repeats besides.
 */
function createHttpClient(login: Login | undefined): HttpClient {
  return {
    async sendRequest(request) {
      const { url, method, body, headers } = request;
      let response: Response;
      let text: string;
      try {
        response = await fetch(url, {
          method,
          headers: headers.toJson({ preserveCase: true }),
          redirect: 'error',
          signal: AbortSignal.timeout(TIMEOUT_MS),
          ...(typeof body === 'string' ? { body } : {}),
        });
        text = await response.text();
      } catch (error) {
        throw error instanceof PlatformError ? error : fromNetwork(error);
      }
      if (!response.ok) {
        if (response.status === 401) {
          login?.forget();
        }
        throw fromResponse({ status: response.status, body: text, retryAfter: response.headers.get('retry-after') });
      }
      const answered = headers.clone();
      for (const name of answered.headerNames()) {
        answered.remove(name);
      }
      answered.set('content-type', 'application/json');
      return { request, status: response.status, headers: answered, bodyAsText: text };
    },
  };
}
