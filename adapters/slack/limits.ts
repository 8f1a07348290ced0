import { fitParts, type Section as SectionOf } from '../fitting.ts';
import type { SlackBlock } from './blocks.ts';

/** What Slack refuses, each with the page that says so; ours are below it where two pages disagree. */

/** https://docs.slack.dev/reference/block-kit/blocks */
export const MESSAGE_BLOCKS = 50;
/** https://docs.slack.dev/reference/views/modal-views */
export const MODAL_BLOCKS = 100;
/** Refused above about 13 200 as `msg_blocks_too_long`: https://github.com/slackapi/bolt-js/issues/2509 */
export const MESSAGE_TEXT = 12_000;
/** Nothing is written of a window's text; the whole is refused above 250 kB as `view_too_large`. */
export const MODAL_TEXT = 50_000;
/** An inline form leaves room for what is said around it. */
export const MESSAGE_INPUTS = 40;
/** https://docs.slack.dev/reference/methods/chat.postMessage recommends 4 000 and cuts at 40 000. */
export const FALLBACK_TEXT = 1_000;

/** https://docs.slack.dev/reference/block-kit/blocks/header-block */
export const HEADER = 150;
/** https://docs.slack.dev/reference/block-kit/blocks/section-block */
export const SECTION = 3_000;
export const FIELDS = 10;
/** 2 000 are allowed; ten of those would not fit a message. */
export const FIELD_VALUE = 500;
export const FIELD_LABEL = 100;
/** https://docs.slack.dev/reference/block-kit/blocks/actions-block */
export const ACTIONS = 25;
/** https://docs.slack.dev/reference/block-kit/block-elements/button-element */
export const BUTTON_LABEL = 75;
/** 2 000 are allowed; the neutral card keeps below every platform's. */
export const BUTTON_VALUE = 1_500;
/** https://docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object */
export const CONFIRM = { title: 100, text: 300, button: 30 } as const;

/** https://docs.slack.dev/reference/block-kit/blocks/input-block allows 2 000; nobody reads those. */
export const INPUT_LABEL = 150;
export const INPUT_HINT = 300;
/** https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element */
export const INPUT_VALUE = 3_000;
/** https://docs.slack.dev/reference/block-kit/block-elements/file-input-element: in windows only, ten files at the most. */
export const FILE_INPUT = 10;
/** https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element */
export const OPTIONS = 100;
export const PLACEHOLDER = 150;
/** https://docs.slack.dev/reference/block-kit/composition-objects/option-object; values are 150 there, 75 in @slack/types. */
export const OPTION = 75;

/** https://docs.slack.dev/reference/views/modal-views: title, submit and close. */
export const MODAL_LABEL = 24;
export const PRIVATE_METADATA = 3_000;

/**
 * https://docs.slack.dev/reference/block-kit/blocks/table-block: one a message, none in a window.
 * The lengths are ours: a table may take half of a message's text.
 */
export const TABLE = { rows: 100, columns: 20, text: 6_000, cell: 200, alignedCell: 60 } as const;

/** https://docs.slack.dev/reference/methods/files.getUploadURLExternal */
export const FILE_ALT = 1_000;

/**
 * How often Slack takes a call: https://docs.slack.dev/apis/web-api/rate-limits. One message a second and channel, with
 * short bursts; each method so many a minute and workspace, which is its tier; "several hundred" messages a minute in all.
 */
const perMinute = (points: number) => [{ points, seconds: 60 }];
export const RATES = {
  channel: [{ points: 5, seconds: 5 }],
  'chat.postMessage': perMinute(300),
  'chat.postEphemeral': perMinute(100),
  'chat.update': perMinute(50),
  'conversations.open': perMinute(50),
} as const;

/** https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block; newer pages of others say 12 for 6. */
export const CHART = { perMessage: 2, title: 50, series: 6, categories: 20, label: 20, axis: 50 } as const;
/** https://docs.slack.dev/reference/block-kit/block-elements/overflow-menu-element; with one option it is no menu. */
export const MENU = { fewest: 2, most: 5 } as const;
/** https://docs.slack.dev/reference/block-kit/block-elements/button-element: the same for every element. */
export const ACTION_ID = 255;
/** https://docs.slack.dev/reference/block-kit/blocks/image-block */
export const IMAGE = { url: 3_000, alt: 2_000 } as const;

/** https://docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts */
export const PROMPTS = 4;
export const PROMPT = 75;

/** Records: enough to know one by. */
export const RECORD = { title: 300, detail: 1_000 } as const;

export type Section = SectionOf<SlackBlock>;

export type Room = { blocks: number; text: number };

/** As many blocks as there is room for. */
export function fitInto(sections: readonly Section[], { blocks, text }: Room): SlackBlock[] {
  return fitParts(sections, {
    room: [blocks, text],
    measure: (parts) => [parts.length, textIn(parts)],
    mark: (words) => ({ type: 'context', elements: [{ type: 'plain_text', text: words }] }),
  });
}

/** What holds words: in texts, and in charts. */
const READ = new Set(['text', 'label', 'name']);

/** The characters a reader sees. */
function textIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) {
    return 0;
  }
  let length = 0;
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner === 'object') {
      length += textIn(inner);
    } else if (typeof inner === 'string' && READ.has(key)) {
      length += inner.length;
    }
  }
  return length;
}
