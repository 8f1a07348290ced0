import type { Role } from '../actor.ts';
import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import { newId } from '../id.ts';
import type { Locale } from '../text.ts';
import { deactivated, guardActive, linkAccount } from './identity.ts';

export type Admission = {
  id: string;
  name: string;
  email: string | null;
  platform: string;
  workspace: string;
  externalId: string;
  locale: Locale | null;
  timeZone: string | null;
  directPlace: string | null;
  state: 'pending' | 'admitted' | 'declined';
};

const ADMISSION = `SELECT id, name, email, platform, workspace, external_id AS "externalId", locale, time_zone AS "timeZone",
  direct_place AS "directPlace", state FROM admissions`;

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

/**
 * Lets a newcomer in with these roles and this team, or not; one who was declined may be let in after all. One whose
 * e-mail is a colleague's is linked to him, whose roles and team stay as they are. Throws decided when another admin was
 * first, bad_transition when he is deactivated.
 */
export async function decideAdmission(
  core: Core,
  {
    admissionId,
    verdict,
    roles,
    teamId,
  }: { admissionId: string; verdict: 'admitted' | 'declined'; roles: readonly Role[]; teamId?: string | undefined },
): Promise<Admission> {
  const admission = await getUndecided(core, admissionId, verdict);
  const userId = verdict === 'admitted' ? await letIn(core, admission, { roles, teamId }) : null;
  return settle(core, admission, { verdict, userId });
}

/** Says which colleague a newcomer is. Throws decided when another admin was first, bad_transition for one deactivated. */
export async function linkNewcomer(
  core: Core,
  { admissionId, userId }: { admissionId: string; userId: string },
): Promise<Admission> {
  const admission = await getUndecided(core, admissionId, 'admitted');
  await guardActive(core, userId);
  linkAccount(core, { ...admission, userId });
  return settle(core, admission, { verdict: 'admitted', userId });
}

async function getUndecided(core: Core, id: string, verdict: 'admitted' | 'declined'): Promise<Admission> {
  const admission = await getAdmission(core, id);
  if (admission.state !== 'pending' && (verdict === 'declined' || admission.state === 'admitted')) {
    throw new DomainError('decided', `admission ${id} is ${admission.state}`);
  }
  return admission;
}

function settle(
  core: Core,
  admission: Admission,
  { verdict, userId }: { verdict: 'admitted' | 'declined'; userId: string | null },
): Admission {
  core.change.update(
    'admissions',
    admission.id,
    { state: verdict, userId, decidedBy: core.actor.userId, decidedAt: core.now },
    { when: { state: admission.state } },
  );
  core.change.record('admission.decided', { admissionId: admission.id });
  return { ...admission, state: verdict };
}

async function letIn(
  core: Core,
  admission: Admission,
  { roles, teamId }: { roles: readonly Role[]; teamId: string | undefined },
): Promise<string> {
  const { name, email, platform, workspace, externalId, locale, timeZone, directPlace } = admission;
  const [known] = await core.sql<{ id: string; name: string; active: boolean; isLinked: boolean }>({
    name: 'admission-colleague',
    text: `SELECT u.id, u.name, u.active, i.id IS NOT NULL AS "isLinked"
             FROM users u LEFT JOIN identities i ON i.user_id = u.id AND i.platform = $2 AND i.workspace = $3 AND i.external_id = $4
            WHERE u.email = $1 OR i.id IS NOT NULL ORDER BY i.id IS NULL LIMIT 1`,
    values: [email?.toLowerCase() ?? null, platform, workspace, externalId],
  });
  if (known && !known.active) {
    throw deactivated(known);
  }
  const userId = known?.id ?? newId();
  if (!known) {
    core.change.insert('users', {
      id: userId,
      name,
      email,
      locale,
      timeZone,
      roles: [...roles],
      teamId: teamId ?? null,
    });
  }
  if (!known?.isLinked) {
    linkAccount(core, { userId, platform, workspace, externalId, name, directPlace });
  }
  return userId;
}
