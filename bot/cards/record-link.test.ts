import { describe, expect, it } from 'vitest';
import { readRecordLink, recordLink } from './record-link.ts';

const ID = '0197a1b2-0000-7000-8000-00000000c0de';

describe('a record’s address', () => {
  it('says what it is and which, and is read back on any host', () => {
    expect(recordLink('https://crm.example/', 'customer', ID)).toBe(`https://crm.example/r/customer/${ID}`);
    expect(readRecordLink(`https://crm.example/r/customer/${ID}`)).toEqual({ noun: 'customer', id: ID });
    expect(readRecordLink(`http://127.0.0.1:3000/base/r/lead/${ID.toUpperCase()}/?x=1#y`)).toEqual({
      noun: 'lead',
      id: ID,
    });
  });

  it.each([
    '',
    'https://crm.example/',
    `https://crm.example/r/${ID}`,
    'https://crm.example/r/customer/7',
    `/r/a b/${ID}`,
  ])('is not %j', (url) => {
    expect(readRecordLink(url)).toBeUndefined();
  });
});
