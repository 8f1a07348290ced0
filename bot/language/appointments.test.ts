import { describe, expect, it } from 'vitest';
import * as gold from './appointments.gold.ts';
import { readSentence } from './index.ts';
import { world } from './world.gold.ts';
import { sorted, written } from './written.gold.ts';

describe('appointments, words of contacts, shares and purchases', () => {
  it.each(Object.values(gold).flat())('R8 R12 R16 R26 R35: “%s”', async (sentence, expected) => {
    const context = { today: '2026-05-13', time: '15:30', locale: 'zh', currency: 'CNY' } as const;
    expect(written(await readSentence(sentence, context, world))).toBe(sorted(expected));
  });

  it('R26: “it” is the deal spoken of last', async () => {
    const context = {
      today: '2026-05-13',
      locale: 'en',
      currency: 'CNY',
      named: { deal: 'Kiln humidity pilot' },
    } as const;
    expect(written(await readSentence('give Lucy 30% of it', context, world))).toBe(
      'opportunity.member|opportunity=Kiln humidity pilot|person=Lucy King|share=30',
    );
  });
});
