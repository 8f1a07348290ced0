import { describe, expect, it } from 'vitest';
import { bothNames } from './both-names.ts';

describe('what is named in one language', () => {
  it.each([
    [undefined, { nameEn: 'Pilot' }, { zh: 'Pilot', en: 'Pilot' }],
    [undefined, { nameZh: '试点' }, { zh: '试点', en: '试点' }],
    [undefined, { nameZh: '试点', nameEn: 'Pilot' }, { zh: '试点', en: 'Pilot' }],
    [{ zh: 'Pilot', en: 'Pilot' }, { nameEn: 'Trial' }, { zh: 'Trial', en: 'Trial' }],
    [{ zh: 'Pilot', en: 'Pilot' }, { nameZh: '试点' }, { zh: '试点', en: 'Pilot' }],
    [{ zh: '试点', en: '试点' }, { nameZh: '试用' }, { zh: '试用', en: '试用' }],
    [{ zh: '试点', en: '试点' }, { nameEn: 'Pilot' }, { zh: '试点', en: 'Pilot' }],
    [{ zh: '试点', en: 'Pilot' }, { nameEn: 'Trial' }, { zh: '试点', en: 'Trial' }],
    [{ zh: '试点', en: 'Pilot' }, {}, { zh: '试点', en: 'Pilot' }],
    [undefined, {}, undefined],
  ])('R63: %o, said %o, is %o', (known, said, expected) => {
    expect(bothNames(known, said)).toEqual(expected);
  });
});
