import { createHmac } from 'node:crypto';
import type { InputBlock, PlainTextOption } from '@slack/types';
import type { FakeSlack, SlackCard, SlackView } from './slack.ts';
import { buttonsOf, fieldOf, inputsOf, type PlacedButton, wordsOf } from './slack-card.ts';
import { initialOptions, insistOn, type Offered, toState } from './slack-inputs.ts';

/** A person at Slack's client: what he does becomes the signed request Slack would send. */

export type Delivered = {
  status: number;
  body: Record<string, unknown> | undefined;
  /** The same bytes once more, freshly signed, as a redelivery would be. */
  again(): Promise<Delivered>;
};

/** What came of a submitted window; errors by field. */
export type Submitted = Delivered & { errors: Record<string, string> };

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

  function signed(body: string): Record<string, string> {
    const timestamp = String(Math.floor(now().getTime() / 1000));
    const digest = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
    return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${digest}` };
  }

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
      if (input.element.type === 'external_select' && wanted && !isOffered(input, wanted)) {
        await typeInto(user, input, wanted);
      }
    }
  }

  function isOffered(input: InputBlock, wanted: string): boolean {
    const known = [...(offered.get(fieldOf(input)) ?? []), ...initialOptions(input)];
    return known.some(({ value, text }) => value === wanted || text.text === wanted);
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
      { thread = '', files = [] }: { thread?: string; files?: readonly object[] } = {},
    ): Promise<Delivered> {
      return event(user, {
        type: 'message',
        channel: fake.privateChannel(user),
        channel_type: 'im',
        text: escaped(text),
        ...(thread ? { thread_ts: thread } : {}),
        ...(files.length > 0 ? { subtype: 'file_share', files } : {}),
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
      const view = top(user);
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
      const view = top(user);
      const inputs = inputsIn(view);
      insistOn(inputs, values);
      await search(user, inputs, values);
      const delivered = await interaction(user, {
        type: 'view_submission',
        view: { ...view, hash: stamp(), state: { values: toState(inputs, values, offered, files) } },
        response_urls: [],
      });
      return { ...delivered, errors: follow(user, inputs, delivered.body ?? {}) };
    },
  };

  function top(user: string): SlackView {
    const view = fake.lastView(user);
    if (!view) {
      throw new Error(`no window is open for ${user}`);
    }
    return view;
  }

  /** Does with the window what the response says. */
  function follow(user: string, inputs: readonly InputBlock[], body: Record<string, unknown>): Record<string, string> {
    const stack = fake.openViews(user);
    switch (body.response_action) {
      case 'errors': {
        const errors = body.errors as Record<string, string>;
        const unknown = Object.keys(errors).filter((id) => !inputs.some(({ block_id }) => block_id === id));
        if (unknown.length > 0) {
          throw new Error(`errors for blocks that are not there: ${unknown.join(', ')}`);
        }
        return Object.fromEntries(
          inputs.flatMap((input) => {
            const error = errors[input.block_id ?? ''];
            return error ? [[fieldOf(input), error]] : [];
          }),
        );
      }
      case 'update':
        fake.setViews(user, [...stack.slice(0, -1), fake.readView(body)]);
        return {};
      case 'push':
        fake.setViews(user, [...stack, fake.readView(body)]);
        return {};
      case 'clear':
        fake.setViews(user, []);
        return {};
      default:
        fake.setViews(user, stack.slice(0, -1));
        return {};
    }
  }
}

function find(blocks: SlackCard['blocks'], label: string): PlacedButton {
  const buttons = buttonsOf(blocks);
  const found = buttons.get(label);
  if (!found) {
    throw new Error(`no button "${label}", only: ${[...buttons.keys()].join(', ')}`);
  }
  return found;
}

/** The record that says `words`, with the buttons below it. */
function blocksOf(blocks: SlackCard['blocks'], words: string): SlackCard['blocks'] {
  const from = blocks.findIndex((block) => wordsOf([block]).includes(words));
  if (from < 0) {
    throw new Error(`no record "${words}"`);
  }
  const length = blocks.slice(from + 1).findIndex(({ type }) => type !== 'actions');
  return blocks.slice(from, length < 0 ? undefined : from + 1 + length);
}

function toAction({ action }: PlacedButton, ts: string): Record<string, unknown> {
  return { ...action, action_ts: ts };
}

function blocksIn(view: SlackView): SlackCard['blocks'] {
  return view.blocks as SlackCard['blocks'];
}

function inputsIn(view: SlackView): InputBlock[] {
  return inputsOf(blocksIn(view));
}

/** https://docs.slack.dev/reference/interaction-payloads/block_suggestion-payload: a hundred at the most. */
function readOptions(body: Record<string, unknown> | undefined): PlainTextOption[] {
  const options = (body?.options ?? []) as PlainTextOption[];
  if (!body?.options || options.length > 100 || options.some(({ value = '' }) => value === '' || value.length > 75)) {
    throw new Error(`no options Slack takes: ${JSON.stringify(body)}`);
  }
  return options;
}

/** As Slack's client escapes what is typed. */
function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/<(?![@#!])/g, '&lt;');
}
