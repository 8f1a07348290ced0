import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { SlackBlock } from '../../adapters/slack/blocks.ts';
import { ServedFiles } from './served-files.ts';
import { buttonsOf, wordsOf } from './slack-card.ts';
import { type Outcome, readArguments, readBody, readBytes, run, type SlackBehaviour, toOutcome } from './slack-http.ts';
import {
  BOT,
  CLIENT_SECRET,
  privateChannel,
  type SlackCall,
  type SlackCard,
  type SlackHome,
  type SlackMessage,
  type SlackPerson,
  type SlackSaid,
  type SlackView,
  slackMethods,
  TEAM,
} from './slack-methods.ts';
import { slackSocket } from './slack-socket.ts';

export type { SlackCard, SlackPerson, SlackView } from './slack-methods.ts';

/** Slack's Web API and its response URLs on loopback: it keeps what people would see and refuses what Slack refuses. */

export type FakeSlack = Awaited<ReturnType<typeof startFakeSlack>>;

export async function startFakeSlack(people: readonly SlackPerson[] = []) {
  const directory = new Map(people.map((person) => [person.id, person]));
  const calls: SlackCall[] = [];
  const messages: SlackMessage[] = [];
  const windows = new Map<string, SlackView[]>();
  const grants = new Map<string, Record<string, unknown>>();
  const homes = new Map<string, SlackHome>();
  const previews = new Map<string, Map<string, SlackBlock[]>>();
  const threads = new Map<string, SlackSaid[]>();
  const members = new Map<string, Set<string>>();
  const triggers = new Map<string, { user: string; isUsed: boolean }>();
  const responses = new Map<
    string,
    { user: string; channel: string; message: SlackMessage | undefined; uses: number }
  >();
  /** Pictures by their ids, once they have arrived. */
  const files = new Map<string, Buffer | undefined>();
  const scripts = new Map<string, SlackBehaviour[]>();
  let counter = 0;
  let watch: (request: IncomingMessage) => void = () => undefined;

  const next = () => String(++counter).padStart(6, '0');
  const nextTs = () => `1790000000.${next()}`;

  /** Keeps a message as posted; the ways into the fake all end here. */
  function keep(message: Omit<SlackMessage, 'ts' | 'edits'>): SlackMessage {
    const kept = { ...message, ts: nextTs(), edits: 0 };
    messages.push(kept);
    return kept;
  }

  const { methods, readMessage, readView } = slackMethods({
    state: { directory, messages, windows, grants, homes, previews, threads, triggers, files },
    origin: () => origin,
    next,
    keep,
  });

  function respond(id: string, args: Record<string, unknown>): Outcome {
    const response = responses.get(id);
    if (!response || response.uses >= 5) {
      return { status: 404, body: { ok: false, error: response ? 'used_url' : 'expired_url' } };
    }
    response.uses += 1;
    const { message } = response;
    if (args.delete_original && message) {
      messages.splice(messages.indexOf(message), 1);
    } else if (args.replace_original && message) {
      Object.assign(message, readMessage(args), { edits: message.edits + 1 });
    } else {
      const user = args.response_type === 'in_channel' ? {} : { user: response.user };
      keep({ ...readMessage(args), channel: response.channel, ...user });
    }
    return { body: { ok: true } };
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    watch(request);
    if (served.serve(request, response, /^\/files-pri\/(F\d+)/, (token) => token?.startsWith('xoxb-') === true)) return;
    const [, area = '', name = ''] = /^\/(api|response|upload)\/([^?]+)/.exec(request.url ?? '') ?? [];
    if (area === 'upload') {
      files.set(name, await readBytes(request));
      response.end('OK');
      return;
    }
    const method = area === 'response' ? 'response_url' : name;
    const args = readArguments(await readBody(request), request.headers['content-type']);
    calls.push({ method, args, token: request.headers.authorization?.replace('Bearer ', '') });
    const behaviour = scripts.get(method)?.shift();
    const outcome =
      toOutcome(behaviour) ?? run(() => (area === 'response' ? respond(name, args) : perform(name, args)));
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

  function perform(method: string, args: Record<string, unknown>): Outcome {
    return { body: methods[method]?.(args) ?? { ok: false, error: 'unknown_method' } };
  }

  const server = createServer((request, response) => void answer(request, response));
  const socket = slackSocket(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;

  const isSeenBy = (user: string) => (message: SlackMessage) =>
    message.user
      ? message.user === user
      : message.channel === privateChannel(user) || (members.get(message.channel)?.has(user) ?? false);

  const served = new ServedFiles();
  const fake = {
    origin,
    served,
    /** A file somebody has sent, as Slack tells of it. */
    file(name: string, content: string | Buffer): Record<string, unknown> {
      const id = served.keep(content);
      const url = `${origin}/files-pri/${id}/${encodeURIComponent(name)}`;
      return {
        id,
        name,
        title: name,
        mode: 'hosted',
        size: content.length,
        url_private: url,
        url_private_download: url,
      };
    },
    /** For SLACK_API_URL. */
    apiUrl: `${origin}/api/`,
    team: TEAM,
    bot: BOT,
    calls,
    messages,
    files,
    callsOf: (method: string) => calls.filter((call) => call.method === method),
    /** The next calls of a method (or of `response_url`) end so, one each; then it works again. */
    script(method: string, ...behaviours: SlackBehaviour[]): void {
      scripts.set(method, [...(scripts.get(method) ?? []), ...behaviours]);
    },
    onRequest(seen: (request: IncomingMessage) => void): void {
      watch = seen;
    },
    add(person: SlackPerson): void {
      directory.set(person.id, person);
    },
    join(channel: string, user: string): void {
      members.set(channel, (members.get(channel) ?? new Set()).add(user));
    },
    /** A thread the app may read; its first message names it. */
    keepThread(channel: string, said: SlackSaid[]): void {
      threads.set(`${channel} ${said[0]?.ts ?? ''}`, said);
    },
    privateChannel,
    /** All that a person sees, oldest first. */
    cards: (user: string): SlackCard[] =>
      messages.filter(isSeenBy(user)).map((message) => ({
        ...message,
        words: wordsOf(message.blocks),
        buttons: [...buttonsOf(message.blocks).keys()],
      })),
    lastCard(user: string): SlackCard {
      const card = fake.cards(user).at(-1);
      if (!card) {
        throw new Error(`${user} has seen nothing yet`);
      }
      return card;
    },
    /** The window on top, if one is open. */
    lastView: (user: string): SlackView | undefined => windows.get(user)?.at(-1),
    openViews: (user: string): SlackView[] => windows.get(user) ?? [],
    /** The person's own page of the app. */
    home(user: string): SlackHome & { words: string; buttons: string[] } {
      const page = homes.get(user);
      if (!page) {
        throw new Error(`${user} has no page yet`);
      }
      const blocks = page.blocks as SlackBlock[];
      return { ...page, words: wordsOf(blocks), buttons: [...buttonsOf(blocks).keys()] };
    },
    /** What stands beside the links of a message. */
    previews: (unfurlId: string) =>
      new Map([...(previews.get(unfurlId) ?? [])].map(([url, blocks]) => [url, { blocks, words: wordsOf(blocks) }])),
    setViews(user: string, stack: SlackView[]): void {
      windows.set(user, stack);
    },
    readView,
    /** A trigger for one window, as every interaction brings. */
    trigger(user: string): string {
      const id = `${next()}.${next()}.trigger`;
      triggers.set(id, { user, isUsed: false });
      return id;
    },
    responseUrl(user: string, channel: string, message?: SlackMessage): string {
      const id = next();
      responses.set(id, { user, channel, message, uses: 0 });
      return `${origin}/response/${id}`;
    },
    /** What came back in the HTTP response of a slash command. */
    keepAck(user: string, channel: string, body: Record<string, unknown>): SlackMessage {
      const seenBy = body.response_type === 'in_channel' ? {} : { user };
      return keep({ ...readMessage(body), channel, ...seenBy });
    },
    socket,
    clientSecret: CLIENT_SECRET,
    /** Somebody has let the app into his workspace, or his organisation: what its code is exchanged for, once. */
    grant(code: string, { team, enterprise, token }: { team?: string; enterprise?: string; token: string }): void {
      grants.set(code, {
        access_token: token,
        token_type: 'bot',
        scope: 'chat:write,commands',
        bot_user_id: BOT.userId,
        app_id: 'A0',
        team: team ? { id: team, name: team } : null,
        enterprise: enterprise ? { id: enterprise, name: enterprise } : null,
        is_enterprise_install: team === undefined,
        authed_user: { id: 'U0ADMIN' },
      });
    },
    /** What an app's refresh token is exchanged for, once. */
    renew(refreshToken: string, token: string): void {
      const next = { refresh_token: `${refreshToken}-next`, expires_in: 43_200 };
      grants.set(refreshToken, { access_token: token, token_type: 'bot', ...next });
    },
    async close(): Promise<void> {
      socket.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return fake;
}
