import type { Core } from '../context.ts';
import type { Catalogue } from './catalogue/entity.ts';
import { CATALOGUE } from './catalogue/index.ts';

/** What this person may ask about: the catalogue as declared. A company's own fields are to be added here. */
export function catalogueFor(_core: Core): Catalogue {
  return CATALOGUE;
}
