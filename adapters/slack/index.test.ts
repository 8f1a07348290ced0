import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { card, form, never, toAsker, toPlace } from '../../test/fakes/replies.ts';
import { type Rig, startSlackAdapter } from '../../test/fakes/slack-adapter.ts';
import { slack } from './index.ts';

let rig: Rig;

beforeEach(async () => {
  rig = await startSlackAdapter({ people: [{ id: 'U0LILEI', name: '李雷', email: 'li.lei@hualan.example' }] });
});

afterEach(() => rig.close());

const ANA = 'U0ANA';

describe('the settings', () => {
  it('refuse an empty secret, another kind of token and an address that is none', () => {
    const good = { SLACK_SIGNING_SECRET: 'a', SLACK_BOT_TOKEN: 'xoxb-1' };
    expect(slack.settings.safeParse({ ...good, SLACK_SIGNING_SECRET: '' }).success).toBe(false);
    expect(slack.settings.safeParse({ ...good, SLACK_SIGNING_SECRET: 'a,' }).success).toBe(false);
    expect(slack.settings.safeParse({ ...good, SLACK_BOT_TOKEN: 'xoxp-1' }).success).toBe(false);
    expect(slack.settings.safeParse({ ...good, SLACK_API_URL: 'slack.com' }).success).toBe(false);
    expect(slack.settings.safeParse({ ...good, SLACK_API_URL: 'file:///api' }).success).toBe(false);
    expect(slack.settings.parse({ ...good, SLACK_SIGNING_SECRET: 'a, b', SLACK_API_URL: 'http://h:1/api' })).toEqual({
      SLACK_SIGNING_SECRET: ['a', 'b'],
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_API_URL: 'http://h:1/api/',
    });
    expect(slack.settings.parse(good).SLACK_API_URL).toBe('https://slack.com/api/');
  });
});

describe('the door', () => {
  const post = (body: string, headers: Record<string, string> = {}) =>
    fetch(`${rig.baseUrl}/slack/events`, { method: 'POST', body, headers });
  const fixture = (name: string) =>
    readFileSync(new URL(`../../test/fixtures/slack/${name}`, import.meta.url)).toString();

  it('refuses what is not signed, and nothing happens', async () => {
    const body = fixture('slash_command.form');
    const signed = rig.client.signed(body);
    expect((await post(body)).status).toBe(401);
    expect((await post(`${body}&x=1`, signed)).status).toBe(401);
    expect((await post(body, { ...signed, 'x-slack-request-timestamp': '1531420618' })).status).toBe(401);
    expect((await post(fixture('url_verification.json'))).status).toBe(401);
    expect(rig.deliveries).toEqual([]);
    expect(rig.fake.calls).toEqual([]);
  });

  it('answers a certificate check and lets nothing in with it', async () => {
    expect((await post('ssl_check=1&token=verification_token')).status).toBe(200);
    const smuggled = `ssl_check=1&${fixture('block_actions_button.form')}`;
    expect((await post(smuggled)).status).toBe(401);
    expect((await post(smuggled, rig.client.signed(smuggled))).status).toBe(200);
    expect((await post('ssl_check=1&command=/crm&text=x')).status).toBe(200);
    expect(rig.deliveries).toEqual([]);
  });

  it('gives the challenge back when it is signed', async () => {
    const { status, body } = await rig.client.deliver(fixture('url_verification.json'));
    expect(status).toBe(200);
    expect(body).toEqual({ challenge: '3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P' });
  });

  it('refuses a malformed body without storing it', async () => {
    expect((await rig.client.deliver('{"type":"event_callback"}')).status).toBe(400);
    expect((await rig.client.deliver('payload=%7B')).status).toBe(400);
    expect(rig.deliveries).toEqual([]);
  });

  it('acknowledges what is not for us and logs its kind', async () => {
    for (const name of ['event_message_from_self.json', 'global_shortcut.form', 'message_shortcut.form']) {
      expect((await rig.client.deliver(fixture(name))).status).toBe(200);
    }
    expect(rig.deliveries).toEqual([]);
    expect(rig.logged.map(({ fields }) => fields.kind)).toEqual(['message', 'shortcut', 'message_action']);
  });

  it('takes a form whose content type names a charset', async () => {
    const body = fixture('slash_command.form');
    const type = 'application/x-www-form-urlencoded; charset=utf-8';
    expect((await post(body, { ...rig.client.signed(body), 'content-type': type })).status).toBe(200);
    expect(rig.deliveries).toHaveLength(1);
  });

  it('logs no words, no response URL and no trigger', async () => {
    rig.fake.script('views.open', { error: 'expired_trigger_id' });
    rig.replies({ kind: 'form', card: form() });
    await rig.client.slash(ANA, 'a secret customer');
    await rig.client.dm(ANA, 'a secret customer');
    expect(JSON.stringify(rig.logged)).not.toMatch(/secret|response\/|trigger/);
  });

  it('calls nothing of Slack but what the answer takes', async () => {
    await rig.client.slash(ANA, 'one');
    await rig.stop();
    expect(rig.fake.calls).toEqual([]);
  });
});

describe('an event', () => {
  it('is acknowledged once it is recorded, and answered after', async () => {
    const { status, body } = await rig.client.mention(ANA, 'show my <deals> & leads');
    expect([status, body]).toEqual([200, undefined]);
    expect(rig.events()).toMatchObject([{ kind: 'message', text: 'show my <deals> & leads' }]);
    await rig.adapter.answer(rig.events()[0] ?? never(), toPlace(card('Deals')));
    expect(rig.fake.callsOf('chat.postMessage')[0]?.args).toMatchObject({ channel: 'C0SALES', unfurl_links: 'false' });
    expect(rig.fake.messages[0]?.thread).toBeUndefined();
  });

  it('in a thread is answered in it', async () => {
    await rig.client.mention(ANA, 'deals', { thread: '1700000000.000001' });
    const [event] = rig.events();
    await rig.adapter.answer(event ?? never(), toPlace(card('Deals')));
    await rig.adapter.answer(event ?? never(), toAsker(card('Yours')));
    expect(rig.fake.messages).toMatchObject([
      { thread: '1700000000.000001' },
      { thread: '1700000000.000001', user: ANA },
    ]);
  });

  it('of the private conversation is answered in it', async () => {
    await rig.client.dm(ANA, 'deals');
    await rig.client.opens(ANA);
    expect(rig.events()).toMatchObject([{ kind: 'message', place: { direct: true } }, { kind: 'joined' }]);
    await rig.adapter.answer(rig.events()[0] ?? never(), { kind: 'notice', text: 'Nothing yet.', tone: 'info' });
    expect(rig.fake.lastCard(ANA)).toMatchObject({ channel: 'D0ANA', words: 'Nothing yet.' });
  });

  it('that could not be recorded is asked for again, and a refused one is not', async () => {
    rig.takesEvents('unavailable');
    expect((await rig.client.dm(ANA, 'deals')).status).toBe(503);
    rig.takesEvents('refused');
    expect((await rig.client.dm(ANA, 'deals')).status).toBe(403);
  });

  it('is answered after a crash from its recorded body alone', async () => {
    await rig.client.dm(ANA, 'deals');
    const [delivery] = rig.deliveries;
    expect(rig.adapter.parse(delivery?.body ?? never())).toEqual(delivery?.event);
    await rig.client.slash(ANA, 'deals');
    const event = rig.adapter.parse(rig.deliveries[1]?.body ?? never());
    await rig.adapter.answer(event ?? never(), toAsker(card('Deals')));
    expect(rig.fake.callsOf('response_url')).toHaveLength(1);
    expect(rig.adapter.parse(Buffer.from('ssl_check=1'))).toBeUndefined();
  });
});

describe('the adapter', () => {
  it('sends under the name of the effect, redraws, and says when there is nothing left to redraw', async () => {
    const place = await rig.adapter.direct({ platform: 'slack', workspace: 'T1', externalId: ANA });
    expect(place).toEqual({ platform: 'slack', workspace: 'T1', address: 'D0ANA', direct: true });
    const { messageId } = await rig.adapter.send(place, card('One'), { effectId: 'effect-9' });
    expect(rig.fake.callsOf('chat.postMessage')[0]?.args.metadata).toEqual({
      event_type: 'parley',
      event_payload: { effect_id: 'effect-9' },
    });
    await rig.adapter.update(place, messageId, card('Two'));
    expect(rig.fake.lastCard(ANA).words).toBe('Two');
    await expect(rig.adapter.update(place, '1.1', card('Two'))).rejects.toMatchObject({
      code: 'gone',
      retryable: false,
    });
  });

  it('knows a person by name and address', async () => {
    const person = { platform: 'slack', workspace: rig.fake.team, externalId: 'U0LILEI' };
    expect(await rig.adapter.profile(person)).toEqual({
      name: '李雷',
      email: 'li.lei@hualan.example',
      locale: 'zh-CN',
      timeZone: 'Asia/Shanghai',
    });
    expect(await rig.adapter.profile({ ...person, externalId: 'U0NOBODY' })).toBeUndefined();
  });

  it('believes no address that another company’s workspace vouches for', async () => {
    rig.fake.add({ id: 'U0EVE', name: 'Eve', email: 'chen.jie@hualan.example', team: 'T0OTHER' });
    const profile = await rig.adapter.profile({ platform: 'slack', workspace: rig.fake.team, externalId: 'U0EVE' });
    expect(profile).toEqual({ name: 'Eve', locale: 'zh-CN', timeZone: 'Asia/Shanghai' });
  });
});
