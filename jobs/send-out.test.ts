import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addCustomer } from '../core/customers/add-customer.ts';
import { setContact } from '../core/customers/set-contact.ts';
import { asSystem } from '../core/db/system.ts';
import { beginDelivery } from '../core/deliveries/begin-delivery.ts';
import { claimDeliveries } from '../core/deliveries/claim-deliveries.ts';
import { planAcknowledgements } from '../core/gateways/acknowledge.ts';
import { forgetAnswers } from '../core/gateways/settle-send.ts';
import { claimEvents } from '../core/outbox/claim-events.ts';
import { closeTicket } from '../core/tickets/change-ticket.ts';
import { openTicket } from '../core/tickets/open-ticket.ts';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany, type PersonKey } from '../test/support/company.ts';
import { GatewayServer } from '../test/support/gateway-server.ts';
import { deskOf, runDue, standings } from '../test/support/jobs.ts';
import { Messenger } from '../test/support/messenger.ts';
import type { Desk } from './desk.ts';
import { react } from './react.ts';

let company: Company;
let slack: Messenger;
let desk: Desk;
let talk: ReturnType<typeof openChat>;
let admin: Chat;
let gateway: GatewayServer;
let customerId: string;
let secret: string;

beforeEach(async () => {
  company = await openCompany();
  await moveClock(company.database, '2026-05-20T10:00:30+08:00');
  slack = new Messenger();
  desk = deskOf(company, slack);
  talk = openChat(company);
  admin = talk.as('admin');
  gateway = await new GatewayServer().open();
  customerId = (await company.as('li', (core) => addCustomer(core, { name: '华星电子' }))).id;
  await company.as('li', (core) => setContact(core, { customerId, person: '王建国', phone: '+8613800138000' }));
  await company.database.pool.query(
    `INSERT INTO customer_tiers (id, tier) VALUES ($1, 'A') ON CONFLICT (id) DO UPDATE SET tier = 'A'`,
    [customerId],
  );
  const made = await admin.types(`新增网关 短信 ${gateway.url}`);
  secret = /密钥: (pks_[\w-]{43})/.exec(made.text)?.[1] ?? 'none';
});
afterEach(async () => {
  await talk.close();
  await gateway.close();
  await company.close();
});

const complain = (title = '到货慢') =>
  company.as('liu', (core) => openTicket(core, { customerId, title, kind: 'complaint' }));
const sends = async () =>
  (
    await company.database.pool.query(
      'SELECT kind, state, attempts, status, problem, answer FROM gateway_sends ORDER BY happened_at, id',
    )
  ).rows;
const titles = (key: PersonKey) => slack.cardsOf(key).map(({ title }) => title);
const later = (minutes: number) =>
  moveClock(company.database, new Date(desk.database.clock.now().getTime() + minutes * 60_000));

describe('a ticket of a customer who matters (R19)', () => {
  it('is acknowledged to him through the gateway: signed, under its own key, in his language', async () => {
    const { id } = await complain();
    await runDue(desk);
    const [came] = gateway.came;
    expect(JSON.parse(came?.body ?? '')).toEqual({
      id: came?.headers['idempotency-key'],
      kind: 'ticket.acknowledged',
      at: expect.stringMatching(/^2026-05-20T02:00:\d\d\.\d{3}(?:Z|\+00:00)$/),
      language: 'zh',
      text: '王建国，您好！您反映的情况我们已收到，正在安排专人处理，感谢您的反馈。',
      customer: { id: customerId, name: '华星电子' },
      contact: { name: '王建国', phone: '+8613800138000', email: null },
      ticket: { id, title: '到货慢', kind: 'complaint' },
    });
    const {
      'parley-timestamp': timestamp,
      'idempotency-key': key,
      'parley-signature': signature,
    } = came?.headers ?? {};
    const expected = createHmac('sha256', secret).update(`${timestamp}.${key}.${came?.body}`).digest('hex');
    expect(signature).toBe(`v1=${expected}`);
    expect(came?.path).toBe('/parley');
    expect(await sends()).toEqual([
      { kind: 'ticket.acknowledged', state: 'sent', attempts: 1, status: 200, problem: null, answer: null },
    ]);
    expect((await talk.as('li').types('查看工单 华星电子')).text).toMatch(/客户回执: 10:0[01] 已发送/);
  });

  it('is acknowledged to whoever of him filed it, where he can be written to', async () => {
    await company.as('li', (core) => setContact(core, { customerId, person: '李明', phone: '+8613900139000' }));
    await company.as('li', (core) => setContact(core, { customerId, person: '赵强', title: '班长' }));
    for (const contact of ['李明', '赵强']) {
      await company.as('liu', (core) => openTicket(core, { customerId, title: '漏水', kind: 'fault', contact }));
      await runDue(desk);
    }
    expect(gateway.came.map(({ body }) => JSON.parse(body).contact.name)).toEqual(['李明', '王建国']);
  });

  it('is acknowledged once, however often it is planned and by however many at once', async () => {
    const { id } = await complain();
    await Promise.all([
      runDue(desk),
      runDue(deskOf(company, new Messenger())),
      runDue(deskOf(company, new Messenger())),
    ]);
    await runDue(desk);
    const again = await asSystem(company.database, 'relay', (transaction) => planAcknowledgements(transaction, id));
    expect([again, gateway.came.length]).toEqual([[], 1]);
  });

  it('is told again under its key where tries were broken off, by whoever takes them over', async () => {
    await complain();
    const claim = () => asSystem(company.database, 'relay', (transaction) => claimDeliveries(transaction));
    for (const { id } of await asSystem(company.database, 'relay', (transaction) => claimEvents(transaction))) {
      await react(desk, id);
    }
    for (const _ of [1, 2, 3]) {
      for (const { id } of await claim()) {
        await asSystem(company.database, 'relay', (transaction) => beginDelivery(transaction, { id }));
      }
      await later(2);
    }
    await runDue(desk);
    expect([gateway.came.length, await sends()]).toMatchObject([1, [{ state: 'sent', attempts: 1 }]]);
  });

  it('shows that it was acknowledged to nobody who does not see it', async () => {
    const { id } = await complain();
    await runDue(desk);
    const asked = { text: 'SELECT state FROM parley_acknowledged($1)', values: [id] };
    expect(await company.as('li', (core) => core.sql(asked))).toEqual([{ state: 'sent' }]);
    expect(await company.as('jim', (core) => core.sql(asked))).toEqual([]);
  });

  it('is planned once by twenty who plan it at the same time', async () => {
    const { id } = await complain();
    const planned = await Promise.all(
      Array.from({ length: 20 }, () =>
        asSystem(company.database, 'relay', (transaction) => planAcknowledgements(transaction, id)),
      ),
    );
    expect(planned.flat()).toHaveLength(1);
  });

  it('is not acknowledged where his tier is none the company cares for, or the gateway is off', async () => {
    await company.database.pool.query(`UPDATE customer_tiers SET tier = 'C' WHERE id = $1`, [customerId]);
    await complain();
    await runDue(desk);
    await company.database.pool.query(`UPDATE customer_tiers SET tier = 'A' WHERE id = $1`, [customerId]);
    await admin.types('修改网关 短信 --状态 停用');
    await complain();
    await runDue(desk);
    expect([gateway.came, await sends()]).toEqual([[], []]);
  });

  it('that is taken back before its turn is not acknowledged any more', async () => {
    const opened = await talk.as('liu').types('新工单 华星电子 发错货 --类型 投诉');
    gateway.answers.push({ status: 503 });
    await runDue(desk);
    await opened.press('撤销');
    await later(5);
    await runDue(desk);
    expect(gateway.came).toHaveLength(1);
    expect(await sends()).toMatchObject([{ state: 'dropped', problem: 'taken_back' }]);
  });
});

describe('a gateway that fails (R19)', () => {
  it('is told again of one by its own button, and of many together; whoever asked reads what is left', async () => {
    gateway.answers.push({ status: 400 }, { status: 400 }, { status: 400 });
    for (const title of ['到货慢', '发错货', '少发货']) {
      await complain(title);
      await runDue(desk);
      await later(1);
    }
    const failed = await admin.types('查看网关 短信');
    expect((await failed.press('重新发送')).text).toContain('短信：正在重发 1 条回执');
    await runDue(desk);
    gateway.answers.push({ status: 400 });
    await (await admin.types('查看网关 短信')).press('全部重发');
    await runDue(desk);
    expect(titles('admin').slice(1)).toEqual(['短信：华星电子 · 少发货已送达', '短信：1 条已送达，1 条未送达']);
  });

  it('is told nothing of a ticket that was closed meanwhile, nor again of one that is a month old', async () => {
    gateway.answers.push({ status: 400 }, { status: 400 });
    const { id } = await complain();
    await complain('发错货');
    await runDue(desk);
    await company.as('liu', (core) => closeTicket(core, { ticketId: id }));
    await admin.types('重发回执 短信');
    await runDue(desk);
    expect((await sends()).map(({ state, problem }) => [state, problem]).sort()).toEqual([
      ['dropped', 'closed'],
      ['sent', null],
    ]);
    await company.database.pool.query("UPDATE gateway_sends SET state = 'failed'");
    await later(31 * 24 * 60);
    expect((await admin.types('重发回执 短信')).text).toBe('短信没有待重发的回执。');
  });

  it('is tried again under the same key, after as long as it asks for, and the card says that it is on its way', async () => {
    gateway.answers.push({ status: 503, headers: { 'retry-after': '600' }, body: 'maintenance' }, 'hang up');
    await complain();
    await runDue(desk);
    expect((await talk.as('li').types('查看工单 华星电子')).text).toContain('客户回执: 发送中');
    await later(5);
    await runDue(desk);
    expect(gateway.came).toHaveLength(1);
    await later(6);
    await runDue(desk);
    await later(6);
    await runDue(desk);
    expect(new Set(gateway.came.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
    expect(await sends()).toEqual([
      { kind: 'ticket.acknowledged', state: 'sent', attempts: 3, status: 200, problem: null, answer: null },
    ]);
    expect(titles('admin')).toEqual([]);
  });

  it('is given up at once where it refuses: admins hear of it once, and send it again by one press', async () => {
    gateway.answers.push(
      { status: 422, body: '号码无效\0' },
      { status: 302, headers: { location: 'https://else.example' } },
    );
    await complain();
    await runDue(desk);
    await complain('发错货');
    await runDue(desk);
    expect(gateway.came).toHaveLength(2);
    expect(await sends()).toMatchObject([
      { state: 'failed', attempts: 1, status: 422, problem: 'refused', answer: '号码无效' },
      { state: 'failed', attempts: 1, status: 302, problem: 'redirected' },
    ]);
    expect(titles('admin')).toEqual(['短信：有客户未收到回执']);
    expect((await talk.as('li').types('查看工单 到货慢')).text).toMatch(/客户回执: 10:0[01] 发送失败/);
    const shown = await admin.types('查看网关 短信');
    expect(shown.text).toContain('华星电子 · 到货慢 | 网关拒绝 422');
    expect((await shown.press('全部重发')).text).toContain('短信：正在重发 2 条回执');
    await runDue(desk);
    expect(new Set(gateway.came.map(({ headers }) => headers['idempotency-key'])).size).toBe(2);
    expect(await sends()).toMatchObject([{ state: 'sent' }, { state: 'sent' }]);
    expect(titles('admin').slice(1)).toEqual(['短信：2 条已送达']);
    expect((await admin.types('重发回执 短信')).text).toBe('短信没有待重发的回执。');
  });

  it('is tried as often as its admin says, and no longer than a day', async () => {
    await admin.types('修改网关 短信 --最多尝试 2');
    gateway.answers.push({ status: 500 }, { status: 500 });
    await complain();
    await runDue(desk);
    await later(5);
    await runDue(desk);
    expect(await sends()).toMatchObject([{ state: 'failed', attempts: 2, problem: 'busy' }]);
    await admin.types('修改网关 短信 --最多尝试 20');
    await company.database.pool.query('DELETE FROM gateway_sends');
    gateway.answers.push({ status: 429 }, { status: 429 });
    await complain();
    await runDue(desk);
    await later(25 * 60);
    await runDue(desk);
    expect(await sends()).toMatchObject([{ state: 'failed', attempts: 2, status: 429 }]);
  });

  it('leaves nothing of what it answered once its days are over', async () => {
    gateway.answers.push({ status: 400, body: 'who is 13800138000?' });
    await complain();
    await runDue(desk);
    const forget = () =>
      asSystem(company.database, 'schedule', (transaction) => forgetAnswers(transaction, { limit: 10 }));
    expect(await forget()).toBe(0);
    await later(7 * 24 * 60 + 1);
    expect(await forget()).toBe(1);
    expect(await sends()).toMatchObject([{ answer: null }]);
  });

  it('leaves no delivery an admin would look for elsewhere', async () => {
    gateway.answers.push({ status: 400 });
    await complain();
    await runDue(desk);
    const ours = (await standings(company)).filter(({ notice }) => notice === 'gateway');
    expect(ours).toEqual([{ notice: 'gateway', state: 'skipped', reason: 'gateway: refused 400' }]);
  });
});

describe('a test of a gateway', () => {
  it('sends a sample at once and tells whoever asked what was answered', async () => {
    gateway.answers.push({ status: 200, body: 'queued as 17' });
    expect((await admin.types('测试网关 短信')).text).toContain('正在向短信发送测试');
    await runDue(desk);
    expect(JSON.parse(gateway.came[0]?.body ?? '')).toMatchObject({ kind: 'test', contact: { name: 'Test Person' } });
    expect(slack.cardsOf('admin')).toMatchObject([
      {
        title: '短信：测试已送达',
        body: [
          {
            type: 'facts',
            facts: [
              { label: '状态码', value: '200' },
              { label: '返回内容', value: 'queued as 17' },
            ],
          },
          {},
        ],
      },
    ]);
  });

  it('that fails says so after one try', async () => {
    gateway.answers.push({ status: 500 });
    await admin.types('测试网关 短信');
    await runDue(desk);
    await later(60);
    await runDue(desk);
    expect(gateway.came).toHaveLength(1);
    expect(titles('admin')).toEqual(['短信：测试未送达']);
  });

  it('is not left on its way where there is nothing to sign it with', async () => {
    const unsigned = { ...desk, org: { ...desk.org, hooks: undefined } };
    await admin.types('测试网关 短信');
    await runDue(unsigned);
    expect(gateway.came).toHaveLength(0);
    expect((await admin.types('查看网关 短信')).text).toContain('缺少签名密钥（ENCRYPTION_KEY）');
  });
});
