import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addLead } from '../core/leads/add-lead.ts';
import { decideAdmission } from '../core/people/decide-admission.ts';
import { openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany, type PersonKey } from '../test/support/company.ts';
import { deskOf, runDue } from '../test/support/jobs.ts';
import { Messenger } from '../test/support/messenger.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let slack: Messenger;

beforeEach(async () => {
  company = await openCompany();
  await moveClock(company.database, '2026-05-20T10:00:00+08:00');
  talk = openChat(company, { profiles: { 's-han': { name: 'Han', email: 'han@hualan.example' } } });
  slack = new Messenger();
});
afterEach(async () => {
  await talk.close();
  await company.close();
});

const says = (id: string, reachableAt: string) =>
  talk.as(id).does({ kind: 'message', text: '今天', reachableAt: `D-${reachableAt}` });

const giveLead = (to: PersonKey) =>
  company.as('zhang', (core) => addLead(core, { contact: '王工', ownerId: company.actor(to).userId }));

const kept = async (externalId: string) =>
  (await company.database.pool.query('SELECT direct_place FROM identities WHERE external_id = $1', [externalId])).rows;

describe('where somebody first wrote from', () => {
  it('is where he is written to, in a process that has never heard of him', async () => {
    await says('li', 'li-at-home');
    await giveLead('li');
    await runDue(deskOf(company, slack));
    expect([slack.messages.map(({ to }) => to), slack.opened]).toEqual([['li-at-home'], 0]);
  });

  it('is kept with the account that his e-mail links', async () => {
    await says('s-han', 'han-at-home');
    expect(await kept('s-han')).toEqual([{ direct_place: 'D-han-at-home' }]);
  });

  it('is kept while he waits to be let in, and after', async () => {
    await says('newbie', 'new-at-home');
    const { rows } = await company.database.pool.query<{ id: string }>('SELECT id FROM admissions');
    const admissionId = rows[0]?.id ?? '';
    await company.as('admin', (core) => decideAdmission(core, { admissionId, verdict: 'admitted', roles: ['rep'] }));
    await runDue(deskOf(company, slack));
    expect(slack.cardsOf('new-at-home').map(({ title }) => title)).toEqual(['欢迎，小新']);
    expect(await kept('newbie')).toEqual([{ direct_place: 'D-new-at-home' }]);
  });

  it('stays when he writes in a channel, where nobody else is to read what is his', async () => {
    await says('li', 'li-at-home');
    await talk.as('li').does({ kind: 'message', text: '今天' }, false);
    await giveLead('li');
    await runDue(deskOf(company, slack));
    expect(slack.messages.map(({ to }) => to)).toEqual(['li-at-home']);
  });
});
