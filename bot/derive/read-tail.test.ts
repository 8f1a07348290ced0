import { describe, expect, it } from 'vitest';
import type { FieldDeclaration } from '../../core/objects/declaration.ts';
import { ORG } from '../../test/support/company.ts';
import { readTail } from './read-tail.ts';

const FIELDS: readonly FieldDeclaration[] = [
  {
    key: 'installedOn',
    name: { en: 'Installed on', zh: '安装日期' },
    kind: 'date',
    past: true,
    words: ['装的', 'bought'],
  },
  { key: 'model', name: { en: 'Model', zh: '型号' }, kind: 'text' },
  { key: 'warrantyUntil', name: { en: 'Warranty until', zh: '质保到期' }, kind: 'date' },
];

const read = (said: string) => readTail({ fields: FIELDS }, said, { today: '2026-05-13', org: ORG });

describe('what is said of an object (R22)', () => {
  it.each([
    ['3号空压机 2025年5月装的', { name: '3号空压机', installedOn: '2025年5月' }],
    ['3号空压机，质保到期 2027年5月', { name: '3号空压机', warrantyUntil: '2027年5月' }],
    [
      '2号注塑机 质保到期 2027年5月1日 去年6月装的',
      { name: '2号注塑机', installedOn: '去年6月', warrantyUntil: '2027年5月1日' },
    ],
    ['Compressor 3, bought in May 2025', { name: 'Compressor 3', installedOn: 'May 2025' }],
    ['Compressor 3, warranty until 1 May 2027', { name: 'Compressor 3', warrantyUntil: '1 May 2027' }],
    ['离心机 2025-05-01', { name: '离心机', installedOn: '2025-05-01' }],
    ['离心机，型号：X200', { name: '离心机', model: 'X200' }],
  ])('“%s” is its name and what its fields hold', (said, expected) => {
    expect(read(said)).toEqual(expected);
  });
});
