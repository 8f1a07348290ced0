import { z } from 'zod';
import { lastUndoable, undoChange } from '../../core/changes/undo-change.ts';
import { defineCommand, EVERYBODY } from '../command.ts';
import { hiddenId } from '../fields/common.ts';
import { optional } from '../fields/field.ts';
import { undoneCard } from '../views/undo.ts';

export const changeUndo = defineCommand({
  name: 'change.undo',
  words: { en: ['undo'], zh: ['撤销', '撤回'] },
  summary: { en: 'Undo my last change', zh: '撤销上一步操作' },
  examples: { en: ['undo'], zh: ['撤销'] },
  effect: 'log',
  undoable: false,
  allow: EVERYBODY,
  input: z.strictObject({ change: optional(hiddenId()) }),
  async run(core, { change }) {
    await undoChange(core, change ?? (await lastUndoable(core)));
    return { kind: 'card', audience: 'asker', inPlace: change !== undefined, card: undoneCard(core.actor.locale) };
  },
});
