import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
let han: Chat;
let zhang: Chat;
let jim: Chat;

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, new Date('2026-05-13T02:30:00Z'));
  talk = openChat(company);
  [li, han, zhang, jim] = [talk.as('li'), talk.as('han'), talk.as('zhang'), talk.as('jim')];
  await han.types('新线索 钱多多 --来源 陌拜');
  await han.types('新线索 孙小美 --来源 官网');
  await li.types('新线索 周自在 --来源 转介绍');
  await jim.types('lead add "Web Wendy" --source "web form"');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

const named = (text: string) => text.split('\n').flatMap((line) => line.split(' — ').slice(0, -1));

describe('a colleague’s leads', () => {
  it('R84: are listed for whoever leads him, in the order to call, and refused to others', async () => {
    const seen = await zhang.says('韩梅梅的线索');
    expect(seen.card.title).toBe('韩梅梅的线索（2）');
    expect(named(seen.text)).toEqual(['孙小美', '钱多多']);
    expect((await zhang.types('线索 --负责人 韩梅梅')).text).toBe(seen.text);
    expect((await li.says('韩梅梅的线索')).text).toContain('你无权查看韩梅梅的数据');
    expect((await jim.says("韩梅梅's leads")).text).toContain('is not among what you may see');
  });

  it('R84: are those of the team where all of them are asked for, each with its owner', async () => {
    const { text } = await zhang.says('我们团队的线索');
    expect(named(text)).toEqual(['孙小美', '周自在', '钱多多']);
    expect(text).toContain('周自在 — 李雷');
    expect(named((await jim.says("my team's leads")).text)).toEqual(['Web Wendy']);
    expect((await zhang.says('我的线索')).labels).toEqual(['团队的线索', '新建线索']);
  });
});

describe('leads to follow up', () => {
  it('R2 R3 R7: are those to be answered, to be touched again or planned by the day that is said', async () => {
    expect(named((await han.says('今天要跟进的线索')).text)).toEqual(['孙小美', '钱多多']);
    await han.says('孙小美感兴趣但需考虑');
    await han.says('钱多多没接电话');
    const rows = await company.database.pool.query<{ contact: string; day: string }>(
      "SELECT contact_name AS contact, next_touch_on::text AS day FROM leads WHERE contact_name IN ('孙小美', '钱多多')",
    );
    expect(Object.fromEntries(rows.rows.map(({ contact, day }) => [contact, day]))).toEqual({
      孙小美: '2026-05-20',
      钱多多: '2026-05-14',
    });
    expect((await han.says('今天要跟进的线索')).text).toContain('没有要跟进的线索');
    const tomorrow = await han.says('明天要联系的线索');
    expect(tomorrow.text).toContain('截至明天（5月14日 周四）要跟进的线索');
    expect(tomorrow.text).toContain('下次联系 明天（5月14日 周四）');
    expect(named(tomorrow.text)).toEqual(['钱多多']);
    expect(await company.database.pool.query('SELECT FROM tasks WHERE title LIKE $1', ['%的线索%'])).toHaveProperty(
      'rowCount',
      0,
    );
  });

  it('R3: begin with whom to call first, and the list says what it goes by', async () => {
    const first = await han.says('我应该先打哪个线索');
    expect(first.card.title).toBe('我的线索（2）');
    expect(named(first.text)[0]).toBe('孙小美');
    expect(first.text).toContain('再次咨询的在前，其次看来源优先级');
  });
});

describe('leads that became customers', () => {
  it('R9 R103: are asked for by when they did, not by when they came in, and Undo takes that back too', async () => {
    await moveClock(company.database, new Date('2026-04-13T02:30:00Z'));
    await han.types('新线索 林一 --公司 青禾仪器');
    await jim.types('lead add "Vera Vale" --company Vandelay');
    await moveClock(company.database, new Date('2026-05-13T02:30:00Z'));
    const converted = await (await han.types('转化线索 林一')).submit();
    await (await jim.types('convert "Vera Vale"')).submit();
    expect((await zhang.says('本月转化的线索')).text).toContain('林一');
    expect((await zhang.says('上个月转化了多少线索')).text).toContain('没有符合条件的线索');
    const english = await jim.says('leads converted this month');
    expect(english.text).toContain('Vera Vale');
    expect(english.text).toContain('converted May 2026');
    await converted.press('撤销');
    expect((await zhang.says('本月转化的线索')).text).not.toContain('林一');
  });

  it('R10: nobody’s are somebody’s: a list of both is refused in words', async () => {
    expect((await zhang.types('线索 --范围 公海 --负责人 韩梅梅')).text).toContain('公海里的线索没有负责人');
    expect((await jim.types('leads --which pool --owner me')).text).toContain('What lies in the pool is nobody’s');
  });
});

describe('whose a lead is', () => {
  it('R5: says since when, and the reason that was kept or that there is none', async () => {
    expect((await li.says('周自在为什么给我')).text).toContain(
      '负责人: 李雷，今天（5月13日 周三）起\n分配依据: 负责人自己录入',
    );
    await zhang.types('分配线索 周自在 韩梅梅');
    const given = await han.says('周自在归我多久了');
    expect(given.text).toContain('负责人: 韩梅梅，今天（5月13日 周三）起\n');
    expect(given.text).toMatch(/分配依据: .+/u);
    const english = await jim.says('why do I have Web Wendy');
    expect(english.text).toContain(', since today (Wed 13 May)\n');
    expect(english.text).toContain('Why: put on file by its owner');
  });
});
