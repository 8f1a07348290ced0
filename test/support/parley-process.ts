// Parley as a process of its own, to be killed without warning.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { FakeSlack } from '../fakes/slack.ts';
import { toRunOn } from './built.ts';
import { ENCRYPTION_KEY, SIGNING_SECRET } from './parley.ts';

const STANDBY = fileURLToPath(new URL('standby.mjs', import.meta.url));

export type ParleyProcess = {
  /** Starts it; resolves to where it is. */
  start(): Promise<string>;
  /** As kill -9 does: it notices nothing. */
  kill(): Promise<void>;
};

/** A process that has loaded its code and waits to be started. */
export function spawnParley({ databaseUrl, fake }: { databaseUrl: string; fake: FakeSlack }): ParleyProcess {
  const child = spawn(process.execPath, toRunOn(STANDBY), {
    stdio: ['pipe', 'ignore', 'pipe'],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PORT: '0',
      DATABASE_URL: databaseUrl,
      ENCRYPTION_KEY: ENCRYPTION_KEY.toString('hex'),
      LOG_LEVEL: 'silent',
      SLACK_SIGNING_SECRET: SIGNING_SECRET,
      SLACK_BOT_TOKEN: 'xoxb-a-token',
      SLACK_API_URL: fake.apiUrl,
    },
  });
  const onExit = () => child.kill('SIGKILL');
  process.once('exit', onExit);
  const kill = async () => {
    process.off('exit', onExit);
    const gone = once(child, 'exit');
    if (child.exitCode === null && child.signalCode === null && child.kill('SIGKILL')) await gone;
  };
  return {
    async start() {
      child.stdin?.write('start\n');
      const url = await findUrl(child);
      if (url === undefined) throw new Error('Parley ended before it said where it is');
      return url;
    },
    kill,
  };
}

/** Where it says it is; undefined when it ends without a word of that. */
function findUrl({ stderr }: ChildProcess): Promise<string | undefined> {
  return new Promise((resolve) => {
    let said = '';
    stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? [];
      if (url) resolve(url);
    });
    stderr?.on('end', () => {
      resolve(undefined);
    });
  });
}
