import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCompanyName } from './company-name.ts';
import { fold } from './fold.ts';
import { nameKeys } from './name-keys.ts';
import { nameGold } from './names.gold.ts';

describe('name keys', () => {
  it('are the forms in which people say a name', () => {
    expect(nameKeys('深圳市华星电子有限公司')).toEqual([
      '深圳市华星电子有限公司',
      '华星电子',
      '华星',
      '深圳华星电子',
      '深圳华星',
      'huaxingdianzi',
      'hxdz',
      'huaxing',
    ]);
    expect(nameKeys('Acme Corporation')).toEqual(['acmecorporation', 'acme']);
    expect(nameKeys('International Business Machines Corp.')).toEqual([
      'internationalbusinessmachinescorp',
      'internationalbusinessmachines',
      'ibm',
    ]);
  });

  it.each([...nameGold])('R20: "%s" finds %s', (mention, name) => {
    const { full, core } = parseCompanyName(mention);
    expect([full, core].some((key) => nameKeys(name).includes(key))).toBe(true);
  });

  it('never stand on a region, a legal form or two initials alone', () => {
    const keys = ['重庆银行股份有限公司', '中国移动', '北京公司', 'Acme Tools', '王芳'].flatMap(nameKeys);
    expect(keys.filter((key) => ['重庆', '移动', '北京', '有限公司', 'at', 'wf'].includes(key))).toEqual([]);
  });

  it('are folded, of two characters or more, and hold the whole name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (name) => {
        const keys = nameKeys(name);
        expect(keys.every((key) => [...key].length >= 1 && key.length >= 2)).toBe(true);
        expect(new Set(keys).size).toBe(keys.length);
        if (fold(name).length >= 2) {
          expect(keys).toContain(fold(name));
        }
      }),
    );
  });
});
