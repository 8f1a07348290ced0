import { describe, expect, it } from 'vitest';
import { asOneValue, saidIn } from './several-products.ts';

const gate = { id: '1', name: { zh: '边缘网关', en: 'EdgeGate' }, code: 'HL-G10' };
const heavy = { id: '2', name: { zh: '工业边缘网关', en: 'EdgeGate 30 5G' }, code: null };
const all = [gate, heavy];
const ids = (text: string) => saidIn(text, all).map(({ id }) => id);

describe('products a text speaks of (R5)', () => {
  it('are known by either name or by the code, whatever the case', () => {
    expect(ids('想了解边缘网关的价格')).toEqual(['1']);
    expect(ids('asks about the edgegate, and soon')).toEqual(['1']);
    expect(ids('need 5 x hl-g10')).toEqual(['1']);
  });

  it('are the longer of two names in one place, and both where both are said', () => {
    expect(ids('工业边缘网关')).toEqual(['2']);
    expect(ids('边缘网关和工业边缘网关')).toEqual(['1', '2']);
  });

  it('are none where a name is only part of another word', () => {
    expect(ids('EdgeGateway and HL-G100')).toEqual([]);
    expect(ids('')).toEqual([]);
  });
});

it('is one value for the same products, in whatever order they were chosen', () => {
  expect(asOneValue(['b', 'a', 'b'])).toBe('a,b');
});
