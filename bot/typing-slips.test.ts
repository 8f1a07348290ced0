import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { search } from '../core/search/search.ts';
import { openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, new Date('2026-05-13T02:30:00Z'));
  talk = openChat(company);
  const jim = talk.as('jim');
  await jim.types('customer add "Acme Manufacturing Ltd" --contact "Ann Smith" --phone +12125550123');
  await jim.types('customer add "Globex Tools Ltd"');
  await jim.types('opportunity open Globex --name "Conveyor retrofit" --amount 900');
  await jim.types('lead add "Brian Kowalski" --company "Vandelay Imports" --phone +12125550177');
  const li = talk.as('li');
  await li.types('新客户 深圳市华星电子有限公司');
  await li.types('新商机 华星电子 --名称 产线改造 --金额 35万');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

const found = async (who: 'jim' | 'li', words: string): Promise<string[]> =>
  (await company.as(who, (core) => search(core, words))).hits.map(({ name }) => name);

describe('a slip of the fingers (R20)', () => {
  it.each([
    ['acem', 'Acme Manufacturing Ltd'],
    ['Acme manufactoring', 'Acme Manufacturing Ltd'],
    ['Acem Manufacturing', 'Acme Manufacturing Ltd'],
    ['gloebx', 'Globex Tools Ltd'],
    ['smiht', 'Ann Smith'],
    ['Ann Smiht', 'Ann Smith'],
    ['kowlaski', 'Brian Kowalski'],
    ['vandleay', 'Brian Kowalski'],
    ['conveyer retrofit', 'Conveyor retrofit'],
    ['Conveyro retrofit', 'Conveyor retrofit'],
  ])('is forgiven in the search box: %s is %s', async (words, name) => {
    expect(await found('jim', words)).toContain(name);
  });

  it('a deal is found by its sound and its initials, by whoever owns it', async () => {
    for (const words of ['chanxiangaizao', 'cxgz']) {
      expect([words, await found('li', words)]).toEqual([words, ['产线改造']]);
      expect([words, await found('jim', words)]).toEqual([words, []]);
    }
  });

  it.each(['acre', 'glow', 'same', 'main', 'toll', 'smart', 'anna', 'meca', 'lgobal'])(
    'is none in %s, which is another word',
    async (words) => {
      expect(await found('jim', words)).toEqual([]);
    },
  );
});
