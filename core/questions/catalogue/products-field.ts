import type { Text } from '../../text.ts';
import type { Field } from './entity.ts';
import { words } from './shared.ts';

/** Products, by their ids; what was saved before it was so has their names. */
export const productsField = (of: { name: Text; from: string; has: Text; lacks: Text }): Field => ({
  key: 'products',
  type: 'tags',
  name: of.name,
  synonyms: words('', ''),
  sql: `ARRAY(SELECT unnest(ARRAY[p.id::text, lower(p.name_zh), lower(p.name_en)]) ${of.from})`,
  labels:
    'SELECT id::text AS key, name_en AS en, name_zh AS zh FROM products WHERE id::text = ANY ($keys) ORDER BY name_en, id',
  told: { contains: of.has, in: of.has, not_in: of.lacks },
  isOfProducts: true,
});
