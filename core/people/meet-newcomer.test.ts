import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Company, ORG, openCompany } from '../../test/support/company.ts';
import { decideAdmission } from './decide-admission.ts';
import { meetNewcomer } from './meet-newcomer.ts';

let company: Company;

beforeAll(async () => {
  company = await openCompany();
  await company.database.pool.query(`UPDATE users SET active = false WHERE email = 'tom@hualan.example'`);
});
afterAll(() => company.close());

const newcomer = (externalId: string, email?: string) => ({
  platform: 'playground',
  workspace: 'local',
  externalId,
  name: externalId,
  email,
});

const meet = (externalId: string, email?: string) =>
  meetNewcomer(company.database, newcomer(externalId, email), { org: ORG, adminEmail: 'boss@hualan.example' });

async function waiting(externalId: string, email: string): Promise<string> {
  const { rows } = await company.database.pool.query<{ id: string }>(
    `INSERT INTO admissions (id, platform, workspace, external_id, name, email)
     VALUES (gen_random_uuid(), 'playground', 'local', $1, $1, $2) RETURNING id`,
    [externalId, email],
  );
  const [row] = rows;
  if (!row) {
    throw new Error('no admission');
  }
  return row.id;
}

const identitiesOf = async (externalId: string) => {
  const { rows } = await company.database.pool.query<{ email: string }>(
    'SELECT u.email FROM identities i JOIN users u ON u.id = i.user_id WHERE i.external_id = $1',
    [externalId],
  );
  return rows.map(({ email }) => email);
};

const admit = (admissionId: string) =>
  company.as('admin', (core) => decideAdmission(core, { admissionId, verdict: 'admitted', roles: ['finance'] }));

describe('several first messages at once', () => {
  it.each([
    ['a colleague', 'p-li', 'li@hualan.example', 'known'],
    ['the first admin', 'p-boss', 'boss@hualan.example', 'known'],
    ['a stranger', 'p-mary', 'mary@elsewhere.example', 'waiting'],
  ])('of %s are all taken', async (_, externalId, email, kind) => {
    const welcomes = await Promise.all(Array.from({ length: 6 }, () => meet(externalId, email)));
    expect(welcomes.map((welcome) => welcome.kind)).toEqual([kind, kind, kind, kind, kind, kind]);
    expect(await identitiesOf(externalId)).toEqual(kind === 'known' ? [email] : []);
  });
});

it('somebody deactivated is told so wherever he writes from, and waits on no list', async () => {
  expect(await meet('p-tom', 'Tom@hualan.example')).toEqual({ kind: 'deactivated' });
  const { rows } = await company.database.pool.query(`SELECT FROM admissions WHERE external_id = 'p-tom'`);
  expect([rows, await identitiesOf('p-tom')]).toEqual([[], []]);
});

describe('letting in a newcomer whose e-mail is known', () => {
  it('links him to the colleague he is, as he is', async () => {
    await admit(await waiting('p-han', 'han@hualan.example'));
    expect(await identitiesOf('p-han')).toEqual(['han@hualan.example']);
    expect(await meet('p-han')).toMatchObject({ kind: 'known', actor: { name: '韩梅梅', roles: ['rep'] } });
  });

  it('is no more than a note where he has been linked since', async () => {
    const admissionId = await waiting('p-jim', 'jim@hualan.example');
    await meet('p-jim', 'jim@hualan.example');
    expect(await admit(admissionId)).toMatchObject({ state: 'admitted' });
    expect(await identitiesOf('p-jim')).toEqual(['jim@hualan.example']);
  });

  it('is refused with the reason where he is deactivated', async () => {
    await expect(admit(await waiting('p-tom-2', 'tom@hualan.example'))).rejects.toMatchObject({
      code: 'bad_transition',
      say: {
        en: 'This is Tom Brown, whose account is deactivated. Reactivate it first.',
        zh: '这是Tom Brown，其账号已停用，请先恢复该账号。',
      },
    });
    expect(await identitiesOf('p-tom-2')).toEqual([]);
  });
});
