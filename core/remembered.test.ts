import { expect, it } from 'vitest';
import { remembered } from './remembered.ts';

it('an answer is worked out once for the same texts, and anew when too many were kept', () => {
  const asked: string[] = [];
  const join = remembered((a: string, b: string) => {
    asked.push(`${a}${b}`);
    return `${a}+${b}`;
  });
  expect([join('a', 'bc'), join('ab', 'c'), join('a', 'bc')]).toEqual(['a+bc', 'ab+c', 'a+bc']);
  expect(asked).toEqual(['abc', 'abc']);
  for (let at = 0; at < 1_000; at++) {
    join('x', String(at));
  }
  join('a', 'bc');
  expect(asked).toHaveLength(1_003);
});

it('what fails is not remembered', () => {
  let tries = 0;
  const work = remembered((text: string) => {
    tries++;
    throw new Error(text);
  });
  expect(() => work('a')).toThrow('a');
  expect(() => work('a')).toThrow('a');
  expect(tries).toBe(2);
});
