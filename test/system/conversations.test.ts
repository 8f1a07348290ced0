// Messages forwarded together at Feishu, put on record at a customer word for word (R39).
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openFeishuStand } from '../support/feishu-stand.ts';
import { type Parley, startParley } from '../support/parley.ts';

const feishu = await openFeishuStand([{ id: 'ou_customer', name: '王总' }]);
const parley: Parley = await startParley({ at: '2026-05-24T10:00:30+08:00', stands: [feishu] });
const li = feishu.person('li', parley);
const jim = feishu.person('jim', parley);
const client = () => feishu.at(parley.url, () => parley.database.clock.now());

const SPOKEN = [
  { by: 'ou_li', at: new Date('2026-05-24T01:02:00Z'), text: '华星电子的报价发您了' },
  { by: 'ou_customer', at: new Date('2026-05-24T01:20:00Z'), text: '单价35可以，下周签' },
  { by: 'ou_gone', at: new Date('2026-05-24T01:40:00Z'), text: '抄送财务' },
];

beforeAll(async () => {
  await li.says('/crm 新客户 华星电子有限公司');
  await li.sees('华星电子有限公司');
  await parley.settles();
});
afterAll(() => parley.close());

it('forwarded together they are a form for the customer and a summary, and every word with who said it and when', async () => {
  const { status, body } = await client().forward(li.id, SPOKEN);
  expect([status, body]).toEqual([200, {}]);
  const form = await li.sees('3 条消息，李雷、王总');
  expect(form.words).toContain('09:02–09:40');
  await li.submits({ summary: '单价 35 谈妥' });
  await li.sees('已归档');
  const { rows } = await parley.database.pool.query(
    'SELECT c.name, f.note, f.said FROM follow_ups f JOIN customers c ON c.id = f.customer_id',
  );
  expect(rows.map(({ name, note }) => [name, note])).toEqual([['华星电子有限公司', '单价 35 谈妥']]);
  expect(rows[0]?.said.map(({ author, at, text }: Record<string, unknown>) => [author, at, text])).toEqual([
    ['李雷', '2026-05-24T01:02:00.000Z', '华星电子的报价发您了'],
    ['王总', '2026-05-24T01:20:00.000Z', '单价35可以，下周签'],
    [null, '2026-05-24T01:40:00.000Z', '抄送财务'],
  ]);
});

it('what the bot may not read is said, and nothing is made up', async () => {
  await client().forward(jim.id, []);
  await jim.sees('I could not read what was forwarded');
  expect(await parley.count('follow_ups', "note <> '单价 35 谈妥'")).toBe(0);
});

it('a single forwarded message is kept in the same way', async () => {
  await client().forward(li.id, [
    { by: 'ou_customer', at: new Date('2026-05-24T01:50:00Z'), text: '合同收到，周五盖章' },
  ]);
  const form = await li.sees('合同收到，周五盖章');
  expect(form.words).toContain('1 条消息');
});

it('forwarded once more with what was said since, only that is added to the same record', async () => {
  const since = { by: 'ou_customer', at: new Date('2026-05-24T01:45:00Z'), text: '合同也发一份' };
  await client().forward(li.id, [...SPOKEN, since]);
  await li.sees('4 条消息');
  await li.submits({ customer: '华星电子' });
  await li.sees('新增 1 条');
  const { rows } = await parley.database.pool.query("SELECT said FROM follow_ups WHERE note = '单价 35 谈妥'");
  expect(rows.map(({ said }) => said.map(({ text }: { text: string }) => text))).toEqual([
    ['华星电子的报价发您了', '单价35可以，下周签', '抄送财务', '合同也发一份'],
  ]);
});

it('in a thread of a group one sentence archives what was said there', async () => {
  feishu.fake.keepThread('om_talk', [
    { by: 'ou_li', at: new Date('2026-05-24T01:50:00Z'), text: '样品周三寄出' },
    { by: 'ou_customer', at: new Date('2026-05-24T01:55:00Z'), text: '收到再回复您' },
  ]);
  await client().mention(li.id, '把这段对话存到华星电子：样品', { thread: 'om_talk' });
  await expect.poll(() => parley.count('follow_ups', "note = '样品'"), { timeout: 20_000 }).toBe(1);
  const { rows } = await parley.database.pool.query("SELECT thread, said FROM follow_ups WHERE note = '样品'");
  expect(rows.map(({ thread, said }) => [thread, said.length])).toEqual([['feishu omt_om_talk', 2]]);
});
