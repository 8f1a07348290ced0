import type { Role } from '../actor.ts';
import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import { newId } from '../id.ts';
import type { Locale } from '../text.ts';

export type Admission = {
  id: string;
  name: string;
  email: string | null;
  platform: string;
  workspace: string;
  externalId: string;
  locale: Locale | null;
  timeZone: string | null;
  state: 'pending' | 'admitted' | 'declined';
};

const ADMISSION = `SELECT id, name, email, platform, workspace, external_id AS "externalId", locale, time_zone AS "timeZone", state FROM admissions`;

/** Throws not_found. */
export async function getAdmission(core: Core, id: string): Promise<Admission> {
  const [admission] = await core.sql<Admission>({
    name: 'admission',
    text: `${ADMISSION} WHERE id = $1`,
    values: [id],
  });
  if (!admission) {
    throw new DomainError('not_found', `admission ${id}`);
  }
  return admission;
}

/** Those who wait to be let in, the longest waiting first. */
export async function findAdmissions(core: Core): Promise<Admission[]> {
  return core.sql<Admission>({
    name: 'admissions',
    text: `${ADMISSION} WHERE state = 'pending' ORDER BY created_at LIMIT 20`,
  });
}

/** Lets a newcomer in with these roles and this team, or not. Throws decided when another admin was first. */
export async function decideAdmission(
  core: Core,
  {
    admissionId,
    verdict,
    roles,
    teamId,
  }: { admissionId: string; verdict: 'admitted' | 'declined'; roles: readonly Role[]; teamId?: string | undefined },
): Promise<Admission> {
  const admission = await getAdmission(core, admissionId);
  if (admission.state !== 'pending') {
    throw new DomainError('decided', `admission ${admissionId} is ${admission.state}`);
  }
  const userId = verdict === 'admitted' ? newId() : null;
  if (userId) {
    const { name, email, platform, workspace, externalId, locale, timeZone } = admission;
    core.change.insert('users', {
      id: userId,
      name,
      email,
      locale,
      timeZone,
      roles: [...roles],
      teamId: teamId ?? null,
    });
    core.change.insert('identities', { id: newId(), userId, platform, workspace, externalId });
  }
  core.change.update(
    'admissions',
    admissionId,
    { state: verdict, userId, decidedBy: core.actor.userId, decidedAt: core.now },
    { when: { state: 'pending' } },
  );
  core.change.record('admission.decided', { admissionId });
  return { ...admission, state: verdict };
}
