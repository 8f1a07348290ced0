import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PlatformError } from '../bot/contract.ts';
import { asSystem } from '../core/db/system.ts';
import { findPostedCards } from '../core/deliveries/posted-card.ts';
import { addLead } from '../core/leads/add-lead.ts';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';
import { deskOf, runDue, standings } from '../test/support/jobs.ts';
import { Messenger } from '../test/support/messenger.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
let slack: Messenger;

const gone = () => new PlatformError('gone', { retryable: false });
const run = (...others: Messenger[]) => runDue(deskOf(company, slack, ...others));

beforeEach(async () => {
  company = await openCompany();
  await moveClock(company.database, '2026-05-20T10:00:00+08:00');
  talk = openChat(company);
  li = talk.as('li');
  slack = new Messenger();
});
afterEach(async () => {
  await talk.close();
  await company.close();
});

const giveLead = () =>
  company.as('zhang', (core) => addLead(core, { contact: '王工', ownerId: company.actor('li').userId }));

describe('a private conversation that is gone', () => {
  it('is opened anew, once, and remembered', async () => {
    await giveLead();
    await run();
    slack.failures.push(gone());
    await giveLead();
    await run();
    await giveLead();
    await run();
    expect(slack.cardsOf('li')).toHaveLength(3);
    expect(slack.opened).toBe(2);
  });

  it('for good is told an admin', async () => {
    await giveLead();
    await run();
    slack.failures.push(gone(), gone());
    await giveLead();
    await run();
    expect((await standings(company)).at(-1)).toEqual({ notice: 'leadGiven', state: 'dead', reason: 'gone' });
  });
});

describe('a card that was deleted', () => {
  /** A discount that wang has the card of. */
  async function ask(): Promise<string> {
    await li.types('新客户 华星电子有限公司');
    await li.types('新商机 华星电子 --名称 二期 --金额 35万');
    await li.types('折扣 二期 --折扣 10%');
    await run();
    const { rows } = await company.database.pool.query<{ id: string }>('SELECT id FROM approval_requests');
    return rows[0]?.id ?? '';
  }

  const approve = async (request: string) => {
    const { rows } = await company.database.pool.query<{ id: string }>('SELECT id FROM approval_steps');
    const input = { request, step: rows[0]?.id };
    await talk.as('wang').presses({ label: '', command: 'approval.approve', input });
  };

  const cardsOf = (subjectId: string) =>
    asSystem(company.database, 'relay', (transaction) =>
      findPostedCards(transaction, { subject: 'approval', subjectId }),
    );

  it('comes back where it was when what it shows has changed', async () => {
    const subjectId = await ask();
    slack.lose('m1');
    await approve(subjectId);
    await run();
    expect(slack.cardsOf('wang').map(({ title }) => title)).toEqual(['折扣 10%：已批准']);
    expect(await cardsOf(subjectId)).toMatchObject([{ platform: 'slack', place: 'D-wang', messageId: 'm2' }]);
  });

  it('together with its conversation comes back in the one he has now, on whatever platform', async () => {
    const subjectId = await ask();
    const feishu = new Messenger('feishu');
    await company.database.pool.query(
      `INSERT INTO identities (id, user_id, platform, workspace, external_id) VALUES (gen_random_uuid(), $1, 'feishu', 'F1', 'wang')`,
      [company.actor('wang').userId],
    );
    await company.database.pool.query(`UPDATE users SET preferred_platform = 'feishu' WHERE name = '王芳'`);
    slack.lose('m1');
    slack.failures.push(gone());
    await approve(subjectId);
    await run(feishu);
    expect(feishu.cardsOf('wang').map(({ title }) => title)).toEqual(['折扣 10%：已批准']);
    expect(await cardsOf(subjectId)).toMatchObject([{ platform: 'feishu', workspace: 'F1', place: 'D-wang' }]);
  });
});
