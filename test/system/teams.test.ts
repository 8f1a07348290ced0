// A sentence at Teams becomes a row, and comes back as a card: over HTTP, with signed tokens, against a fake connector.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { lookAt } from '../support/look.ts';
import { type Parley, startParley } from '../support/parley.ts';
import { openTeamsStand, type TeamsStand, type TeamsUser } from '../support/teams-stand.ts';

let teams: TeamsStand;
let parley: Parley;
let li: TeamsUser;
let jim: TeamsUser;
let wang: TeamsUser;
let chen: TeamsUser;

beforeAll(async () => {
  teams = await openTeamsStand([{ id: 'new', name: '新人', email: 'new@hualan.example' }]);
  // A Sunday, so that no morning message comes in between.
  parley = await startParley({ stands: [teams] });
  const at = (key: string) => teams.person(key, parley);
  [li, jim, wang, chen] = [at('li'), at('jim'), at('wang'), at('chen')];
});
afterAll(() => parley.close());
afterEach(() => expect(parley.errors).toEqual([]));

const isOne = async (table: string, where: string) => expect(await parley.count(table, where)).toBe(1);

describe('on Teams', () => {
  it('a sentence does its work and is answered where it was said', async () => {
    const { status, body } = await li.says('提醒我明天给张总打电话');
    expect([status, body]).toEqual([200, undefined]);
    const card = await li.sees('给张总打电话');
    expect(card.conversation).toBe('a:li');
    await isOne('tasks', "title = '给张总打电话'");
    // Where he can be written to after a restart, too: an address with the service's region and his conversation.
    await isOne('identities', "external_id = 'li' AND platform = 'teams' AND direct_place LIKE '%/connector/ a:li %'");
  });

  it('a command is typed as everywhere', async () => {
    await jim.says('/crm lead add "Mary Major" --company "Example Works"');
    expect((await jim.sees('Lead added: Mary Major')).buttons).toEqual(['Convert', 'Undo']);
    await isOne('leads', "contact_name = 'Mary Major' AND company = 'Example Works'");
  });

  it('a button does its work on the card it stands on, in its own response (R106)', async () => {
    await jim.says('/crm lead add "Ned Nobody"');
    const added = await jim.sees('Lead added: Ned Nobody');
    const { body } = await jim.presses('Undo', { on: added });
    expect(body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' });
    expect(jim.card).toMatchObject({ id: added.id, words: expect.stringContaining('It is as it was before.') });
    expect(await parley.count('leads', "contact_name = 'Ned Nobody'")).toBe(0);
  });

  it('a form asks for what is missing, says what is wrong beside each field, and keeps what was typed', async () => {
    await jim.says('/crm lead add');
    const form = await jim.sees('Add a lead\nContact');
    const values = { contact: 'Ann Able', phone: 'after lunch', email: 'ann' };
    await jim.presses('Add lead', { on: form, values });
    expect(jim.card.words).toContain(
      '⚠️ That is not a phone number I know. Give it with its country code, like +86 138 0013 8000.',
    );
    expect(jim.card.words).toContain('⚠️ That does not look right; please check it.');
    expect(await parley.count('leads', "contact_name = 'Ann Able'")).toBe(0);

    await jim.presses('Add lead', { values: { phone: '+1 202 555 0143', email: 'ann@works.example' } });
    expect(jim.card).toMatchObject({ id: form.id, words: expect.stringContaining('Lead added: Ann Able') });
    await isOne('leads', "contact_name = 'Ann Able' AND phone = '+12025550143'");
  });

  it('a long form opens as a window, and its result stands in the conversation', async () => {
    await jim.says('/crm customer add "Window Works"');
    const added = await jim.sees('Window Works');
    await jim.presses('Log a follow-up', { on: added });
    const opener = await jim.sees('Log a follow-up');
    expect(opener.buttons).toEqual(['Log a follow-up']);
    await jim.presses('Log a follow-up', { on: opener });
    expect(jim.dialog).toMatchObject({ title: 'Log a follow-up', of: 'task' });
    await jim.submits({ note: 'They like the offer' });
    expect(jim.dialog).toBeUndefined();
    await jim.sees('They like the offer');
    await isOne('follow_ups', "note = 'They like the offer'");
  });

  it('a mention in a channel does its work, is answered in private, and leaves a line for the others (R104)', async () => {
    teams.fake.join('19:sales@thread.tacv2', jim.id);
    await li.mentions('提醒我明天给王总打电话');
    const card = await li.sees('给王总打电话');
    expect(card.conversation).toBe('a:li');
    expect((await jim.sees('已私信回复你。')).conversation).toBe('19:sales@thread.tacv2;messageid=1700');
    await isOne('tasks', "title = '给王总打电话'");
  });

  it('what is not for somebody is refused to him alone, naming who could (R85)', async () => {
    await li.mentions('/crm 管理 人员');
    expect(await li.sees('该操作仅限以下角色：管理员。')).toMatchObject({ conversation: 'a:li' });
  });

  it('a name that means two records is answered with both as buttons, and one press finishes the sentence', async () => {
    await li.says('/crm 新客户 华星电子有限公司');
    await li.sees('华星电子有限公司');
    await li.says('/crm 新客户 华星光电有限公司');
    await li.sees('华星光电有限公司');
    await li.says('/crm 新商机 华星 --名称 传感器 --金额 35万');
    const asked = await li.sees('“华星”指的是哪个客户？');
    expect(asked.buttons).toEqual(['华星电子有限公司', '华星光电有限公司']);
    await li.presses('华星光电有限公司', { on: asked });
    expect(li.card).toMatchObject({ id: asked.id, buttons: ['查看', '撤销'] });
    await isOne('opportunities', "amount = 35000000 AND name = '传感器'");
    await li.presses('华星电子有限公司', { on: asked });
    await isOne('opportunities', "name = '传感器'");
  });

  it('a button of an older release says that its card is out of date', async () => {
    await li.says('/crm 新任务 整理样品');
    const card = await li.sees('整理样品');
    const old = JSON.parse(JSON.stringify(card).replaceAll('"v":"a"', '"v":"0"'));
    const { body } = await li.presses('完成', { on: old });
    expect(body).toMatchObject({ value: '⛔ 这张卡片已过期，请重新查询。' });
    await isOne('tasks', "title = '整理样品' AND done_at IS NULL");
  });

  it('whoever adds the app is greeted, once, though Teams tells of it twice', async () => {
    await chen.installs();
    await chen.sees('直接告诉我发生了什么');
    await chen.installs();
    await parley.settles();
    expect(chen.cards).toHaveLength(1);
  });

  it('somebody new is met by his name and linked by his e-mail', async () => {
    await parley.database.pool.query(`UPDATE users SET email = 'new@hualan.example' WHERE name = '刘洋'`);
    await teams.person('new', parley).says('我的一天');
    await teams.person('new', parley).sees('今天没有待办');
    await isOne('identities', "external_id = 'new' AND platform = 'teams'");
  });
});

describe('a discount', () => {
  it('is asked for in a sentence, confirmed on a form, and signed on cards by two people (R42, R48)', async () => {
    await li.says('/crm 新客户 盛大机械有限公司');
    await li.sees('盛大机械有限公司');
    await li.says('/crm 新商机 盛大机械 --金额 100万');
    await li.sees('1,000,000');
    await li.says('盛大机械申请16%的折扣，客户预算有限');
    const form = await li.sees('请核对，点击“提交审批”后才会生效。');
    expect(await parley.count('approval_requests')).toBe(0);

    await li.presses('提交审批', { on: form });
    expect(li.card.words).toContain('已提交：盛大机械有限公司 16% 折扣申请');
    const wangs = await wang.sees('折扣 16%：待审批');
    expect(wangs).toMatchObject({ conversation: 'a:wang', buttons: ['批准', '驳回'] });
    await wang.presses('批准', { on: wangs });
    const chens = await chen.sees('折扣 16%：待审批');
    await chen.presses('批准', { on: chens });
    await parley.settles();
    await isOne('approval_requests', "state = 'approved'");
    expect((await li.sees('已批准')).conversation).toBe('a:li');
    await isOne('opportunities', 'discount_bps = 1600');
  });
});

describe('the same delivery five times at once', () => {
  const client = () => teams.at(parley.url, () => parley.database.clock.now());

  it('of a message does it once and answers it once', async () => {
    const said = client().activity(jim.id, client().alone(jim.id), {
      type: 'message',
      text: 'remind me to call Zhao tomorrow',
    });
    const all = await Promise.all(Array.from({ length: 5 }, () => client().deliver(said)));
    expect(all.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    await parley.settles();
    await isOne('tasks', "title ILIKE '%call zhao%'");
    expect(jim.cards.filter(({ words }) => /call zhao/i.test(words))).toHaveLength(1);
    // Teams stamps what it sends again anew.
    const later = said.replace(/"timestamp":"[^"]*"/, '"timestamp":"2026-05-24T03:00:00.000Z"');
    expect((await client().deliver(later)).status).toBe(200);
    await parley.settles();
    expect(jim.cards.filter(({ words }) => /call zhao/i.test(words))).toHaveLength(1);
  });

  it('of a button does it once', async () => {
    await jim.says('/crm lead add "Five Fold"');
    const added = await jim.sees('Lead added: Five Fold');
    const undo = await jim.presses('Undo', { on: added });
    const again = await Promise.all(Array.from({ length: 4 }, () => undo.again()));
    expect(again.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await parley.count('leads', "contact_name = 'Five Fold'")).toBe(0);
    await isOne(
      'changes',
      "command = 'change.undo' AND platform = 'teams' AND at > (SELECT max(at) FROM changes WHERE command = 'lead.add')",
    );
  });

  it('under a used key with another body is refused', async () => {
    const say = (text: string) =>
      client().activity(jim.id, client().alone(jim.id), { type: 'message', id: 'one id', text });
    expect((await client().deliver(say('todo "First body"'))).status).toBe(200);
    expect((await client().deliver(say('todo "Second body"'))).status).toBe(403);
    await parley.settles();
    await isOne('tasks', "title LIKE '%body'");
  });
});

describe('a request that is not from Teams', () => {
  const body = () => {
    const client = teams.at(parley.url);
    return client.activity('li', client.alone('li'), { type: 'message', text: '/crm lead add Forged' });
  };
  const send = async (sent: string, claims?: object) => {
    const token = claims && (await teams.fake.login.sign({ serviceUrl: teams.fake.serviceUrl, ...claims }));
    const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) };
    return (await fetch(`${parley.url}/api/messages`, { method: 'POST', headers, body: sent })).status;
  };

  it('is refused with 401 and leaves no row in any table', async () => {
    const before = await parley.census();
    const statuses = [
      await send(body()),
      await send(body(), { isSignedByAnother: true }),
      await send(body(), { audience: 'another' }),
      await send(body(), { issuer: 'https://evil.example' }),
      await send(body(), { serviceUrl: 'https://evil.example/' }),
      await send(body(), { keyId: 'another' }),
    ];
    expect(statuses).toEqual([401, 401, 401, 401, 401, 401]);
    expect(await parley.census()).toEqual(before);
  });

  it('over one megabyte is refused with 413, signed or not', async () => {
    const before = await parley.census();
    const long = JSON.stringify({ ...JSON.parse(body()), padding: 'x'.repeat(1_048_577) });
    expect(await send(long)).toBe(413);
    expect(await send(long, {})).toBe(413);
    expect(await parley.census()).toEqual(before);
  });
});

describe('the morning', () => {
  it('comes by itself, to the platform somebody used last, once (R105)', async () => {
    await parley.movesTo('2026-05-25T08:31:00+08:00');
    await lookAt(parley.databaseUrl, 'digests', 3);
    await parley.settles();
    const digests = li.cards.filter(({ words }) => words.includes('早上好，李雷'));
    expect(digests).toHaveLength(1);
    expect(digests[0]?.words).toContain('给张总打电话');
    expect(parley.person('li').cards).toEqual([]);
    const [digest] = digests;
    await li.presses('完成', digest ? { on: digest, of: '给张总打电话' } : {});
    await isOne('tasks', "title = '给张总打电话' AND done_at IS NOT NULL");
  });
});
