import type { Actor } from '../actor.ts';
import type { Transaction } from '../db/transaction.ts';
import type { Organisation } from '../organisation.ts';
import { toActor, type UserRow } from '../people/actor-of.ts';
import type { QuietHours } from './quiet-hours.ts';

/** A chat of somebody: who he is there, and its address once it has been opened. */
export type Chat = {
  identityId: string;
  platform: string;
  workspace: string;
  externalId: string;
  directPlace: string | null;
};

export type Recipient = { actor: Actor; email: string | undefined; quiet: QuietHours; chat: Chat | undefined };

type Row = UserRow & { email: string | null; quietFrom: string; quietUntil: string; chat: Chat | null };

/** Which identity `i` of user `u` is told things first: the platform he prefers, the one he used last, the one linked last. */
export const FIRST_CHAT = `(i.platform = u.preferred_platform) DESC NULLS LAST,
  (i.platform = (SELECT c.platform FROM changes c WHERE c.actor_id = u.id AND c.platform IS NOT NULL
                  ORDER BY c.at DESC LIMIT 1)) DESC NULLS LAST,
  i.linked_at DESC, i.id DESC`;

/**
 * Who a delivery goes to and where: the platform he prefers, else the one he used last, else the one linked last,
 * out of those that are running. Undefined for somebody who is not there or no longer active.
 */
export async function findRecipient(
  { sql }: Transaction,
  {
    userId,
    platforms,
    org,
    notThrough,
  }: { userId: string; platforms: readonly string[]; org: Organisation; notThrough?: string | undefined },
): Promise<Recipient | undefined> {
  const [row] = await sql<Row>({
    name: 'recipient',
    text: `SELECT u.id, u.name, u.email, u.roles, u.locale, u.time_zone AS "timeZone",
                  u.quiet_from AS "quietFrom", u.quiet_until AS "quietUntil",
                  (SELECT json_build_object('identityId', i.id, 'platform', i.platform, 'workspace', i.workspace,
                            'externalId', i.external_id, 'directPlace', i.direct_place)
                     FROM identities i WHERE i.user_id = u.id AND i.platform = ANY ($2) AND i.id IS DISTINCT FROM $3
                    ORDER BY ${FIRST_CHAT} LIMIT 1) AS chat
             FROM users u WHERE u.id = $1 AND u.active`,
    values: [userId, platforms, notThrough ?? null],
  });
  if (!row) {
    return undefined;
  }
  const actor = toActor(row, org);
  return {
    actor,
    email: row.email ?? undefined,
    quiet: { from: row.quietFrom, until: row.quietUntil, timeZone: actor.timeZone },
    chat: row.chat ?? undefined,
  };
}

/** Keeps the address of a private conversation, so that it is opened once. */
export async function keepDirectPlace(
  { sql }: Transaction,
  { identityId, address }: { identityId: string; address: string },
): Promise<void> {
  await sql({
    name: 'identity-place',
    text: 'UPDATE identities SET direct_place = $2 WHERE id = $1',
    values: [identityId, address],
  });
}
