import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Found, search } from '../core/search/search.ts';
import { buttonsOf, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany, type PersonKey } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, new Date('2026-05-13T02:30:00Z'));
  talk = openChat(company);
  const li = talk.as('li');
  await li.types('新客户 深圳市华星电子有限公司 --联系人 王建国 --电话 13800138000 --邮箱 wang@huaxing.example');
  await li.types('新商机 华星电子 --名称 产线改造 --金额 35万');
  await li.types('跟进 华星电子 老板提到防爆认证，Thermal test next week');
  await li.types('新线索 高飞 --公司 飞鸟科技 --电话 13900139000 --邮箱 gao@feiniao.example');
  const jim = talk.as('jim');
  await jim.types('customer add "Globex Tools Ltd" --contact "Ann Lee" --phone +12125550123');
  await jim.types('log Globex "防爆认证 as well"');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

const found = async (key: PersonKey, words: string): Promise<string[]> => {
  const { hits }: Found = await company.as(key, (core) => search(core, words));
  return hits.map(({ kind, name }) => `${kind}: ${name}`);
};

const HUAXING = 'customer: 深圳市华星电子有限公司';

describe('the search box', () => {
  it.each([
    ['深圳市华星电子有限公司', 'as written'],
    ['华星', 'in two characters'],
    ['花星电子', 'as it sounds'],
    ['深圳花星', 'as it sounds, behind its city'],
    ['huaxing', 'in pinyin'],
    ['hua xing dian zi', 'in syllables'],
    ['hxdz', 'by initials'],
    ['hauxingdianzi', 'mistyped in pinyin'],
  ])('finds a customer by %s: %s (R20)', async (words) => {
    expect(await found('li', words)).toContain(HUAXING);
  });

  it.each(['globex', 'Globxe tools', 'GLOBEX TOOLS', 'Globex Tools Ltd'])(
    'finds an English name by “%s” (R20)',
    async (words) => {
      expect(await found('jim', words)).toContain('customer: Globex Tools Ltd');
    },
  );

  it('finds people, deals, leads and what was said, also by two characters', async () => {
    expect(await found('li', '建国')).toEqual(['contact: 王建国']);
    expect(await found('li', '产线')).toEqual(['opportunity: 产线改造']);
    expect(await found('li', '飞鸟')).toEqual(['lead: 高飞']);
    expect(await found('li', '防爆')).toEqual(['note: 老板提到防爆认证，Thermal test next week']);
    expect(await found('li', 'thermal 认证')).toEqual(['note: 老板提到防爆认证，Thermal test next week']);
    expect(await found('li', 'gao@feiniao')).toEqual(['lead: 高飞']);
  });

  it('finds a phone in full, as people write it, and by its last figures', async () => {
    for (const typed of ['13800138000', '138 0013 8000', '+86 138-0013-8000', '8000']) {
      expect([typed, await found('li', typed)]).toEqual([typed, expect.arrayContaining([HUAXING, 'contact: 王建国'])]);
    }
    expect(await found('li', '9000')).toEqual(['lead: 高飞']);
  });

  it('takes what means something in a pattern for what it is', async () => {
    for (const typed of ['%', '__', '%%%', '\\', '*', "'; --", '😀', '\u202e', '\0', ' \n', 'x'.repeat(200)]) {
      expect([typed, await found('li', typed)]).toEqual([typed, []]);
    }
  });
});

describe('what somebody finds', () => {
  it('is among the rows he may see: his own, those of whoever he leads, never a colleague’s (R84)', async () => {
    expect(await found('han', '华星')).toEqual([]);
    expect(await found('han', '防爆')).toEqual([]);
    expect(await found('han', '13800138000')).toEqual([]);
    expect(await found('han', '产线')).toEqual([]);
    expect(await found('zhang', '防爆')).toEqual(['note: 老板提到防爆认证，Thermal test next week']);
    expect((await found('chen', '防爆')).sort()).toEqual([
      'note: 老板提到防爆认证，Thermal test next week',
      'note: 防爆认证 as well',
    ]);
  });

  it('is not met by what his role does not see: no note that is hidden, no phone or e-mail that is masked (R84, R87)', async () => {
    expect(await found('zhao', '防爆')).toEqual([]); // finance
    expect(await found('zhao', 'wang@huaxing')).toEqual([]);
    expect(await found('zhao', '建国')).toEqual(['contact: 王建国']);
    const { hits } = await company.as('zhao', (core) => search(core, '13800138000'));
    expect(hits.filter(({ kind }) => kind === 'contact')).toEqual([]);
    const { hits: last } = await company.as('zhao', (core) => search(core, '8000'));
    expect(last.filter(({ kind }) => kind === 'contact').map(({ phone }) => phone)).toEqual(['+86138••••8000']);
  });
});

describe('what was said in an archived conversation (R20, R39)', () => {
  beforeAll(async () => {
    const said = '李雷: 报价发您了\n王总: 阻燃等级要V0，Ship by Friday';
    await talk.as('li').types(`归档对话 华星电子 交期 --原文 "${said}"`);
  });

  it('is found by its words, also those of several messages, by whoever may see it', async () => {
    for (const words of ['阻燃', 'ship by', '报价发 阻燃等级']) {
      expect([words, await found('li', words)]).toEqual([words, [expect.stringMatching(/^conversation: /)]]);
    }
    expect(await found('zhang', '阻燃')).toEqual(['conversation: 阻燃等级要V0，Ship by Friday']); // leads him
    expect(await found('han', '阻燃')).toEqual([]); // a colleague
    expect(await found('zhao', '阻燃')).toEqual([]); // finance
    expect(await found('li', '阻燃V9')).toEqual([]);
  });

  it('is opened by its hit', async () => {
    const hits = await talk.as('li').types('找 阻燃');
    expect(hits.text).toContain('对话记录（1）');
    expect((await hits.press('查看对话')).text).toContain('报价发您了');
  });

  it('opens the page where the words were said, with that message marked, and turns from there (R39)', async () => {
    const lines = Array.from({ length: 34 }, (_, at) =>
      at === 25 ? '王总: 模具费 由Globex承担' : `李雷: 第${at + 1}条`,
    );
    await talk.as('li').types(`归档对话 华星电子 长谈 --原文 "${lines.join('\n')}"`);
    const opened = await (await talk.as('li').types('找 globex承担 模具费')).press('查看对话');
    const [records] = opened.card.body.filter((node) => node.type === 'records');
    const marked = records?.records.filter(({ title }) => String(title).startsWith('👉'));
    expect(marked).toEqual([{ title: '👉 王总', detail: [{ bold: '模具费' }, ' 由', { bold: 'Globex承担' }] }]);
    expect([records?.records.length, opened.labels]).toEqual([10, ['继续看', '上一页', '查看客户']]);
    const before = await opened.press('上一页');
    expect([before.text.includes('第20条'), before.text.includes('👉')]).toEqual([true, false]);
    expect((await before.press('继续看')).text).toBe(opened.text);
  });

  it('opens on its first page where the words stand there no more', async () => {
    const hits = await talk.as('li').types('找 阻燃');
    const button = buttonsOf(hits.card).find(({ command }) => command === 'conversation.show');
    const opened = await talk.as('li').presses({
      label: '查看对话',
      command: 'conversation.show',
      input: { ...button?.input, words: '没人说过' },
    });
    expect([opened.text.includes('报价发您了'), opened.text.includes('👉')]).toEqual([true, false]);
  });
});

describe('a search from chat', () => {
  it('groups what was found, each line with its action, in both languages', async () => {
    const chinese = await talk.as('li').types('找 8000');
    expect(chinese.text).toContain('客户（1）');
    expect((await chinese.press('查看')).text).toContain('深圳市华星电子有限公司');
    const english = await talk.as('jim').types('find 0123');
    expect(english.text).toContain('Contacts (1)');
    expect((await english.press('Open')).text).toContain('Globex Tools Ltd');
  });

  it('shows the one customer of that name at once, by command and by sentence, and the rest by a press (R20)', async () => {
    const li = talk.as('li');
    await li.types('跟进 华星电子 华星电子要加急');
    for (const said of [await li.types('找 华星电子'), await li.says('搜索华星电子'), await li.says('搜 华星电子')]) {
      expect(said.text).toContain('深圳市华星电子有限公司\n负责人: 李雷');
    }
    const all = await (await li.says('找华星电子')).press('全部 2 条结果');
    expect(all.text).toContain('跟进记录（1）');
    const jim = talk.as('jim');
    expect((await jim.says('find Globex')).text).toBe((await jim.types('search Globex')).text);
    expect((await jim.says('find Globex')).text).toContain('Owner: Jim Green');
    await li.types('新客户 华星医疗器械有限公司');
    expect((await li.says('找华星')).text).toContain('客户（2）');
  });

  it('takes a sentence, and a number alone', async () => {
    expect((await talk.as('li').says('搜一下飞鸟')).text).toContain('高飞');
    expect((await talk.as('li').says('13900139000')).text).toContain('高飞');
    expect((await talk.as('jim').says('search for ann lee')).text).toContain('Ann Lee');
  });

  it('offers to add what nobody has put on file', async () => {
    const said = await talk.as('li').types('找 不存在的公司');
    expect(said.labels).toEqual(['新建客户“不存在的公司”', '新建线索']);
    const lead = await said.press('新建线索');
    expect(lead.form.inputs.find(({ name }) => name === 'company')?.value).toBe('不存在的公司');
    expect((await said.press('新建客户“不存在的公司”')).text).toContain('客户已建档：不存在的公司');
    const number = await (await talk.as('jim').types('find 2125550199')).press('Put a customer on file');
    expect(number.form.inputs.find(({ name }) => name === 'phone')?.value).toBe('2125550199');
  });
});

describe('a name that may have been mistyped', () => {
  it.each(['globexx', 'glbex', 'globbex tols'])('is found by %s, one word of it or all (R20)', async (typed) => {
    expect(await found('jim', typed)).toContain('customer: Globex Tools Ltd');
  });

  it('is looked for by its sound, until the words stand in many notes as they are (R20)', async () => {
    expect(await found('li', 'hauxingdianzi')).toContain(HUAXING);
    for (let at = 1; at <= 20; at += 1) {
      await talk.as('li').types(`跟进 华星电子 域名是hauxingdianzi，第${at}次提到`);
    }
    expect(new Set((await found('li', 'hauxingdianzi')).map((hit) => hit.split(':')[0]))).toEqual(new Set(['note']));
  });
});
