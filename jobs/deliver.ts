import { PlatformError, THROTTLED } from '../bot/contract.ts';
import type { Clock } from '../core/clock.ts';
import { asSystem } from '../core/db/system.ts';
import { beginDelivery } from '../core/deliveries/begin-delivery.ts';
import { type Delivery, GATEWAY, type Outcome, REDRAW } from '../core/deliveries/delivery.ts';
import { planDelivery } from '../core/deliveries/plan-delivery.ts';
import { recordPostedCard } from '../core/deliveries/posted-card.ts';
import { settleDelivery } from '../core/deliveries/settle-delivery.ts';
import { rememberCard } from '../core/files/file-desk.ts';
import type { Desk } from './desk.ts';
import { type Pushed, pushNotice } from './push.ts';
import { redrawCard } from './redraw.ts';
import { sendOut } from './send-out.ts';
import { NEWCOMER, tellNewcomer } from './tell-newcomer.ts';

/** What adapters call a connection lost after the request had left: it may have been done. */
const INTERRUPTED = 'interrupted';

/**
 * Makes one try of one delivery and writes down what it came to; the relay hands it over again when it is to be retried.
 * Throws, after writing it down, what is neither an answer of a platform nor a rule: that is a bug.
 */
export async function deliver(
  desk: Desk,
  deliveryId: string,
  { tookOver = false }: { tookOver?: boolean } = {},
): Promise<void> {
  const { database, log } = desk;
  const delivery = await asSystem(database, 'relay', (transaction) =>
    beginDelivery(transaction, { id: deliveryId, tookOver }),
  );
  if (!delivery) {
    return;
  }
  const { pushed, bug } = await attempt(desk, delivery).then(
    (outcome) => ({ pushed: outcome, bug: undefined }),
    (error: unknown) => ({
      pushed: toOutcome(error, database.clock),
      bug: error instanceof PlatformError ? undefined : error,
    }),
  );
  await settle(desk, delivery, pushed);
  if (bug) {
    throw bug;
  }
  if ('reason' in pushed) {
    const { kind, reason } = pushed;
    log.info({ delivery: delivery.id, notice: delivery.notice, outcome: kind, reason }, 'delivery not sent');
  }
}

/** Writes down what came of it and where the card now is; what changed while it was on its way is redrawn. */
async function settle({ database }: Desk, delivery: Delivery, pushed: Pushed): Promise<void> {
  const posted = pushed.kind === 'sent' ? pushed.posted : undefined;
  const card = await asSystem(database, 'relay', async (transaction) => {
    await settleDelivery(transaction, delivery, pushed);
    if (pushed.kind === 'sent' && 'shows' in pushed && pushed.shows) {
      await rememberCard(transaction, pushed.shows);
    }
    return posted && recordPostedCard(transaction, posted);
  });
  if (card && pushed.kind === 'sent' && (await pushed.isStale?.())) {
    const effectKey = `redraw:${delivery.id}:${card.id}`;
    const redraw = { effectKey, userId: card.userId, notice: REDRAW, subject: { cardId: card.id } };
    await asSystem(database, 'relay', (transaction) => planDelivery(transaction, redraw));
    database.onEvents();
  }
}

function attempt(desk: Desk, delivery: Delivery): Promise<Pushed> {
  const { notice, userId } = delivery;
  if (notice === REDRAW) {
    return redrawCard(desk, delivery);
  }
  if (notice === GATEWAY) {
    return sendOut(desk, delivery);
  }
  if (notice === NEWCOMER) {
    return tellNewcomer(desk, delivery);
  }
  return userId === null
    ? Promise.resolve<Outcome>({ kind: 'dead', reason: 'nobody to send it to' })
    : pushNotice(desk, { ...delivery, userId });
}

function toOutcome(error: unknown, clock: Clock): Outcome {
  if (!(error instanceof PlatformError)) {
    return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
  const { code, retryable, retryAfterMs } = error;
  if (code === THROTTLED) {
    return { kind: 'postponed', until: new Date(clock.now().getTime() + (retryAfterMs ?? 0)) };
  }
  if (code === INTERRUPTED) {
    return { kind: 'unknown', reason: code };
  }
  return retryable ? { kind: 'failed', reason: code, retryAfterMs } : { kind: 'dead', reason: code };
}
