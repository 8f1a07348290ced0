import type { Button, InputBlock, KnownBlock } from '@slack/types';

/** Reading blocks as a person does. */

export type PlacedButton = { button: Button; blockId: string };

/** The buttons by their labels; a label twice is kept once, the first. */
export function buttonsOf(blocks: readonly KnownBlock[]): Map<string, PlacedButton> {
  const found = new Map<string, PlacedButton>();
  blocks.forEach((block, at) => {
    const elements = block.type === 'actions' ? block.elements : block.type === 'section' ? [block.accessory] : [];
    for (const element of elements) {
      if (element?.type === 'button' && !found.has(element.text.text)) {
        found.set(element.text.text, { button: element, blockId: block.block_id ?? `block${at}` });
      }
    }
  });
  return found;
}

export function inputsOf(blocks: readonly KnownBlock[]): InputBlock[] {
  return blocks.filter((block) => block.type === 'input');
}

/** The field a block is the input of. */
export function fieldOf({ block_id = '' }: InputBlock): string {
  return block_id.replace(/~[0-9a-z]*$/, '');
}

/** Everything there is to read, markup and zero-width characters taken off. */
export function wordsOf(blocks: readonly KnownBlock[]): string {
  return textsOf(blocks).join('\n');
}

function textsOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  if ('type' in value && 'text' in value && typeof value.text === 'string') {
    return [value.type === 'mrkdwn' ? fromMrkdwn(value.text) : value.text];
  }
  return Object.entries(value).flatMap(([key, inner]) => (key === 'confirm' ? [] : textsOf(inner)));
}

function fromMrkdwn(text: string): string {
  return text
    .replace(/<[^<>|]+\|([^<>]*)>/g, '$1')
    .replace(/(^|[^\p{L}\p{N}*])\*([^*\n]+)\*/gu, '$1$2')
    .replaceAll('\u200b', '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
