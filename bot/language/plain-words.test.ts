import { describe, expect, it } from 'vitest';
import { some } from '../../test/support/breadth.ts';
import { readSentence, type SentenceContext } from './index.ts';
import { noTasks, plainTasks, unread, wordsOffered } from './plain-tasks.gold.ts';
import { nothingSaid, ofTheTask, plainWords, putRight } from './plain-words.gold.ts';
import { world } from './world.gold.ts';
import { sorted, written } from './written.gold.ts';

const context: SentenceContext = { today: '2026-05-13', time: '15:30', locale: 'zh', currency: 'CNY' };
const read = (sentence: string, more: Partial<SentenceContext> = {}) =>
  readSentence(sentence, { ...context, ...more }, world);

describe('in plain words', () => {
  it.each(some([...plainWords, ...plainTasks]))(
    'R12 R20 R26 R86 R102: is read what is said: %s',
    async (sentence, expected) => {
      expect(written(await read(sentence))).toBe(sorted(expected));
    },
  );

  it.each(some(putRight))('R102: after "%s", "%s" is read on top', async (first, then, expected) => {
    expect(written(await read(then, { previous: await read(first) }))).toBe(sorted(expected));
  });

  it.each(some([...nothingSaid, ...noTasks]))('R102: nothing is put on record by “%s”', async (sentence) => {
    expect(written(await read(sentence))).toMatch(/^(?:none|clarify|\?)/);
  });

  it.each(some(unread))('R102: nothing is read into “%s”', async (sentence) => {
    expect(written(await read(sentence))).toBe('none');
  });

  it.each(some(wordsOffered))('R35 R102: “%s” is offered for the record', async (sentence, customer) => {
    expect(await read(sentence)).toMatchObject({
      kind: 'clarify',
      options: [{ invocation: { command: 'follow-up.log', input: { customer, note: sentence } } }],
    });
  });

  it.each(some(ofTheTask))('R12 R102: “%s” after a task is about it', async (sentence, expected) => {
    const named = { task: 'send the contract', deal: 'Acme Corporation', customer: 'Acme Corporation' };
    expect(written(await read(sentence, { named }))).toBe(sorted(expected));
  });
});
