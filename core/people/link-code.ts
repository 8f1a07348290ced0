import { randomInt, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import type { Core } from '../context.ts';
import type { Transaction } from '../db/transaction.ts';
import { newId } from '../id.ts';
import type { ChatAccount } from './identity.ts';

/** Long enough to change to another platform, short enough to be of no use to whoever finds it. */
const LIFETIME_MS = 10 * 60_000;

/** Wrong codes an account may type within an hour. */
const WRONG_TRIES = 5;

/** None that look alike on a phone, on paper or read out: no I, L, O, U, 0 or 1. */
const LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ';
const DIGITS = '23456789';
const CODE = new RegExp(`^([${LETTERS}]{4})[-‐–—]?([${DIGITS}]{4})$`);

/** `wrong`: there is no such code any more. `own`: whoever typed it is known as its owner already. */
export type Redeemed =
  | { outcome: 'redeemed'; userId: string }
  | { outcome: 'wrong' | 'own' | 'blocked'; userId: undefined };

/** The code as it was made, however it was typed; undefined for what cannot be one. */
export function readLinkCode(typed: string): string | undefined {
  const [, letters, digits] = CODE.exec(typed.normalize('NFKC').trim().toUpperCase()) ?? [];
  return letters && digits ? `${letters}-${digits}` : undefined;
}

/** A code by which this person links himself on another platform; it takes the place of his last one. Not audited. */
export async function issueLinkCode(core: Core): Promise<{ code: string; expiresAt: Date }> {
  const code = `${pick(LETTERS)}-${pick(DIGITS)}`;
  const expiresAt = new Date(core.now.getTime() + LIFETIME_MS);
  const hash = await hashOf(code);
  await core.sql({
    name: 'link-code-forget',
    text: 'DELETE FROM link_codes WHERE user_id = $1',
    values: [core.actor.userId],
  });
  await core.sql({
    name: 'link-code-keep',
    text: 'INSERT INTO link_codes (id, user_id, code_hash, expires_at) VALUES ($1, $2, $3, $4)',
    values: [newId(), core.actor.userId, hash, expiresAt],
  });
  return { code, expiresAt };
}

/** Takes a code that somebody typed. A wrong one counts, so the transaction must commit even when nothing comes of it. */
export async function redeemLinkCode(
  { sql }: Pick<Transaction, 'sql'>,
  { platform, workspace, externalId }: ChatAccount,
  code: string,
): Promise<Redeemed> {
  const [row] = await sql<{ outcome: Redeemed['outcome']; userId: string | null }>({
    name: 'link-code-redeem',
    text: 'SELECT outcome, user_id AS "userId" FROM parley_redeem_code($1, $2, $3, $4, $5)',
    values: [platform, workspace, externalId, await hashOf(code), WRONG_TRIES],
  });
  if (row?.outcome === 'redeemed' && row.userId) {
    return { outcome: 'redeemed', userId: row.userId };
  }
  return { outcome: row && row.outcome !== 'redeemed' ? row.outcome : 'wrong', userId: undefined };
}

function pick(letters: string): string {
  return Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
}

const derive = promisify<string, string, number, Buffer>(scrypt);

/** Slow to compute: there are few enough codes to try them all against a stolen table within its ten minutes. */
function hashOf(code: string): Promise<Buffer> {
  return derive(code, 'parley link code', 32);
}
