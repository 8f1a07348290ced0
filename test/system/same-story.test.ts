// One story, told on every platform: whatever the chat, the same rows are there in the end (R88, R101).
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonKey } from '../support/company.ts';
import { type Parley, startParley } from '../support/parley.ts';
import { type Player, type Seen, STAGES } from '../support/theatre.ts';

type Step = { who: PersonKey; sees: string } & (
  | { says: string }
  | { presses: string }
  | { fills: Record<string, string>; submit: string }
  | { waits: true }
);

const STORY: readonly Step[] = [
  { who: 'li', says: '/crm 新客户 华星电子有限公司 --联系人 王总', sees: '华星电子有限公司' },
  { who: 'jim', says: '/crm customer add "Acme Manufacturing Ltd" --contact Wang', sees: 'Acme Manufacturing Ltd' },

  // A sentence does its work at once, and its Undo takes all of it back.
  { who: 'li', says: '今天拜访了华星电子，王总对报价基本满意，下周三发合同', sees: '已记录：华星电子有限公司' },
  { who: 'jim', says: 'Visited Acme today, they like the offer, call them next Wednesday', sees: 'Logged' },
  { who: 'jim', says: 'remind me to send the brochure tomorrow', sees: 'brochure' },
  { who: 'jim', presses: 'Undo', sees: 'as it was before' },

  // A form comes back with the reasons, and nothing typed is lost.
  { who: 'jim', says: '/crm lead add', sees: 'Add a lead' },
  { who: 'jim', fills: { contact: 'Ann Able', phone: 'after lunch' }, submit: 'Add lead', sees: 'not a phone number' },
  { who: 'jim', fills: { phone: '+1 202 555 0143' }, submit: 'Add lead', sees: 'Lead added: Ann Able' },
  { who: 'jim', presses: 'Convert', sees: 'Ann Able' },

  // A write is confirmed first; two sign it, each on a card of his own.
  { who: 'li', says: '/crm 新商机 华星电子 --名称 传感器采购 --金额 100万 --预计成交 2026-06-30', sees: '传感器采购' },
  { who: 'li', says: '华星电子申请16%的折扣，客户预算有限', sees: '请核对' },
  { who: 'li', fills: {}, submit: '提交审批', sees: '已提交' },
  { who: 'wang', waits: true, sees: '折扣 16%：待审批' },
  { who: 'wang', presses: '批准', sees: '王芳' },
  { who: 'chen', waits: true, sees: '折扣 16%：待审批' },
  { who: 'chen', presses: '批准', sees: '折扣 16%：已批准' },
  { who: 'li', waits: true, sees: '折扣 16%：已批准' },
];

/** Everything that is true in the end but ids, moments and where it was said, in an order of its own. */
const TABLES: Record<string, string> = {
  customers: 't.name, owner.name AS owner FROM customers t JOIN users owner ON owner.id = t.owner_id',
  contacts: 't.name, c.name AS customer FROM contacts t JOIN customers c ON c.id = t.customer_id',
  leads:
    'contact_name, company, phone, t.email, status, owner.name AS owner FROM leads t LEFT JOIN users owner ON owner.id = t.owner_id',
  opportunities:
    't.name, c.name AS customer, amount, t.currency, close_on::text, discount_bps FROM opportunities t JOIN customers c ON c.id = t.customer_id',
  followUps:
    't.kind, t.note, c.name AS customer, u.name AS author FROM follow_ups t JOIN customers c ON c.id = t.customer_id JOIN users u ON u.id = t.author_id',
  tasks:
    't.title, t.due_on::text, u.name AS owner, t.done_at IS NOT NULL AS done FROM tasks t JOIN users u ON u.id = t.owner_id',
  approvals:
    'r.state, s.level, s.role, s.state AS step, u.name AS decided FROM approval_steps s JOIN approval_requests r ON r.id = s.request_id LEFT JOIN users u ON u.id = s.decided_by',
  changes:
    'u.name AS who, t.command, t.via, t.undoable_until IS NOT NULL AS undoable, t.undone_by IS NOT NULL AS undone FROM changes t JOIN users u ON u.id = t.actor_id',
  audit:
    't.entity, t.action, count(*)::int AS times FROM audit_entries t JOIN changes c ON c.id = t.change_id AND c.actor_id IS NOT NULL GROUP BY 1, 2',
};

const endings = new Map<string, Record<string, unknown[]>>();

describe.each(STAGES)('told on $platform', ({ platform, open }) => {
  let parley: Parley;
  let player: (key: PersonKey) => Player;
  const seen = new Map<PersonKey, Seen>();

  beforeAll(async () => {
    const stage = await open();
    parley = await startParley({ stands: stage.stands });
    await parley.database.pool.query('UPDATE users SET preferred_platform = $1', [platform]);
    player = (key) => stage.player(key, parley);
  });
  afterAll(() => parley.close());

  it('every step of the story is answered', async () => {
    for (const step of STORY) {
      const person = player(step.who);
      const before = seen.get(step.who);
      if ('says' in step) {
        await person.says(step.says);
      } else if (before && 'presses' in step) {
        await person.presses(step.presses, before);
      } else if (before && 'fills' in step) {
        await person.fills(step.fills, before, step.submit);
      }
      seen.set(step.who, await person.sees(step.sees));
      await parley.settles();
    }
    expect(parley.errors).toEqual([]);
  });

  it('the rows are there', async () => {
    const rows = Object.entries(TABLES).map(async ([name, what]) => {
      const found = await parley.database.pool.query(`SELECT ${what}`);
      return [name, found.rows.map((row) => JSON.stringify(row)).sort()] as const;
    });
    const ending = Object.fromEntries(await Promise.all(rows));
    endings.set(platform, ending);
    expect(Object.entries(ending).flatMap(([name, found]) => (found.length === 0 ? [name] : []))).toEqual([]);
    expect(ending).toEqual(endings.get('slack'));
  });
});

describe('one person in three chats', () => {
  it('is one identity with one history (R101)', async () => {
    const stages = await Promise.all(STAGES.map(async ({ platform, open }) => ({ platform, ...(await open()) })));
    const parley = await startParley({ stands: stages.flatMap(({ stands }) => stands) });
    try {
      const [slack, feishu, teams] = stages.map(({ player }) => player('li', parley));
      await slack?.says('/crm 新客户 华星电子有限公司 --联系人 王总');
      await slack?.sees('华星电子有限公司');
      await feishu?.says('今天拜访了华星电子，王总对报价基本满意');
      const logged = await feishu?.sees('已记录：华星电子有限公司');
      await teams?.says('/crm 跟进记录 华星电子');
      await teams?.sees('王总对报价基本满意');
      await feishu?.presses('撤销', logged ?? { words: '', buttons: [] });
      await parley.settles();
      expect(await parley.count('follow_ups')).toBe(0);
      const { rows } = await parley.database.pool.query<{ who: number; platforms: string[] }>(
        'SELECT count(DISTINCT actor_id)::int AS who, array_agg(DISTINCT platform ORDER BY platform) AS platforms FROM changes WHERE actor_id IS NOT NULL',
      );
      expect(rows).toEqual([{ who: 1, platforms: ['feishu', 'slack'] }]);
      expect(parley.errors).toEqual([]);
    } finally {
      await parley.close();
    }
  });
});
