import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChat, type Said } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';
import type { Board } from './cards/card.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, new Date('2026-05-01T02:30:00Z'));
  talk = openChat(company);
  const [li, jim] = [talk.as('li'), talk.as('jim')];
  await li.types('新客户 华星电子有限公司');
  await li.types('新商机 华星电子 --名称 一期 --金额 20万');
  await li.types('推进 一期');
  await jim.types('customer add "Acme Manufacturing Ltd"');
  await jim.types('opportunity open Acme --name "Line 3" --amount 30k');
  await moveClock(company.database, new Date('2026-05-13T02:30:00Z'));
  await li.types('新商机 华星电子 --名称 二期 --金额 5万');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

function boardOf({ card }: Said): Board {
  const node = card.body.find((each) => each.type === 'board');
  if (node?.type !== 'board') throw new Error('no board');
  return node.board;
}

/** Every card on it, under its stage. */
const cardsOf = (said: Said) =>
  boardOf(said).columns.flatMap(({ title, cards }) => cards.map((card) => `${title}: ${card.title}`));

describe('the board (R32)', () => {
  it('shows all one sees, marks what is over its limit, and the next step (R29, R30)', async () => {
    const board = boardOf(await talk.as('wang').says('商机看板'));
    expect(board.columns.slice(0, 2)).toEqual([
      {
        title: '初步接触',
        detail: '2 · ¥80,000',
        cards: [
          { title: '二期 · 华星电子有限公司', detail: '¥50,000 · 0 天 · 李雷 · 无下一步' },
          {
            title: 'Line 3 · Acme Manufacturing Ltd',
            detail: '¥30,000 · 流失风险 12 天 · Jim Green · 无下一步',
            tone: 'bad',
          },
        ],
      },
      {
        title: '需求确认',
        detail: '1 · ¥200,000',
        cards: [
          {
            title: '一期 · 华星电子有限公司',
            detail: '¥200,000 · 卡住 12 天 · 李雷 · 无下一步',
            tone: 'warning',
          },
        ],
      },
    ]);
  });

  it('is one’s own, a named team’s or a named person’s, in words of both languages', async () => {
    const wang = talk.as('wang');
    expect(cardsOf(await wang.says('南区的看板'))).toEqual(['初步接触: Line 3 · Acme Manufacturing Ltd']);
    expect(cardsOf(await wang.says('看看李雷的看板'))).toHaveLength(2);
    expect((await wang.says('销售部的看板')).card.title).toBe('商机看板 · 销售部');
    expect(cardsOf(await wang.says('销售部的看板'))).toHaveLength(3);
    expect(cardsOf(await wang.says('我的看板'))).toEqual([]);
    const tom = talk.as('tom');
    expect((await tom.says("show Jim Green's board")).card.title).toBe('Deals by stage · Jim Green');
    expect(cardsOf(await tom.says('board of Jim Green'))).toEqual(['First contact: Line 3 · Acme Manufacturing Ltd']);
    const all = await talk.as('li').types('看板');
    expect(cardsOf(await all.press('我的看板'))).toHaveLength(2);
  });

  it('does not say "none" of what one may not see', async () => {
    expect((await talk.as('li').says('南区的看板')).text).toBe('你无权查看南区的数据，可以问该团队的负责人。');
    expect((await talk.as('jim').says("show 李雷's board")).text).toContain('is not among what you may see');
  });

  it('is of one pipeline at a time, the others a press away', async () => {
    await talk.as('admin').types('新建流程 Renewals --中文名称 续约');
    const li = talk.as('li');
    await li.types('新商机 华星电子 --名称 续费 --流程 续约');
    const first = await li.says('我的看板');
    expect(first.card.title).toBe('商机看板 · 销售 · 李雷');
    expect(cardsOf(first)).toHaveLength(2);
    expect(cardsOf(await first.press('续约'))).toEqual(['初步接触: 续费 · 华星电子有限公司']);
  });

  it('says where deals pile up (R31)', async () => {
    await talk.as('admin').types('修改流程 销售 --堆积数量 1');
    await moveClock(company.database, new Date('2026-06-20T02:30:00Z'));
    const board = boardOf(await talk.as('li').types('看板 --流程 销售'));
    expect(board.columns.map(({ detail }) => detail).slice(0, 2)).toEqual([
      '1 · ¥50,000 · 50% 超过 30 天',
      '1 · ¥200,000 · 50% 超过 30 天',
    ]);
  });
});
