import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addCustomer } from '../core/customers/add-customer.ts';
import { addHook, changeHook, rotateHook } from '../core/hooks/change-hook.ts';
import { HookDesk } from '../core/hooks/hook-desk.ts';
import { HookSecrets } from '../core/hooks/hook-secrets.ts';
import { sign } from '../core/hooks/signature.ts';
import { type Company, ORG, openCompany } from '../test/support/company.ts';
import { hookPage } from './hook-page.ts';
import { createLimiter } from './limiter.ts';
import type { RawResponse } from './platform.ts';
import { type RunningServer, startServer } from './server.ts';

let company: Company;
let secret: string;
let server: RunningServer;
const logged: string[] = [];

const log = {
  info: () => undefined,
  warn: (...said: unknown[]) => void logged.push(JSON.stringify(said)),
  error: (...said: unknown[]) => void logged.push(JSON.stringify(said)),
};
const secrets = new HookSecrets(Buffer.alloc(32, 7), { base: () => 'https://parley.example' });

const page = () =>
  hookPage({
    desk: new HookDesk(company.database, ORG),
    secrets,
    limiter: createLimiter({ kind: 'memory' }, { log }),
    clock: company.database.clock,
    log,
  });

beforeAll(async () => {
  company = await openCompany();
  ({ secret } = await company.as('admin', (core) => addHook(core, { name: 'Site', source: 'website' })));
  server = await startServer({ host: '127.0.0.1', port: 0, routes: [page()], log, notReady: async () => [] });
});
afterAll(async () => {
  await server.close();
  await company.close();
});

beforeEach(async () => {
  await rows('DELETE FROM hook_deliveries');
});

type Sent = {
  to?: string;
  key?: string;
  body?: string | object;
  under?: string;
  /** Seconds that the sender's clock is ahead. */
  ahead?: number;
  headers?: Record<string, string | undefined>;
};

async function send(
  { to = 'site', key = randomUUID(), body = {}, under = secret, ahead = 0, headers }: Sent,
  by = page(),
) {
  const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  const timestamp = String(Math.floor(company.database.clock.now().getTime() / 1000) + ahead);
  const response: RawResponse = await by.handle({
    method: 'POST',
    path: `/hooks/${to}`,
    headers: {
      'parley-timestamp': timestamp,
      'idempotency-key': key,
      'parley-signature': sign({ timestamp, key, body: bytes }, under),
      ...headers,
    },
    query: {},
    body: bytes,
  });
  const { status, headers: answered } = response;
  return { status, headers: answered, body: JSON.parse(String(response.body)) };
}

async function rows<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
  return (await company.database.pool.query<Row>(sql, values)).rows;
}

const deliveries = () => rows('SELECT state, event, result, problem FROM hook_deliveries ORDER BY received_at');
const lead = (phone: string) => ({ event: 'lead', name: '王建国', company: `公司${phone}`, tel: phone });

describe('whoever cannot sign', () => {
  it.each<[string, Sent, string]>([
    ['signs with another secret', { under: 'pks_guess' }, 'forged'],
    ['signed another body', { headers: { 'parley-signature': `v1=${'0'.repeat(64)}` } }, 'forged'],
    ['sends it under another key than was signed', { headers: { 'idempotency-key': 'another' } }, 'forged'],
    ['names a source there is none of', { to: 'nothing' }, 'forged'],
    ['names a source that is no name', { to: '..%2fsite' }, 'forged'],
    ['sends no signature', { headers: { 'parley-signature': undefined } }, 'unsigned'],
    ['sends no key', { headers: { 'idempotency-key': undefined } }, 'unsigned'],
    ['sends no time', { headers: { 'parley-timestamp': undefined } }, 'unsigned'],
    ['signed too long ago', { ahead: -301 }, 'stale'],
    ['signed for later', { ahead: 302 }, 'stale'],
    ['signed too long ago with another secret', { under: 'pks_guess', ahead: -301 }, 'forged'],
  ])('%s: refused, and nothing is stored (R18)', async (_, sent, error) => {
    const { status, body } = await send({ body: lead('13900000001'), ...sent });
    expect([status, body]).toEqual([401, { error }]);
    expect(await deliveries()).toEqual([]);
  });

  it('is refused as before once the secret is another, and whoever has the new one is not', async () => {
    await company.as('admin', (core) => addHook(core, { name: 'Rotated' }));
    const before = secrets.secretOf(await source('rotated'));
    const { secret: after } = await company.as('admin', (core) => rotateHook(core, 'rotated'));
    expect(after).not.toBe(before);
    expect((await send({ to: 'rotated', under: before, body: { event: 'test' } })).status).toBe(401);
    expect((await send({ to: 'rotated', under: after, body: { event: 'test' } })).body.result).toBe('tested');
  });

  it('is told so when the source is switched off, and nothing is stored', async () => {
    await company.as('admin', (core) => addHook(core, { name: 'Off' }));
    await company.as('admin', (core) => changeHook(core, { name: 'off', isActive: false }));
    const { status, body } = await send({ to: 'off', under: secrets.secretOf(await source('off')) });
    expect([status, body]).toEqual([403, { error: 'switched_off' }]);
    expect(await deliveries()).toEqual([]);
  });

  it('sends no more than 1 MB', async () => {
    const response = await fetch(`${server.url}/hooks/site`, { method: 'POST', body: 'x'.repeat(1_048_577) });
    expect(response.status).toBe(413);
    expect(await deliveries()).toEqual([]);
  });
});

const source = async (key: string) => {
  const [row] = await rows<{ id: string; salt: string }>('SELECT id, salt FROM hook_sources WHERE key = $1', [key]);
  if (!row) throw new Error(`no source ${key}`);
  return row;
};

describe('a web form', () => {
  it('is a lead of its source, given by the rules; what is unknown is kept (R18, R82)', async () => {
    const form = {
      姓名: '陈晨',
      company: '蓝天物流',
      tel: '139 0000 0002',
      mail: 'C@Sky.example',
      message: '要报价',
      budget: 20,
      tags: ['a'],
    };
    const { status, body } = await send({ body: form });
    expect([status, body.result]).toEqual([200, 'lead']);
    const [kept] = await rows(
      `SELECT l.contact_name, l.company, l.phone, l.email, l.source_key, l.note, u.roles FROM leads l JOIN users u ON u.id = l.owner_id WHERE l.company = '蓝天物流'`,
    );
    expect(kept).toEqual({
      contact_name: '陈晨',
      company: '蓝天物流',
      phone: '+8613900000002',
      email: 'c@sky.example',
      source_key: 'website',
      note: '要报价\nbudget: 20\ntags: ["a"]',
      roles: ['rep'],
    });
    const [change] = await rows(
      `SELECT c.command, c.platform, c.via, c.actor_id FROM changes c JOIN audit_entries e ON e.change_id = c.id WHERE e.entity = 'leads' LIMIT 1`,
    );
    expect(change).toEqual({
      command: 'hook.site',
      platform: 'hook',
      via: 'api',
      actor_id: company.actor('admin').userId,
    });
  });

  it('asks for what it names of the price list, in its own field or in what was written, and once more for more (R5, R18)', async () => {
    await rows(
      `INSERT INTO products (id, name_zh, name_en, price, currency) VALUES (gen_random_uuid(), '巴氏杀菌机', 'Pasteuriser', 100, 'CNY'), (gen_random_uuid(), '均质机', 'Homogeniser', 100, 'CNY')`,
    );
    const form = { 姓名: '陈晨', company: '青松乳业', tel: '139 0000 0022' };
    await send({ body: { ...form, 意向产品: '巴氏杀菌机（小型）', message: '均质机以后再说' } });
    const asked = () =>
      rows(
        `SELECT p.name_zh AS zh FROM leads l JOIN products p ON p.id = ANY (l.product_ids) WHERE l.company = '青松乳业' ORDER BY p.name_en`,
      );
    expect(await asked()).toEqual([{ zh: '巴氏杀菌机' }]);
    await send({ body: { ...form, message: 'and a homogeniser, please' } });
    expect(await asked()).toEqual([{ zh: '均质机' }, { zh: '巴氏杀菌机' }]);
  });

  it('sent five times at once under one key is one lead, answered alike five times', async () => {
    const key = 'five-at-once';
    const answers = await Promise.all(Array.from({ length: 5 }, () => send({ key, body: lead('13900000003') })));
    expect(new Set(answers.map((each) => JSON.stringify(each.body))).size).toBe(1);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(await rows(`SELECT count(*)::int AS leads FROM leads WHERE phone = '+8613900000003'`)).toEqual([
      { leads: 1 },
    ]);
    expect((await send({ key, body: lead('13900000003') })).body).toEqual(answers[0]?.body);
    expect((await send({ key, body: lead('13900000004') })).status).toBe(409);
    expect(await rows('SELECT count(*)::int AS kept, max(attempts) AS attempts FROM hook_deliveries')).toEqual([
      { kept: 1, attempts: 7 },
    ]);
  });

  it('of two at once about one person makes one lead and one enquiry', async () => {
    const answers = await Promise.all([1, 2].map(() => send({ body: lead('13900000005') })));
    expect(answers.map(({ body }) => body.result).sort()).toEqual(['enquiry', 'lead']);
  });

  it('of a customer is an enquiry and a touch, and his owner has it to do (R82)', async () => {
    const { id } = await company.as('li', (core) => addCustomer(core, { name: '远航机械', phone: '+8613900000006' }));
    expect((await send({ body: { ...lead('13900000006'), company: '远航机械', note: '要备件' } })).body.result).toBe(
      'enquiry',
    );
    expect(await rows('SELECT kind, what, source FROM touches WHERE customer_id = $1', [id])).toEqual([
      { kind: 'other', what: '要备件', source: 'site' },
    ]);
    expect(await rows('SELECT title, owner_id FROM tasks WHERE customer_id = $1', [id])).toEqual([
      { title: '回复远航机械 · 王建国（Site）', owner_id: company.actor('li').userId },
    ]);
  });

  it('of a customer is kept whole, also where other words stand in its places (R18)', async () => {
    const phone = '+8613900000008';
    const { id } = await company.as('li', (core) => addCustomer(core, { name: '晨光机械', phone, region: '江苏' }));
    await send({ body: { ...lead('13900000008'), company: '晨光集团', region: '上海', note: '要备件' } });
    const [touch] = await rows<{ detail: object }>('SELECT detail FROM touches WHERE customer_id = $1', [id]);
    expect(touch?.detail).toEqual({ company: '晨光集团', region: '上海', contact: '王建国', phone, note: '要备件' });
  });

  it('of a customer is his owner’s to answer on his own day, wherever the admin is (R82)', async () => {
    await company.as('li', (core) => addCustomer(core, { name: '东岸机械', phone: '+8613900000010' }));
    await rows(`UPDATE users SET time_zone = 'Pacific/Pago_Pago' WHERE 'admin' = ANY (roles)`);
    await rows(`UPDATE users SET time_zone = 'Pacific/Kiritimati' WHERE name = '李雷'`);
    const { status } = await send({ body: { ...lead('13900000010'), company: '东岸机械' } });
    await rows('UPDATE users SET time_zone = NULL');
    expect(status).toBe(200);
    expect(
      await rows(
        `SELECT due_on = (parley_now() AT TIME ZONE 'Pacific/Kiritimati')::date AS is_today FROM tasks WHERE title LIKE '%东岸机械%'`,
      ),
    ).toEqual([{ is_today: true }]);
  });

  it('of a customer nobody looks after is whose the rules say to answer (R4, R82)', async () => {
    const { id } = await company.as('li', (core) => addCustomer(core, { name: '无主机械', phone: '+8613900000009' }));
    await rows('UPDATE customers SET owner_id = NULL WHERE id = $1', [id]);
    await send({ body: { ...lead('13900000009'), company: '无主机械' } });
    expect(
      await rows('SELECT t.title, u.roles FROM tasks t JOIN users u ON u.id = t.owner_id WHERE t.customer_id = $1', [
        id,
      ]),
    ).toEqual([{ title: '回复无主机械 · 王建国（Site）', roles: ['rep'] }]);
  });

  it('with a number that is none is taken all the same, and the number kept', async () => {
    await send({ body: { company: '短号公司', tel: '12' } });
    expect(await rows(`SELECT phone, note FROM leads WHERE company = '短号公司'`)).toEqual([
      { phone: null, note: 'phone: 12' },
    ]);
  });
});

describe('another event', () => {
  it.each(['site_visit', 'email_open', 'download', 'shop_order'])(
    '%s is a touch on the customer (R18)',
    async (event) => {
      const email = `${event}@known.example`;
      await company.as('li', (core) => addCustomer(core, { name: `客户${event}`, email }));
      const at = '2026-01-02T03:04:05.000Z';
      expect((await send({ body: { event, email, what: '/pricing', at, campaign: 'spring' } })).body.result).toBe(
        'touch',
      );
      expect(await rows('SELECT kind, what, occurred_at, detail FROM touches WHERE kind = $1', [event])).toEqual([
        {
          kind: event,
          what: '/pricing',
          occurred_at: new Date(at),
          detail: { campaign: 'spring', email, note: '/pricing' },
        },
      ]);
    },
  );

  it('of nobody on file says so and is listed', async () => {
    expect((await send({ body: { event: 'download', email: 'no@body.example' } })).body.result).toBe('unmatched');
    expect(await deliveries()).toEqual([{ state: 'done', event: 'download', result: 'unmatched', problem: null }]);
  });
});

describe('what cannot be read', () => {
  it.each<[string, string | object, string]>([
    ['no JSON', '{', 'not_json'],
    ['a list', '[]', 'not_json'],
    ['an event there is none of', { event: 'party', email: 'a@b.example' }, 'unknown_event'],
    ['nobody', { event: 'lead', name: 'x' }, 'nobody'],
    ['a time ahead', { email: 'a@b.example', at: '2999-01-01' }, 'bad_time'],
    ['no time', { email: 'a@b.example', at: 'soon' }, 'bad_time'],
    ['a field too long', { email: 'a@b.example', x: 'x'.repeat(2_001) }, 'too_long'],
    ['too many fields', Object.fromEntries(Array.from({ length: 101 }, (_, n) => [`f${n}`, n])), 'too_many_fields'],
  ])('%s is refused with the reason, the same again, and listed', async (_, body, error) => {
    const key = randomUUID();
    const first = await send({ key, body });
    expect([first.status, first.body.error]).toEqual([422, error]);
    expect((await send({ key, body })).body).toEqual(first.body);
    expect(await deliveries()).toMatchObject([{ state: 'failed', problem: error }]);
  });
});

describe('a source', () => {
  it('sends so many a minute; of those beyond nothing is stored, and forgeries do not count', async () => {
    await company.as('admin', (core) => addHook(core, { name: 'Busy' }));
    await company.as('admin', (core) => changeHook(core, { name: 'busy', perMinute: 2 }));
    const under = secrets.secretOf(await source('busy'));
    const by = page();
    const sent = { to: 'busy', under, body: { event: 'test' } };
    await send({ ...sent, under: 'pks_guess' }, by);
    const answers = [await send(sent, by), await send(sent, by), await send(sent, by)];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(Number(answers[2]?.headers?.['retry-after'])).toBeGreaterThan(0);
    expect(await deliveries()).toHaveLength(2);
  });

  it('of a company without an admin is asked to send it again, and then it is done', async () => {
    const sent = { key: 'patient', body: lead('13900000007') };
    await rows(`UPDATE users SET active = false WHERE 'admin' = ANY (roles)`);
    const { status, headers } = await send(sent);
    expect([status, headers?.['retry-after']]).toEqual([503, '30']);
    expect(await deliveries()).toMatchObject([{ state: 'new' }]);
    await rows(`UPDATE users SET active = true WHERE 'admin' = ANY (roles)`);
    expect((await send(sent)).body.result).toBe('lead');
  });

  it('has its own names of fields', async () => {
    await company.as('admin', (core) => changeHook(core, { name: 'site', fields: { firma: 'company' } }));
    await send({ body: { firma: '德国公司' } });
    expect(await rows(`SELECT contact_name FROM leads WHERE company = '德国公司'`)).toEqual([
      { contact_name: '德国公司' },
    ]);
  });

  it('has a secret that stands in no row, no audit entry and no log', async () => {
    const { rows: tables } = await company.database.pool.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`,
    );
    const held: string[] = [];
    for (const { name } of tables) {
      const found = await rows(`SELECT 1 FROM "${name}" t WHERE t::text LIKE '%pks\\_%' LIMIT 1`);
      held.push(...(found.length > 0 ? [name] : []));
    }
    expect(held).toEqual([]);
    expect(await rows(`SELECT 1 FROM audit_entries WHERE entity = 'hook_sources' LIMIT 1`)).toHaveLength(1);
    expect(logged.join('\n')).toContain('an event was not taken in yet');
    expect(logged.join('\n')).not.toContain('pks_');
  });

  it('is reached by what docs/intake.md tells a developer to write', async () => {
    const page = await readFile(new URL('../docs/intake.md', import.meta.url), 'utf8');
    const [, snippet = ''] = /```js\n([\s\S]*?)```/.exec(page) ?? [];
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', snippet], {
      env: { PARLEY_URL: `${server.url}/hooks/site`, PARLEY_SECRET: secret },
    });
    expect(stdout).toMatch(/^200 \{"id":"[0-9a-f-]{36}","result":"lead"\}/);
    expect(await rows(`SELECT contact_name, note FROM leads WHERE company = '星河科技'`)).toEqual([
      { contact_name: '王建国', note: '想看演示\nbudget: 20万' },
    ]);
  });
});
