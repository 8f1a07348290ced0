import { expect, it } from 'vitest';
import { isPlace, placesWithin } from './places.ts';

it('R64: an area holds its provinces and their cities, a province its cities, a city itself', () => {
  expect(placesWithin('华南')).toEqual(expect.arrayContaining(['华南', '广东', '深圳', '南宁', '三亚']));
  expect(placesWithin('华南')).not.toContain('厦门');
  expect(placesWithin('广东省')).toEqual(expect.arrayContaining(['广东', '广州', '东莞']));
  expect(placesWithin('苏州市')).toEqual(['苏州']);
});

it('R20: what was a place is one', () => {
  expect(['江苏苏州', '上海市浦东新区张江路88号', '胶东', '内蒙古自治区包头市'].map(isPlace)).toEqual([
    true,
    true,
    true,
    true,
  ]);
});
