import type { Actor } from '../actor.ts';
import type { Database } from '../db/database.ts';
import { asSystem } from '../db/system.ts';
import type { Transaction } from '../db/transaction.ts';
import { DomainError } from '../errors.ts';
import { newId } from '../id.ts';
import type { Organisation } from '../organisation.ts';
import type { Locale } from '../text.ts';
import { toActor, type UserRow } from './actor-of.ts';

export type Newcomer = {
  platform: string;
  workspace: string;
  externalId: string;
  name: string;
  /** As the platform vouches for it. */
  email?: string | undefined;
  /** As the platform tells them; they hold until he chooses others. */
  locale?: Locale | undefined;
  timeZone?: string | undefined;
};

export type Welcome =
  | { kind: 'known'; actor: Actor }
  | { kind: 'waiting'; isNew: boolean; admins: string[] }
  | { kind: 'declined' }
  | { kind: 'deactivated' };

type Organised = { org: Organisation; adminEmail?: string | undefined };

type Known = UserRow & { active: boolean };

/**
 * Somebody who wrote and is not linked yet: linked by e-mail to whom he is, made the first admin when the e-mail is
 * ADMIN_EMAIL, else put on the list of those who wait to be let in; the admins are told once.
 */
export async function meetNewcomer(database: Database, newcomer: Newcomer, organised: Organised): Promise<Welcome> {
  try {
    return await meet(database, newcomer, organised);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'exists') {
      // Two first messages at once: by now the other has made him known.
      return meet(database, newcomer, organised);
    }
    throw error;
  }
}

function meet(database: Database, newcomer: Newcomer, { org, adminEmail }: Organised): Promise<Welcome> {
  const email = newcomer.email?.toLowerCase();
  return asSystem(database, 'identity', async (core) => {
    const linked = await findLinked(core, newcomer);
    const user = linked ?? (email ? await findByEmail(core, email) : undefined);
    if (user?.active === false) {
      return { kind: 'deactivated' };
    }
    if (user) {
      if (!linked) {
        link(core, newcomer, user.id);
      }
      return { kind: 'known', actor: toActor(takeOver(core, newcomer, user), org) };
    }
    if (email && email === adminEmail?.toLowerCase()) {
      const { name, locale = null, timeZone = null } = newcomer;
      const admin: UserRow = { id: newId(), name, roles: ['admin'], locale, timeZone };
      core.change.insert('users', { ...admin, email });
      link(core, newcomer, admin.id);
      await askAgain(core);
      return { kind: 'known', actor: toActor(admin, org) };
    }
    return wait(core, newcomer, email);
  });
}

async function findLinked(
  core: Transaction,
  { platform, workspace, externalId }: Newcomer,
): Promise<Known | undefined> {
  const [user] = await core.sql<Known>({
    name: 'user-linked',
    text: `SELECT u.id, u.name, u.roles, u.locale, u.time_zone AS "timeZone", u.active FROM identities i JOIN users u ON u.id = i.user_id
            WHERE i.platform = $1 AND i.workspace = $2 AND i.external_id = $3`,
    values: [platform, workspace, externalId],
  });
  return user;
}

async function findByEmail(core: Transaction, email: string): Promise<Known | undefined> {
  const [user] = await core.sql<Known>({
    name: 'user-by-email',
    text: 'SELECT id, name, roles, locale, time_zone AS "timeZone", active FROM users WHERE email = $1',
    values: [email],
  });
  return user;
}

function link(core: Transaction, { platform, workspace, externalId }: Newcomer, userId: string): void {
  core.change.insert('identities', { id: newId(), userId, platform, workspace, externalId });
}

/** What he has not chosen himself is as the platform tells it. */
function takeOver(core: Transaction, newcomer: Newcomer, user: UserRow): UserRow {
  const known = {
    locale: user.locale ?? newcomer.locale ?? null,
    timeZone: user.timeZone ?? newcomer.timeZone ?? null,
  };
  if (known.locale !== user.locale || known.timeZone !== user.timeZone) {
    core.change.update('users', user.id, known);
  }
  return { ...user, ...known };
}

/** Those who came before the first admin: nobody has been asked to let them in. */
async function askAgain(core: Transaction): Promise<void> {
  const waiting = await core.sql<{ id: string }>({
    name: 'admissions-waiting',
    text: `SELECT id FROM admissions WHERE state = 'pending' ORDER BY created_at`,
  });
  for (const { id } of waiting) {
    core.change.record('admission.asked', { admissionId: id });
  }
}

async function wait(core: Transaction, newcomer: Newcomer, email: string | undefined): Promise<Welcome> {
  const { platform, workspace, externalId, name, locale = null, timeZone = null } = newcomer;
  const [known] = await core.sql<{ state: 'pending' | 'admitted' | 'declined' }>({
    name: 'admission-known',
    text: 'SELECT state FROM admissions WHERE platform = $1 AND workspace = $2 AND external_id = $3',
    values: [platform, workspace, externalId],
  });
  if (known?.state === 'declined') {
    return { kind: 'declined' };
  }
  const admins = await core.sql<{ name: string }>({
    name: 'admins',
    text: `SELECT name FROM users WHERE active AND 'admin' = ANY (roles) ORDER BY name LIMIT 5`,
  });
  if (!known) {
    const id = newId();
    core.change.insert('admissions', {
      id,
      platform,
      workspace,
      externalId,
      name,
      email: email ?? null,
      locale,
      timeZone,
    });
    core.change.record('admission.asked', { admissionId: id });
  }
  return { kind: 'waiting', isNew: !known, admins: admins.map((admin) => admin.name) };
}
