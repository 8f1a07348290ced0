import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
let tom: Chat;

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, '2026-05-13T17:30:30+08:00');
  talk = openChat(company);
  [li, tom] = [talk.as('li'), talk.as('tom')];
  const jim = talk.as('jim');
  await li.types('新客户 华星电子有限公司');
  await li.says('今天拜访了华星电子，王总很不满');
  await li.says('今天给华星电子打了电话，王总有些犹豫');
  await li.says('今天拜访了华星电子，王总很满意');
  await jim.types('customer add "Acme Manufacturing Ltd"');
  await jim.says('Visited Acme today, we made good progress');
  await jim.says('Called Acme today, the budget is on hold');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

it('how customers took it is counted, by command and by sentence (R35 R103)', async () => {
  for (const words of ['/crm 问 本月客户情绪不好的跟进有多少', '本月客户情绪不好的跟进有多少']) {
    const said = await li.says(words);
    expect(said.text).toContain('犹豫、不满');
    expect(said.card.title).toContain('2');
  }
});

it('where it led is counted by person, in English (R35 R103)', async () => {
  const said = await tom.says('follow-ups with a good outcome this month by person');
  expect(said.text).toContain('Moved forward');
  expect(said.text).toContain('Jim Green');
  const grouped = await tom.says('follow-ups by outcome this month');
  expect(grouped.text).toContain('Blocked | 1\nMoved forward | 1');
});
