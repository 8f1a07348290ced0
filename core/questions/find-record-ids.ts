import { z } from 'zod';
import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import { limitTime, prepare } from './ask-question.ts';
import { compileList } from './compile-list.ts';
import { MOST, type Question } from './question.ts';

const cursorSchema = z.strictObject({ value: z.string().max(2_000).nullable(), id: z.uuid() });

export type RecordPage = {
  ids: string[];
  /** Where the next page begins; null at the end. */
  next: string | null;
};

/**
 * The ids of the records a question is about, in its order, a page at a time. `after` is the `next` of the page before:
 * it stands for the last record's place, so that one that left the list in between makes none be skipped or shown twice.
 * Throws as `askQuestion` does.
 */
export async function findRecordIds(
  core: Core,
  question: Question,
  { limit = 50, after }: { limit?: number; after?: string | null | undefined } = {},
): Promise<RecordPage> {
  const { asked, guards } = await prepare(core, question);
  const most = Math.min(limit, MOST.rows);
  const [, rows] = await Promise.all([
    core.sql(limitTime()),
    core.sql<{ id: string; sort: string | null }>(
      compileList(asked, { limit: most + 1, after: after ? readCursor(after) : undefined, isBare: true }),
    ),
    ...guards,
  ]);
  const page = rows.slice(0, most);
  const last = page.at(-1);
  return {
    ids: page.map(({ id }) => id),
    next: last && rows.length > most ? writeCursor({ value: last.sort, id: last.id }) : null,
  };
}

function writeCursor(cursor: z.output<typeof cursorSchema>): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

function readCursor(after: string): z.output<typeof cursorSchema> {
  try {
    return cursorSchema.parse(JSON.parse(Buffer.from(after, 'base64url').toString('utf8')));
  } catch (cause) {
    throw new DomainError('out_of_date', 'a list’s cursor that cannot be read', { cause });
  }
}
