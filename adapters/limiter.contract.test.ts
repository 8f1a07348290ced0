import { Redis } from 'ioredis';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PlatformError } from '../bot/contract.ts';
import { createTestDatabase, type TestDatabase } from '../test/support/database.ts';
import { quietLog } from '../test/support/log.ts';
import { createTestRedis } from '../test/support/redis.ts';
import { createLimiter, type LimiterStore } from './limiter.ts';
import type { Limiter } from './platform.ts';

const redis = await createTestRedis();
let database: TestDatabase;
const closing: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  await Promise.all(closing.map((close) => close()));
  await redis?.drop();
  await database.drop();
});

async function openPostgresql(url = database.url): Promise<LimiterStore> {
  const pool = new pg.Pool({ connectionString: url, connectionTimeoutMillis: url === database.url ? 20_000 : 300 });
  pool.on('error', () => undefined);
  closing.push(() => pool.end());
  return { kind: 'postgresql', pool };
}

async function openRedis(url: string): Promise<LimiterStore> {
  const client = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 1, lazyConnect: true });
  client.on('error', () => undefined);
  closing.push(async () => client.disconnect());
  await client.connect().catch(() => undefined);
  return { kind: 'redis', client };
}

const HOUR = { points: 2, seconds: 3_600 };
let keys = 0;
const newKey = () => `test:${keys++}`;
const limiterOn = (store: LimiterStore) => createLimiter(store, { log: quietLog(), answerMs: 20_000 });

const tryTo = (limiter: Limiter, key: string, rate = HOUR) =>
  limiter.take([{ key, rates: [rate] }]).then(
    () => 'taken',
    (error: unknown) => error,
  );

const waitOf = (result: unknown) => (result instanceof PlatformError ? (result.retryAfterMs ?? 0) : 0);

describe.each([
  { name: 'postgresql', open: () => openPostgresql(), isShared: true },
  ...(redis ? [{ name: 'redis', open: () => openRedis(redis.url), isShared: true }] : []),
  { name: 'memory', open: async (): Promise<LimiterStore> => ({ kind: 'memory' }), isShared: false },
])('rate limits on $name', ({ open, isShared }) => {
  it('let through what the platform takes, and hold back the next with the time to wait', async () => {
    const limiter = limiterOn(await open());
    const key = newKey();
    expect([await tryTo(limiter, key), await tryTo(limiter, key)]).toEqual(['taken', 'taken']);
    const refused = await tryTo(limiter, key);
    expect(refused).toBeInstanceOf(PlatformError);
    expect(refused).toMatchObject({ code: 'throttled', retryable: true });
    const waitMs = waitOf(refused);
    expect(waitMs).toBeGreaterThan(3_500_000);
    expect(waitMs).toBeLessThanOrEqual(3_600_100);
  });

  it('tell those further behind to come later', async () => {
    const limiter = limiterOn(await open());
    const key = newKey();
    const waits: number[] = [];
    for (let at = 0; at < 6; at++) {
      waits.push(Math.round(waitOf(await tryTo(limiter, key)) / 3_600_000));
    }
    expect(waits).toEqual([0, 0, 1, 1, 2, 2]);
  });

  it('wait where the turn is near', async () => {
    const limiter = limiterOn(await open());
    const key = newKey();
    const second = { points: 1, seconds: 1 };
    expect(await tryTo(limiter, key, second)).toBe('taken');
    const start = performance.now();
    expect(await tryTo(limiter, key, second)).toBe('taken');
    expect(performance.now() - start).toBeGreaterThan(300);
  });

  it('count every key for itself', async () => {
    const limiter = limiterOn(await open());
    const [one, other] = [newKey(), newKey()];
    await tryTo(limiter, one);
    await tryTo(limiter, one);
    expect(await tryTo(limiter, other)).toBe('taken');
  });

  it('hold every rate of an allowance, and give back what was taken for a message that is not sent', async () => {
    const limiter = limiterOn(await open());
    const [wide, narrow] = [newKey(), newKey()];
    const both = [
      { key: wide, rates: [HOUR] },
      { key: narrow, rates: [{ points: 1, seconds: 3_600 }] },
    ];
    await limiter.take(both);
    await expect(limiter.take(both)).rejects.toMatchObject({ code: 'throttled' });
    expect([await tryTo(limiter, wide), await tryTo(limiter, wide)]).toEqual([
      'taken',
      expect.objectContaining({ code: 'throttled' }),
    ]);
  });

  it.runIf(isShared)('are shared by several processes, whatever they do at the same moment', async () => {
    const [one, other] = [limiterOn(await open()), limiterOn(await open())];
    const key = newKey();
    const rate = { points: 5, seconds: 3_600 };
    const results = await Promise.all(Array.from({ length: 20 }, (_, at) => tryTo(at % 2 ? one : other, key, rate)));
    expect(results.filter((result) => result === 'taken')).toHaveLength(5);
  });
});

describe('a store that is away', () => {
  const away = [
    { name: 'postgresql', open: () => openPostgresql('postgresql://nobody@127.0.0.1:1/none') },
    { name: 'redis', open: () => openRedis('redis://127.0.0.1:1') },
    {
      name: 'silent',
      open: async (): Promise<LimiterStore> => ({
        kind: 'postgresql',
        pool: { query: () => new Promise(() => undefined) },
      }),
    },
  ];

  it.each(away)('stops no message, and is spoken of once ($name)', async ({ open }) => {
    const log = quietLog();
    const limiter = createLimiter(await open(), { log });
    const key = newKey();
    expect([await tryTo(limiter, key), await tryTo(limiter, key)]).toEqual(['taken', 'taken']);
    expect(await tryTo(limiter, key)).toMatchObject({ code: 'throttled' });
    expect(log.lines).toEqual([{ level: 'warn', message: 'rate limits are counted by each process alone' }]);
  });
});

it('keeps the counts from those who work in chat', async () => {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query('BEGIN; SET LOCAL ROLE parley_app');
  await expect(client.query('SELECT FROM rate_limits')).rejects.toThrow('permission denied');
  await client.end();
});
