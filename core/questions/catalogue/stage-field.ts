import { FIRST_STAGE_NAMES } from '../../opportunities/first-stages.ts';
import type { Dimension, Field } from './entity.ts';
import { words } from './shared.ts';

/** Of a row `x` that stands in a stage, or stood there. */
export const STAGE_FIELD: Field = {
  key: 'stage',
  type: 'choice',
  name: { en: 'stage', zh: '阶段' },
  synonyms: words('phase|step', '环节'),
  sql: 'x.stage_key',
  conditions: {
    in: `x.stage_key IN (SELECT s2.key FROM stages s2 WHERE ARRAY[s2.key, lower(s2.name_en), lower(s2.name_zh)] && $value::text[])`,
    not_in: `x.stage_key NOT IN (SELECT s2.key FROM stages s2 WHERE ARRAY[s2.key, lower(s2.name_en), lower(s2.name_zh)] && $value::text[])`,
  },
  labels:
    'SELECT key, name_en AS en, name_zh AS zh FROM stages WHERE ARRAY[key, lower(name_en), lower(name_zh)] && $keys',
  all: 'SELECT name_en AS en, name_zh AS zh FROM stages GROUP BY 1, 2 ORDER BY min(position)',
  usual: FIRST_STAGE_NAMES,
};

/** `s` is the joined stage. */
export const STAGE_DIMENSION: Dimension = {
  key: 'stage',
  name: { en: 'stage', zh: '阶段' },
  synonyms: words('phase|step', '环节'),
  sql: 's.key',
  en: 's.name_en',
  zh: 's.name_zh',
  order: 's.position',
  field: 'stage',
};
