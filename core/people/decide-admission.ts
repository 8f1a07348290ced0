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

/**
 * Lets a newcomer in with these roles and this team, or not. One whose e-mail is a colleague's is linked to him, whose
 * roles and team stay as they are. Throws decided when another admin was first, bad_transition when he is deactivated.
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
  const admission = await getAdmission(core, admissionId);
  if (admission.state !== 'pending') {
    throw new DomainError('decided', `admission ${admissionId} is ${admission.state}`);
  }
  const userId = verdict === 'admitted' ? await letIn(core, admission, { roles, teamId }) : null;
  core.change.update(
    'admissions',
    admissionId,
    { state: verdict, userId, decidedBy: core.actor.userId, decidedAt: core.now },
    { when: { state: 'pending' } },
  );
  core.change.record('admission.decided', { admissionId });
  return { ...admission, state: verdict };
}

async function letIn(
  core: Core,
  admission: Admission,
  { roles, teamId }: { roles: readonly Role[]; teamId: string | undefined },
): Promise<string> {
  const { name, email, platform, workspace, externalId, locale, timeZone } = admission;
  const [known] = await core.sql<{ id: string; name: string; active: boolean; isLinked: boolean }>({
    name: 'admission-colleague',
    text: `SELECT u.id, u.name, u.active, i.id IS NOT NULL AS "isLinked"
             FROM users u LEFT JOIN identities i ON i.user_id = u.id AND i.platform = $2 AND i.workspace = $3 AND i.external_id = $4
            WHERE u.email = $1 OR i.id IS NOT NULL ORDER BY i.id IS NULL LIMIT 1`,
    values: [email?.toLowerCase() ?? null, platform, workspace, externalId],
  });
  if (known && !known.active) {
    throw new DomainError('bad_transition', `user ${known.id} is deactivated`, {
      say: {
        en: `This is ${known.name}, whose account is deactivated. Reactivate it first.`,
        zh: `这是${known.name}，其账号已停用，请先恢复该账号。`,
      },
    });
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
    core.change.insert('identities', { id: newId(), userId, platform, workspace, externalId });
  }
  return userId;
}
