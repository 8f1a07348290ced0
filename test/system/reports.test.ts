// A working day's end: who has something to report is asked once, his report reaches whoever leads him, what that one says comes back.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { SlackCard } from '../fakes/slack.ts';
import { lookAt } from '../support/look.ts';
import { type Parley, startParley } from '../support/parley.ts';
import type { SlackUser } from '../support/slack-people.ts';

let parley: Parley;
let li: SlackUser;
let jim: SlackUser;
let zhang: SlackUser;

beforeAll(async () => {
  parley = await startParley({ instances: 2, at: '2026-05-20T16:00:00+08:00' }); // a Wednesday
  [li, jim, zhang] = [parley.person('li'), parley.person('jim'), parley.person('zhang')];
  await li.types('新客户 华星电子有限公司');
  await li.says('今天拜访了华星电子，王总对报价基本满意');
  await parley.settles();
});
afterAll(() => parley.close());
afterEach(() => expect(parley.errors).toEqual([]));

async function comes(instant: string): Promise<void> {
  await parley.movesTo(instant);
  await lookAt(parley.databaseUrl, 'reports', 4);
  await parley.settles();
}

const cardsOf = (person: SlackUser, title: RegExp): SlackCard[] =>
  person.cards.filter(({ words }) => title.test(words));
const ASKED = /还没交|Ready to send/;

describe('the end of a working day (R40, R105)', () => {
  it('asks nobody before his time, then whoever has something to report, once', async () => {
    await comes('2026-05-20T17:59:30+08:00');
    expect(cardsOf(li, ASKED)).toEqual([]);
    await comes('2026-05-20T18:00:30+08:00');
    await comes('2026-05-20T18:20:30+08:00');
    const [asked, another] = cardsOf(li, ASKED);
    expect(another).toBeUndefined();
    expect(asked?.words).toContain('还没交日报');
    expect(asked?.words).toContain('已记录 1 条');
    expect(asked?.buttons).toEqual(['写日报']);
  });

  it('says nothing to those who have nothing to report', async () => {
    expect([cardsOf(jim, ASKED), cardsOf(zhang, ASKED)]).toEqual([[], []]);
  });
});

describe('a report that is sent (R40)', () => {
  it('is on the desk of whoever leads its author', async () => {
    await li.types('日报 --完成情况 "拜访了华星电子" --下一步计划 "发合同"');
    await parley.settles();
    const [report] = cardsOf(zhang, /日报：李雷/);
    expect(report?.words).toContain('拜访了华星电子');
    expect(report?.words).toContain('发合同');
    expect(report?.buttons).toEqual(['评论', '查看全部跟进原文']);
  });

  it('that is sent again stands on the same card in its newest version', async () => {
    await li.types('日报 --完成情况 "拜访了华星电子，报价已定" --下一步计划 "发合同"');
    await parley.settles();
    const [report, another] = cardsOf(zhang, /日报：李雷/);
    expect(another).toBeUndefined();
    expect(report?.words).toContain('报价已定');
    expect(report?.words).toContain('第 2 版');
  });

  it('that is taken back stands there in the version before', async () => {
    await li.presses('撤销', { on: await li.sees('日报已提交给张伟') });
    await parley.settles();
    const [report] = cardsOf(zhang, /日报：李雷/);
    expect(report?.words).not.toContain('报价已定');
  });

  it('brings its author what was said of it, once', async () => {
    await zhang.says('评论李雷的日报：明天一起去华星');
    await parley.settles();
    const said = cardsOf(li, /张伟评论了报告/);
    expect(said).toHaveLength(1);
    expect(said[0]?.words).toContain('明天一起去华星');
    expect(cardsOf(zhang, /日报：李雷/)[0]?.words).toContain('明天一起去华星');
  });

  it('again after that is told of anew', async () => {
    await li.types('日报 --完成情况 "拜访了华星电子，明天张总同去"');
    await parley.settles();
    expect(cardsOf(zhang, /明天张总同去/).length).toBeGreaterThan(1);
    expect(await parley.count('deliveries', "notice = 'reportSubmitted' AND state = 'sent'")).toBe(2);
  });

  it('is not asked for any more', async () => {
    await jim.types('customer add "Acme Manufacturing Ltd"');
    await jim.says('Visited Acme today, they like the offer');
    await comes('2026-05-21T18:00:30+08:00');
    expect(cardsOf(li, ASKED)).toHaveLength(1);
    expect(cardsOf(jim, ASKED)).toEqual([]); // what he logged was yesterday's
  });
});

describe('the last working day of a week (R40)', () => {
  it('asks for both reports in one message, and the week’s alone where the day has brought nothing', async () => {
    await comes('2026-05-22T18:00:30+08:00');
    const asked = cardsOf(li, ASKED);
    expect(asked).toHaveLength(2);
    expect(asked.some(({ words }) => /还没交周报/.test(words))).toBe(true);
    expect(cardsOf(jim, ASKED)[0]?.words).toContain('Ready to send: Weekly report');
  });

  it('is followed by a free day', async () => {
    await li.says('今天拜访了华星电子，谈了交期');
    await comes('2026-05-23T18:00:30+08:00');
    expect(cardsOf(li, ASKED)).toHaveLength(2);
  });
});
