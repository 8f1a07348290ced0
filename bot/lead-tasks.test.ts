import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';
import { leadGiven } from './notices/lead-given.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
let han: Chat;
let zhang: Chat;

beforeAll(async () => {
  company = await openCompany();
  talk = openChat(company);
  [li, han, zhang] = [talk.as('li'), talk.as('han'), talk.as('zhang')];
});
beforeEach(() => moveClock(company.database, new Date('2026-05-13T02:30:00Z')));
afterAll(async () => {
  await talk.close();
  await company.close();
});

const tasksOf = async (lead: string) =>
  (
    await company.database.pool.query<{ title: string; name: string; on: string | null; reminds: boolean }>(
      `SELECT t.title, u.name, t.due_on::text AS "on", t.remind_at IS NOT NULL AS reminds FROM tasks t JOIN users u ON u.id = t.owner_id
         JOIN leads l ON l.id = t.lead_id WHERE l.contact_name = $1 AND t.done_at IS NULL ORDER BY t.title`,
      [lead],
    )
  ).rows.map(({ title, name, on, reminds }) => [title, name, on, reminds ? 'reminds' : ''].filter(Boolean).join(' '));

const idOf = async (lead: string) =>
  (await company.database.pool.query<{ id: string }>('SELECT id FROM leads WHERE contact_name = $1', [lead])).rows[0]
    ?.id ?? '';

describe('what was planned with a lead (R5, R8, R29)', () => {
  it('is done by a call where speaking was all there was to do: a quote is still to be sent', async () => {
    await li.types('新线索 石磊');
    await li.types('新任务 发报价 --截止 今天 --线索 石磊');
    await li.types('新任务 给石磊回电话 --截止 今天 --线索 石磊');
    const said = await li.says('给石磊打了电话，他要再看看');
    expect(await tasksOf('石磊')).toEqual([expect.stringMatching(/^发报价 李雷/u)]);
    await said.press('撤销');
    expect(await tasksOf('石磊')).toHaveLength(2);
  });

  it('goes to whoever is given it, and both are told', async () => {
    await li.types('新线索 韩雪');
    await li.types('新任务 寄样品 --截止 5月20日 --线索 韩雪');
    const given = await zhang.types('分配线索 韩雪 韩梅梅');
    expect(given.text).toContain('一并转交: 寄样品，5月20日');
    expect(await tasksOf('韩雪')).toEqual(['寄样品 韩梅梅 2026-05-20 reminds', '首次联系韩雪 韩梅梅 2026-05-13']);
    const leadId = await idOf('韩雪');
    const told = await company.as('han', (core) => leadGiven.bind({ leadId }).draw(core));
    expect(JSON.stringify(told)).toContain('"label":"接手的待办","value":"寄样品，5月20日"');
    await given.press('撤销');
    expect(await tasksOf('韩雪')).toEqual(['寄样品 李雷 2026-05-20 reminds']);
  });

  it('of several leads is counted', async () => {
    await li.types('新线索 高飞');
    await li.types('新任务 发报价 --线索 高飞');
    const given = await zhang.types('批量分配 韩雪、高飞 韩梅梅');
    expect(given.text).toContain('一并转交 2 项待办。');
    expect(await tasksOf('高飞')).toEqual(['发报价 韩梅梅', '首次联系高飞 韩梅梅 2026-05-13']);
  });

  it('waits in the pool for whoever takes it on, due at once where its day has passed', async () => {
    await li.types('新线索 秦风');
    await li.types('新任务 寄样品 --截止 5月14日 --线索 秦风');
    const released = await li.types('放回公海 秦风 --原因 "联系不上"');
    expect(released.text).toContain('随线索保留: 寄样品，明天');
    expect(await tasksOf('秦风')).toEqual([]);
    await released.press('撤销');
    expect(await tasksOf('秦风')).toEqual(['寄样品 李雷 2026-05-14 reminds']);
    await li.types('放回公海 秦风 --原因 "联系不上"');
    await moveClock(company.database, new Date('2026-05-18T02:30:00Z'));
    const claimed = await han.types('认领 秦风');
    expect(claimed.text).toContain('接手的待办: 寄样品，5月14日');
    expect(await tasksOf('秦风')).toEqual(['寄样品 韩梅梅 2026-05-18']);
  });

  it('goes from the pool to whoever the lead is given to', async () => {
    await li.types('新线索 陆远');
    await li.types('新任务 约演示 --线索 陆远');
    await li.types('放回公海 陆远 --原因 "联系不上"');
    const given = await zhang.types('分配线索 陆远 韩梅梅');
    expect(given.text).toContain('一并转交: 约演示');
    expect(await tasksOf('陆远')).toEqual(['约演示 韩梅梅', '首次联系陆远 韩梅梅 2026-05-13']);
  });

  it('goes on with the customer a lead of the pool becomes, for whoever makes it one (R11)', async () => {
    await li.types('新线索 白川 --公司 白川科技');
    await li.types('新任务 发方案 --线索 白川');
    await li.types('放回公海 白川 --原因 "联系不上"');
    await (await han.types('转客户 白川')).submit();
    expect(await tasksOf('白川')).toEqual(['发方案 韩梅梅']);
  });

  it('goes along also where whoever gives it is marketing as well, beyond his own people, and comes back with Undo (R85)', async () => {
    const rolesOf = (name: string, roles: string) =>
      company.database.pool.query('UPDATE users SET roles = $2 WHERE name = $1', [name, roles]);
    await rolesOf('张伟', '{manager,marketing}');
    await li.types('新线索 江南');
    await li.types('新任务 寄样品 --截止 5月20日 --线索 江南');
    const given = await zhang.types('分配线索 江南 "Jim Green"');
    expect(given.text).toContain('一并转交: 寄样品，5月20日');
    expect(await tasksOf('江南')).toEqual([
      'First call to 江南 Jim Green 2026-05-13',
      '寄样品 Jim Green 2026-05-20 reminds',
    ]);
    const otherwise = (set: string) =>
      company.as('zhang', (core) =>
        core.sql({
          text: `UPDATE leads SET ${set}, version = version + 1 WHERE contact_name = '江南' RETURNING id`,
          values: [],
        }),
      );
    const to = (name: string) => `owner_id = (SELECT id FROM users WHERE name = '${name}')`;
    await expect(otherwise(to('Tom Brown'))).rejects.toThrow();
    await expect(otherwise(`${to('李雷')}, contact_name = '江北'`)).rejects.toThrow();
    await given.press('撤销');
    expect(await tasksOf('江南')).toEqual(['寄样品 李雷 2026-05-20 reminds']);
    await rolesOf('张伟', '{manager}');
    await rolesOf('Tom Brown', '{manager,marketing}');
    const [jim, tom] = [talk.as('jim'), talk.as('tom')];
    await jim.types('new lead "Nora Quill"');
    await jim.types('task add "send samples" --lead "Nora Quill"');
    expect((await tom.types('assign "Nora Quill" 韩梅梅')).text).toContain('send samples');
    expect(await tasksOf('Nora Quill')).toEqual(['send samples 韩梅梅', '首次联系Nora Quill 韩梅梅 2026-05-13']);
    await rolesOf('Tom Brown', '{manager}');
  });

  it('goes along, waits in the pool and is taken over in English as well', async () => {
    const [jim, tom] = [talk.as('jim'), talk.as('tom')];
    await jim.types('lead add "Iris Webb"');
    await jim.types('lead add "Owen Pike"');
    await jim.types('task add "Send prices" --due 2026-05-20 --lead "Iris Webb"');
    await jim.types('task add "Book a demo" --lead "Owen Pike"');
    expect((await tom.types('assign "Iris Webb" "Tom Brown"')).text).toContain('Goes along: Send prices, 20 May');
    expect((await tom.types('assign several "Iris Webb, Owen Pike" "Jim Green"')).text).toContain('1 lead given');
    const released = await jim.types('release "Owen Pike" --reason "cannot be reached"');
    expect(released.text).toContain('Waits with it: Book a demo');
    expect(await tasksOf('Owen Pike')).toEqual([]);
    expect((await tom.types('claim "Owen Pike"')).text).toContain('Taken over: Book a demo');
    expect(await tasksOf('Owen Pike')).toEqual(['Book a demo Tom Brown']);
  });
});
