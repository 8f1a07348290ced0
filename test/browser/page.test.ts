import { expect, it } from 'vitest';
import { EVERYTHING } from './samples.ts';
import { describeInBrowser } from './sitting.ts';
import { startStandIn } from './stand-in.ts';

/** In the page: what is wider than it, by class; what scrolls within itself may be. */
const SIDEWAYS = `[...document.querySelectorAll('html, #log, #log *, dialog, dialog *')]
  .filter((element) => !element.closest('.table'))
  .filter((element) => Math.max(element.getBoundingClientRect().right, element.scrollWidth) > innerWidth + 1)
  .map((element) => element.tagName + '.' + element.className)`;

const place = (userId: string) => ({
  platform: 'playground',
  workspace: 'local',
  address: `direct:${userId}`,
  direct: true,
});

describeInBrowser('the page in a browser', (sitting) => {
  it('shows a push at once where it belongs, and a mark at the person it is for', async () => {
    const parley = await sitting.open();
    await parley.as('李雷');
    const wangFang = parley.page.locator('.entry', { hasText: '王芳' });
    const before = await parley.page.locator('article').count();
    const { messageId } = await sitting.stand.running.adapter.send(place('u-wangfang'), EVERYTHING, {
      effectId: 'push-1',
    });
    await wangFang.getByLabel('有未读').waitFor();
    expect(await parley.page.locator('article').count()).toBe(before);
    await parley.as('王芳');
    expect((await parley.lastCard()).text).toContain('华星电子 Huaxing Electronics');
    expect(await wangFang.getByLabel('有未读').count()).toBe(0);
    await sitting.stand.running.adapter.update(place('u-wangfang'), messageId, {
      title: '已由陈洁批准',
      body: [],
    });
    await parley.page.getByText('已由陈洁批准').waitFor();
  });

  it('keeps what is half typed in a card while others arrive', async () => {
    const parley = await sitting.open();
    await parley.as('陈洁');
    await parley.say('form');
    await parley.fill({ 情况: '写到一半' });
    const input = parley.page.locator('article').getByLabel('情况').last();
    await input.focus();
    await sitting.stand.running.adapter.send(
      place('u-chenjie'),
      { title: '提醒：发合同', body: [] },
      { effectId: 'push-2' },
    );
    await parley.page.getByText('提醒：发合同').waitFor();
    expect(await input.inputValue()).toBe('写到一半');
    expect(await parley.page.locator(':focus').inputValue()).toBe('写到一半');
  });

  it('shows quietly that it works, and the answer when it comes later', async () => {
    const parley = await sitting.open();
    await parley.as('Jim Green');
    sitting.stand.next(async () => ({ kind: 'working' }));
    const input = parley.page.getByRole('textbox', { name: 'Message' });
    await input.fill('long question');
    await input.press('Enter');
    await parley.page.getByRole('status', { name: 'Parley is working…' }).waitFor();
    const [delivery] = sitting.stand.deliveries;
    if (!delivery) throw new Error('nothing delivered');
    await sitting.stand.running.adapter.answer(delivery.event, {
      kind: 'card',
      card: { title: 'The long answer', body: [] },
      audience: 'asker',
    });
    await parley.page.getByText('The long answer').waitFor();
    expect(await parley.page.getByRole('status', { name: 'Parley is working…' }).count()).toBe(0);
  });

  it('says after a restart that conversations begin anew, until one says something', async () => {
    const parley = await sitting.open({ size: { width: 900, height: 700 } });
    await parley.page.evaluate(
      `localStorage.setItem('parley.seen', JSON.stringify({ epoch: 'the one before', numbers: {} }))`,
    );
    await parley.page.reload();
    const note = parley.page.getByRole('status').filter({ hasText: '洽谈重新启动过' });
    await note.waitFor();
    await parley.say('你好');
    expect(await note.count()).toBe(0);
    await parley.page.reload();
    await parley.page.locator('#side .entry').first().waitFor();
    expect(await note.count()).toBe(0);
  });

  it('says a refusal to the one who asked', async () => {
    const parley = await sitting.open();
    await parley.as('李雷');
    await parley.say('no');
    expect(await parley.lastText()).toContain('这个只有销售总监可以做。');
  });

  it('gives back what was typed when the network fails', async () => {
    const parley = await sitting.open();
    await parley.as('Jim Green');
    await parley.page.route('**/playground/say', (route) => route.abort());
    await parley.say('Visited Acme today');
    await parley.page.getByRole('alert').filter({ hasText: 'What you typed is still here' }).waitFor();
    expect(await parley.page.getByRole('textbox', { name: 'Message' }).inputValue()).toBe('Visited Acme today');
    expect(sitting.stand.deliveries).toEqual([]);
  });

  it('says it once though the answer was lost and it is sent again', async () => {
    const parley = await sitting.open();
    await parley.as('Lucy King');
    await parley.page.route('**/playground/say', (route) => route.fetch().then(() => route.abort()));
    await parley.say('Called Acme');
    await parley.page.getByRole('alert').filter({ hasText: 'What you typed is still here' }).waitFor();
    await parley.page.unroute('**/playground/say');
    await parley.say('Called Acme');
    const [first, again] = sitting.stand.deliveries;
    expect(again?.dedupeKey).toBe(first?.dedupeKey);
    expect(await parley.page.locator('article.mine').filter({ hasText: 'Called Acme' }).count()).toBe(1);
    await parley.say('Called Acme');
    expect(sitting.stand.deliveries[2]?.dedupeKey).not.toBe(first?.dedupeKey);
  });

  it('keeps a window and what is in it when the network fails', async () => {
    const parley = await sitting.open();
    await parley.as('Jim Green');
    await parley.say('/crm form');
    await parley.fill({ 客户: '华星电子' });
    await parley.page.route('**/playground/submit', (route) => route.abort());
    await parley.submit();
    const dialog = parley.page.getByRole('dialog', { name: '记录拜访' });
    await dialog.getByRole('alert').filter({ hasText: 'Parley cannot be reached' }).waitFor();
    expect(await dialog.getByLabel('客户').inputValue()).toBe('华星电子');
  });

  it('sends by Enter, breaks the line by Shift+Enter, and closes a window by Esc', async () => {
    const parley = await sitting.open();
    await parley.as('Lucy King');
    const input = parley.page.getByRole('textbox', { name: 'Message' });
    await input.fill('one');
    await input.press('Shift+Enter');
    await input.pressSequentially('two');
    expect(sitting.stand.deliveries).toEqual([]);
    await input.press('Enter');
    await parley.page.locator('#log[aria-busy=false]').waitFor();
    expect(sitting.stand.deliveries.map(({ event }) => event)).toMatchObject([{ kind: 'message', text: 'one\ntwo' }]);
    await parley.say('/crm form');
    await parley.page.keyboard.press('Escape');
    await parley.page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('does not send while Enter chooses a Chinese word', async () => {
    const parley = await sitting.open();
    await parley.as('李雷');
    const input = parley.page.getByRole('textbox', { name: '消息' });
    await input.fill('ni hao');
    await input.dispatchEvent('keydown', { key: 'Enter', isComposing: true });
    expect(await input.inputValue()).toBe('ni hao');
    expect(sitting.stand.deliveries).toEqual([]);
  });

  it('speaks the language of the person, and offers what to say', async () => {
    const fresh = await startStandIn();
    const parley = await sitting.open({ url: fresh.link });
    await parley.as('Jim Green');
    await parley.page.getByRole('heading', { name: 'How was your day, Jim?' }).waitFor();
    expect(await parley.page.locator('html').getAttribute('lang')).toBe('en');
    await parley.as('李雷');
    const sentence = '今天拜访了华星电子，王总对报价基本满意，下周三发合同';
    expect(await parley.page.getByRole('textbox', { name: '消息' }).getAttribute('placeholder')).toBe(sentence);
    await parley.page.getByRole('button', { name: sentence }).click();
    await parley.page.locator('article[data-kind=card]').waitFor();
    expect(fresh.deliveries.map(({ event }) => event)).toMatchObject([{ kind: 'message', text: sentence }]);
    await fresh.stop();
  });

  it('shares #sales, where only what is addressed to Parley reaches it', async () => {
    const parley = await sitting.open();
    await parley.as('李雷');
    await parley.opens('#sales');
    await parley.say('午饭去哪？');
    await parley.say('@洽谈 本季度');
    expect(sitting.stand.deliveries.map(({ event }) => event)).toMatchObject([
      { kind: 'message', text: '本季度', place: { address: 'channel:sales', direct: false } },
    ]);
    await parley.as('张伟');
    await parley.page.locator('.entry', { hasText: 'sales' }).getByLabel('有未读').waitFor();
    await parley.opens('#sales');
    expect(await parley.page.locator('article').allInnerTexts()).toEqual([
      expect.stringContaining('午饭去哪？'),
      expect.stringContaining('@洽谈 本季度'),
      expect.stringContaining('本季度'),
    ]);
  });

  it('fits a phone: nothing scrolls sideways', async () => {
    const parley = await sitting.open({ size: { width: 390, height: 844 } });
    for (const look of ['Slack', 'Plain']) {
      await parley.looks(look);
      await parley.as('李雷');
      await parley.say('all');
      await parley.say('wide');
      await parley.say('form');
      await parley.say(`${'很长的一句话'.repeat(40)} ${'unbroken'.repeat(40)}`);
      expect(await parley.page.evaluate(SIDEWAYS)).toEqual([]);
      await parley.say('/crm form');
      expect(await parley.page.evaluate(SIDEWAYS)).toEqual([]);
      await parley.page.keyboard.press('Escape');
    }
    expect(parley.faults).toEqual([]);
  });

  it('fails loudly on a block it cannot draw', async () => {
    const strange = await startStandIn({
      looks: [
        {
          name: 'slack',
          label: { en: 'Slack', zh: 'Slack' },
          shares: 'thread',
          message: () => ({ text: '', blocks: [{ type: 'video', title: 'x' }] }),
          window: () => ({}),
          readPress: () => ({ kind: 'press', command: '', input: {} }),
          readSubmit: () => ({ kind: 'press', command: '', input: {} }),
        },
      ],
    });
    const parley = await sitting.open({ url: strange.link });
    await parley.say('anything');
    await parley.page.getByRole('alert').filter({ hasText: 'block video' }).waitFor();
    expect(parley.faults.join()).toContain('cannot show block video');
    await strange.stop();
  });

  it('comes back by itself after the server was away', async () => {
    const parley = await sitting.open({});
    await parley.as('Jim Green');
    const tells = (title: string) =>
      sitting.stand.running.adapter.send(place('u-jim'), { title, body: [] }, { effectId: title });
    await tells('Before you went away');
    await parley.page.getByText('Before you went away').waitFor(); // the stream is there to be lost
    await parley.page.context().setOffline(true);
    await sitting.stand.running.stop();
    await parley.page.getByText('Connection lost, trying again…').waitFor();
    await tells('While you were away');
    // Nor is the first question after that answered.
    await parley.page.route('**/playground/state*', (route) => route.abort(), { times: 1 });
    await parley.page.context().setOffline(false);
    await parley.page.getByText('While you were away').waitFor();
    await parley.page.getByText('Connection lost, trying again…').waitFor({ state: 'hidden' });
  });

  it('leaves no token in the address bar, nor in reach of scripts', async () => {
    const parley = await sitting.open({});
    expect(parley.page.url()).toBe(`${sitting.stand.url}/`);
    expect(await parley.page.evaluate('document.cookie')).toBe('');
    await parley.page.reload();
    await parley.page.getByRole('tab', { name: 'Slack' }).waitFor();
  });
});
