// What a stage asks for, dropped beneath the card that asks: meets it, on every platform, through its own door (R27).
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openFeishuStand } from '../support/feishu-stand.ts';
import { type Parley, startParley } from '../support/parley.ts';
import { openTeamsStand } from '../support/teams-stand.ts';

const feishu = await openFeishuStand();
const teams = await openTeamsStand();
const parley: Parley = await startParley({ at: '2026-05-20T10:00:00+08:00', stands: [feishu, teams] });
const li = parley.person('li');
const feishuLi = feishu.person('li', parley);
const teamsLi = teams.person('li', parley);
const now = () => parley.database.clock.now();

beforeAll(async () => {
  await li.types('新客户 华星电子有限公司');
  await parley.settles();
});
afterAll(() => parley.close());

/** What a person of any platform does here. */
type Rep = { says(text: string): Promise<unknown>; sees(text: string): Promise<unknown> };

/** A deal of its own that may not go on yet. */
async function isBlocked(rep: Rep, deal: string): Promise<void> {
  await li.types(`新商机 华星电子 --名称 ${deal} --金额 10万`);
  await parley.settles();
  await li.types(`推进 ${deal} --阶段 需求确认`);
  await parley.settles();
  await rep.says(`推进 ${deal} --阶段 方案报价`);
}

/** Its evidence hangs on it, and the same move is made. */
async function movesOn(rep: Rep, deal: string, file: string): Promise<void> {
  await rep.sees(`已存到 ${deal} · 华星电子有限公司`);
  const kept = await parley.database.pool.query<{ name: string }>(
    'SELECT f.name FROM files f JOIN opportunities o ON o.id = f.record_id WHERE o.name = $1',
    [deal],
  );
  expect(kept.rows).toEqual([{ name: file }]);
  await rep.says(`推进 ${deal} --阶段 方案报价`);
  await parley.settles();
  const { rows } = await parley.database.pool.query('SELECT stage_key FROM opportunities WHERE name = $1', [deal]);
  expect(rows).toEqual([{ stage_key: 'proposal' }]);
}

it('R27: a file in the thread of the card that blocks a deal is its evidence at Slack', async () => {
  await isBlocked(li, '样机');
  const card = await li.sees('本阶段的会议纪要或文件');
  await parley.settles();
  const file = parley.fake.file('样机纪要.txt', '纪要');
  await parley.slackAt(parley.url).dm(li.id, '', { thread: card.ts, files: [file] });
  await movesOn(li, '样机', '样机纪要.txt');
});

it('R27: a file in reply to the card that blocks a deal is its evidence at Feishu', async () => {
  await isBlocked(feishuLi, '小批');
  const card = await feishuLi.sees('本阶段的会议纪要或文件');
  await parley.settles();
  await feishu.at(parley.url, now).dmFile(feishuLi.id, { name: '小批纪要.txt', content: '纪要' }, { root: card.id });
  await movesOn(feishuLi, '小批', '小批纪要.txt');
});

it('R27: a file quoting the card that blocks a deal is its evidence at Teams', async () => {
  await isBlocked(teamsLi, '量产');
  const card = await teamsLi.sees('本阶段的会议纪要或文件');
  await parley.settles();
  const quote = { contentType: 'messageReference', content: JSON.stringify({ messageId: card.id }) };
  const file = teams.fake.attach('量产纪要.txt', '纪要');
  await teams.at(parley.url, now).says(teamsLi.id, '', [quote, file]);
  await movesOn(teamsLi, '量产', '量产纪要.txt');
});
