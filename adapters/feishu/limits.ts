import { fitParts, type Section as SectionOf } from '../fitting.ts';
import type { Element } from './card.ts';

/** What Feishu refuses, each with the page that says so; `…/` is https://open.feishu.cn/document/uAjLw4CM/ukzMukzMukzM/feishu-cards/ */

/** `…/card-json-v2-structure`: everything with a tag counts, the texts of buttons and options too. */
const ELEMENTS = 200;
/**
 * https://open.feishu.cn/document/server-docs/im-v1/message-card/patch: the whole request, in which the card stands as a
 * string within JSON; what stands around it there has the rest.
 */
const REQUEST_BYTES = 30_000;
const AROUND_BYTES = 500;

/** `…/card-json-v2-components/content-components/table`; the lengths are ours, so that one table leaves room for more. */
export const TABLE = {
  perCard: 5,
  columns: 50,
  pageSize: 10,
  bytes: 12_000,
  cell: 200,
  heading: 60,
  line: 400,
} as const;
/** `…/card-json-v2-components/content-components/chart` recommends five; beyond the rest nobody can read one. */
export const CHART = { perCard: 5, series: 6, categories: 30, label: 40 } as const;

/** One line each; nothing is written of them. */
export const TITLE = 100;
export const SUMMARY = 120;
export const ALT = 300;
export const BUTTON_LABEL = 75;
export const CONFIRM = { title: 60, text: 300 } as const;
/** Nothing is written of it; the neutral card keeps below every platform's. */
export const BUTTON_VALUE = 1_500;
/** Side by side they wrap; so many share one row's fate when a card has to be cut. */
export const ROW = 6;
export const MENU = 10;

/** A text is cut here into parts, so that one too long for a card is shown as far as it goes. */
export const TEXT = 2_000;
export const FACTS = 10;
export const FACT = { label: 100, value: 500 } as const;
export const RECORD = { title: 300, detail: 1_000 } as const;

/** `…/card-json-v2-components/interactive-components/input`: `max_length`. */
export const INPUT_VALUE = 1_000;
export const OPTION = 75;

/** Ours: https://open.feishu.cn/document/uAjLw4CM/ukzMukzMukzM/feishu-cards/card-json-v2-components/component-json-v2-overview has no input for files. */
export const FILE_HINT = 100;

/** What a form may take of a card, and how it is cut to that: the first that fits. */
export const FORM = { elements: 170, bytes: 24_000 } as const;
export const FORM_CUTS = [
  { options: 60, value: INPUT_VALUE, label: 100, placeholder: 100, error: 200 },
  { options: 20, value: INPUT_VALUE, label: 60, placeholder: 40, error: 100 },
  { options: 10, value: 500, label: 40, placeholder: 0, error: 60 },
  { options: 3, value: 100, label: 20, placeholder: 0, error: 40 },
] as const;

/** One line at the top of the screen, gone after three seconds. */
export const TOAST = 200;

/** https://open.feishu.cn/document/server-docs/im-v1/image/create: 10 MB. How long one is waited for, and how many are known. */
export const IMAGE = { bytes: 10_000_000, fetchMs: 2_000, kept: 500 } as const;

/** https://open.feishu.cn/document/server-docs/im-v1/message/create: `uuid`. */
export const UUID = 50;

/** How often Feishu takes a call: the pages of im-v1/message/create and …/patch, and every method 1000 a minute, 50 a second. */
const METHOD = [
  { points: 50, seconds: 1 },
  { points: 1_000, seconds: 60 },
];
export const RATES = {
  /** To one person, and to one group by all its bots together. */
  place: [{ points: 5, seconds: 1 }],
  /** Of one message. */
  message: [{ points: 5, seconds: 1 }],
  create: METHOD,
  reply: METHOD,
  patch: METHOD,
} as const;

export type Section = SectionOf<Element>;
export type Size = { elements: number; bytes: number };

/** As many elements as there is room for beside what the card has already. */
export function fitInto(sections: readonly Section[], taken: Size): Element[] {
  return fitParts(sections, {
    room: [ELEMENTS - taken.elements, REQUEST_BYTES - AROUND_BYTES - taken.bytes],
    measure(parts) {
      const { elements, bytes } = sizeOf(parts);
      return [elements, bytes];
    },
    mark: (words) => ({ tag: 'div', text: { tag: 'plain_text', content: words } }),
  });
}

export function sizeOf(value: unknown): Size {
  return { elements: tagsIn(value), bytes: Buffer.byteLength(JSON.stringify(JSON.stringify(value))) };
}

function tagsIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) {
    return 0;
  }
  let count = 'tag' in value ? 1 : 0;
  for (const inner of Object.values(value)) {
    if (typeof inner === 'object') {
      count += tagsIn(inner);
    }
  }
  return count;
}
