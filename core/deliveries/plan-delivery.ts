import type { Transaction } from '../db/transaction.ts';
import { newId } from '../id.ts';

export type NewDelivery = {
  /** What must happen once, in words: a second plan of the same is dropped. */
  effectKey: string;
  userId: string | null;
  notice: string;
  /** The ids it is drawn from when it is sent; never words or amounts. */
  subject: Readonly<Record<string, unknown>>;
};

/** Plans several in one statement; returns how many are new. */
export async function planDeliveries({ sql }: Transaction, wanted: readonly NewDelivery[]): Promise<number> {
  if (wanted.length === 0) {
    return 0;
  }
  const rows = await sql({
    name: 'deliveries-plan',
    text: `INSERT INTO deliveries (id, effect_key, user_id, notice, subject)
           SELECT * FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::jsonb[]) ON CONFLICT (effect_key) DO NOTHING RETURNING id`,
    values: [
      wanted.map(() => newId()),
      wanted.map(({ effectKey }) => effectKey),
      wanted.map(({ userId }) => userId),
      wanted.map(({ notice }) => notice),
      wanted.map(({ subject }) => JSON.stringify(subject)),
    ],
  });
  return rows.length;
}

/** Plans a delivery within a transaction of relay or schedule, at most one for each effect key. True when it is new. */
export async function planDelivery(
  { sql }: Transaction,
  { effectKey, userId, notice, subject }: NewDelivery,
): Promise<boolean> {
  const rows = await sql({
    name: 'delivery-plan',
    text: `INSERT INTO deliveries (id, effect_key, user_id, notice, subject) VALUES ($1, $2, $3, $4, $5)
           ON CONFLICT (effect_key) DO NOTHING RETURNING id`,
    values: [newId(), effectKey, userId, notice, JSON.stringify(subject)],
  });
  return rows.length > 0;
}
