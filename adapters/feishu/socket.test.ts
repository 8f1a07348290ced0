import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Rig, startFeishuAdapter } from '../../test/fakes/feishu-adapter.ts';
import { card, inPlace, never } from '../../test/fakes/replies.ts';
import { until } from '../../test/support/until.ts';

let rig: Rig;

beforeEach(async () => {
  rig = await startFeishuAdapter({ mode: 'socket' });
  await rig.fake.sockets.connection();
});

afterEach(() => rig.close());

const ANA = 'ou_ana';
const OK = { code: 200, body: undefined };
const said = (text: string) =>
  rig.client.toMessage(ANA, rig.fake.privateChat(ANA), { chat_type: 'p2p', content: JSON.stringify({ text }) });

describe('the long connection', () => {
  it('brings events, which are acknowledged once they are recorded', async () => {
    expect(rig.routes).toEqual([]);
    expect(await rig.fake.sockets.send(said('今天的待办'))).toEqual(OK);
    expect(rig.events()).toMatchObject([
      { kind: 'message', text: '今天的待办', sender: { workspace: rig.fake.tenant, externalId: ANA } },
    ]);
    const [delivery] = rig.deliveries;
    expect(rig.adapter.parse(delivery?.body ?? never())).toEqual(delivery?.event);
  });

  it('puts together what comes in several frames, in the middle of a character too', async () => {
    const text = '深圳市华星电子有限公司'.repeat(30);
    expect(await rig.fake.sockets.send(said(text), { pieces: 7 })).toEqual(OK);
    expect(rig.events()).toMatchObject([{ text }]);
  });

  it('takes the answer to a press back with its acknowledgement', async () => {
    const place = await rig.adapter.direct({ platform: 'feishu', workspace: rig.fake.tenant, externalId: ANA });
    const { messageId } = await rig.adapter.send(place, card('A card', 'Done'), { effectId: 'e' });
    rig.replies(inPlace(card('Done by Ana')));
    const value = { v: 'a', c: 'task.done', i: { id: 'Done' }, d: 1 };
    const press = rig.client.toEvent('card.action.trigger', {
      operator: { open_id: ANA },
      token: 'c-1',
      action: { tag: 'button', value },
      context: { open_message_id: messageId, open_chat_id: 'oc_1' },
    });
    const { code, body } = await rig.fake.sockets.send(press);
    expect([code, body]).toMatchObject([
      200,
      { card: { type: 'raw', data: { header: { title: { content: 'Done by Ana' } } } } },
    ]);
    expect(rig.events()).toMatchObject([{ kind: 'press', command: 'task.done' }]);
  });

  it('asks for an event again that could not be recorded, and goes on', async () => {
    rig.takesEvents('unavailable');
    expect((await rig.fake.sockets.send(said('one'))).code).toBe(500);
    rig.takesEvents('refused');
    expect(await rig.fake.sockets.send(said('two'))).toEqual(OK);
    rig.takesEvents('accepted');
    expect(await rig.fake.sockets.send(said('three'))).toEqual(OK);
  });

  it('acknowledges what is not for us, malformed or another app’s', async () => {
    for (const event of [
      rig.client.toEvent('contact.user.updated_v3', {}),
      rig.client.toEvent('im.message.receive_v1', {}),
      {
        ...said('x'),
        header: { event_id: 'e', event_type: 'im.message.receive_v1', app_id: 'cli_x', tenant_key: 't' },
      },
      [],
    ]) {
      expect(await rig.fake.sockets.send(event)).toEqual(OK);
    }
    expect(rig.deliveries).toEqual([]);
  });

  it('asks for an event again when something broke, and goes on', async () => {
    rig.answers(() => {
      throw new Error('a bug');
    });
    const press = rig.client.toEvent('card.action.trigger', {
      operator: { open_id: ANA },
      action: { tag: 'button', value: {} },
      context: { open_message_id: 'om_1', open_chat_id: 'oc_1' },
    });
    expect((await rig.fake.sockets.send(press)).code).toBe(500);
    expect(rig.logged.map(({ message }) => message)).toContain('event not received');
    expect(await rig.fake.sockets.send(said('still here'))).toEqual(OK);
  });

  it('is made again when it is lost', async () => {
    rig.fake.sockets.drop();
    await until(
      async () => (rig.fake.sockets.connected > 1 && rig.fake.sockets.isOpen() ? true : undefined),
      () => 'the connection to be made again',
    );
    expect(await rig.fake.sockets.send(said('back again'))).toEqual(OK);
  });

  it('ends with the platform', async () => {
    await rig.stop();
    await until(
      async () => (rig.fake.sockets.isOpen() ? undefined : true),
      () => 'the connection to end',
    );
    expect(rig.fake.sockets.connected).toBe(1);
  });
});
