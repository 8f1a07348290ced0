import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, dayIn, weekday } from '../../core/days.ts';
import { ORG } from '../support/company.ts';
import { type Demo, startDemo } from '../support/demo.ts';
import { labelled, launchBrowser, openPlayground, type PlaygroundPage, RETRIES, requireChromium } from './support.ts';

const chromium = requireChromium();

describe.skipIf(!chromium)('the product in a browser', { retry: RETRIES }, () => {
  let demo: Demo;
  let browser: Browser;
  let page: PlaygroundPage;

  beforeAll(async () => {
    demo = await startDemo();
    browser = await launchBrowser(chromium);
    page = await openPlayground({ url: demo.url, browser });
  }, 60_000);
  afterAll(async () => {
    await page.close();
    await browser.close();
    await demo.close();
  });

  /** What the sentence added: follow-ups and tasks newer than everything the demo company brought. */
  async function added(): Promise<{ followUps: object[]; tasks: object[] }> {
    const { rows: followUps } = await demo.database.pool.query(
      `SELECT c.name AS customer, f.kind, f.happened_on::text AS day FROM follow_ups f JOIN customers c ON c.id = f.customer_id
        WHERE EXISTS (SELECT FROM audit_entries a WHERE a.record_id = f.id)`,
    );
    const { rows: tasks } = await demo.database.pool.query(
      'SELECT title, due_on::text AS due FROM tasks t WHERE EXISTS (SELECT FROM audit_entries a WHERE a.record_id = t.id)',
    );
    return { followUps, tasks };
  }

  const SAID = [
    {
      who: '李雷',
      says: '今天拜访了华星电子，王总对报价基本满意，下周三发合同',
      customer: '华星电子有限公司',
      step: '发合同',
      undo: '撤销',
      undone: '已撤销',
    },
    {
      who: 'Jim Green',
      says: 'Visited Acme today, Wang is basically happy with the quote, sending the contract next Wednesday',
      customer: 'Acme Manufacturing Ltd',
      step: 'sending the contract',
      undo: 'Undo',
      undone: 'Undone',
    },
  ];
  const LOOKS = ['Slack', 'Feishu', 'Teams', 'Plain'];

  it.each(LOOKS.flatMap((look) => SAID.map((said) => ({ look, ...said }))))(
    '$who says what happened, in the look $look: one visit, one task next Wednesday, and Undo removes both (R35, R106)',
    async ({ look, who, says, customer, step, undo, undone }) => {
      await page.looks(look);
      const today = dayIn(demo.database.clock.now(), ORG.timeZone);
      const nextWednesday = addDays(today, 8 - weekday(today) + 2);
      await page.as(who);
      await page.say(says);
      const card = await page.lastCard();
      expect(card.text).toContain(customer);
      const { followUps, tasks } = await added();
      expect(followUps).toEqual([{ customer, kind: 'visit', day: today }]);
      expect(tasks).toEqual([
        { title: expect.stringMatching(new RegExp(step.replace('sending', 'send(ing)?'), 'i')), due: nextWednesday },
      ]);
      await page.press(undo);
      expect((await page.lastCard()).text).toContain(undone);
      expect(await added()).toEqual({ followUps: [], tasks: [] });
      expect(page.faults).toEqual([]);
    },
  );

  it.each(LOOKS)(
    'archives what colleagues said in the channel from its first message, in the look %s (R39)',
    async (look) => {
      await page.looks(look);
      await page.as('李雷');
      await page.opens('#sales');
      const said = `华星电子的样品 ${look} 周三寄出`;
      await page.say(said);
      await page.say('收到，客户等着');
      const message = page.page.locator('article[data-kind=words]', { hasText: said });
      await message.hover();
      await message.getByRole('button', { name: look === 'Feishu' ? '转发给洽谈' : '记为跟进' }).click();
      const form = page.page.getByLabel(labelled('客户')).last();
      await form.waitFor();
      expect(await form.inputValue()).toContain('华星电子');
      await page.submit();
      await expect
        .poll(
          async () =>
            (
              await demo.database.pool.query(
                'SELECT jsonb_array_length(said) AS messages FROM follow_ups WHERE note LIKE $1',
                [`%${said}%`],
              )
            ).rows,
          { timeout: 10_000 },
        )
        .toEqual([{ messages: look === 'Teams' ? null : 2 }]);
      expect(page.faults).toEqual([]);
    },
  );

  it('takes a discount of 16 % through two signatures, each on a card of his own (R42, R48)', async () => {
    await page.looks('Slack');
    await page.as('李雷');
    await page.say('给华星电子申请16%的折扣');
    await page.submit();
    await page.as('王芳');
    await expect
      .poll(async () => (await page.lastCard().catch(() => undefined))?.buttons ?? [], { timeout: 10_000 })
      .toContain('批准');
    await page.press('批准');
    await page.as('陈杰');
    await expect
      .poll(async () => (await page.lastCard().catch(() => undefined))?.buttons ?? [], { timeout: 10_000 })
      .toContain('批准');
    await page.press('批准');
    expect((await page.lastCard()).text).toContain('已批准');
    await page.as('王芳');
    await expect.poll(async () => (await page.lastCard()).text, { timeout: 10_000 }).toContain('✓ 陈杰');
    await page.as('李雷');
    await expect.poll(async () => (await page.lastCard()).text, { timeout: 10_000 }).toContain('已批准');
    expect(page.faults).toEqual([]);
  });
});
