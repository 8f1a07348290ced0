import type { Transaction } from '../db/transaction.ts';
import { newId } from '../id.ts';

/** A card somebody has on a screen. */
export type PostedCard = {
  id: string;
  userId: string;
  platform: string;
  workspace: string;
  place: string;
  messageId: string;
  /** What it shows: approval, admission … and which one. */
  subject: string;
  subjectId: string;
};

const COLUMNS = `id, user_id AS "userId", platform, workspace, place, message_id AS "messageId", subject, subject_id AS "subjectId"`;

/** Remembers where a card was posted, so that it is redrawn when its subject changes. */
export async function recordPostedCard({ sql }: Transaction, card: Omit<PostedCard, 'id'>): Promise<PostedCard> {
  const id = newId();
  const { userId, platform, workspace, place, messageId, subject, subjectId } = card;
  await sql({
    name: 'posted-card-record',
    text: `INSERT INTO posted_cards (id, user_id, platform, workspace, place, message_id, subject, subject_id)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
           ON CONFLICT (platform, workspace, place, message_id) DO UPDATE SET subject = $7, subject_id = $8`,
    values: [id, userId, platform, workspace, place, messageId, subject, subjectId],
  });
  return { ...card, id };
}

/** Every copy of a card that is on a screen. */
export function findPostedCards(
  { sql }: Transaction,
  { subject, subjectId }: { subject: string; subjectId: string },
): Promise<PostedCard[]> {
  return sql<PostedCard>({
    name: 'posted-cards',
    text: `SELECT ${COLUMNS} FROM posted_cards WHERE subject = $1 AND subject_id = $2 ORDER BY id`,
    values: [subject, subjectId],
  });
}

export async function findPostedCard({ sql }: Transaction, id: string): Promise<PostedCard | undefined> {
  const [card] = await sql<PostedCard>({
    name: 'posted-card',
    text: `SELECT ${COLUMNS} FROM posted_cards WHERE id = $1`,
    values: [id],
  });
  return card;
}

/** The card was taken off the screen and posted anew, perhaps elsewhere. */
export async function movePostedCard(
  { sql }: Transaction,
  { id, platform, workspace, place, messageId }: Omit<PostedCard, 'userId' | 'subject' | 'subjectId'>,
): Promise<void> {
  await sql({
    name: 'posted-card-move',
    text: `UPDATE posted_cards SET platform = $2, workspace = $3, place = $4, message_id = $5, posted_at = parley_now() WHERE id = $1`,
    values: [id, platform, workspace, place, messageId],
  });
}
