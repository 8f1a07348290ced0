import type { Widget } from '../../adapters/feishu/card.ts';
import { APP, type FakeFeishu, type FeishuSeen } from './feishu.ts';
import { encrypt, signedHeaders } from './feishu-crypto.ts';
import type { FeishuSaid } from './feishu-kept.ts';
import { errorsOf, fieldsOf, type Pressable, pressablesOf, recordOf } from './feishu-reading.ts';

/** A person at Feishu's client: what he does becomes the encrypted, signed request Feishu would send. */

export type Delivered = {
  status: number;
  body: Record<string, unknown> | undefined;
  /** The same event once more, encrypted and signed anew, as a redelivery would be. */
  again(): Promise<Delivered>;
};

type FeishuClientOptions = {
  fake: FakeFeishu;
  baseUrl: string;
  encryptKey: string;
  verificationToken: string;
  now?: () => Date;
};

const GROUP = 'oc_sales';

/** Of all clients together: Feishu gives no two events the same id. */
let counter = 0;

export type FeishuClient = ReturnType<typeof feishuClient>;

export function feishuClient({
  fake,
  baseUrl,
  encryptKey,
  verificationToken,
  now = () => new Date(),
}: FeishuClientOptions) {
  /** Any body, signed. */
  async function deliver(body: string): Promise<Delivered> {
    const response = await fetch(`${baseUrl}/feishu/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...signedHeaders(body, { key: encryptKey, now: now() }) },
      body,
    });
    const text = await response.text();
    return {
      status: response.status,
      body: text.startsWith('{') ? JSON.parse(text) : undefined,
      again: () => deliver(body),
    };
  }

  const sealed = (payload: unknown) => JSON.stringify({ encrypt: encrypt(JSON.stringify(payload), encryptKey) });

  /** An event as Feishu sends it. */
  function toEvent(type: string, event: Record<string, unknown>): Record<string, unknown> {
    const header = {
      event_id: `ev_${String(++counter).padStart(6, '0')}`,
      event_type: type,
      create_time: String(now().getTime()),
      token: verificationToken,
      app_id: APP.id,
      tenant_key: fake.tenant,
    };
    return { schema: '2.0', header, event };
  }

  async function send(payload: unknown): Promise<Delivered> {
    const delivered = await deliver(sealed(payload));
    return { ...delivered, again: () => send(payload) };
  }

  const event = (type: string, fields: Record<string, unknown>) => send(toEvent(type, fields));

  function toMessage(user: string, chat: string, message: Record<string, unknown>): Record<string, unknown> {
    return toEvent('im.message.receive_v1', {
      sender: { sender_id: idsOf(user), sender_type: 'user', tenant_key: fake.tenant },
      message: {
        message_id: fake.says(chat),
        create_time: String(now().getTime()),
        chat_id: chat,
        message_type: 'text',
        ...message,
      },
    });
  }

  async function act(user: string, card: FeishuSeen, action: Record<string, unknown>): Promise<Delivered> {
    const payload = toEvent('card.action.trigger', {
      operator: { ...idsOf(user), tenant_key: fake.tenant },
      token: `c-${counter}`,
      action: { timezone: 'Asia/Shanghai', ...action },
      host: 'im_message',
      context: { open_message_id: card.id, open_chat_id: card.chat },
    });
    const delivered = await send(payload);
    fake.keepAck(user, card.id, delivered.body ?? {});
    return delivered;
  }

  return {
    deliver,
    sealed,
    toEvent,
    toMessage,
    event,
    send,

    /** A message to the bot alone. */
    dm: (user: string, text: string): Promise<Delivered> =>
      send(toMessage(user, fake.privateChat(user), { chat_type: 'p2p', content: JSON.stringify({ text }) })),

    /** A file to the bot alone; beneath another message where one is named. */
    dmFile(
      user: string,
      {
        name = '',
        content,
        kind = 'file',
      }: { name?: string; content: string | Buffer; kind?: 'file' | 'image' | 'audio' },
      { root = '' } = {},
    ): Promise<Delivered> {
      const key = fake.served.keep(content);
      const said = kind === 'image' ? { image_key: key } : { file_key: key, ...(name ? { file_name: name } : {}) };
      const beneath = root ? { root_id: root, parent_id: root, thread_id: `omt_${root}` } : {};
      const message = { chat_type: 'p2p', message_type: kind, content: JSON.stringify(said), ...beneath };
      return send(toMessage(user, fake.privateChat(user), message));
    },

    /** Messages of another chat, forwarded together to the bot; without any, they are not for it to read. */
    forward(user: string, spoken: readonly FeishuSaid[]): Promise<Delivered> {
      const content = 'Merged and Forwarded Message';
      const chat = fake.privateChat(user);
      const id = fake.says(chat);
      if (spoken.length > 0) fake.keepForward(id, spoken);
      return send(toMessage(user, chat, { message_id: id, chat_type: 'p2p', message_type: 'merge_forward', content }));
    },

    /** A message to the bot in a group. */
    mention(user: string, text: string, { chat = GROUP, thread = '' } = {}): Promise<Delivered> {
      fake.join(chat, user);
      const mentions = [{ key: '@_user_1', id: { open_id: fake.bot }, name: 'Parley', tenant_key: fake.tenant }];
      const content = JSON.stringify({ text: `@_user_1 ${text}` });
      const inThread = thread ? { root_id: thread, thread_id: `omt_${thread}` } : {};
      return send(toMessage(user, chat, { chat_type: 'group', content, mentions, ...inThread }));
    },

    /** Chooses from the bot's menu. */
    menu: (user: string, key: string): Promise<Delivered> =>
      event('application.bot.menu_v6', { operator: { operator_id: idsOf(user) }, event_key: key, timestamp: 1 }),

    /** Opens the chat with the bot. */
    opens: (user: string): Promise<Delivered> =>
      event('im.chat.access_event.bot_p2p_chat_entered_v1', {
        chat_id: fake.privateChat(user),
        operator_id: idsOf(user),
        last_message_create_time: String(now().getTime()),
      }),

    adds(user: string, chat = GROUP): Promise<Delivered> {
      fake.join(chat, user);
      return event('im.chat.member.bot.added_v1', { chat_id: chat, operator_id: idsOf(user), name: 'Parley' });
    },

    /** Presses a button, or chooses from a menu, by its label; `of` says whose, where several records have one. */
    press(user: string, label: string, { on, of }: { on?: FeishuSeen; of?: string } = {}): Promise<Delivered> {
      const seen = on ?? fake.lastCard(user);
      const { tag, value, option } = find(of && seen.card ? recordOf(seen.card, of) : seen.card, label);
      return act(user, seen, { tag, ...(option === undefined ? { value } : { option, value: {} }) });
    },

    /** Fills in the form of the last card and submits it; fields not named keep what stands in them. */
    async submit(
      user: string,
      values: Record<string, string> = {},
      { on }: { on?: FeishuSeen } = {},
    ): Promise<Delivered & { errors: Record<string, string> }> {
      const seen = on ?? fake.lastCard(user);
      const fields = seen.card ? fieldsOf(seen.card) : [];
      insistOn(fields, values);
      const button = pressablesOf(seen.card?.body.elements.find(({ tag }) => tag === 'form')).at(-1);
      const form_value = Object.fromEntries(
        fields.map((field) => [field.name, toFormValue(field, values[field.name] ?? initialOf(field))]),
      );
      const delivered = await act(user, seen, { tag: 'button', value: button?.value, name: '_submit', form_value });
      const after = fake.messages.find(({ id }) => id === seen.id)?.card;
      return { ...delivered, errors: after ? errorsOf(after) : {} };
    },
  };
}

function idsOf(user: string) {
  return { open_id: user, union_id: `on_${user}`, user_id: '' };
}

function find(card: unknown, label: string): Pressable {
  const pressables = pressablesOf(card);
  const found = pressables.find((each) => each.label === label);
  if (!found) {
    throw new Error(`no button "${label}", only: ${pressables.map((each) => each.label).join(', ')}`);
  }
  return found;
}

/** Feishu's client sends no form whose required fields are empty, and knows no other fields. */
function insistOn(fields: readonly Widget[], values: Record<string, string>): void {
  const unknown = Object.keys(values).filter((name) => !fields.some((field) => field.name === name));
  if (unknown.length > 0) {
    throw new Error(`no field ${unknown.join(', ')}, only: ${fields.map(({ name }) => name).join(', ')}`);
  }
  const empty = fields.filter((field) => field.required && !(values[field.name] ?? initialOf(field)));
  if (empty.length > 0) {
    throw new Error(`Feishu insists on ${empty.map(({ name }) => name).join(', ')}`);
  }
}

function initialOf(field: Widget): string {
  switch (field.tag) {
    case 'input':
      return field.default_value ?? '';
    case 'date_picker':
      return field.initial_date ?? '';
    case 'picker_datetime':
      return field.initial_datetime ?? '';
    case 'select_static':
      return field.initial_option ?? '';
    case 'multi_select_static':
      return (field.selected_values ?? []).join(',');
  }
}

/** As Feishu hands it over: days and times with the zone of the device, several choices as a list. */
function toFormValue(field: Widget, value: string): string | string[] | undefined {
  const chosen = (words: string) => {
    const options = 'options' in field ? field.options : [];
    const option = options.find(({ value: own, text }) => own === words || text.content === words);
    if (!option) {
      throw new Error(`${field.name} does not offer "${words}"`);
    }
    return option.value;
  };
  if (value === '') {
    return field.tag === 'input' ? '' : undefined;
  }
  switch (field.tag) {
    case 'input':
      return value;
    case 'date_picker':
    case 'picker_datetime':
      return `${value} +0800`;
    case 'select_static':
      return chosen(value);
    case 'multi_select_static':
      return value.split(',').map(chosen);
  }
}
