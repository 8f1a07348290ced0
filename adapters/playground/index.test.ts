import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { type InboundEvent, PlatformError } from '../../bot/contract.ts';
import { card, formCard, start, titles } from '../../test/browser/direct.ts';

describe('the adapter', () => {
  const event: InboundEvent = {
    kind: 'message',
    text: 'x',
    sender: { platform: 'playground', workspace: 'local', externalId: 'u-1' },
    place: { platform: 'playground', workspace: 'local', address: 'direct:u-1', direct: true },
  };

  it('sends to the private conversation of a person, once for an effect', async () => {
    const { adapter, messages } = await start();
    const place = await adapter.direct(event.sender);
    expect(place).toEqual(event.place);
    const first = await adapter.send(place, card('reminder'), { effectId: 'e-1' });
    expect(await adapter.send(place, card('reminder'), { effectId: 'e-1' })).toEqual(first);
    expect(titles(await messages('u-1'))).toEqual(['reminder']);
  });

  it('updates a card in place, and says gone when it is not there', async () => {
    const { adapter, messages } = await start();
    const { messageId } = await adapter.send(event.place, card('pending'), { effectId: 'e-1' });
    await adapter.update(event.place, messageId, card('approved'));
    expect(titles(await messages('u-1'))).toEqual(['approved']);
    await expect(adapter.update(event.place, 'm-9', card('x'))).rejects.toEqual(
      new PlatformError('gone', { retryable: false }),
    );
  });

  it('answers late in the conversation, a form too, as nobody waits with a window', async () => {
    const { adapter, messages } = await start();
    await adapter.answer(event, { kind: 'form', card: formCard });
    await adapter.answer(event, { kind: 'card', card: card('late'), audience: 'place', inPlace: true });
    expect(titles(await messages('u-1'))).toEqual(['Visit', 'late']);
  });

  it('leaves the card alone from which a form was opened, unless told to redraw it', async () => {
    const { adapter, messages } = await start();
    const { messageId } = await adapter.send(event.place, card('visit logged'), { effectId: 'e-1' });
    const { sender, place } = event;
    const acted = { command: 'x', hidden: {}, values: {}, source: { messageId } };
    await adapter.answer(
      { kind: 'submit', sender, place, ...acted },
      { kind: 'card', card: card('saved'), audience: 'place' },
    );
    expect(titles(await messages('u-1'))).toEqual(['visit logged', 'saved']);
  });

  it('knows the people of the company', async () => {
    const { adapter } = await start();
    expect(await adapter.profile(event.sender)).toEqual({
      name: '李雷',
      email: 'li.lei@hualan.example',
      locale: 'zh',
    });
    expect(await adapter.profile({ ...event.sender, externalId: 'u-9' })).toBeUndefined();
  });
});

describe('the stream', () => {
  async function listenAs(as: string, ask: Awaited<ReturnType<typeof start>>['ask']) {
    const { body } = await ask('GET', '/playground/stream', { query: { as } });
    if (!(body instanceof Readable)) throw new Error('no stream');
    const heard = async () => {
      const events = String(body.read()).matchAll(/^data: (.*)$/gm);
      return [...events].map(([, data]) => JSON.parse(data ?? ''));
    };
    return { body, heard };
  }

  it('tells a person of what Parley sends him, and others only that it did', async () => {
    const { adapter, ask } = await start();
    const mine = await listenAs('u-1', ask);
    const others = await listenAs('u-2', ask);
    const place = await adapter.direct({ platform: 'playground', workspace: 'local', externalId: 'u-1' });
    await adapter.send(place, card('reminder'), { effectId: 'e-1' });
    expect(await mine.heard()).toMatchObject([
      { kind: 'message', message: { body: { shown: { plain: card('reminder') } } } },
    ]);
    expect(await others.heard()).toEqual([{ kind: 'elsewhere', conversation: 'direct:u-1', number: 1 }]);
  });

  it("keeps a person's own words from others", async () => {
    const { post, ask } = await start({ kind: 'working' });
    const others = await listenAs('u-2', ask);
    await post('say', { text: 'secret' });
    expect(await others.heard()).toEqual([]);
  });

  it('ends when the playground stops', async () => {
    const { ask, stop } = await start();
    const { body } = await listenAs('u-1', ask);
    body.resume();
    await stop();
    await expect.poll(() => body.closed).toBe(true);
  });
});
