import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openChat } from '../../test/support/chat.ts';
import { type Company, openCompany } from '../../test/support/company.ts';
import { findZones } from '../fields/zones.ts';

let company: Company;
let slack: ReturnType<typeof openChat>;
let feishu: ReturnType<typeof openChat>;

beforeEach(async () => {
  company = await openCompany();
  await company.database.pool.query(`UPDATE identities SET linked_at = '2026-01-05T09:00:00+08:00'`);
  slack = openChat(company);
  feishu = openChat(company, {
    platform: 'feishu',
    workspace: 'F1',
    profiles: { 'f-li': { name: 'Lei', email: 'li@hualan.example' } },
  });
});
afterEach(async () => {
  await Promise.all([slack.close(), feishu.close()]);
  await company.close();
});

describe('my settings (R101, R105)', () => {
  it('say where I am told things and why, and where I am known', async () => {
    const li = slack.as('li');
    expect((await li.types('设置')).text).toBe(
      [
        '我的设置',
        '早间摘要: 08:30',
        '报告提醒: 18:00',
        '免打扰时段: 20:00 – 08:00',
        '时区: Asia/Shanghai（同公司设置）',
        '语言: 中文',
        '消息发往: Slack（最近使用）',
        '[修改] [绑定其他聊天工具]',
      ].join('\n'),
    );
    await feishu.as('f-li').types('新任务 一');
    expect((await li.types('设置')).text).toContain(
      '消息发往: 飞书 · Lei（最近使用）\n已绑定\n飞书 · Lei\nSlack — 当前\n',
    );
    expect((await li.types('修改设置 --聊天工具 Slack')).text).toContain('消息发往: Slack（首选）');
    expect((await feishu.as('f-li').types('修改设置 --聊天工具 最近使用的')).text).toContain('（最近使用）');
  });

  it('are changed on one form that holds what stands, each with the fitting widget; nothing is written that stands', async () => {
    const jim = slack.as('jim');
    const form = await (await jim.types('settings')).press('Change');
    expect(form.form.inputs.map(({ name, widget, value }) => [name, widget, value])).toEqual([
      ['chat', 'choice', 'auto'],
      ['language', 'choice', 'en'],
      ['timeZone', 'record', undefined],
      ['digestAt', 'line', '08:30'],
      ['reportAt', 'line', '18:00'],
      ['quietFrom', 'line', '20:00'],
      ['quietUntil', 'line', '08:00'],
    ]);
    const changed = await form.submit({ timeZone: 'London', digestAt: '7am', language: '中文', quietUntil: '07:30' });
    expect(changed.text).toContain('07:00');
    expect(changed.text).toContain('Europe/London');
    const { rows } = await company.database.pool.query(
      `SELECT before->>'digest_at' AS before, after->>'digest_at' AS after FROM audit_entries WHERE entity = 'users'`,
    );
    expect(rows).toEqual([{ before: '08:30', after: '07:00' }]);
    const again = await (await jim.types('设置')).press('修改');
    await again.submit();
    expect((await company.database.pool.query(`SELECT FROM audit_entries WHERE entity = 'users'`)).rows).toHaveLength(
      1,
    );
    await changed.press(changed.labels.at(-1) ?? '');
    expect((await jim.types('settings')).text).toContain('Language: English');
  });

  it('follow the company again where that is chosen', async () => {
    const jim = slack.as('jim');
    await jim.types('settings change --time-zone Tokyo');
    expect((await jim.types('settings')).text).toContain('Time zone: Asia/Tokyo');
    const back = await jim.types('settings change --time-zone auto --language auto');
    // The card speaks the language that now holds, down to its last button.
    expect(back.text).toContain('时区: Asia/Shanghai（同公司设置）');
    expect(back.labels.at(-1)).toBe('撤销');
    expect((await jim.types('设置')).text).toContain('语言: 中文（同公司设置）');
  });

  it('find a time zone while one types, and ask which one is meant', async () => {
    expect(await slack.as('jim').looksFor('berl', 'zone')).toEqual([
      { value: 'Europe/Berlin', label: 'Europe/Berlin' },
    ]);
    expect((await slack.as('jim').types('settings change --time-zone kuala')).text).toContain('Asia/Kuala_Lumpur');
    expect((await slack.as('li').types('修改设置 --时区 火星')).text).toContain('没有找到');
    expect((await slack.as('li').types('修改设置 --聊天工具 feishu')).text).toContain('没有名为“feishu”的聊天工具');
  });
});

it.each([
  ['伦敦', ['Europe/London']],
  ['shanghai', ['Asia/Shanghai']],
  ['new york', ['America/New_York']],
  ['europe/london', ['Europe/London']],
  ['同公司设置', ['auto']],
  ['nowhere', []],
])('reads the time zone “%s”', (mention, ids) => {
  expect(findZones(mention, 'zh').map(({ id }) => id)).toEqual(ids);
});
