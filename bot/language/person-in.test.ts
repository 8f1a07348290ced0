import { expect, it } from 'vitest';
import { personsIn } from './person-in.ts';

it.each([
  ['给王总打电话', '王总'],
  ['联系孙晓岚确认图纸', '孙晓岚'],
  ['发合同给欧阳经理', '欧阳经理'],
  ['把报价发给李工', '李工'],
  ['call Nora Whitlam about the offer', 'Nora Whitlam'],
  ['call Nora', 'Nora'],
  ['send the offer to Kim Lee', 'Kim Lee'],
  ['call nora back', 'nora'],
])('R35: what is to be done names somebody: %s', (title, who) => {
  expect(personsIn(title)).toContain(who);
});

it.each(['发合同', '安排施工方案', 'send the contract'])('R35: what is to be done names nobody: %s', (title) => {
  expect(personsIn(title).filter((who) => /总|工$|经理/u.test(who))).toEqual([]);
});
