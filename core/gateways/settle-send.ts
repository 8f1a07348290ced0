import type { Transaction } from '../db/transaction.ts';
import { planDeliveries } from '../deliveries/plan-delivery.ts';
import { WORTHWHILE } from './find-gateways.ts';
import type { SendKind, SendProblem } from './gateway.ts';
import type { GatewayMessage } from './message.ts';

/** What one try came to. `later`: it is tried again. */
export type SendResult = {
  state: 'sent' | 'later' | 'failed' | 'dropped';
  status?: number | undefined;
  problem?: SendProblem | undefined;
  /** As much of its answer as tells what it means. */
  answer?: string | undefined;
};

/** SQL: what was worth while when it was asked for is tried for a day more. */
const STILL = `(${WORTHWHILE} + interval '2 days')`;

/**
 * Writes down what a try came to. Whoever asked for it is told how it ended; where nobody did, all admins are told of the first
 * failure since something last went out.
 */
export async function settleSend(
  transaction: Transaction,
  { id, gateway, kind, askedBy }: GatewayMessage,
  { state, status, problem, answer }: SendResult,
): Promise<void> {
  const isOver = state !== 'later';
  if (isOver && askedBy) {
    // Two that end at the same time would each take the other for the last one.
    await transaction.sql({
      name: 'gateway-in-turn',
      text: 'SELECT pg_advisory_xact_lock(hashtextextended($1::text, 0))',
      values: [gateway.id],
    });
  }
  const [settled] = await transaction.sql<{ round: string }>({
    name: 'gateway-settle',
    text: `UPDATE gateway_sends s SET state = $2, attempts = s.attempts + $7, status = $3, problem = $4::text, version = s.version + 1,
                  answer = CASE WHEN s.kind = 'test' OR $4::text IS NOT NULL AND g.keep_answer_days > 0 THEN $5::text END,
                  settled_at = CASE WHEN $6 THEN parley_now() END
             FROM gateways g WHERE s.id = $1 AND s.state = 'queued' AND g.id = s.gateway_id RETURNING s.queued_at::text AS round`,
    values: [
      id,
      isOver ? state : 'queued',
      status ?? null,
      problem ?? null,
      answer ?? null,
      isOver,
      state === 'dropped' ? 0 : 1,
    ],
  });
  if (!settled || !isOver) {
    return;
  }
  if (askedBy) {
    await tellAsker(transaction, { sendId: id, gatewayId: gateway.id, kind, askedBy, round: settled.round });
  } else if (state === 'failed' && kind !== 'test' && problem !== 'off') {
    await tellAdmins(transaction, gateway.id);
  }
}

/** What one press had sent is told of together, once nothing of it is on its way. */
async function tellAsker(
  transaction: Transaction,
  asked: { sendId: string; gatewayId: string; kind: SendKind; askedBy: string; round: string },
): Promise<void> {
  const { sendId, gatewayId, kind, askedBy, round } = asked;
  const isTest = kind === 'test';
  const underway = isTest
    ? []
    : await transaction.sql({
        name: 'gateway-underway',
        text: `SELECT FROM gateway_sends WHERE gateway_id = $1 AND asked_by = $2 AND queued_at = $3::timestamptz AND state = 'queued' AND kind <> 'test'
                  AND happened_at > parley_now() - ${STILL} LIMIT 1`,
        values: [gatewayId, askedBy, round],
      });
  if (underway.length === 0) {
    const effectKey = `gateway-answer:${isTest ? sendId : `${gatewayId}:${askedBy}:${round}`}`;
    await planDeliveries(transaction, [{ effectKey, userId: askedBy, notice: 'gatewayAnswered', subject: { sendId } }]);
  }
}

async function tellAdmins(transaction: Transaction, gatewayId: string): Promise<void> {
  const admins = await transaction.sql<{ id: string; first: string }>({
    name: 'gateway-admins',
    text: `SELECT u.id, f.id AS first FROM users u, (
             SELECT s.id FROM gateway_sends s
              WHERE s.gateway_id = $1 AND s.state = 'failed' AND s.kind <> 'test' AND s.happened_at > parley_now() - ${WORTHWHILE} AND s.settled_at > coalesce((
                SELECT max(k.settled_at) FROM gateway_sends k WHERE k.gateway_id = $1 AND k.state = 'sent' AND k.kind <> 'test'
                   AND k.happened_at > parley_now() - ${WORTHWHILE}), '-infinity')
              ORDER BY s.settled_at, s.id LIMIT 1) f
            WHERE u.active AND 'admin' = ANY (u.roles)`,
    values: [gatewayId],
  });
  await planDeliveries(
    transaction,
    admins.map(({ id, first }) => ({
      effectKey: `gateway-failed:${first}:${id}`,
      userId: id,
      notice: 'gatewayFailed',
      subject: { gatewayId },
    })),
  );
}

/** Forgets what gateways answered once their days are over. Gives how many. */
export async function forgetAnswers({ sql }: Transaction, { limit }: { limit: number }): Promise<number> {
  const gone = await sql({
    name: 'gateway-forget',
    text: `UPDATE gateway_sends SET answer = NULL WHERE id IN (
             SELECT s.id FROM gateway_sends s JOIN gateways g ON g.id = s.gateway_id
              WHERE s.answer IS NOT NULL AND s.settled_at <= parley_now() - g.keep_answer_days * interval '1 day'
              ORDER BY s.settled_at LIMIT $1 FOR UPDATE OF s SKIP LOCKED) RETURNING id`,
    values: [limit],
  });
  return gone.length;
}
