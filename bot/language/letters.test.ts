import { expect, it } from 'vitest';
import { readSentence } from './index.ts';
import { world } from './world.gold.ts';

const read = (sentence: string) =>
  readSentence(sentence, { today: '2026-05-13', locale: 'zh', currency: 'CNY' }, world);
const LETTER_ZH = `${'客户希望我们给出更明确的承诺。'.repeat(150)}最后一句`;
const LETTER_EN = `${'They want a clearer commitment on support. '.repeat(60)}The last words`;

it.each([
  ['签到 华星，', LETTER_ZH, 'note'],
  ['提醒我明天给华星打电话，', LETTER_ZH, 'title'],
  ['评论李雷的日报：', LETTER_ZH, 'text'],
  ['今天拜访了华星，', LETTER_ZH, 'note'],
  ['remind me to call Acme tomorrow about ', LETTER_EN, 'title'],
  ['log: visited Acme today. ', LETTER_EN, 'note'],
])('R102: a letter that begins with a request is kept to its last word: %s', async (head, letter, field) => {
  const reading = await read(head + letter);
  const input = reading.kind === 'invocations' ? reading.invocations[0]?.input : undefined;
  expect(input?.[field]?.endsWith(letter.slice(-1_500))).toBe(true);
});

it('R102: what ends before the letter goes on takes nothing of it', async () => {
  expect(await read(`给华星建个商机，金额30万。${LETTER_ZH}`)).toMatchObject({
    kind: 'invocations',
    invocations: [{ command: 'opportunity.open', input: { customer: '深圳市华星电子有限公司', amount: '30万' } }],
  });
});
