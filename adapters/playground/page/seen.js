/** What was read, by conversation and reader; numbers of another epoch mean nothing. */

const KEY = 'parley.seen';

/** @param {string} epoch */
export function openSeen(epoch) {
  const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}');
  /** @type {Record<string, number>} */
  const numbers = kept.epoch === epoch ? kept.numbers : {};
  return {
    epoch,
    /** What was said here before is gone: conversations live as long as the server does. */
    isRestarted: kept.epoch !== undefined && kept.epoch !== epoch,
    /** @param {string} conversation */
    of: (conversation) => numbers[conversation] ?? 0,
    /**
     * @param {string} conversation
     * @param {number} number
     */
    mark(conversation, number) {
      if (number <= (numbers[conversation] ?? 0)) return;
      numbers[conversation] = number;
      localStorage.setItem(KEY, JSON.stringify({ epoch, numbers }));
    },
  };
}
