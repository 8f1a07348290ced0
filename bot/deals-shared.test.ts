import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTwoBooks } from '../test/support/two-books.ts';

let books: Awaited<ReturnType<typeof openTwoBooks>>;

beforeAll(async () => {
  books = await openTwoBooks();
  await books.jim.types('opportunity open Acme --name "Press line" --amount 50k');
  await books.jim.types('deal member "Press line" --person 李雷 --share 30');
  await books.li.types('新商机 华星电子 --名称 冷库监测 --金额 20万');
  await books.li.types('商机成员 冷库监测 --同事 Jim --比例 20');
});
afterAll(() => books.close());

it.each([
  ['li', 'show Press line', 'Press line'],
  ['li', '查看 Press line', 'Press line'],
  ['jim', 'show me 冷库监测', '冷库监测'],
  ['jim', '冷库监测', '冷库监测'],
] as const)('somebody with a share of a deal finds it by its name: %s %s (R32, R24)', async (who, said, title) => {
  const shown = await books.talk.as(who).says(said);
  expect(shown.text.split('\n')[0]).toBe(title);
});

it('and nobody else does (R84)', async () => {
  const shown = await books.talk.as('han').says('show Press line');
  expect(shown.text).not.toContain('¥50,000');
});
