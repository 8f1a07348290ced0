import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Company, openCompany } from '../../test/support/company.ts';
import { queryAs } from '../../test/support/row-security.ts';
import { Seal } from '../inbox/sealed.ts';
import { Installations } from './installations.ts';

let company: Company;
let kept: Installations;
const TOKEN = Buffer.from('{"bot":{"token":"xoxb-canary"}}');

beforeAll(async () => {
  company = await openCompany();
  kept = new Installations(company.database, new Seal(randomBytes(32), 'installations'));
});
afterAll(() => company.close());

describe('installations', () => {
  it('are kept by platform and workspace, the last one given', async () => {
    await kept.put('slack', 'T1', Buffer.from('old'));
    await kept.put('slack', 'T1', TOKEN);
    await kept.put('slack', 'T2', TOKEN);
    await kept.put('other', 'T1', Buffer.from('else'));
    expect(await kept.find('slack', 'T1')).toEqual(TOKEN);
    expect(await kept.list('slack')).toEqual(['T1', 'T2']);
    await kept.remove('slack', 'T2');
    expect(await kept.find('slack', 'T2')).toBeUndefined();
    expect(await kept.find('other', 'T1')).toEqual(Buffer.from('else'));
  });

  it('cannot be read at rest, by a person, or under another key', async () => {
    const { rows } = await company.database.pool.query("SELECT sealed FROM installations WHERE workspace = 'T1'");
    expect(rows.some(({ sealed }) => sealed.includes('canary'))).toBe(false);
    const { rows: people } = await company.database.pool.query('SELECT id FROM users');
    for (const { id } of [...people, { id: undefined }]) {
      expect(await queryAs(company.database, id, 'SELECT 1 FROM installations')).toEqual([]);
    }
    const other = new Installations(company.database, new Seal(randomBytes(32), 'installations'));
    await expect(other.find('slack', 'T1')).rejects.toThrow();
  });
});
