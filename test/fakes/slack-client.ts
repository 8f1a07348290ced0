import type { InputBlock, PlainTextOption } from '@slack/types';
import type { FakeSlack, SlackCard } from './slack.ts';
import { fieldOf, inputsOf } from './slack-card.ts';
import {
  blocksIn,
  blocksOf,
  type Delivered,
  escaped,
  find,
  follow,
  inputsIn,
  isOffered,
  readOptions,
  type Submitted,
  signatureOf,
  toAction,
  top,
} from './slack-client-view.ts';
import { insistOn, type Offered, toState } from './slack-inputs.ts';

/** A person at Slack's client: what he does becomes the signed request Slack would send. */

export type SlackClientOptions = {
  fake: FakeSlack;
  baseUrl: string;
  signingSecret: string;
  now?: () => Date;
  /** What happens comes over the connection instead of by HTTP. */
  overSocket?: boolean;
};

/** Of all clients together: Slack gives no two events the same id. */
let counter = 0;

export type SlackClient = ReturnType<typeof slackClient>;

export function slackClient({
  fake,
  baseUrl,
  signingSecret,
  now = () => new Date(),
  overSocket = false,
}: SlackClientOptions) {
  const stamp = () => `${Math.floor(now().getTime() / 1000)}.${String(++counter).padStart(6, '0')}`;

  const signed = (body: string) => signatureOf(body, { signingSecret, now: now() });

  async function deliver(body: string): Promise<Delivered> {
    if (overSocket) {
      const said = await fake.socket.deliver(body).acked;
      const answer = Object.keys(said).length > 0 ? said : undefined;
      return { status: 200, body: answer, again: () => deliver(body) };
    }
    const type = body.startsWith('{') ? 'application/json' : 'application/x-www-form-urlencoded';
    const response = await fetch(`${baseUrl}/slack/events`, {
      method: 'POST',
      headers: { 'content-type': type, ...signed(body) },
      body,
    });
    const text = await response.text();
    return {
      status: response.status,
      body: text.startsWith('{') ? JSON.parse(text) : undefined,
      again: () => deliver(body),
    };
  }

  const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString();
  const interaction = (user: string, payload: Record<string, unknown>) => {
    const common = {
      user: { id: user, team_id: fake.team },
      team: { id: fake.team },
      api_app_id: 'A0',
      token: 'legacy',
    };
    return deliver(form({ payload: JSON.stringify({ ...common, trigger_id: fake.trigger(user), ...payload }) }));
  };

  function event(user: string, fields: Record<string, unknown>): Promise<Delivered> {
    const ts = stamp();
    return deliver(
      JSON.stringify({
        type: 'event_callback',
        team_id: fake.team,
        event_id: `Ev${ts}`,
        event_time: Math.floor(Number(ts)),
        authorizations: [{ team_id: fake.team, user_id: fake.bot.userId, is_bot: true, is_enterprise_install: false }],
        event: { user, ts, event_ts: ts, ...fields },
      }),
    );
  }

  /** What searches have offered, by field: only that can be chosen. */
  const offered: Offered = new Map();

  async function typeInto(user: string, input: InputBlock, value: string): Promise<PlainTextOption[]> {
    const view = fake.lastView(user);
    const { body } = await interaction(user, {
      type: 'block_suggestion',
      container: view ? { type: 'view', view_id: view.id } : { type: 'message' },
      block_id: input.block_id,
      action_id: input.element.action_id,
      value,
      ...(view ? { view } : {}),
    });
    const options = readOptions(body);
    offered.set(fieldOf(input), options);
    return options;
  }

  /** In a search one chooses what it has offered; what it has not offered yet is typed first. */
  async function search(user: string, inputs: readonly InputBlock[], values: Record<string, string>): Promise<void> {
    for (const input of inputs) {
      const wanted = values[fieldOf(input)];
      if (input.element.type === 'external_select' && wanted && !isOffered(offered, input, wanted)) {
        await typeInto(user, input, wanted);
      }
    }
  }

  return {
    signed,
    deliver,

    /** Words after the slash command, in a channel. */
    async slash(user: string, text: string, { channel = 'C0SALES', command = '/crm' } = {}): Promise<Delivered> {
      fake.join(channel, user);
      const body = form({
        token: 'legacy',
        team_id: fake.team,
        channel_id: channel,
        user_id: user,
        command,
        text: escaped(text),
        response_url: fake.responseUrl(user, channel),
        trigger_id: fake.trigger(user),
      });
      const delivered = await deliver(body);
      if (delivered.body?.text) {
        fake.keepAck(user, channel, delivered.body);
      }
      return delivered;
    },

    /** A message to the bot in a channel. */
    mention(user: string, text: string, { channel = 'C0SALES', thread = '' } = {}): Promise<Delivered> {
      fake.join(channel, user);
      const said = { type: 'app_mention', channel, text: `<@${fake.bot.userId}> ${escaped(text)}` };
      return event(user, thread ? { ...said, thread_ts: thread } : said);
    },

    /** A message to the bot alone, in a thread where one is named. */
    dm(
      user: string,
      text: string,
      {
        thread = '',
        files = [],
        attachments = [],
      }: { thread?: string; files?: readonly object[]; attachments?: readonly object[] } = {},
    ): Promise<Delivered> {
      return event(user, {
        type: 'message',
        channel: fake.privateChannel(user),
        channel_type: 'im',
        text: escaped(text),
        ...(thread ? { thread_ts: thread } : {}),
        ...(files.length > 0 ? { subtype: 'file_share', files } : {}),
        ...(attachments.length > 0 ? { attachments } : {}),
      });
    },

    /** Begins a conversation with the assistant. */
    startsThread(user: string, thread: string): Promise<Delivered> {
      const assistant_thread = { user_id: user, channel_id: fake.privateChannel(user), thread_ts: thread, context: {} };
      return event(user, { type: 'assistant_thread_started', assistant_thread });
    },

    /** Opens his own page of the app. */
    opensHome(user: string): Promise<Delivered> {
      return event(user, { type: 'app_home_opened', channel: fake.privateChannel(user), tab: 'home' });
    },

    pressOnHome(user: string, label: string, { of = '' } = {}): Promise<Delivered> {
      const page = fake.home(user);
      const blocks = page.blocks as SlackCard['blocks'];
      return interaction(user, {
        type: 'block_actions',
        container: { type: 'view', view_id: page.id },
        view: { id: page.id, type: 'home', state: { values: toState(inputsOf(blocks), {}, offered) } },
        actions: [toAction(find(of ? blocksOf(blocks, of) : blocks, label), stamp())],
      });
    },

    /** Writes links into a channel; what stands beside them is found under the id. */
    async pastes(user: string, urls: readonly string[], { channel = 'C0SALES' } = {}): Promise<string> {
      const unfurl_id = `unfurl.${stamp()}`;
      const links = urls.map((url) => ({ url, domain: new URL(url).hostname }));
      const where = { channel, message_ts: stamp(), unfurl_id, source: 'conversations_history' };
      await event(user, { type: 'link_shared', is_bot_user_member: true, ...where, links });
      return unfurl_id;
    },

    /** Chooses the app's shortcut at a message. */
    shares(
      user: string,
      message: { user: string; text: string; ts: string; thread_ts?: string },
      { callback = 'log_follow_up', channel = 'C0SALES' } = {},
    ): Promise<Delivered> {
      return interaction(user, {
        type: 'message_action',
        callback_id: callback,
        team: { id: fake.team, domain: 'parley' },
        channel: { id: channel, name: 'sales' },
        message: { type: 'message', ...message, text: escaped(message.text) },
        message_ts: message.ts,
        response_url: fake.responseUrl(user, channel),
      });
    },

    /** Chooses the app's shortcut from the list of all of them. */
    shortcut(user: string, callback = 'log_follow_up'): Promise<Delivered> {
      return interaction(user, { type: 'shortcut', callback_id: callback, action_ts: stamp() });
    },

    /** Opens the conversation with the bot. */
    opens(user: string): Promise<Delivered> {
      return event(user, { type: 'app_home_opened', channel: fake.privateChannel(user), tab: 'messages' });
    },

    /**
     * Presses a button by its label, on the last card he saw if none is named; `of` says whose button, where several
     * records have one. Inline inputs go along as filled in.
     */
    async press(
      user: string,
      label: string,
      options: { on?: SlackCard; of?: string; values?: Record<string, string> } = {},
    ): Promise<Delivered> {
      const card = options.on ?? fake.lastCard(user);
      const message = fake.messages.find(({ ts, channel }) => ts === card.ts && channel === card.channel);
      await search(user, inputsOf(card.blocks), options.values ?? {});
      return interaction(user, {
        type: 'block_actions',
        container: {
          type: 'message',
          message_ts: card.ts,
          channel_id: card.channel,
          is_ephemeral: card.user !== undefined,
          ...(card.thread ? { thread_ts: card.thread } : {}),
        },
        channel: { id: card.channel },
        response_url: fake.responseUrl(user, card.channel, message),
        actions: [toAction(find(options.of ? blocksOf(card.blocks, options.of) : card.blocks, label), stamp())],
        state: { values: toState(inputsOf(card.blocks), options.values ?? {}, offered) },
      });
    },

    /** Presses a button in the window on top. */
    pressInView(user: string, label: string): Promise<Delivered> {
      const view = top(fake, user);
      return interaction(user, {
        type: 'block_actions',
        container: { type: 'view', view_id: view.id },
        view: { ...view, state: { values: toState(inputsIn(view), {}, offered) } },
        actions: [toAction(find(blocksIn(view), label), stamp())],
      });
    },

    /** Types into a search of the window on top, or of the last card he saw; what it offers can then be chosen. */
    async types(user: string, field: string, value: string): Promise<string[]> {
      const view = fake.lastView(user);
      const input = inputsOf(view ? blocksIn(view) : fake.lastCard(user).blocks).find(
        (each) => fieldOf(each) === field,
      );
      if (input?.element.type !== 'external_select') {
        throw new Error(`${field} is no search`);
      }
      return (await typeInto(user, input, value)).map(({ text }) => text.text);
    },

    /** Fills in the window on top and submits it; fields not named keep what stands in them. */
    async submit(
      user: string,
      values: Record<string, string> = {},
      files: Record<string, readonly object[]> = {},
    ): Promise<Submitted> {
      const view = top(fake, user);
      const inputs = inputsIn(view);
      insistOn(inputs, values);
      await search(user, inputs, values);
      const delivered = await interaction(user, {
        type: 'view_submission',
        view: { ...view, hash: stamp(), state: { values: toState(inputs, values, offered, files) } },
        response_urls: [],
      });
      return { ...delivered, errors: follow(fake, user, inputs, delivered.body ?? {}) };
    },
  };
}
