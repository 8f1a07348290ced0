/** Questions and reports that hold the words of a rule, and set none. */
export const noRules: readonly string[] = [
  'How many leads did we answer within 2 hours last week?',
  'Show me leads not answered within 24 hours',
  'The Acme lead replied in 3 hours',
  'Lead Mary wants a reply within 24 hours',
  '线索响应时限能改成4小时吗',
  '线索响应时限能改成4小时',
  '响应时限改成一二小时',
  '新增线索来源要怎么弄',
  '新增线索来源有哪些',
  '添加线索来源的方法',
  '多渠道获客',
  'add a source for the Acme lead',
];
