import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addCustomer } from '../core/customers/add-customer.ts';
import { logFollowUp } from '../core/follow-ups/log-follow-up.ts';
import { addLead } from '../core/leads/add-lead.ts';
import { openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany, type PersonKey } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;

const isTime = (time: string) => moveClock(company.database, `2026-05-20T${time}:00+08:00`);

beforeAll(async () => {
  company = await openCompany();
  talk = openChat(company);
  await company.as('li', (core) => addCustomer(core, { name: '华星电子有限公司' }));
  await company.as('li', (core) => addLead(core, { contact: '王建国', company: '星河科技' }));
  await company.as('jim', (core) => addCustomer(core, { name: 'Acme Corporation' }));
});
beforeEach(async () => {
  await isTime('10:05');
  await company.database.pool.query('DELETE FROM tasks');
  await company.database.pool.query('DELETE FROM follow_ups');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

const visits = async () => {
  const { rows } = await company.database.pool.query(
    `SELECT note, mood, to_char(coalesce(happened_at, created_at) AT TIME ZONE 'Asia/Shanghai', 'HH24:MI') AS at, check_in IS NOT NULL AS "isCheckIn",
            (SELECT t.title FROM tasks t WHERE t.follow_up_id = f.id) AS task FROM follow_ups f WHERE kind = 'visit' ORDER BY 3, check_in IS NULL`,
  );
  return rows;
};

describe('a check-in and the visit told afterwards', () => {
  it.each<[PersonKey, string, string, { note: string; added: string; another: string }]>([
    [
      'li',
      '到华星电子了',
      '今天拜访了华星电子，王总对报价很满意',
      { note: '王总对报价很满意', added: '已并入你 10:05 的签到。', another: '是另一次拜访' },
    ],
    [
      'jim',
      "I'm at Acme",
      'visited Acme today, they are happy with the offer',
      { note: 'happy with the offer', added: 'Added to your check-in of', another: 'It was another visit' },
    ],
  ])('R37: of %s are one visit; a press makes them two, and Undo one again', async (key, arrives, tells, said) => {
    await talk.as(key).says(arrives);
    await isTime('12:00');
    const told = await talk.as(key).says(tells);
    expect(told.text).toContain(said.added);
    expect(await visits()).toMatchObject([{ at: '10:05', isCheckIn: true, mood: 'satisfied' }]);
    expect((await visits())[0]?.note).toContain(said.note);
    const parted = await told.press(said.another);
    expect(await visits()).toMatchObject([
      { at: '10:05', isCheckIn: true, mood: null },
      { at: '12:00', isCheckIn: false, mood: 'satisfied' },
    ]);
    await parted.press(key === 'li' ? '撤销' : 'Undo');
    expect(await visits()).toMatchObject([{ at: '10:05', isCheckIn: true, mood: 'satisfied' }]);
  });

  it('R37: are counted once, with the next step that was told; Undo parts them too', async () => {
    await talk.as('li').types('签到 华星电子');
    await isTime('14:00');
    const told = await talk.as('li').types('跟进 华星电子 王总满意 --方式 拜访 --下一步 发合同 --下一步日期 周五');
    expect(await visits()).toMatchObject([{ note: '王总满意', at: '10:05', task: '发合同' }]);
    expect((await talk.as('zhang').says('我的团队今天怎么样')).text).toContain('拜访 1');
    await told.press('撤销');
    expect(await visits()).toMatchObject([{ note: '到访签到', at: '10:05', task: null }]);
    const again = await talk.as('li').types('跟进 华星电子 王总满意 --方式 拜访 --下一步 发合同 --下一步日期 周五');
    await again.press('是另一次拜访');
    expect(await visits()).toMatchObject([
      { note: '到访签到', task: null },
      { note: '王总满意', task: '发合同' },
    ]);
    expect((await talk.as('zhang').says('我的团队今天怎么样')).text).toContain('拜访 2');
  });

  it('R37: are one in the other order too; parted, each is when it was', async () => {
    await isTime('11:30');
    await talk.as('li').says('今天拜访了华星电子，王总满意');
    await isTime('11:45');
    const checkedIn = await talk.as('li').says('上午10点到华星电子了');
    expect(checkedIn.text).toContain('已并入你 11:30 记录的拜访。');
    expect(await visits()).toMatchObject([{ at: '10:00', isCheckIn: true, mood: 'satisfied' }]);
    const parted = await talk.as('li').says('那是另一次拜访');
    expect(parted.card.title).toBe('已记为另一次拜访：华星电子有限公司');
    expect(await visits()).toMatchObject([
      { note: '到访签到', at: '10:00', isCheckIn: true },
      { at: '11:30', isCheckIn: false, mood: 'satisfied' },
    ]);
  });

  it('R37: are one among entries of yesterday, said at once', async () => {
    const said = await talk.as('li').says('昨天：\n9:30 到华星电子了\n10:30 拜访华星电子，谈了报价');
    expect(said.text).toContain('已并入你 09:30 的签到。');
    expect(await visits()).toMatchObject([{ at: '09:30', isCheckIn: true, note: '拜访华星电子，谈了报价' }]);
    await said.press('撤销');
    expect(await visits()).toEqual([]);
  });

  it('R37: are one at a lead', async () => {
    await talk.as('li').types('签到 王建国');
    await talk.as('li').types('线索跟进 王建国 看了演示 --方式 拜访');
    expect(await visits()).toMatchObject([{ note: '看了演示', isCheckIn: true }]);
  });

  it('R37: are two where the hours are far apart, where it is another person, and where nobody was there', async () => {
    await talk.as('li').types('签到 华星电子');
    await isTime('18:00');
    await talk.as('li').says('下午4点拜访了华星电子，第二次谈价格');
    expect(await visits()).toHaveLength(2);
    await talk.as('zhang').says('今天拜访了华星电子，陪李雷谈合同');
    expect(await visits()).toHaveLength(3);
    await talk.as('li').types('跟进 华星电子 电话里确认了 --方式 电话');
    await talk.as('li').types('签到 华星电子');
    expect(await visits()).toHaveLength(4);
  });

  it('R37: keep what was corrected since, and answer kindly where nothing was added', async () => {
    await talk.as('li').types('签到 华星电子 --情况 看样品');
    const told = await talk.as('li').says('拜访了华星电子，客户犹豫');
    expect((await visits())[0]?.note).toMatch(/^看样品\n/);
    await (await told.press('修改')).submit({ note: '客户要再看一次' });
    await told.press('是另一次拜访');
    expect((await visits()).map(({ note }) => note)).toEqual(['看样品', '客户要再看一次']);
    expect((await told.press('是另一次拜访')).text).toBe('没有找到并入了其他拜访的签到。');
    expect((await talk.as('jim').says('that was another visit')).text).toBe(
      'I find no check-in of yours that another visit was added to.',
    );
  });

  it('R37: are parted where something was added last, not where the older record is newer', async () => {
    await talk.as('li').types('签到 华星电子');
    await isTime('10:20');
    await talk.as('li').types('签到 王建国');
    await isTime('11:00');
    await talk.as('li').types('线索跟进 王建国 看了演示 --方式 拜访');
    await isTime('11:30');
    await talk.as('li').says('今天拜访了华星电子，王总满意');
    expect((await talk.as('li').says('那是另一次拜访')).card.title).toBe('已记为另一次拜访：华星电子有限公司');
  });

  it('R37: are two where the check-in may no longer be changed, so could not be parted again', async () => {
    await talk.as('li').types('签到 华星电子');
    await moveClock(company.database, '2026-05-29T10:00:00+08:00');
    await talk.as('li').says('5月20日拜访了华星电子，谈了报价');
    expect((await visits()).map(({ isCheckIn }) => isCheckIn).sort()).toEqual([false, true]);
  });

  it('R37: are two where each is of another deal', async () => {
    const { id } = await company.as('li', (core) => addCustomer(core, { name: '云帆物流有限公司' }));
    await talk.as('li').types('新商机 云帆物流 --名称 一期');
    await talk.as('li').types('签到 云帆物流');
    await talk.as('li').types('新商机 云帆物流 --名称 二期');
    const { rows } = await company.database.pool.query<{ id: string }>(
      "SELECT id FROM opportunities WHERE name = '二期'",
    );
    const told = { customerId: id, opportunityId: rows[0]?.id, kind: 'visit', note: '谈了二期的范围' } as const;
    await company.as('li', (core) => logFollowUp(core, told));
    expect((await visits()).map(({ note }) => note)).toEqual(['到访签到', '谈了二期的范围']);
  });
});
