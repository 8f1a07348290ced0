// A sentence at Slack becomes a row, and comes back as a card: over HTTP, signed, against a fake Web API.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Parley, startParley } from '../support/parley.ts';
import type { SlackUser } from '../support/slack-people.ts';

let parley: Parley;
let jim: SlackUser;
let li: SlackUser;

beforeAll(async () => {
  parley = await startParley();
  jim = parley.person('jim');
  li = parley.person('li');
});
afterAll(() => parley.close());
afterEach(() => expect(parley.errors).toEqual([]));

describe('on Slack', () => {
  it('a slash command does its work and is answered in its acknowledgement', async () => {
    const { status, body } = await jim.types('lead add "Mary Major" --company "Example Works"');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      response_type: 'ephemeral',
      text: '✅ Lead added: Mary Major\nCompany: Example Works\nOwner: you',
    });
    expect(jim.card.buttons).toEqual(['Convert', 'Undo']);
    expect(await parley.count('leads', "contact_name = 'Mary Major' AND company = 'Example Works'")).toBe(1);
  });

  it('a button does its work on the card it stands on (R106)', async () => {
    await jim.types('lead add "Ned Nobody"');
    const before = jim.cards.length;
    await jim.presses('Undo');
    expect(jim.card.words).toContain('It is as it was before.');
    expect(jim.card.edits).toBe(1);
    expect(jim.cards).toHaveLength(before);
    expect(await parley.count('leads', "contact_name = 'Ned Nobody'")).toBe(0);
  });

  it('a window asks for what is missing, says what is wrong beside each field, and keeps what was typed', async () => {
    await jim.types('lead add');
    const wrong = await jim.submits({ contact: 'Ann Able', phone: 'after lunch', email: 'ann' });
    expect(wrong.errors).toEqual({
      phone: 'That is not a phone number I know. Give it with its country code, like +86 138 0013 8000.',
      email: 'That does not look right; please check it.',
    });
    expect(parley.fake.lastView(jim.id)?.title.text).toBe('Add a lead');
    expect(await parley.count('leads', "contact_name = 'Ann Able'")).toBe(0);

    const right = await jim.submits({ contact: 'Ann Able', phone: '+1 202 555 0143', email: 'ann@works.example' });
    expect(right.body).toEqual({ response_action: 'clear' });
    expect(parley.fake.openViews(jim.id)).toEqual([]);
    expect((await jim.sees('Lead added: Ann Able')).buttons).toEqual(['Convert', 'Undo']);
    expect(await parley.count('leads', "contact_name = 'Ann Able' AND phone = '+12025550143'")).toBe(1);
  });

  it('a refusal by rule comes back in the window with everything typed still in it', async () => {
    const admin = parley.person('admin');
    await admin.types('管理来源');
    const { body } = await admin.submits({ name: '行业展台', synonyms: '官网', nameEn: 'Fair' });
    expect(body).toMatchObject({ response_action: 'update' });
    const view = JSON.stringify(parley.fake.lastView(admin.id));
    expect(view).toContain('“官网”已属于“官网咨询”。');
    expect(view).toContain('"initial_value":"官网"');
    expect(view).toContain('"initial_value":"Fair"');
    expect(await parley.count('lead_sources', "name_en = 'Fair'")).toBe(0);
  });

  it('who is on file already is shown on a card when a form is sent, with everything typed kept (R10)', async () => {
    await li.types('新客户 远大机械有限公司');
    await li.types('新客户');
    await li.submits({ name: '远大机械有限公司', contact: '王总', region: '华北' });
    await li.presses('并入此记录', { on: await li.sees('可能已在系统中：远大机械有限公司') });
    expect(await parley.count('customers', "name = '远大机械有限公司' AND region = '华北'")).toBe(1);
    expect(await parley.count('contacts', "name = '王总'")).toBe(1);
  });

  it('a mention in a channel does its work and is answered to the asker alone', async () => {
    await li.mentions('提醒我明天给王总打电话');
    const card = await li.sees('给王总打电话');
    expect(card).toMatchObject({ user: li.id, channel: 'C0SALES' });
    expect(await parley.count('tasks', "title = '给王总打电话'")).toBe(1);
  });

  it('a direct message does its work and is answered where it was said', async () => {
    await li.says('提醒我明天给张总打电话');
    const card = await li.sees('给张总打电话');
    expect(card.channel).toBe(parley.fake.privateChannel(li.id));
    expect(card.user).toBeUndefined();
    expect(await parley.count('tasks', "title = '给张总打电话'")).toBe(1);
  });

  it('an unknown command is answered with the nearest ones', async () => {
    await jim.types('leed ad Mary');
    expect(jim.card.words).toContain('About Mary Major\nAdd a lead\n');
  });

  it('a name that means two records is answered with both as buttons, and one press finishes the sentence', async () => {
    await li.types('新客户 华星电子有限公司');
    await li.types('新客户 华星光电有限公司');
    await li.types('新商机 华星 --名称 传感器 --金额 35万');
    expect(li.card.words).toContain('“华星”指的是哪个客户？');
    expect(li.card.buttons).toEqual(['华星电子有限公司', '华星光电有限公司']);

    const asked = li.card;
    await li.presses('华星光电有限公司');
    expect(li.card).toMatchObject({ ts: asked.ts, edits: 1, buttons: ['查看', '撤销'] });
    expect(li.card.words.match(/撤销/g)).toHaveLength(1);
    expect(
      await parley.count(
        'opportunities',
        `amount = 35000000 AND customer_id = (SELECT id FROM customers WHERE name = '华星光电有限公司')`,
      ),
    ).toBe(1);

    await li.presses('华星电子有限公司', { on: asked });
    expect(await parley.count('opportunities', "name = '传感器'")).toBe(1);
  });

  it('what is not for somebody is refused to him alone, naming who could (R85)', async () => {
    const before = await parley.count('changes', 'actor_id IS NOT NULL');
    await li.types('管理 人员');
    expect(li.card).toMatchObject({ user: li.id, text: '⛔ 该操作仅限以下角色：管理员。可以找管理员。' });
    expect(await parley.count('changes', 'actor_id IS NOT NULL')).toBe(before);
  });

  it('a button of an older release says that its card is out of date', async () => {
    await li.types('新任务 整理样品');
    const card = li.card;
    const old = JSON.parse(JSON.stringify(card).replaceAll('"a[', '"0['));
    await li.presses('完成', { on: old });
    expect(li.card.text).toBe('⛔ 这张卡片已过期，请重新查询。');
    expect(await parley.count('tasks', "title = '整理样品' AND done_at IS NULL")).toBe(1);
  });

  it('a button of a card that was overtaken changes nothing and says so (R32)', async () => {
    await li.types('新客户 安平仪器有限公司');
    await li.types('新商机 安平仪器 --名称 检测线');
    await li.types('查看商机 检测线');
    const old = li.card;
    await li.presses('推进到需求确认', { on: old });
    await li.types('跟进 安平仪器 需求会开完了 --方式 会议');
    await li.types('推进 检测线 --阶段 方案报价');
    await li.presses('推进到需求确认', { on: old });
    expect(li.cards.map(({ words }) => words).join('\n')).toContain('检测线已被更新');
    expect(await parley.count('opportunities', "name = '检测线' AND stage_key = 'proposal'")).toBe(1);
  });
});
