import { randomBytes, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { IngressDoor } from '../../adapters/ingress.ts';
import type { Outcome } from '../../adapters/platform.ts';
import { createBot } from '../../bot/bot.ts';
import { type Button, type Card, type Form, formOf } from '../../bot/cards/card.ts';
import { type PlainNode, plainly } from '../../bot/cards/plainly.ts';
import type { Adapter, Found, InboundEvent, Lookup, Profile, Reply } from '../../bot/contract.ts';
import { deactivatedReply, greet } from '../../bot/newcomer.ts';
import { rememberAnswer } from '../../core/files/file-desk.ts';
import { Inbox } from '../../core/inbox/inbox.ts';
import { Seal } from '../../core/inbox/sealed.ts';
import type { Log } from '../../core/log.ts';
import { type Company, ORG, type PersonKey } from './company.ts';
import { tempShelf } from './kept-files.ts';

const QUIET: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: (fields, message) =>
    process.stderr.write(`${message} ${String(fields.err instanceof Error ? fields.err.stack : '')}\n`),
};

/** A conversation with the bot through the real door, inbox and gate; only the platform is left out. */
export type Chat = {
  says(text: string): Promise<Said>;
  types(line: string): Promise<Said>;
  presses(button: Button): Promise<Said>;
  submits(form: Form, values: Record<string, string>): Promise<Said>;
  /** Anything else that can happen, in the private conversation or in a channel. */
  does(what: What, direct?: boolean): Promise<Said>;
  looksFor(query: string, source?: string): Promise<Found[]>;
  looksUp(lookup: WithoutSender<Lookup>): Promise<Found[]>;
};

type WithoutSender<Each> = Each extends Lookup ? Omit<Each, 'sender'> : never;

/** An event without its envelope. */
type What = InboundEvent extends infer Event
  ? Event extends InboundEvent
    ? Omit<Event, 'sender' | 'place'>
    : never
  : never;

/** What came back, with what a person would look for in it. */
export class Said {
  readonly reply: Reply | undefined;
  private readonly chat: Chat;

  constructor(reply: Reply | undefined, chat: Chat) {
    this.reply = reply;
    this.chat = chat;
  }

  get card(): Card {
    if (!this.reply || this.reply.kind === 'notice') {
      throw new Error(`no card but ${JSON.stringify(this.reply)}`);
    }
    return this.reply.card;
  }

  /** Every word of the card, one node a line. */
  get text(): string {
    return this.reply?.kind === 'notice' ? this.reply.text : words(this.card);
  }

  get form(): Form {
    const form = formOf(this.card);
    if (!form) {
      throw new Error(`no form in ${this.text}`);
    }
    return form;
  }

  get labels(): string[] {
    return buttonsOf(this.card).map(({ label }) => label);
  }

  press(label: string): Promise<Said> {
    const button = buttonsOf(this.card).find((each) => each.label === label);
    if (!button) {
      throw new Error(`no button “${label}” among ${this.labels.join(', ')}`);
    }
    return this.chat.presses(button);
  }

  submit(values: Record<string, string> = {}): Promise<Said> {
    const kept = Object.fromEntries(
      this.form.inputs.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])),
    );
    return this.chat.submits(this.form, { ...kept, ...values });
  }
}

export function buttonsOf(card: Card): Button[] {
  return card.body
    .flatMap(plainly)
    .flatMap((node) =>
      node.type === 'actions'
        ? node.buttons
        : node.type === 'records'
          ? node.records.flatMap(({ buttons = [] }) => buttons)
          : [],
    );
}

export function words(card: Card): string {
  return [card.title, ...card.body.flatMap(plainly).flatMap(wordsOf)].join('\n');
}

const plain = (text: unknown) => (typeof text === 'string' ? text : JSON.stringify(text));

function wordsOf(node: PlainNode): string[] {
  switch (node.type) {
    case 'text':
      return [plain(node.text)];
    case 'heading':
      return [node.text];
    case 'facts':
      return node.facts.map(({ label, value }) => `${label}: ${plain(value)}`);
    case 'table':
      return [node.columns.join(' | '), ...node.rows.map((row) => row.join(' | '))];
    case 'records':
      return node.records.map(({ title, detail }) =>
        [plain(title), detail === undefined ? '' : plain(detail)].filter(Boolean).join(' — '),
      );
    case 'divider':
      return ['---'];
    case 'actions':
      return [node.buttons.map(({ label }) => `[${label}]`).join(' ')];
    case 'form':
      return node.form.inputs.map(({ label, value, error }) => `${label}: ${value ?? ''}${error ? ` ! ${error}` : ''}`);
  }
}

export type ChatOptions = {
  platform?: string;
  workspace?: string;
  /** What the platform tells of those nobody knows yet. */
  profiles?: Readonly<Record<string, Profile>>;
};

export function openChat(
  company: Pick<Company, 'database'>,
  { platform = 'slack', workspace = 'T1', profiles = {} }: ChatOptions = {},
): {
  as(key: PersonKey | string): Chat;
  door: IngressDoor;
  answered: { event: InboundEvent; reply: Reply }[];
  close(): Promise<void>;
} {
  const { database } = company;
  const inbox = new Inbox(database, ORG, new Seal(randomBytes(32), 'inbox'));
  const door = new IngressDoor({
    inbox,
    bot: createBot({ database, org: ORG, shelf: tempShelf(), log: QUIET }),
    org: ORG,
    log: QUIET,
    greet: (event, profile) => greet(event, profile, { database, org: ORG, adminEmail: 'boss@hualan.example' }),
    deactivated: (event) => deactivatedReply(event, ORG),
    rememberCard: ({ address: place, ...card }) => rememberAnswer(database, { ...card, place }),
  });
  const ingress = door.for(platform);
  const answered: { event: InboundEvent; reply: Reply }[] = [];
  ingress.serve(fakeAdapter({ platform, profiles: { ...STRANGERS, ...profiles }, answered }));

  const as = (externalId: string): Chat => {
    const send = async (what: What, direct = true) => {
      const event: InboundEvent = {
        sender: { platform, workspace, externalId },
        place: { platform, workspace, address: direct ? `D-${externalId}` : 'C-sales', direct },
        ...what,
      };
      const outcome: Outcome = await ingress.runNow(
        { workspace, dedupeKey: randomUUID(), body: Buffer.from(JSON.stringify(event)), event },
        { deadlineMs: 20_000 },
      );
      if (outcome.kind !== 'reply' && outcome.kind !== 'unavailable') {
        throw new Error(`the door said ${outcome.kind}`);
      }
      return new Said(outcome.reply, chat);
    };
    const chat: Chat = {
      says: (text) => send({ kind: 'message', text }),
      types: (text) => send({ kind: 'line', text }),
      presses: ({ command, input }) => send({ kind: 'press', command, input }),
      submits: ({ command, hidden }, values) => send({ kind: 'submit', command, hidden, values }),
      does: send,
      looksFor: (query, source) =>
        chat.looksUp(source ? { kind: 'options', query, source } : { kind: 'records', query }),
      looksUp: (lookup) => ingress.find({ sender: { platform, workspace, externalId }, ...lookup }),
    };
    return chat;
  };
  return { as, door, answered, close: () => door.close() };
}

const STRANGERS: Readonly<Record<string, Profile>> = {
  boss: { name: 'Boss', email: 'boss@hualan.example' },
  newbie: { name: '小新', email: 'newbie@hualan.example' },
};

function fakeAdapter({
  platform,
  profiles,
  answered,
}: {
  platform: string;
  profiles: Readonly<Record<string, Profile>>;
  answered: { event: InboundEvent; reply: Reply }[];
}): Adapter {
  return {
    platform,
    async answer(event, reply) {
      answered.push({ event, reply });
      return undefined;
    },
    download: async ({ handle }) => Readable.from(Buffer.from(handle, 'base64')),
    readThread: async ({ handle }) => JSON.parse(handle),
    send: async () => ({ messageId: randomUUID() }),
    update: async () => undefined,
    direct: async ({ workspace, externalId }) => ({ platform, workspace, address: `D-${externalId}`, direct: true }),
    profile: async ({ externalId }) => profiles[externalId],
    parse: (body) => JSON.parse(body.toString('utf8')),
  };
}
