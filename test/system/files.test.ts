// Files people send, on every platform: through its own door, fetched with its own token, on the record they belong to (R27).
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openFeishuStand } from '../support/feishu-stand.ts';
import { type Parley, startParley } from '../support/parley.ts';
import { openTeamsStand } from '../support/teams-stand.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const feishu = await openFeishuStand();
const teams = await openTeamsStand();
const parley: Parley = await startParley({ at: '2026-05-20T10:00:00+08:00', stands: [feishu, teams] });
const li = parley.person('li');
const slack = () => parley.slackAt(parley.url);
const feishuLi = feishu.person('li', parley);
const teamsLi = teams.person('li', parley);

beforeAll(async () => {
  await li.types('新客户 华星电子有限公司');
  await li.types('新商机 华星电子 --名称 传感器项目');
  await parley.settles();
});
beforeEach(async () => {
  await parley.database.pool.query('DELETE FROM files');
});
afterAll(() => parley.close());

/** What hangs where, once everything is answered. */
async function kept(): Promise<string[]> {
  await parley.settles();
  const { rows } = await parley.database.pool.query<{ line: string }>(
    `SELECT concat_ws(' ', coalesce(o.name, c.name), f.name, f.media_type, f.origin) AS line FROM files f
       LEFT JOIN opportunities o ON o.id = f.record_id LEFT JOIN customers c ON c.id = f.record_id ORDER BY f.created_at, f.id`,
  );
  return rows.map(({ line }) => line);
}

it('at Slack goes where its words say, by the bot’s own token; sent twice it is kept once', async () => {
  const file = parley.fake.file('纪要.txt', '客户同意');
  const sent = await slack().dm(li.id, '这是华星的会议纪要', { files: [file] });
  expect(sent.status).toBe(200);
  await li.sees('已存到 华星电子有限公司');
  expect((await sent.again()).status).toBe(200);
  await parley.settles();
  expect(await kept()).toEqual(['华星电子有限公司 纪要.txt text/plain slack']);
  expect(parley.fake.served.tokens).toEqual(['xoxb-a-token']);
});

it('at Slack goes to the record of the card whose thread it is in', async () => {
  await li.says('查看商机 传感器项目');
  const card = await li.sees('进入阶段');
  await parley.settles();
  await slack().dm(li.id, '', { thread: card.ts, files: [parley.fake.file('合同.txt', '合同')] });
  await li.sees('已存到 传感器项目 · 华星电子有限公司');
  expect(await kept()).toEqual(['传感器项目 合同.txt text/plain slack']);
});

it('at Slack is picked in a window', async () => {
  await li.types('存文件 华星电子');
  const { status } = await slack().submit(li.id, {}, { file: [parley.fake.file('选的.png', PNG)] });
  expect(status).toBe(200);
  await li.sees('选的.png');
  expect(await kept()).toEqual(['华星电子有限公司 选的.png image/png slack']);
});

it('at Slack is fetched from nowhere but Slack', async () => {
  const before = parley.fake.served.tokens.length;
  const file = { ...parley.fake.file('a.txt', 'a'), url_private_download: 'https://files.example.com/a.txt' };
  await slack().dm(li.id, '这是华星的', { files: [file] });
  await li.sees('无法从聊天中取得该文件');
  expect(await kept()).toEqual([]);
  expect(parley.fake.served.tokens.length).toBe(before);
});

it('at Feishu is put where a form before it said, and by a press', async () => {
  await feishuLi.says('存文件 华星电子');
  await feishuLi.sees('请直接在本聊天中发送文件');
  const client = feishu.at(parley.url, () => parley.database.clock.now());
  await client.dmFile(feishuLi.id, { name: '方案.txt', content: '方案' });
  await feishuLi.sees('已存到 华星电子有限公司');
  await client.dmFile(feishuLi.id, { content: PNG, kind: 'image' });
  await feishuLi.sees('存到哪里？');
  await feishuLi.presses('传感器项目 · 华星电子有限公司');
  await parley.settles();
  expect(await kept()).toEqual([
    '华星电子有限公司 方案.txt text/plain feishu',
    '传感器项目 image.png image/png feishu',
  ]);
});

it('at Feishu goes to the record of the card it is a reply to', async () => {
  await feishuLi.says('查看商机 传感器项目');
  const card = await feishuLi.sees('进入阶段');
  await parley.settles();
  const client = feishu.at(parley.url, () => parley.database.clock.now());
  await client.dmFile(feishuLi.id, { name: '需求.txt', content: '需求' }, { root: card.id });
  await feishuLi.sees('已存到 传感器项目 · 华星电子有限公司');
  expect(await kept()).toEqual(['传感器项目 需求.txt text/plain feishu']);
});

it('at Teams goes where its words say: files without our token, pictures with it', async () => {
  const client = teams.at(parley.url, () => parley.database.clock.now());
  const attached = [teams.fake.attach('报价.txt', '报价'), teams.fake.attach('', PNG, { isPicture: true })];
  await client.says(teamsLi.id, '把这些文件存到华星电子', attached);
  await teamsLi.sees('已存到 华星电子有限公司');
  expect(await kept()).toEqual([
    '华星电子有限公司 报价.txt text/plain teams',
    '华星电子有限公司 image.png image/png teams',
  ]);
  expect(teams.fake.served.tokens).toEqual([undefined, teams.fake.login.botToken]);
});

it('at Teams goes to the record of the card that is quoted', async () => {
  await teamsLi.says('查看商机 传感器项目');
  const card = await teamsLi.sees('进入阶段');
  await parley.settles();
  const client = teams.at(parley.url, () => parley.database.clock.now());
  const quote = { contentType: 'messageReference', content: JSON.stringify({ messageId: card.id }) };
  await client.says(teamsLi.id, '', [quote, teams.fake.attach('验收.txt', '验收')]);
  await teamsLi.sees('已存到 传感器项目 · 华星电子有限公司');
  expect(await kept()).toEqual(['传感器项目 验收.txt text/plain teams']);
});

it('is refused kindly where it is too large or of no kind that is kept', async () => {
  await slack().dm(li.id, '', { files: [parley.fake.file('大.txt', 'a'.repeat(1_100_000))] });
  await li.sees('文件超过 1 MB。');
  await slack().dm(li.id, '', { files: [parley.fake.file('tool.exe', 'MZ')] });
  await li.sees('这个文件不在其中');
  expect(await kept()).toEqual([]);
});

it('is opened by the link in the list of files, as an attachment', async () => {
  await slack().dm(li.id, '这是华星的会议纪要', { files: [parley.fake.file('可下载.txt', '内容')] });
  await li.sees('可下载.txt');
  await li.types('文件 华星电子');
  const link = /\/files\/[^|>"\\ ]+/.exec(JSON.stringify(li.card.blocks))?.[0].replaceAll('&amp;', '&');
  const response = await fetch(`${parley.url}${link}`);
  expect([response.status, await response.text()]).toEqual([200, '内容']);
  expect(response.headers.get('content-disposition')).toContain('attachment');
});
