import { expect, it } from 'vitest';
import { shareOut } from './share-out.ts';

const home = (id: string, region: string | null = null, industry: string | null = null) => ({ id, region, industry });
const north = { id: 'north', regions: ['北京'], industries: [] };
const south = { id: 'south', regions: ['广东'], industries: ['医疗'] };

it('R21: gives everything to the only one there is', () => {
  expect([...shareOut([home('a'), home('b')], [north])]).toEqual([
    ['a', 'north'],
    ['b', 'north'],
  ]);
});

it('R21: gives each to whoever covers its region, before whoever knows its industry', () => {
  const homes = [home('a', '广东深圳'), home('b', '北京朝阳', '医疗'), home('c', null, '医疗')];
  expect(Object.fromEntries(shareOut(homes, [north, south]))).toEqual({ a: 'south', b: 'north', c: 'south' });
});

it('R21: shares what nobody is nearer to evenly, beginning with the one named first', () => {
  const homes = ['a', 'b', 'c', 'd', 'e'].map((id) => home(id));
  expect([...shareOut(homes, [south, north]).values()]).toEqual(['south', 'north', 'south', 'north', 'south']);
});
