import { expect, it } from 'vitest';
import { Pulse } from './pulse.ts';

it('beats from the first job on, until none has come for a minute', () => {
  let now = 5;
  const pulse = new Pulse(() => now);
  expect(pulse.isBeating).toBe(false);
  pulse.beat();
  expect(pulse.isBeating).toBe(true);
  now += 59_999;
  expect(pulse.isBeating).toBe(true);
  now += 1;
  expect(pulse.isBeating).toBe(false);
  pulse.beat();
  expect(pulse.isBeating).toBe(true);
});
