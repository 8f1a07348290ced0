import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import { findDuplicates, type Match } from './find-duplicates.ts';

type Row = {
  ownerId: string;
  askerName: string;
  contact: string | null;
  company: string | null;
  phone: string | null;
  email: string | null;
  note: string | null;
};

/** What a colleague entered, and the record of the reader's it seems to be. Throws not_found. */
export async function getQuestion(core: Core, id: string): Promise<Row & { match: Match | undefined }> {
  const [question] = await core.sql<Row>({
    name: 'duplicate-question',
    text: `SELECT q.owner_id AS "ownerId", u.name AS "askerName", q.contact, q.company, q.phone, q.email, q.note
             FROM duplicate_questions q JOIN users u ON u.id = q.asker_id WHERE q.id = $1`,
    values: [id],
    isRead: true,
  });
  if (!question) {
    throw new DomainError('not_found', `question ${id}`);
  }
  const { company, phone, email } = question;
  const matches = await findDuplicates(core, {
    company: company ?? undefined,
    phone: phone ?? undefined,
    email: email ?? undefined,
  });
  return { ...question, match: matches.find(({ ownerId }) => ownerId === question.ownerId) };
}
