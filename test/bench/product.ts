import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { z } from 'zod';
import { startEmbedded } from '../../prisma/embedded/index.ts';
import { migrate } from '../../prisma/migrate.ts';
import { fillCompany, type Writer } from './company.ts';
import { SETTINGS } from './feishu-requests.ts';
import { findServer } from './postmaster.ts';
import { type Started, start } from './process.ts';
import { SIGNING_SECRET } from './requests.ts';
import { jwks, SETTINGS as TEAMS } from './teams-requests.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Below node_modules, so that what is built finds its packages and nobody's own dist/ is touched. */
const BUILD = path.join(ROOT, 'node_modules/.cache/parley-bench');

export type Product = {
  port: number;
  pid: number;
  pool: pg.Pool;
  writers: Writer[];
  /** The server's pid where it is ours, for its share of the CPU. */
  postmaster: number | undefined;
  stop(): Promise<void>;
};

/** What is measured is what people run: the built program, not its sources through a loader. */
export function build(): string {
  mkdirSync(BUILD, { recursive: true });
  writeFileSync(path.join(BUILD, 'package.json'), '{ "type": "module" }\n');
  const tsc = path.join(ROOT, 'node_modules/.bin/tsc');
  const out = path.join(BUILD, 'dist');
  const args = ['-p', 'tsconfig.build.json', '--outDir', out, '--tsBuildInfoFile', path.join(BUILD, 'build.info')];
  const { status, stdout } = spawnSync(tsc, args, { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) {
    console.warn(stdout);
  }
  cpSync(path.join(ROOT, 'prisma/migrations'), path.join(out, 'prisma/migrations'), { recursive: true });
  return path.join(out, 'jobs/main.js');
}

/** The whole product, its workers running, on a database of its own that is filled and then thrown away; with every platform on, or Slack alone. */
export async function startProduct(program: string, on: 'all' | 'slack' = 'all'): Promise<Product> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'parley-bench-'));
  const given = process.env.DATABASE_URL;
  const embedded = given ? undefined : await startEmbedded({ dataDir });
  const serverUrl = given ?? embedded?.url ?? '';
  const name = `parley_bench_${randomBytes(4).toString('hex')}`;
  const admin = new pg.Client({ connectionString: serverUrl });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const pool = new pg.Pool({ connectionString: url.href, max: 2 });
  await migrate(pool);
  const writers = await fillCompany(pool);
  const platforms = await startPlatforms();
  const platformsUrl = `http://127.0.0.1:${portOf(platforms)}`;
  const { port, started } = await launch(program, {
    DATABASE_URL: url.href,
    DATA_DIR: dataDir,
    SLACK_API_URL: `${platformsUrl}/api/`,
    ...(on === 'all'
      ? {
          ...SETTINGS,
          FEISHU_DOMAIN: platformsUrl,
          ...TEAMS,
          TEAMS_OPENID_METADATA_URL: `${platformsUrl}/openid`,
          TEAMS_LOGIN_URL: platformsUrl,
        }
      : {}),
  });

  return {
    port,
    pid: started.pid,
    pool,
    writers,
    postmaster: embedded ? await findServer(embedded.location) : undefined,
    async stop() {
      await started.stop();
      await pool.end();
      platforms.close();
      platforms.closeAllConnections();
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.end();
      await embedded?.stop();
      rmSync(dataDir, { recursive: true, force: true });
      if (embedded) {
        rmSync(embedded.location, { recursive: true, force: true });
      }
    },
  };
}

async function launch(program: string, env: NodeJS.ProcessEnv): Promise<{ port: number; started: Started }> {
  const started = start(program, {
    on: 'server',
    flags: process.env.BENCH_FLAGS?.split(' ') ?? startFlags(),
    env: {
      ...env,
      NODE_ENV: 'production',
      PORT: '0',
      HOST: '127.0.0.1',
      REDIS_URL: process.env.REDIS_URL,
      SLACK_SIGNING_SECRET: SIGNING_SECRET,
      SLACK_BOT_TOKEN: 'xoxb-bench',
      ORG_LOCALE: 'en',
    },
  });
  const { stdout, stderr } = started.child;
  if (!stdout || !stderr) {
    throw new Error('the product cannot be heard');
  }
  // Both are read to the end of its life: a full pipe would stop it.
  createInterface({ input: stdout }).on('line', (line) => {
    if (/"level":[456]0/.test(line)) {
      console.warn(line.slice(0, 400));
    }
  });
  const said: string[] = [];
  const port = await new Promise<number>((resolve, reject) => {
    createInterface({ input: stderr }).on('line', (line) => {
      said.push(line);
      const [, found] = /Parley .*http:\/\/127\.0\.0\.1:(\d+)/.exec(line) ?? [];
      if (found) {
        resolve(Number(found));
      }
    });
    started.child.once('exit', () => reject(new Error(`the product ended:\n${said.join('\n')}`)));
  });
  return { port, started };
}

/** Node's own flags in `npm start`: what is measured runs as people run it. */
function startFlags(): string[] {
  const { scripts } = startScript.parse(JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')));
  return scripts.start.split(' ').filter((word) => word.startsWith('--'));
}

const startScript = z.object({ scripts: z.object({ start: z.string() }) });

/** The platforms' own side as far as this benchmark needs it: the bot may ask who it is. */
async function startPlatforms(): Promise<Server> {
  const slack = { ok: true, user_id: 'U0BENCH', bot_id: 'B0BENCH', team_id: 'T0BENCH' };
  const feishu = { code: 0, tenant_access_token: 't-bench', expire: 7_200, bot: { open_id: 'ou_bench' } };
  const server = createServer((request, response) => {
    const teams = { jwks_uri: `http://${request.headers.host}/keys`, ...jwks };
    const body = JSON.stringify({ ...slack, ...feishu, ...teams });
    request.resume();
    response.writeHead(200, { 'content-type': 'application/json' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}
