import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSettings } from '../../core/settings.ts';
import { type Rig, startFeishuAdapter } from '../../test/fakes/feishu-adapter.ts';
import { card, form, never, toAsker, toPlace } from '../../test/fakes/replies.ts';
import { feishu } from './index.ts';

let rig: Rig;

beforeEach(async () => {
  rig = await startFeishuAdapter({ people: [{ id: 'ou_li', name: '李雷', email: 'li.lei@hualan.example' }] });
});

afterEach(() => rig.close());

const ANA = 'ou_ana';

describe('the settings', () => {
  const given = { FEISHU_APP_ID: 'cli_9f5343c580712544', FEISHU_APP_SECRET: 's' };
  const keys = { FEISHU_ENCRYPT_KEY: 'k', FEISHU_VERIFICATION_TOKEN: 't' };

  it('name everything that is missing at once', () => {
    expect(() => readSettings(feishu.settings, { FEISHU_MODE: 'webhook' })).toThrow(
      'FEISHU_APP_ID is missing; FEISHU_APP_SECRET is missing; FEISHU_ENCRYPT_KEY is missing; FEISHU_VERIFICATION_TOKEN is missing',
    );
  });

  it.each(['FEISHU_ENCRYPT_KEY', 'FEISHU_VERIFICATION_TOKEN'])('refuse to stand open without %s', (name) => {
    expect(() => readSettings(feishu.settings, { ...given, ...keys, [name]: ' ' })).toThrow(`${name} is missing`);
  });

  it('need no keys for the long connection, but an app id the SDK connects with', () => {
    const socket = { ...given, FEISHU_MODE: 'socket' };
    expect(readSettings(feishu.settings, socket)).toMatchObject({ FEISHU_MODE: 'socket', FEISHU_DOMAIN: 'feishu' });
    expect(() => readSettings(feishu.settings, { ...socket, FEISHU_APP_ID: 'cli_short' })).toThrow(
      'FEISHU_APP_ID must be cli_ and 16 hexadecimal digits',
    );
  });

  it('know the two clouds and any address, and nothing else', () => {
    const read = (FEISHU_DOMAIN: string) => readSettings(feishu.settings, { ...given, ...keys, FEISHU_DOMAIN });
    expect(['lark', 'https://gateway.example/'].map((domain) => read(domain).FEISHU_DOMAIN)).toEqual([
      'lark',
      'https://gateway.example',
    ]);
    expect(() => read('larksuite')).toThrow('FEISHU_DOMAIN must be feishu, lark or an address');
    expect(() => read('file:///etc')).toThrow('FEISHU_DOMAIN');
  });
});

describe('the door', () => {
  const post = (body: string, headers: Record<string, string> = {}) =>
    fetch(`${rig.baseUrl}/feishu/events`, { method: 'POST', body, headers });
  const fixture = (name: string) =>
    readFileSync(new URL(`../../test/fixtures/feishu/${name}.json`, import.meta.url)).toString();

  it('refuses what is not signed, and nothing happens', async () => {
    for (const body of [
      fixture('im_message_receive_p2p'),
      fixture('card_action_button'),
      fixture('url_verification'),
    ]) {
      expect((await post(body)).status).toBe(401);
      expect((await rig.client.deliver(body)).status).toBe(401);
    }
    const vector = JSON.parse(fixture('encrypted_event_vector'));
    expect((await post(vector.body, vector.headers)).status).toBe(401);
    expect((await post('')).status).toBe(401);
    expect(rig.deliveries).toEqual([]);
    expect(rig.fake.messages).toEqual([]);
  });

  it('gives the challenge back when it is encrypted and has the token', async () => {
    const challenge = (token: string) => rig.client.sealed({ type: 'url_verification', challenge: 'c-1', token });
    const response = await post(challenge('a-verification-token'));
    expect([response.status, await response.json()]).toEqual([200, { challenge: 'c-1' }]);
    expect((await post(challenge('another'))).status).toBe(401);
    expect(rig.deliveries).toEqual([]);
  });

  it('refuses a malformed event without storing it', async () => {
    const event = rig.client.toEvent('im.message.receive_v1', { message: {} });
    expect((await rig.client.send(event)).status).toBe(400);
    expect(rig.deliveries).toEqual([]);
  });

  it('acknowledges what is not for us and logs its kind', async () => {
    const said = { sender: { sender_id: { open_id: ANA }, sender_type: 'user' } };
    const message = { message_id: 'om_1', chat_id: 'oc_1', chat_type: 'group', message_type: 'text', content: '{}' };
    for (const event of [
      rig.client.toEvent('contact.user.updated_v3', {}),
      rig.client.toEvent('im.message.receive_v1', { ...said, message }),
      { type: 'event_callback', token: 'a-verification-token', event: { app_id: 'cli_9f5343c580712544' } },
    ]) {
      expect((await rig.client.send(event)).status).toBe(200);
    }
    expect(rig.deliveries).toEqual([]);
    expect(rig.logged.map(({ fields }) => fields.kind)).toEqual(['contact.user.updated_v3', 'message to others', 'v1']);
  });

  it('logs no words and no token', async () => {
    rig.replies({ kind: 'form', card: form() });
    await rig.client.dm(ANA, 'a secret customer');
    await rig.client.send(
      rig.client.toMessage(ANA, 'oc_1', { chat_type: 'p2p', message_type: 'image', content: '{}' }),
    );
    await rig.stop();
    expect(JSON.stringify(rig.logged)).not.toMatch(/secret|a-verification-token|c-\d/);
  });
});

describe('an event', () => {
  it('is acknowledged once it is recorded, and answered after', async () => {
    const { status, body } = await rig.client.mention(ANA, 'show my deals');
    expect([status, body]).toEqual([200, {}]);
    expect(rig.events()).toMatchObject([{ kind: 'message', text: 'show my deals' }]);
    await rig.adapter.answer(rig.events()[0] ?? never(), toPlace(card('Deals')));
    expect(rig.fake.messages).toMatchObject([
      { chat: 'oc_sales', replyTo: expect.stringMatching(/^om_said_/), inThread: false },
    ]);
  });

  it('in a thread is answered in it', async () => {
    await rig.client.mention(ANA, 'deals', { thread: 'om_root' });
    await rig.adapter.answer(rig.events()[0] ?? never(), toPlace(card('Deals')));
    expect(rig.fake.messages).toMatchObject([{ chat: 'oc_sales', inThread: true }]);
  });

  it('whose message was taken back meanwhile is answered all the same', async () => {
    await rig.client.mention(ANA, 'deals');
    rig.fake.script('message.reply', { code: 230_011 });
    await rig.adapter.answer(rig.events()[0] ?? never(), toPlace(card('Deals')));
    expect(rig.fake.messages).toMatchObject([{ chat: 'oc_sales', card: {} }]);
    expect(rig.fake.messages[0]?.replyTo).toBeUndefined();
  });

  it('of the private chat is answered there', async () => {
    await rig.client.dm(ANA, 'deals');
    await rig.client.menu(ANA, 'pipeline');
    await rig.client.opens(ANA);
    expect(rig.events()).toMatchObject([
      { kind: 'message', place: { direct: true } },
      { kind: 'line', text: 'pipeline', place: { direct: true } },
      { kind: 'joined', place: { direct: true } },
    ]);
    for (const event of rig.events()) {
      await rig.adapter.answer(event, { kind: 'notice', text: 'Nothing yet.', tone: 'info' });
    }
    expect(rig.fake.cards(ANA).map(({ words, chat }) => [words, chat])).toEqual(
      Array(3).fill(['Nothing yet.', 'oc_private_ou_ana']),
    );
  });

  it('without words gets a kind one, once', async () => {
    const sent = rig.client.toMessage(ANA, rig.fake.privateChat(ANA), {
      chat_type: 'p2p',
      message_type: 'sticker',
      content: '{"file_key":"file_1"}',
    });
    expect((await rig.client.send(sent)).status).toBe(200);
    await rig.client.send(sent);
    await rig.stop();
    expect(rig.fake.cards(ANA).map(({ words }) => words)).toEqual([
      '我目前只能读文字和文件，请打字告诉我。· I can only read words and files for now; please type it.',
    ]);
    expect(rig.deliveries).toEqual([]);
  });

  it('that could not be recorded is asked for again, and a refused one is not', async () => {
    rig.takesEvents('unavailable');
    expect((await rig.client.dm(ANA, 'deals')).status).toBe(503);
    rig.takesEvents('refused');
    expect((await rig.client.dm(ANA, 'deals')).status).toBe(403);
  });

  it('of a group is asked for again while the bot’s own id is not known', async () => {
    const prepare = ({ script }: Rig['fake']) => script('bot.info', { status: 500 }, { status: 500 });
    const shy = await startFeishuAdapter({ prepare });
    try {
      const statuses: number[] = [];
      for (let tries = 0; tries < 3; tries++) {
        statuses.push((await shy.client.mention(ANA, 'deals')).status);
      }
      expect([statuses.at(0), statuses.at(-1)]).toEqual([503, 200]);
    } finally {
      await shy.close();
    }
  });

  it('is answered after a crash from its record alone, under the same name', async () => {
    await rig.client.mention(ANA, 'deals');
    const [delivery] = rig.deliveries;
    const event = rig.adapter.parse(delivery?.body ?? never()) ?? never();
    expect(event).toEqual(delivery?.event);
    await rig.adapter.answer(event, toPlace(card('Deals')));
    await rig.adapter.answer(delivery?.event ?? never(), toPlace(card('Deals')));
    expect(rig.fake.messages).toHaveLength(1);
    expect(rig.adapter.parse(Buffer.from('{}'))).toBeUndefined();
  });
});

describe('among others', () => {
  const aside = 'I have answered you privately.';

  it('what is for the asker alone goes to his private chat, and a short line stays behind (R104)', async () => {
    await rig.client.mention(ANA, 'my deals');
    rig.fake.join('oc_sales', 'ou_ben');
    await rig.adapter.answer(rig.events()[0] ?? never(), { ...toAsker(card('Mine', 'Done')), aside });
    expect(rig.fake.cards('ou_ben').map(({ words }) => words)).toEqual([aside]);
    expect(rig.fake.cards(ANA)).toMatchObject([
      { title: 'Mine', chat: 'oc_private_ou_ana', buttons: ['Done'] },
      { words: aside, chat: 'oc_sales', replyTo: expect.any(String) },
    ]);
    await rig.client.press(ANA, 'Done', { on: rig.fake.cards(ANA)[0] ?? never() });
    expect(rig.events().at(-1)).toMatchObject({ place: { address: 'open_id ou_ana', direct: true } });
  });

  it('forms and notices too are the asker’s alone', async () => {
    await rig.client.mention(ANA, 'new lead');
    const [event = never()] = rig.events();
    await rig.adapter.answer(event, { kind: 'form', card: form(), aside });
    await rig.adapter.answer(event, { kind: 'notice', text: 'Not yours.', tone: 'bad', aside });
    expect(rig.fake.cards(ANA).map(({ chat }) => chat)).toEqual(['oc_private_ou_ana', 'oc_sales']);
  });

  it('nothing is said in the open before it was said in private', async () => {
    await rig.client.mention(ANA, 'my deals');
    rig.fake.script('message.create', { code: 230_013 });
    const answering = rig.adapter.answer(rig.events()[0] ?? never(), { ...toAsker(card('Mine')), aside });
    await expect(answering).rejects.toMatchObject({ code: 'feishu_230013', retryable: false });
    expect(rig.fake.messages).toEqual([]);
  });
});

describe('the adapter', () => {
  it('sends under the name of the effect, redraws, and says when there is nothing left to redraw', async () => {
    const place = await rig.adapter.direct({ platform: 'feishu', workspace: 'T1', externalId: ANA });
    expect(place).toEqual({ platform: 'feishu', workspace: 'T1', address: 'open_id ou_ana', direct: true });
    const { messageId } = await rig.adapter.send(place, card('One'), { effectId: 'effect-9' });
    expect(await rig.adapter.send(place, card('One'), { effectId: 'effect-9' })).toEqual({ messageId });
    await rig.adapter.update(place, messageId, card('Two'));
    expect(rig.fake.cards(ANA)).toMatchObject([{ title: 'Two', edits: 1 }]);
    rig.fake.recall(messageId);
    await expect(rig.adapter.update(place, messageId, card('Two'))).rejects.toMatchObject({ code: 'gone' });
  });

  it('knows a person by name and address', async () => {
    const person = { platform: 'feishu', workspace: rig.fake.tenant, externalId: 'ou_li' };
    expect(await rig.adapter.profile(person)).toEqual({ name: '李雷', email: 'li.lei@hualan.example' });
  });

  it.each([99_991_672, 41_050])('lets in without an address whom it may not look up (%i)', async (code) => {
    rig.fake.script('user.get', { code, status: 400 });
    const person = { platform: 'feishu', workspace: rig.fake.tenant, externalId: 'ou_li' };
    expect(await rig.adapter.profile(person)).toBeUndefined();
    expect(rig.logged.map(({ message }) => message)).toEqual(['a person’s name and e-mail could not be read']);
  });

  it('finds those of the company who have an e-mail', async () => {
    const { tenant } = rig.fake;
    expect(await rig.adapter.findByEmail?.('li.lei@hualan.example')).toEqual([
      { platform: 'feishu', workspace: tenant, externalId: 'ou_li' },
    ]);
    expect(await rig.adapter.findByEmail?.('nobody@hualan.example')).toEqual([]);
    expect(rig.fake.callsOf('tenant.query')).toHaveLength(1);
    rig.fake.script('user.find', { code: 99_991_672, status: 400 });
    expect(await rig.adapter.findByEmail?.('li.lei@hualan.example')).toEqual([]);
  });

  it('asks again for a person when Feishu was busy', async () => {
    rig.fake.script('user.get', { rateSeconds: 1 });
    const person = { platform: 'feishu', workspace: rig.fake.tenant, externalId: 'ou_li' };
    await expect(rig.adapter.profile(person)).rejects.toMatchObject({ code: 'ratelimited' });
  });
});
