import { expect, it } from 'vitest';
import { PlatformError } from '../bot/contract.ts';
import { firstOf } from './first-of.ts';

const fails = (error: unknown) => () => Promise.reject(error);
const gone = new PlatformError('gone', { retryable: false });
const busy = new PlatformError('ratelimited', { retryable: true });

it('takes the first way that is open, and no other', async () => {
  const taken: string[] = [];
  const way = (name: string) => async () => void taken.push(name);
  await firstOf([fails(gone), way('second'), way('third')]);
  expect(taken).toEqual(['second']);
});

it('works around nothing that may pass, nor a bug, nor the last failure', async () => {
  const never = () => Promise.reject(new Error('taken'));
  await expect(firstOf([fails(busy), never])).rejects.toBe(busy);
  const bug = new TypeError('a bug');
  await expect(firstOf([fails(bug), never])).rejects.toBe(bug);
  await expect(firstOf([fails(busy), fails(gone)])).rejects.toBe(busy);
  await expect(firstOf([fails(gone), fails(gone)])).rejects.toBe(gone);
});
