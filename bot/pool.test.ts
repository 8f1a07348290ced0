import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asSystem } from '../core/db/system.ts';
import { claimParties, claimParty } from '../core/pool/claim-party.ts';
import { sweepPool } from '../core/pool/sweep-pool.ts';
import { tellOwners } from '../core/pool/tell-owners.ts';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';
import { poolMoved } from './notices/pool-moved.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
let han: Chat;
let jim: Chat;
let admin: Chat;

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, new Date('2026-05-13T02:30:00Z')); // a Wednesday, 10:30 in Shanghai
  talk = openChat(company);
  [li, han, jim, admin] = [talk.as('li'), talk.as('han'), talk.as('jim'), talk.as('admin')];
  await li.types('新线索 王建国');
  await li.types('新客户 星河科技有限公司');
  await jim.types('lead add "Mary Major" --company "Nova Works"');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

const rows = async <Row>(sql: string) => (await company.database.pool.query(sql)).rows as Row[];
const ownerOf = async (name: string) =>
  (
    await rows<{ owner: string | null }>(
      `SELECT u.name AS owner FROM (SELECT contact_name AS name, owner_id FROM leads UNION ALL SELECT name, owner_id FROM customers) p
         LEFT JOIN users u ON u.id = p.owner_id WHERE p.name = '${name}'`,
    )
  )[0]?.owner;
const idOf = async (name: string) =>
  (
    await rows<{ id: string }>(
      `SELECT id FROM leads WHERE contact_name = '${name}' UNION ALL SELECT id FROM customers WHERE name = '${name}'`,
    )
  )[0]?.id ?? '';

describe('the public pool', () => {
  it('R10: gets a lead with a reason out of the company’s own, by a sentence that is confirmed, with Undo', async () => {
    const form = await li.says('把王建国放回公海，预算没了');
    expect(form.reply?.kind).toBe('form');
    const released = await form.submit();
    expect(released.text).toContain('王建国已放回公海\n原因: 没有预算');
    expect(await ownerOf('王建国')).toBeNull();
    await released.press('撤销');
    expect(await ownerOf('王建国')).toBe('李雷');
    await li.types('放回公海 王建国 没有预算 --备注 明年再谈');
    expect((await li.types('放回公海 王建国 没有预算')).text).toContain('王建国已在公海');
  });

  it('R10: shows everybody what is in it, whose it was and why', async () => {
    await li.types('放回公海 星河科技 顾不过来');
    const shown = await han.says('公海里有什么');
    expect(shown.text).toContain('公海（2）');
    expect(shown.text).toContain('王建国 — 线索 · 今天新建 · 李雷 10:30 放回 · 没有预算');
    expect(shown.text).toContain('星河科技有限公司 — 客户 · 今天新建 · 李雷 10:30 放回 · 顾不过来');
    for (const said of ['the pool', '公海里的线索']) {
      expect((await han.says(said)).text, said).toContain('王建国 — 线索');
    }
    expect((await jim.types('pool --which customers')).text).not.toContain('王建国');
  });

  it('R10: gives a customer to whoever claims it, by a sentence, with Undo', async () => {
    const claimed = await han.says('认领星河科技');
    expect(claimed.text).toContain('星河科技有限公司已归你负责');
    expect(await ownerOf('星河科技有限公司')).toBe('韩梅梅');
    await claimed.press('撤销');
    expect(await ownerOf('星河科技有限公司')).toBeNull();
    expect((await rows(`SELECT 1 FROM pool_moves WHERE kind = 'claimed'`)).length).toBe(0);
  });

  it('R10: of those who claim at once one wins, and the others are told who and since when', async () => {
    const id = await idOf('王建国');
    const claims = await Promise.allSettled(
      (['li', 'han', 'jim'] as const).map((who) => company.as(who, (core) => claimParty(core, id))),
    );
    expect(claims.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const winner = await ownerOf('王建国');
    const said = claims.flatMap((each) => (each.status === 'rejected' ? [each.reason.say.zh] : []));
    expect(said).toEqual([`${winner}已于5月13日 10:30 认领。`, `${winner}已于5月13日 10:30 认领。`]);
    // So that who won tells nothing of what comes.
    await rows(`DELETE FROM pool_moves WHERE kind = 'claimed'`);
    await rows(`UPDATE leads SET owner_id = (SELECT id FROM users WHERE name = '李雷') WHERE contact_name = '王建国'`);
  });

  it('R10: is not to be emptied by one person: so many a day, so many in all, as an admin says', async () => {
    expect((await admin.types('管理 公海 --每日认领 1')).text).toContain('每日认领: 1 个');
    await han.types('认领 星河科技');
    await jim.types('release Mary "no time"');
    expect((await jim.types('claim Mary')).text).toContain('Mary Major · Nova Works is yours');
    await jim.types('release Mary "no time"');
    expect((await jim.types('claim Mary')).text).toContain('You have claimed 1 today; that is the most in a day.');
    await admin.types('管理 公海 --每日认领 100 --持有上限 1');
    await jim.types('lead add "Second Sam"');
    expect((await jim.types('claim Mary')).text).toContain('You have 1 already; that is the most one may have.');
    expect((await jim.types('outcome Mary interested --claim yes')).text).toContain('You have 1 already');
    await admin.types('管理 公海 --持有上限 200');
    expect((await li.types('管理 公海 --持有上限 9')).text).toContain('管理员');
    expect((await admin.types('管理 公海 --提醒天数 30')).text).toContain('提醒天数必须小于保护天数');
  });

  it('R10: counts leads and customers that are taken together each by what one has of its kind', async () => {
    const ids: string[] = [];
    for (const [table, name] of [
      ['leads', '合并甲'],
      ['customers', '合并乙'],
      ['leads', '合并丙'],
    ] as const) {
      const form = table === 'leads' ? `新线索 ${name}` : `新客户 ${name}科技有限公司`;
      await talk.as('zhang').types(form);
      const id = await idOf(table === 'leads' ? name : `${name}科技有限公司`);
      await rows(`UPDATE ${table} SET owner_id = NULL WHERE id = '${id}'`);
      ids.push(id);
    }
    const held = await rows<{ n: number }>(
      `SELECT greatest((SELECT count(*) FROM leads WHERE owner_id = '${company.actor('zhang').userId}' AND status IN ('new', 'working', 'nurturing')),
         (SELECT count(*) FROM customers WHERE owner_id = '${company.actor('zhang').userId}'))::int AS n`,
    );
    expect(held).toEqual([{ n: 0 }]);
    await admin.types('管理 公海 --持有上限 1');
    const [a = '', b = '', c = ''] = ids;
    const both = (...some: string[]) => company.as('zhang', (core) => claimParties(core, some));
    await expect(both(a, b, c)).rejects.toMatchObject({
      code: 'bad_input',
      say: { en: 'You have 1 already; that is the most one may have. Put some back first.' },
    });
    expect((await both(a, b)).map(({ entity }) => entity).toSorted()).toEqual(['customer', 'lead']);
    await admin.types('管理 公海 --持有上限 200');
    await rows(`DELETE FROM pool_moves WHERE lead_id = ANY ('{${ids}}') OR customer_id = ANY ('{${ids}}')`);
    await rows(`UPDATE leads SET status = 'dropped' WHERE contact_name LIKE '合并%'`);
    await rows(`UPDATE customers SET owner_id = NULL WHERE name LIKE '合并%'`);
  });

  it('R10: takes reasons an admin adds in chat, which are counted by whoever asks', async () => {
    const added = await admin.types('新增放回原因 选了竞品 --英文名 "Chose a rival" --同义词 选了别家');
    expect(added.text).toContain('选了竞品 — 选了别家');
    await li.types('新线索 孙小美');
    expect((await (await li.says('把孙小美放回公海，选了别家')).submit()).text).toContain('原因: 选了竞品');
    expect((await talk.as('wang').says('线索按放回原因统计')).text).toContain('选了竞品');
    expect((await admin.types('修改放回原因 选了竞品 --状态 停用')).text).toContain('选了竞品 — 已停用');
    await li.types('新线索 钱多多');
    expect((await li.types('放回公海 钱多多 选了竞品')).text).not.toContain('已放回公海');
    expect((await li.types('放回原因')).text).toContain('管理员');
    await li.types('放回公海 钱多多 没有预算');
  });

  it('R10: is told of to nobody who may not claim, and gives nobody what is a colleague’s', async () => {
    expect((await talk.as('zhao').types('认领 Mary')).text).toContain('销售');
    const id = await idOf('星河科技有限公司');
    const refused = await company.as('jim', (core) => claimParty(core, id)).catch((error) => error.say.en);
    expect(refused).toBe('韩梅梅 has it already, since 13 May 10:30.');
  });
});

describe('what nobody works on', () => {
  const sweep = (today: string) =>
    asSystem(company.database, 'schedule', async (transaction) => {
      const { moved } = await sweepPool(transaction, { today, limit: 100 });
      await transaction.flush();
      await tellOwners(transaction, { timeZone: 'Asia/Shanghai' });
      return moved;
    });
  const news = (who: 'li' | 'han' | 'jim') => company.as(who, (core) => poolMoved.bind({}).draw(core));

  it('R10: is warned of, once, three days before its time', async () => {
    await moveClock(company.database, new Date('2026-06-08T02:30:00Z'));
    expect(await sweep('2026-06-08')).toBe(0);
    await moveClock(company.database, new Date('2026-06-09T02:31:00Z'));
    await li.types('新线索 今天的');
    expect(await sweep('2026-06-09')).toBe(3);
    expect(await sweep('2026-06-09')).toBe(0);
    expect(await ownerOf('星河科技有限公司')).toBe('韩梅梅');
    const card = await news('han');
    expect(JSON.stringify(card?.body)).toContain('不跟进将退回公海');
    expect(JSON.stringify(card?.body)).toContain('星河科技有限公司');
  });

  it('R10: is kept by whoever does something with it, and goes back from all others with its reason', async () => {
    await jim.types('lead log "Second Sam" "Spoke with him"');
    await moveClock(company.database, new Date('2026-06-12T02:32:00Z'));
    expect(await sweep('2026-06-12')).toBe(2);
    expect(await ownerOf('星河科技有限公司')).toBeNull();
    expect(await ownerOf('Second Sam')).toBe('Jim Green');
    expect((await han.types('公海 --范围 客户')).text).toContain('长期未跟进');
    const card = await news('han');
    expect(JSON.stringify(card?.body)).toContain('已退回公海');
    expect(
      await rows(
        `SELECT split_part(effect_key, ':', 3) AS on FROM deliveries WHERE notice = 'poolMoved' AND user_id = '${company.actor('han').userId}' ORDER BY 1`,
      ),
    ).toEqual([{ on: '2026-06-09' }, { on: '2026-06-12' }]);
  });

  it('R10: is told to whom it was taken from by somebody above', async () => {
    await han.types('新线索 韩雪 --公司 云杉仪器');
    await talk.as('zhang').types('放回公海 韩雪 --原因 联系不上');
    await han.types('新线索 自己放的');
    await han.types('放回公海 自己放的 --原因 联系不上');
    const card = JSON.stringify((await news('han'))?.body);
    expect(card).toContain('韩雪');
    expect(card).not.toContain('自己放的');
    await sweep('2026-06-12');
  });

  it('R10: stays with its owner where a deal is open, or where an admin says so', async () => {
    await han.types('认领 星河科技');
    await han.types('新商机 星河科技 --名称 二期');
    await admin.types('管理 公海 --保护天数 0');
    await moveClock(company.database, new Date('2026-09-01T02:32:00Z'));
    expect(await sweep('2026-09-01')).toBe(0);
    await admin.types('管理 公海 --保护天数 30');
    await sweep('2026-09-01');
    expect(
      await rows(
        `SELECT 1 FROM pool_moves WHERE kind = 'warned' AND customer_id IS NOT NULL AND created_at > '2026-08-01'`,
      ),
    ).toEqual([]);
  });
});
