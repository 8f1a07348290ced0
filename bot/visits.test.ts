import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addCustomer } from '../core/customers/add-customer.ts';
import { rememberAnswer } from '../core/files/file-desk.ts';
import { addLead } from '../core/leads/add-lead.ts';
import { openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany, type PersonKey } from '../test/support/company.ts';
import { photoBytes } from '../test/support/photo.ts';
import type { FileRef } from './contract.ts';

const AT_HUAXING = { latitude: 22.5405, longitude: 113.9345 };
const NOW = { taken: '2026:05:20 15:00:00', offset: '+08:00' };

let company: Company;
let talk: ReturnType<typeof openChat>;

beforeAll(async () => {
  company = await openCompany();
  talk = openChat(company);
  await company.as('li', (core) => addCustomer(core, { name: '华星电子有限公司' }));
  await company.as('li', (core) => addCustomer(core, { name: '天成机械' }));
  await company.as('jim', (core) => addCustomer(core, { name: 'Acme Corporation' }));
});
beforeEach(async () => {
  await moveClock(company.database, '2026-05-20T15:02:30+08:00');
  await company.database.pool.query('DELETE FROM tasks');
  await company.database.pool.query('DELETE FROM files');
  await company.database.pool.query('DELETE FROM follow_ups');
  await company.database.pool.query('UPDATE customers SET place = NULL');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

function photo(said: Parameters<typeof photoBytes>[0]): FileRef {
  const id = randomUUID();
  return { id, name: '现场.jpg', handle: photoBytes({ comment: id, ...said }).toString('base64') };
}

const sends = (key: PersonKey, text: string, ...files: FileRef[]) =>
  talk.as(key).does({ kind: 'message', text, files });
const locates = (key: PersonKey, spot: { latitude: number; longitude: number; name?: string }) =>
  talk.as(key).does({ kind: 'message', text: '', location: spot });

const rows = async () => {
  const { rows: found } = await company.database.pool.query(
    `SELECT c.name, f.kind, f.note, f.happened_on::text AS "on", to_char(f.happened_at AT TIME ZONE 'Asia/Shanghai', 'HH24:MI') AS at,
            f.check_in IS NOT NULL AS "isCheckIn" FROM follow_ups f JOIN customers c ON c.id = f.customer_id ORDER BY f.created_at, f.id`,
  );
  return found;
};

describe('a check-in', () => {
  it.each<[PersonKey, string, string]>([
    ['li', '签到 华星电子', '已签到：华星电子有限公司'],
    ['li', '到华星电子了', '已签到：华星电子有限公司'],
    ['li', '/crm 签到 华星电子', '已签到：华星电子有限公司'],
    ['jim', 'check in at Acme', 'Checked in: Acme Corporation'],
    ['jim', "I'm at Acme", 'Checked in: Acme Corporation'],
    ['jim', '/crm check-in Acme', 'Checked in: Acme Corporation'],
  ])('R37: of %s, “%s”, is a visit on record, with Undo', async (key, text, title) => {
    const said = await talk.as(key).says(text);
    expect(said.card.title).toBe(title);
    expect(await rows()).toMatchObject([{ kind: 'visit', isCheckIn: true, on: '2026-05-20', at: null }]);
    await said.press(key === 'li' ? '撤销' : 'Undo');
    expect(await rows()).toEqual([]);
  });

  it('R37: by its form takes an address and a next step', async () => {
    const form = await talk.as('li').types('签到');
    const said = await form.submit({
      party: '天成机械',
      address: '科技园南路8号',
      nextStep: '寄样品',
      nextOn: '周五',
    });
    expect(said.text).toContain('已签到：天成机械');
    expect(said.text).toContain('地点: 科技园南路8号');
    expect(said.text).toContain('下一步: 寄样品 · 5月22日 周五');
  });

  it.each<[PersonKey, string[], string]>([
    ['li', ['签到 华星电子', '到华星电子了', '我在华星电子楼下'], '15:02 已签到过：华星电子有限公司'],
    ['jim', ['check in at Acme', "I'm at Acme", '/crm check-in Acme'], 'You checked in at 15:02: Acme Corporation'],
  ])('R37: said again by %s, is still the one visit', async (key, lines, title) => {
    const [first = '', ...again] = lines;
    await talk.as(key).says(first);
    for (const line of again) {
      const said = await talk.as(key).says(line);
      expect(said.card.title).toBe(title);
      expect(said.labels).not.toContain(key === 'li' ? '撤销' : 'Undo');
    }
    expect(await rows()).toHaveLength(1);
    await moveClock(company.database, '2026-05-20T18:02:30+08:00');
    await talk.as(key).says(first);
    expect(await rows()).toHaveLength(2);
  });

  it('R37: with a photo has its place from the photo, which hangs on it; one press keeps the place', async () => {
    const said = await sends('li', '签到 华星电子', photo({ ...AT_HUAXING, ...NOW }));
    expect(said.text).toContain('地点: 22.54050, 113.93450（照片定位）');
    expect(said.text).not.toContain('⚠️');
    const kept = await said.press('记为客户位置');
    expect(kept.card.title).toBe('已记录客户位置：华星电子有限公司');
    const next = await sends('li', '签到 华星电子', photo({ latitude: 22.5415, longitude: 113.9345, ...NOW }));
    expect(next.text).toContain('地点: 距客户位置 111 米（照片定位）');
    expect(next.labels).not.toContain('记为客户位置');
    await kept.press('撤销');
    const { rows: places } = await company.database.pool.query(
      `SELECT place FROM customers WHERE name = '华星电子有限公司'`,
    );
    expect(places).toEqual([{ place: null }]);
    const files = await talk.as('li').types('文件 华星电子');
    expect(files.text).toContain('📎 现场.jpg');
  });

  it('R37: takes the photo sent after it, in the same chat or beneath its card, and Undo takes that back alone', async () => {
    await talk.as('li').says('签到 华星电子');
    const placed = await sends('li', '', photo({ ...AT_HUAXING, ...NOW }));
    expect(placed.card.title).toBe('已补充签到：华星电子有限公司');
    expect(placed.text).toContain('22.54050, 113.93450');
    await placed.press('撤销');
    expect(await rows()).toMatchObject([{ isCheckIn: true }]);
    const [row] = (await company.database.pool.query<{ id: string }>('SELECT id FROM follow_ups')).rows;
    const card = { platform: 'slack', workspace: 'T1', place: 'D-li', messageId: 'm-1' };
    await rememberAnswer(company.database, { ...card, entity: 'follow_up', recordId: row?.id ?? '' });
    const beneath = await talk.as('li').does({
      kind: 'message',
      text: '',
      files: [photo({ ...AT_HUAXING, ...NOW })],
      beneath: { messages: ['m-1'], isThread: true },
    });
    expect(beneath.card.title).toBe('已补充签到：华星电子有限公司');
  });

  it('R37: takes the location sent in the chat, after it or before it', async () => {
    await talk.as('li').says('签到 华星电子');
    const placed = await locates('li', { ...AT_HUAXING, name: '科技园' });
    expect(placed.text).toContain('地点: 科技园 · 22.54050, 113.93450（聊天定位）');
    await placed.press('记为客户位置');
    await moveClock(company.database, '2026-05-20T16:02:30+08:00');
    const asked = await locates('li', { latitude: 22.541, longitude: 113.9345 });
    expect(asked.card.title).toBe('在拜访哪个客户？');
    expect(asked.labels).toEqual(['华星电子有限公司', '天成机械', '其他…']);
    const said = await asked.press('华星电子有限公司');
    expect(said.text).toContain('距客户位置 56 米（聊天定位）');
    expect(await rows()).toHaveLength(2);
  });

  it('R37: is at the hour that is said, and not in the future', async () => {
    const said = await talk.as('li').says('上午10点到华星电子了');
    expect(said.text).toContain('拜访: 今天（5月20日 周三） 10:00');
    const ahead = await talk.as('li').says('/crm 签到 华星电子 --时间 16:00');
    expect(ahead.text).toBe('跟进记录的是已发生的事；计划请新建任务。');
  });
});

describe('a check-in at a lead', () => {
  beforeAll(async () => {
    await company.as('li', (core) => addLead(core, { contact: '王建国', company: '星河科技' }));
    await company.as('jim', (core) => addLead(core, { contact: 'Mary Major', company: 'Wonka Industries' }));
    await company.database.pool.query(
      `WITH m AS (INSERT INTO users (id, name, roles, locale) VALUES (gen_random_uuid(), '梅', '{marketing}', 'zh') RETURNING id)
       INSERT INTO identities (id, user_id, platform, workspace, external_id) SELECT id, id, 'slack', 'T1', 'mei' FROM m`,
    );
  });
  beforeEach(async () => {
    await company.database.pool.query('UPDATE leads SET place = NULL');
  });

  const ofLeads = async () => {
    const { rows: found } = await company.database.pool.query(
      `SELECT l.contact_name AS name, c.name AS customer, f.kind, f.check_in -> 'address' AS address, l.status
         FROM follow_ups f JOIN leads l ON l.id = f.lead_id LEFT JOIN customers c ON c.id = f.customer_id WHERE f.check_in IS NOT NULL`,
    );
    return found;
  };

  it.each<[PersonKey, string, string]>([
    ['li', '签到 王建国', '已签到：王建国'],
    ['li', '到星河科技了', '已签到：王建国'],
    ['li', '/crm 签到 星河', '已签到：王建国'],
    ['jim', 'check in at Wonka', 'Checked in: Mary Major'],
    ['jim', "I'm at Mary Major's office", 'Checked in: Mary Major'],
    ['jim', '/crm check-in Mary', 'Checked in: Mary Major'],
  ])('R37: of %s, “%s”, is a visit on record with the lead, with Undo', async (key, text, title) => {
    const said = await talk.as(key).says(text);
    expect(said.card.title).toBe(title);
    expect(await ofLeads()).toMatchObject([{ kind: 'visit', customer: null, status: 'working' }]);
    await said.press(key === 'li' ? '撤销' : 'Undo');
    expect(await ofLeads()).toEqual([]);
  });

  it('R37: is one press from the lead’s card, where what is strange about it then stands', async () => {
    const said = await (await talk.as('li').types('查看线索 王建国')).press('签到');
    expect(said.card.title).toBe('已签到：王建国');
    const placed = await sends('li', '', photo({ ...AT_HUAXING, taken: '2026:05:17 09:00:00', offset: '+08:00' }));
    expect(placed.text).toContain('⚠️ 照片不是当时拍的（5月17日 周日 09:00）');
    expect((await talk.as('li').types('查看线索 王建国')).text).toContain('到访签到\n⚠️ 照片不是当时拍的');
    expect((await talk.as('zhang').says('今天的签到记录')).text).toContain('15:02 · 王建国 · 星河科技 · 李雷');
  });

  it('R37: by its form takes an address; the location sent then offers those who are near, leads too', async () => {
    const form = await talk.as('li').types('签到');
    const said = await form.submit({ party: '王建国', address: '科技园南路8号' });
    expect(said.text).toContain('地点: 科技园南路8号');
    const placed = await locates('li', AT_HUAXING);
    expect((await placed.press('记为客户位置')).card.title).toBe('已记录客户位置：王建国');
    await moveClock(company.database, '2026-05-20T16:02:30+08:00');
    const asked = await locates('li', { latitude: 22.541, longitude: 113.9345 });
    expect(asked.labels[0]).toBe('王建国 · 星河科技');
    expect((await asked.press('王建国 · 星河科技')).text).toContain('距客户位置 56 米（聊天定位）');
  });

  it('R37: leaves a place that goes with the lead to its customer, and back with Undo', async () => {
    const said = await sends('li', '签到 王建国', photo({ ...AT_HUAXING, ...NOW }));
    await said.press('记为客户位置');
    const places = async () => {
      const { rows: found } = await company.database.pool.query(
        `SELECT l.status, l.place AS lead, c.place AS customer FROM leads l LEFT JOIN customers c ON c.id = l.customer_id WHERE l.contact_name = '王建国'`,
      );
      return found;
    };
    const converted = await talk.as('li').types('转化线索 王建国');
    const done = await converted.submit({});
    expect(await places()).toEqual([{ status: 'converted', lead: AT_HUAXING, customer: AT_HUAXING }]);
    const next = await sends('li', '签到 星河科技', photo({ latitude: 22.5415, longitude: 113.9345, ...NOW }));
    expect(next.text).toContain('距客户位置 111 米（照片定位）');
    await next.press('撤销');
    await done.press('撤销');
    expect(await places()).toEqual([{ status: 'working', lead: AT_HUAXING, customer: null }]);
    expect(await ofLeads()).toMatchObject([{ name: '王建国', customer: null }]);
  });

  it('R37: of a lead that joins a customer leaves that customer the place he has', async () => {
    await (await sends('li', '签到 华星电子', photo({ ...AT_HUAXING, ...NOW }))).press('记为客户位置');
    await company.as('li', (core) =>
      addLead(core, { contact: '赵敏', company: '华星电子有限公司', duplicateReason: 'x' }),
    );
    await (await sends('li', '签到 赵敏', photo({ latitude: 22.6, longitude: 113.9, ...NOW }))).press('记为客户位置');
    const done = await (await talk.as('li').types('转化线索 赵敏')).submit({});
    const { rows: kept } = await company.database.pool.query(
      `SELECT place FROM customers WHERE name = '华星电子有限公司'`,
    );
    expect(kept).toEqual([{ place: AT_HUAXING }]);
    await done.press('撤销');
    await company.database.pool.query(`UPDATE customers SET place = NULL`);
    const filled = await (await talk.as('li').types('转化线索 赵敏')).submit({});
    const { rows: given } = await company.database.pool.query(
      `SELECT place FROM customers WHERE name = '华星电子有限公司'`,
    );
    expect(given).toEqual([{ place: { latitude: 22.6, longitude: 113.9 } }]);
    await filled.press('撤销');
  });

  it('R37: is refused kindly to whoever does not sell', async () => {
    const { rows: found } = await company.database.pool.query<{ id: string }>(
      `SELECT id FROM leads WHERE contact_name = '王建国'`,
    );
    const id = found[0]?.id ?? '';
    const opened = await talk.as('mei').presses({ label: '查看', command: 'lead.show', input: { lead: id } });
    expect(opened.card.title).toBe('王建国 · 星河科技');
    expect(opened.labels).not.toContain('签到');
    const said = await talk.as('mei').presses({ label: '签到', command: 'visit.check-in', input: { party: id } });
    expect(said.text).toBe('线索的签到由销售来做。');
    expect(await ofLeads()).toEqual([]);
  });
});

describe('what is strange about a check-in', () => {
  const list = async (key: PersonKey) => (await talk.as(key).says('今天的签到记录')).text;

  it('R37: far from the customer’s place is marked, for him and for whoever leads him, and refused by nobody', async () => {
    await (await sends('li', '签到 华星电子', photo({ ...AT_HUAXING, ...NOW }))).press('记为客户位置');
    const said = await sends('li', '签到 华星电子', photo({ latitude: 22.5705, longitude: 113.9345, ...NOW }));
    expect(said.text).toContain('⚠️ 距离客户位置 3.3 公里\n这条提示你的主管也能看到。');
    expect(await list('zhang')).toContain('李雷 — 距客户位置 3.3 公里（照片定位）\n⚠️ 距离客户位置 3.3 公里');
    expect(await list('tom')).toContain('Nobody has checked in.');
    const team = await talk.as('zhang').says('我的团队今天怎么样');
    expect(team.text).toContain('李雷 — 跟进 2 · 拜访 2 · 需留意的签到 1');
    expect((await team.press('签到')).text).toContain('⚠️ 距离客户位置 3.3 公里');
    const history = await talk.as('zhang').says('华星电子的跟进记录');
    expect(history.text).toContain('到访签到\n⚠️ 距离客户位置 3.3 公里');
    const [row] = (await company.database.pool.query('SELECT id FROM follow_ups ORDER BY created_at DESC LIMIT 1'))
      .rows;
    const moved = { label: '客户位置改为这里', command: 'visit.keep-place', input: { followUp: row?.id } };
    expect((await talk.as('li').presses(moved)).card.title).toBe('已记录客户位置：华星电子有限公司');
    expect((await talk.as('li').presses(moved)).text).toBe('客户位置已是这里，无需修改。');
    expect((await talk.as('jim').presses(moved)).text).toContain('I know no place to keep.');
  });

  it('R37: a photo of another time is marked; one of its own hour is not', async () => {
    const old = await sends(
      'li',
      '签到 华星电子',
      photo({ ...AT_HUAXING, taken: '2026:05:17 09:00:00', offset: '+08:00' }),
    );
    expect(old.text).toContain('⚠️ 照片不是当时拍的（5月17日 周日 09:00）');
    const late = await sends('li', '上午10点到华星电子了', photo({ ...AT_HUAXING, taken: '2026:05:20 10:05:00' }));
    expect(late.text).toContain('已签到');
    expect(late.text).not.toContain('⚠️');
  });

  it('R37: a photo whose clock shows no hour there is is a photo like any other', async () => {
    const said = await sends('li', '签到 华星电子', photo({ ...AT_HUAXING, taken: '2026:05:20 24:00:00' }));
    expect(said.text).toContain('已签到：华星电子有限公司');
  });

  it('R37: a photo used before is marked, whoever used it', async () => {
    const again = photo({ ...AT_HUAXING, ...NOW });
    await sends('jim', 'check in at Acme', again);
    await moveClock(company.database, '2026-05-20T15:30:30+08:00');
    const said = await sends('li', '签到 华星电子', { ...again, id: randomUUID() });
    expect(said.text).toContain('⚠️ 同一张照片之前用过（15:02）');
  });

  it('R37: the very same coordinates again and again are marked', async () => {
    for (const _ of [1, 2, 3]) {
      expect((await sends('li', '签到 华星电子', photo({ ...AT_HUAXING, ...NOW }))).text).not.toContain('⚠️');
    }
    const said = await sends('li', '签到 华星电子', photo({ ...AT_HUAXING, ...NOW }));
    expect(said.text).toContain('⚠️ 与之前 3 次签到的坐标完全相同');
  });
});

describe('entries made offline', () => {
  it('R37: of several hours are put on record in the order in which they happened, as one card with one Undo', async () => {
    const said = await talk.as('li').says('11:00 电话天成机械，约了下周演示；9:30 拜访华星电子，谈了报价');
    expect(await rows()).toMatchObject([
      { name: '华星电子有限公司', kind: 'visit', note: '拜访华星电子，谈了报价', on: '2026-05-20', at: '09:30' },
      { name: '天成机械', kind: 'call', on: '2026-05-20', at: '11:00' },
    ]);
    expect(said.labels.filter((label) => label === '撤销')).toHaveLength(1);
    await said.press('撤销');
    expect(await rows()).toEqual([]);
  });

  it('R37: one a line, of yesterday, say that they were written down later', async () => {
    const said = await talk.as('li').says('昨天：\n14:00 电话天成机械，确认交期\n9:30 到华星电子了');
    expect(await rows()).toMatchObject([
      { name: '华星电子有限公司', on: '2026-05-19', at: '09:30', isCheckIn: true },
      { name: '天成机械', kind: 'call', note: '电话天成机械，确认交期', on: '2026-05-19', at: '14:00' },
    ]);
    expect(said.text).toContain('补记于: 15:02');
    const history = await talk.as('li').says('华星电子的跟进记录');
    expect(history.text).toContain('昨天（5月19日 周二） 09:30 · 拜访 · 李雷 · 今天（5月20日 周三）补记');
  });

  it('R37: what is not understood of them is kept and asked about; the others are done', async () => {
    const said = await talk.as('li').says('9:30 拜访华星电子，谈了报价\n10:30 老样子\n11:00 电话天成机械，确认交期');
    expect(await rows()).toHaveLength(2);
    expect(said.text).toContain('这条是哪个客户？');
    expect(said.text).toContain('10:30 老样子');
    const form = await said.press('记录这条');
    const logged = await form.submit({ customer: '天成机械', kind: 'call' });
    expect(logged.text).toContain('已记录：天成机械');
    expect(await rows()).toMatchObject([{}, {}, { note: '10:30 老样子', at: '10:30' }]);
    await said.press('撤销');
    expect(await rows()).toHaveLength(1);
  });

  it('R37: in English as well, with what is still to come as a task', async () => {
    const said = await talk
      .as('jim')
      .says('9:30 visited Acme, they like the offer\n11am called Acme about delivery\n17:00 visit Acme');
    expect(said.text).toContain('17:00');
    expect(await rows()).toMatchObject([
      { kind: 'visit', at: '09:30', note: 'visited Acme, they like the offer' },
      { kind: 'call', at: '11:00' },
    ]);
  });

  it('leaves a note of several lines one note', async () => {
    await talk.as('li').says('今天拜访了华星电子\n王总对报价基本满意\n下周三发合同');
    expect(await rows()).toHaveLength(1);
  });

  it('R37: a day long before the customer was put on file is asked back kindly', async () => {
    const said = await talk.as('li').says('/crm 跟进 华星电子 聊了报价 --日期 2019-01-03');
    expect(said.text).toMatch(
      /^华星电子有限公司是(?:\d{4}年)?\d+月\d+日建档的，2019年1月3日早了很多。请核对日期后再说一次。$/,
    );
    expect(await rows()).toEqual([]);
  });
});
