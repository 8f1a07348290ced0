import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import type { HookEventKind, HookResult } from './hook.ts';

export type HookLine = {
  id: string;
  key: string;
  name: string;
  salt: string;
  sourceKey: string | null;
  fields: Record<string, string>;
  perMinute: number;
  keepBodyDays: number;
  keepUnmatchedDays: number;
  /** Its events that are an enquiry of the lead they are of. */
  enquiries: HookEventKind[];
  isActive: boolean;
  version: number;
  /** When it last sent something, and how much of the last week's was not done. */
  lastAt: Date | null;
  failed: number;
  /** How much waits for somebody to come on file. */
  waiting: number;
};

export type HookDelivery = {
  id: string;
  state: 'new' | 'done' | 'failed';
  event: HookEventKind | null;
  result: HookResult | null;
  problem: string | null;
  attempts: number;
  at: Date;
  /** It was refused, and what was sent is still there. */
  isKept: boolean;
};

/** As many deliveries as its card lists. */
const LAST = 20;

/** Everything that may send us events, with how it goes. */
export function findHooks(core: Core): Promise<HookLine[]> {
  return core.sql<HookLine>({
    name: 'hooks',
    text: `SELECT s.id, s.key, s.name, s.salt, s.source_key AS "sourceKey", s.fields, s.per_minute AS "perMinute", s.keep_body_days AS "keepBodyDays", s.keep_unmatched_days AS "keepUnmatchedDays", s.enquiries, s.active AS "isActive", s.version,
                  d.last AS "lastAt", coalesce(d.failed, 0) AS failed, coalesce(d.waiting, 0) AS waiting
             FROM hook_sources s LEFT JOIN LATERAL (
               SELECT max(received_at) AS last, count(*) FILTER (WHERE state <> 'done' AND received_at > parley_now() - interval '7 days')::int AS failed,
                      count(*) FILTER (WHERE result = 'unmatched' AND body IS NOT NULL)::int AS waiting
                 FROM hook_deliveries WHERE source_id = s.id) d ON true
            ORDER BY s.active DESC, s.name`,
    isRead: true,
  });
}

/** The one these words name: by the end of its address or its name. */
export function matchHook(hooks: readonly HookLine[], words: string): HookLine | undefined {
  const said = fold(words);
  return hooks.find(({ key }) => key === said) ?? hooks.find(({ name }) => fold(name) === said);
}

const WHAT_IT_IS = /的?\s*(?:接口|接入|web\s?hook|hook)$/u;

/** By its name, the end of its address, or a part that only one of them is called. Throws not_found. */
export async function getHook(core: Core, name: string): Promise<HookLine> {
  const hooks = await findHooks(core);
  const said = fold(name).replace(WHAT_IT_IS, '');
  const [alike, another] = said === '' ? [] : hooks.filter((hook) => fold(hook.name).includes(said));
  const found = matchHook(hooks, name) ?? (another ? undefined : alike);
  if (!found) {
    throw new DomainError('not_found', `no hook called ${name}`, {
      say: { en: `Nothing called “${name}” sends me events.`, zh: `没有名为“${name}”的接入。` },
    });
  }
  return found;
}

/** What it sent last, the newest first. */
export function findDeliveries(core: Core, sourceId: string): Promise<HookDelivery[]> {
  return core.sql<HookDelivery>({
    name: 'hook-deliveries',
    text: `SELECT d.id, d.state, d.event, d.result, d.problem, d.attempts, d.received_at AS at,
             d.state = 'failed' AND d.body IS NOT NULL AND d.received_at > parley_now() - s.keep_body_days * interval '1 day' AS "isKept"
             FROM hook_deliveries d JOIN hook_sources s ON s.id = d.source_id
            WHERE d.source_id = $1 ORDER BY d.received_at DESC, d.id DESC LIMIT $2`,
    values: [sourceId, LAST],
    isRead: true,
  });
}

function fold(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}
