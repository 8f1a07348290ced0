import { beforeEach, describe, expect, it } from 'vitest';
import { PlatformError } from '../../bot/contract.ts';
import { Clock } from '../../core/clock.ts';
import { createClient, type SlackClient } from './client.ts';
import { type Clients, type Installed, manyClients } from './clients.ts';

let tokens: Map<string, string>;
let asked: string[];
let now: Date;
let installed: Installed;
let listings: string[];
let under: Record<string, () => Promise<string[]>>;
let clients: Clients;

const create = (token: string): SlackClient => ({
  ...createClient({ token, apiUrl: 'http://127.0.0.1:1/api/' }),
  identity: async () => ({ teamId: 'T9', botId: token, botUserId: undefined, enterpriseId: undefined }),
  async workspaces() {
    listings.push(token);
    return (await under[token]?.()) ?? [];
  },
});
const tokenOf = async (client: Promise<SlackClient>) => (await (await client).identity()).botId;

beforeEach(() => {
  tokens = new Map([
    ['T1', 'xoxb-1'],
    ['T2', 'xoxb-2'],
    ['E1', 'xoxb-e'],
  ]);
  asked = [];
  listings = [];
  under = {};
  now = new Date('2026-05-20T00:00:00Z');
  const clock = new Clock();
  installed = {
    token: async (key) => {
      asked.push(key);
      return tokens.get(key);
    },
    list: async () => [...tokens.keys()],
    remove: async (key) => void tokens.delete(key),
  };
  clients = manyClients({
    installed,
    allowed: new Set(['T1', 'E1', 'E2']),
    fixed: create('xoxb-fixed'),
    create,
    clock: Object.assign(clock, { now: () => now }),
  });
});

describe('the client of a workspace', () => {
  it('is its own, else its organisation’s, else the one installed by hand', async () => {
    expect(await tokenOf(clients.of('T1', 'E1'))).toBe('xoxb-1');
    expect(await tokenOf(clients.of('T3', 'E1'))).toBe('xoxb-e');
    expect(await tokenOf(clients.of('T9', null))).toBe('xoxb-fixed');
  });

  it('is nobody’s where the workspace is none of the company’s, installed or not', async () => {
    for (const [workspace, organisation] of [
      ['T2', null],
      ['T3', null],
      ['T3', 'E2'],
    ] as const) {
      await expect(clients.of(workspace, organisation)).rejects.toMatchObject({ code: 'not_installed' });
    }
  });

  it('for a message of our own is found without knowing the organisation, where there is but one', async () => {
    expect(await tokenOf(clients.of('T3'))).toBe('xoxb-e');
    tokens.delete('E1');
    now = new Date(now.getTime() + 60_000);
    await expect(clients.of('T3')).rejects.toMatchObject({ code: 'not_installed' });
    expect(await tokenOf(clients.of('T9'))).toBe('xoxb-fixed');
  });

  it('for a message of our own is that of the organisation which says the workspace is its own, asked once', async () => {
    tokens.set('E2', 'xoxb-e2');
    under = { 'xoxb-e': async () => ['T3'], 'xoxb-e2': async () => ['T4', 'T5'] };
    expect(await tokenOf(clients.of('T5'))).toBe('xoxb-e2');
    expect(await tokenOf(clients.of('T5'))).toBe('xoxb-e2');
    expect(listings).toEqual(['xoxb-e', 'xoxb-e2']);
    expect(await tokenOf(clients.of('T9'))).toBe('xoxb-fixed');
    await expect(clients.of('T6')).rejects.toMatchObject({ code: 'not_installed' });
  });

  it('is found though one organisation has sent the app away, and tried again while one does not answer', async () => {
    tokens.set('E2', 'xoxb-e2');
    const failing = (retryable: boolean) => () => Promise.reject(new PlatformError('no', { retryable }));
    under = { 'xoxb-e': failing(false), 'xoxb-e2': async () => ['T5'] };
    expect(await tokenOf(clients.of('T5'))).toBe('xoxb-e2');
    under = { 'xoxb-e': failing(true), 'xoxb-e2': async () => ['T7'] };
    await expect(clients.of('T7')).rejects.toMatchObject({ retryable: true });
  });

  it('is asked for once a minute, and anew when it is taken away', async () => {
    const first = await clients.of('T1', null);
    expect(await clients.of('T1', null)).toBe(first);
    expect(asked).toEqual(['T1']);
    now = new Date(now.getTime() + 60_000);
    expect(await clients.of('T1', null)).toBe(first);
    tokens.set('T1', 'xoxb-new');
    now = new Date(now.getTime() + 60_000);
    expect(await tokenOf(clients.of('T1', null))).toBe('xoxb-new');
    await clients.remove('T1', null);
    await expect(clients.of('T1', null)).rejects.toMatchObject({ code: 'not_installed' });
  });

  it('is forgotten where the app was taken away also when its token can no longer be renewed', async () => {
    installed.token = () => Promise.reject(new Error('invalid_refresh_token'));
    await clients.remove('T1', 'E1');
    expect([...tokens.keys()]).toEqual(['T2', 'E1']);
  });

  it('of an organisation is forgotten where no workspace had one of its own', async () => {
    await clients.remove('T3', 'E1');
    expect([...tokens.keys()]).toEqual(['T1', 'T2']);
  });

  it('is one of each installation of the company’s', async () => {
    const all = await clients.all();
    expect(await Promise.all(all.map((client) => tokenOf(Promise.resolve(client))))).toEqual([
      'xoxb-1',
      'xoxb-e',
      'xoxb-fixed',
    ]);
  });
});
