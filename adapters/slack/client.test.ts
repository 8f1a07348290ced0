import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FakeSlack, startFakeSlack } from '../../test/fakes/slack.ts';
import { createClient, type SlackClient } from './client.ts';
import { renderMessage, renderNotice } from './render.ts';

let fake: FakeSlack;
let client: SlackClient;

beforeEach(async () => {
  fake = await startFakeSlack([{ id: 'U1', name: 'Ana' }]);
  client = createClient({ token: 'xoxb-a-token', apiUrl: fake.apiUrl });
});

afterEach(() => fake.close());

const SPOT = { channel: 'C1' };
const message = renderNotice('Hello', 'info');

describe('a call', () => {
  it('goes to the host it was given, under the bot’s token, without previews', async () => {
    await client.post({ channel: 'C1', thread: '1.2' }, message, 'effect-1');
    expect(fake.calls).toMatchObject([
      {
        method: 'chat.postMessage',
        token: 'xoxb-a-token',
        args: { channel: 'C1', thread_ts: '1.2', text: 'Hello', unfurl_links: 'false', unfurl_media: 'false' },
      },
    ]);
  });

  it('that was refused for its rate says how long to wait, and is not repeated', async () => {
    fake.script('chat.postMessage', { retryAfter: 7 });
    await expect(client.post(SPOT, message)).rejects.toMatchObject({
      name: 'PlatformError',
      code: 'ratelimited',
      retryable: true,
      retryAfterMs: 7_000,
    });
    expect(fake.calls).toHaveLength(1);
  });

  it('whose connection broke may have been done, and is not repeated', async () => {
    fake.script('chat.postMessage', 'reset');
    await expect(client.post(SPOT, message)).rejects.toMatchObject({ code: 'interrupted', retryable: true });
    expect(fake.messages).toHaveLength(1);
    expect(fake.calls).toHaveLength(1);
  });

  it('that reached nobody says so', async () => {
    await fake.close();
    await expect(client.post(SPOT, message)).rejects.toMatchObject({ code: 'unreachable', retryable: true });
  });

  it.each([
    [{ error: 'channel_not_found' }, 'gone', false],
    [{ error: 'message_not_found' }, 'gone', false],
    [{ error: 'invalid_auth' }, 'invalid_auth', false],
    [{ error: 'not_in_channel' }, 'not_in_channel', false],
    [{ error: 'internal_error' }, 'internal_error', true],
    [{ error: 'ratelimited' }, 'ratelimited', true],
    [{ status: 503 }, 'http_503', true],
    [{ status: 413 }, 'http_413', false],
    [{ status: 429 }, 'ratelimited', true],
  ])('that ends in %j is %s (retryable: %s)', async (behaviour, code, retryable) => {
    fake.script('chat.postMessage', behaviour);
    await expect(client.post(SPOT, message)).rejects.toMatchObject({ name: 'PlatformError', code, retryable });
  });

  it('keeps its connection for the next ones', async () => {
    const ports = new Set<number | undefined>();
    fake.onRequest(({ socket }) => ports.add(socket.remotePort));
    for (let at = 0; at < 8; at++) {
      await client.post(SPOT, message);
    }
    expect(ports.size).toBeLessThan(3);
  });
});

describe('a response URL', () => {
  it.each([
    'https://hooks.slack.com.evil.example/actions/1',
    'https://hooks.slack.com@evil.example/actions/1',
    'http://hooks.slack.com/actions/1',
    'http://169.254.169.254/latest/meta-data',
    'file:///etc/passwd',
    'nonsense',
  ])('%s is not called', async (url) => {
    await expect(client.respond(url, message)).rejects.toMatchObject({ code: 'gone', retryable: false });
  });

  it.each([
    [{ status: 404 }, 'gone', false],
    [{ status: 500 }, 'http_500', true],
    [{ retryAfter: 2 }, 'ratelimited', true],
    ['reset' as const, 'interrupted', true],
  ])('that ends in %j is %s (retryable: %s)', async (behaviour, code, retryable) => {
    fake.script('response_url', behaviour);
    const url = fake.responseUrl('U1', 'C1');
    await expect(client.respond(url, message)).rejects.toMatchObject({ code, retryable });
  });
});

describe('the bot’s own ids', () => {
  it('are asked for once, and again only after a failure', async () => {
    fake.script('auth.test', { status: 500 });
    await expect(client.identity()).rejects.toMatchObject({ code: 'http_500' });
    const found = { teamId: fake.team, botId: 'B0BOT', botUserId: 'U0BOT', enterpriseId: undefined };
    expect(await client.identity()).toEqual(found);
    expect(await client.identity()).toEqual(found);
    expect(fake.callsOf('auth.test')).toHaveLength(2);
  });
});

describe('a message Slack refuses for its blocks', () => {
  const chart = {
    title: 'Pipeline',
    shape: 'bar' as const,
    unit: '¥',
    categories: ['Lead'],
    series: [{ name: 'Amount', points: [{ value: 1, text: '¥1' }] }],
  };
  const withChart = renderMessage({ title: 'Report', body: [{ type: 'chart', chart }] });
  const kinds = () =>
    fake.calls.map(({ args }) => (args.blocks as { type: string }[]).map(({ type }) => type).join(' '));

  it('goes once more without its charts', async () => {
    fake.script('chat.postMessage', { error: 'invalid_blocks' });
    await client.post(SPOT, withChart);
    expect(kinds()).toEqual(['header data_visualization', 'header section table']);
    expect(fake.messages).toHaveLength(1);

    fake.script('chat.update', { error: 'invalid_blocks' });
    await client.update(SPOT, fake.messages[0]?.ts ?? '', withChart);
    expect(kinds().slice(2)).toEqual(['header data_visualization', 'header section table']);
  });

  it('through a response URL too, which tells in its own way', async () => {
    fake.script('response_url', { error: 'invalid_blocks' });
    await client.respond(fake.responseUrl('U1', 'C1'), withChart);
    expect(kinds()).toEqual(['header data_visualization', 'header section table']);
    expect(fake.messages).toMatchObject([{ user: 'U1', text: 'Report\nPipeline' }]);
  });

  it('is not repeated where there is nothing to leave out, nor more than once', async () => {
    fake.script('chat.postMessage', { error: 'invalid_blocks' });
    await expect(client.post(SPOT, message)).rejects.toMatchObject({ code: 'invalid_blocks', retryable: false });
    fake.script('chat.postMessage', { error: 'invalid_blocks' }, { error: 'invalid_blocks' });
    await expect(client.post(SPOT, withChart)).rejects.toMatchObject({ code: 'invalid_blocks' });
    expect(fake.calls).toHaveLength(3);
  });
});

describe('the people of an address', () => {
  it('are the company’s own, whatever the case; strangers and nobody are none', async () => {
    fake.add({ id: 'U2', name: 'Bo', email: 'Bo@real.example' });
    fake.add({ id: 'U3', name: 'Cy', email: 'cy@other.example', team: 'T0OTHER' });
    expect(await client.findByEmail('bo@real.example')).toEqual([
      { platform: 'slack', workspace: fake.team, externalId: 'U2' },
    ]);
    expect(await client.findByEmail('cy@other.example')).toEqual([]);
    expect(await client.findByEmail('nobody@real.example')).toEqual([]);
  });

  it('cannot be told while Slack does not answer', async () => {
    fake.script('users.lookupByEmail', { error: 'missing_scope' });
    await expect(client.findByEmail('bo@real.example')).rejects.toMatchObject({ code: 'missing_scope' });
  });
});
