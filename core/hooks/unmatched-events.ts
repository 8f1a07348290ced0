import type { Core } from '../context.ts';
import { findDuplicates } from '../duplicates/find-duplicates.ts';
import { DomainError } from '../errors.ts';
import { claimDelivery, completeDelivery } from './delivery.ts';
import { type HookEvent, readEvent } from './read-event.ts';
import { BODY_GONE, cameAt, SENDER, type Sender, takenIn } from './refused-deliveries.ts';
import { takeEvent } from './take-event.ts';

/** What came of somebody who is not on file, as long as it waits for him: the latest, of so many of his. */
export type UnmatchedEvent = { id: string; at: Date; times: number; hook: Sender; event: HookEvent };

type Row = Omit<UnmatchedEvent, 'event'> & { body: string };

const WAITING = `d.result = 'unmatched' AND d.body IS NOT NULL AND d.received_at > parley_now() - s.keep_unmatched_days * interval '1 day'`;

/** Who came and is not on file, the latest first; whoever is told by phone or e-mail stands here once. */
export async function findUnmatched(
  core: Core,
  { offset, limit }: { offset: number; limit: number },
): Promise<UnmatchedEvent[]> {
  const rows = await core.sql<Row>({
    name: 'hook-unmatched',
    text: `SELECT d.id, d.received_at AS at, d.body, w.times, ${SENDER} AS hook FROM (
             SELECT (array_agg(d.id ORDER BY d.received_at DESC, d.id DESC))[1] AS id, count(*)::int AS times, max(d.received_at) AS last
               FROM hook_deliveries d JOIN hook_sources s ON s.id = d.source_id WHERE ${WAITING}
              GROUP BY coalesce(d.email, d.phone, d.id::text) ORDER BY last DESC, 1 DESC OFFSET $1 LIMIT $2) w
             JOIN hook_deliveries d ON d.id = w.id JOIN hook_sources s ON s.id = d.source_id ORDER BY w.last DESC, d.id DESC`,
    values: [offset, limit],
    isRead: true,
  });
  return rows.flatMap(({ body, ...row }) => {
    const event = read(core, body, row.hook);
    return event ? [{ ...row, event: cameAt(event, row.at, core.now) }] : [];
  });
}

function read(core: Core, body: string, { fields }: Sender): HookEvent | undefined {
  const event = readEvent(Buffer.from(body), { fields, now: core.now, org: core.org });
  return typeof event === 'string' ? undefined : event;
}

/**
 * Makes a lead of whom an event is of, given by the rules, with what he did; what else waits for him follows by itself. Who is
 * on file by now is not entered twice. Throws decided where it is attached already, too_late where it is no longer kept.
 */
export async function makeLeadOf(core: Core, id: string): Promise<{ leadId: string | undefined }> {
  const [row] = await core.sql<{ at: Date; body: string; hook: Sender }>({
    name: 'hook-unmatched-one',
    text: `SELECT d.received_at AS at, d.body, ${SENDER} AS hook FROM hook_deliveries d JOIN hook_sources s ON s.id = d.source_id WHERE d.id = $1 AND ${WAITING}`,
    values: [id],
  });
  const held = await claimDelivery(core, id);
  if (held && held.result !== 'unmatched') {
    throw takenIn(id);
  }
  const event = row && read(core, row.body, row.hook);
  if (!row || !event) {
    throw new DomainError('too_late', `the body of ${id} is gone`, { say: BODY_GONE });
  }
  const happened = cameAt(event, row.at, core.now);
  if ((await takeEvent(core, happened, row.hook)) === 'unmatched') {
    await takeEvent(core, { ...happened, kind: 'lead' }, row.hook);
    await core.flush();
    await takeEvent(core, happened, row.hook);
  }
  await core.flush();
  await completeDelivery(core, id, event, { result: 'touch', body: undefined });
  const { company, phone, email } = event;
  const matches = await findDuplicates(core, { company, phone, email }, { nearly: false });
  return { leadId: matches.find(({ entity }) => entity === 'lead')?.id ?? undefined };
}
