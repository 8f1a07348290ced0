// A file of Slack’s own: what can be pressed, alone and behind a menu.

import type { ActionsBlock, Button as ButtonElement, Overflow } from '@slack/types';
import type { Button } from '../../bot/cards/card.ts';
import { inGroups } from '../fitting.ts';
import { ACTIONS, BUTTON_LABEL, CONFIRM, MENU, OPTION } from './limits.ts';
import { plain } from './texts.ts';
import { writeButton, writeMenu } from './wire.ts';

/** How many elements were drawn: their ids must differ. */
export type Counted = { buttons: number };

/** Buttons, and `more` in menus of what one takes; what asks first stays a button, as a menu asks nothing. */
export function toElements(
  buttons: readonly Button[],
  more: readonly Button[],
  surface: Counted,
): (ButtonElement | Overflow)[] {
  const groups = inGroups(
    more.filter(({ confirm }) => !confirm),
    MENU.most,
  );
  const menus = groups.flatMap((offered) => {
    const menu = offered.length < MENU.fewest ? undefined : toMenu(offered, surface);
    return menu ? [{ menu, offered }] : [];
  });
  const isBehind = (button: Button) => menus.some(({ offered }) => offered.includes(button));
  const shown = [...buttons, ...more.filter((button) => !isBehind(button))];
  return [...shown.map((button) => toButton(button, surface)), ...menus.map(({ menu }) => menu)];
}

export function toActions(elements: readonly (ButtonElement | Overflow)[]): ActionsBlock[] {
  return inGroups(elements, ACTIONS).map((group) => ({ type: 'actions', elements: group }));
}

/** Undefined where the presses carry more than a menu can. */
function toMenu(offered: readonly Button[], surface: Counted): Overflow | undefined {
  const written = writeMenu(offered, surface.buttons);
  if (!written) {
    return undefined;
  }
  surface.buttons += 1;
  return {
    type: 'overflow',
    action_id: written.actionId,
    options: offered.map(({ label }, at) => ({ text: plain(label, OPTION), value: written.values[at] ?? '' })),
  };
}

function toButton({ label, command, input, style, confirm }: Button, surface: Counted): ButtonElement {
  return {
    type: 'button',
    action_id: `b${surface.buttons++}`,
    text: plain(label, BUTTON_LABEL),
    value: writeButton({ command, input }),
    ...(style ? { style } : {}),
    ...(confirm
      ? {
          confirm: {
            title: plain(confirm.title, CONFIRM.title),
            text: plain(confirm.text, CONFIRM.text),
            confirm: plain(confirm.yes, CONFIRM.button),
            deny: plain(confirm.no, CONFIRM.button),
            ...(style ? { style } : {}),
          },
        }
      : {}),
  };
}
