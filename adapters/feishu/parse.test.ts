import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Accepted } from './event.ts';
import { needsBot, parse, toRecord } from './parse.ts';

const fixture = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../test/fixtures/feishu/${name}.json`, import.meta.url), 'utf8'));

const BOT = 'ou_bot';
const read = (payload: unknown, bot?: string) => parse(toRecord(payload, bot));
function accept(payload: unknown, bot?: string): Accepted {
  const parsed = read(payload, bot);
  if (parsed.kind !== 'accepted') {
    throw new Error(`${parsed.kind}`);
  }
  return parsed;
}

const p2p = fixture('im_message_receive_p2p');
const group = fixture('im_message_receive_group_mention');
const saying = (base: typeof p2p, message: object) => ({
  ...base,
  event: { ...base.event, message: { ...base.event.message, ...message } },
});

describe('a message', () => {
  it('to the bot alone comes from its writer, and is answered to him', () => {
    const { event, workspace, dedupeKey, origin, isAction } = accept(p2p);
    expect(event).toEqual({
      kind: 'message',
      text: 'pipeline this week',
      sender: { platform: 'feishu', workspace: '2ca1d211f64f6438', externalId: 'ou_84aad35d084aa403a838cf73ee18467' },
      place: {
        platform: 'feishu',
        workspace: '2ca1d211f64f6438',
        address: 'open_id ou_84aad35d084aa403a838cf73ee18467',
        direct: true,
      },
    });
    expect([workspace, dedupeKey, isAction]).toEqual([
      '2ca1d211f64f6438',
      'event:5e3702a84e847582be8db7fb73283c02',
      false,
    ]);
    expect(origin.replyTo).toBeUndefined();
  });

  it('in a group is for us where it mentions us, and loses the mention', () => {
    const { event, origin } = accept(group, BOT);
    expect(event).toMatchObject({
      kind: 'message',
      text: 'deal acme to won',
      place: { address: 'chat_id oc_a0553eda9014c201e6969b478895c230', direct: false },
    });
    expect(origin.replyTo).toBe('om_5ce6d572455d361153b7cb51da133946');
  });

  it('in a group that mentions somebody else is not for us', () => {
    expect(read(group, 'ou_other')).toEqual({ kind: 'ignored', what: 'message to others' });
    expect(read(group)).toEqual({ kind: 'ignored', what: 'message to others' });
    expect(read(saying(group, { mentions: [] }), BOT).kind).toBe('ignored');
  });

  it('names the others it mentions, ten of them and more too', () => {
    const mentions = [
      ...group.event.message.mentions,
      { key: '@_user_2', id: { open_id: 'ou_2' }, name: '李雷' },
      { key: '@_user_11', id: { open_id: 'ou_11' }, name: '韩梅梅' },
    ];
    const content = JSON.stringify({ text: '@_user_1 提醒 @_user_2 和@_user_11 打电话' });
    expect(accept(saying(group, { mentions, content }), BOT).event).toMatchObject({
      text: '提醒 李雷 和韩梅梅 打电话',
    });
  });

  it('of several paragraphs is read with its title, links and mentions', () => {
    const content = {
      title: '拜访',
      content: [
        [
          { tag: 'at', user_id: '@_user_1', user_name: 'SalesBot' },
          { tag: 'text', text: ' 今天拜访了华星，' },
          { tag: 'a', href: 'https://example.com', text: '纪要' },
        ],
        [{ tag: 'img', image_key: 'img_1' }],
        [{ tag: 'text', text: '下周三发合同' }],
      ],
    };
    const said = { message_type: 'post', content: JSON.stringify(content) };
    const text = '拜访\n 今天拜访了华星，纪要\n\n下周三发合同';
    expect(accept(saying(group, said), BOT).event).toMatchObject({ text });
    const inLanguages = { message_type: 'post', content: JSON.stringify({ zh_cn: content }) };
    expect(accept(saying(group, inLanguages), BOT).event).toMatchObject({ text });
  });

  it('in a thread is answered in it', () => {
    const inThread = saying(group, { root_id: 'om_root', thread_id: 'omt_1' });
    expect(accept(inThread, BOT).event.place.address).toBe('chat_id oc_a0553eda9014c201e6969b478895c230 om_root');
    const first = saying(group, { root_id: '', thread_id: 'omt_1' });
    expect(accept(first, BOT).event.place.address).toBe(
      'chat_id oc_a0553eda9014c201e6969b478895c230 om_5ce6d572455d361153b7cb51da133946',
    );
    const quoting = saying(group, { root_id: 'om_root', parent_id: 'om_root' });
    expect(accept(quoting, BOT).event.place.address).toBe('chat_id oc_a0553eda9014c201e6969b478895c230');
  });

  it('R39: in a thread, or as an answer, names the conversation it is about', () => {
    const handleOf = (payload: unknown) => {
      const { event } = accept(payload, BOT);
      return 'thread' in event ? JSON.parse(event.thread?.handle ?? '') : undefined;
    };
    expect(handleOf(saying(group, { root_id: 'om_root', parent_id: 'om_last', thread_id: 'omt_1' }))).toEqual({
      kind: 'thread',
      id: 'omt_1',
      root: 'om_root',
    });
    expect(handleOf(saying(group, { root_id: 'om_root', parent_id: 'om_last' }))).toEqual({
      kind: 'messages',
      ids: ['om_root', 'om_last'],
    });
    expect(handleOf(saying(p2p, { root_id: 'om_1', parent_id: 'om_1' }))).toEqual({ kind: 'messages', ids: ['om_1'] });
    expect(handleOf(group)).toBeUndefined();
  });

  it('R37: of type location is where somebody is, without words', () => {
    const content = JSON.stringify({ name: '科技园', longitude: '113.9345', latitude: '22.5405' });
    const { event } = accept(saying(p2p, { message_type: 'location', content }));
    expect(event).toMatchObject({
      kind: 'message',
      text: '',
      location: { latitude: 22.5405, longitude: 113.9345, name: '科技园' },
    });
  });

  it.each([{ name: '北极以北', longitude: '0', latitude: '91' }, { name: '哪里', latitude: '22.5' }, { latitude: {} }])(
    'of type location that is nowhere has no words: %j',
    (place) => {
      const parsed = read(saying(p2p, { message_type: 'location', content: JSON.stringify(place) }));
      expect(parsed).toMatchObject({ kind: 'wordless', what: 'location' });
    },
  );

  it('R39: forwarded together they are a conversation, to be read by its message', () => {
    const parsed = accept(saying(p2p, { message_type: 'merge_forward', content: 'Merged and Forwarded Message' }));
    expect(parsed).toMatchObject({
      event: {
        kind: 'shared',
        text: '',
        thread: { handle: '{"kind":"messages","ids":["om_5ce6d572455d361153b7cb51da133945"]}', withinMs: 10_000 },
      },
      isAction: false,
    });
  });

  it.each(['sticker', 'location', 'share_chat'])('of type %s has no words', (message_type) => {
    const parsed = read(saying(p2p, { message_type, content: '{"file_key":"file_1"}' }));
    expect(parsed).toMatchObject({ kind: 'wordless', what: message_type, origin: { direct: true } });
  });

  it.each([
    ['file', { file_key: 'file_1', file_name: '合同.pdf' }, '合同.pdf', 'file_1 file'],
    ['audio', { file_key: 'file_2', duration: 2_000 }, 'audio', 'file_2 file'],
    ['image', { image_key: 'img_1' }, 'image', 'img_1 image'],
  ])('of type %s is a file without words', (message_type, content, name, handle) => {
    const { event } = accept(saying(p2p, { message_type, content: JSON.stringify(content) }));
    expect(event).toMatchObject({ kind: 'message', text: '' });
    const { files = [] } = 'files' in event && Array.isArray(event.files) ? event : {};
    expect(files).toEqual([
      { id: expect.stringMatching(/^om_/), name, handle: expect.stringMatching(`^om_.* ${handle}$`) },
    ]);
  });

  it('by a bot is nobody’s', () => {
    const byApp = { ...p2p, event: { ...p2p.event, sender: { ...p2p.event.sender, sender_type: 'app' } } };
    expect(read(byApp)).toEqual({ kind: 'ignored', what: 'message by app' });
  });

  it('among people needs the bot’s own id, and no other event does', () => {
    expect([group, p2p, fixture('bot_menu'), fixture('card_action_button'), {}, null].map(needsBot)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('other events', () => {
  it('a menu entry is the words of a command, typed to the bot alone', () => {
    expect(accept(fixture('bot_menu')).event).toMatchObject({
      kind: 'line',
      text: 'pipeline this week',
      place: { address: 'open_id ou_84aad35d084aa403a838cf73ee18467', direct: true },
    });
  });

  it('being added to a group is a beginning, and who added us hears it there', () => {
    expect(accept(fixture('bot_added_to_chat')).event).toMatchObject({
      kind: 'joined',
      sender: { externalId: 'ou_84aad' },
      place: { address: 'chat_id oc_a0553eda9014c201e6969b478895c230', direct: false },
    });
  });

  it('opening the chat is news once, however often it happens', () => {
    const first = accept(fixture('p2p_chat_entered'));
    const again = fixture('p2p_chat_entered');
    again.header.event_id = 'another';
    again.event.last_message_create_time = '1999999999999';
    const second = accept(again);
    expect(first.dedupeKey).toBe('entered:ou_84aad');
    expect([second.dedupeKey, second.record]).toEqual([first.dedupeKey, first.record]);
    expect(parse(first.record)).toMatchObject({ kind: 'accepted', event: first.event, dedupeKey: first.dedupeKey });
  });

  it('what nobody asked for is ignored by its name', () => {
    const unknown = { ...p2p, header: { ...p2p.header, event_type: 'contact.user.updated_v3' } };
    expect(read(unknown)).toEqual({ kind: 'ignored', what: 'contact.user.updated_v3' });
    expect(read({ uuid: 'u', type: 'event_callback', event: { type: 'message' } })).toEqual({
      kind: 'ignored',
      what: 'v1',
    });
  });

  it('what is not whole is malformed, and only its fields are named', () => {
    expect(read({ ...p2p, event: { message: { content: 'secret' } } })).toEqual({
      kind: 'malformed',
      reason: 'sender message.message_id message.chat_id message.chat_type message.message_type',
    });
    for (const payload of [null, [], 'x', {}, { header: {} }, { ...fixture('bot_menu'), event: {} }]) {
      expect(read(payload).kind).toBe('malformed');
    }
  });
});

describe('a record', () => {
  it('is enough to understand the event again, and holds no token', () => {
    for (const payload of [p2p, group, fixture('card_action_button'), fixture('bot_menu')]) {
      const once = accept(payload, BOT);
      expect(parse(once.record)).toEqual(once);
      expect(once.record.toString()).not.toMatch(/v_token_0123456789|c-295ee57216a5/);
    }
  });

  it('is the same when the event is sent again', () => {
    const again = { ...p2p, header: { ...p2p.header, create_time: '1700000000000', token: 'a new one' } };
    expect(toRecord(again)).toEqual(toRecord(p2p));
  });
});
