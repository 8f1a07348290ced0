import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PlatformError } from '../bot/contract.ts';
import { asSystem } from '../core/db/system.ts';
import { claimDeliveries } from '../core/deliveries/claim-deliveries.ts';
import { findUndelivered } from '../core/deliveries/find-undelivered.ts';
import { planDelivery } from '../core/deliveries/plan-delivery.ts';
import { redeliver } from '../core/deliveries/redeliver.ts';
import { addLead } from '../core/leads/add-lead.ts';
import { claimEvents } from '../core/outbox/claim-events.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany, type PersonKey } from '../test/support/company.ts';
import { deskOf, runDue, standings } from '../test/support/jobs.ts';
import { Messenger } from '../test/support/messenger.ts';
import { deliver } from './deliver.ts';
import type { Desk } from './desk.ts';
import { react } from './react.ts';

let company: Company;
let slack: Messenger;
let desk: Desk;

beforeEach(async () => {
  company = await openCompany();
  await moveClock(company.database, '2026-05-20T10:00:00+08:00');
  slack = new Messenger();
  desk = deskOf(company, slack);
});
afterEach(() => company.close());

/** Zhang gives a lead to somebody; its notice is due. */
async function giveLead(to: PersonKey, contact = '王工'): Promise<string> {
  const { id } = await company.as('zhang', (core) =>
    addLead(core, { contact, company: '远景科技', ownerId: company.actor(to).userId, duplicateReason: 'given again' }),
  );
  return id;
}

async function plan(to: PersonKey, notice: string, subject: Record<string, unknown>): Promise<void> {
  await asSystem(company.database, 'relay', (transaction) =>
    planDelivery(transaction, { effectKey: `test:${notice}`, userId: company.actor(to).userId, notice, subject }),
  );
}

async function columns(): Promise<{ id: string; state: string; attempts: number; doubtful: boolean; waits: number }[]> {
  const { rows } = await company.database.pool.query(
    'SELECT id, state, attempts, doubtful, round(extract(epoch FROM run_at - parley_now()))::int AS waits FROM deliveries',
  );
  return rows;
}

const sendAgain = (id: string) =>
  company.as('admin', async (core) => redeliver(core, { kind: 'delivery', id, verb: 'again' }));

describe('a notice', () => {
  it('tells somebody of the lead he was given, in his language, with a button', async () => {
    const leadId = await giveLead('li');
    await runDue(desk);
    expect(slack.cardsOf('li')).toEqual([
      {
        title: '你有一条新线索',
        about: { entity: 'lead', recordId: leadId },
        tone: 'info',
        body: [
          {
            type: 'facts',
            facts: [
              { label: '联系人', value: '王工' },
              { label: '公司', value: '远景科技' },
              { label: '分配依据', value: '由张伟分配' },
            ],
          },
          {
            type: 'actions',
            buttons: [{ label: '查看', command: 'lead.show', input: { lead: leadId }, style: 'primary' }],
          },
        ],
      },
    ]);
    expect(await standings(company)).toEqual([{ notice: 'leadGiven', state: 'sent', reason: null }]);
  });

  it('says what is true when it is sent: a lead that went on to somebody else is not announced', async () => {
    const leadId = await giveLead('li');
    await company.database.pool.query('UPDATE leads SET owner_id = $1 WHERE id = $2', [
      company.actor('han').userId,
      leadId,
    ]);
    await runDue(desk);
    expect(slack.cardsOf('li')).toEqual([]);
  });

  it('opens the private conversation once and remembers it', async () => {
    await giveLead('li');
    await runDue(desk);
    await giveLead('li', '赵工');
    await runDue(desk);
    expect(slack.opened).toBe(1);
    expect(slack.cardsOf('li')).toHaveLength(2);
  });

  it('is dropped for somebody who has left, and dead for somebody without a chat', async () => {
    await giveLead('li');
    await giveLead('han');
    await company.database.pool.query('UPDATE users SET active = false WHERE id = $1', [company.actor('li').userId]);
    await company.database.pool.query('DELETE FROM identities WHERE user_id = $1', [company.actor('han').userId]);
    await runDue(desk);
    expect(await standings(company)).toEqual([
      { notice: 'leadGiven', state: 'skipped', reason: 'no longer active' },
      { notice: 'leadGiven', state: 'dead', reason: 'no chat with this person' },
    ]);
  });

  it('waits for the end of the quiet hours where it may', async () => {
    await moveClock(company.database, '2026-05-20T21:30:00+08:00');
    await plan('li', 'digest', { day: '2026-05-20' });
    await runDue(desk);
    const [row] = await columns();
    expect(row).toMatchObject({ state: 'pending', waits: 10.5 * 3600 });
  });

  it('waits for its turn where the platform would refuse it, and that counts as no try', async () => {
    await giveLead('li');
    slack.failures.push(new PlatformError('throttled', { retryable: true, retryAfterMs: 40_000 }));
    await runDue(desk);
    const [row] = await columns();
    expect(row).toMatchObject({ state: 'pending', attempts: 0, waits: 40 });
  });

  it('goes out in the quiet hours where it must', async () => {
    await moveClock(company.database, '2026-05-20T21:30:00+08:00');
    await giveLead('li');
    await runDue(desk);
    expect(slack.cardsOf('li')).toHaveLength(1);
  });
});

describe('a chat', () => {
  it('is the one the person prefers, else the one used last, else the one linked last (R101)', async () => {
    const teams = new Messenger('teams');
    const feishu = new Messenger('feishu');
    const { userId } = company.actor('li');
    for (const [index, platform] of ['teams', 'feishu'].entries()) {
      await company.database.pool.query(
        `INSERT INTO identities (id, user_id, platform, workspace, external_id, linked_at)
         VALUES (gen_random_uuid(), $1, $2, 'W', 'li', timestamptz '2030-01-01' + $3 * interval '1 day')`,
        [userId, platform, index + 1],
      );
    }
    const all = deskOf(company, slack, teams, feishu);
    await giveLead('li');
    await runDue(all);
    expect(feishu.cardsOf('li')).toHaveLength(1);

    await company.database.pool.query(
      `INSERT INTO changes (id, actor_id, via, platform) VALUES (gen_random_uuid(), $1, 'words', 'slack')`,
      [userId],
    );
    await giveLead('li');
    await runDue(all);
    expect(slack.cardsOf('li')).toHaveLength(1);

    await company.database.pool.query(`UPDATE users SET preferred_platform = 'teams' WHERE id = $1`, [userId]);
    await giveLead('li');
    await runDue(all);
    expect(teams.cardsOf('li')).toHaveLength(1);

    await giveLead('li');
    await runDue(deskOf(company, slack, feishu));
    expect(slack.cardsOf('li')).toHaveLength(2);
  });
});

describe('a platform that fails', () => {
  it('is asked again after as long as it says', async () => {
    slack.failures.push(new PlatformError('ratelimited', { retryable: true, retryAfterMs: 30_000 }));
    await giveLead('li');
    await runDue(desk);
    expect(await columns()).toMatchObject([{ state: 'pending', attempts: 1, doubtful: false, waits: 30 }]);

    await moveClock(company.database, '2026-05-20T10:00:40+08:00');
    await runDue(desk);
    expect(slack.cardsOf('li')).toHaveLength(1);
  });

  it('is not asked again when it says no', async () => {
    slack.failures.push(new PlatformError('channel_not_found', { retryable: false }));
    await giveLead('li');
    await runDue(desk);
    expect(await standings(company)).toEqual([{ notice: 'leadGiven', state: 'dead', reason: 'channel_not_found' }]);
  });

  it('leaves its dead letters to be seen by an admin, and by nobody else', async () => {
    slack.failures.push(new PlatformError('channel_not_found', { retryable: false }));
    await giveLead('li');
    await runDue(desk);
    expect(await company.as('admin', (core) => findUndelivered(core))).toMatchObject({
      total: 1,
      items: [
        {
          kind: 'delivery',
          what: 'leadGiven',
          person: '李雷',
          state: 'dead',
          attempts: 1,
          lastError: 'channel_not_found',
        },
      ],
    });
    expect(await company.as('zhang', (core) => findUndelivered(core))).toEqual({ items: [], total: 0 });
  });

  it('is given what may have arrived once more and no oftener, until an admin says so', async () => {
    const interrupted = () => new PlatformError('interrupted', { retryable: true });
    slack.failures.push(interrupted(), interrupted());
    await giveLead('li');
    await runDue(desk);
    expect(await columns()).toMatchObject([{ state: 'pending', doubtful: true }]);
    await moveClock(company.database, '2026-05-20T10:01:00+08:00');
    await runDue(desk);
    const [row] = await columns();
    expect(row).toMatchObject({ state: 'ambiguous', attempts: 2 });

    await moveClock(company.database, '2026-05-20T12:00:00+08:00');
    await runDue(desk);
    expect(slack.messages).toEqual([]);
    await sendAgain(row?.id ?? '');
    await runDue(desk);
    expect(slack.cardsOf('li')).toHaveLength(1);
    await expect(sendAgain(row?.id ?? '')).rejects.toMatchObject({ code: 'conflict' });
  });

  it('is given the same id with every try', async () => {
    slack.failures.push(new PlatformError('http_503', { retryable: true }));
    await giveLead('li');
    await runDue(desk);
    await moveClock(company.database, '2026-05-20T10:01:00+08:00');
    await runDue(desk);
    const [row] = await columns();
    expect(slack.messages.map(({ effectId }) => effectId)).toEqual([row?.id]);
  });
});

describe('a delivery', () => {
  /** Hands the notice of a new lead to a worker, without running it. */
  async function handOver(): Promise<string> {
    await giveLead('li');
    const events = await asSystem(company.database, 'relay', (transaction) => claimEvents(transaction));
    for (const { id } of events) await react(desk, id);
    const [claimed] = await asSystem(company.database, 'relay', (transaction) => claimDeliveries(transaction));
    return claimed?.id ?? '';
  }

  /** A worker that is cut off while its message is on its way. */
  async function breakOff(id: string): Promise<void> {
    const started = new Promise<void>((resolve) => {
      slack.onSend = () => {
        resolve();
        return new Promise(() => undefined);
      };
    });
    void deliver(desk, id);
    await started;
    slack.onSend = async () => undefined;
  }

  it('is sent once when three workers have it at the same moment', async () => {
    const id = await handOver();
    slack.onSend = () => new Promise((resolve) => setTimeout(resolve, 50));
    await Promise.all([deliver(desk, id), deliver(desk, id), deliver(desk, id)]);
    expect(slack.cardsOf('li')).toHaveLength(1);
  });

  it('is made again at once by whoever takes the job of a killed worker over', async () => {
    const id = await handOver();
    await breakOff(id);
    await deliver(desk, id);
    expect(slack.cardsOf('li')).toEqual([]);
    await deliver(desk, id, { tookOver: true });
    expect(slack.cardsOf('li')).toHaveLength(1);
    expect(await columns()).toMatchObject([{ state: 'sent', doubtful: true, attempts: 2 }]);
  });

  it('is handed over again when its worker is gone and nobody knows, once', async () => {
    const id = await handOver();
    await breakOff(id);
    await runDue(desk);
    expect(slack.cardsOf('li')).toEqual([]);

    await moveClock(company.database, '2026-05-20T10:02:00+08:00');
    const [again] = await asSystem(company.database, 'relay', (transaction) => claimDeliveries(transaction));
    expect(again).toEqual({ id, attempts: 1, again: true });
    await breakOff(id);
    await moveClock(company.database, '2026-05-20T10:04:00+08:00');
    await runDue(desk);
    expect(slack.cardsOf('li')).toEqual([]);
    expect(await columns()).toMatchObject([{ state: 'ambiguous' }]);
  });

  it('that nobody took up is handed over again', async () => {
    await handOver();
    await runDue(desk);
    expect(slack.cardsOf('li')).toEqual([]);
    await moveClock(company.database, '2026-05-20T10:01:00+08:00');
    await runDue(desk);
    expect(slack.cardsOf('li')).toHaveLength(1);
  });

  it('that a bug of ours keeps from being sent waits longer each time, is reported, and dies in the end', async () => {
    const id = await handOver();
    slack.onSend = () => Promise.reject(new TypeError('cannot read'));
    await expect(deliver(desk, id)).rejects.toThrow('cannot read');
    expect(await columns()).toMatchObject([{ state: 'pending', attempts: 1, waits: 2 }]);
    await company.database.pool.query(
      "UPDATE deliveries SET attempts = 9, run_at = parley_now() - interval '1 second'",
    );
    await expect(deliver(desk, id)).rejects.toThrow('cannot read');
    expect(await columns()).toMatchObject([{ state: 'pending', attempts: 10, waits: 900 }]);
    await company.database.pool.query(
      "UPDATE deliveries SET attempts = 19, run_at = parley_now() - interval '1 second'",
    );
    await expect(deliver(desk, id)).rejects.toThrow('cannot read');
    expect(await standings(company)).toEqual([{ notice: 'leadGiven', state: 'dead', reason: 'cannot read' }]);
  });
});
