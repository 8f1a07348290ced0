// Messages forwarded to the bot at Slack, put on record at a customer word for word (R39).
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Parley, startParley } from '../support/parley.ts';
import type { SlackUser } from '../support/slack-people.ts';

let parley: Parley;
let li: SlackUser;

beforeAll(async () => {
  parley = await startParley();
  li = parley.person('li');
  await li.types('新客户 华星电子有限公司');
  await parley.settles();
});
afterAll(() => parley.close());

const said = (ts: string, author: string, text: string) => ({
  is_share: true,
  is_msg_unfurl: true,
  ts,
  author_name: author,
  author_id: 'W777',
  channel_id: 'C9',
  text,
  from_url: `https://hualan.slack.com/archives/C9/p${ts.replace('.', '')}`,
});
const WANG = said('1779585600.000100', '王总', '华星电子：单价35可以，下周签');
const SUN = said('1779585700.000100', '孙科长', '合同也发一份');

const slack = () => parley.slackAt(parley.url);

const kept = async () =>
  (await parley.database.pool.query('SELECT note, kind, said FROM follow_ups ORDER BY created_at')).rows;

it('R39: one message is a follow-up to confirm, with who said it and the customer it names', async () => {
  await slack().dm(li.id, '', { attachments: [WANG] });
  const form = await li.sees('下一步');
  expect(JSON.stringify(form.blocks)).toContain('王总: 华星电子：单价35可以，下周签');
  expect(await kept()).toEqual([]);
});

it('R39: several, with the customer named beside them, are archived at once', async () => {
  await slack().dm(li.id, '把这段对话存到华星电子', { attachments: [WANG, SUN] });
  await li.sees('已归档');
  const [first] = await kept();
  expect(first?.said.map(({ author, text }: Record<string, unknown>) => [author, text])).toEqual([
    ['王总', '华星电子：单价35可以，下周签'],
    ['孙科长', '合同也发一份'],
  ]);
});

it('R39: beside words that ask for nothing, what was forwarded is not lost: where it belongs is asked', async () => {
  await slack().dm(li.id, '客户刚刚的意思', { attachments: [said('1779585900.000100', '孙科长', '样品周三寄')] });
  const form = await li.sees('1 条消息');
  expect(JSON.stringify(form.blocks)).toContain('样品周三寄');
});

it('R39: beside words that say what to do, what was forwarded is what was said, and both are put on record', async () => {
  await slack().dm(li.id, '跟进华星电子：谈了价格', {
    attachments: [said('1779586000.000100', '王总', '底价34，周五前回复')],
  });
  await li.sees('已记录');
  const { note } = (await kept()).at(-1) ?? {};
  expect(note).toContain('谈了价格');
  expect(note).toContain('王总: 底价34，周五前回复');
});

it('R39: a reminder has it in its title', async () => {
  await slack().dm(li.id, '提醒我明天回复', { attachments: [said('1779586100.000100', '孙科长', '样品收到了')] });
  await li.sees('样品收到了');
  const { rows } = await parley.database.pool.query('SELECT title FROM tasks ORDER BY created_at DESC LIMIT 1');
  expect(rows[0]?.title).toContain('孙科长: 样品收到了');
});

it('R39: what stands on record is not written over by it: it is a follow-up beside', async () => {
  await li.types('新任务 寄样品给华星 --客户 华星电子');
  await slack().dm(li.id, '把寄样品给华星的任务推迟到周五', {
    attachments: [said('1779586300.000100', '王总', '华星电子：样品周五再寄吧')],
  });
  await li.sees('已修改：寄样品给华星');
  await parley.settles();
  const { rows } = await parley.database.pool.query("SELECT title FROM tasks WHERE title LIKE '%寄样品%'");
  expect(rows).toEqual([{ title: '寄样品给华星' }]);
  expect((await kept()).at(-1)?.note).toContain('样品周五再寄吧');
});
