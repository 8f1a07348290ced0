import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { ServedFiles } from './served-files.ts';
import { complaintsAboutCard, type Node, nodesOf, wordsOf } from './teams-card.ts';
import { createLogin, TENANT } from './teams-login.ts';

/** Teams' connector and Microsoft's login on loopback: it keeps what people would see and refuses what Teams refuses. */

export type TeamsPerson = {
  /** In the directory. */
  id: string;
  name: string;
  email?: string;
  principal?: string;
  tenant?: string;
  /** False for somebody who has not added the app. */
  isInstalled?: boolean;
};

export type TeamsMessage = {
  conversation: string;
  id: string;
  text: string;
  card: Node | undefined;
  summary: string | undefined;
  edits: number;
};

/** A message as a person reads it. */
export type TeamsCard = TeamsMessage & { words: string; buttons: string[]; isOwnView: boolean };

export type TeamsCall = { method: string; path: string; body: Node; token: string | undefined };

/** How the next call of a kind ends; `reset` is done and then never answered. */
export type TeamsBehaviour = 'reset' | { status: number; code?: string; retryAfter?: number } | { afterMs: number };

type Kind = 'post' | 'update' | 'open' | 'member';

export type FakeTeams = Awaited<ReturnType<typeof startFakeTeams>>;

const bound = z.object({ port: z.number() });
const posted = z.looseObject({
  type: z.literal('message'),
  from: z.object({ id: z.string().min(1), name: z.string().min(1).optional() }),
  conversation: z.object({
    id: z.string().min(1),
    name: z.string().min(1).optional(),
    conversationType: z.enum(['personal', 'groupChat', 'channel']).optional(),
  }),
  text: z.string().optional(),
  textFormat: z.literal('plain').optional(),
  summary: z.string().optional(),
  attachments: z
    .array(z.object({ contentType: z.string(), content: z.record(z.string(), z.unknown()) }))
    .max(1)
    .optional(),
});

const opened = z.looseObject({ members: z.tuple([z.object({ id: z.string() })]), tenantId: z.string() });

const CARD = 'application/vnd.microsoft.card.adaptive';

export async function startFakeTeams(people: readonly TeamsPerson[] = []) {
  const login = await createLogin();
  const directory = new Map(people.map((person) => [person.id, person]));
  const messages: TeamsMessage[] = [];
  const members = new Map<string, Set<string>>();
  const ownViews = new Map<string, Node>();
  const calls: TeamsCall[] = [];
  const scripts = new Map<Kind, TeamsBehaviour[]>();
  let counter = 0;

  const personal = (id: string) => `a:${id}`;
  const personOf = (id: string) => directory.get(id.replace(/^29:/, ''));

  const acts: Record<Kind, (path: string[], body: Node) => Outcome> = {
    post([conversation = ''], body) {
      const person = directory.get(conversation.replace(/^a:/, ''));
      if (person?.isInstalled === false) {
        return refused(403, 'BotNotInConversationRoster');
      }
      const message = { conversation, id: String(++counter), edits: 0, ...readMessage(body) };
      messages.push(message);
      return { status: 201, body: { id: message.id } };
    },
    update([conversation = '', , id = ''], body) {
      const found = messages.find((each) => each.conversation === conversation && each.id === id);
      if (!found) {
        return refused(404, 'ActivityNotFoundInConversation');
      }
      Object.assign(found, readMessage(body), { edits: found.edits + 1 });
      for (const key of ownViews.keys()) {
        // Everybody sees the new card until his own view is drawn again.
        if (key.endsWith(` ${conversation} ${id}`)) ownViews.delete(key);
      }
      return { body: { id } };
    },
    open(_path, body) {
      const [{ id }] = opened.parse(body).members;
      const person = personOf(id);
      return !person || person.isInstalled === false
        ? refused(403, 'BotNotInConversationRoster')
        : { status: 201, body: { id: personal(person.id) } };
    },
    member([, , id = '']) {
      const person = personOf(id);
      if (!person) {
        return refused(404, 'MemberNotFoundInConversation');
      }
      const { name, email, principal, tenant = TENANT } = person;
      return { body: { id: `29:${person.id}`, name, email, userPrincipalName: principal, tenantId: tenant } };
    },
  };

  function readMessage(body: Node): Pick<TeamsMessage, 'text' | 'card' | 'summary'> {
    const { text = '', summary, attachments } = posted.parse(body);
    const [attachment] = attachments ?? [];
    if (attachment) {
      const complaints = attachment.contentType === CARD ? complaintsAboutCard(attachment.content) : ['no card'];
      if (complaints.length > 0) throw new Refusal(complaints.join('; '));
    } else if (text === '') {
      throw new Refusal('an empty message');
    }
    return { text, card: attachment?.content, summary };
  }

  function serveFile(request: IncomingMessage, response: ServerResponse): boolean {
    const wanted = request.url?.startsWith('/attachments/') ? login.botToken : undefined;
    return served.serve(request, response, /^\/(?:attachments|sharepoint)\/(F\d+)/, (token) => token === wanted);
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await readBody(request);
    const url = decodeURIComponent(request.url ?? '');
    if (login.answer(url, text, origin, response)) {
      return;
    }
    const body: Node = text ? JSON.parse(text) : {};
    const call = { method: request.method ?? '', path: url, body, token: request.headers.authorization?.slice(7) };
    calls.push(call);
    const [, ...path] = url.replace(/^\/connector\/v3\/conversations/, '').split('/');
    const kind = kindOf(call.method, path);
    const behaviour = scripts.get(kind)?.shift();
    const scripted = behaviour && behaviour !== 'reset' && 'status' in behaviour ? behaviour : undefined;
    const outcome = scripted ? toOutcome(scripted) : perform(kind, path, call);
    if (behaviour === 'reset') {
      request.socket.resetAndDestroy();
      return;
    }
    if (behaviour && 'afterMs' in behaviour) {
      await new Promise((resolve) => setTimeout(resolve, behaviour.afterMs));
    }
    response
      .writeHead(outcome.status ?? 200, { 'content-type': 'application/json', ...outcome.headers })
      .end(JSON.stringify(outcome.body));
  }

  function perform(kind: Kind, path: string[], { body, token }: TeamsCall): Outcome {
    return token === login.botToken ? attempt(() => acts[kind](path, body)) : refused(401, 'Unauthorized');
  }

  const server = createServer((request, response) => void (serveFile(request, response) || answer(request, response)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${bound.parse(server.address()).port}`;

  const isSeenBy = (user: string) => (message: TeamsMessage) =>
    message.conversation === personal(user) ||
    (members.get(message.conversation.split(';')[0] ?? '')?.has(user) ?? false);

  const served = new ServedFiles();
  const fake = {
    served,
    /** A file of somebody's, or a picture put among his words, as Teams attaches it. */
    attach(name: string, content: string | Buffer, { isPicture = false } = {}): Node {
      const id = served.keep(content);
      return isPicture
        ? { contentType: 'image/*', contentUrl: `${origin}/attachments/${id}` }
        : {
            contentType: 'application/vnd.microsoft.teams.file.download.info',
            contentUrl: `https://contoso.sharepoint.com/${encodeURIComponent(name)}`,
            name,
            content: { downloadUrl: `${origin}/sharepoint/${id}`, uniqueId: id, fileType: name.split('.').at(-1) },
          };
    },
    origin,
    login,
    tenant: TENANT,
    /** For TEAMS_OPENID_METADATA_URL and TEAMS_LOGIN_URL. */
    metadataUrl: `${origin}/openid`,
    loginUrl: origin,
    serviceUrl: `${origin}/connector/`,
    messages,
    calls,
    /** The next calls of a kind end so, one each; then it works again. */
    script(kind: Kind, ...behaviours: TeamsBehaviour[]): void {
      scripts.set(kind, [...(scripts.get(kind) ?? []), ...behaviours]);
    },
    add(person: TeamsPerson): void {
      directory.set(person.id, person);
    },
    join(channel: string, user: string): void {
      members.set(channel, (members.get(channel) ?? new Set()).add(user));
    },
    personal,
    /** What one person alone sees of a message, after an answer to something he did on it. */
    showOnly(user: string, { conversation, id }: Pick<TeamsMessage, 'conversation' | 'id'>, card: Node): void {
      const complaints = complaintsAboutCard(card);
      if (complaints.length > 0) throw new Error(complaints.join('; '));
      ownViews.set(`${user} ${conversation} ${id}`, card);
    },
    /** All that a person sees, oldest first. */
    cards: (user: string): TeamsCard[] =>
      messages.filter(isSeenBy(user)).map((message) => {
        const own = ownViews.get(`${user} ${message.conversation} ${message.id}`);
        const card = own ?? message.card;
        return {
          ...message,
          card,
          words: card ? wordsOf(card) : message.text,
          buttons: labelsOf(card),
          isOwnView: !!own,
        };
      }),
    lastCard(user: string): TeamsCard {
      const card = fake.cards(user).at(-1);
      if (!card) {
        throw new Error(`${user} has seen nothing yet`);
      }
      return card;
    },
    async close(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return fake;
}

/** What Teams says no to, with why. */
class Refusal extends Error {
  override readonly name = 'Refusal';
}

type Outcome = { status?: number; headers?: Record<string, string>; body: unknown };

function attempt(run: () => Outcome): Outcome {
  try {
    return run();
  } catch (error) {
    return refused(400, error instanceof Refusal ? `BadSyntax: ${error.message}` : String(error));
  }
}

function refused(status: number, code: string): Outcome {
  return { status, body: { error: { code, message: code } } };
}

function toOutcome({ status, code, retryAfter }: Extract<TeamsBehaviour, { status: number }>): Outcome {
  const headers = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
  return { status, headers, body: code ? { error: { code, message: 'as scripted' } } : {} };
}

function kindOf(method: string, path: readonly string[]): Kind {
  switch (method) {
    case 'GET':
      return 'member';
    case 'PUT':
      return 'update';
    default:
      return path.length > 1 ? 'post' : 'open';
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

/** The labels of what can be pressed, those of questions not asked yet left out. */
function labelsOf(card: unknown): string[] {
  const hidden = new Set(nodesOf(nodesOf(card).filter(({ isVisible }) => isVisible === false)));
  return nodesOf(card).flatMap((node) =>
    String(node.type).startsWith('Action.') && typeof node.title === 'string' && !hidden.has(node) ? [node.title] : [],
  );
}
