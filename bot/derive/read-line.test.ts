import { expect, it } from 'vitest';
import { nearestCommands } from './read-line.ts';

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
