import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { card, form, inPlace, toAsker } from '../../test/fakes/replies.ts';
import { startFakeSlack } from '../../test/fakes/slack.ts';
import { type Rig, startSlackAdapter } from '../../test/fakes/slack-adapter.ts';
import { quietLog } from '../../test/support/log.ts';
import type { Answered } from './door.ts';
import { openSocket } from './socket.ts';

const ANA = 'U0ANA';
const EVENT = JSON.stringify({
  type: 'event_callback',
  team_id: 'T0PARLEY',
  event_id: 'Ev1',
  event: { type: 'message', channel_type: 'im', channel: 'D1', user: ANA, text: 'my day' },
});

describe('over a connection of ours', () => {
  let rig: Rig;

  beforeEach(async () => {
    rig = await startSlackAdapter({ overSocket: true });
    rig.takesEvents('accepted');
  });
  afterEach(() => rig.close());

  it('comes what else comes by HTTP, which is then not open', async () => {
    expect(rig.fake.socket.connections).toBe(1);
    expect(rig.fake.callsOf('apps.connections.open')).toMatchObject([{ token: 'xapp-a-token' }]);
    expect((await fetch(`${rig.baseUrl}/slack/events`, { method: 'POST', body: EVENT })).status).toBe(404);
  });

  it('a command, a press, a window and a search are answered in their acknowledgement', async () => {
    rig.replies(toAsker(card('Your day', 'Done')));
    const { body } = await rig.client.slash(ANA, 'today & tomorrow <now>');
    expect(body).toMatchObject({ response_type: 'ephemeral', text: 'Your day' });
    expect(rig.events()).toMatchObject([{ kind: 'line', text: 'today & tomorrow <now>' }]);

    rig.replies(inPlace(card('All done')));
    await rig.client.press(ANA, 'Done');
    expect(rig.fake.lastCard(ANA).words).toBe('All done');

    rig.replies({ kind: 'form', card: form() });
    await rig.client.slash(ANA, 'lead add');
    rig.replies({ kind: 'form', card: form({ amount: 'That is no amount.' }) });
    const { errors } = await rig.client.submit(ANA, { company: 'Acme', amount: 'much' });
    expect(errors).toEqual({ amount: 'That is no amount.' });
  });

  it('an event is known again though it comes by HTTP the second time', async () => {
    await rig.fake.socket.deliver(EVENT).acked;
    const [delivery] = rig.deliveries;
    expect([delivery?.dedupeKey, delivery?.body.toString()]).toEqual(['event:Ev1', EVENT]);
  });

  it('what nobody understands is acknowledged, or it would come for ever', async () => {
    await rig.fake.socket.deliver(JSON.stringify({ type: 'app_rate_limited', team_id: 'T1', event: {} })).acked;
    await rig.fake.socket.deliver(JSON.stringify({ type: 'event_callback', event: { type: 'message' } })).acked;
    expect(rig.logged.map(({ message }) => message)).toEqual(['nothing to do', 'body refused']);
  });

  it.each(['refresh', 'breakOff'] as const)('is connected again after a %s', async (how) => {
    const again = rig.fake.socket.connected();
    rig.fake.socket[how]();
    await again;
    expect(rig.fake.socket.connections).toBe(2);
    rig.replies(toAsker(card('Your day')));
    expect((await rig.client.slash(ANA, 'today')).body).toMatchObject({ text: 'Your day' });
  });

  it('is connected again though Slack could not be asked where at first', async () => {
    rig.fake.script('apps.connections.open', { status: 500 }, { error: 'internal_error' });
    const again = rig.fake.socket.connected();
    rig.fake.socket.refresh();
    await again;
    expect(rig.fake.callsOf('apps.connections.open')).toHaveLength(4);
    expect(rig.logged.filter(({ fields }) => fields.err)).toHaveLength(2);
  });

  it('is not connected again and again to whoever greets and hangs up: each time it waits longer', async () => {
    rig.fake.socket.hangUp(2);
    const threeMore = new Promise<void>((resolve) => {
      const count = (): Promise<void> =>
        rig.fake.socket.connected().then(() => (rig.fake.socket.connections < 4 ? count() : resolve()));
      void count();
    });
    rig.fake.socket.refresh();
    await threeMore;
    const waits = rig.logged.filter(({ message }) => message === 'not connected').map(({ fields }) => fields.waitMs);
    expect(waits).toEqual([200, 400, 800]);
    rig.replies(toAsker(card('Your day')));
    expect((await rig.client.slash(ANA, 'today')).body).toMatchObject({ text: 'Your day' });
  });
});

describe('a connection', () => {
  it('acknowledges only what is committed or answered', async () => {
    const fake = await startFakeSlack();
    const answers: Answered[] = [{ kind: 'unavailable' }, { kind: 'undelivered' }, { kind: 'refused' }];
    const receive = async () => answers.shift() ?? { kind: 'done' as const, body: undefined };
    const socket = await openSocket({ appToken: 'xapp-1', apiUrl: fake.apiUrl, receive, log: quietLog() });
    const [unavailable, undelivered, refused] = [EVENT, EVENT, EVENT].map((body) => fake.socket.deliver(body));
    await refused?.acked;
    await fake.socket.deliver(EVENT).acked;
    expect([unavailable?.isAcked(), undelivered?.isAcked()]).toEqual([false, false]);
    await socket.close();
    await fake.close();
  });

  it('lets what it has taken be answered before it is closed, and takes nothing more', async () => {
    const fake = await startFakeSlack();
    let arrive: () => void = () => undefined;
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    let answer: () => void = () => undefined;
    const answered = new Promise<Answered>((resolve) => {
      answer = () => resolve({ kind: 'done', body: { text: 'late' } });
    });
    const receive = () => {
      arrive();
      return answered;
    };
    const socket = await openSocket({ appToken: 'xapp-1', apiUrl: fake.apiUrl, receive, log: quietLog() });
    const delivered = fake.socket.deliver(EVENT);
    await arrived;
    const closing = socket.close();
    answer();
    expect(await delivered.acked).toEqual({ text: 'late' });
    await closing;
    expect(fake.socket.connections).toBe(1);
    await fake.close();
  });

  it('with a token Slack refuses is not begun', async () => {
    const fake = await startFakeSlack();
    fake.script('apps.connections.open', { error: 'invalid_auth' });
    const opening = openSocket({
      appToken: 'xapp-1',
      apiUrl: fake.apiUrl,
      receive: async () => ({ kind: 'refused' }),
      log: quietLog(),
    });
    await expect(opening).rejects.toMatchObject({ name: 'PlatformError', code: 'invalid_auth', retryable: false });
    await fake.close();
  });
});
