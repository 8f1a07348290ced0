import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../test/support/chat.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
let jim: Chat;

beforeAll(async () => {
  company = await openCompany();
  talk = openChat(company);
  [li, jim] = [talk.as('li'), talk.as('jim')];
  for (const name of ['永固轮胎', '顺达汽修', '安途车品', '捷驰汽配']) {
    await li.types(`新客户 ${name} --行业 汽车后市场`);
  }
  for (const name of ['顺达汽修', '安途车品', '捷驰汽配']) {
    await li.types(`标签 ${name} 保养`);
  }
  await li.types('标签 顺达汽修 高意向');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

it('are put on several at once, and one in place of another, by a sentence (R1)', async () => {
  const both = await li.says('给安途车品和捷驰汽配都打上高意向');
  expect(both.text.match(/标签: 保养、高意向/gu)).toHaveLength(2);
  const swapped = await li.says('捷驰汽配的高意向去掉，换成需培育');
  expect(swapped.text).toContain('标签: 保养、需培育');
  await swapped.press('撤销');
  await both.press('撤销');
  expect((await li.types('客户 捷驰汽配')).text).not.toContain('高意向');
});

describe('tags suggested from what customers alike carry (R23)', () => {
  it('come with their reason from the card of a customer, are put on by one press, and taken back by Undo', async () => {
    const card = await li.types('客户 永固轮胎');
    const suggested = await card.press('标签…');
    expect(suggested.labels).not.toContain('去掉标签…');
    expect(suggested.text).toContain('保养 — 汽车后市场行业的 3 家客户中 3 家有此标签');
    expect(suggested.text).not.toContain('高意向');
    const tagged = await suggested.press('打上');
    expect(tagged.text).toContain('标签: 保养');
    expect(tagged.labels).toContain('去掉标签…');
    expect((await li.says('给永固轮胎推荐标签')).text).toContain('同类客户中还没有足够常见的标签。');
    await tagged.press('撤销');
    expect((await li.says('永固轮胎该打什么标签')).text).toContain('3 家客户中 3 家有此标签');
  });

  it('count only customers whom the asker may see', async () => {
    await jim.types('customer add "Apex Tyres" --industry 汽车后市场');
    expect((await jim.says('suggest tags for Apex Tyres')).text).toContain(
      'No tag is common enough among customers like this one.',
    );
  });

  it('may be asked of their team by a manager', async () => {
    expect((await talk.as('wang').types('推荐标签 "Apex Tyres"')).text).toContain(
      '保养 — 汽车后市场行业的 4 家客户中 3 家有此标签',
    );
  });
});

describe('several tags in one sentence (R1)', () => {
  it('are put on each by itself, and a word that only looks like several stays one', async () => {
    const tagged = await li.says('给捷驰汽配打上需培育和竞品对比标签');
    expect(tagged.text).toMatch(/标签: .*需培育、竞品对比/);
    expect((await li.says('给捷驰汽配加标签 VIP 饱和市场')).text).toMatch(/VIP、饱和市场/);
    expect((await jim.says('tag Apex Tyres as key account and hot prospect')).text).toContain(
      'key account, hot prospect',
    );
  });

  it('are taken off in the same words', async () => {
    const card = await li.types('去标签 捷驰汽配 需培育和竞品对比');
    expect(card.text).not.toContain('竞品对比');
  });
});
