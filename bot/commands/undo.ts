import { z } from 'zod';
import { lastUndoable, undoChange } from '../../core/changes/undo-change.ts';
import { undoCorrected } from '../../core/changes/undo-corrected.ts';
import type { Text } from '../../core/text.ts';
import { defineCommand, EVERYBODY } from '../command.ts';
import { hiddenFlag, hiddenId } from '../fields/common.ts';
import { optional } from '../fields/field.ts';
import { undoneCard } from '../views/undo.ts';
import { viewer } from '../views/viewer.ts';
import { everyCommand } from './index.ts';

/** What a command of an earlier version did stays unsaid. */
function summaryOf(name: string): Text | undefined {
  return everyCommand().find((command) => command.name === name && !command.isInternal)?.summary;
}

export const changeUndo = defineCommand({
  name: 'change.undo',
  words: { en: ['undo'], zh: ['撤销', '撤回'] },
  summary: { en: 'Undo my last change', zh: '撤销上一步操作' },
  examples: { en: ['undo'], zh: ['撤销'] },
  effect: 'log',
  undoable: false,
  allow: EVERYBODY,
  input: z.strictObject({ change: optional(hiddenId()), corrected: optional(hiddenFlag()) }),
  async run(core, { change, corrected }) {
    const takeBack = corrected ? undoCorrected : undoChange;
    const { command, undone } = await takeBack(core, change ?? (await lastUndoable(core)));
    const summaries = (command ?? '').split('+').flatMap((name) => summaryOf(name) ?? []);
    const card = undoneCard(summaries, undone, viewer(core));
    return { kind: 'card', inPlace: change !== undefined, card };
  },
});
