import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
let zhang: Chat;

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, new Date('2026-05-13T02:30:00Z'));
  talk = openChat(company);
  [li, zhang] = [talk.as('li'), talk.as('zhang')];
  await li.types('新线索 王建国 --公司 星河科技 --电话 13800138000 --来源 展会');
  await li.types('新线索 赵敏 --公司 远景动力 --电话 13900139000');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

const shown = async (name: string) => (await li.types(`查看线索 ${name}`)).text;

describe('a lead is corrected (R1)', () => {
  it('by a sentence, in both languages, with Undo', async () => {
    const changed = await (await li.says('王建国的电话改成13700137000')).submit();
    expect(changed.text).toContain('已修改：王建国\n电话');
    expect(await shown('王建国')).toContain('+86 137 0013 7000');
    await changed.press('撤销');
    expect(await shown('王建国')).toContain('+86 138 0013 8000');
    const jim = talk.as('jim');
    await jim.types('lead add "Mary Major" --company Globex');
    const said = await (await jim.says("change Mary's company to Example Works")).submit();
    expect(said.text).toContain('Changed: Mary Major\nCompany');
    expect((await jim.types('lead show Mary')).card.title).toBe('Mary Major · Example Works');
  });

  it('by the button on its card, which opens a form with what stands', async () => {
    const form = await (await li.types('查看线索 王建国')).press('修改资料');
    expect(Object.fromEntries(form.form.inputs.map(({ name, value }) => [name, value]))).toMatchObject({
      contact: '王建国',
      company: '星河科技',
    });
    expect((await form.submit({ email: 'wang@example.com' })).text).toContain('邮箱');
    expect(await shown('王建国')).toContain('邮箱: wang@example.com');
  });

  it('takes its first call along, which stays the lead’s own line on the list (R1, R4)', async () => {
    await li.types('新线索 孙丽 --公司 青松机械');
    await zhang.types('分配线索 孙丽 韩梅梅');
    const calls = async () => {
      const { rows } = await company.database.pool.query<{ title: string }>(
        `SELECT t.title FROM tasks t JOIN leads l ON l.id = t.lead_id WHERE l.company = '青松机械' ORDER BY t.title`,
      );
      return rows.map(({ title }) => title);
    };
    expect(await calls()).toEqual(['首次联系孙丽']);
    const changed = await zhang.types('修改线索 孙丽 --联系人 孙莉莉');
    expect(await calls()).toEqual(['首次联系孙莉莉']);
    expect((await talk.as('han').types('今天')).text).not.toContain('首次联系');
    await changed.press('撤销');
    expect(await calls()).toEqual(['首次联系孙丽']);
    await zhang.types('修改线索 孙丽 --联系人 孙莉');
    await talk.as('han').types('放回公海 孙莉 没有预算');
    expect(await calls()).toEqual([]);
  });

  it('is found under its new name, and under the old one no more', async () => {
    const changed = await li.types('修改线索 赵敏 --联系人 赵敏敏 --公司 远望动力');
    const keys = async () => {
      const { rows } = await company.database.pool.query<{ key: string }>(
        `SELECT k.key FROM name_keys k JOIN leads l ON l.id = k.record_id WHERE l.phone = '+8613900139000'`,
      );
      return rows.map(({ key }) => key);
    };
    expect(await keys()).toEqual(expect.arrayContaining(['赵敏敏', '远望动力']));
    expect(await keys()).not.toContain('远景动力');
    await changed.press('撤销');
    expect(await keys()).toEqual(expect.arrayContaining(['赵敏', '远景动力']));
    expect(await keys()).not.toContain('远望动力');
  });

  it('says who has the same phone already, and is saved all the same with a reason (R10)', async () => {
    const asked = await li.types('修改线索 赵敏 --电话 13800138000');
    expect(asked.text).toContain('可能已在系统中：赵敏');
    expect(asked.text).toContain('王建国 · 星河科技');
    expect(await shown('赵敏')).toContain('+86 139 0013 9000');
    const form = await asked.press('仍然保存');
    expect((await form.submit({ reason: '两人共用总机' })).text).toContain('已修改：赵敏');
    expect(await shown('赵敏')).toContain('+86 138 0013 8000');
  });

  it('shows both values, with who and when, where its form meets a newer version', async () => {
    const open = await li.types('修改线索 王建国');
    await zhang.types('修改线索 王建国 --联系人 王建 --来源 官网咨询');
    const both = await open.submit({ contact: '王国', source: '转介绍', region: '上海' });
    expect(both.text).toBe(
      [
        '其他人刚刚改过',
        '联系人（你）: 王国',
        '联系人（对方）: 王建 · 张伟 10:30',
        '来源（你）: 转介绍',
        '来源（对方）: 官网咨询 · 张伟 10:30',
        '你的修改尚未保存。',
        '[用我的] [保留对方的] [只用我的联系人] [只用我的来源]',
      ].join('\n'),
    );
    expect((await both.press('保留对方的')).text).toContain('已修改：王建\n地区');
    expect(await shown('王建')).toContain('来源: 官网咨询\n地区: 上海');
  });

  it('is refused where nothing changes, and to whoever may not work on it', async () => {
    expect((await li.types('修改线索 赵敏 --公司 远景动力')).text).toContain('内容没有变化。');
    expect((await talk.as('jim').types('lead change 赵敏 --region East')).text).not.toContain('Changed');
  });
});
