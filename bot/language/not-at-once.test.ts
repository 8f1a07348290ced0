import { expect, it } from 'vitest';
import { hasHappened } from './frames/contact-words.ts';

it.each([
  '华星让我们发邮件报价',
  '华星让我们上门演示',
  '华星要来访',
  'Acme wants a call',
  'Acme asked for a call about pricing',
])('what a customer wishes is no contact that was had: %s (R35)', (said) => {
  expect(hasHappened(said)).toBe(false);
});
