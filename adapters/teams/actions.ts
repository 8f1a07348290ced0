// A file of its own: what can be pressed, with the question before it and the older way beneath it.

import type { Button } from '../../bot/cards/card.ts';
import { clip } from '../words.ts';
import { type Element, toText } from './elements.ts';
import { ACTION_LABEL, ACTIONS, CONFIRM } from './limits.ts';
import { inert, oneLine } from './markdown.ts';
import { type Carried, writeAction } from './wire.ts';

/** What is drawn on, and what of it is used up. */
export type Surface = { kind: 'message' | 'dialog'; isOwnView: boolean; questions: number };

const MORE = { en: 'More', zh: '更多' } as const;

const STYLES = { primary: 'positive', danger: 'destructive' } as const;

/**
 * In rows of what Teams shows; several that are rare stand behind one button that says so, as Teams' own menu is but dots. A
 * question is beneath the row of the button that asks it.
 */
export function toActions(buttons: readonly Button[], more: readonly Button[], surface: Surface): Element[][] {
  const rare = more.length > 1 ? more : [];
  const shown = [...buttons, ...(rare.length > 0 ? [] : more)].map((button) => toButton(button, surface));
  if (rare.length === 0) {
    return rowsOf(shown).map(toRow);
  }
  const id = `more${surface.questions++}`;
  const open: Drawn = { action: { type: 'Action.ToggleVisibility', title: moreOf(rare), targetElements: [id] } };
  const items = rowsOf(rare.map((button) => toButton(button, surface))).flatMap(toRow);
  const rows = rowsOf([...shown, open]).map(toRow);
  return [...rows.slice(0, -1), [...(rows.at(-1) ?? []), { type: 'Container', id, isVisible: false, items }]];
}

function toRow(row: readonly Drawn[]): Element[] {
  return [
    { type: 'ActionSet', actions: row.map(({ action }) => action) },
    ...row.flatMap(({ question }) => question ?? []),
  ];
}

/** In the language of what is behind it: a card says no other. */
function moreOf(rare: readonly Button[]): string {
  return rare.some(({ label }) => /\p{Script=Han}/u.test(label)) ? MORE.zh : MORE.en;
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

function toButton(button: Button, surface: Surface): Drawn {
  const { label, command, input, style, confirm } = button;
  const look = { title: toLabel(label), ...(style ? { style: STYLES[style] } : {}) };
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

type Look = { title: string; style?: string; associatedInputs?: 'none' };

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
