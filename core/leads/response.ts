import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';

/** The one row of what holds for all leads. */
export const RULES = '00000000-0000-7000-8000-000000003011';

/**
 * When a lead `l` of source `s` is to be answered, by the calendar, from when its owner has had it; null where it was
 * answered, is nobody's or is closed (R6).
 */
export const hoursOf = (source: string) =>
  `coalesce(${source}.response_hours, (SELECT r.response_hours FROM lead_rules r WHERE r.id = '${RULES}'))`;
export const HOURS = hoursOf('s');
export const IS_UNANSWERED = `l.first_response_at IS NULL AND l.owner_id IS NOT NULL AND l.status = 'new'`;
/** Since when the one who answered lead `l` had it: who was given it only after that does not count. */
export const answeredSince = (l: string) =>
  `CASE WHEN ${l}.given_at <= coalesce(${l}.first_response_at, ${l}.given_at) THEN ${l}.given_at ELSE ${l}.created_at END`;
/** Since when its owner has had it. */
export const SINCE = 'coalesce(l.given_at, l.created_at)';
/** The same whether it was answered or not. */
export const DUE_AT = `(${SINCE} + ${HOURS} * interval '1 hour')`;
export const DUE = `CASE WHEN ${IS_UNANSWERED} THEN ${DUE_AT} END`;

/** Hours to the first answer where a source says nothing else. */
export async function findResponseHours(core: Core): Promise<{ hours: number; version: number }> {
  const [rules] = await core.sql<{ hours: number; version: number }>({
    name: 'lead-response-hours',
    text: 'SELECT response_hours AS hours, version FROM lead_rules WHERE id = $1',
    values: [RULES],
    isRead: true,
  });
  if (!rules) {
    throw new DomainError('not_found', 'lead_rules');
  }
  return rules;
}

export async function changeResponseHours(core: Core, hours: number): Promise<void> {
  const { version } = await findResponseHours(core);
  core.change.update('lead_rules', RULES, { responseHours: hours }, { version });
}
