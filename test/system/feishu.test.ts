// A sentence at Feishu becomes a row, and comes back as a card: over HTTP, encrypted and signed, against a fake platform.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type FeishuStand, type FeishuUser, openFeishuStand } from '../support/feishu-stand.ts';
import { lookAt } from '../support/look.ts';
import { type Parley, startParley } from '../support/parley.ts';

let feishu: FeishuStand;
let parley: Parley;
let li: FeishuUser;
let jim: FeishuUser;
let wang: FeishuUser;
let chen: FeishuUser;

beforeAll(async () => {
  feishu = await openFeishuStand([{ id: 'ou_new', name: '新人', email: 'new@hualan.example' }]);
  // A Sunday, so that no morning message comes in between.
  parley = await startParley({ stands: [feishu] });
  const at = (key: string) => feishu.person(key, parley);
  [li, jim, wang, chen] = [at('li'), at('jim'), at('wang'), at('chen')];
});
afterAll(() => parley.close());
afterEach(() => expect(parley.errors).toEqual([]));

const isOne = async (table: string, where: string) => expect(await parley.count(table, where)).toBe(1);

describe('on Feishu', () => {
  it('a sentence does its work and is answered where it was said', async () => {
    const { status, body } = await li.says('提醒我明天给张总打电话');
    expect([status, body]).toEqual([200, {}]);
    const card = await li.sees('给张总打电话');
    expect(card.chat).toBe('oc_private_ou_li');
    await isOne('tasks', "title = '给张总打电话'");
  });

  it('a command is typed as everywhere', async () => {
    await jim.says('/crm lead add "Mary Major" --company "Example Works"');
    expect((await jim.sees('Lead added: Mary Major')).buttons).toEqual(['Convert', 'Undo']);
    await isOne('leads', "contact_name = 'Mary Major' AND company = 'Example Works'");
  });

  it('an entry of the menu is the command it names', async () => {
    await jim.chooses('today');
    expect((await jim.sees('My day')).chat).toBe('oc_private_ou_jim');
    await li.chooses('我的一天');
    await li.sees('今天没有待办');
  });

  it('a button does its work on the card it stands on, in its own response (R106)', async () => {
    await jim.says('/crm lead add "Ned Nobody"');
    const added = await jim.sees('Lead added: Ned Nobody');
    await jim.presses('Undo', { on: added });
    expect(jim.card).toMatchObject({
      id: added.id,
      edits: 1,
      words: expect.stringContaining('It is as it was before.'),
    });
    expect(await parley.count('leads', "contact_name = 'Ned Nobody'")).toBe(0);
  });

  it('a form asks for what is missing, says what is wrong beside each field, and keeps what was typed', async () => {
    await jim.says('/crm lead add');
    await parley.settles();
    expect(jim.card.title).toBe('Add a lead');
    const wrong = await jim.submits({ contact: 'Ann Able', phone: 'after lunch', email: 'ann' });
    expect(wrong.errors).toEqual({
      phone: 'That is not a phone number I know. Give it with its country code, like +86 138 0013 8000.',
      email: 'That does not look right; please check it.',
    });
    expect(await parley.count('leads', "contact_name = 'Ann Able'")).toBe(0);

    await jim.submits({ phone: '+1 202 555 0143', email: 'ann@works.example' });
    expect(jim.card.words).toContain('Lead added: Ann Able');
    await isOne('leads', "contact_name = 'Ann Able' AND phone = '+12025550143'");
  });

  it('a mention in a group does its work, is answered in private, and leaves a line for the others (R104)', async () => {
    feishu.fake.join('oc_sales', jim.id);
    await li.mentions('提醒我明天给王总打电话');
    const card = await li.sees('给王总打电话');
    expect(card.chat).toBe('oc_private_ou_li');
    const line = await jim.sees('已私信回复你。');
    expect(line).toMatchObject({ chat: 'oc_sales', replyTo: expect.stringMatching(/^om_said_/) });
    await isOne('tasks', "title = '给王总打电话'");
  });

  it('what is not for somebody is refused to him alone, naming who could (R85)', async () => {
    await li.mentions('/crm 管理 人员');
    expect(await li.sees('该操作仅限以下角色：管理员。')).toMatchObject({ chat: 'oc_private_ou_li' });
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
    expect(li.card).toMatchObject({ id: asked.id, edits: 1, buttons: ['查看', '撤销'] });
    await isOne('opportunities', "amount = 35000000 AND name = '传感器'");
    await li.presses('华星电子有限公司', { on: asked });
    await isOne('opportunities', "name = '传感器'");
  });

  it('a button of an older release says that its card is out of date', async () => {
    await li.says('/crm 新任务 整理样品');
    const card = await li.sees('整理样品');
    const old = JSON.parse(JSON.stringify(card).replaceAll('"v":"a"', '"v":"0"'));
    await li.presses('完成', { on: old });
    expect(li.toasts.at(-1)).toBe('这张卡片已过期，请重新查询。');
    await isOne('tasks', "title = '整理样品' AND done_at IS NULL");
  });

  it('somebody new is met by his name and linked by his e-mail', async () => {
    await parley.database.pool.query(`UPDATE users SET email = 'new@hualan.example' WHERE name = '刘洋'`);
    await feishu.person('ou_new', parley).says('我的一天');
    await feishu.person('ou_new', parley).sees('今天没有待办');
    await isOne('identities', "external_id = 'ou_new' AND platform = 'feishu'");
  });

  it('a sticker gets a kind word', async () => {
    const client = feishu.at(parley.url, () => parley.database.clock.now());
    const chat = feishu.fake.privateChat(li.id);
    await client.send(client.toMessage(li.id, chat, { chat_type: 'p2p', message_type: 'sticker', content: '{}' }));
    await li.sees('我目前只能读文字和文件，请打字告诉我。');
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

    await li.submits({}, { on: form });
    expect(li.card.words).toContain('已提交：盛大机械有限公司 16% 折扣申请');
    const wangs = await wang.sees('折扣 16%：待审批');
    expect(wangs).toMatchObject({ chat: 'oc_private_ou_wang', buttons: ['批准', '驳回'] });
    await wang.presses('批准', { on: wangs });
    const chens = await chen.sees('折扣 16%：待审批');
    await chen.presses('批准', { on: chens });
    await parley.settles();
    await isOne('approval_requests', "state = 'approved'");
    expect((await li.sees('已批准')).chat).toBe('oc_private_ou_li');
    await isOne('opportunities', 'discount_bps = 1600');
  });
});

describe('the same delivery five times at once', () => {
  const client = () => feishu.at(parley.url, () => parley.database.clock.now());

  it('of a message does it once and answers it once', async () => {
    const chat = feishu.fake.privateChat(jim.id);
    const said = { chat_type: 'p2p', content: JSON.stringify({ text: 'remind me to call Zhao tomorrow' }) };
    const event = client().toMessage(jim.id, chat, said);
    const all = await Promise.all(Array.from({ length: 5 }, () => client().send(event)));
    expect(all.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    await parley.settles();
    await isOne('tasks', "title ILIKE '%call zhao%'");
    expect(jim.cards.filter(({ words }) => /call zhao/i.test(words))).toHaveLength(1);
    expect((await client().send(event)).status).toBe(200);
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
      "command = 'change.undo' AND platform = 'feishu' AND at > (SELECT max(at) FROM changes WHERE command = 'lead.add')",
    );
  });

  it('under a used key with another body is refused', async () => {
    const chat = feishu.fake.privateChat(jim.id);
    const say = (text: string) =>
      client().toMessage(jim.id, chat, { chat_type: 'p2p', content: JSON.stringify({ text }) });
    const first = say('todo "First body"');
    expect((await client().send(first)).status).toBe(200);
    expect((await client().send({ ...say('todo "Second body"'), header: first.header })).status).toBe(403);
    await parley.settles();
    await isOne('tasks', "title LIKE '%body'");
  });
});

describe('a request that is not from Feishu', () => {
  const event = () =>
    feishu.at(parley.url).toMessage('ou_li', 'oc_1', { chat_type: 'p2p', content: '{"text":"/crm lead add Forged"}' });
  const send = (body: string) =>
    fetch(`${parley.url}/feishu/events`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const later = (seconds: number) => () => new Date(parley.database.clock.now().getTime() + seconds * 1000);

  it('is refused with 401 and leaves no row in any table', async () => {
    const before = await parley.census();
    const open = JSON.stringify(event());
    const sealed = feishu.at(parley.url).sealed(event());
    const statuses = [
      await send(open),
      await send(sealed),
      await feishu.at(parley.url, later(0)).deliver(open),
      await feishu.at(parley.url, later(-310)).deliver(sealed),
      await feishu.at(parley.url, later(310)).deliver(sealed),
      await send(JSON.stringify({ challenge: 'c', token: 'wrong', type: 'url_verification' })),
    ].map(({ status }) => status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 401]);
    expect(await parley.census()).toEqual(before);
  });

  it('over one megabyte is refused with 413, signed or not', async () => {
    const before = await parley.census();
    const long = feishu.at(parley.url).sealed({ ...event(), padding: 'x'.repeat(1_048_577) });
    expect((await send(long)).status).toBe(413);
    expect((await feishu.at(parley.url, later(0)).deliver(long)).status).toBe(413);
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
