import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { FeishuCard } from '../../adapters/feishu/card.ts';
import { complaintsAboutCard } from './feishu-card.ts';
import { type FeishuAnswer, type FeishuBehaviour, ok, readRequest, refused, toAnswer } from './feishu-http.ts';
import { feishuKept } from './feishu-kept.ts';
import { pressablesOf, wordsOf } from './feishu-reading.ts';
import { type Sockets, serveSockets } from './feishu-socket.ts';
import { ServedFiles } from './served-files.ts';

/** Feishu's open platform on loopback: it keeps what people would see and refuses what Feishu refuses. */

export type FeishuPerson = { id: string; name: string; email?: string; timeZone?: string; isResigned?: boolean };

export type FeishuCall = {
  method: string;
  query: Record<string, string>;
  body: Record<string, unknown>;
  token: string | undefined;
};

export type FeishuMessage = {
  id: string;
  chat: string;
  /** Exactly one of the two. */
  card?: FeishuCard;
  text?: string;
  replyTo?: string;
  inThread: boolean;
  uuid: string | undefined;
  edits: number;
};

/** A message as a person reads it. */
export type FeishuSeen = FeishuMessage & { title: string; words: string; buttons: string[] };

const TENANT = '2ca1d211f64f6438';
export const APP = { id: 'cli_9f5343c580712544', secret: 'an-app-secret' };
const BOT = 'ou_bot';

export type FakeFeishu = Awaited<ReturnType<typeof startFakeFeishu>>;

export async function startFakeFeishu(people: readonly FeishuPerson[] = []) {
  const directory = new Map(people.map((person) => [person.id, person]));
  const calls: FeishuCall[] = [];
  const messages: FeishuMessage[] = [];
  const toasts = new Map<string, string[]>();
  const members = new Map<string, Set<string>>();
  const scripts = new Map<string, FeishuBehaviour[]>();
  const images: Buffer[] = [];
  let tokens = 0;
  let counter = 0;
  let watch: (request: IncomingMessage) => void = () => undefined;

  const next = () => String(++counter).padStart(6, '0');
  const privateChat = (openId: string) => `oc_private_${openId}`;

  function keep(made: Omit<FeishuMessage, 'id' | 'edits'>): FeishuAnswer {
    const known = made.uuid && messages.find(({ uuid }) => uuid === made.uuid);
    const message = known || { ...made, id: `om_${next()}`, edits: 0 };
    if (!known) {
      messages.push(message);
    }
    return ok({ message_id: message.id, chat_id: message.chat });
  }

  function readContent(body: Record<string, unknown>): { card: FeishuCard } | { text: string } | FeishuAnswer {
    if (typeof body.uuid === 'string' && body.uuid.length > 50) {
      return refused(230_001, 'uuid is too long');
    }
    const content = JSON.parse(String(body.content));
    if (body.msg_type === 'post') {
      return {
        text: content.zh_cn.content
          .flat()
          .map(({ text }: { text: string }) => text)
          .join(''),
      };
    }
    const complaints = body.msg_type === 'interactive' ? complaintsAboutCard(content) : ['msg_type'];
    return complaints.length > 0
      ? refused(230_099, `Failed to create card content, ${complaints.join('; ')}`)
      : { card: content };
  }

  const uuidOf = ({ uuid }: Record<string, unknown>) => (typeof uuid === 'string' ? uuid : undefined);

  const kept = feishuKept(TENANT);

  const methods: Record<string, (call: FeishuCall, id: string) => FeishuAnswer> = {
    'bot.info': () => ({ body: { code: 0, msg: 'ok', bot: { open_id: BOT, app_name: 'Parley' } } }),
    'tenant.query': () => ok({ tenant: { name: 'Hualan', tenant_key: TENANT } }),
    'user.find': ({ body }) => {
      const emails = body.emails as string[];
      const idOf = (email: string) => [...directory.values()].find((person) => person.email === email)?.id;
      // Who is not found is listed without an id.
      return ok({ user_list: emails.map((email) => ({ email, ...(idOf(email) ? { user_id: idOf(email) } : {}) })) });
    },
    'user.get': (_, id) => {
      const person = directory.get(id);
      return person ? ok({ user: toUser(person) }) : refused(41_012, 'user id invalid');
    },
    'message.create': ({ query, body }) => {
      const content = readContent(body);
      if ('body' in content) {
        return content;
      }
      const to = String(body.receive_id);
      const isPerson = query.receive_id_type === 'open_id';
      return (isPerson && !to.startsWith('ou_')) || (!isPerson && !to.startsWith('oc_'))
        ? refused(230_001, 'invalid receive_id')
        : keep({ ...content, chat: isPerson ? privateChat(to) : to, inThread: false, uuid: uuidOf(body) });
    },
    'message.reply': ({ body }, id) => {
      const content = readContent(body);
      if ('body' in content) {
        return content;
      }
      const chat = messages.find((message) => message.id === id)?.chat ?? said.get(id);
      return chat
        ? keep({ ...content, chat, replyTo: id, inThread: body.reply_in_thread === true, uuid: uuidOf(body) })
        : refused(230_011, 'The message is recalled.');
    },
    'message.patch': ({ body }, id) => {
      const found = messages.find((message) => message.id === id);
      if (!found) {
        return refused(230_011, 'The message is recalled.');
      }
      const content = readContent({ ...body, msg_type: 'interactive' });
      if ('body' in content) {
        return content;
      }
      Object.assign(found, content, { edits: found.edits + 1 });
      return ok({});
    },
    ...kept.methods,
    'image.create': ({ body }) => {
      images.push(body.image as Buffer);
      return ok({ image_key: `img_${next()}` });
    },
  };

  /** What people wrote, by message and chat: it can be replied to. */
  const said = new Map<string, string>();

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    watch(request);
    const resource = /^\/open-apis\/im\/v1\/messages\/[^/]+\/resources\/(F\d+)\?type=(?:file|image)$/;
    if (served.serve(request, response, resource, (token) => token === `t-${tokens}`)) return;
    const { method, id, query, body, token } = await readRequest(request);
    calls.push({ method, query, body, token });
    const behaviour = scripts.get(method)?.shift();
    const outcome = toAnswer(behaviour) ?? perform({ method, query, body, token }, id);
    if (behaviour === 'reset') {
      request.socket.resetAndDestroy();
      return;
    }
    if (typeof behaviour === 'object' && 'afterMs' in behaviour) {
      await new Promise((resolve) => setTimeout(resolve, behaviour.afterMs));
    }
    response.writeHead(outcome.status ?? 200, { 'content-type': 'application/json', ...outcome.headers });
    response.end(JSON.stringify(outcome.body));
  }

  function perform(call: FeishuCall, id: string): FeishuAnswer {
    const { method, body, token } = call;
    if (method === 'token') {
      return body.app_id === APP.id && body.app_secret === APP.secret
        ? { body: { code: 0, msg: 'ok', tenant_access_token: `t-${++tokens}`, expire: 7_200 } }
        : { body: { code: 10_014, msg: 'app secret invalid' } };
    }
    if (method === 'ws.endpoint') {
      return { body: { code: 0, msg: '', data: sockets.endpoint() } };
    }
    if (token !== `t-${tokens}`) {
      return { status: 400, body: { code: 99_991_663, msg: 'Invalid access token for authorization.' } };
    }
    return methods[method]?.(call, id) ?? { status: 404, body: { code: 404, msg: 'no such method' } };
  }

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const origin = `127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  const sockets: Sockets = serveSockets(server, origin);

  const isSeenBy = (user: string) => (message: FeishuMessage) =>
    message.chat === privateChat(user) || (members.get(message.chat)?.has(user) ?? false);

  const served = new ServedFiles();
  const fake = {
    served,
    /** For FEISHU_DOMAIN. */
    domain: `http://${origin}`,
    tenant: TENANT,
    bot: BOT,
    calls,
    messages,
    images,
    sockets,
    callsOf: (method: string) => calls.filter((call) => call.method === method),
    /** The next calls of a method end so, one each; then it works again. */
    script(method: string, ...behaviours: FeishuBehaviour[]): void {
      scripts.set(method, [...(scripts.get(method) ?? []), ...behaviours]);
    },
    onRequest(seen: (request: IncomingMessage) => void): void {
      watch = seen;
    },
    add(person: FeishuPerson): void {
      directory.set(person.id, person);
    },
    join(chat: string, user: string): void {
      members.set(chat, (members.get(chat) ?? new Set()).add(user));
    },
    /** Takes back every token that is out. */
    revokeTokens(): void {
      tokens += 1;
    },
    /** Somebody wrote something, which can be replied to. */
    says(chat: string): string {
      const id = `om_said_${next()}`;
      said.set(id, chat);
      return id;
    },
    keepForward: kept.keepForward,
    keepThread: kept.keepThread,
    recall(id: string): void {
      said.delete(id);
      const at = messages.findIndex((message) => message.id === id);
      if (at >= 0) {
        messages.splice(at, 1);
      }
    },
    privateChat,
    /** What came back in the response to a press. */
    keepAck(user: string, messageId: string, ack: { toast?: { content: string }; card?: { data: FeishuCard } }): void {
      if (ack.toast) {
        toasts.set(user, [...(toasts.get(user) ?? []), ack.toast.content]);
      }
      if (ack.card) {
        const complaints = complaintsAboutCard(ack.card.data);
        if (complaints.length > 0) {
          throw new Error(`refused: ${complaints.join('; ')}`);
        }
        const found = messages.find(({ id }) => id === messageId);
        Object.assign(found ?? {}, { card: ack.card.data, edits: (found?.edits ?? 0) + 1 });
      }
    },
    toasts: (user: string): string[] => toasts.get(user) ?? [],
    /** All that a person sees, oldest first. */
    cards: (user: string): FeishuSeen[] => messages.filter(isSeenBy(user)).map(toSeen),
    lastCard(user: string): FeishuSeen {
      const card = fake.cards(user).at(-1);
      if (!card) {
        throw new Error(`${user} has seen nothing yet`);
      }
      return card;
    },
    async close(): Promise<void> {
      await sockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return fake;
}

function toSeen(message: FeishuMessage): FeishuSeen {
  const { card, text = '' } = message;
  return {
    ...message,
    title: card?.header?.title.content ?? '',
    words: card ? wordsOf(card) : text,
    buttons: card ? pressablesOf(card).map(({ label }) => label) : [],
  };
}

function toUser({ id, name, email, timeZone, isResigned = false }: FeishuPerson) {
  return {
    open_id: id,
    union_id: `on_${id}`,
    name,
    ...(email ? { email } : {}),
    ...(timeZone ? { time_zone: timeZone } : {}),
    status: { is_resigned: isResigned, is_frozen: false, is_activated: true },
  };
}
