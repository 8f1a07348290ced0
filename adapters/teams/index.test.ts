import { afterEach, describe, expect, it } from 'vitest';
import { PlatformError } from '../../bot/contract.ts';
import { readSettings } from '../../core/settings.ts';
import { card, form, inPlace, never, toAsker, toPlace } from '../../test/fakes/replies.ts';
import { startTeamsAdapter } from '../../test/fakes/teams-adapter.ts';
import { APP_ID, PASSWORD, TENANT } from '../../test/fakes/teams-login.ts';
import { platformTools } from '../../test/support/tools.ts';
import { teams } from './index.ts';

const SISTER = '5a5a5a5a-0000-4000-8000-000000000002';
const STRANGER = '5a5a5a5a-0000-4000-8000-000000000666';

/** A private message out of another company's directory, signed as Teams signs for all. */
const from = (rig: Rig, tenantId: string) =>
  rig.client.activity(
    'ana',
    {},
    { type: 'message', text: 'hi', conversation: { id: 'a:ana', conversationType: 'personal', tenantId } },
  );

type Rig = Awaited<ReturnType<typeof startTeamsAdapter>>;

const open: Rig[] = [];
afterEach(async () => {
  for (const rig of open.splice(0)) await rig.close();
});

async function rigged(options?: Parameters<typeof startTeamsAdapter>[0]): Promise<Rig> {
  const rig = await startTeamsAdapter(options);
  open.push(rig);
  return rig;
}

/** A card in somebody's private conversation. */
async function posted(rig: Rig, ...labels: string[]): Promise<void> {
  await rig.client.says('ana', 'hello');
  const place = await rig.adapter.direct({ platform: 'teams', workspace: TENANT, externalId: 'ana' });
  await rig.adapter.send(place, card('Task', ...labels), { effectId: 'e' });
}

/** The same in a channel, where everybody sees it. */
async function shared(rig: Rig, ...labels: string[]): Promise<void> {
  await rig.client.mentions('ana', 'hello');
  await rig.adapter.answer(rig.events().at(-1) ?? never(), toPlace(card('Task', ...labels)));
}

describe('settings', () => {
  const read = (env: Record<string, string>) => () => readSettings(teams.settings, env);
  const whole = { MICROSOFT_APP_ID: APP_ID, MICROSOFT_APP_PASSWORD: PASSWORD, MICROSOFT_APP_TENANT_ID: TENANT };

  it('are whole or name what is missing, all at once', () => {
    expect(read({ MICROSOFT_APP_TYPE: 'SingleTenant' })).toThrow(
      'MICROSOFT_APP_ID is missing; MICROSOFT_APP_PASSWORD is missing; MICROSOFT_APP_TENANT_ID is missing',
    );
    expect(read({ ...whole, MICROSOFT_APP_TENANT_ID: '' })).toThrow('MICROSOFT_APP_TENANT_ID is missing');
    expect(read(whole)()).toMatchObject({ TEAMS_LOGIN_URL: 'https://login.microsoftonline.com' });
  });

  it('for any tenant are refused until they name the company’s own', () => {
    const any = { ...whole, MICROSOFT_APP_TENANT_ID: '', MICROSOFT_APP_TYPE: 'MultiTenant' };
    expect(read(any)).toThrow('TEAMS_ALLOWED_TENANTS is missing');
    expect(read({ ...any, TEAMS_ALLOWED_TENANTS: 'contoso' })).toThrow('takes directory (tenant) ids');
    expect(read({ ...any, TEAMS_ALLOWED_TENANTS: `${TENANT.toUpperCase()}, ${SISTER}` })()).toMatchObject({
      TEAMS_ALLOWED_TENANTS: [TENANT, SISTER],
    });
    expect(read({ ...whole, TEAMS_ALLOWED_TENANTS: SISTER })).toThrow('is for MICROSOFT_APP_TYPE=MultiTenant');
  });

  it('for the local client stand alone', () => {
    expect(read({ TEAMS_LOCAL: '1' })()).toMatchObject({ TEAMS_LOCAL: '1' });
    expect(read({ ...whole, TEAMS_LOCAL: '1' })).toThrow('TEAMS_LOCAL is for use without MICROSOFT_APP_ID');
    expect(read({ TEAMS_LOCAL: 'yes' })).toThrow('TEAMS_LOCAL');
  });

  it.each([undefined, '0.0.0.0', '10.0.0.1', 'parley.example.com'])(
    'for the local client open nothing on HOST %s',
    async (host) => {
      const tools = platformTools({
        ingress: { runNow: never, runLater: never, find: never },
        ...(host ? { host } : {}),
      });
      await expect(teams.start(teams.settings.parse({ TEAMS_LOCAL: '1' }), tools)).rejects.toThrow(
        'TEAMS_LOCAL needs a HOST of this machine alone',
      );
    },
  );
});

describe('the door', () => {
  it('lets in what Teams signed, and nothing that anybody else did', async () => {
    const rig = await rigged();
    const body = rig.client.activity('ana', rig.client.alone('ana'), { type: 'message', text: 'hi' });
    expect((await rig.client.deliver(body)).status).toBe(200);
    const post = async (token: string | undefined) => {
      const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) };
      return (await fetch(`${rig.baseUrl}/api/messages`, { method: 'POST', headers, body })).status;
    };
    const { serviceUrl } = rig.fake;
    expect(await post(undefined)).toBe(401);
    expect(await post(await rig.fake.login.sign({ serviceUrl, isSignedByAnother: true }))).toBe(401);
    expect(await post(await rig.fake.login.sign({ serviceUrl, expiresIn: -600 }))).toBe(401);
    expect(await post(await rig.fake.login.sign({ serviceUrl: 'https://smba.trafficmanager.net/emea/' }))).toBe(401);
    expect(rig.deliveries).toHaveLength(1);
  });

  it('refuses what is signed but says nothing', async () => {
    const rig = await rigged();
    expect((await rig.client.deliver('{}')).status).toBe(400);
    expect((await rig.client.deliver('')).status).toBe(400);
    expect((await rig.client.deliver('{"type":"message"}')).status).toBe(400);
    expect(rig.deliveries).toEqual([]);
  });

  it('serves its own tenant alone', async () => {
    const rig = await rigged();
    expect((await rig.client.deliver(from(rig, SISTER))).status).toBe(403);
    expect([rig.deliveries, rig.fake.calls]).toEqual([[], []]);
  });

  it('for any tenant serves those on the list, and keeps nothing of a stranger’s that is signed as well', async () => {
    const rig = await rigged({ over: { MICROSOFT_APP_TYPE: 'MultiTenant', TEAMS_ALLOWED_TENANTS: SISTER } });
    expect((await rig.client.deliver(from(rig, SISTER))).status).toBe(200);
    expect((await rig.client.deliver(from(rig, STRANGER))).status).toBe(403);
    expect((await rig.client.says('ana', 'hi')).status).toBe(403);
    expect(rig.deliveries.map(({ workspace }) => workspace)).toEqual([SISTER]);
    expect(rig.logged).toContainEqual({
      level: 'warn',
      fields: { platform: 'teams' },
      message: 'another tenant refused',
    });
  });

  it('passes over what it does not know, and says so in the log alone', async () => {
    const rig = await rigged();
    const body = rig.client.activity('ana', rig.client.alone('ana'), { type: 'messageReaction' });
    expect(await rig.client.deliver(body)).toMatchObject({ status: 200, body: undefined });
    expect(rig.deliveries).toEqual([]);
    expect(rig.logged).toContainEqual({
      level: 'info',
      fields: { platform: 'teams', kind: 'messageReaction' },
      message: 'nothing to do',
    });
  });

  it('says when it cannot record, so that Teams sends again', async () => {
    const rig = await rigged();
    rig.takesEvents('unavailable');
    expect((await rig.client.says('ana', 'hi')).status).toBe(503);
    rig.takesEvents('refused');
    expect((await rig.client.says('ana', 'hi')).status).toBe(403);
  });

  it('lets nobody in while Microsoft’s keys cannot be had', async () => {
    const rig = await rigged();
    rig.fake.login.goAway(true);
    expect((await rig.client.says('ana', 'hi')).status).toBe(503);
  });

  it('lets the local client in without a signature, from this machine to this machine', async () => {
    const local = {
      MICROSOFT_APP_ID: undefined,
      MICROSOFT_APP_PASSWORD: undefined,
      MICROSOFT_APP_TENANT_ID: undefined,
      TEAMS_LOCAL: '1',
    };
    const rig = await rigged({ over: local, tools: { host: '127.0.0.1' } });
    const body = rig.client.activity('ana', rig.client.alone('ana'), { type: 'message', text: 'hi' });
    const post = async (sent: string, headers: Record<string, string> = {}) =>
      (await fetch(`${rig.baseUrl}/api/messages`, { method: 'POST', headers, body: sent })).status;
    expect(await post(body)).toBe(200);
    expect(await post(body, { 'x-forwarded-for': '1.2.3.4' })).toBe(401);
    expect(await post(body, { origin: 'https://evil.example' })).toBe(401);
    expect(await post(body.replaceAll(rig.fake.serviceUrl, 'https://smba.trafficmanager.net/emea/'))).toBe(401);
    expect(rig.deliveries).toHaveLength(1);
  });
});

describe('a message', () => {
  it('is acknowledged at once and answered by a message', async () => {
    const rig = await rigged();
    expect(await rig.client.says('ana', 'today')).toMatchObject({ status: 200, body: undefined });
    const [event = never()] = rig.events();
    expect(event).toMatchObject({ kind: 'message', text: 'today', place: { direct: true } });
    await rig.adapter.answer(event, toAsker(card('My day', 'Done')));
    expect(rig.fake.lastCard('ana')).toMatchObject({
      conversation: 'a:ana',
      summary: 'My day',
      words: 'My day',
      buttons: ['Done'],
    });
    expect(rig.fake.calls.at(-1)?.token).toBe(rig.fake.login.botToken);
  });

  it('that is a card of somebody else’s gets a kind word', async () => {
    const rig = await rigged();
    const attachments = [{ contentType: 'text/html' }, { contentType: 'application/vnd.microsoft.card.hero' }];
    await rig.client.deliver(rig.client.activity('ana', rig.client.alone('ana'), { type: 'message', attachments }));
    await rig.stop();
    expect(rig.fake.lastCard('ana').words).toContain('我目前只能读文字');
    expect(rig.deliveries).toEqual([]);
  });

  it('in a channel is answered to the asker alone, with a word in its thread (R104)', async () => {
    const rig = await rigged();
    await rig.client.mentions('ana', 'today', { thread: '42' });
    const [event = never()] = rig.events();
    await rig.adapter.answer(event, { ...toAsker(card('My day')), aside: 'I have answered you privately.' });
    expect(rig.fake.cards('ana').map(({ conversation, words }) => [conversation, words])).toEqual([
      ['a:ana', 'My day'],
      ['19:sales@thread.tacv2;messageid=42', 'I have answered you privately.'],
    ]);
  });

  it('in a channel of somebody who has not added the app is answered with how to', async () => {
    const rig = await rigged({ people: [{ id: 'ben', name: 'Ben', isInstalled: false }] });
    await rig.client.mentions('ben', 'today', { thread: '42' });
    await rig.adapter.answer(rig.events().at(-1) ?? never(), { ...toAsker(card('My day')), aside: 'Privately.' });
    expect(rig.fake.cards('ben').map(({ conversation }) => conversation)).toEqual([
      '19:sales@thread.tacv2;messageid=42',
    ]);
    expect(rig.fake.lastCard('ben').words).toContain('Please add Parley first');
  });

  it('for all is answered in its thread', async () => {
    const rig = await rigged();
    await shared(rig, 'Done');
    expect(rig.fake.lastCard('ana')).toMatchObject({
      conversation: '19:sales@thread.tacv2;messageid=1700',
      words: 'Task',
    });
  });

  it('with a form is answered with the form', async () => {
    const rig = await rigged();
    await rig.client.says('ana', 'new lead');
    await rig.adapter.answer(rig.events().at(-1) ?? never(), { kind: 'form', card: form() });
    expect(rig.fake.lastCard('ana')).toMatchObject({ words: 'New lead\ncompany\namount', buttons: ['Add'] });
  });

  it('is answered after a crash from its record', async () => {
    const rig = await rigged();
    await rig.client.mentions('ana', 'today', { thread: '42' });
    const [{ body } = never()] = rig.deliveries;
    const event = rig.adapter.parse(body) ?? never();
    await rig.adapter.answer(event, { kind: 'notice', text: 'Done', tone: 'info' });
    expect(rig.fake.lastCard('ana')).toMatchObject({ conversation: 'a:ana', words: 'Done' });
  });
});

describe('a button', () => {
  it('changes its card in the response, and for everybody after it (R106)', async () => {
    const rig = await rigged();
    await posted(rig, 'Done');
    rig.replies(inPlace(card('Done!', 'Undo')));
    const { body } = await rig.client.press('ana', 'Done');
    expect(body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' });
    await rig.stop();
    expect(rig.events().at(-1)).toMatchObject({ kind: 'press', command: 'task.done', input: { id: 'Done' } });
    expect(rig.fake.lastCard('ana')).toMatchObject({ words: 'Done!', buttons: ['Undo'], edits: 1, isOwnView: false });
  });

  it('that brings another card posts it below', async () => {
    const rig = await rigged();
    await posted(rig, 'Show');
    rig.replies(toAsker(card('Details')));
    const { body } = await rig.client.press('ana', 'Show');
    expect(body).toEqual({ statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Details' });
    expect(rig.fake.cards('ana').map(({ words }) => words)).toEqual(['Task', 'Details']);
  });

  it('with a word for the one who pressed says it and leaves the card', async () => {
    const rig = await rigged();
    await posted(rig, 'Done');
    rig.replies({ kind: 'notice', text: 'Somebody was faster.', tone: 'bad' });
    expect((await rig.client.press('ana', 'Done')).body).toMatchObject({ value: '⛔ Somebody was faster.' });
    expect(rig.fake.cards('ana')).toHaveLength(1);
  });

  it('in company answers the one who pressed alone: a view of his own, a private message, never the channel', async () => {
    const rig = await rigged();
    await shared(rig, 'Mine', 'More');
    rig.replies({ ...inPlace(card('Only for Ana')), audience: 'asker' } as ReturnType<typeof inPlace>);
    await rig.client.press('ana', 'Mine');
    rig.fake.join('19:sales@thread.tacv2', 'ben');
    expect(rig.fake.lastCard('ana')).toMatchObject({ words: 'Only for Ana', isOwnView: true });
    expect(rig.fake.lastCard('ben').words).toBe('Task');
    rig.replies(toAsker(card('Also for Ana')));
    await rig.client.press('ana', 'Mine', { on: rig.fake.lastCard('ben') });
    expect(rig.fake.lastCard('ana')).toMatchObject({ conversation: 'a:ana', words: 'Also for Ana' });
    expect(rig.fake.cards('ben')).toHaveLength(1);
  });

  it('that leads to a form shows it below, and in company on a view of one’s own', async () => {
    const rig = await rigged();
    await posted(rig, 'Add');
    rig.replies({ kind: 'form', card: form() });
    await rig.client.press('ana', 'Add');
    expect(rig.fake.lastCard('ana').words).toBe('New lead\ncompany\namount');
    await shared(rig, 'Add');
    await rig.client.press('ana', 'Add');
    expect(rig.fake.lastCard('ana')).toMatchObject({ words: 'New lead\ncompany\namount', isOwnView: true });
  });

  it('pressed where a client knows no invocations is answered by a message', async () => {
    const rig = await rigged();
    await posted(rig, 'Done');
    expect(await rig.client.press('ana', 'Done', { isOldClient: true })).toMatchObject({
      status: 200,
      body: undefined,
    });
    await rig.adapter.answer(rig.events().at(-1) ?? never(), inPlace(card('Done!')));
    expect(rig.fake.lastCard('ana')).toMatchObject({ words: 'Done!', edits: 1 });
  });

  it('whose answer takes long says so, and the answer follows', async () => {
    const rig = await rigged();
    await posted(rig, 'Done');
    rig.answers(() => ({ kind: 'working' }));
    expect((await rig.client.press('ana', 'Done')).body).toMatchObject({ value: '正在处理… · Working on it…' });
    await rig.adapter.answer(rig.events().at(-1) ?? never(), inPlace(card('Done!')));
    expect(rig.fake.lastCard('ana')).toMatchObject({ words: 'Done!', edits: 1 });
  });

  it('whose message is gone brings another', async () => {
    const rig = await rigged();
    await posted(rig, 'Done');
    rig.answers(() => ({ kind: 'working' }));
    await rig.client.press('ana', 'Done');
    rig.fake.messages.splice(0);
    await rig.adapter.answer(rig.events().at(-1) ?? never(), inPlace(card('Done!')));
    expect(rig.fake.cards('ana').map(({ words }) => words)).toEqual(['Done!']);
  });

  it('whose answer cannot leave now is not lost', async () => {
    const rig = await rigged();
    await posted(rig, 'Show');
    const became: unknown[] = [];
    const receipt = { delivered: () => became.push('delivered'), failed: (error: unknown) => became.push(error) };
    rig.answers(() => ({ kind: 'reply', reply: toAsker(card('Details')), receipt }));
    rig.fake.script('post', { status: 502 });
    const { status, body } = await rig.client.press('ana', 'Show');
    expect({ status, body }).toMatchObject({ status: 200, body: { value: '正在处理… · Working on it…' } });
    expect(became).toEqual([expect.objectContaining({ code: 'http_502', retryable: true })]);
  });

  it('pressed while the database is away changes nothing and says so', async () => {
    const rig = await rigged();
    await posted(rig, 'Done');
    rig.answers(() => ({ kind: 'unavailable', reply: { kind: 'notice', text: 'Please try again.', tone: 'bad' } }));
    expect((await rig.client.press('ana', 'Done')).body).toMatchObject({ value: '⛔ Please try again.' });
  });
});

describe('a form', () => {
  async function withForm() {
    const rig = await rigged();
    await rig.client.says('ana', 'new lead');
    await rig.adapter.answer(rig.events().at(-1) ?? never(), { kind: 'form', card: form() });
    return rig;
  }

  it('brings what was typed', async () => {
    const rig = await withForm();
    await rig.client.press('ana', 'Add', { values: { company: 'Acme' } });
    expect(rig.events().at(-1)).toMatchObject({
      kind: 'submit',
      command: 'lead.add',
      hidden: { draft: 7 },
      values: { company: 'Acme', amount: '' },
    });
  });

  it('says what is wrong beside the fields, with what was typed still in them', async () => {
    const rig = await withForm();
    rig.replies({ kind: 'form', card: form({ amount: 'No amount.' }, { company: 'Acme', amount: 'x' }) });
    await rig.client.press('ana', 'Add', { values: { company: 'Acme', amount: 'x' } });
    const shown = rig.fake.lastCard('ana');
    expect(shown.words).toContain('⚠️ No amount.');
    expect(JSON.stringify(shown.card)).toContain('"value":"Acme"');
    await rig.client.press('ana', 'Add');
    expect(rig.events().at(-1)).toMatchObject({ values: { company: 'Acme', amount: 'x' } });
  });

  it('becomes its result, for him and for good', async () => {
    const rig = await withForm();
    rig.replies(toAsker(card('Lead added', 'Undo')));
    await rig.client.press('ana', 'Add', { values: { company: 'Acme' } });
    await rig.stop();
    expect(rig.fake.cards('ana')).toHaveLength(1);
    expect(rig.fake.lastCard('ana')).toMatchObject({ words: 'Lead added', edits: 1, isOwnView: false });
  });

  it('on a view of one’s own leaves the shared card, and what is for all is news below', async () => {
    const rig = await rigged();
    await shared(rig, 'Add');
    rig.replies({ kind: 'form', card: form() });
    await rig.client.press('ana', 'Add');
    rig.replies(toPlace(card('Lead added')));
    await rig.client.press('ana', 'Add', { values: { company: 'Acme' } });
    await rig.stop();
    rig.fake.join('19:sales@thread.tacv2', 'ben');
    expect(rig.fake.cards('ben').map(({ words, edits }) => [words, edits])).toEqual([
      ['Task', 0],
      ['Lead added', 0],
    ]);
  });
});

describe('a window', () => {
  const long = () => {
    const given = form();
    const body = given.body.map((node) =>
      node.type === 'form'
        ? {
            ...node,
            form: {
              ...node.form,
              inputs: ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => ({
                name,
                label: name,
                widget: 'line' as const,
                required: false,
              })),
            },
          }
        : node,
    );
    return { ...given, body };
  };

  async function withWindow() {
    const rig = await rigged();
    await posted(rig, 'Add');
    rig.replies({ kind: 'form', card: long() });
    await rig.client.press('ana', 'Add');
    await rig.client.press('ana', 'New lead');
    return rig;
  }

  it('opens for a long form, by a button of the message that brings it', async () => {
    const rig = await withWindow();
    expect(rig.client.dialog('ana')).toMatchObject({ title: 'New lead', of: 'task' });
    expect(rig.events().slice(-2)).toEqual([
      expect.objectContaining({ kind: 'press', command: 'task.done' }),
      expect.objectContaining({ kind: 'press', command: 'task.done' }),
    ]);
  });

  it('brings what was typed, and closes when its result is in the conversation', async () => {
    const rig = await withWindow();
    rig.replies(toAsker(card('Lead added')));
    await rig.client.submit('ana', { a: 'Acme' });
    expect(rig.events().at(-1)).toMatchObject({ kind: 'submit', command: 'lead.add', values: { a: 'Acme', b: '' } });
    expect(rig.client.dialog('ana')).toBeUndefined();
    expect(rig.fake.lastCard('ana').words).toBe('Lead added');
  });

  it('stays open with what is wrong', async () => {
    const rig = await withWindow();
    rig.replies({ kind: 'form', card: form({ amount: 'No amount.' }) });
    await rig.client.submit('ana', { a: 'Acme' });
    expect(JSON.stringify(rig.client.dialog('ana')?.card)).toContain('No amount.');
  });

  it('stays open, with all that was typed, while the database is away', async () => {
    const rig = await withWindow();
    rig.answers(() => ({ kind: 'unavailable', reply: { kind: 'notice', text: 'Please try again.', tone: 'bad' } }));
    expect((await rig.client.submit('ana', { a: 'Acme' })).status).toBe(503);
    expect(rig.client.dialog('ana')).toBeDefined();
  });

  it('says a word and closes', async () => {
    const rig = await withWindow();
    rig.replies({ kind: 'notice', text: 'Saved.', tone: 'info' });
    expect((await rig.client.submit('ana')).body).toEqual({ task: { type: 'message', value: 'Saved.' } });
  });
});

describe('the message extension', () => {
  const pick = { messagePayload: { body: { contentType: 'html', content: '<p>10% off?</p>' } }, commandId: 'log' };

  it('shows the form for a message that was picked, and its result in the same window', async () => {
    const rig = await rigged();
    rig.replies({ kind: 'form', card: form() });
    await rig.client.invoke(
      'ana',
      { id: '19:other@unq.gbl.spaces' },
      { name: 'composeExtension/fetchTask', value: pick },
    );
    expect(rig.events().at(-1)).toMatchObject({ kind: 'shared', text: '10% off?' });
    rig.replies(toAsker(card('Logged')));
    await rig.client.submit('ana', { company: 'Acme' });
    expect(JSON.stringify(rig.client.dialog('ana')?.card)).toContain('Logged');
    expect(rig.fake.messages).toEqual([]);
  });

  it('finds records and brings their cards', async () => {
    const rig = await rigged();
    rig.finds([
      { label: 'Acme', value: '1', detail: 'North', card: card('Acme', 'Show') },
      { label: 'No card', value: '2' },
    ]);
    const value = { parameters: [{ name: 'query', value: 'ac' }] };
    const { body } = await rig.client.invoke('ana', rig.client.alone('ana'), { name: 'composeExtension/query', value });
    expect(rig.lookups).toEqual([
      { kind: 'records', query: 'ac', sender: { platform: 'teams', workspace: TENANT, externalId: 'ana' } },
    ]);
    expect(body).toMatchObject({
      composeExtension: {
        type: 'result',
        attachmentLayout: 'list',
        attachments: [{ preview: { content: { title: 'Acme', text: 'North' } } }],
      },
    });
    rig.finds([]);
    const none = await rig.client.invoke('ana', rig.client.alone('ana'), { name: 'composeExtension/query', value });
    expect(none.body).toEqual({ composeExtension: { type: 'message', text: '没有找到 · Nothing found' } });
  });

  it('finds choices for a field', async () => {
    const rig = await rigged();
    rig.finds([{ label: 'Acme', value: '1' }]);
    const { body } = await rig.client.invoke('ana', rig.client.alone('ana'), {
      name: 'application/search',
      value: { queryText: 'ac', dataset: 'customer' },
    });
    expect(body).toEqual({
      statusCode: 200,
      type: 'application/vnd.microsoft.search.searchResponse',
      value: { results: [{ title: 'Acme', value: '1' }] },
    });
  });
});

describe('a shared card', () => {
  const shown = { ...card('Discount', 'Approve'), ownView: { command: 'approval.show', input: { request: '1' } } };

  async function inChannel(rig: Rig) {
    await rig.client.mentions('ana', 'hello');
    await rig.adapter.answer(rig.events().at(-1) ?? never(), toPlace(shown));
    rig.fake.join('19:sales@thread.tacv2', 'ben');
    return rig.fake.lastCard('ben');
  }

  it('is drawn anew for whoever looks at it, and recorded nowhere', async () => {
    const rig = await rigged();
    const onlookers = await inChannel(rig);
    rig.finds([{ label: '', value: '', card: { ...shown, body: [] } }]);
    const before = rig.deliveries.length;
    await rig.client.looks('ben', onlookers);
    expect(rig.lookups).toEqual([
      {
        kind: 'view',
        query: '',
        command: 'approval.show',
        input: { request: '1' },
        sender: { platform: 'teams', workspace: TENANT, externalId: 'ben' },
      },
    ]);
    expect(rig.fake.lastCard('ben')).toMatchObject({ buttons: [], isOwnView: true });
    expect(rig.fake.lastCard('ana')).toMatchObject({ buttons: ['Approve'], isOwnView: false });
    expect(rig.deliveries).toHaveLength(before);
  });

  it('stays as it is for whoever may not see more', async () => {
    const rig = await rigged();
    const onlookers = await inChannel(rig);
    expect(await rig.client.looks('ben', onlookers)).toMatchObject({ status: 200, body: undefined });
    expect(rig.fake.lastCard('ben').isOwnView).toBe(false);
  });

  it('pressed changes for all, and for each as he looks again', async () => {
    const rig = await rigged();
    await inChannel(rig);
    rig.replies(inPlace({ ...shown, title: 'Approved', body: [] }));
    await rig.client.press('ana', 'Approve');
    await rig.stop();
    expect(rig.fake.lastCard('ben')).toMatchObject({ words: 'Approved', edits: 1, isOwnView: false });
  });
});

describe('what is sent', () => {
  const ana = { platform: 'teams', workspace: TENANT, externalId: 'ana' };

  it('goes to a conversation opened once, also to somebody nobody has heard of', async () => {
    const rig = await rigged();
    await rig.client.says('ana', 'hi');
    const place = await rig.adapter.direct(ana);
    expect(place.address).toBe(`${rig.fake.serviceUrl} a:ana 28:${APP_ID} 29:ana`);
    expect(rig.fake.calls).toEqual([]);
  });

  it('is redrawn, and is gone where it was deleted', async () => {
    const rig = await rigged();
    await rig.client.says('ana', 'hi');
    const place = await rig.adapter.direct(ana);
    const { messageId } = await rig.adapter.send(place, card('One'), { effectId: 'e' });
    await rig.adapter.update(place, messageId, card('Two'));
    expect(rig.fake.lastCard('ana')).toMatchObject({ words: 'Two', edits: 1 });
    rig.fake.messages.splice(0);
    await expect(rig.adapter.update(place, messageId, card('Three'))).rejects.toMatchObject({
      code: 'gone',
      retryable: false,
    });
  });

  it.each([
    [
      { status: 429, retryAfter: 7 },
      { code: 'ratelimited', retryable: true, retryAfterMs: 7_000 },
    ],
    [{ status: 412 }, { code: 'http_412', retryable: true }],
    [{ status: 502 }, { code: 'http_502', retryable: true }],
    [{ status: 504 }, { code: 'http_504', retryable: true }],
    [
      { status: 403, code: 'BotNotInConversationRoster' },
      { code: 'not_installed', retryable: false },
    ],
    [
      { status: 413, code: 'MessageSizeTooBig' },
      { code: 'MessageSizeTooBig', retryable: false },
    ],
    [
      { status: 400, code: 'BadSyntax' },
      { code: 'BadSyntax', retryable: false },
    ],
    [
      { status: 404, code: 'ConversationNotFound' },
      { code: 'gone', retryable: false },
    ],
    ['reset' as const, { code: 'interrupted', retryable: true }],
  ])('and refused with %j is a %j, tried once', async (behaviour, expected) => {
    const rig = await rigged();
    await rig.client.says('ana', 'hi');
    const place = await rig.adapter.direct(ana);
    rig.fake.script('post', behaviour, behaviour);
    const error = await rig.adapter.send(place, card('One'), { effectId: 'e' }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(PlatformError);
    expect(error).toMatchObject(expected);
    expect(rig.fake.calls).toHaveLength(1);
  });

  it('is signed with a token asked for once, and anew when it is refused', async () => {
    const rig = await rigged();
    await rig.client.says('ana', 'hi');
    const place = await rig.adapter.direct(ana);
    await Promise.all([1, 2, 3].map((at) => rig.adapter.send(place, card(`${at}`), { effectId: 'e' })));
    expect(rig.fake.login.logins.map((login) => login.get('scope'))).toEqual(['https://api.botframework.com/.default']);
    rig.fake.login.botToken = 'another-token';
    await expect(rig.adapter.send(place, card('4'), { effectId: 'e' })).rejects.toMatchObject({ retryable: true });
    await rig.adapter.send(place, card('5'), { effectId: 'e' });
    expect(rig.fake.lastCard('ana').words).toBe('5');
  });

  it('does not leave with a wrong password, and its error does not tell it', async () => {
    const rig = await rigged({ over: { MICROSOFT_APP_PASSWORD: 'a-wrong-password' } });
    await rig.client.says('ana', 'hi');
    const place = await rig.adapter.direct(ana);
    const error: PlatformError = await rig.adapter
      .send(place, card('1'), { effectId: 'e' })
      .then(never, (thrown) => thrown);
    expect(error).toMatchObject({ code: 'login_refused', retryable: false });
    expect(JSON.stringify([error.message, error.stack, error.cause])).not.toContain('a-wrong-password');
  });
});

describe('a person', () => {
  const ana = { platform: 'teams', workspace: TENANT, externalId: 'ana' };

  it('is known by name, e-mail and language', async () => {
    const rig = await rigged();
    await rig.client.says('ana', 'hi');
    expect(await rig.adapter.profile(ana)).toEqual({ name: 'Ana', email: 'ana@works.example', locale: 'zh-CN' });
  });

  it('is asked for among the members of his team, where he spoke in a channel', async () => {
    const rig = await rigged();
    const at = { id: '19:sales@thread.tacv2;messageid=1', conversationType: 'channel' };
    const channelData = { tenant: { id: TENANT }, team: { id: '19:team@thread.tacv2' } };
    await rig.client.deliver(rig.client.activity('ana', at, { type: 'message', text: 'hi', channelData }));
    await rig.adapter.profile(ana);
    expect(rig.fake.calls.at(-1)?.path).toBe('/connector/v3/conversations/19:team@thread.tacv2/members/29:ana');
  });

  it('of another company is known by the name only he can have', async () => {
    const eve = { id: 'eve', name: 'Eve', email: 'boss@works.example', principal: 'eve@evil.example', tenant: 'evil' };
    const rig = await rigged({
      people: [eve],
      over: { MICROSOFT_APP_TYPE: 'MultiTenant', TEAMS_ALLOWED_TENANTS: TENANT },
    });
    await rig.client.says('eve', 'hi');
    expect(await rig.adapter.profile({ ...ana, externalId: 'eve' })).toMatchObject({ email: 'eve@evil.example' });
    rig.fake.add({ ...eve, principal: 'boss_works.example#EXT#@evil.example' });
    expect(await rig.adapter.profile({ ...ana, externalId: 'eve' })).not.toHaveProperty('email');
  });

  it('who is not there is nobody', async () => {
    const rig = await rigged();
    await rig.client.says('zoe', 'hi');
    expect(await rig.adapter.profile({ ...ana, externalId: 'zoe' })).toBeUndefined();
  });
});
