import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Rig, startFeishuAdapter } from '../../test/fakes/feishu-adapter.ts';

let rig: Rig;

beforeAll(async () => {
  rig = await startFeishuAdapter({ people: [{ id: 'ou_li', name: '李雷' }] });
});
afterAll(() => rig.close());

/** What the bot is given of what somebody sent last. */
async function readLast() {
  const event = rig.events().at(-1);
  const thread = event && 'thread' in event ? event.thread : undefined;
  if (!event || !thread) {
    throw new Error('no thread came');
  }
  return rig.adapter.readThread?.(thread, event.sender);
}

const at = (minute: number) => new Date(`2026-05-24T01:${minute}:00Z`);

describe('a conversation (R39)', () => {
  it('that is forwarded is read after the event was taken, never before', async () => {
    await rig.client.forward('ou_li', [{ by: 'ou_li', at: at(10), text: '报价发您了' }]);
    expect(rig.fake.callsOf('message.get')).toEqual([]);
    expect(await readLast()).toMatchObject({
      isCut: false,
      said: [{ author: '李雷', at: '2026-05-24T01:10:00.000Z', text: '报价发您了' }],
    });
    expect(rig.fake.callsOf('message.get')).toHaveLength(1);
  });

  it('of a thread is what people say to each other in it, page by page', async () => {
    const talk = Array.from({ length: 60 }, (_, index) => ({ by: 'ou_li', at: at(10), text: `第 ${index} 条` }));
    const others = [
      { by: 'ou_li', at: at(20), text: '@_user_1 把这段对话存到华星电子', to: rig.fake.bot },
      { by: 'cli_parley', at: at(21), text: '已归档' },
    ];
    rig.fake.keepThread('om_root', [...talk, ...others]);
    await rig.client.mention('ou_li', '把这段对话存到华星电子', { thread: 'om_root' });
    const read = await readLast();
    expect(read).toMatchObject({ address: 'feishu omt_om_root', isCut: false });
    expect(read && 'said' in read && [read.said.length, read.said[0]?.text, read.said.at(-1)?.text]).toEqual([
      60,
      '第 0 条',
      '第 59 条',
    ]);
    expect(rig.fake.callsOf('message.list').map(({ query }) => query.page_token)).toEqual([undefined, '50']);
  });

  it('that may not be read is unread', async () => {
    await rig.client.mention('ou_li', '把这段对话存到华星电子', { thread: 'om_elsewhere' });
    expect(await readLast()).toEqual({ address: 'feishu omt_om_elsewhere', unread: true });
  });
});
