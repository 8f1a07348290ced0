import { hasRole, SELLERS } from '../actor.ts';
import type { Core } from '../context.ts';
import { instantOf } from '../days.ts';
import { DomainError } from '../errors.ts';
import { attachFiles } from '../files/attach-files.ts';
import { type LoggedFollowUp, logFollowUp, type NewFollowUp } from '../follow-ups/log-follow-up.ts';
import { describeCheckIn, type Told } from './describe-check-in.ts';
import { getGround } from './ground.ts';

export type NewCheckIn = Pick<NewFollowUp, 'note' | 'on' | 'at' | 'mood' | 'outcome' | 'nextStep' | 'nextOn'> &
  Told & {
    /** A customer or a lead. */
    partyId: string;
  };

export type CheckedIn = LoggedFollowUp & {
  /** Where it was may be kept as their place: they have none, and the actor may work on them. */
  mayKeep: boolean;
};

/**
 * Puts a visit on record from where it is made (R37): a follow-up with its place, its photos and what is strange about it.
 * Throws not_found, and forbidden at a lead for whoever does not sell.
 */
export async function checkIn(core: Core, input: NewCheckIn): Promise<CheckedIn> {
  const { partyId, spot, address, received = [], ...rest } = input;
  const { on = core.today, at } = rest;
  const ground = await getGround(core, { partyId, received });
  if (ground.entity === 'lead' && !hasRole(core.actor, SELLERS)) {
    throw new DomainError('forbidden', `a check-in at lead ${ground.id}`, {
      say: { en: 'Whoever sells checks in at a lead.', zh: '线索的签到由销售来做。' },
    });
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
