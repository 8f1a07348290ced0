import type { Core } from '../context.ts';
import { addDays, instantOf } from '../days.ts';
import { newId } from '../id.ts';
import { findNextCall, type NextCall } from './find-next-call.ts';
import { CALL_LIST, type CalledParty, type CallState, type Segment } from './segment.ts';

/** What is said of whom somebody has; `partyId` is whom the card was about, who may have been seen to since. */
export type Verdict = {
  partyId?: string | undefined;
  state: 'passed' | 'skipped' | 'snoozed';
  reason?: string;
  until?: Date;
};

type Claim = { id: string; partyId: string; version: number; isLogged: boolean };

const MINUTE_MS = 60_000;

/**
 * Sees to whom the actor has, if anything is said of him, and gives him the next one: nobody else is given that
 * one while his time lasts, also where two ask at the same moment (the second is run again). A follow-up logged since
 * counts as called. Where nothing is said he keeps whom he has.
 */
export async function workCallList(core: Core, segment: Segment, verdict?: Verdict): Promise<NextCall> {
  const claim = await findClaim(core, segment);
  const end = claim && endOf(core, claim, verdict);
  if (claim && end) {
    core.change.update('call_list_entries', claim.id, end, { version: claim.version });
    await core.flush();
  }
  const next = await findNextCall(core, segment);
  if (claim && !end && next.party?.id !== claim.partyId) {
    // He is no longer on the list: nobody has to see to him.
    core.change.remove('call_list_entries', claim.id, { version: claim.version });
  }
  if (next.party && !next.isMine) {
    hold(core, segment, next.party, next);
  }
  return next;
}

function hold(
  core: Core,
  { id: segmentId }: Segment,
  { entity, id }: CalledParty,
  { entryId, entryVersion }: NextCall,
): void {
  const own = {
    personId: core.actor.userId,
    state: 'claimed',
    reason: null,
    beganAt: core.now,
    until: new Date(core.now.getTime() + CALL_LIST.claimMinutes * MINUTE_MS),
  };
  if (entryId === null) {
    const party = entity === 'lead' ? { leadId: id } : { customerId: id };
    core.change.insert('call_list_entries', { id: newId(), segmentId, ...party, ...own });
  } else {
    core.change.update('call_list_entries', entryId, own, entryVersion === null ? {} : { version: entryVersion });
  }
}

function endOf(core: Core, { partyId, isLogged }: Claim, verdict: Verdict | undefined) {
  const said = (verdict?.partyId ?? partyId) === partyId ? verdict : undefined;
  const state: CallState | undefined = isLogged && said?.state !== 'skipped' ? 'called' : said?.state;
  const { timeZone } = core.actor;
  const morning = (days: number) => instantOf(addDays(core.today, days), '00:00', timeZone);
  switch (state) {
    case 'called':
      return { state, until: morning(CALL_LIST.restDays) };
    case 'skipped':
      return {
        state,
        reason: said?.reason ?? null,
        until: morning(said?.reason === 'do_not_call' ? CALL_LIST.neverDays : CALL_LIST.restDays),
      };
    case 'passed':
    case 'snoozed':
      return { state, until: said?.until ?? morning(1) };
    default:
      return undefined;
  }
}

async function findClaim(core: Core, { id }: Segment): Promise<Claim | undefined> {
  const [claim] = await core.sql<Claim>({
    name: 'call-in-hand',
    text: `SELECT e.id, coalesce(e.customer_id, e.lead_id) AS "partyId", e.version,
             EXISTS (SELECT FROM seen.follow_ups f WHERE (f.customer_id = e.customer_id OR f.lead_id = e.lead_id)
               AND f.author_id = $2 AND f.created_at >= e.began_at) AS "isLogged"
             FROM call_list_entries e WHERE e.segment_id = $1 AND e.person_id = $2 AND e.state = 'claimed' ORDER BY e.began_at DESC LIMIT 1`,
    values: [id, core.actor.userId],
    isRead: true,
  });
  return claim;
}

/** The list the actor works on now: the one he was given somebody of last. */
export async function currentList(core: Core): Promise<string | undefined> {
  const [row] = await core.sql<{ id: string }>({
    name: 'call-list-current',
    text: `SELECT segment_id AS id FROM call_list_entries WHERE person_id = $1 AND state = 'claimed' ORDER BY began_at DESC LIMIT 1`,
    values: [core.actor.userId],
    isRead: true,
  });
  return row?.id;
}

/** Whom the actor has in hand now, of whichever list he was given him; undefined where his time with him is over. */
export async function partyInHand(core: Core): Promise<CalledParty | undefined> {
  const [row] = await core.sql<{ customerId: string | null; leadId: string | null }>({
    name: 'call-party-in-hand',
    text: `SELECT customer_id AS "customerId", lead_id AS "leadId" FROM call_list_entries
            WHERE person_id = $1 AND state = 'claimed' AND until > $2 ORDER BY began_at DESC LIMIT 1`,
    values: [core.actor.userId, core.now],
    isRead: true,
  });
  if (row?.leadId) {
    return { entity: 'lead', id: row.leadId };
  }
  return row?.customerId ? { entity: 'customer', id: row.customerId } : undefined;
}
