/** What is said in place of a value to take away the one that stands: `--phone -`. */
export const EMPTY = '-';

/** Nothing of ours is called by a dash alone, however long somebody's keyboard makes it. */
const DASH = /^[-–—－]+$/u;

/** A value that says there is to be none. */
export const isEmptying = (typed: unknown): boolean =>
  typed === null || (typeof typed === 'string' && DASH.test(typed));

/** A list that comes to the one that stands: +浙江. */
export const ADDED = /^[+＋](?<list>.*)$/su;
