import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DomainError } from '../../core/errors.ts';
import { card, toAsker } from '../../test/fakes/replies.ts';
import { type Rig, startSlackAdapter } from '../../test/fakes/slack-adapter.ts';
import { SCOPES } from './scopes.ts';

let rig: Rig;

const SET = {
  SLACK_CLIENT_ID: '11.22',
  SLACK_CLIENT_SECRET: 'a-client-secret',
  SLACK_STATE_SECRET: 'a-secret-for-the-state',
  SLACK_ALLOWED_WORKSPACES: 'T0PARLEY,E0GROUP',
};

beforeEach(async () => {
  rig = await startSlackAdapter({ set: SET });
});
afterEach(() => rig.close());

const ANA = 'U0ANA';
const visit = (path: string, headers: Record<string, string> = {}) =>
  fetch(rig.baseUrl + path, { redirect: 'manual', headers });

/** Goes through the door as somebody's browser does. */
async function install(given: { team?: string; enterprise?: string; token: string }) {
  const left = await visit('/slack/install');
  const authorize = new URL(left.headers.get('location') ?? '');
  const cookie = left.headers.get('set-cookie') ?? '';
  rig.fake.grant('a-code', given);
  const state = authorize.searchParams.get('state') ?? '';
  const back = await visit(`/slack/oauth_redirect?code=a-code&state=${encodeURIComponent(state)}`, {
    cookie: cookie.split(';')[0] ?? '',
  });
  return { left, authorize, cookie, state, back, words: await back.text() };
}

describe('installing', () => {
  it('leads to Slack with what the app asks for, a state and a cookie that holds it', async () => {
    const { left, authorize, cookie, state } = await install({ team: 'T0PARLEY', token: 'xoxb-1' });
    expect(left.status).toBe(302);
    expect(authorize.origin + authorize.pathname).toBe('https://slack.com/oauth/v2/authorize');
    expect(Object.fromEntries(authorize.searchParams)).toMatchObject({
      client_id: '11.22',
      scope: SCOPES.join(','),
      redirect_uri: 'https://parley.example/slack/oauth_redirect',
    });
    expect(cookie).toContain(`=${state};`);
    expect(cookie).toMatch(/Secure; HttpOnly/i);
  });

  it('in a workspace of the company lets its people in, each workspace under its own token', async () => {
    rig.replies(toAsker(card('Your day')));
    expect((await rig.client.slash(ANA, 'today')).status).toBe(403);
    const { back, words } = await install({ team: 'T0PARLEY', token: 'xoxb-parley' });
    expect(back.status).toBe(200);
    expect(words).toContain('Installed.');
    expect((await rig.client.slash(ANA, 'today')).body).toMatchObject({ text: 'Your day' });
    await rig.adapter.direct({ platform: 'slack', workspace: 'T0PARLEY', externalId: ANA });
    expect(rig.fake.callsOf('conversations.open')).toMatchObject([{ token: 'xoxb-parley' }]);
    expect(rig.events()).toHaveLength(1);
  });

  it('of an organisation serves its workspaces', async () => {
    await install({ enterprise: 'E0GROUP', token: 'xoxb-group' });
    expect(await rig.installations.list()).toEqual(['E0GROUP']);
    await rig.adapter.direct({ platform: 'slack', workspace: 'T0OTHER', externalId: ANA });
    expect(rig.fake.callsOf('conversations.open')).toMatchObject([{ token: 'xoxb-group' }]);
  });

  it('in a stranger’s workspace is taken back, and nobody from there gets in', async () => {
    const { back, words } = await install({ team: 'T0STRANGER', token: 'xoxb-stranger' });
    expect(back.status).toBe(403);
    expect(words).toContain('workspaces (T0STRANGER)');
    expect(await rig.installations.list()).toEqual([]);
    expect(rig.fake.callsOf('apps.uninstall')).toMatchObject([{ token: 'xoxb-stranger' }]);
    await install({ team: 'T0PARLEY', token: 'xoxb-parley' });
    const foreign = JSON.stringify({
      type: 'event_callback',
      team_id: 'T0STRANGER',
      event_id: 'Ev9',
      event: { type: 'message', channel_type: 'im', channel: 'D9', user: 'U9', text: 'hello' },
    });
    expect((await rig.client.deliver(foreign)).status).toBe(403);
    expect(rig.deliveries).toEqual([]);
    expect(rig.logged.at(-1)).toMatchObject({
      fields: { workspace: 'T0STRANGER' },
      message: 'not one of our workspaces',
    });
  });

  it.each<[string, (state: string, cookie: string) => [query: string, cookie: string]]>([
    ['another browser', (state) => [`code=a-code&state=${state}`, '']],
    ['a state of somebody else’s making', (_state, cookie) => ['code=a-code&state=made-up', cookie]],
    ['no state', (_state, cookie) => ['code=a-code', cookie]],
    ['a refusal', (_state, cookie) => ['error=access_denied', cookie]],
    ['a code nobody was given', (state, cookie) => [`code=other&state=${state}`, cookie]],
  ])('goes no further with %s', async (_what, change) => {
    const left = await visit('/slack/install');
    const state = new URL(left.headers.get('location') ?? '').searchParams.get('state') ?? '';
    const [query, cookie] = change(state, (left.headers.get('set-cookie') ?? '').split(';')[0] ?? '');
    rig.fake.grant('a-code', { team: 'T0PARLEY', token: 'xoxb-1' });
    const back = await visit(`/slack/oauth_redirect?${query}`, { cookie });
    expect(back.status).toBe(400);
    expect(await back.text()).toContain('Not installed.');
    expect(await rig.installations.list()).toEqual([]);
  });
});

describe('a token that expires', () => {
  const EXPIRED = { refreshToken: 'xoxe-1', expiresAt: 1 };
  const person = { platform: 'slack', workspace: 'T0PARLEY', externalId: ANA };
  const keep = (bot: object) =>
    rig.installations.put(
      'T0PARLEY',
      Buffer.from(
        JSON.stringify({ team: { id: 'T0PARLEY' }, isEnterpriseInstall: false, authVersion: 'v2', bot, user: {} }),
      ),
    );

  it('is renewed before it is used', async () => {
    await keep({ token: 'xoxb-old', ...EXPIRED });
    rig.fake.renew('xoxe-1', 'xoxb-new');
    await rig.adapter.direct(person);
    expect(rig.fake.callsOf('conversations.open')).toMatchObject([{ token: 'xoxb-new' }]);
  });

  it('and is not renewed keeps a message for later, tells a command so, and lets Slack send the rest again', async () => {
    await keep({ token: 'xoxb-old', ...EXPIRED });
    await expect(rig.adapter.direct(person)).rejects.toMatchObject({ code: 'token_not_renewed', retryable: true });
    const { status, body } = await rig.client.slash(ANA, 'today');
    expect(status).toBe(200);
    expect(body).toMatchObject({ response_type: 'ephemeral' });
    expect(JSON.stringify(body)).toContain('please try again in a minute');
    const event = { type: 'message', channel_type: 'im', channel: 'D9', user: ANA, text: 'hello' };
    const sent = { type: 'event_callback', team_id: 'T0PARLEY', event_id: 'Ev1', event };
    expect((await rig.client.deliver(JSON.stringify(sent))).status).toBe(503);
    expect(rig.deliveries).toEqual([]);
  });

  it('cannot be read while the database is away, which passes', async () => {
    rig.installations.find = () => Promise.reject(new DomainError('unavailable', 'no database'));
    await expect(rig.adapter.direct(person)).rejects.toMatchObject({ code: 'unavailable', retryable: true });
    expect((await rig.client.slash(ANA, 'today')).status).toBe(200);
  });
});

describe('an app that is taken away', () => {
  const event = (team_id: string, fields: object, enterprise_id: string | null = null) =>
    rig.client.deliver(
      JSON.stringify({ type: 'event_callback', team_id, enterprise_id, event_id: `Ev${team_id}`, event: fields }),
    );

  it('is forgotten, and its workspace comes in no more', async () => {
    await install({ team: 'T0PARLEY', token: 'xoxb-1' });
    expect((await rig.client.slash(ANA, 'today')).status).toBe(200);
    expect((await event('T0PARLEY', { type: 'tokens_revoked', tokens: { oauth: ['U1'], bot: [] } })).status).toBe(200);
    expect(await rig.installations.list()).toEqual(['T0PARLEY']);
    expect((await event('T0PARLEY', { type: 'app_uninstalled' })).status).toBe(200);
    expect(await rig.installations.list()).toEqual([]);
    expect((await rig.client.slash(ANA, 'today')).status).toBe(403);
    const person = { platform: 'slack', workspace: 'T0PARLEY', externalId: ANA };
    await expect(rig.adapter.direct(person)).rejects.toMatchObject({ code: 'not_installed', retryable: false });
  });

  it('in an organisation is forgotten for all of it', async () => {
    await install({ enterprise: 'E0GROUP', token: 'xoxb-1' });
    await event('T0OTHER', { type: 'tokens_revoked', tokens: { bot: ['U0BOT'] } }, 'E0GROUP');
    expect(await rig.installations.list()).toEqual([]);
  });
});

it('without an address to come back to nothing is begun', async () => {
  const { slack } = await import('./index.ts');
  const { platformTools } = await import('../../test/support/tools.ts');
  const given = slack.settings.parse({ ...SET, SLACK_SIGNING_SECRET: 'a-secret' });
  const ingress = {
    runNow: async () => ({ kind: 'refused' as const }),
    runLater: async () => 'refused' as const,
    find: async () => [],
  };
  await expect(slack.start(given, platformTools({ ingress }))).rejects.toThrow(/^PUBLIC_URL is missing/);
});
