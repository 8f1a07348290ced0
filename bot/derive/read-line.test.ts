import { expect, it } from 'vitest';
import { ORG } from '../../test/support/company.ts';
import { nearestCommands, readLine } from './read-line.ts';

const near = (line: string) => nearestCommands(line, () => true).map(({ name }) => name);

it.each([
  ['oportunity lst', 'opportunity.list'],
  ['custmer Acme', 'customer.show'],
  ['leed ad Mary', 'lead.add'],
  ['my taks', 'task.list'],
  ['我的商鸡', 'opportunity.list'],
  ['申请折扣吧', 'opportunity.discount'],
])('“did you mean” takes %s for a slip in the words of a command', (line, command) => {
  expect(near(line)).toContain(command);
});

it.each([
  'lost',
  'lost it',
  'we lost the Acme deal',
  'delete Acme',
  'Acme seems fine',
  'tell me a joke',
  '周五见',
  '今天天气怎么样',
  '',
])('“did you mean” offers nothing for %s, which is near no command', (line) => {
  expect(near(line)).toEqual([]);
});

it.each(['list delet', 'list delete', 'admin team remov Nord', '删除名但', 'untag Acme'])(
  '“did you mean” offers nothing that takes anything away: %s',
  (line) => {
    expect(near(line).filter((name) => name.endsWith('.remove'))).toEqual([]);
  },
);

it.each([
  ['新增接入 官网表单 来源官网', { name: '官网表单', source: '官网' }],
  ['新线索 王建国 来源：展会 电话13800138000', { contact: '王建国', source: '展会', phone: '13800138000' }],
  ['新商机 华星电子 金额35万 --名称 二期', { customer: '华星电子', amount: '35万', name: '二期' }],
  ['新增接入 来源官网', { name: '来源官网' }],
  ['新增接入 官网 来源不明的表单', { name: '官网 来源不明的表单' }],
  ['折扣 华星电子 --折扣 16% --原因 客户预算有限', { opportunity: '华星电子', percent: '16%', reason: '客户预算有限' }],
  ['跟进 华星电子 电话沟通了报价', { customer: '华星电子', note: '电话沟通了报价' }],
])(
  'R102: a field and its value may be one word in Chinese, and a reason is asked by either of its words: %s',
  (line, input) => {
    expect(readLine(line, { today: '2026-05-13', org: ORG })?.input).toEqual(input);
  },
);
