import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
let jim: Chat;

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, new Date('2026-05-13T02:30:00Z'));
  talk = openChat(company);
  li = talk.as('li');
  jim = talk.as('jim');
  await li.types('新客户 华星电子有限公司');
  await jim.types('customer add "Acme Manufacturing Ltd"');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

describe('a new opportunity', () => {
  it('keeps its name from the sentence', async () => {
    const said = await li.says('给华星电子建个商机，二期扩容，35万，月底成交');
    expect((await said.submit()).text).toContain('商机已建立：二期扩容\n金额: ¥350,000');
    const form = await jim.says('open a Line 3 sensors deal for Acme, 120k');
    expect((await form.submit()).text).toContain('Opportunity opened: Line 3 sensors');
  });

  it('is named again when it is undone', async () => {
    const said = await li.types('新商机 华星电子 --名称 备件');
    expect((await said.press('撤销')).text).toBe('已撤销：新建商机\n商机: 备件（已移除）\n已恢复到操作前的状态。');
    const moved = await jim.types('advance "Line 3"');
    expect((await moved.press('Undo')).text).toBe(
      'Undone: Move an opportunity on\nOpportunity: Line 3 sensors\nIt is as it was before.',
    );
  });
});

it('names the stages there are when one is not known, as buttons', async () => {
  const said = await li.types('推进商机 华星电子 --阶段 火星');
  expect(said.text).toContain('没有名为“火星”的阶段。可选：初步接触、需求确认、方案报价、商务谈判、签约成交、输单。');
  expect((await said.press('需求确认')).text).toContain('初步接触 → 需求确认');
});

it('lists with amounts and a way to each (R103)', async () => {
  const said = await li.says('本月预计成交的商机有哪些');
  expect(said.text).toContain('二期扩容 · 华星电子有限公司 — ¥350,000 · 5月31日 周日');
  expect((await said.press('查看')).text).toContain('负责人: 李雷');
});

it('shows an admin what a colleague’s roles are before they are changed (R85)', async () => {
  const form = await talk.as('admin').types('管理 角色 张伟');
  expect(form.text).toContain('角色: manager');
  expect(form.form.inputs).toMatchObject([
    { name: 'person' },
    { name: 'role', value: 'manager' },
    { name: 'also' },
    { name: 'team', options: [{ label: '北区' }] },
    { name: 'active', value: 'yes' },
  ]);
});

it('offers the records one is likely to mean in a form, and searches the others (R102)', async () => {
  const form = await li.types('新任务 回访');
  expect(form.text).toContain('任务已添加');
  const asked = await li.presses({ label: '新建任务', command: 'task.add', input: {} });
  expect(asked.form.inputs).toMatchObject([
    { name: 'title', widget: 'line' },
    { name: 'due', widget: 'datetime' },
    { name: 'customer', widget: 'record', source: 'customer', options: [{ label: '华星电子有限公司' }] },
    { name: 'lead', widget: 'record', source: 'lead' },
    { name: 'owner', widget: 'person', source: 'person', options: [] },
  ]);
  const typed = await asked.submit({ title: '送样', due: '后天下午3点', customer: '华星' });
  expect(typed.text).toContain('5月15日 周五 15:00');
  const managers = await talk.as('zhang').presses({ label: '安排任务', command: 'task.add', input: {} });
  expect(managers.form.inputs.at(-1)).toMatchObject({ options: [{ label: '李雷' }, { label: '韩梅梅' }] });
});

describe('the amount of a deal in another currency', () => {
  it('is changed in that currency by a number alone, and to another one by naming it', async () => {
    const jim = talk.as('jim');
    await jim.types('customer add "Zenith Optics Ltd"');
    await jim.types('opportunity open "Zenith Optics" --name L3 --amount "USD 20k"');
    expect((await jim.types('opportunity change L3 --amount 25k')).text).toContain('Amount: $20,000 → $25,000');
    expect((await jim.types('opportunity change L3 --amount 30万元')).text).toContain('Amount: $25,000 → ¥300,000');
  });
});
