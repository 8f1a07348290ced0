// A form that changes a record asks which first, and then shows what stands (R12).
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';
import { everyCommand } from './commands/index.ts';
import { whichField } from './which-first.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
let jim: Chat;

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, new Date('2026-05-13T02:30:00Z'));
  talk = openChat(company);
  [li, jim] = [talk.as('li'), talk.as('jim')];
  await li.types('新客户 华星电子有限公司 --地区 华东');
  await li.types('新商机 华星电子 --名称 传感器采购 --金额 35万 --预计成交 2026-06-30');
  await li.types('新商机 华星电子 --名称 传感器二期 --金额 20万');
  await jim.types('customer add Globex --region Boston');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

const asked = (said: Awaited<ReturnType<Chat['types']>>) => said.form.inputs.map(({ name }) => name);
const held = (said: Awaited<ReturnType<Chat['types']>>) =>
  Object.fromEntries(said.form.inputs.map(({ name, value }) => [name, value]));

describe('a form that changes a record nobody has named', () => {
  it('R12: asks which, then shows what stands, and saves what is changed', async () => {
    const first = await li.types('修改商机');
    expect(asked(first)).toEqual(['opportunity']);
    expect(first.form.submit).toBe('下一步');
    const form = await first.submit({ opportunity: '传感器采购' });
    expect(held(form)).toMatchObject({ name: '传感器采购', amount: '¥350,000' });
    expect(form.form.submit).not.toBe('下一步');
    const done = await form.submit({ amount: '40万' });
    expect(done.card.title).toBe('已修改：传感器采购');
    expect((await li.types('查看商机 传感器采购')).text).toContain('金额: ¥400,000');
  });

  it('R12: asks again where the name means several, or nothing', async () => {
    const first = await li.types('修改商机');
    const several = await first.submit({ opportunity: '传感器' });
    expect(asked(several)).toEqual(['opportunity']);
    expect(several.form.inputs[0]?.options?.map(({ label }) => label).join()).toContain('传感器二期');
    const none = await first.submit({ opportunity: '没有这个' });
    expect(asked(none)).toEqual(['opportunity']);
    expect(none.form.inputs[0]?.error).toContain('没有找到');
    expect(held(await none.submit({ opportunity: '传感器二期' }))).toMatchObject({ amount: '¥200,000' });
  });

  it('R12: keeps what was typed besides, and does it once it is clear of what', async () => {
    const first = await li.types('修改商机 --金额 50万');
    expect(asked(first)).toEqual(['opportunity', 'amount']);
    const done = await first.submit({ opportunity: '传感器二期' });
    expect(done.card.title).toBe('已修改：传感器二期');
    expect((await li.types('查看商机 传感器二期')).text).toContain('金额: ¥500,000');
  });

  it('R12: in English as well; a customer of whom little stands', async () => {
    const first = await jim.types('customer change');
    expect([asked(first), first.form.submit]).toEqual([['customer'], 'Go on']);
    const form = await first.submit({ customer: 'Globex' });
    expect(held(form)).toMatchObject({ name: 'Globex', region: 'Boston' });
    await form.submit({ industry: 'Software' });
    expect((await jim.types('customer Globex')).text).toContain('Industry: Software');
  });
});

it('R12: every command that changes a record chosen among others opens so', async () => {
  const admin = talk.as('admin');
  for (const command of everyCommand().filter((each) => whichField(each) && !each.isInternal)) {
    const by = command.allow.includes('admin') && !command.allow.includes('rep') ? admin : li;
    if (!command.allow.includes('rep') && by !== admin) {
      continue;
    }
    const first = await by.types(command.words.zh[0]);
    expect(asked(first), command.name).toEqual([whichField(command)?.name]);
  }
});
