import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import { newId } from '../id.ts';
import { getGateway, WORTHWHILE } from './find-gateways.ts';

/** Has a sample sent; whoever asked is told what the gateway answered. */
export async function askTest(core: Core, name: string): Promise<{ name: string }> {
  const gateway = await getGateway(core, name);
  const id = newId();
  const at = core.now;
  const askedBy = core.actor.userId;
  core.change.insert('gateway_sends', {
    ...{ id, gatewayId: gateway.id, kind: 'test', askedBy, happenedAt: at, queuedAt: at },
  });
  core.change.record('gateway.asked', { sendId: id });
  return { name: gateway.name };
}

/** One press has so many sent again. */
const AT_ONCE = 100;

/**
 * Has what failed sent once more, under the same key: the one that is meant, or all of a gateway's. Says how many.
 * Throws decided where nothing waits for it any more.
 */
export async function askAgain(
  core: Core,
  { name, send }: { name: string; send?: string | undefined },
): Promise<{ name: string; many: number }> {
  const gateway = await getGateway(core, name);
  const failed = await core.sql<{ id: string; version: number }>({
    name: 'gateway-failed',
    text: `SELECT id, version FROM gateway_sends WHERE gateway_id = $1 AND state = 'failed' AND kind <> 'test' AND ($2::uuid IS NULL OR id = $2)
              AND happened_at > parley_now() - ${WORTHWHILE}
            ORDER BY happened_at DESC, id LIMIT $3`,
    values: [gateway.id, send ?? null, AT_ONCE],
  });
  if (failed.length === 0) {
    throw new DomainError('decided', `nothing of gateway ${gateway.id} has failed`, {
      say: { en: `Nothing of ${gateway.name} waits to be sent again.`, zh: `${gateway.name}没有待重发的回执。` },
    });
  }
  const { now: queuedAt, actor } = core;
  for (const { id, version } of failed) {
    const set = { state: 'queued', queuedAt, askedBy: actor.userId, attempts: 0, answer: null, settledAt: null };
    core.change.update('gateway_sends', id, set, { version });
    core.change.record('gateway.asked', { sendId: id });
  }
  return { name: gateway.name, many: failed.length };
}
