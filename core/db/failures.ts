import pg from 'pg';
import { DomainError, type FailureCode } from '../errors.ts';

/** What the database's error codes mean to a person. PA… are raised by our own functions (prisma/migrations). */
const MEANING: Readonly<Record<string, FailureCode>> = {
  PA401: 'unknown_person',
  PA403: 'forbidden',
  PA404: 'not_found',
  PA409: 'conflict',
  PA410: 'already_answered',
  '42501': 'forbidden', // row-level security
  '23503': 'built_upon', // a foreign key holds on to the row
  '23001': 'built_upon', // the same, as PostgreSQL 18 calls it where the key says RESTRICT
  '23505': 'exists',
  '23514': 'bad_input',
  '22P02': 'bad_input',
  '22003': 'bad_input',
  '57014': 'too_slow', // the statement's time was up
  '57P01': 'unavailable',
  '57P03': 'unavailable',
  '53300': 'unavailable',
};

const GONE = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']);

const RETRYABLE = new Set(['40001', '40P01', 'PA409']);

/** Unique keys over what people type: whoever comes second in the same moment finds the first when he is run again. */
const RACED_KEYS = new Set([
  'leads_one_of_a_kind',
  'customers_one_of_a_kind',
  'tags_key_key',
  'call_list_entries_segment_id_customer_id_key',
  'call_list_entries_segment_id_lead_id_key',
]);

/**
 * Errors of a transaction that may simply be run again: serialisation failure, deadlock, and a row that moved on or was
 * entered by somebody else (judged afresh, the second run says who was first; a version that a person saw stays a conflict).
 */
export function isRetryable(error: unknown): boolean {
  return (
    RETRYABLE.has(sqlState(error) ?? '') ||
    (error instanceof pg.DatabaseError && RACED_KEYS.has(error.constraint ?? ''))
  );
}

/** The same error as a failure the person can be told, or as it is when it is a bug. */
export function toFailure(error: unknown): unknown {
  if (error instanceof DomainError) {
    return error;
  }
  const code = sqlState(error);
  const meaning = code === undefined ? undefined : MEANING[code];
  if (meaning) {
    return new DomainError(meaning, error instanceof Error ? error.message : String(error), { cause: error });
  }
  return isConnectionLost(error)
    ? new DomainError('unavailable', 'the database cannot be reached', { cause: error })
    : error;
}

export function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof Error)) {
    return false;
  }
  const code = 'code' in error ? error.code : undefined;
  return (
    (typeof code === 'string' &&
      (GONE.has(code) || code.startsWith('08') || code.startsWith('57P') || code === 'P1001' || code === 'P1017')) ||
    /Connection terminated|timeout exceeded when trying to connect|Query read timeout|not queryable/.test(
      error.message,
    ) ||
    (error instanceof AggregateError && error.errors.some(isConnectionLost)) ||
    (error.cause !== undefined && isConnectionLost(error.cause))
  );
}

/** The SQLSTATE, whether the statement went through pg or through Prisma. */
function sqlState(error: unknown): string | undefined {
  if (error instanceof pg.DatabaseError) {
    return error.code;
  }
  if (error instanceof Error && 'meta' in error) {
    return /"?(?:originalCode|code)"?:\s*"?([0-9A-Z]{5})/.exec(JSON.stringify(error.meta))?.[1];
  }
  return undefined;
}
