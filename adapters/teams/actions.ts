// A file of its own: what can be pressed, with the question before it and the older way beneath it.

import type { Button } from '../../bot/cards/card.ts';
import { clip } from '../words.ts';
import { type Element, toText } from './elements.ts';
import { ACTION_LABEL, ACTIONS, CONFIRM } from './limits.ts';
import { inert, oneLine } from './markdown.ts';
import { type Carried, writeAction } from './wire.ts';

/** What is drawn on, and what of it is used up. */
export type Surface = { kind: 'message' | 'dialog'; isOwnView: boolean; questions: number };

const STYLES = { primary: 'positive', danger: 'destructive' } as const;

/** In rows of what Teams shows; `more` stand behind one menu where they fit. A question is beneath the row of the button that asks it. */
export function toActions(buttons: readonly Button[], more: readonly Button[], surface: Surface): Element[][] {
  const shown = rowsOf(buttons.map((button) => toButton(button, surface)));
  const [menu = [], ...menus] = rowsOf(more.map((button) => toButton(button, surface, { mode: 'secondary' })));
  const last = shown.at(-1) ?? [];
  // A row has a menu of its own: one that was parted would be two.
  const rows =
    last.length + menu.length <= ACTIONS
      ? [...shown.slice(0, -1), [...last, ...menu], ...menus]
      : [...shown, menu, ...menus];
  return rows
    .filter((row) => row.length > 0)
    .map((row) => {
      const questions = row.flatMap(({ question }) => question ?? []);
      return [{ type: 'ActionSet', actions: row.map(({ action }) => action) }, ...questions];
    });
}

function rowsOf(drawn: readonly Drawn[]): Drawn[][] {
  return Array.from({ length: Math.ceil(drawn.length / ACTIONS) }, (_, at) =>
    drawn.slice(at * ACTIONS, (at + 1) * ACTIONS),
  );
}

/** The button of a form: all that is typed goes along. */
export function toSubmit(label: string, carried: Carried, surface: Surface): Element {
  const action = invoking(carried, surface, { title: toLabel(label), style: 'positive' });
  return { type: 'ActionSet', actions: [action] };
}

type Drawn = { action: Element; question?: Element };

function toButton(button: Button, surface: Surface, mode: { mode?: 'secondary' } = {}): Drawn {
  const { label, command, input, style, confirm } = button;
  const look = { title: toLabel(label), ...mode, ...(style ? { style: STYLES[style] } : {}) };
  const press = (shown: Look) => invoking({ command, input }, surface, { ...shown, associatedInputs: 'none' });
  if (!confirm) {
    return { action: press(look) };
  }
  // Teams asks nothing by itself: the question is there already, and the button shows it.
  const id = `question${surface.questions++}`;
  const toggle = (shown: Look) => ({ type: 'Action.ToggleVisibility', ...shown, targetElements: [id] });
  const yes = press({ title: toLabel(confirm.yes), ...(style ? { style: STYLES[style] } : {}) });
  return {
    action: toggle(look),
    question: {
      type: 'Container',
      id,
      isVisible: false,
      style: 'emphasis',
      items: [
        toText(inert(clip(oneLine(confirm.title).trim(), CONFIRM.title)) || '?', { weight: 'Bolder' }),
        ...(confirm.text.trim() ? [toText(inert(clip(oneLine(confirm.text), CONFIRM.text)))] : []),
        { type: 'ActionSet', actions: [yes, toggle({ title: toLabel(confirm.no) })] },
      ],
    },
  };
}

type Look = { title: string; style?: string; mode?: 'secondary'; associatedInputs?: 'none' };

/** An invocation answered in the response; in a dialog, and where a client knows no invocations, a submit. */
function invoking(carried: Carried, surface: Surface, look: Look): Element {
  const data = writeAction({ ...carried, isOwnView: surface.isOwnView });
  const submit = { type: 'Action.Submit', ...look, data };
  return surface.kind === 'dialog'
    ? submit
    : { type: 'Action.Execute', verb: carried.command, ...look, data, fallback: submit };
}

function toLabel(label: string): string {
  return clip(oneLine(label).trim(), ACTION_LABEL) || '–';
}
