import type { InputBlock } from '@slack/types';
import type { SlackBlock } from '../../adapters/slack/blocks.ts';

/** Reading blocks as a person does. */

/** What can be pressed, as the action Slack sends when it is. */
export type PlacedButton = { action: Record<string, unknown> };

/** The buttons by their labels, those behind menus too; a label twice is kept once, the first. */
export function buttonsOf(blocks: readonly SlackBlock[]): Map<string, PlacedButton> {
  const found = new Map<string, PlacedButton>();
  const place = (label: string, action: Record<string, unknown>) => {
    if (!found.has(label)) {
      found.set(label, { action });
    }
  };
  blocks.forEach((block, at) => {
    const elements = block.type === 'actions' ? block.elements : block.type === 'section' ? [block.accessory] : [];
    for (const element of elements) {
      const common = { block_id: block.block_id ?? `block${at}` };
      if (element?.type === 'button') {
        const { type, action_id, text, value } = element;
        place(text.text, { ...common, type, action_id, text, value });
      } else if (element?.type === 'overflow') {
        const { type, action_id, options } = element;
        options.forEach((option) => {
          place(option.text.text, { ...common, type, action_id, selected_option: option });
        });
      }
    }
  });
  return found;
}

export function inputsOf(blocks: readonly SlackBlock[]): InputBlock[] {
  return blocks.filter((block) => block.type === 'input');
}

/** The field a block is the input of; the time of a day stands in a block of its own, as `<field>.time`. */
export function fieldOf({ block_id = '' }: InputBlock): string {
  return block_id.replace(/~[0-9a-z]*(~t)?$/, (_whole, time) => (time ? '.time' : ''));
}

/** Everything there is to read, markup and zero-width characters taken off. */
export function wordsOf(blocks: readonly SlackBlock[]): string {
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
