import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inBold, whereSaid } from './said-words.ts';

describe('what was looked for, in what was said (R39)', () => {
  it.each([
    ['阻燃', 1],
    ['REPORT friday', 2],
    ['报价', 0],
    ['report', 1],
    ['nothing of it', undefined],
    ['', undefined],
  ])('“%s” stands in the text that holds most of it', (asked, at) => {
    expect(whereSaid(['报价发您了', '阻燃等级要V0, report', 'The report is due Friday'], asked)).toBe(at);
  });

  it.each([
    ['Ship by Friday, ship', 'ship', [{ bold: 'Ship' }, ' by Friday, ', { bold: 'ship' }]],
    ['单价(35)可以', '(35)', ['单价', { bold: '(35)' }, '可以']],
    ['好的', '阻燃', ['好的']],
    ['好的', ' ', '好的'],
  ])('is bold in “%s”', (text, asked, rich) => {
    expect(inBold(text, asked)).toEqual(rich);
  });

  it('loses no character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, asked) => {
        const rich = inBold(text, asked);
        const parts = typeof rich === 'string' ? [rich] : rich;
        expect(parts.map((part) => (typeof part === 'string' ? part : 'bold' in part ? part.bold : '')).join('')).toBe(
          text,
        );
      }),
    );
  });
});
