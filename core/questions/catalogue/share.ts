import type { Text } from '../../text.ts';
import type { Measure } from './entity.ts';
import { words } from './shared.ts';

/** Of all there are, the part that is asked about: `$part` is the question's own. */
export const share = (many: Text): Measure => ({
  key: 'share',
  name: { en: 'share', zh: '占比' },
  synonyms: words('percentage|proportion', '比例'),
  definition: {
    en: `Of the ${many.en} the question is about, the part that also meets what it names as a part.`,
    zh: `问题范围内的${many.zh}中，同时符合所问条件的比例。`,
  },
  unit: 'percent',
  sql: 'count(*) FILTER (WHERE ($part))',
  per: 'count(*)',
  reads: [],
});
