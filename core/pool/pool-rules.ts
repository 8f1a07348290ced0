import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import { RULES } from '../leads/response.ts';

/** Within which limits people take leads and customers out of the public pool, and keep them (R10). */
export type PoolRules = {
  claimsPerDay: number;
  /** Of leads, and of customers. */
  heldMost: number;
  /** Days without progress until a record goes back; 0 is never. */
  protectDays: number;
  /** Days before that its owner is warned. */
  warnDays: number;
};

export async function findPoolRules({ sql }: Pick<Core, 'sql'>): Promise<PoolRules & { version: number }> {
  const [rules] = await sql<PoolRules & { version: number }>({
    name: 'pool-rules',
    text: `SELECT claims_per_day AS "claimsPerDay", held_most AS "heldMost", protect_days AS "protectDays", warn_days AS "warnDays", version
             FROM lead_rules WHERE id = $1`,
    values: [RULES],
    isRead: true,
  });
  if (!rules) {
    throw new DomainError('not_found', 'lead_rules');
  }
  return rules;
}

type PoolRulesChange = { [Name in keyof PoolRules]?: number | undefined };

/** Throws bad_input where somebody would be warned before his time begins. */
export async function changePoolRules(core: Core, change: PoolRulesChange): Promise<PoolRules> {
  const { version, ...known } = await findPoolRules(core);
  const rules: PoolRules = {
    claimsPerDay: change.claimsPerDay ?? known.claimsPerDay,
    heldMost: change.heldMost ?? known.heldMost,
    protectDays: change.protectDays ?? known.protectDays,
    warnDays: change.warnDays ?? known.warnDays,
  };
  if (rules.protectDays > 0 && rules.warnDays >= rules.protectDays) {
    throw new DomainError('bad_input', 'warned before it is kept', {
      say: { en: 'The warning must be shorter than the time kept.', zh: '提醒天数必须小于保护天数。' },
    });
  }
  core.change.update('lead_rules', RULES, rules, { version });
  return rules;
}
