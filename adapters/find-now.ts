import type { Found, Lookup } from '../bot/contract.ts';
import type { Actor } from '../core/actor.ts';
import type { Inbox } from '../core/inbox/inbox.ts';
import type { Log } from '../core/log.ts';
import { lateAfter } from './late.ts';

/** Whoever types does not wait longer; the platforms give up after 3 s. */
const DEADLINE_MS = 1_500;

/** Nothing is recorded and nothing changes, so what fails or takes too long is simply not found: the person types on. */
export async function findNow(
  lookup: Lookup,
  { inbox, bot, log }: { inbox: Inbox; bot: { find(lookup: Lookup, actor: Actor): Promise<Found[]> }; log: Log },
): Promise<Found[]> {
  const late = lateAfter(DEADLINE_MS);
  const finding = inbox
    .identify(lookup.sender)
    .then(({ actor }) => (actor ? bot.find(lookup, actor) : []))
    .catch((error: unknown): Found[] => {
      log.warn({ platform: lookup.sender.platform, err: error }, 'search failed');
      return [];
    });
  const found = await Promise.race([finding, late.comes]).finally(late.clear);
  return found === 'late' ? [] : found;
}
