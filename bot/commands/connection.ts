import { z } from 'zod';
import type { Card } from '../cards/card.ts';
import { ADMIN } from '../command.ts';
import type { Reply } from '../contract.ts';
import { textField } from '../fields/common.ts';

export const nameField = () => textField({ en: 'Name', zh: '名称' }, { positional: true });

/** Of all of them. */
export const LISTED = { effect: 'read', allow: ADMIN, input: z.strictObject({}) } as const;

const NAMED = { allow: ADMIN, input: z.strictObject({ name: nameField() }) } as const;

/** Of one, by its name alone. */
export const SHOWN = { ...NAMED, effect: 'read' } as const;

export const TRIED = { ...NAMED, effect: 'log', undoable: false } as const;

/** The secret that was shown once ends: nothing brings it back. */
export const ROTATED = {
  ...NAMED,
  effect: 'write',
  undoable: false,
  submit: { en: 'Draw a new secret', zh: '更换密钥' },
} as const;

/** Secrets and addresses are for the admin who asked alone. */
export const toAdmin = (card: Card, { inPlace = false } = {}): Reply => ({
  kind: 'card',
  inPlace,
  card,
});
