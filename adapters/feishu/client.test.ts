import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { APP, type FakeFeishu, startFakeFeishu } from '../../test/fakes/feishu.ts';
import { createClient, type FeishuClient, toDomain } from './client.ts';
import { renderCard } from './render.ts';

let fake: FakeFeishu;
let client: FeishuClient;

beforeEach(async () => {
  fake = await startFakeFeishu([
    { id: 'ou_ana', name: 'Ana', email: 'ana@works.example', timeZone: 'Europe/Madrid' },
    { id: 'ou_gone', name: 'Gone', email: 'gone@works.example', isResigned: true },
  ]);
  client = createClient({ appId: APP.id, appSecret: APP.secret, domain: fake.domain });
});

afterEach(() => fake.close());

const GROUP = { type: 'chat_id', id: 'oc_1' } as const;
const hello = { text: 'Hello' };
const card = renderCard({ title: 'A card', body: [] }, { where: { direct: true } });

describe('a call', () => {
  it('goes to the host it was given, under the app’s token, which is fetched once', async () => {
    await client.post(GROUP, { card }, 'effect-1');
    await client.post({ type: 'open_id', id: 'ou_ana' }, hello, 'effect-2');
    expect(fake.calls.map(({ method, token }) => [method, token])).toEqual([
      ['token', undefined],
      ['message.create', 't-1'],
      ['message.create', 't-1'],
    ]);
    expect(fake.callsOf('message.create').map(({ query, body }) => [query, body])).toEqual([
      [
        { receive_id_type: 'chat_id' },
        { receive_id: 'oc_1', msg_type: 'interactive', content: JSON.stringify(card), uuid: expect.any(String) },
      ],
      [
        { receive_id_type: 'open_id' },
        {
          receive_id: 'ou_ana',
          msg_type: 'post',
          content: '{"zh_cn":{"content":[[{"tag":"text","text":"Hello"}]]}}',
          uuid: expect.any(String),
        },
      ],
    ]);
  });

  it('shares its token with no other client', async () => {
    const other = createClient({ appId: APP.id, appSecret: 'wrong', domain: fake.domain });
    await client.post(GROUP, hello, 'a');
    await expect(other.post(GROUP, hello, 'b')).rejects.toMatchObject({ code: 'feishu_10014', retryable: false });
  });

  it('under one name is done once, and its name fits', async () => {
    const first = await client.post(GROUP, hello, 'effect-1');
    expect(await client.post(GROUP, hello, 'effect-1')).toBe(first);
    await client.post(GROUP, hello, `${'x'.repeat(200)}`);
    expect(fake.messages.map(({ uuid }) => uuid?.length)).toEqual([43, 43]);
  });

  it('in a thread is a reply in it', async () => {
    const root = fake.says('oc_1');
    await client.post({ ...GROUP, root }, hello, 'a');
    expect(fake.messages).toMatchObject([{ chat: 'oc_1', replyTo: root, inThread: true }]);
  });

  it.each([429, 400])(
    'that was refused for its rate at status %i says how long to wait, and is not repeated',
    async (status) => {
      fake.script('message.create', { rateSeconds: 7, status });
      await expect(client.post(GROUP, hello, 'a')).rejects.toMatchObject({
        name: 'PlatformError',
        code: 'ratelimited',
        retryable: true,
        retryAfterMs: 7_000,
      });
      expect(fake.callsOf('message.create')).toHaveLength(1);
    },
  );

  it('whose connection broke may have been done, and is not repeated', async () => {
    fake.script('message.create', 'reset');
    await expect(client.post(GROUP, hello, 'a')).rejects.toMatchObject({ code: 'interrupted', retryable: true });
    expect(fake.messages).toHaveLength(1);
    expect(fake.callsOf('message.create')).toHaveLength(1);
  });

  it('that reached nobody says so', async () => {
    await fake.close();
    await expect(client.post(GROUP, hello, 'a')).rejects.toMatchObject({ code: 'unreachable', retryable: true });
  });

  it.each([
    [{ code: 230_013 }, 'feishu_230013', false],
    [{ code: 230_013, status: 400 }, 'feishu_230013', false],
    [{ code: 230_002 }, 'gone', false],
    [{ code: 230_020 }, 'ratelimited', true],
    [{ code: 1_500, status: 500 }, 'feishu_1500', true],
    [{ status: 503 }, 'http_503', true],
    [{ status: 413 }, 'http_413', false],
    [{ status: 200 }, 'http_200', true],
  ])('that ends in %j is %s (retryable: %s)', async (behaviour, code, retryable) => {
    fake.script('message.create', behaviour);
    await expect(client.post(GROUP, hello, 'a')).rejects.toMatchObject({ name: 'PlatformError', code, retryable });
  });

  it('without the right secret fails for good', async () => {
    const wrong = createClient({ appId: APP.id, appSecret: 'wrong', domain: fake.domain });
    const error = await wrong.post(GROUP, hello, 'a').catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'feishu_10014', retryable: false });
    expect(JSON.stringify([error, error instanceof Error ? error.cause : ''])).not.toContain('wrong');
  });

  it('whose token was taken back fails once, and the next has a new one', async () => {
    await client.post(GROUP, hello, 'a');
    fake.revokeTokens();
    await expect(client.post(GROUP, hello, 'b')).rejects.toMatchObject({ code: 'token', retryable: true });
    await client.post(GROUP, hello, 'b');
    expect(fake.messages).toHaveLength(2);
  });

  it('keeps its connection for the next ones', async () => {
    const ports = new Set<number | undefined>();
    fake.onRequest(({ socket }) => ports.add(socket.remotePort));
    for (let at = 0; at < 8; at++) {
      await client.post(GROUP, hello, String(at));
    }
    expect(ports.size).toBeLessThan(3);
  });
});

describe('a card', () => {
  it('is redrawn in place, and one that was recalled is gone', async () => {
    const id = await client.post(GROUP, { card }, 'a');
    await client.patch(id, renderCard({ title: 'Another', body: [] }, { where: { direct: true } }));
    expect(fake.messages).toMatchObject([{ edits: 1, card: { header: { title: { content: 'Another' } } } }]);
    fake.recall(id);
    await expect(client.patch(id, card)).rejects.toMatchObject({ code: 'gone', retryable: false });
  });

  it.each([230_031, 230_110])('that can no longer be changed (%i) is gone', async (code) => {
    fake.script('message.patch', { code, status: 400 });
    await expect(client.patch('om_1', card)).rejects.toMatchObject({ code: 'gone', retryable: false });
  });
});

describe('a picture', () => {
  it('is uploaded as it is', async () => {
    const bytes = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 255]);
    expect(await client.upload(bytes)).toMatch(/^img_/);
    expect(fake.images).toEqual([bytes]);
    expect(fake.callsOf('image.create')[0]?.body.image_type).toBe('message');
  });
});

describe('a person', () => {
  it('is known by name, address and time zone', async () => {
    expect(await client.profile('ou_ana')).toEqual({
      name: 'Ana',
      email: 'ana@works.example',
      timeZone: 'Europe/Madrid',
    });
    expect(fake.callsOf('user.get')[0]?.query).toEqual({ user_id_type: 'open_id' });
  });

  it('who has left, or never was, is nobody', async () => {
    expect(await client.profile('ou_gone')).toBeUndefined();
    expect(await client.profile('ou_nobody')).toBeUndefined();
  });
});

describe('the bot’s own id', () => {
  it('is asked for once, and again only after a failure', async () => {
    fake.script('bot.info', { status: 500 });
    await expect(client.identity()).rejects.toMatchObject({ code: 'http_500' });
    expect([await client.identity(), await client.identity()]).toEqual(['ou_bot', 'ou_bot']);
    expect(fake.callsOf('bot.info')).toHaveLength(2);
  });
});

it('Feishu, Lark and any address are hosts', () => {
  expect([toDomain('feishu'), toDomain('lark'), toDomain('http://h:1')]).toEqual([0, 1, 'http://h:1']);
});
