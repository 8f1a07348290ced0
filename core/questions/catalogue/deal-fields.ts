import { HAS_NEXT_STEP, RISK, RISKS } from '../../opportunities/risk.ts';
import type { Dimension, Field } from './entity.ts';
import { localDay, words } from './shared.ts';

/** How a deal stands: what it lacks, has run past, or may be lost by. */
export const STANDING: readonly Field[] = [
  {
    key: 'past_close',
    type: 'boolean',
    name: { en: 'past the expected close', zh: '已过预计成交日期' },
    no: { en: 'not past the expected close', zh: '未过预计成交日期' },
    synonyms: words('', ''),
    sql: `(s.kind = 'open' AND coalesce(x.close_on < $today::date, false))`,
  },
  {
    key: 'next_step',
    type: 'boolean',
    name: { en: 'with a next step', zh: '有下一步' },
    no: { en: 'no next step', zh: '没有下一步' },
    synonyms: words('', ''),
    sql: HAS_NEXT_STEP,
  },
  {
    key: 'risk',
    type: 'choice',
    name: { en: 'risk', zh: '风险' },
    synonyms: words('', ''),
    sql: `CASE WHEN s.kind <> 'open' THEN NULL ${RISKS.map((key) => `WHEN ${RISK[key].sql} THEN '${key}'`).join(' ')} END`,
    choices: RISKS.map((key) => ({
      key,
      name: RISK[key].name,
      sql: `s.kind = 'open' AND coalesce(${RISK[key].sql}, false)`,
    })),
    told: { not_null: { en: 'at risk', zh: '有风险' }, is_null: { en: 'not at risk', zh: '没有风险' } },
    why: {
      sql: `array_remove(ARRAY[${RISKS.map((key) => {
        const { sql, n = 'NULL', limit = 'NULL' } = RISK[key];
        return `CASE WHEN ${sql} THEN json_build_object('key', '${key}', 'n', ${n}, 'limit', ${limit})::jsonb END`;
      }).join(', ')}], NULL)`,
      words: Object.fromEntries(RISKS.map((key) => [key, RISK[key].said])),
    },
  },
  {
    key: 'stage_days',
    type: 'number',
    name: { en: 'days in its stage', zh: '停留天数' },
    synonyms: words('', ''),
    sql: `($today::date - ${localDay('x.stage_since')})`,
    told: { gt: { en: 'over {n} days in its stage', zh: '在同一阶段超过 {n} 天' } },
  },
  {
    key: 'piled_up',
    type: 'boolean',
    name: { en: 'piled up: in its stage longer than its pipeline’s limit', zh: '积压：在阶段停留超过流程的积压天数' },
    no: { en: 'not piled up', zh: '未积压' },
    synonyms: words('', ''),
    sql: `(s.kind = 'open' AND x.stage_since < (SELECT parley_now()) - (SELECT p2.pile_days FROM pipelines p2 WHERE p2.key = s.pipeline_key) * interval '1 day')`,
  },
  {
    key: 'competitor',
    type: 'text',
    name: { en: 'competitor', zh: '竞争对手' },
    synonyms: words('', ''),
    sql: `(SELECT string_agg(c2.name, ', ' ORDER BY c2.name) FROM opportunity_competitors c2 WHERE c2.opportunity_id = x.id)`,
    told: {
      contains: { en: 'against {n}', zh: '与{n}竞争' },
      not_null: { en: 'with a competitor', zh: '有竞争对手' },
      is_null: { en: 'without a competitor', zh: '没有竞争对手' },
    },
  },
];

/** A deal stands in the group of each competitor at it; `cp` is the joined one, `cs` how all of that name are spelt. */
export const COMPETITOR_DIMENSION: Dimension = {
  key: 'competitor',
  name: { en: 'competitor', zh: '竞争对手' },
  synonyms: words('rival', '对手|竞品'),
  sql: 'lower(cp.name)',
  en: 'cs.name',
  zh: 'cs.name',
  isSeveral: true,
};

export const COMPETITOR_JOINS = {
  cp: 'LEFT JOIN opportunity_competitors cp ON cp.opportunity_id = x.id',
  cs: 'LEFT JOIN (SELECT lower(name) AS key, min(name) AS name FROM opportunity_competitors GROUP BY 1) cs ON cs.key = lower(cp.name)',
};
