import { describe, expect, it } from 'vitest';
import { start } from '../../test/browser/direct.ts';

const SALES = 'channel:sales';
const idOf = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;

/** A talk in the channel, with words to Parley in between. */
async function startTalk() {
  const playground = await start();
  const said = ['华星的报价发了', '@洽谈 本季度商机', '单价35可以'];
  for (const [at, text] of said.entries()) {
    await playground.post('say', { id: idOf(at + 10), conversation: SALES, as: at === 2 ? 'u-2' : 'u-1', text });
  }
  const messages: { id: string; body: { text?: string } }[] = await playground.messages('u-1', 1);
  const find = (text: string) => messages.find(({ body }) => body.text === text)?.id ?? '';
  const readLast = () => {
    const event = playground.deliveries.at(-1)?.event;
    const thread = event && 'thread' in event ? event.thread : undefined;
    return thread && playground.adapter.readThread?.(thread, event?.sender ?? fail());
  };
  return { ...playground, find, readLast };
}

function fail(): never {
  throw new Error('nothing was delivered');
}

describe('a message put on record (R39)', () => {
  it('as in Slack is its whole conversation from there on, without what is said to Parley', async () => {
    const { post, find, deliveries, readLast } = await startTalk();
    const messageId = find('华星的报价发了');
    expect((await post('share', { conversation: SALES, messageId, look: 'slack' })).status).toBe('done');
    expect(deliveries.at(-1)?.event).toMatchObject({
      kind: 'shared',
      text: '华星的报价发了',
      author: '李雷',
      place: { address: SALES },
    });
    expect(await readLast()).toMatchObject({
      address: `playground ${messageId}`,
      said: [
        { id: messageId, author: '李雷', text: '华星的报价发了' },
        { author: 'Jim Green', text: '单价35可以' },
      ],
    });
  });

  it('as in Teams is that message alone', async () => {
    const { post, find, deliveries } = await startTalk();
    await post('share', { conversation: SALES, messageId: find('单价35可以'), look: 'teams' });
    expect(deliveries.at(-1)?.event).toMatchObject({ kind: 'shared', text: '单价35可以', author: 'Jim Green' });
    expect(deliveries.at(-1)?.event).not.toHaveProperty('thread');
  });

  it('as in Feishu is forwarded to the private chat, and answered there', async () => {
    const { post, find, deliveries, readLast } = await startTalk();
    const acted = await post('share', { conversation: SALES, messageId: find('单价35可以'), look: 'feishu' });
    expect(acted.messages).toMatchObject([{ conversation: 'direct:u-1' }]);
    expect(deliveries.at(-1)?.event).toMatchObject({ kind: 'shared', text: '', place: { address: 'direct:u-1' } });
    expect(await readLast()).toMatchObject({ said: [{ text: '单价35可以' }] });
  });

  it('is asked for by a sentence in the channel too, and is then all that people say there', async () => {
    const { post, readLast } = await startTalk();
    await post('say', { id: idOf(20), conversation: SALES, text: '@洽谈 把这段对话存到华星电子' });
    expect(await readLast()).toMatchObject({ said: [{ text: '华星的报价发了' }, { text: '单价35可以' }] });
  });

  it('is no card, and nobody else’s private words', async () => {
    const { post, messages } = await startTalk();
    await post('say', { id: idOf(30), text: '我的商机' });
    const [words, answer] = await messages('u-1');
    expect(await post('share', { messageId: answer.id, look: 'slack' })).toMatchObject({ status: 400 });
    const asOther = { as: 'u-2', conversation: 'direct:u-2', messageId: words.id, look: 'slack' };
    expect(await post('share', asOther)).toMatchObject({ status: 400 });
  });
});
