import type { HomeView, ModalView } from '@slack/types';
import type { SlackBlock } from '../../adapters/slack/blocks.ts';
import { complaintsAboutHome, complaintsAboutMessage, complaintsAboutView } from './slack-checks.ts';
import { Refusal, refuse } from './slack-http.ts';

/** The methods of Slack's Web API that an app calls, over what the fake keeps. */

export type SlackPerson = { id: string; name: string; email?: string; locale?: string; tz?: string; team?: string };

export type SlackCall = { method: string; args: Record<string, unknown>; token: string | undefined };

export type SlackMessage = {
  channel: string;
  ts: string;
  /** The only person who sees it. */
  user?: string;
  thread?: string;
  text: string;
  blocks: SlackBlock[];
  metadata?: unknown;
  edits: number;
};

/** A message as a person reads it. */
export type SlackCard = SlackMessage & { words: string; buttons: string[] };

export type SlackSaid = { ts: string; user?: string; text: string };

export type SlackHome = HomeView & { id: string };

export type SlackView = ModalView & { id: string };

export const TEAM = 'T0PARLEY';
export const CLIENT_SECRET = 'a-client-secret';
export const BOT = { userId: 'U0BOT', botId: 'B0BOT' };

/** What people would see, and what they were promised. */
export type SlackState = {
  directory: Map<string, SlackPerson>;
  messages: SlackMessage[];
  windows: Map<string, SlackView[]>;
  grants: Map<string, Record<string, unknown>>;
  homes: Map<string, SlackHome>;
  previews: Map<string, Map<string, SlackBlock[]>>;
  /** What was said in threads the app may read, by channel and first message. */
  threads: Map<string, SlackSaid[]>;
  triggers: Map<string, { user: string; isUsed: boolean }>;
  /** Pictures by their ids, once they have arrived. */
  files: Map<string, Buffer | undefined>;
};

type Around = {
  state: SlackState;
  origin: () => string;
  next: () => string;
  keep: (message: Omit<SlackMessage, 'ts' | 'edits'>) => SlackMessage;
};

export const privateChannel = (user: string) => `D${user.slice(1)}`;

export function slackMethods({ state, origin, next, keep }: Around) {
  const { directory, messages, windows, grants, homes, previews, threads, triggers, files } = state;

  const methods: Record<string, (args: Record<string, unknown>) => Record<string, unknown>> = {
    'apps.connections.open': () => ({ ok: true, url: `${origin().replace('http', 'ws')}/link` }),
    'auth.test': () => ({ ok: true, user_id: BOT.userId, bot_id: BOT.botId, team_id: TEAM }),
    'oauth.v2.access': ({ code, refresh_token, client_secret }) => {
      const key = String(code ?? refresh_token);
      const granted = grants.get(key);
      grants.delete(key);
      const error = code ? 'invalid_code' : 'invalid_refresh_token';
      return granted && client_secret === CLIENT_SECRET ? { ok: true, ...granted } : { ok: false, error };
    },
    'apps.uninstall': ({ client_secret }) => ({ ok: client_secret === CLIENT_SECRET }),
    'users.info': ({ user }) => {
      const person = directory.get(String(user));
      return person ? { ok: true, user: toUser(person) } : { ok: false, error: 'user_not_found' };
    },
    'users.lookupByEmail': ({ email }) => {
      const person = [...directory.values()].find((each) => each.email?.toLowerCase() === String(email).toLowerCase());
      return person ? { ok: true, user: toUser(person) } : { ok: false, error: 'users_not_found' };
    },
    'conversations.replies': ({ channel, ts, limit, cursor }) => {
      const said = threads.get(`${channel} ${ts}`);
      const from = Number(cursor ?? 0);
      const to = from + Number(limit);
      return said
        ? {
            ok: true,
            messages: said.slice(from, to).map((each) => ({ type: 'message', ...each, thread_ts: ts })),
            has_more: to < said.length,
            response_metadata: { next_cursor: to < said.length ? String(to) : '' },
          }
        : { ok: false, error: 'not_in_channel' };
    },
    'conversations.open': ({ users }) => ({ ok: true, channel: { id: privateChannel(String(users)) } }),
    'chat.postMessage': (args) => {
      const channel = String(args.channel);
      const message = readMessage(args);
      const kept = keep({
        ...message,
        channel: /^[UW]/.test(channel) ? privateChannel(channel) : channel,
        ...(args.thread_ts ? { thread: String(args.thread_ts) } : {}),
        ...(args.metadata ? { metadata: args.metadata } : {}),
      });
      return { ok: true, channel: kept.channel, ts: kept.ts };
    },
    'chat.postEphemeral': (args) => {
      const thread = args.thread_ts ? { thread: String(args.thread_ts) } : {};
      const kept = keep({ ...readMessage(args), channel: String(args.channel), user: String(args.user), ...thread });
      return { ok: true, message_ts: kept.ts };
    },
    'chat.update': (args) => {
      const found = messages.find(({ channel, ts, user }) => !user && channel === args.channel && ts === args.ts);
      if (!found) {
        return { ok: false, error: 'message_not_found' };
      }
      Object.assign(found, readMessage(args), { edits: found.edits + 1 });
      return { ok: true, channel: found.channel, ts: found.ts };
    },
    'files.getUploadURLExternal': () => {
      const id = `F${next()}`;
      files.set(id, undefined);
      return { ok: true, upload_url: `${origin()}/upload/${id}`, file_id: id };
    },
    'files.completeUploadExternal': ({ files: given }) =>
      (given as { id: string }[]).every(({ id }) => files.get(id))
        ? { ok: true, files: given }
        : { ok: false, error: 'file_not_found' },
    'views.open': (args) => {
      const user = useTrigger(args.trigger_id);
      windows.set(user, [readView(args)]);
      return { ok: true };
    },
    'views.publish': ({ user_id, view }) => {
      const page = view as HomeView;
      refuse(complaintsAboutHome(page));
      homes.set(String(user_id), { ...page, id: `VH${String(user_id)}` });
      return { ok: true };
    },
    'chat.unfurl': ({ unfurl_id, unfurls }) => {
      const shown = unfurls as Record<string, { blocks: SlackBlock[] }>;
      refuse(Object.values(shown).flatMap(({ blocks }) => complaintsAboutMessage(blocks, 'a preview')));
      previews.set(String(unfurl_id), new Map(Object.entries(shown).map(([url, { blocks }]) => [url, blocks])));
      return { ok: true };
    },
    'assistant.threads.setSuggestedPrompts': (args) => ({ ok: Boolean(args.channel_id && args.prompts) }),
    'assistant.threads.setStatus': (args) =>
      args.thread_ts ? { ok: true } : { ok: false, error: 'invalid_thread_ts' },
    'views.push': (args) => {
      const user = useTrigger(args.trigger_id);
      windows.set(user, [...(windows.get(user) ?? []), readView(args)]);
      return { ok: true };
    },
    'views.update': (args) => {
      for (const stack of windows.values()) {
        const at = stack.findIndex(({ id }) => id === args.view_id);
        if (at >= 0) {
          stack[at] = { ...readView(args), id: String(args.view_id) };
          return { ok: true };
        }
      }
      return { ok: false, error: 'not_found' };
    },
  };

  function readMessage(args: Record<string, unknown>): { text: string; blocks: SlackBlock[] } {
    const text = String(args.text ?? '');
    const blocks = (args.blocks ?? []) as SlackBlock[];
    refuse([
      ...complaintsAboutMessage(blocks, text),
      ...blocks.flatMap((block) =>
        block.type === 'image' && 'slack_file' in block && 'id' in block.slack_file && !files.get(block.slack_file.id)
          ? ['slack_file']
          : [],
      ),
    ]);
    return { text, blocks };
  }

  function readView({ view }: Record<string, unknown>): SlackView {
    refuse(complaintsAboutView(view as ModalView));
    return { ...(view as ModalView), id: `V${next()}` };
  }

  /** https://docs.slack.dev/interactivity/handling-user-interaction: once, and within three seconds. */
  function useTrigger(id: unknown): string {
    const trigger = triggers.get(String(id));
    if (!trigger || trigger.isUsed) {
      throw new Refusal(trigger ? 'exchanged_trigger_id' : 'invalid_trigger_id');
    }
    trigger.isUsed = true;
    return trigger.user;
  }

  return { methods, readMessage, readView };
}

function toUser({ id, name, email, locale = 'zh-CN', tz = 'Asia/Shanghai', team = TEAM }: SlackPerson) {
  return {
    id,
    team_id: team,
    name: id.toLowerCase(),
    real_name: name,
    tz,
    locale,
    is_bot: false,
    deleted: false,
    is_stranger: team !== TEAM,
    is_email_confirmed: true,
    profile: { real_name: name, ...(email ? { email } : {}) },
  };
}
