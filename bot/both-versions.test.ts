import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
let zhang: Chat;

const amountOf = async (name: string) => (await li.types(`查看商机 ${name}`)).text.match(/金额: (\S+)/u)?.[1];

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, new Date('2026-05-13T02:30:00Z'));
  talk = openChat(company);
  [li, zhang] = [talk.as('li'), talk.as('zhang')];
  await li.types('新客户 华星电子有限公司');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

describe('a customer whose form meets a newer version', () => {
  it('shows both values with who and when, and is changed by a sentence as well', async () => {
    await li.types('新客户 白桦仪器 --地区 北京 --行业 仪器');
    const open = await li.types('修改客户 白桦仪器');
    await zhang.types('修改客户 白桦仪器 --地区 天津');
    const both = await open.submit({ region: '上海', industry: '仪器仪表' });
    expect(both.text).toBe(
      [
        '其他人刚刚改过',
        '地区（你）: 上海',
        '地区（对方）: 天津 · 张伟 10:30',
        '你的修改尚未保存。',
        '[用我的] [保留对方的]',
      ].join('\n'),
    );
    expect((await both.press('保留对方的')).text).toContain('已修改：白桦仪器\n行业');
    expect((await li.types('客户 白桦仪器')).text).toContain('地区: 天津\n行业: 仪器仪表');
    const said = await (await li.says('把白桦仪器的地区改成上海')).submit();
    expect((await li.types('客户 白桦仪器')).text).toContain('地区: 上海');
    await said.press('撤销');
    expect((await li.types('客户 白桦仪器')).text).toContain('地区: 天津');
    expect((await talk.as('jim').types('customer change 白桦仪器 --region East')).text).not.toContain('Changed');
  });
});

describe('a form that meets a newer version', () => {
  it('shows both values with who and when, and saves neither until he chooses', async () => {
    await li.types('新商机 华星电子 --名称 一期 --金额 20万');
    const open = await li.types('修改商机 一期');
    await zhang.types('修改商机 一期 --金额 25万');
    const both = await open.submit({ amount: '30万' });
    expect(both.text).toBe(
      [
        '其他人刚刚改过',
        '金额（你）: 30万',
        '金额（对方）: ¥250,000 · 张伟 10:30',
        '你的修改尚未保存。',
        '[用我的] [保留对方的]',
      ].join('\n'),
    );
    expect(await amountOf('一期')).toBe('¥250,000');
    expect((await both.press('用我的')).card.title).toBe('已修改：一期');
    expect(await amountOf('一期')).toBe('¥300,000');
  });

  it('keeps theirs by a press, and saves what only he changed', async () => {
    await li.types('新商机 华星电子 --名称 二期 --金额 20万');
    const open = await li.types('修改商机 二期');
    await zhang.types('修改商机 二期 --金额 25万 --预计成交 6月30日');
    const both = await open.submit({ amount: '30万', closeOn: '2026-07-31', name: '二期扩容' });
    expect(both.labels).toEqual(['用我的', '保留对方的', '只用我的金额', '只用我的预计成交']);
    await both.press('只用我的预计成交');
    const after = (await li.types('查看商机 二期扩容')).text;
    expect(after).toContain('金额: ¥250,000');
    expect(after).toContain('7月31日');
  });

  it('does not put back what he left as it was', async () => {
    await li.types('新商机 华星电子 --名称 三期 --金额 20万');
    const open = await li.types('修改商机 三期');
    await zhang.types('修改商机 三期 --金额 25万');
    await open.submit({ closeOn: '2026-07-31' });
    expect(await amountOf('三期')).toBe('¥250,000');
  });

  it('holds for a sentence that is confirmed later', async () => {
    await li.types('新商机 华星电子 --名称 四期 --金额 20万');
    const open = await li.says('四期的金额改成30万');
    await zhang.types('修改商机 四期 --金额 25万');
    const both = await open.submit({});
    expect(both.labels).toEqual(['用我的', '保留对方的']);
    expect((await both.press('保留对方的')).text).toContain('金额: ¥250,000');
  });
});
