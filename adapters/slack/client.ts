import type { Readable } from 'node:stream';
import { webApi } from '@slack/bolt';
import type { HomeView, ModalView } from '@slack/types';
import { type FileRef, PlatformError, type Profile, type Sender } from '../../bot/contract.ts';
import { fetchBytes } from '../fetch-bytes.ts';
import { clip } from '../words.ts';
import { clientOptions, TIMEOUT_MS } from './client-options.ts';
import { fromNetwork, fromStatus, toPlatformError } from './errors.ts';
import { addressOf, sendFile } from './files.ts';
import { FILE_ALT, PROMPT, PROMPTS } from './limits.ts';
import type { Unfurl } from './parsed.ts';
import type { Message } from './render.ts';
import type { Spot } from './wire.ts';

/** Slack's own hosts for response URLs; beside them only the host we were told to use for the Web API. */
const RESPONSE_ORIGIN = 'https://hooks.slack.com';
const FILE_ORIGIN = 'https://files.slack.com';

/** Nothing we say is to bring a preview of somebody's page along. */
const quiet = { unfurl_links: false, unfurl_media: false } as const;

/** https://docs.slack.dev/reference/methods/users.info */
const UNKNOWN = new Set(['user_not_found', 'user_not_visible', 'users_not_found']);

const REFUSED = 'invalid_blocks';

/** More workspaces than an organisation has, and how many of them are told at once. */
const WORKSPACES = 10_000;
const PAGE = 200;

type Shown = Pick<Message, 'text' | 'blocks'>;

export type Responding = { replaceOriginal?: boolean; deleteOriginal?: boolean; inChannel?: boolean };

/** The bot's own account. */
export type Identity = {
  teamId: string | undefined;
  botId: string | undefined;
  botUserId: string | undefined;
  enterpriseId: string | undefined;
};

type User = NonNullable<webApi.UsersInfoResponse['user']>;

export type SlackClient = ReturnType<typeof createClient>;

/** The Web API as far as we use it. Every call throws PlatformError. Connections are kept by Node's own fetch. */
export function createClient({ token, apiUrl }: { token: string; apiUrl: string }) {
  const web = new webApi.WebClient(token, clientOptions(apiUrl));
  const origins = new Set([RESPONSE_ORIGIN, new URL(apiUrl).origin]);
  const fileOrigins = new Set([FILE_ORIGIN, new URL(apiUrl).origin]);
  let identity: Promise<Identity> | undefined;

  /** Asked for once; a failure is forgotten, so that the next call asks again. */
  function identify(): Promise<Identity> {
    identity ??= call(() => web.auth.test()).then(
      ({ team_id, bot_id, user_id, enterprise_id }) => ({
        teamId: team_id,
        botId: bot_id,
        botUserId: user_id,
        enterpriseId: enterprise_id,
      }),
      (error: unknown) => {
        identity = undefined;
        throw error;
      },
    );
    return identity;
  }

  /** A person of another company in a shared channel may call himself by any address: only our own's count. */
  async function isOurs(user: User, workspace: string): Promise<boolean> {
    if (user.is_stranger || user.is_email_confirmed === false) {
      return false;
    }
    if (!user.team_id || user.team_id === workspace) {
      return true;
    }
    const organisation = user.enterprise_user?.enterprise_id;
    return organisation !== undefined && organisation === (await identify()).enterpriseId;
  }

  return {
    async post({ channel, thread }: Spot, message: Message, effectId?: string): Promise<string> {
      const { ts } = await drawn(message, (shown) =>
        web.chat.postMessage({
          channel,
          ...shown,
          ...quiet,
          ...(thread ? { thread_ts: thread } : {}),
          ...(effectId ? { metadata: { event_type: 'parley', event_payload: { effect_id: effectId } } } : {}),
        }),
      );
      return ts ?? '';
    },

    /** Seen by one person, who must be in the channel; it cannot be changed later. */
    async postEphemeral({ channel, thread }: Spot, user: string, message: Message): Promise<void> {
      await drawn(message, (shown) =>
        web.chat.postEphemeral({ channel, user, ...shown, ...(thread ? { thread_ts: thread } : {}) }),
      );
    },

    async update({ channel }: Spot, messageId: string, message: Message): Promise<void> {
      await drawn(message, (shown) => web.chat.update({ channel, ts: messageId, ...shown }));
    },

    /** The channel of the private conversation with a person. */
    async open(user: string): Promise<string> {
      const { channel } = await call(() => web.conversations.open({ users: user }));
      if (!channel?.id) {
        throw new PlatformError('no_channel', { retryable: false });
      }
      return channel.id;
    },

    async openView(trigger: string, view: ModalView): Promise<void> {
      await call(() => web.views.open({ trigger_id: trigger, view }));
    },

    async pushView(trigger: string, view: ModalView): Promise<void> {
      await call(() => web.views.push({ trigger_id: trigger, view }));
    },

    async updateView(viewId: string, view: ModalView): Promise<void> {
      await call(() => web.views.update({ view_id: viewId, view }));
    },

    async publishHome(user: string, view: HomeView): Promise<void> {
      await call(() => web.views.publish({ user_id: user, view }));
    },

    /**
     * The first messages of a thread, a page at a time; the bot must be where it is, and hold the scope of that kind of place.
     * https://docs.slack.dev/reference/methods/conversations.replies
     */
    async replies({ channel, ts }: { channel: string; ts: string }, cursor?: string) {
      const { messages = [], response_metadata } = await call(() =>
        web.conversations.replies({ channel, ts, limit: PAGE, ...(cursor ? { cursor } : {}) }),
      );
      return { messages, next: response_metadata?.next_cursor || undefined };
    },

    /** Shows what links lead to, beneath the message they stand in. */
    async unfurl({ id, source }: Unfurl, previews: ReadonlyMap<string, Message>): Promise<void> {
      const unfurls = Object.fromEntries([...previews].map(([url, { blocks }]) => [url, { blocks }]));
      await call(() => web.chat.unfurl({ unfurl_id: id, source, unfurls }));
    },

    /** What one could say next, to be pressed, in a conversation with the assistant. */
    async suggest({ channel, thread }: Spot, prompts: readonly string[]): Promise<void> {
      const [first, ...others] = prompts
        .slice(0, PROMPTS)
        .map((message) => ({ title: clip(message, PROMPT), message }));
      if (first) {
        const thread_ts = thread ? { thread_ts: thread } : {};
        await call(() =>
          web.assistant.threads.setSuggestedPrompts({ channel_id: channel, ...thread_ts, prompts: [first, ...others] }),
        );
      }
    },

    /** Shown in a thread with the assistant until something is said there. */
    async setStatus({ channel, thread = '' }: Spot, status: string): Promise<void> {
      await call(() => web.assistant.threads.setStatus({ channel_id: channel, thread_ts: thread, status }));
    },

    async profile({ externalId, workspace }: Sender): Promise<Profile | undefined> {
      try {
        const { user } = await call(() => web.users.info({ user: externalId, include_locale: true }));
        return user && !user.deleted && !user.is_bot ? toProfile(user, await isOurs(user, workspace)) : undefined;
      } catch (error) {
        if (error instanceof PlatformError && UNKNOWN.has(error.code)) {
          return undefined;
        }
        throw error;
      }
    },

    /** https://docs.slack.dev/reference/methods/users.lookupByEmail, which needs the scope users:read.email. */
    async findByEmail(email: string): Promise<Sender[]> {
      const { teamId: workspace } = await identify();
      try {
        const { user } = await call(() => web.users.lookupByEmail({ email }));
        const isMeant = workspace && user?.id && !user.deleted && !user.is_bot && (await isOurs(user, workspace));
        return isMeant ? [{ platform: 'slack', workspace, externalId: user.id ?? '' }] : [];
      } catch (error) {
        if (error instanceof PlatformError && UNKNOWN.has(error.code)) {
          return [];
        }
        throw error;
      }
    },

    /**
     * Keeps a picture with Slack, shared with nobody: its file's id, for an image block. It needs the scope files:write.
     * https://docs.slack.dev/messaging/working-with-files#upload
     */
    async upload(png: Buffer, alt: string): Promise<string> {
      const about = { filename: 'picture.png', length: png.length, alt_text: clip(alt, FILE_ALT) };
      const { upload_url: url, file_id: id } = await call(() => web.files.getUploadURLExternal(about));
      if (!url || !id || !URL.canParse(url) || !fileOrigins.has(new URL(url).origin)) {
        throw new PlatformError('no_upload', { retryable: false });
      }
      await sendFile(url, png);
      await call(() => web.files.completeUploadExternal({ files: [{ id, title: clip(alt, FILE_ALT) }] }));
      return id;
    },

    /** The bytes of a file somebody sent; it needs the scope files:read. The token goes to Slack's own hosts alone. */
    async download({ id, handle }: FileRef): Promise<Readable> {
      const { file } = handle ? {} : await call(() => web.files.info({ file: id }));
      const headers = { authorization: `Bearer ${token}` };
      const isTrusted = ({ origin }: URL) => fileOrigins.has(origin);
      return fetchBytes(handle || addressOf(file ?? {}), { headers, isTrusted });
    },

    identity: identify,

    /** The workspaces an organisation's installation serves: https://docs.slack.dev/reference/methods/auth.teams.list */
    async workspaces(): Promise<string[]> {
      const found: string[] = [];
      for (let cursor = ''; found.length < WORKSPACES; ) {
        const { teams = [], response_metadata } = await call(() =>
          web.auth.teams.list({ limit: PAGE, ...(cursor ? { cursor } : {}) }),
        );
        found.push(...teams.flatMap(({ id }) => (id ? [id] : [])));
        cursor = response_metadata?.next_cursor ?? '';
        if (!cursor) {
          break;
        }
      }
      return found;
    },

    /** Posts to a response URL, which needs no membership of the channel. */
    async respond(url: string, message: Message | undefined, how: Responding = {}): Promise<void> {
      if (!URL.canParse(url) || !origins.has(new URL(url).origin)) {
        throw new PlatformError('gone', { retryable: false, cause: new Error('a response URL of another host') });
      }
      const body = {
        ...quiet,
        response_type: how.inChannel ? 'in_channel' : 'ephemeral',
        replace_original: how.replaceOriginal === true,
        ...(how.deleteOriginal ? { delete_original: true } : {}),
      };
      await (message ? drawn(message, (shown) => respondWith(url, { ...shown, ...body })) : respondWith(url, body));
    },
  };
}

async function respondWith(url: string, body: unknown): Promise<void> {
  const headers = { 'content-type': 'application/json; charset=utf-8' };
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  let response: Response;
  let said: string;
  try {
    response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body), redirect: 'error', signal });
    said = await response.text();
  } catch (error) {
    throw fromNetwork(error);
  }
  if (said.includes(REFUSED)) {
    throw new PlatformError(REFUSED, { retryable: false });
  }
  if (!response.ok) {
    throw fromStatus(response.status, { retryAfter: Number(response.headers.get('retry-after')) || undefined });
  }
}

/** Where Slack refuses the blocks nothing was posted, so the same goes once more without those it may not know. */
async function drawn<Result>(message: Message, send: (shown: Shown) => Promise<Result>): Promise<Result> {
  const { text, blocks, plainer } = message;
  try {
    return await call(() => send({ text, blocks }));
  } catch (error) {
    if (plainer && error instanceof PlatformError && error.code === REFUSED) {
      return drawn(plainer(), send);
    }
    throw error;
  }
}

async function call<Result>(run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    throw toPlatformError(error);
  }
}

function toProfile(user: User, isOwn: boolean): Profile {
  const { email, display_name, real_name } = user.profile ?? {};
  return {
    name: user.real_name || real_name || display_name || user.name || '',
    ...(email && isOwn ? { email } : {}),
    ...(user.locale ? { locale: user.locale } : {}),
    ...(user.tz ? { timeZone: user.tz } : {}),
  };
}
