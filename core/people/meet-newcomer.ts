import type { Actor } from '../actor.ts';
import type { Database } from '../db/database.ts';
import { asSystem } from '../db/system.ts';
import type { Transaction } from '../db/transaction.ts';
import { DomainError } from '../errors.ts';
import { newId } from '../id.ts';
import type { Organisation } from '../organisation.ts';
import type { Locale } from '../text.ts';
import { toActor, type UserRow } from './actor-of.ts';
import { type ChatAccount, linkAccount } from './identity.ts';
import { nameOf } from './invite-people.ts';
import { redeemLinkCode } from './link-code.ts';

export type Newcomer = ChatAccount & {
  name: string;
  /** As the platform vouches for it. */
  email?: string | undefined;
  /** As the platform tells them; they hold until he chooses others. */
  locale?: Locale | undefined;
  timeZone?: string | undefined;
  /** The adapter's address of his private conversation, where he wrote in it. */
  directPlace?: string | undefined;
};

export type Welcome =
  | { kind: 'known'; actor: Actor }
  /** By the code he gave. */
  | { kind: 'linked'; actor: Actor; identityId: string }
  | { kind: 'wrongCode'; isBlocked: boolean }
  | { kind: 'waiting'; isNew: boolean; admins: string[] }
  | { kind: 'declined' }
  | { kind: 'deactivated' };

type Organised = {
  org: Organisation;
  adminEmail?: string | undefined;
  /** What he gave to show who he is. */
  code?: string | undefined;
  /** An admin has named his address: it links also an account that was unlinked. */
  isInvited?: boolean;
};

type Known = UserRow & { active: boolean };

/**
 * Somebody who wrote and is not linked yet: linked by e-mail or by a code to whom he is, made the first admin when the
 * e-mail is ADMIN_EMAIL, else put on the list of those who wait to be let in; the admins are told once.
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

function meet(
  database: Database,
  newcomer: Newcomer,
  { org, adminEmail, code, isInvited }: Organised,
): Promise<Welcome> {
  const email = newcomer.email?.toLowerCase();
  return asSystem(database, 'identity', async (core) => {
    const linked = await findLinked(core, newcomer);
    const user = linked ?? (email ? await findByEmail(core, email) : undefined);
    if (user?.active === false) {
      return { kind: 'deactivated' };
    }
    if (user && (linked || isInvited || !(await wasUnlinked(core, newcomer)))) {
      if (!linked) {
        linkAccount(core, { ...newcomer, userId: user.id });
      }
      return { kind: 'known', actor: toActor(takeOver(core, newcomer, user), org) };
    }
    if (email && email === adminEmail?.toLowerCase() && !user) {
      const { name, locale = null, timeZone = null } = newcomer;
      const admin: UserRow = { id: newId(), name, roles: ['admin'], locale, timeZone };
      core.change.insert('users', { ...admin, email });
      linkAccount(core, { ...newcomer, userId: admin.id });
      await askAgain(core);
      return { kind: 'known', actor: toActor(admin, org) };
    }
    const admission = await findAdmission(core, newcomer);
    if (admission?.state === 'declined') {
      return { kind: 'declined' };
    }
    return code ? linkByCode(core, newcomer, { code, org, admission }) : wait(core, newcomer, { email, admission });
  });
}

/** An account that somebody unlinked is not linked again by its e-mail alone; the audit remembers. */
async function wasUnlinked(core: Transaction, { platform, workspace, externalId }: Newcomer): Promise<boolean> {
  const rows = await core.sql({
    name: 'identity-unlinked',
    text: `SELECT FROM audit_entries WHERE entity = 'identities' AND action = 'delete'
              AND before @> jsonb_build_object('platform', $1::text, 'workspace', $2::text, 'external_id', $3::text) LIMIT 1`,
    values: [platform, workspace, externalId],
  });
  return rows.length > 0;
}

type KnownAdmission = { id: string; state: 'pending' | 'admitted' | 'declined' };

async function findAdmission(core: Transaction, { platform, workspace, externalId }: Newcomer) {
  const [known] = await core.sql<KnownAdmission>({
    name: 'admission-known',
    text: 'SELECT id, state FROM admissions WHERE platform = $1 AND workspace = $2 AND external_id = $3',
    values: [platform, workspace, externalId],
  });
  return known;
}

async function linkByCode(
  core: Transaction,
  newcomer: Newcomer,
  { code, org, admission }: { code: string; org: Organisation; admission: KnownAdmission | undefined },
): Promise<Welcome> {
  const { outcome, userId } = await redeemLinkCode(core, newcomer, code);
  if (outcome !== 'redeemed') {
    return { kind: 'wrongCode', isBlocked: outcome === 'blocked' };
  }
  const [user] = await core.sql<Known>({ name: 'user-by-code', text: `${KNOWN} WHERE u.id = $1`, values: [userId] });
  if (!user) {
    throw new Error(`a code of user ${userId}, who is not there`);
  }
  const identityId = linkAccount(core, { ...newcomer, userId });
  if (admission) {
    core.change.update('admissions', admission.id, { state: 'admitted', userId });
  }
  return { kind: 'linked', actor: toActor(takeOver(core, newcomer, user), org), identityId };
}

const KNOWN = 'SELECT u.id, u.name, u.roles, u.locale, u.time_zone AS "timeZone", u.active FROM users u';

async function findLinked(
  core: Transaction,
  { platform, workspace, externalId }: Newcomer,
): Promise<Known | undefined> {
  const [user] = await core.sql<Known>({
    name: 'user-linked',
    text: `${KNOWN} JOIN identities i ON u.id = i.user_id
            WHERE i.platform = $1 AND i.workspace = $2 AND i.external_id = $3`,
    values: [platform, workspace, externalId],
  });
  return user;
}

async function findByEmail(core: Transaction, email: string): Promise<Known | undefined> {
  const [user] = await core.sql<Known>({
    name: 'user-by-email',
    text: `${KNOWN} WHERE u.email = $1`,
    values: [email],
  });
  return user;
}

/** What he has not chosen himself is as the platform tells it, and his name where only his address was known. */
function takeOver(core: Transaction, newcomer: Newcomer, user: UserRow): UserRow {
  const isNamed = !newcomer.email || user.name !== nameOf(newcomer.email);
  const known = {
    name: isNamed ? user.name : newcomer.name,
    locale: user.locale ?? newcomer.locale ?? null,
    timeZone: user.timeZone ?? newcomer.timeZone ?? null,
  };
  if (known.name !== user.name || known.locale !== user.locale || known.timeZone !== user.timeZone) {
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

async function wait(
  core: Transaction,
  newcomer: Newcomer,
  { email, admission }: { email: string | undefined; admission: KnownAdmission | undefined },
): Promise<Welcome> {
  const { platform, workspace, externalId, name, locale = null, timeZone = null, directPlace = null } = newcomer;
  const isWaiting = admission?.state === 'pending';
  const admins = await core.sql<{ name: string }>({
    name: 'admins',
    text: `SELECT name FROM users WHERE active AND 'admin' = ANY (roles) ORDER BY name LIMIT 5`,
  });
  if (!isWaiting) {
    if (admission) {
      core.change.remove('admissions', admission.id); // he was in, and has been unlinked: he asks anew
    }
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
      directPlace,
    });
    core.change.record('admission.asked', { admissionId: id });
  }
  return { kind: 'waiting', isNew: !isWaiting, admins: admins.map((admin) => admin.name) };
}
