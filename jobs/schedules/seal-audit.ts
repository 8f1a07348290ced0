import { sealEntries } from '../../core/audit/seal-entries.ts';
import type { Schedule } from './schedule.ts';

const BATCH = 500;

/** Chains what was written to the audit since the last look. */
export const sealAudit: Schedule = {
  name: 'seal-audit',
  everyMs: 15_000,

  async look({ database, auditKey }) {
    while ((await sealEntries(database, { key: auditKey, limit: BATCH })) === BATCH);
  },
};
