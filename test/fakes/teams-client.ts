import { z } from 'zod';
import type { FakeTeams, TeamsCard } from './teams.ts';
import { type Node, nodesOf } from './teams-card.ts';
import { APP_ID } from './teams-login.ts';

/** A person at Teams' client: what he does becomes the signed request Teams would send. */

export type Delivered = {
  status: number;
  body: Node | undefined;
  /** The same bytes once more, freshly signed, as a redelivery would be. */
  again(): Promise<Delivered>;
};

export type TeamsClientOptions = { fake: FakeTeams; baseUrl: string; now?: () => Date };

/** A window somebody has open. */
export type TeamsDialog = { title: string; card: Node; of: 'task' | 'composeExtension'; at: Node };

const answered = z.object({
  task: z.union([
    z.object({
      type: z.literal('continue'),
      value: z.object({ title: z.string(), card: z.object({ content: z.record(z.string(), z.unknown()) }) }),
    }),
    z.object({ type: z.literal('message'), value: z.string() }),
  ]),
});
const replaced = z.object({ type: z.string(), value: z.unknown() });
const CARD = 'application/vnd.microsoft.card.adaptive';

/** Of all clients together: Teams gives no two activities the same id. */
let counter = 0;

export type TeamsClient = ReturnType<typeof teamsClient>;

/** Windows stay open while the server they belong to changes. */
const windows = new WeakMap<FakeTeams, Map<string, TeamsDialog>>();

export function teamsClient({ fake, baseUrl, now = () => new Date() }: TeamsClientOptions) {
  const dialogs = windows.get(fake) ?? new Map<string, TeamsDialog>();
  windows.set(fake, dialogs);

  async function deliver(body: string): Promise<Delivered> {
    const token = await fake.login.sign({ serviceUrl: fake.serviceUrl }, now());
    const response = await fetch(`${baseUrl}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body,
    });
    const text = await response.text();
    return {
      status: response.status,
      body: text.startsWith('{') ? JSON.parse(text) : undefined,
      again: () => deliver(body),
    };
  }

  const alone = (user: string): Node => ({ id: fake.personal(user), conversationType: 'personal' });
  const inChannel = (channel: string, thread: string): Node => ({
    id: `${channel};messageid=${thread}`,
    conversationType: 'channel',
    isGroup: true,
  });

  function activity(user: string, at: Node, fields: Node): string {
    return JSON.stringify({
      channelId: 'msteams',
      serviceUrl: fake.serviceUrl,
      id: `f:${++counter}`,
      timestamp: now().toISOString(),
      locale: 'zh-CN',
      from: { id: `29:${user}`, name: user, aadObjectId: user },
      recipient: { id: `28:${APP_ID}`, name: 'Parley' },
      conversation: { ...at, tenantId: fake.tenant },
      channelData: { tenant: { id: fake.tenant } },
      ...fields,
    });
  }

  const placeOf = (user: string, card: TeamsCard): Node =>
    card.conversation === fake.personal(user) ? alone(user) : { id: card.conversation, conversationType: 'channel' };

  async function invoke(user: string, at: Node, fields: Node): Promise<Delivered> {
    const delivered = await deliver(activity(user, at, { type: 'invoke', ...fields }));
    const name = String(fields.name);
    if (/^task\/|submitAction$|fetchTask$/.test(name) && delivered.status === 200) {
      follow(user, delivered.body, name.startsWith('task') ? 'task' : 'composeExtension', at);
    }
    return delivered;
  }

  /** Does with the window what the response says. */
  function follow(user: string, body: Node | undefined, of: TeamsDialog['of'], at: Node): void {
    const read = answered.safeParse(body);
    if (read.success && read.data.task.type === 'continue') {
      const { title, card } = read.data.task.value;
      dialogs.set(user, { title, card: card.content, of, at });
    } else {
      dialogs.delete(user);
    }
  }

  return {
    deliver,
    activity,
    invoke,
    alone,

    /** A message to the bot alone. */
    says: (user: string, text: string, attachments: readonly Node[] = []): Promise<Delivered> =>
      deliver(
        activity(user, alone(user), {
          type: 'message',
          text,
          textFormat: 'plain',
          ...(attachments.length > 0 ? { attachments } : {}),
        }),
      ),

    /** A message to the bot in a channel. */
    mentions(
      user: string,
      text: string,
      { channel = '19:sales@thread.tacv2', thread = '1700' } = {},
    ): Promise<Delivered> {
      fake.join(channel, user);
      const mention = { type: 'mention', mentioned: { id: `28:${APP_ID}`, name: 'Parley' }, text: '<at>Parley</at>' };
      return deliver(
        activity(user, inChannel(channel, thread), {
          type: 'message',
          text: `<at>Parley</at>&nbsp;${text}\r\n`,
          entities: [mention],
        }),
      );
    },

    /** Adds the app for himself. */
    installs: (user: string): Promise<Delivered> =>
      deliver(activity(user, alone(user), { type: 'installationUpdate', action: 'add' })),

    /** Presses a button by its label, on the last card he saw if none is named; inputs go along as filled in. */
    async press(
      user: string,
      label: string,
      options: { on?: TeamsCard; of?: string; values?: Record<string, string>; isOldClient?: boolean } = {},
    ): Promise<Delivered> {
      const card = options.on ?? fake.lastCard(user);
      const at = placeOf(user, card);
      const action = find(options.of ? recordOf(card.card, options.of) : card.card, label);
      const inputs = action.associatedInputs === 'none' ? {} : toInputs(card.card, options.values ?? {});
      const data = { ...Object(action.data), ...inputs };
      if (action.type === 'Action.Submit' && Object(data).msteams?.type === 'task/fetch') {
        const value = { data, context: { theme: 'default' } };
        return invoke(user, at, { name: 'task/fetch', value, replyToId: card.id });
      }
      if (action.type === 'Action.Submit' || options.isOldClient) {
        return deliver(activity(user, at, { type: 'message', value: data, replyToId: card.id }));
      }
      const value = { action: { type: 'Action.Execute', title: label, verb: action.verb, data }, trigger: 'manual' };
      const delivered = await invoke(user, at, { name: 'adaptiveCard/action', value, replyToId: card.id });
      const shown = replaced.safeParse(delivered.body);
      if (shown.success && shown.data.type === CARD) {
        fake.showOnly(user, card, Object(shown.data.value));
      }
      return delivered;
    },

    /** Asks for his own view of a card, as his client does by itself. */
    async looks(user: string, card: TeamsCard): Promise<Delivered> {
      const action = Object(Object(card.card).refresh).action;
      const value = { action: { type: 'Action.Execute', verb: action.verb, data: action.data }, trigger: 'automatic' };
      const delivered = await invoke(user, placeOf(user, card), {
        name: 'adaptiveCard/action',
        value,
        replyToId: card.id,
      });
      const shown = replaced.safeParse(delivered.body);
      if (shown.success && shown.data.type === CARD) {
        fake.showOnly(user, card, Object(shown.data.value));
      }
      return delivered;
    },

    dialog: (user: string): TeamsDialog | undefined => dialogs.get(user),

    /** Fills in the window and submits it; fields not named keep what stands in them. */
    submit(user: string, values: Record<string, string> = {}): Promise<Delivered> {
      const dialog = dialogs.get(user);
      if (!dialog) {
        throw new Error(`no window is open for ${user}`);
      }
      const action = nodesOf(dialog.card).findLast(
        ({ type, style }) => type === 'Action.Submit' && style === 'positive',
      );
      const data = { ...Object(action?.data), ...toInputs(dialog.card, values) };
      const name = dialog.of === 'task' ? 'task/submit' : 'composeExtension/submitAction';
      return invoke(user, dialog.at, { name, value: { data, context: { theme: 'default' } } });
    },
  };
}

function find(card: unknown, label: string): Node {
  const actions = nodesOf(card).filter(({ type }) => String(type).startsWith('Action.'));
  const found = actions.find(({ title, type }) => title === label && type !== 'Action.ToggleVisibility');
  if (!found) {
    throw new Error(`no button "${label}", only: ${actions.map(({ title }) => title).join(', ')}`);
  }
  return found;
}

/** The record that says `words`, with its buttons. */
function recordOf(card: unknown, words: string): Node {
  const record = nodesOf(card).find(
    ({ type, separator, items }) => type === 'Container' && separator && JSON.stringify(items).includes(words),
  );
  if (!record) {
    throw new Error(`no record "${words}"`);
  }
  return record;
}

/** Teams' client sends no form whose required fields are empty, and knows no other fields. */
function toInputs(card: unknown, values: Record<string, string>): Record<string, string> {
  const inputs = nodesOf(card).filter(({ type }) => String(type).startsWith('Input.'));
  const typed = Object.fromEntries(inputs.map((input) => [String(input.id), typedInto(input, values)]));
  const unknown = Object.keys(values).filter((name) => !(name in typed));
  if (unknown.length > 0) {
    throw new Error(`no field ${unknown.join(', ')}, only: ${Object.keys(typed).join(', ')}`);
  }
  const empty = inputs.filter(({ id, isRequired }) => isRequired && !typed[String(id)]);
  if (empty.length > 0) {
    throw new Error(`Teams insists on ${empty.map(({ id }) => id).join(', ')}`);
  }
  return Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== ''));
}

function typedInto({ id, value, choices, style }: Node, values: Record<string, string>): string {
  const given = values[String(id)];
  if (given === undefined) {
    return value === undefined ? '' : String(value);
  }
  if (!Array.isArray(choices) || style === 'filtered') {
    return given;
  }
  const option = choices.find((choice) => choice.value === given || choice.title === given);
  if (given && !option) {
    throw new Error(`${id} does not offer "${given}"`);
  }
  return option?.value ?? '';
}
