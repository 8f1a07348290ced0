import type { z } from 'zod';
import type { Locale, Text } from '../core/text.ts';
import type { Button } from './cards/card.ts';
import type { commands } from './commands/index.ts';

type Registered = (typeof commands)[number];
type Named<Name extends Registered['name']> = Extract<Registered, { name: Name }>;

/** A button that invokes a command; the name and the values it carries are checked against the declaration. */
export function press<Name extends Registered['name']>(
  label: Text,
  locale: Locale,
  command: Name,
  input: Partial<z.input<Named<Name>['input']>>,
  options: Pick<Button, 'style' | 'confirm'> = {},
): Button {
  return { label: label[locale], command, input, ...options };
}
