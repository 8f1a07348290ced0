import { hasRole } from '../actor.ts';
import type { Core } from '../context.ts';
import { getToday } from '../today/get-today.ts';
import { type Digest, EMPTY, hasNothingToSay } from './digest.ts';
import { findPeopleStanding } from './find-people-standing.ts';
import { findTeamsStanding } from './find-teams-standing.ts';

/** The actor's morning, by his roles; undefined when there is nothing to say. One round trip: the queries go together. */
export async function composeDigest(core: Core): Promise<Digest | undefined> {
  const [own, people, teams] = await Promise.all([
    getToday(core),
    hasRole(core.actor, ['manager', 'director']) ? findPeopleStanding(core) : EMPTY,
    hasRole(core.actor, ['executive']) ? findTeamsStanding(core) : EMPTY,
  ]);
  const digest = { day: core.today, own, people, teams };
  return hasNothingToSay(digest) ? undefined : digest;
}
