import { countryOfRegion } from '../../../core/customers/countries.ts';
import { isRegion } from '../../../core/names/index.ts';
import type { Filter } from '../../../core/questions/question.ts';
import type { Claims } from './claims.ts';
import { eq } from './question-filters.ts';
import * as words from './question-words.ts';

/** Where, and in which line of business. */
export function readPlace(claims: Claims): Filter[] {
  const industry = Object.values(claims.match(words.INDUSTRY)?.groups ?? {}).find((each) => each !== undefined);
  const filters = industry ? [eq('industry', industry)] : [];
  const english = claims.match(words.REGION_EN)?.groups?.en;
  if (english) {
    return [...filters, eq('region', english)];
  }
  const region = regionIn(claims.text);
  if (region) {
    claims.take(new RegExp(`(?:在|来自)?${region}(?:地区|区域|大区|省|市)?`, 'u'));
    filters.push(eq('region', region));
  }
  return filters;
}

const BEFORE_NOUN =
  /(?<![\p{L}\d'])(?<place>\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?) (?=(?:(?:customers?|accounts?|clients?|leads|prospects|deals|opportunities|opps)(?![a-z])))/u;

/** Boston customers, New York leads: a place we know before what is listed; any other name may be of anything. */
export function readPlaceBefore(claims: Claims): Filter[] {
  const said = BEFORE_NOUN.exec(claims.text)?.groups?.place ?? '';
  const place = [said, said.split(' ').at(-1) ?? ''].find(
    (each) => isRegion(each) || countryOfRegion(each) !== undefined,
  );
  if (place === undefined) {
    return [];
  }
  claims.take(new RegExp(`(?<![\\p{L}])${place}(?![\\p{L}])`, 'u'));
  return [eq('region', place)];
}

const BIG_REGION = /华[东南西北中]|西南|西北|东北/u;

function regionIn(text: string): string | undefined {
  const big = BIG_REGION.exec(text)?.[0];
  if (big) {
    return big;
  }
  for (const [run] of text.matchAll(/\p{Script=Han}{2,}/gu)) {
    for (let at = 0; at + 2 <= run.length; at += 1) {
      const pair = run.slice(at, at + 2);
      if (isRegion(pair)) {
        return pair;
      }
    }
  }
  return undefined;
}
