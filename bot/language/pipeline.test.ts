import { describe, expect, it } from 'vitest';
import { some } from '../../test/support/breadth.ts';
import { readSentence } from './index.ts';
import { dealAsked, pipelineAsked, unpaidAsked, workAsked } from './pipeline.gold.ts';
import { world } from './world.gold.ts';
import { sorted, written } from './written.gold.ts';

const read = async (sentence: string) =>
  written(await readSentence(sentence, { today: '2026-05-13', locale: 'zh', currency: 'CNY' }, world));

describe('what is asked of deals, work and money', () => {
  it.each(some([...pipelineAsked, ...workAsked, ...unpaidAsked, ...dealAsked]))(
    'R13 R30 R31 R32 R65 R70 R72 R103 R105: gets its own answer, not a neighbour’s: %s',
    async (sentence, expected) => {
      expect(await read(sentence)).toBe(sorted(expected));
    },
  );
});
