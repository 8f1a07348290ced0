import { z } from 'zod';
import { releasePending } from '../../core/pending-actions.ts';
import { defineCommand, EVERYBODY } from '../command.ts';
import { hiddenId, hiddenNumber } from '../fields/common.ts';
import { invoke } from '../invoke.ts';
import { takeChoice } from '../pending.ts';

/** The press on a choice or a confirmation: what was kept goes through the gate again, as this person. */
export const pendingTake = defineCommand({
  name: 'pending.take',
  words: { en: ['pending take'], zh: ['确认选择'] },
  summary: { en: 'Choose', zh: '选择' },
  examples: { en: [], zh: [] },
  effect: 'log',
  allow: EVERYBODY,
  isInternal: true,
  input: z.strictObject({ pending: hiddenId(), choice: hiddenNumber() }),
  async run(core, input) {
    const reply = await invoke(core, await takeChoice(core, input));
    if (reply.kind === 'form') {
      await releasePending(core, input.pending); // nothing is done yet: whoever closes the form may press again;
    }
    return reply.kind === 'card' ? { ...reply, inPlace: true } : reply;
  },
});
