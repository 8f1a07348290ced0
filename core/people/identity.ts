import type { Core } from '../context.ts';
import type { Transaction } from '../db/transaction.ts';
import { DomainError } from '../errors.ts';
import { newId } from '../id.ts';

/** An account on a platform, as the platform knows it. */
export type ChatAccount = { platform: string; workspace: string; externalId: string };

/** A person on one platform (R101). */
export type Identity = ChatAccount & {
  id: string;
  userId: string;
  /** What the platform calls him. */
  name: string | null;
  linkedAt: Date;
  version: number;
};

const IDENTITY = `SELECT id, user_id AS "userId", platform, workspace, external_id AS "externalId", name, linked_at AS "linkedAt", version
  FROM identities`;

/** The one linked first stands first. An admin sees everybody's, others their own. */
export function findIdentities(core: Pick<Core, 'sql'>, userIds: readonly string[]): Promise<Identity[]> {
  return core.sql<Identity>({
    name: 'identities-of',
    text: `${IDENTITY} WHERE user_id = ANY ($1) ORDER BY linked_at, id`,
    values: [userIds],
  });
}

/** Throws not_found. */
export async function getIdentity(core: Pick<Core, 'sql'>, id: string): Promise<Identity> {
  const [identity] = await core.sql<Identity>({ name: 'identity', text: `${IDENTITY} WHERE id = $1`, values: [id] });
  if (!identity) {
    throw new DomainError('not_found', `identity ${id}`);
  }
  return identity;
}

type Linking = ChatAccount & {
  userId: string;
  name?: string | null | undefined;
  /** The adapter's address of his private conversation, where it is known. */
  directPlace?: string | null | undefined;
};

/** From now on what this account says is said by this person; he is told of it where he was known before. */
export function linkAccount(
  { change }: Pick<Transaction, 'change'>,
  { userId, platform, workspace, externalId, name = null, directPlace = null }: Linking,
): string {
  const identityId = newId();
  change.insert('identities', { id: identityId, userId, platform, workspace, externalId, name, directPlace });
  change.record('identity.linked', { identityId });
  return identityId;
}

/** The account the actor is speaking from; undefined where he does not speak from a chat. */
export function isHere({ origin: { from } }: Pick<Core, 'origin'>, account: ChatAccount): boolean {
  return (
    from?.platform === account.platform &&
    from.workspace === account.workspace &&
    from.externalId === account.externalId
  );
}

/**
 * Leaves a platform. Whoever got hold of a code must not be able to lock its owner out with it: an account takes away
 * itself or one that was linked after it, and never the last.
 */
export async function unlinkOwn(core: Core, identityId: string): Promise<Identity> {
  const mine = await findIdentities(core, [core.actor.userId]);
  const at = mine.findIndex(({ id }) => id === identityId);
  const identity = mine[at];
  if (!identity) {
    throw new DomainError('not_found', `identity ${identityId}`);
  }
  if (mine.length === 1) {
    throw new DomainError('bad_input', 'the last identity', {
      say: {
        en: 'This is the only chat I know you in, so it stays linked.',
        zh: '这是你唯一绑定的聊天工具，无法解除。',
      },
    });
  }
  const here = mine.findIndex((account) => isHere(core, account));
  if (here === -1 || at < here) {
    throw new DomainError('forbidden', `identity ${identityId} is older than the one it is unlinked from`, {
      say: {
        en: 'That chat was linked before this one: unlink it from there, or ask an admin.',
        zh: '该聊天工具的绑定早于当前这个，请在那边解除，或联系管理员。',
      },
    });
  }
  core.change.remove('identities', identityId, { version: identity.version });
  return identity;
}

/** An admin takes an account from somebody, who is told. He cannot lock himself out with it. */
export async function unlinkAccount(core: Core, identityId: string): Promise<Identity> {
  const identity = await getIdentity(core, identityId);
  await staysReachable(core, identity);
  core.change.remove('identities', identityId, { version: identity.version });
  recordTaken(core, identity);
  return identity;
}

/** Whoever loses an account by another's hand is told of it where he is known besides. */
function recordTaken({ change, actor }: Core, { id, userId, platform }: Identity): void {
  if (userId !== actor.userId) {
    change.record('identity.unlinked', { identityId: id, userId, by: actor.userId, platform });
  }
}

/** An admin says that an account is another colleague's. What was done with it so far stays with whoever it was. */
export async function moveAccount(
  core: Core,
  { identityId, userId }: { identityId: string; userId: string },
): Promise<Identity> {
  const identity = await getIdentity(core, identityId);
  if (identity.userId === userId) {
    return identity;
  }
  await guardActive(core, userId);
  await staysReachable(core, identity);
  const set = { userId, linkedAt: core.now, directPlace: null };
  core.change.update('identities', identityId, set, { version: identity.version });
  core.change.record('identity.linked', { identityId });
  recordTaken(core, identity);
  return { ...identity, userId };
}

async function staysReachable(core: Core, { id, userId }: Identity): Promise<void> {
  if (userId !== core.actor.userId) {
    return;
  }
  const mine = await findIdentities(core, [userId]);
  if (!mine.some((other) => other.id !== id)) {
    throw new DomainError('bad_input', "the admin's last identity", {
      say: { en: 'You would lock yourself out: it is your only chat.', zh: '这是你唯一的聊天账号，解除后将无法登录。' },
    });
  }
}

/** Throws not_found, or bad_transition for somebody deactivated. */
export async function guardActive(core: Pick<Core, 'sql'>, userId: string): Promise<void> {
  const [user] = await core.sql<{ id: string; name: string; active: boolean }>({
    name: 'colleague-active',
    text: 'SELECT id, name, active FROM users WHERE id = $1',
    values: [userId],
  });
  if (!user) {
    throw new DomainError('not_found', `user ${userId}`);
  }
  if (!user.active) {
    throw deactivated(user);
  }
}

export function deactivated({ id, name }: { id: string; name: string }): DomainError {
  return new DomainError('bad_transition', `user ${id} is deactivated`, {
    say: {
      en: `This is ${name}, whose account is deactivated. Reactivate it first.`,
      zh: `这是${name}，其账号已停用，请先恢复该账号。`,
    },
  });
}
