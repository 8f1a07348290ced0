import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { moveClock } from '../../test/support/clock.ts';
import { type Company, ORG, openCompany } from '../../test/support/company.ts';
import { addCustomer } from '../customers/add-customer.ts';
import { asSystem } from '../db/system.ts';
import { handOver } from '../handover/hand-over.ts';
import { addLead } from '../leads/add-lead.ts';
import { giveLead } from '../leads/give-lead.ts';
import { addTask } from '../tasks/add-task.ts';
import { claimParty } from './claim-party.ts';
import { findPoolNews } from './find-pool-news.ts';
import { sweepPool } from './sweep-pool.ts';
import { tellOwners } from './tell-owners.ts';

let company: Company;

beforeAll(async () => {
  company = await openCompany();
});
afterAll(() => company.close());

const sweepOn = async (day: string) => {
  await moveClock(company.database, new Date(`${day}T02:30:30Z`));
  const { moved } = await asSystem(company.database, 'schedule', (transaction) =>
    sweepPool(transaction, { today: day, limit: 100 }),
  );
  return moved;
};

describe('what nobody works on', () => {
  it('is kept by whoever was handed it for the whole of his time (R10, R21)', async () => {
    await moveClock(company.database, new Date('2026-05-13T02:30:30Z'));
    await company.as('li', (core) => addCustomer(core, { name: '华星电子' }));
    await moveClock(company.database, new Date('2026-06-08T02:30:30Z'));
    const [personId, to] = [company.actor('li').userId, [company.actor('han').userId]];
    await company.as('zhang', (core) => handOver(core, { personId, to }));
    expect(await sweepOn('2026-06-20')).toBe(0);
    expect(await sweepOn('2026-07-06')).toBe(1);
    const { rows } = await company.database.pool.query('SELECT kind, user_id FROM pool_moves');
    expect(rows).toEqual([{ kind: 'warned', user_id: company.actor('han').userId }]);
  });
});

describe('the owner of what stands', () => {
  let own: Company;

  beforeAll(async () => {
    own = await openCompany();
  });
  afterAll(() => own.close());

  const at = (when: string) => moveClock(own.database, `2026-${when}:30+08:00`);
  const look = async (when: string) => {
    await at(when);
    const today = `2026-${when.slice(0, 5)}`;
    await asSystem(own.database, 'schedule', (transaction) => sweepPool(transaction, { today, limit: 100 }));
    await asSystem(own.database, 'schedule', (transaction) => tellOwners(transaction, { timeZone: ORG.timeZone }));
  };
  const add = (contact: string) => own.as('li', (core) => addLead(core, { contact }));
  const moves = async () => {
    const { rows } = await own.database.pool.query<{ line: string }>(
      `SELECT concat_ws(' ', l.contact_name, m.kind, to_char(m.created_at AT TIME ZONE 'Asia/Shanghai', 'MM-DD HH24:MI')) AS line
         FROM pool_moves m JOIN leads l ON l.id = m.lead_id ORDER BY m.created_at, l.contact_name`,
    );
    return rows.map(({ line }) => line);
  };
  const told = async () => {
    const { rows } = await own.database.pool.query<{ at: string }>(
      `SELECT to_char(created_at AT TIME ZONE 'Asia/Shanghai', 'MM-DD HH24:MI') AS at FROM deliveries WHERE notice = 'poolMoved' ORDER BY created_at`,
    );
    return rows.map((row) => row.at);
  };
  const news = () => own.as('li', (core) => findPoolNews(core));

  it('is warned of all that stands, also of what comes to stand behind the day’s message (R10)', async () => {
    await at('05-13T10:00');
    await add('上午');
    await at('05-13T15:30');
    await add('下午');
    await look('06-09T10:15');
    await look('06-09T15:40');
    expect(await moves()).toEqual(['上午 warned 06-09 10:15']);
    await look('06-10T00:10');
    expect(await moves()).toEqual(['上午 warned 06-09 10:15', '下午 warned 06-10 00:10']);
    expect(await told()).toEqual(['06-09 10:15', '06-10 00:10']);
  });

  it('is told by a sweep of what one that was cut off has moved (R10)', async () => {
    await own.database.pool.query(`DELETE FROM deliveries WHERE notice = 'poolMoved'`);
    await look('06-10T01:10');
    expect((await told()).length).toBe(2);
    await look('06-10T02:10');
    expect((await told()).length).toBe(2);
  });

  it('reads the days that are left of each, and nothing of what by now is kept (R10)', async () => {
    expect((await news()).map((each) => [each.name, each.kind, 'days' in each ? each.days : null])).toEqual([
      ['上午', 'warned', 3],
      ['下午', 'warned', 3],
    ]);
    await at('06-12T09:00');
    expect((await news()).map((each) => [each.name, 'days' in each ? each.days : null])).toEqual([
      ['上午', 1],
      ['下午', 1],
    ]);
    await own.database.pool.query(`UPDATE leads SET given_at = parley_now() WHERE contact_name = '下午'`);
    expect((await news()).map(({ name }) => name)).toEqual(['上午']);
    await own.database.pool.query(`UPDATE lead_rules SET protect_days = 0`);
    expect(await news()).toEqual([]);
    await own.database.pool.query(`UPDATE lead_rules SET protect_days = 30`);
  });

  it('reads nothing of a customer with whom there is a deal, whosever it is (R10)', async () => {
    await at('07-01T10:00');
    const { id } = await own.as('li', (core) => addCustomer(core, { name: '华星电子' }));
    await look('07-29T00:10');
    expect((await news()).map(({ name }) => name)).toContain('华星电子');
    await own.database.pool.query(
      `INSERT INTO opportunities (id, customer_id, name, owner_id, created_by, stage_key, currency)
       SELECT gen_random_uuid(), $1, '二期', $2, $2, key, 'CNY' FROM stages WHERE kind = 'open' LIMIT 1`,
      [id, own.actor('jim').userId],
    );
    expect((await news()).map(({ name }) => name)).not.toContain('华星电子');
  });

  it('loses what he had to do with a lead that goes back by itself: what he planned waits there for the next (R4, R10)', async () => {
    await at('08-01T10:00');
    const { id } = await add('首访');
    await own.as('zhang', (core) => giveLead(core, { leadId: id, ownerId: own.actor('han').userId }));
    await own.as('han', async (core) => addTask(core, { title: '寄样品', leadId: id }));
    const titles = async () => {
      const { rows } = await own.database.pool.query<{ title: string }>('SELECT title FROM tasks WHERE lead_id = $1', [
        id,
      ]);
      return rows.map(({ title }) => title).toSorted();
    };
    expect(await titles()).toEqual(['寄样品', '首次联系首访']);
    await look('08-30T10:15');
    await look('09-03T10:15');
    expect(await moves()).toContain('首访 returned 09-03 10:15');
    expect(await titles()).toEqual([]);
    await own.as('li', (core) => claimParty(core, id));
    expect(await titles()).toEqual(['寄样品']);
  });
});
