import { describe, expect, it } from 'vitest';
import { sample } from '../support/breadth.ts';
import { describeInBrowser } from './sitting.ts';
import { labelled } from './support.ts';

/** What each look's platform has of its own: its question, what stands at a wrong field, its JSON. */
const LOOKS: { look: string; json: string[]; yes?: string; no?: string; mark?: string; hasOwnChecks?: boolean }[] = [
  { look: 'Slack', json: ['text', 'blocks'] },
  { look: 'Feishu', json: ['schema', 'config', 'header', 'body'], yes: 'OK', no: 'Cancel', mark: '⚠️ ' },
  { look: 'Teams', json: ['type', '$schema', 'version', 'body', 'msteams'], hasOwnChecks: true, mark: '⚠️ ' },
  { look: 'Plain', json: ['title', 'tone', 'body'] },
];

describeInBrowser('cards in a browser', (sitting) => {
  describe.each(sample(LOOKS, 2))('in the look $look', (each) => {
    const { look, json, yes = '撤销吧', no = '留着', mark = '', hasOwnChecks = false } = each;

    it('shows every kind of card node, with nothing unknown and nobody’s words turned into markup', async () => {
      const parley = await sitting.open();
      await parley.looks(look);
      await parley.as('李雷');
      await parley.say('all');
      const { text, buttons } = await parley.lastCard();
      for (const words of [
        '华星电子 Huaxing Electronics',
        '报价 ¥1,280,000 已发，详见 报价单',
        'A plain *star* & <b>tag</b> <!here> stays what it is',
        '概况',
        '方案报价',
        '¥3,400,000',
        'Call Lucy back',
      ]) {
        expect(text).toContain(words);
      }
      expect(buttons.map((label) => label.trim())).toEqual(['完成', 'Done', 'Snooze', '批准', '填写跟进', '撤销']);
      const card = parley.page.locator('article[data-kind=card]').last();
      expect(await card.locator('a').getAttribute('href')).toBe('https://hualan.example/q/7');
      expect(await card.getByRole('columnheader').allTextContents()).toEqual(['阶段', '数量', '金额']);
      expect(await parley.page.locator('.unknown').count()).toBe(0);
      expect(parley.faults).toEqual([]);
    });

    it('sends a press and redraws the card in place', async () => {
      const parley = await sitting.open();
      await parley.looks(look);
      await parley.as('韩梅梅');
      await parley.say('all');
      const before = await parley.page.locator('article').count();
      await parley.press('批准');
      expect(sitting.stand.deliveries.at(-1)?.event).toMatchObject({
        kind: 'press',
        command: 'approve',
        input: { request: 'r-1', version: 3 },
        sender: { externalId: 'u-hanmeimei' },
      });
      expect((await parley.lastCard()).text).toContain('approve {"request":"r-1","version":3}');
      expect(await parley.page.locator('article').count()).toBe(before);
    });

    it('asks before a dangerous press, and sends nothing when told no', async () => {
      const parley = await sitting.open();
      await parley.looks(look);
      await parley.as('Lucy King');
      await parley.say('all');
      await parley.press('撤销');
      await parley.page.getByText('撤销这次记录？').last().waitFor();
      await parley.press(no);
      expect(sitting.stand.deliveries.map(({ event }) => event.kind)).toEqual(['message']);
      await parley.press('撤销');
      await parley.press(yes);
      expect((await parley.lastCard()).text).toContain('undo {"entry":"e-9"}');
    });

    it('keeps what was typed in a window whose fields are wrong, and says it beside them', async () => {
      const parley = await sitting.open();
      await parley.looks(look);
      await parley.as('张伟');
      await parley.say('/crm form');
      const dialog = parley.page.getByRole('dialog', { name: '记录拜访' });
      // Microsoft's renderer sends nothing before every field that must be filled is.
      const day = hasOwnChecks ? { 下次日期: '2026-12-02' } : {};
      await parley.fill({ 客户: '华兴', 情况: '王总满意\n"引号"', 态度: '一般', ...day });
      await parley.submit();
      await dialog.getByText('没有这个客户').waitFor();
      const customer = dialog.getByLabel(labelled('客户'));
      expect(await customer.inputValue()).toBe('华兴');
      expect(await dialog.getByLabel(labelled('情况')).inputValue()).toBe('王总满意\n"引号"');
      expect(await dialog.getByLabel(labelled('态度')).inputValue()).toBe('so-so');
      if (!hasOwnChecks) {
        expect(await customer.getAttribute('aria-invalid')).toBe('true');
        expect(await dialog.locator(':focus').inputValue()).toBe('华兴');
        expect(await dialog.locator('.error').allTextContents()).toEqual([
          `${mark}没有这个客户`,
          `${mark}请选一个日期`,
        ]);
      }
      await parley.fill({ 客户: '华星电子', 下次日期: '2026-12-02' });
      await parley.submit();
      await dialog.waitFor({ state: 'detached' });
      expect(sitting.stand.deliveries.at(-1)?.event).toMatchObject({
        kind: 'submit',
        command: 'log visit',
        hidden: { customer: 'c-42' },
        values: { customer: '华星电子', notes: '王总满意\n"引号"', next: '2026-12-02', mood: 'so-so' },
      });
      expect((await parley.lastCard()).text).toContain('saved');
      expect(parley.faults).toEqual([]);
    });

    it('opens a window from a button', async () => {
      const parley = await sitting.open();
      await parley.looks(look);
      await parley.as('Jim Green');
      await parley.say('all');
      const before = await parley.page.locator('article[data-kind=card]').count();
      await parley.press('填写跟进');
      await parley.page.getByRole('dialog', { name: '记录拜访' }).waitFor();
      await parley.fill({ 客户: '华星电子', 下次日期: '2026-12-02' });
      await parley.submit();
      const { text } = await parley.lastCard();
      expect(text).toContain('"customer":"c-42"');
      expect(await parley.page.locator('article[data-kind=card]').count()).toBe(before);
    });

    it('takes a form that stands in the conversation, wrong fields and all', async () => {
      const parley = await sitting.open();
      await parley.looks(look);
      await parley.as('赵敏');
      await parley.say('form');
      expect(await parley.page.getByRole('dialog').count()).toBe(0);
      const day = hasOwnChecks ? { 下次日期: '2026-12-02' } : {};
      await parley.fill({ 客户: '华兴', 情况: '改过的', ...day });
      await parley.submit();
      await parley.page.locator('article[data-kind=card]').last().getByText('没有这个客户').waitFor();
      const form = parley.page.locator('article[data-kind=card]').last();
      expect(await form.getByLabel(labelled('情况')).inputValue()).toBe('改过的');
      await parley.fill({ 客户: '华星电子', 下次日期: '2026-12-02' });
      await parley.submit();
      expect((await parley.lastCard()).text).toContain('"notes":"改过的"');
      expect(parley.faults).toEqual([]);
    });

    it('has every kind of field, and asks the server for what is meant while one types', async () => {
      const parley = await sitting.open();
      await parley.looks(look);
      await parley.as('Lucy King');
      await parley.say('/crm fields');
      const dialog = parley.page.getByRole('dialog', { name: '新商机' });
      const customer = dialog.getByLabel(labelled('客户'));
      await customer.fill('华');
      // Feishu's cards ask for nothing while one types: there the words go as they are.
      if (look !== 'Feishu') {
        await expect
          .poll(() => dialog.locator('datalist option').first().getAttribute('value'))
          .toBe('华星电子有限公司');
        await customer.fill('华星电子有限公司');
      }
      await parley.submit();
      await expect.poll(() => sitting.stand.deliveries.length).toBe(2);
      expect(sitting.stand.deliveries.at(-1)?.event).toMatchObject({
        kind: 'submit',
        command: 'opportunity add',
        values: {
          customer: look === 'Feishu' ? '华' : 'c-42',
          amount: '3',
          meeting: '2026-12-02 09:30',
          products: 'a,c',
          owner: 'u-hanmeimei',
        },
      });
      await parley.page.keyboard.press('Escape');
    });

    it('shows figures: its own charts, what its platform has as pictures, and a menu', async () => {
      const parley = await sitting.open();
      await parley.looks(look);
      await parley.as('王芳');
      await parley.say('figures');
      const card = parley.page.locator('article[data-kind=card]').last();
      expect((await parley.lastCard()).text).toContain('需求确认');
      if (look !== 'Plain') {
        const board = card.locator('img').last();
        expect(await board.getAttribute('alt')).toBe('商机看板: 方案报价 1 个 · ¥80万; 商务谈判 0 个');
        const width = () => board.evaluate((image) => Object(image).naturalWidth);
        await expect.poll(width, { timeout: 20_000 }).toBe(1024);
      }
      expect(await parley.page.locator('.unknown').count()).toBe(0);
      expect(parley.faults).toEqual([]);
    });

    it('shows the JSON beside the card', async () => {
      const parley = await sitting.open();
      await parley.looks(look);
      await parley.as('王芳');
      await parley.say('json');
      await parley.page.getByRole('button', { name: 'JSON' }).click();
      const shown = await parley.page.locator('article[data-kind=card] .json').last().textContent();
      await parley.page.getByRole('button', { name: 'JSON' }).click();
      expect(Object.keys(JSON.parse(shown ?? ''))).toEqual(json);
    });
  });
});
