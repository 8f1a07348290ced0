import { expect, it } from 'vitest';
import { isOfIndustry } from './industry-words.ts';

it.each([
  ['化工', '化工行业', true],
  ['精细化工', '化工', true],
  ['Chemicals', '化工', true],
  ['化工', 'chemical', true],
  ['食品饮料', '食品', true],
  ['Pharma packaging', '制药', true],
  ['Pharmaceuticals', 'pharma industry', true],
  ['电子制造', '制造业', true],
  ['航空', 'aerospace', true],
  ['自己的行当', '自己的行当', true],
  ['食品', '化工', false],
  ['Mining', 'food', false],
])('R64: %s is %s: %s', (onFile, said, isOne) => {
  expect(isOfIndustry(onFile, said)).toBe(isOne);
});
