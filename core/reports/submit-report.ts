import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import { newId } from '../id.ts';
import { findReportOf, type Report } from './find-reports.ts';
import type { ReportSpan } from './report.ts';

export type ReportText = { done: string; plan?: string | undefined; needs?: string | undefined };

/** Whom the actor's report goes to; undefined where nobody leads him. */
export async function findLeader(core: Core): Promise<{ id: string; name: string } | undefined> {
  const [leader] = await core.sql<{ id: string; name: string }>({
    name: 'report-leader',
    text: 'SELECT id, name FROM users WHERE id = parley_leader_of($1)',
    values: [core.actor.userId],
  });
  return leader;
}

/**
 * Sends the actor's report of a period to whoever leads him (R40). One that was sent before is sent anew and keeps what it
 * said then. Throws bad_input where it says the same.
 */
export async function submitReport(
  core: Core,
  { period, startsOn }: ReportSpan,
  { done, plan = '', needs = '' }: ReportText,
): Promise<Report> {
  const [before, leader] = await Promise.all([
    findReportOf(core, { authorId: core.actor.userId, period, startsOn }),
    findLeader(core),
  ]);
  if (before && before.done === done && before.plan === plan && before.needs === needs) {
    throw new DomainError('bad_input', `report ${before.id} says the same`, {
      say: { en: 'You have sent exactly this already.', zh: '内容与已提交的相同，无需再次提交。' },
    });
  }
  const id = newId();
  const number = (before?.number ?? 0) + 1;
  const said = { done, plan, needs, sentTo: leader?.id ?? null };
  core.change.insert('reports', {
    id,
    authorId: core.actor.userId,
    period,
    startsOn,
    number,
    firstId: before?.seriesId ?? null,
    ...said,
  });
  core.change.record('report.submitted', { reportId: id });
  return {
    id,
    seriesId: before?.seriesId ?? id,
    authorId: core.actor.userId,
    authorName: core.actor.name,
    period,
    startsOn,
    number,
    ...said,
    sentToName: leader?.name ?? null,
    submittedAt: core.now,
    comments: before?.comments ?? [],
  };
}
