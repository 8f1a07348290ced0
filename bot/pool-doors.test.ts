import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany, type PersonKey } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
let jim: Chat;
let admin: Chat;

const rows = async <Row>(sql: string) => (await company.database.pool.query(sql)).rows as Row[];
const claims = async () =>
  (await rows<{ n: number }>(`SELECT count(*)::int AS n FROM pool_moves WHERE kind = 'claimed'`))[0]?.n;
const ownerOf = async (name: string) =>
  (
    await rows<{ owner: string | null }>(
      `SELECT u.name AS owner FROM (SELECT contact_name AS name, owner_id FROM leads UNION ALL SELECT name, owner_id FROM customers) p
         LEFT JOIN users u ON u.id = p.owner_id WHERE p.name = '${name}'`,
    )
  )[0]?.owner;

/** Nobody's, and never anybody's. */
const pooledLead = async (contact: string, firm = `${contact}公司`) => {
  await admin.types(`新线索 ${contact} --公司 ${firm}`);
  await rows(`UPDATE leads SET owner_id = NULL WHERE contact_name = '${contact}'`);
};
const pooledCustomer = async (name: string) => {
  await admin.types(`新客户 "${name}"`);
  await rows(`UPDATE customers SET owner_id = NULL WHERE name = '${name}'`);
};

const LIMIT = { zh: '你今天已认领 1 个，达到每日上限', en: 'You have claimed 1 today; that is the most in a day.' };

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, new Date('2026-05-13T02:30:00Z'));
  talk = openChat(company);
  [li, jim, admin] = [talk.as('li'), talk.as('jim'), talk.as('admin')];
  await admin.types('管理 公海 --每日认领 1');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});
beforeEach(() => rows(`DELETE FROM pool_moves`));

describe('whatever makes something of the pool one’s own is a claim (R10)', () => {
  it('converting a lead: by sentence and form, refused over the limit, and one Undo', async () => {
    await pooledLead('屠建设');
    await pooledLead('暴雪松');
    const form = await li.says('把屠建设转成客户');
    expect(form.text).toContain('屠建设在公海中，转化即认领，计入每日认领数。');
    const done = await form.submit();
    expect(done.text).toContain('屠建设原在公海，已由你认领。');
    expect([await ownerOf('屠建设'), await ownerOf('屠建设公司'), await claims()]).toEqual(['李雷', '李雷', 1]);
    expect((await (await li.says('把暴雪松转成客户')).submit()).text).toContain(LIMIT.zh);
    expect([await ownerOf('暴雪松'), await ownerOf('暴雪松公司')]).toEqual([null, undefined]);
    await done.press('撤销');
    expect([await ownerOf('屠建设'), await claims()]).toEqual([null, 0]);
  });

  it('converting a lead, in English, by line', async () => {
    await pooledLead('Simon Pool', 'Rockpool Aquaculture');
    await pooledLead('Ruth Pool', 'Lagoon Foods');
    await jim.types('claim "Ruth Pool"');
    expect((await jim.types('convert "Simon Pool" --customer "Rockpool Aquaculture"')).text).toContain(LIMIT.en);
    expect(await ownerOf('Simon Pool')).toBeNull();
  });

  it.each<[PersonKey, string]>([
    ['li', '李雷'],
    ['zhang', '张伟'],
    ['wang', '王芳'],
    ['chen', '陈杰'],
  ])('by %s as by everybody: lead, customer, deal and rule count alike', async (key, name) => {
    const who = talk.as(key);
    const say = (zh: string) => who.types(zh);
    await pooledLead(`首个${key}`);
    await pooledLead(`次个${key}`);
    await pooledCustomer(`公海${key}科技有限公司`);
    await say(`认领 首个${key}`);
    expect(await ownerOf(`首个${key}`)).toBe(name);
    for (const line of [
      `转化线索 次个${key} --客户名称 次个${key}公司`,
      `分配线索 次个${key} ${name}`,
      `批量分配 次个${key} ${name}`,
      ...(key === 'li' ? [] : [`移交客户 公海${key}科技有限公司 ${name}`]), // a rep hands no customers over
      `新商机 公海${key}科技有限公司 --名称 二期`,
    ]) {
      expect((await say(line)).text, line).toContain(LIMIT.zh);
    }
    expect([await ownerOf(`次个${key}`), await ownerOf(`公海${key}科技有限公司`)]).toEqual([null, null]);
  });

  it('a deal for a customer of the pool takes the customer on, says so, and one Undo takes both back', async () => {
    await pooledCustomer('鹭岛水产科技有限公司');
    const opened = await li.types('新商机 鹭岛水产科技有限公司 --名称 一期');
    expect(opened.text).toContain('鹭岛水产科技有限公司原在公海，已由你认领。');
    expect([await ownerOf('鹭岛水产科技有限公司'), await claims()]).toEqual(['李雷', 1]);
    await opened.press('撤销');
    expect([await ownerOf('鹭岛水产科技有限公司'), await claims()]).toEqual([null, 0]);
  });

  it('what the rules give to whoever asks them is claimed by him', async () => {
    await pooledLead('按规则甲');
    await pooledLead('按规则乙');
    await rows(`UPDATE users SET active = false WHERE 'rep' = ANY (roles) AND id <> '${company.actor('li').userId}'`);
    await li.types('分配线索 按规则甲 --方式 按规则');
    expect([await ownerOf('按规则甲'), await claims()]).toEqual(['李雷', 1]);
    expect((await li.types('分配线索 按规则乙 --方式 按规则')).text).toContain(LIMIT.zh);
    await rows('UPDATE users SET active = true');
  });

  it('a customer of the pool is not made one with one’s own: it is claimed first, by the button', async () => {
    await pooledCustomer('望海仪表');
    await li.types('新客户 望海仪表厂 --重复录入理由 测试');
    await li.types('新客户 望山仪表');
    const met = await li.types('合并 望山仪表 望海仪表');
    expect(met.text).toContain('望海仪表在公海中，请先认领再合并。');
    expect(await claims()).toBe(0);
    await met.press('认领');
    expect([await ownerOf('望海仪表'), await claims()]).toEqual(['李雷', 1]);
    expect((await (await li.types('合并 望山仪表 望海仪表')).submit()).text).toContain('合并');
    await pooledCustomer('Harbour Pool');
    await jim.types('customer add "Quay Tools"');
    expect((await jim.types('merge "Quay Tools" "Harbour Pool"')).text).toContain(
      'is in the public pool. Claim it first',
    );
  });
});
