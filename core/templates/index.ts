import { fold } from '../names/index.ts';
import { carAftermarket } from './car-aftermarket.ts';
import { fmcg } from './fmcg.ts';
import { manufacturing } from './manufacturing.ts';
import { realEstate } from './real-estate.ts';
import { saas } from './saas.ts';
import type { Template } from './template.ts';

/** The industries a company may begin as (R63); another is one more file and its line here. */
export const TEMPLATES: readonly Template[] = [saas, manufacturing, fmcg, realEstate, carAftermarket];

/** The templates these words may mean: by key, name or another word for the industry. */
export function matchTemplates(words: string): Template[] {
  const said = fold(words);
  const called = ({ key, name, words: others }: Template) => [key, name.en, name.zh, ...others].map(fold);
  const exact = TEMPLATES.filter((template) => called(template).includes(said));
  return exact.length > 0 || said.length < 2
    ? exact
    : TEMPLATES.filter((template) => called(template).some((word) => word.includes(said) || said.includes(word)));
}
