// The database goes away and comes back: kind words now, nothing lost, nothing twice, no restart.
import type { PoolClient } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CutOff, openCutOff } from '../support/cut-off.ts';
import { type Parley, startParley } from '../support/parley.ts';
import { until } from '../support/until.ts';

const KIND = '⛔ 暂时连不上系统，已有记录不会丢失，请稍后再试。';

let parley: Parley;
let way: CutOff;

beforeAll(async () => {
  const findWay = async (databaseUrl: string) => {
    way = await openCutOff(databaseUrl);
    return way.url;
  };
  parley = await startParley({ findWay });
});
afterAll(async () => {
  await parley.close();
  await way.cut();
});

const readiness = async () => {
  const response = await fetch(`${parley.url}/readyz`);
  return { status: response.status, body: await response.json() };
};

const isReady = () =>
  until(
    async () => ((await readiness()).status === 200 ? true : undefined),
    () => 'readiness',
  );

describe('while the database is away', () => {
  it('people are told kindly, readiness says so, events are left with Slack, and all comes right by itself', async () => {
    const li = parley.person('li');
    const before = await parley.census();
    await way.cut();

    expect(await readiness()).toEqual({ status: 503, body: { ready: false, missing: ['database'] } });
    expect(await li.types('新任务 断网时的命令')).toMatchObject({ status: 200, body: { text: KIND } });
    const message = await li.says('提醒我明天给陈总打电话');
    expect(message.status).toBe(503);
    expect(await parley.census()).toEqual(before);

    await way.mend();
    await isReady();
    expect((await message.again()).status).toBe(200);
    await li.sees('给陈总打电话');
    await li.types('新任务 恢复后的命令');
    expect(li.card.words).toContain('任务已添加');
    expect(await parley.count('tasks')).toBe(2);
  });

  it('a window stays open beneath the news with everything typed in it', async () => {
    const li = parley.person('li');
    await li.types('新线索');
    await way.cut();
    const { body } = await li.submits({ contact: '孙工', company: '远景科技' });
    expect(body).toMatchObject({ response_action: 'push' });
    expect(parley.fake.openViews(li.id)).toHaveLength(2);
    await way.mend();
    await isReady();

    parley.fake.setViews(li.id, parley.fake.openViews(li.id).slice(0, 1));
    await li.submits({ contact: '孙工', company: '远景科技' });
    await li.sees('线索已添加：孙工');
    expect(await parley.count('leads')).toBe(1);
  });
});

describe('when the database goes away in the middle of a command', () => {
  /** Nobody can write a lead until it is let go. */
  async function holdLeads(): Promise<PoolClient> {
    const client = await parley.database.pool.connect();
    await client.query('BEGIN');
    await client.query('LOCK TABLE leads IN ACCESS EXCLUSIVE MODE');
    return client;
  }
  const letGo = async (client: PoolClient) => {
    await client.query('ROLLBACK');
    client.release();
  };

  it('a command that only takes long is answered once, later', async () => {
    const jim = parley.person('jim');
    const held = await holdLeads();
    const { body } = await jim.types('lead add "Slow Sam"');
    expect(body?.text).toBe('正在处理… · Working on it…');
    await letGo(held);
    await jim.sees('Lead added: Slow Sam');
    await parley.settles();
    expect(jim.cards.filter(({ words }) => words.includes('Slow Sam'))).toHaveLength(1);
    expect(await parley.count('leads', "contact_name = 'Slow Sam'")).toBe(1);
  });

  it('what was accepted is done once and answered all the same, without being sent again', async () => {
    const jim = parley.person('jim');
    const held = await holdLeads();
    expect((await jim.types('lead add "Broken Command"')).status).toBe(200);
    expect((await jim.says('/crm lead add "Broken Message"')).status).toBe(200);
    await way.cut();
    await letGo(held);
    await way.mend();
    await isReady();
    // What a process left undone is taken up when its lease is over.
    await parley.database.pool.query('UPDATE clock SET offset_ms = offset_ms + 25000');
    for (const name of ['Broken Command', 'Broken Message']) {
      await jim.sees(`Lead added: ${name}`);
      await parley.settles();
      expect(jim.cards.filter(({ words }) => words.includes(name))).toHaveLength(1);
      expect(await parley.count('leads', `contact_name = '${name}'`)).toBe(1);
    }
  });
});
