// Microsoft's own local client, without a browser: requests in, its WebSocket out. Nothing of it is part of the product.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath, pathToFileURL } from 'node:url';
import WebSocket from 'ws';
import { z } from 'zod';
import { type Node, nodesOf, wordsOf } from '../fakes/teams-card.ts';
import { until } from './until.ts';

const PROGRAM = fileURLToPath(new URL('../../node_modules/@microsoft/m365agentsplayground/cli.js', import.meta.url));
const LOOPBACK = pathToFileURL(fileURLToPath(new URL('loopback.mjs', import.meta.url))).href;

export const isInstalled = existsSync(PROGRAM);

/** The person it plays. */
export const USER = { id: 'user-id-0', directoryId: '00000000-0000-0000-0000-0000000000020' };
export const TENANT = '00000000-0000-0000-0000-0000000000001';

/** What it shows of a message of the bot. */
export type Shown = { id: string; text: string; card: Node | undefined; words: string };

export type AgentsPlayground = Awaited<ReturnType<typeof startAgentsPlayground>>;

const bound = z.object({ port: z.number() });
const config = z.object({ config: z.object({ personalChat: z.object({ id: z.string() }) }) });

export async function startAgentsPlayground(botUrl: string) {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const said: string[] = [];
  const child = spawn(
    process.execPath,
    [PROGRAM, 'start', '-e', `${botUrl}/api/messages`, '-c', 'msteams', '-p', String(port), '--disable-telemetry'],
    {
      env: { ...process.env, TEAMSAPPTESTER_BROWSER: 'none', NODE_OPTIONS: `--import ${LOOPBACK}` },
      stdio: ['ignore', 'pipe', 'pipe'],
      // Whatever it starts itself ends with it.
      detached: true,
    },
  );
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  }
  try {
    // Asked first: before it nothing else is there.
    const chat = await until(
      () => {
        if (child.exitCode !== null) throw new Error(`it ended:\n${said.join('')}`);
        return fetch(`${base}/_internal/v1/config`)
          .then(async (answer) => config.parse(await answer.json()).config.personalChat.id)
          .catch(() => undefined);
      },
      () => `the local client:\n${said.join('')}`,
    );
    const shown = await watch(`ws://127.0.0.1:${port}/_ws_conversation/v1/conversations/stream`);
    return { ...drive(base, chat, shown.messages), close: () => Promise.all([shown.close(), stop(child)]) };
  } catch (error) {
    await stop(child);
    throw error;
  }
}

function drive(base: string, chat: string, messages: Shown[]) {
  const from = { id: USER.id };
  const post = async (path: string, body: unknown): Promise<unknown> => {
    const answer = await fetch(base + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
  return {
    chat,
    messages,
    installs: () => post(`/_debug/conversation/${chat}/installation`, {}),
    says: (text: string) =>
      post(`/_conversation/v1/conversations/${chat}/messages`, { type: 'text', text, textFormat: 'plain', from }),
    /** Presses a button that is answered in the response; what was typed goes along. */
    presses: ({ id, card }: Shown, title: string, typed: Record<string, string> = {}) => {
      const { verb, data } = actionOf(card, 'Action.Execute', title);
      const action = { type: 'Action.Execute', verb, data: { ...Object(data), ...typed } };
      const value = { action, trigger: 'manual' };
      return post('/_conversation/v1/invoke', {
        name: 'adaptiveCard/action',
        value,
        from,
        conversation: { id: chat },
        replyToId: id,
      });
    },
    /** The same as an older client does it. */
    submits: ({ id, card }: Shown, title: string) => {
      const { fallback } = actionOf(card, 'Action.Execute', title);
      const value = Object(fallback).data;
      return post('/_conversation/v1/submit', { conversation: { id: chat }, replyToId: id, value, from });
    },
    invokes: (name: string, value: unknown) =>
      post('/_conversation/v1/invoke', { name, value, from, conversation: { id: chat } }),
    /** The newest message that says these words, or the one `on` once it says them, as soon as it is there. */
    sees: (words: string, { on }: { on?: Shown } = {}): Promise<Shown> =>
      until(
        () => messages.findLast(({ id, words: said }) => said.includes(words) && (on === undefined || id === on.id)),
        () => [`“${words}” to be shown; there is:`, ...messages.map((message) => message.words)].join('\n--\n'),
      ),
  };
}

function actionOf(card: unknown, type: string, title: string): Node {
  const found = nodesOf(card).find((node) => node.type === type && node.title === title);
  if (!found) throw new Error(`no ${type} “${title}”`);
  return found;
}

const frame = z.object({
  action: z.enum(['createMessage', 'updateMessage']),
  message: z.object({
    messageId: z.string(),
    text: z.string().optional(),
    attachments: z.array(z.object({ content: z.record(z.string(), z.unknown()) })).default([]),
  }),
});

/** Everything the bot has said, in the state it is in now. */
async function watch(url: string): Promise<{ messages: Shown[]; close(): Promise<void> }> {
  const messages: Shown[] = [];
  const socket = new WebSocket(url);
  socket.on('message', (data) => {
    const read = frame.safeParse(JSON.parse(String(data)));
    if (read.success) keep(messages, read.data);
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve());
    socket.once('error', reject);
  });
  return {
    messages,
    close: () =>
      new Promise((resolve) => {
        socket.once('close', () => resolve());
        socket.close();
      }),
  };
}

function keep(messages: Shown[], { message }: z.output<typeof frame>): void {
  const { messageId: id, text = '', attachments } = message;
  const card = attachments[0]?.content;
  const shown = { id, text, card, words: card ? wordsOf(card) : text };
  const at = messages.findIndex((each) => each.id === id);
  messages.splice(at < 0 ? messages.length : at, at < 0 ? 0 : 1, shown);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = bound.parse(server.address());
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  process.kill(-child.pid, 'SIGKILL');
  await ended;
}
