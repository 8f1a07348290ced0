import { afterAll, beforeAll, expect, it } from 'vitest';
import { openChat, type Said } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';
import { formOf } from './cards/card.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;

beforeAll(async () => {
  company = await openCompany();
  talk = openChat(company);
  const li = talk.as('li');
  await li.types('新建客户 鹿鸣乳业有限公司');
  await li.types('新建商机 鹿鸣乳业有限公司 --名称 "CIP 清洗过程记录" --金额 20万');
});

afterAll(async () => {
  await talk.close();
  await company.close();
});

/** With the name of the deal that its form holds. */
function told({ reply, text }: Said): string {
  const form = reply && reply.kind !== 'notice' ? formOf(reply.card) : undefined;
  const { value, options = [] } = form?.inputs.find(({ name }) => name === 'opportunity') ?? {};
  return `${text} ${options.find((each) => each.value === value)?.label}`;
}

it('R102: “this deal” is the one he spoke of last, shown in the form before anything is asked for', async () => {
  const li = talk.as('li');
  await li.says('CIP那单到哪一步了');
  const asked = await li.says('给这单申请5%折扣');
  expect(asked.reply?.kind).toBe('form');
  expect(told(asked)).toContain('CIP');
  expect(asked.text).toContain('5%');
});

it('R102: is nobody else’s, nor of another place', async () => {
  await talk.as('li').says('CIP那单到哪一步了');
  expect(told(await talk.as('han').says('给这单申请5%折扣'))).not.toContain('CIP');
  const elsewhere = await talk.as('li').does({ kind: 'message', text: '给这单申请5%折扣' }, false);
  expect(told(elsewhere)).not.toContain('CIP');
});

it('R102: is forgotten after a quarter of an hour', async () => {
  const li = talk.as('li');
  await moveClock(company.database, '2026-05-13T02:44:00Z');
  await li.says('CIP那单到哪一步了');
  await moveClock(company.database, '2026-05-13T03:00:00Z');
  expect(told(await li.says('给这单申请5%折扣'))).not.toContain('CIP');
});
