import { z } from 'zod';
import type { Card } from '../../../bot/cards/card.ts';
import { plainly } from '../../../bot/cards/plainly.ts';
import { PLATFORM_NAMES } from '../../platform-names.ts';
import { toRefs, upload } from '../parse.ts';
import type { Look } from './look.ts';

const values = z.record(z.string(), z.unknown());
const press = z.strictObject({ command: z.string(), input: values });
const submit = z
  .strictObject({
    command: z.string(),
    hidden: values,
    values: z.record(z.string(), z.string()),
    files: z.record(z.string(), z.array(upload)).optional(),
  })
  .transform(({ files, ...given }) => ({
    ...given,
    ...(files
      ? { files: Object.fromEntries(Object.entries(files).map(([field, each]) => [field, toRefs(each)])) }
      : {}),
  }));

/** The neutral card itself, as the bot wrote it. */
export const plainLook: Look = {
  name: 'plain',
  label: PLATFORM_NAMES.plain,
  shares: 'thread',
  message: said,
  window: said,
  readPress(pressed) {
    const asPress = press.safeParse(pressed);
    // A form that stands in a message is submitted by one of its buttons.
    return asPress.success ? { kind: 'press', ...asPress.data } : { kind: 'submit', ...submit.parse(pressed) };
  },
  readSubmit: (submitted) => ({ kind: 'submit', ...submit.parse(submitted) }),
};

/** Charts and boards in words: this look is for reading what the bot wrote, without any platform's pictures. */
function said(card: Card): Card {
  return { ...card, body: card.body.flatMap(plainly) };
}
