/** What the playground keeps and takes. It lives in memory, so everything has an end. */
export const MESSAGES_PER_CONVERSATION = 500;

/** Pictures that can still be drawn for cards shown before. */
export const PICTURES = 200;

/** Slack's own limit of a message's text, so that nobody learns a habit here that fails there. */
export const WORDS_MAX = 4_000;

/** Between two comments on an idle stream; well below the 20 s after which the server drops a silent connection. */
export const HEARTBEAT_MS = 8_000;

/** Files put into the page and not fetched yet; what is kept of them in the end is the product's own to say. */
export const UPLOADS = { count: 6, bytes: 26_214_400 } as const;
