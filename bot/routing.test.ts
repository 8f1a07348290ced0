import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addLead } from '../core/leads/add-lead.ts';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
let zhang: Chat;
let tom: Chat;
let jim: Chat;
let admin: Chat;
/** In marketing. */
let liu: Chat;

beforeAll(async () => {
  company = await openCompany();
  await company.database.pool.query(`UPDATE users SET roles = '{marketing}' WHERE name = '刘洋'`);
  await moveClock(company.database, new Date('2026-05-13T02:30:00Z'));
  talk = openChat(company);
  [li, zhang, tom, jim] = [talk.as('li'), talk.as('zhang'), talk.as('tom'), talk.as('jim')];
  [admin, liu] = [talk.as('admin'), talk.as('liu')];
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

const rows = async <Row>(sql: string) => (await company.database.pool.query(sql)).rows as Row[];
const ownerOf = async (contact: string) =>
  (
    await rows<{ name: string; zh: string | null; en: string | null }>(
      `SELECT u.name, l.given_zh AS zh, l.given_en AS en FROM leads l JOIN users u ON u.id = l.owner_id WHERE l.contact_name = '${contact}'`,
    )
  )[0];
const tasksOf = (contact: string) =>
  rows<{ title: string; owner: string; day: string }>(
    `SELECT t.title, u.name AS owner, t.due_on::text AS day FROM tasks t JOIN leads l ON l.id = t.lead_id JOIN users u ON u.id = t.owner_id
      WHERE l.contact_name = '${contact}' AND t.done_at IS NULL ORDER BY t.created_at`,
  );

describe('a rule', () => {
  it('R4: is set in chat by an admin, with what the reps cover, and taken back', async () => {
    const set = await admin.types('管理 规则 10 --区域 江苏、上海 --来源 官网 --团队 南区');
    expect(set.text).toContain('10 · 江苏、上海、官网咨询 → 南区');
    const profile = await admin.types('管理 区域 韩梅梅 --行业 医疗');
    expect(profile.text).toContain('韩梅梅 — 医疗');
    const away = await admin.types('管理 区域 韩梅梅 --休假至 2026-05-20');
    await away.press('撤销');
    expect((await admin.types('分配规则')).text).toContain('其余 · 所有线索 → 全体销售');
    expect(await rows('SELECT industries, away_until FROM routing_profiles')).toEqual([
      { industries: ['医疗'], away_until: null },
    ]);
    expect((await li.types('分配规则')).text).toContain('管理员');
    expect((await admin.types('管理 规则 10 --来源 天上掉的')).text).toContain('没有来源“天上掉的”');
  });

  it('R4: that asks for the same as one that stands changes that one, said or typed; one never asked is refused', async () => {
    await (await admin.says('转介绍的线索给李雷')).submit({});
    const form = await admin.says('转介绍的线索给韩梅梅');
    const changed = await form.submit({});
    expect(changed.text).toContain('转介绍 → 韩梅梅');
    expect(changed.text).not.toContain('转介绍 → 李雷');
    const typed = await admin.types('管理 规则 --来源 转介绍 --同事 李雷');
    expect(typed.text).toContain('转介绍 → 李雷');
    expect(await rows(`SELECT 1 FROM assignment_rules WHERE sources = '{referral}'`)).toHaveLength(1);
    const idle = await admin.types('管理 规则 --来源 转介绍 --区域 上海 --同事 韩梅梅');
    expect(idle.text).toMatch(/规则 \d+ 在前/u);
    await admin.types(`管理 规则 ${/(\d+) · 转介绍/u.exec(typed.text)?.[1]} --状态 停用`);
  });

  it('R4: gives what marketing takes in to whoever it names, with a to-do for today and a notice', async () => {
    const added = await liu.types('新线索 王建国 --来源 官网 --地区 江苏苏州');
    expect(added.text).toContain('负责人: Jim Green');
    expect(added.text).toContain('分配依据: 手上线索 0 条');
    expect(await tasksOf('王建国')).toEqual([{ title: 'First call to 王建国', owner: 'Jim Green', day: '2026-05-13' }]);
    expect(await rows(`SELECT 1 FROM outbox WHERE event = 'lead.added'`)).toHaveLength(1);
  });

  it('R4 R6: to-do is done by whatever is logged first, or by converting, and Undo has it back', async () => {
    const logged = await jim.types('lead log 王建国 wants a quote');
    expect(await tasksOf('王建国')).toEqual([]);
    await logged.press('Undo');
    expect(await tasksOf('王建国')).toHaveLength(1);
    const converted = await jim.types('convert 王建国 --company 星河科技');
    expect(await tasksOf('王建国')).toEqual([]);
    await converted.press('Undo');
    expect(await tasksOf('王建国')).toHaveLength(1);
  });

  it('R5: gives by what somebody knows, and says why in both languages', async () => {
    await liu.types('新线索 孙小美 --行业 医疗');
    expect(await ownerOf('孙小美')).toEqual({
      name: '韩梅梅',
      zh: '熟悉医疗 · 手上线索最少（0 条）',
      en: 'knows 医疗 · 0 open leads, the fewest',
    });
    expect((await zhang.types('查看线索 孙小美')).text).toContain('分配依据: 熟悉医疗 · 手上线索最少（0 条）');
  });

  it('R4: passes over whoever is away or has left', async () => {
    await rows(`UPDATE users SET active = false WHERE name = '李雷'`);
    await admin.types('管理 区域 韩梅梅 --休假至 2026-05-20');
    await liu.types('新线索 周医生 --行业 医疗');
    expect((await ownerOf('周医生'))?.name).toBe('Jim Green');
    await rows(`UPDATE users SET active = true WHERE name = '李雷'`);
  });

  it('R4: leaves a lead in the pool where nobody is there', async () => {
    await rows(`UPDATE users SET active = false WHERE 'rep' = ANY (roles)`);
    expect((await liu.types('新线索 吴大伟')).text).toContain('负责人: 公海');
    await rows(`UPDATE users SET active = true WHERE 'rep' = ANY (roles)`);
    expect(await tasksOf('吴大伟')).toEqual([]);
  });
});

describe('a lead', () => {
  it('R4 R10: is given to somebody by his manager, with a to-do, a reason and Undo', async () => {
    const given = await zhang.types('分配线索 孙小美 李雷');
    expect(given.text).toContain('孙小美已分配给李雷\n分配依据: 由张伟分配');
    expect((await tasksOf('孙小美')).at(-1)).toEqual({ title: '首次联系孙小美', owner: '李雷', day: '2026-05-13' });
    expect(await rows(`SELECT 1 FROM outbox WHERE event = 'lead.given'`)).toHaveLength(1);
    await given.press('撤销');
    expect((await ownerOf('孙小美'))?.name).toBe('韩梅梅');
    expect(await tasksOf('孙小美')).toHaveLength(1);
  });

  it('R5: is given by rule to somebody of whoever asks, never back to whom it is taken from', async () => {
    const given = await tom.types('assign 王建国 --by rule');
    expect(given.text).toContain('The rules name nobody who is there now. Say who.');
    expect((await zhang.types('分配线索 孙小美 --方式 按规则')).text).toContain('孙小美已分配给李雷');
  });

  it('R10: goes to no colleague by a rep, and to nobody who has it already', async () => {
    expect((await li.types('分配线索 孙小美 韩梅梅')).text).toContain('只有韩梅梅的上级可以给韩梅梅分配线索');
    expect((await zhang.types('分配线索 孙小美 李雷')).text).toContain('孙小美已由李雷负责');
  });

  it('R4: is given by a sentence and by its card, through a form that asks whom', async () => {
    const form = await zhang.says('把孙小美分给韩梅梅');
    expect(form.reply?.kind).toBe('form');
    expect((await form.submit()).text).toContain('孙小美已分配给韩梅梅');
    const card = await zhang.types('查看线索 孙小美');
    const asked = await card.press('分配');
    expect((await asked.submit({ by: 'rule' })).text).toContain('孙小美已分配给李雷');
  });
});

describe('several leads', () => {
  it('R4: are given to one person at once, with one notice and one Undo', async () => {
    await li.types('新线索 甲一');
    await li.types('新线索 乙二');
    await li.types('新线索 丙三');
    const given = await zhang.types('批量分配 甲一、乙二 韩梅梅');
    expect(given.text).toContain('已分配 2 条线索\n韩梅梅（2）: 甲一、乙二');
    expect((await ownerOf('甲一'))?.name).toBe('韩梅梅');
    expect(
      await rows(`SELECT jsonb_array_length(payload -> 'taskIds') AS n FROM outbox WHERE event = 'leads.given'`),
    ).toEqual([{ n: 2 }]);
    await given.press('撤销');
    expect([(await ownerOf('甲一'))?.name, (await ownerOf('乙二'))?.name]).toEqual(['李雷', '李雷']);
  });

  it('R4: are chosen from a list’s card, and given by rule, each counting the one before', async () => {
    await rows(`UPDATE routing_profiles SET away_until = NULL`);
    const list = await zhang.types('线索 --范围 公海');
    expect(list.labels).not.toContain('批量分配');
    const form = await zhang.types('批量分配');
    const [leads] = form.form.inputs;
    expect(leads?.widget).toBe('choices');
    const ids = (leads?.options ?? []).filter(({ label }) => /甲一|乙二|丙三/.test(label)).map(({ value }) => value);
    const given = await form.submit({ leads: ids.join(','), by: 'rule' });
    expect(given.text).toContain('已分配 3 条线索\n韩梅梅（3）');
  });

  it('R10: are given to no colleague by a rep, and nothing is where one of the names is not clear', async () => {
    await li.types('新线索 丁四');
    expect((await li.types('批量分配 丁四 韩梅梅')).text).toContain('只有韩梅梅的上级可以给韩梅梅分配线索');
    const asked = await zhang.types('批量分配 甲一、没有这人 李雷');
    expect(asked.reply?.kind).toBe('form');
    expect((await ownerOf('甲一'))?.name).toBe('韩梅梅');
  });
});

it('R5 R9: fifty leads that ten people take in at once are shared out evenly', async () => {
  await rows(`DELETE FROM routing_profiles`);
  await rows(`UPDATE leads SET status = 'dropped', given_at = NULL`);
  const takeIn = (contact: string) =>
    company.as('liu', (core) => addLead({ ...core, actor: { ...core.actor, roles: ['marketing'] } }, { contact }));
  const desks = Array.from({ length: 10 }, async (_, desk) => {
    for (let each = 0; each < 5; each++) {
      await takeIn(`同时${desk}-${each}`);
    }
  });
  await Promise.all(desks);
  const counts = await rows<{ n: number }>(
    `SELECT count(*)::int AS n FROM leads WHERE contact_name LIKE '同时%' GROUP BY owner_id ORDER BY 1`,
  );
  expect(counts.map(({ n }) => n)).toEqual([16, 17, 17]);
});

describe('a lead entered by whoever leads others', () => {
  it('R4: is his own, which is said, and goes by the rules at one press, and back by Undo', async () => {
    const added = await zhang.types('新线索 沈一鸣 --行业 医疗');
    expect(added.text).toContain('负责人: 你');
    const given = await added.press('按规则分配');
    expect(given.text).toMatch(/沈一鸣已分配给(?:李雷|韩梅梅)/u);
    await given.press('撤销');
    expect((await ownerOf('沈一鸣'))?.name).toBe('张伟');
    await rows(`DELETE FROM leads WHERE contact_name = '沈一鸣'`);
    const english = await talk.as('tom').types('lead add "Nora Pike"');
    expect(english.text).toContain('Owner: you');
    expect(english.labels).toContain('Give by rule');
  });

  it('R4: is said to be his who sells himself, who needs no rule', async () => {
    const own = await jim.types('lead add "Olga Reed"');
    expect(own.text).toContain('Owner: you');
    expect(own.labels).toEqual(['Convert', 'Undo']);
  });

  it('R4 R9: is where its company says it is at the head of its name, and goes by that', async () => {
    await admin.types('管理 区域 李雷 --区域 宁波');
    const added = await liu.types('新线索 何一帆 --公司 宁波海天注塑');
    expect(added.text).toContain('地区: 宁波');
    expect((await ownerOf('何一帆'))?.zh).toContain('宁波');
    expect((await liu.types('新线索 何二帆 --公司 石家庄钢构 --地区 北京')).text).toContain('地区: 北京');
    expect((await liu.types('新线索 何三帆 --公司 南京路百货')).text).not.toContain('地区');
    expect((await liu.types('新线索 何四帆 --公司 中国机床')).text).not.toContain('地区');
  });
});
