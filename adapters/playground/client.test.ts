import { describe, expect, it } from 'vitest';
import { Clock } from '../../core/clock.ts';
import { Conversations, isVisibleTo, type Message } from './client.ts';
import { SALES } from './parse.ts';

const words = (text: string) => ({ kind: 'words', text }) as const;

describe('conversations', () => {
  it('keep the newest 500 messages each', () => {
    const conversations = new Conversations(new Clock());
    for (let count = 1; count <= 502; count += 1) conversations.post({ conversation: SALES, body: words(`${count}`) });
    conversations.post({ conversation: 'direct:u-1', body: words('elsewhere') });
    const kept = conversations.list(SALES);
    expect(kept.length).toBe(500);
    expect(kept[0]?.body).toEqual(words('3'));
    expect(kept.at(-1)?.body).toEqual(words('502'));
  });

  it('drop a second message of the same key while the first is there', () => {
    const conversations = new Conversations(new Clock());
    const first = conversations.post({ conversation: SALES, body: words('once'), key: 'k' });
    expect(conversations.post({ conversation: SALES, body: words('twice'), key: 'k' })).toBe(first);
    expect(conversations.list(SALES).length).toBe(1);
    for (let count = 1; count <= 500; count += 1) conversations.post({ conversation: SALES, body: words(`${count}`) });
    expect(conversations.post({ conversation: SALES, body: words('again'), key: 'k' })).not.toBe(first);
  });

  it('redraw in place and tell who listens, until they stop', () => {
    const conversations = new Conversations(new Clock());
    const heard: [string, number][] = [];
    const stop = conversations.listen(({ id, version }) => heard.push([id, version]));
    const { id } = conversations.post({ conversation: SALES, body: words('a') });
    conversations.redraw(SALES, id, words('b'));
    stop();
    conversations.redraw(SALES, id, words('c'));
    expect(heard).toEqual([
      [id, 1],
      [id, 2],
    ]);
    expect(conversations.list(SALES)).toMatchObject([{ id, version: 3, body: words('c') }]);
  });

  it('cannot redraw what is not there', () => {
    const conversations = new Conversations(new Clock());
    const { id } = conversations.post({ conversation: SALES, body: words('a') });
    expect(conversations.redraw('direct:u-1', id, words('b'))).toBeUndefined();
    expect(conversations.redraw(SALES, 'other', words('b'))).toBeUndefined();
  });
});

describe('a message is seen', () => {
  const message = (conversation: string, only?: string): Message =>
    new Conversations(new Clock()).post({ conversation, body: words(''), only });

  it.each([
    ['in the channel by everybody', message(SALES), true],
    ['in the channel by the one it is for', message(SALES, 'u-1'), true],
    ['in the channel by nobody else', message(SALES, 'u-2'), false],
    ['in his own conversation by a person', message('direct:u-1'), true],
    ["not in somebody else's", message('direct:u-2'), false],
    ["not in one whose name begins like one's own", message('direct:u-11'), false],
  ])('%s', (_fact, shown, expected) => {
    expect(isVisibleTo(shown, 'u-1')).toBe(expected);
  });
});
