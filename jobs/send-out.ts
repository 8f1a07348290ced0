import { z } from 'zod';
import { asSystem } from '../core/db/system.ts';
import type { Delivery, Outcome } from '../core/deliveries/delivery.ts';
import { OUTGOING_RULES } from '../core/gateways/gateway.ts';
import { bodyOf, findMessage, type GatewayMessage } from '../core/gateways/message.ts';
import { type SendResult, settleSend } from '../core/gateways/settle-send.ts';
import { sign } from '../core/hooks/signature.ts';
import type { Desk } from './desk.ts';
import { type Answered, postSigned } from './post-signed.ts';

const subject = z.object({ sendId: z.uuid() });

/** So many at a time in one process: a gateway that does not answer must not keep messages to people waiting. */
const AT_ONCE = 3;
const PAUSE_MS = 2_000;
const DAY_SECONDS = 86_400;

/** As much of an answer as an admin reads. */
const ANSWER = 500;

let underway = 0;

/**
 * Makes one try to tell a gateway something, signed like what others send us. Told again after a broken-off try it goes by the
 * same key, by which the gateway knows it.
 */
export async function sendOut(desk: Desk, delivery: Delivery): Promise<Outcome> {
  if (underway >= AT_ONCE) {
    return { kind: 'postponed', until: new Date(desk.database.clock.now().getTime() + PAUSE_MS) };
  }
  underway += 1;
  try {
    return await tryOnce(desk, delivery);
  } finally {
    underway -= 1;
  }
}

async function tryOnce(desk: Desk, delivery: Delivery): Promise<Outcome> {
  const { database } = desk;
  const { sendId } = subject.parse(delivery.subject);
  const message = await asSystem(database, 'relay', (transaction) => findMessage(transaction, sendId));
  if (message?.state !== 'queued') {
    return { kind: 'skipped', reason: 'nothing to send' };
  }
  const { result, retryAfterMs } = pointless(message) ?? (await post(desk, message, delivery.attempts));
  await asSystem(database, 'relay', (transaction) => settleSend(transaction, message, result));
  database.onEvents(); // whoever is to be told
  const reason = `gateway: ${result.problem ?? ''} ${result.status ?? ''}`.trim();
  switch (result.state) {
    case 'sent':
      return { kind: 'sent' };
    case 'later':
      return { kind: 'failed', reason, retryAfterMs };
    case 'failed':
    case 'dropped':
      return { kind: 'skipped', reason }; // it is listed, and sent again, where its gateway is
  }
}

type Tried = { result: SendResult; retryAfterMs?: number | undefined };

/** Whom it was about is gone, or nobody wants it sent any more. */
function pointless({ kind, gateway, ticket }: GatewayMessage): Tried | undefined {
  if (kind === 'test') {
    return undefined;
  }
  if (!ticket) {
    return { result: { state: 'dropped', problem: 'taken_back' } };
  }
  if (ticket.isClosed) {
    return { result: { state: 'dropped', problem: 'closed' } };
  }
  return gateway.isActive ? undefined : { result: { state: 'failed', problem: 'off' } };
}

async function post({ database, org }: Desk, message: GatewayMessage, attempts: number): Promise<Tried> {
  const { id, kind, gateway, isLate } = message;
  // Whoever tries it out wants to know now.
  const isLast = kind === 'test' || isLate || attempts >= gateway.maxAttempts;
  if (!org.hooks) {
    return { result: { state: isLast ? 'failed' : 'later', problem: 'unsigned' } };
  }
  const body = Buffer.from(bodyOf(message, org.locale));
  const timestamp = String(Math.floor(database.clock.now().getTime() / 1000));
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'Parley',
    'parley-timestamp': timestamp,
    'idempotency-key': id,
    'parley-signature': sign({ timestamp, key: id, body }, org.hooks.secretOf(gateway)),
  };
  const answered = await postSigned(gateway.url, { headers, body, rules: org.outgoing ?? OUTGOING_RULES });
  const tried = judge(answered);
  return tried.result.state === 'later' && isLast ? { result: { ...tried.result, state: 'failed' } } : tried;
}

function judge(answered: Answered): Tried {
  if (answered.kind === 'unanswered') {
    const problem = answered.why;
    return { result: { state: problem === 'inside' ? 'failed' : 'later', problem } };
  }
  const { status, text } = answered;
  // PostgreSQL keeps no NUL.
  const answer = text.replaceAll('\0', '').trim().slice(0, ANSWER) || undefined;
  if (status >= 200 && status < 300) {
    return { result: { state: 'sent', status, answer } };
  }
  if (status === 429 || status >= 500) {
    return { result: { state: 'later', status, problem: 'busy', answer }, retryAfterMs: pauseOf(answered.retryAfter) };
  }
  const problem = status >= 300 && status < 400 ? 'redirected' : 'refused';
  return { result: { state: 'failed', status, problem, answer } };
}

/** Seconds, a day at most; a date is left to our own pauses. */
function pauseOf(retryAfter: string | undefined): number | undefined {
  return retryAfter && /^\d{1,9}$/.test(retryAfter) ? Math.min(Number(retryAfter), DAY_SECONDS) * 1_000 : undefined;
}
