import type { Card, PictureNode } from '../../../bot/cards/card.ts';
import type { FileRef } from '../../../bot/contract.ts';
import type { Text } from '../../../core/text.ts';

/** What was done on a card, read out of the look's own encoding. */
export type Acted =
  | { kind: 'press'; command: string; input: Readonly<Record<string, unknown>> }
  | {
      kind: 'submit';
      command: string;
      hidden: Readonly<Record<string, unknown>>;
      values: Readonly<Record<string, string>>;
      files?: Readonly<Record<string, readonly FileRef[]>>;
    };

/**
 * How a platform shows cards, with that platform's own renderer and codec, so that what is shown is what is sent.
 * A new one is one file here, one line in `looks.ts`, and its drawing: `page/look-<name>.js`.
 */
export type Look = {
  name: string;
  label: Text;
  /** What its platform shows as a picture, and what that is called there. */
  wants?(card: Card): readonly PictureNode[];
  toHandle?(id: string): string;
  /** What its platform gives of a message that is put on record: its whole thread, that message, or what was forwarded to the bot. */
  shares: 'thread' | 'message' | 'forwarded';
  /** What is posted. */
  message(card: Card): unknown;
  /** What opens as a window. */
  window(card: Card): unknown;
  /** Throws ZodError on what this look's page cannot have sent. */
  readPress(pressed: unknown): Acted;
  readSubmit(submitted: unknown): Acted;
};
