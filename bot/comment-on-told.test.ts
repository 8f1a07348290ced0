import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat, words } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';
import { deskOf, runDue } from '../test/support/jobs.ts';
import { Messenger } from '../test/support/messenger.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let slack: Messenger;
let run: () => Promise<void>;
let people: Readonly<Record<'zhang' | 'li' | 'han' | 'tom' | 'jim', Chat>>;

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, '2026-05-13T17:30:30+08:00'); // a Wednesday
  slack = new Messenger();
  const desk = deskOf(company, slack);
  run = () => runDue(desk);
  talk = openChat(company);
  const [zhang, li, han, tom, jim] = (['zhang', 'li', 'han', 'tom', 'jim'] as const).map((key) => talk.as(key));
  if (!zhang || !li || !han || !tom || !jim) throw new Error('nobody there');
  people = { zhang, li, han, tom, jim };
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

/** Who wrote what was said of, and what was said. */
const said = async () =>
  (
    await company.database.pool.query(
      `SELECT a.name AS of, k.text FROM report_comments k JOIN reports r ON r.id = k.report_id JOIN users a ON a.id = r.author_id ORDER BY k.written_at, k.id`,
    )
  ).rows.map(({ of, text }) => `${of}: ${text}`);

describe('a report that only came to a manager’s chat (R40)', () => {
  it('is the one he says something of, who names none', async () => {
    const { li, zhang, jim, tom } = people;
    await li.types('日报 --完成情况 "拜访了华星电子"');
    await jim.types('daily report --done "Visited Acme"');
    await run();
    expect(slack.cardsOf('zhang').map(words).at(-1)).toContain('日报：李雷');
    expect((await zhang.says('评论：写得不错')).text).toContain('写得不错');
    expect((await tom.says('comment: good work')).text).toContain('good work');
    expect(await said()).toEqual(['李雷: 写得不错', 'Jim Green: good work']);
    await run();
    expect(slack.cardsOf('li').map(words).at(-1)).toContain('张伟评论了报告');
  });

  it('and its author answers what was said of it alike', async () => {
    expect((await people.li.says('评论：谢谢')).text).toContain('谢谢');
    expect((await said()).at(-1)).toBe('李雷: 谢谢');
    await run();
  });

  it('is asked for where several came that he has said nothing of', async () => {
    const { li, han, zhang, jim, tom } = people;
    await moveClock(company.database, '2026-05-14T18:30:30+08:00');
    await zhang.types('我的商机'); // he has spoken of something else meanwhile
    await tom.types('my opportunities');
    await li.types('日报 --完成情况 "打样"');
    await han.types('日报 --完成情况 "报价"');
    await run();
    const before = await said();
    const asked = await zhang.says('点评：继续跟紧');
    expect(asked.text).toContain('这是评论哪份报告？');
    expect(asked.text).toContain('继续跟紧');
    expect(await said()).toEqual(before);
    expect(asked.labels).toEqual(expect.arrayContaining([expect.stringContaining('李雷 · 日报')]));
    await asked.press(asked.labels.find((label) => label.includes('韩梅梅')) ?? '');
    expect((await said()).at(-1)).toBe('韩梅梅: 继续跟紧');
    await zhang.types('我的商机');
    await zhang.says('评论：也不错'); // only one is left that he has said nothing of
    expect((await said()).at(-1)).toBe('李雷: 也不错');
    await jim.types('daily report --done "Quote sent"');
    await jim.types('weekly report --done "Two deals moved"');
    await run();
    const english = await tom.says('comment: keep going');
    expect(english.text).toContain('Which report is that for?');
    expect(english.labels.some((label) => label.startsWith('Jim Green · Weekly report'))).toBe(true);
  });

  it('is no more the one that is meant a day later, and nothing is said of any', async () => {
    const { zhang, jim } = people;
    await zhang.types('周报 --完成情况 "带队"'); // nor is it one's own
    await moveClock(company.database, '2026-05-16T19:30:30+08:00');
    const before = await said();
    expect((await zhang.says('评论：写得不错')).text).toContain('评论 李雷 …');
    expect((await zhang.types('评论 --报告 周报 --评论 写得不错')).text).not.toContain('带队');
    expect((await jim.says('comment: please call me')).text).toContain('Say whose you mean');
    expect(await said()).toEqual(before);
  });

  it('is one’s own where that was just looked at', async () => {
    const { zhang } = people;
    await zhang.types('查看报告');
    expect((await zhang.says('评论：客户没跟紧')).text).toContain('客户没跟紧');
    expect((await said()).at(-1)).toBe('张伟: 客户没跟紧');
  });

  it('of a Friday is meant on the Monday', async () => {
    const { zhang, han } = people;
    await moveClock(company.database, '2026-05-22T17:30:30+08:00');
    await han.types('日报 --完成情况 "打样"');
    await run();
    await moveClock(company.database, '2026-05-25T09:05:30+08:00');
    await zhang.says('评论：下周补上');
    expect((await said()).at(-1)).toBe('韩梅梅: 下周补上');
  });

  it('is asked for where another came after the one that was looked at', async () => {
    const { zhang, li, han } = people;
    await moveClock(company.database, '2026-05-27T17:00:30+08:00');
    await li.types('日报 --完成情况 "拜访了华星电子"');
    await run();
    await zhang.says('看李雷的日报');
    await moveClock(company.database, '2026-05-27T17:05:30+08:00');
    await han.types('日报 --完成情况 "报价"');
    await run();
    const before = await said();
    const asked = await zhang.says('评论：梅梅不错');
    expect(asked.text).toContain('这是评论哪份报告？');
    const again = await zhang.says('评论：梅梅不错');
    expect(await said()).toEqual(before);
    expect(again.labels.some((label) => label.includes('李雷'))).toBe(true);
    await again.press(again.labels.find((label) => label.includes('韩梅梅')) ?? '');
    expect((await said()).at(-1)).toBe('韩梅梅: 梅梅不错');
    await zhang.says('看李雷的日报');
    await zhang.says('评论：跟紧'); // none is left that he has said nothing of
    expect((await said()).at(-1)).toBe('李雷: 跟紧');
  });
});
