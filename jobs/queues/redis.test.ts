import { Redis } from 'ioredis';
import { afterEach, describe, expect, it } from 'vitest';
import { quietLog } from '../../test/support/log.ts';
import { createTestRedis, type TestRedis } from '../../test/support/redis.ts';
import { openRedisBackend } from './redis.ts';

// Settings of a server that is somebody else's are not for a test to change.
const canStart = !process.env.REDIS_URL && (await createTestRedis().then((probe) => probe?.drop().then(() => true)));

describe.skipIf(!canStart)('a Redis', () => {
  let redis: TestRedis | undefined;
  afterEach(() => redis?.drop());

  async function start(...settings: string[]): Promise<string> {
    redis = await createTestRedis({ settings });
    return redis?.url ?? '';
  }

  const open = async (redisUrl: string, log = quietLog()) => (await openRedisBackend({ redisUrl, log })).close();

  it('that forgets is refused, saying what to set', async () => {
    await expect(open(await start('--appendonly', 'no'))).rejects.toThrow(
      'REDIS_URL: this Redis forgets its jobs when it is restarted. Set appendonly yes.',
    );
  });

  it('that drops what it is given is refused, saying what to set', async () => {
    const url = await start('--appendonly', 'yes', '--maxmemory-policy', 'allkeys-lru');
    await expect(open(url)).rejects.toThrow('Set maxmemory-policy noeviction (it is allkeys-lru).');
  });

  it('that keeps everything is taken without a word', async () => {
    const log = quietLog();
    await open(await start('--appendonly', 'yes'), log);
    expect(log.lines).toEqual([]);
  });

  it('that does not tell its settings is taken with a warning', async () => {
    const url = new URL(await start('--appendonly', 'no'));
    const admin = new Redis(url.href);
    await admin.call('ACL', 'SETUSER', 'bot', 'on', '>secret', '~*', '&*', '+@all', '-config');
    admin.disconnect();
    url.username = 'bot';
    url.password = 'secret';
    const log = quietLog();
    await open(url.href, log);
    expect(log.lines.map(({ level }) => level)).toEqual(['warn']);
  });

  it('that is away is an error at once', async () => {
    const log = quietLog();
    await expect(open('redis://:secret@127.0.0.1:1', log)).rejects.toThrow(
      /^REDIS_URL: no Redis answers at 127.0.0.1:1.$/,
    );
  });
});
