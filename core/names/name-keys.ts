import { parseCompanyName } from './company-name.ts';
import { isHan } from './fold.ts';
import { initials, readings } from './pinyin.ts';

/**
 * Every form under which a customer or person is found by an exact match: in full, without legal form and region,
 * the brand alone, pinyin of both, initials of three letters or more. One form may belong to several customers.
 */
export function nameKeys(name: string): string[] {
  const { full, core, brand, region, words } = parseCompanyName(name);
  const keys = new Set([full, core, brand, ...(region ? [region + core, region + brand] : [])]);
  if (isHan(core)) {
    for (const form of new Set([core, brand])) {
      for (const sounds of readings(form)) {
        keys.add(sounds.join(''));
        keys.add(initials(sounds));
      }
    }
  } else {
    keys.add(initials(words));
  }
  return [...keys].filter((key) => key.length >= 2);
}
