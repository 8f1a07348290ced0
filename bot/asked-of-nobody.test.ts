import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTwoBooks } from '../test/support/two-books.ts';

let books: Awaited<ReturnType<typeof openTwoBooks>>;

beforeAll(async () => {
  books = await openTwoBooks();
});
afterAll(() => books.close());

it.each([
  ['li', '澄砾汽车欠款', '没有找到客户“澄砾汽车”'],
  ['li', '朔风重工的应收', '没有找到客户“朔风重工”'],
  ['jim', 'receivable of Redgum', 'no customer called “Redgum” among those you may see'],
  // On file, and none of his.
  ['jim', '华星电子的应收', 'no customer called'],
] as const)(
  'does not answer for everybody what is asked of one nobody knows: %s %s (R103, R84)',
  async (who, said, told) => {
    expect((await books.talk.as(who).says(said)).text).toContain(told);
  },
);

it.each([
  ['liu', '本季度成交总额', '这里只统计了你能看到的'],
  ['jim', 'total won this quarter', 'This counts only what you may see'],
] as const)('says of nothing that it is nothing of what one may see: %s %s (R84)', async (who, said, told) => {
  expect((await books.talk.as(who).says(said)).text).toContain(told);
});
