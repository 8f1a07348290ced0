import { hasRole, SELLERS } from '../actor.ts';
import type { Core } from '../context.ts';
import { type Day, instantOf } from '../days.ts';
import { DomainError } from '../errors.ts';
import { attachFiles } from '../files/attach-files.ts';
import { type LoggedFollowUp, logFollowUp, type NewFollowUp } from '../follow-ups/log-follow-up.ts';
import { describeCheckIn, type Told } from './describe-check-in.ts';
import { getGround } from './ground.ts';
import { placeCheckIn } from './place-check-in.ts';
import { APART_HOURS, CHECKED_IN } from './same-visit.ts';

export type NewCheckIn = Pick<
  NewFollowUp,
  'note' | 'on' | 'at' | 'mood' | 'outcome' | 'nextStep' | 'nextOn' | 'nextAt'
> &
  Told & {
    /** A customer or a lead. */
    partyId: string;
  };

export type CheckedIn = LoggedFollowUp & {
  /** Where it was may be kept as their place: they have none, and the actor may work on them. */
  mayKeep: boolean;
  /** When he had checked in there already, where this says it again. */
  standsSince?: Date;
};

/**
 * Puts a visit on record from where it is made (R37): a follow-up with its place, its photos and what is strange about it.
 * Throws not_found, and forbidden at a lead for whoever does not sell.
 */
export async function checkIn(core: Core, input: NewCheckIn): Promise<CheckedIn> {
  const { partyId, spot, address, received = [], ...rest } = input;
  const { on = core.today, at } = rest;
  const [ground, standing] = await Promise.all([
    getGround(core, { partyId, received }),
    saysMore(input) ? undefined : findStanding(core, { partyId, on }),
  ]);
  if (ground.entity === 'lead' && !hasRole(core.actor, SELLERS)) {
    throw new DomainError('forbidden', `a check-in at lead ${ground.id}`, {
      say: { en: 'Whoever sells checks in at a lead.', zh: '线索的签到由销售来做。' },
    });
  }
  if (standing) {
    const placed = await placeCheckIn(core, { which: standing });
    return { ...placed, standsSince: placed.happenedAt ?? placed.writtenAt };
  }
  const moment = at === undefined ? undefined : instantOf(on, at, core.actor.timeZone);
  const described = await describeCheckIn(core, { spot, address }, { ground, on, at: moment, before: undefined });
  const subject = ground.entity === 'lead' ? { leadId: ground.id } : { customerId: ground.id };
  const logged = await logFollowUp(core, { ...subject, kind: 'visit', ...rest }, described);
  if (received.length > 0) {
    await core.flush();
    await attachFiles(core, { recordId: logged.id, received });
  }
  return { ...logged, mayKeep: ground.mayKeep && ground.place === null && described.spot !== null };
}

/** More than that one is there: where, when, how it was or what comes next. */
function saysMore({ note, received = [], partyId: _, on: __, ...more }: NewCheckIn): boolean {
  const isBare = note === CHECKED_IN.en || note === CHECKED_IN.zh;
  return !isBare || received.length > 0 || Object.values(more).some((said) => said !== undefined);
}

/** The actor's check-in there of these hours: who says it again is still there (R37). */
async function findStanding(core: Core, { partyId, on }: { partyId: string; on: Day }): Promise<string | undefined> {
  const [found] = await core.sql<{ id: string }>({
    name: 'check-in-standing',
    text: `SELECT f.id FROM seen.follow_ups f WHERE f.author_id = $1 AND coalesce(f.customer_id, f.lead_id) IN ($2, (SELECT l.customer_id FROM seen.leads l WHERE l.id = $2)) AND f.happened_on = $3
              AND f.check_in IS NOT NULL AND f.created_at >= parley_now() - make_interval(hours => $4) ORDER BY f.created_at DESC LIMIT 1`,
    values: [core.actor.userId, partyId, on, APART_HOURS],
    isRead: true,
  });
  return found?.id;
}
