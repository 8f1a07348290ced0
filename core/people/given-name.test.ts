import { expect, it } from 'vitest';
import { givenName } from './given-name.ts';

it.each([
  ['Jim Green', 'Jim'],
  ['Green, Jim', 'Jim'],
  ['Cher', 'Cher'],
  ['韩梅梅', '梅梅'],
  ['李雷', '李雷'],
  ['欧阳娜娜', '娜娜'],
  ['诸葛亮', '诸葛亮'],
  ['管理员小组', '管理员小组'],
  ['王 Jim', '王'],
  ['', ''],
])('%s is called %s', (name, called) => {
  expect(givenName(name)).toBe(called);
});
