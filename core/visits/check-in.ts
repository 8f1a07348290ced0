import type { Core } from '../context.ts';
import { instantOf } from '../days.ts';
import { attachFiles } from '../files/attach-files.ts';
import { type LoggedFollowUp, logFollowUp, type NewFollowUp } from '../follow-ups/log-follow-up.ts';
import { describeCheckIn, type Told } from './describe-check-in.ts';
import { getGround } from './ground.ts';

export type NewCheckIn = Pick<NewFollowUp, 'note' | 'on' | 'at' | 'mood' | 'outcome' | 'nextStep' | 'nextOn'> &
  Told & { customerId: string };

export type CheckedIn = LoggedFollowUp & {
  /** Where it was may be kept as the customer's place: he has none, and the actor may work on him. */
  mayKeep: boolean;
};

/** Puts a visit on record from where it is made (R37): a follow-up with its place, its photos and what is strange about it. */
export async function checkIn(core: Core, input: NewCheckIn): Promise<CheckedIn> {
  const { customerId, spot, address, received = [], ...rest } = input;
  const { on = core.today, at } = rest;
  const ground = await getGround(core, { customerId, received });
  const moment = at === undefined ? undefined : instantOf(on, at, core.actor.timeZone);
  const described = await describeCheckIn(
    core,
    { spot, address },
    { customerId, ground, on, at: moment, before: undefined },
  );
  const logged = await logFollowUp(core, { customerId, kind: 'visit', ...rest }, described);
  if (received.length > 0) {
    await core.flush();
    await attachFiles(core, { recordId: logged.id, received });
  }
  return { ...logged, mayKeep: ground.mayKeep && ground.place === null && described.spot !== null };
}
