import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import type { SendKind, SendState } from './gateway.ts';

export type GatewayLine = {
  id: string;
  name: string;
  url: string;
  salt: string;
  zh: string;
  en: string;
  maxAttempts: number;
  keepAnswerDays: number;
  isActive: boolean;
  version: number;
  /** When something last went out, and what of the last week did not. */
  lastAt: Date | null;
  failed: number;
};

/** Every gateway of the company, with how it goes. */
export function findGateways(core: Core): Promise<GatewayLine[]> {
  return core.sql<GatewayLine>({
    name: 'gateways',
    text: `SELECT g.id, g.name, g.url, g.salt, g.text_zh AS zh, g.text_en AS en, g.max_attempts AS "maxAttempts",
                  g.keep_answer_days AS "keepAnswerDays", g.active AS "isActive", g.version, s.last AS "lastAt", coalesce(s.failed, 0) AS failed
             FROM gateways g LEFT JOIN LATERAL (
               SELECT max(settled_at) FILTER (WHERE state = 'sent') AS last,
                      count(*) FILTER (WHERE state = 'failed' AND kind <> 'test')::int AS failed
                 FROM gateway_sends WHERE gateway_id = g.id AND happened_at > parley_now() - interval '7 days') s ON true
            ORDER BY g.active DESC, g.name`,
    isRead: true,
  });
}

const WHAT_IT_IS = /的?\s*(?:通知)?(?:网关|gateway)$/iu;

/** By its name, or a part that only one of them is called. Throws not_found. */
export async function getGateway(core: Core, name: string): Promise<GatewayLine> {
  const gateways = await findGateways(core);
  const said = fold(name);
  const part = said.replace(WHAT_IT_IS, '');
  const exact = gateways.find((gateway) => fold(gateway.name) === said);
  const [alike, another] = part === '' ? [] : gateways.filter((gateway) => fold(gateway.name).includes(part));
  const found = exact ?? (another ? undefined : alike);
  if (!found) {
    throw new DomainError('not_found', `no gateway called ${name}`, {
      say: { en: `There is no gateway called “${name}”.`, zh: `没有名为“${name}”的网关。` },
    });
  }
  return found;
}

export type SendLine = {
  id: string;
  kind: SendKind;
  state: SendState;
  happenedAt: Date;
  settledAt: Date | null;
  attempts: number;
  status: number | null;
  problem: string | null;
  answer: string | null;
  ticketTitle: string | null;
  customerName: string | null;
  gateway: { id: string; name: string };
};

/** SQL: whoever has not heard of his ticket within this time need not hear that it came in. */
export const WORTHWHILE = "interval '30 days'";

/** As many as its card lists. */
const LAST = 20;

const LINE = `SELECT s.id, s.kind, s.state, s.happened_at AS "happenedAt", s.settled_at AS "settledAt", s.attempts, s.status, s.problem,
    s.answer, t.title AS "ticketTitle", c.name AS "customerName", json_build_object('id', g.id, 'name', g.name) AS gateway
  FROM gateway_sends s JOIN gateways g ON g.id = s.gateway_id
  LEFT JOIN service_tickets t ON t.id = s.ticket_id LEFT JOIN seen.customers c ON c.id = t.customer_id`;

/** What it was told last, the newest first. */
export function findSends(core: Core, gatewayId: string): Promise<SendLine[]> {
  return core.sql<SendLine>({
    name: 'gateway-sends',
    text: `${LINE} WHERE s.gateway_id = $1 ORDER BY s.happened_at DESC, s.id DESC LIMIT $2`,
    values: [gatewayId, LAST],
    isRead: true,
  });
}

/** What one press had sent again together with this, itself too. */
export function findRound(core: Core, sendId: string): Promise<SendLine[]> {
  return core.sql<SendLine>({
    name: 'gateway-round',
    text: `WITH o AS (SELECT * FROM gateway_sends WHERE id = $1), round AS (SELECT o.id FROM o UNION ALL
             SELECT x.id FROM o JOIN gateway_sends x ON x.gateway_id = o.gateway_id AND x.happened_at > parley_now() - (${WORTHWHILE} + interval '2 days')
                AND x.id <> o.id AND x.kind <> 'test' AND x.asked_by = o.asked_by AND x.queued_at = o.queued_at)
           ${LINE} WHERE s.id = ANY (ARRAY(SELECT id FROM round))
            ORDER BY s.happened_at DESC, s.id DESC`,
    values: [sendId],
    isRead: true,
  });
}

export function fold(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}
