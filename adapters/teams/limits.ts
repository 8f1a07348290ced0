/** What Teams refuses, each with the page that says so; ours are below it where two pages disagree. */

/**
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages: 100 KB of UTF-16 with
 * everything around the card, else 413 `MessageSizeTooBig`. The rest is for what encodes and surrounds it.
 */
export const CARD_UNITS = 40_000;

/** https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-reference: six actions. */
export const ACTIONS = 6;
/** Nothing is written; an open card with more than this is no card any more. */
export const ACTION_LABEL = 75;
/** Ours, as on every platform: a button carries ids. A form carries its fields' names besides. */
export const CARRIED = 3_000;

/** Ours: enough to read, and no text takes the room of all the others. */
export const TITLE = 300;
export const TEXT = 4_000;
export const FACTS = 50;
export const FACT = { label: 100, value: 500 } as const;
export const RECORD = { title: 300, detail: 1_000 } as const;
/** A table may take a third of a card. */
export const TABLE = { rows: 100, columns: 8, cell: 200, units: 13_000 } as const;
export const CONFIRM = { title: 100, text: 300 } as const;

/** Ours: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format names none. */
export const INPUT = { label: 150, hint: 300, placeholder: 150, value: 4_000 } as const;
/** A form may take three quarters of a card: its lists are the longest of these that let it. */
export const FORM = { units: 30_000, lists: [100, 30, 10] } as const;
export const OPTION = { label: 100, value: 100 } as const;
/** https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/dynamic-search */
export const FOUND = 15;

/** https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/charts-in-adaptive-cards: ours are every platform's. */
export const CHART = { series: 6, points: 20, label: 20, title: 100 } as const;

/** https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/search-commands/respond-to-search */
export const RESULTS = 25;

/** Ours: longer forms take a window where Teams opens one. */
export const INLINE_INPUTS = 5;

/**
 * How often Teams takes a call: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit, per
 * conversation and per tenant.
 */
export const RATES = {
  conversation: [
    { points: 7, seconds: 1 },
    { points: 60, seconds: 30 },
    { points: 1_800, seconds: 3_600 },
  ],
  tenant: [{ points: 30, seconds: 1 }],
} as const;

/** What notifications tell. */
export const SUMMARY = 200;
/** Ours: a line that comes and goes. */
export const TOAST = 200;
