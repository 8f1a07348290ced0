import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import { attachFiles } from '../files/attach-files.ts';
import { getOwnFollowUp } from '../follow-ups/change-follow-up.ts';
import type { CheckedIn } from './check-in.ts';
import { describeCheckIn, type Told } from './describe-check-in.ts';
import { findLastCheckIn } from './find-last-check-in.ts';
import { getGround } from './ground.ts';
import type { CheckIn } from './visit.ts';

/** Says more of a check-in its author has made, his last one where none is named; nothing changes where nothing is told. Throws not_found, too_late. */
export async function placeCheckIn(
  core: Core,
  { which, ...told }: { which?: string | undefined } & Told,
): Promise<CheckedIn> {
  const followUpId = await findLastCheckIn(core, which);
  const found = followUpId === undefined ? undefined : await getOwnFollowUp(core, { followUpId });
  if (!found?.checkIn) {
    throw new DomainError('not_found', 'no check-in of his own', {
      say: {
        en: 'I find no check-in of yours for that. Say “check in at” and the customer first.',
        zh: '没有找到你的签到记录，请先说“签到”加客户名称。',
      },
    });
  }
  const { version, checkIn: earlier, ...before } = found;
  const { id, subject, on, happenedAt } = before;
  const received = told.received ?? [];
  const ground = await getGround(core, { partyId: subject.id, received });
  const shown = (checkIn: CheckIn): CheckedIn => ({
    ...before,
    checkIn,
    task: undefined,
    mayKeep: ground.mayKeep && ground.place === null && checkIn.spot !== null,
  });
  if (!told.spot && !told.address && received.length === 0) {
    return shown(earlier);
  }
  const at = happenedAt ?? (on === core.today ? before.writtenAt : undefined);
  const about = { ground, on, at, before: { id, checkIn: earlier } };
  const checkIn = await describeCheckIn(core, told, about);
  core.change.update('follow_ups', id, { checkIn }, { version });
  if (received.length > 0) {
    await core.flush();
    await attachFiles(core, { recordId: id, received });
  }
  return shown(checkIn);
}
