// A file of its own: what an Adaptive Card is made of, as far as more than one file draws it.
// https://adaptivecards.io/explorer, version 1.5, with what Teams adds to it.

/** An element or an action; which properties each may have the official schema says, in the tests. */
export type Element = { type: string; [property: string]: unknown };

export type AdaptiveCard = {
  type: 'AdaptiveCard';
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json';
  version: '1.5';
  body: Element[];
  /** What Teams presses by itself for whoever looks at the card. */
  refresh?: { action: Element; userIds?: string[] };
  /** Teams' own: the card may take the width of the conversation. */
  msteams: { width: 'Full' };
};

/** What stands where there is nothing. */
export const NOTHING = '–';

export function toText(text: string, style: Readonly<Record<string, unknown>> = {}): Element {
  return { type: 'TextBlock', text, wrap: true, ...style };
}

/** Pictures that are in the card as data do not count: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages */
export function sizeOf(elements: readonly unknown[]): number {
  return elements.reduce<number>((sum, element) => sum + JSON.stringify(element).length + 1 - dataIn(element), 0);
}

function dataIn(element: unknown): number {
  const url = typeof element === 'object' && element !== null && 'url' in element ? element.url : undefined;
  return typeof url === 'string' && url.startsWith('data:') ? url.length : 0;
}

/** As many from the first as have room. */
export function within<Part>(parts: readonly Part[], room: number): readonly Part[] {
  let left = room;
  const end = parts.findIndex((part) => {
    left -= sizeOf([part]);
    return left < 0;
  });
  return end < 0 ? parts : parts.slice(0, end);
}
