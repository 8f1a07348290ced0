import { expect, it } from 'vitest';
import { rule, scan } from './scan.ts';

const word = rule('\\p{L}*', ([text]) => text);

it('reads every place, and comes to an end with a pattern that may match nothing, also in a character of two units', () => {
  const found = scan('明天 😀 call 𠮷野家', [word], undefined);
  expect(found.map(({ index, value }) => [index, value])).toEqual([
    [0, '明天'],
    [6, 'call'],
    [11, '𠮷野家'],
  ]);
});

it('begins at the beginning each time, also while its rule is reading', () => {
  const within = rule<string, void>('\\p{L}+', ([text]) => text);
  const outer = rule<number, void>('\\p{L}+', ([text]) => scan(`${text} ${text}`, [within], undefined).length);
  expect(scan('今天 明天', [outer, outer], undefined).map(({ value }) => value)).toEqual([2, 2]);
  expect(scan('今天', [within], undefined)).toHaveLength(1);
});
