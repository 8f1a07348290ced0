// What reaches the bot and what does not: forgeries, redeliveries, outages.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Parley, startParley } from '../support/parley.ts';
import { fivefold, type SlackEdge, startSlackEdge } from '../support/slack-edge.ts';
import type { SlackUser } from '../support/slack-people.ts';

let parley: Parley;
let slack: SlackEdge;
const statuses: number[][] = [];

beforeAll(async () => {
  parley = await startParley();
  slack = await startSlackEdge(() => parley.url, fivefold(statuses));
});
afterAll(async () => {
  await slack.close();
  await parley.close();
});

describe('the same delivery five times at once', () => {
  const FIVE_OK = [200, 200, 200, 200, 200];
  let jim: SlackUser;

  beforeAll(() => {
    jim = parley.person('jim', { through: slack.url });
  });

  it('of a slash command does it once and answers it', async () => {
    await jim.types('lead add "Five Fold"');
    expect(jim.card.words).toContain('Lead added: Five Fold');
    expect(statuses.at(-1)).toEqual(FIVE_OK);
    expect(await parley.count('leads', "contact_name = 'Five Fold'")).toBe(1);
    expect(await parley.count('changes', "command = 'lead.add'")).toBe(1);
  });

  it('of a button does it once', async () => {
    await jim.presses('Undo');
    expect(jim.card.words).toContain('It is as it was before.');
    expect(await parley.count('leads', "contact_name = 'Five Fold'")).toBe(0);
    expect(await parley.count('changes', "command = 'change.undo'")).toBe(1);
  });

  it('of a submitted window does it once', async () => {
    await parley.person('jim').types('lead add');
    await jim.submits({ contact: 'Window Once' });
    await jim.sees('Lead added: Window Once');
    await parley.settles();
    expect(await parley.count('leads', "contact_name = 'Window Once'")).toBe(1);
    expect(jim.cards.filter(({ words }) => words.includes('Window Once'))).toHaveLength(1);
  });

  it('of a mention does it once and answers it once', async () => {
    await jim.mentions('remind me to call Wang tomorrow');
    await parley.settles();
    expect(statuses.at(-1)).toEqual(FIVE_OK);
    expect(await parley.count('tasks', "title ILIKE '%call wang%'")).toBe(1);
    expect(jim.cards.filter(({ words }) => /call wang/i.test(words))).toHaveLength(1);
  });

  it('of a direct message does it once and answers it once', async () => {
    await jim.says('remind me to call Zhao tomorrow');
    await parley.settles();
    expect(statuses.at(-1)).toEqual(FIVE_OK);
    expect(await parley.count('tasks', "title ILIKE '%call zhao%'")).toBe(1);
    expect(jim.cards.filter(({ words }) => /call zhao/i.test(words))).toHaveLength(1);
  });

  it('is answered again and not redone when it comes once more later', async () => {
    const first = await parley.person('jim').types('lead add "Twice Told"');
    await parley.settles();
    const second = await first.again();
    expect(second).toMatchObject({ status: 200, body: first.body });
    expect(await parley.count('leads', "contact_name = 'Twice Told'")).toBe(1);
  });

  it('under a used key with another body is refused', async () => {
    const body = (text: string) =>
      JSON.stringify({
        type: 'event_callback',
        team_id: parley.fake.team,
        event_id: 'Ev-used',
        event: { type: 'message', channel_type: 'im', user: 'UJIM', channel: 'DJIM', text, ts: '1' },
      });
    const once = parley.slackAt(parley.url);
    expect((await once.deliver(body('todo "First body"'))).status).toBe(200);
    expect((await once.deliver(body('todo "Second body"'))).status).toBe(403);
    await parley.settles();
    expect(await parley.count('tasks', "title LIKE '%body'")).toBe(1);
  });
});

describe('a request that is not from Slack', () => {
  const LINE = 'team_id=T0PARLEY&channel_id=C1&user_id=ULI&command=/crm&text=lead+add+Forged&trigger_id=1.2.x';
  const send = (body: string, headers: Record<string, string>) =>
    fetch(`${parley.url}/slack/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body,
    });
  const signedAt = (secondsFromNow: number, body = LINE) => {
    const then = new Date(parley.database.clock.now().getTime() + secondsFromNow * 1000);
    return parley.slackAt(parley.url, { now: () => then }).signed(body);
  };

  it.each([
    ['unsigned', () => ({})],
    ['stale by more than five minutes', () => signedAt(-310)],
    ['from more than five minutes in the future', () => signedAt(310)],
    ['signed over another body', () => signedAt(0, `${LINE}2`)],
    ['signed under another secret', () => ({ ...signedAt(0), 'x-slack-signature': `v0=${'ab'.repeat(32)}` })],
    ['with half a signature', () => ({ ...signedAt(0), 'x-slack-signature': 'v0=abcd' })],
    ['with an empty signature', () => ({ ...signedAt(0), 'x-slack-signature': '' })],
    ['without its time', () => ({ 'x-slack-signature': signedAt(0)['x-slack-signature'] ?? '' })],
    ['signed under a time that is none', () => ({ ...signedAt(0), 'x-slack-request-timestamp': 'NaN' })],
  ])('%s is refused with 401 and leaves no row in any table', async (_, headers) => {
    const before = await parley.census();
    expect((await send(LINE, headers())).status).toBe(401);
    expect(await parley.census()).toEqual(before);
  });

  it('an unsigned form that calls itself a certificate check does nothing', async () => {
    const before = await parley.census();
    expect((await send(`ssl_check=1&${LINE}`, {})).status).toBe(200);
    expect(await parley.census()).toEqual(before);
  });

  it('a body over one megabyte is refused with 413, signed or not', async () => {
    const before = await parley.census();
    const body = `${LINE}&padding=${'x'.repeat(1_048_577)}`;
    expect((await send(body, {})).status).toBe(413);
    expect((await send(body, signedAt(0, body))).status).toBe(413);
    expect(await parley.census()).toEqual(before);
  });

  it.each([
    ['no JSON', '{'],
    ['JSON of nothing we know', '{"type":7}'],
    ['an event without an id', '{"type":"event_callback","team_id":"T1","event":{"type":"message"}}'],
    ['a form of nothing', 'a=b'],
    ['an interaction that is none', 'payload=%7B%7D'],
    ['a command without a person', 'command=%2Fcrm&text=help&channel_id=C1&trigger_id=1&team_id=T1'],
  ])('%s, though signed, is refused with 400 and leaves no row', async (_, body) => {
    const before = await parley.census();
    expect((await send(body, signedAt(0, body))).status).toBe(400);
    expect(await parley.census()).toEqual(before);
  });
});
