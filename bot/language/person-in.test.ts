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
  ['call nora whitlam about the offer', 'nora whitlam'],
  ['Call Nora Whitlam', 'Nora Whitlam'],
  ["send Nora's contract", 'Nora'],
  ['给苗青青打电话', '苗青青'],
  ['问苗青的地址', '苗青'],
  ['给高总监打电话', '高总监'],
  ['给王总和李工发邮件', '王总'],
])('R35: what is to be done names somebody: %s', (title, who) => {
  expect(personsIn(title)).toContain(who);
});

it.each(['发合同', '安排施工方案', 'send the contract'])('R35: what is to be done names nobody: %s', (title) => {
  expect(personsIn(title).filter((who) => /总|工$|经理/u.test(who))).toEqual([]);
});

it.each([
  ['给柳工机械打电话', '柳工'],
  ['问柳工厂的地址', '柳工'],
  ['给苗青青打电话', '苗青'],
  ['给高总监打电话', '高总'],
  ['call Graham Smith', 'Graham'],
  ['call graham smith', 'graham'],
  ['call Heather Lane Dental', 'Heather Lane'],
  ['call heather lane dental', 'heather lane'],
  ['book a hotel in Victor Harbor', 'Victor'],
  ['watch Peter Pan', 'Peter'],
  ['buy Nora Jones tickets', 'Nora'],
])('R35: half a name is nobody’s: %s', (title, who) => {
  expect(personsIn(title)).not.toContain(who);
});

it.each(['Send the contract', 'Prepare the quote for them', 'send the contract'])(
  'R35: nobody is looked for where nobody is named: %s',
  (title) => {
    expect(personsIn(title)).toEqual([]);
  },
);
