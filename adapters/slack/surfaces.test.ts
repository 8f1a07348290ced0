import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '../../bot/cards/card.ts';
import type { Reply } from '../../bot/contract.ts';
import { card, form, inPlace, never, toAsker } from '../../test/fakes/replies.ts';
import { type Rig, startSlackAdapter } from '../../test/fakes/slack-adapter.ts';

let rig: Rig;

beforeEach(async () => {
  rig = await startSlackAdapter({ people: [{ id: 'U0BEN', name: 'Ben Adams' }] });
  rig.takesEvents('accepted');
});

afterEach(() => rig.close());

const ANA = 'U0ANA';

/** The last event, answered as it is after its acknowledgement. */
const answer = (reply: Reply) => rig.adapter.answer(rig.events().at(-1) ?? never(), reply);

describe('the person’s own page', () => {
  const day: Card = {
    title: 'My day',
    body: [{ type: 'actions', buttons: [{ label: 'Done', command: 'task.done', input: { list: 'today' } }] }],
  };

  beforeEach(async () => {
    await rig.client.opensHome(ANA);
    await answer(toAsker(day));
  });

  it('is published when it is opened, and nothing is posted', () => {
    expect(rig.events()).toMatchObject([{ kind: 'home', sender: { externalId: ANA } }]);
    expect(rig.fake.home(ANA)).toMatchObject({ type: 'home', words: 'My day\nDone' });
    expect(rig.fake.messages).toEqual([]);
  });

  it('is drawn anew by a press on it', async () => {
    rig.replies(inPlace(card('All done')));
    expect((await rig.client.pressOnHome(ANA, 'Done')).status).toBe(200);
    expect(rig.events().at(-1)).toMatchObject({ kind: 'press', command: 'task.done', onHome: true });
    expect(rig.fake.home(ANA).words).toBe('All done');
    expect(rig.fake.messages).toEqual([]);
    expect(rig.events()).toHaveLength(2);
  });

  it('shows anything else in a window, and a refusal too', async () => {
    rig.replies(toAsker(card('Acme', 'Approve')));
    await rig.client.pressOnHome(ANA, 'Done');
    expect(rig.fake.lastView(ANA)?.title.text).toBe('Acme');

    rig.replies(inPlace(card('Approved')));
    await rig.client.pressInView(ANA, 'Approve');
    expect(rig.fake.lastView(ANA)?.title.text).toBe('Approved');
    expect(rig.fake.home(ANA).words).toBe('My day\nDone');

    rig.replies({ kind: 'notice', text: 'Only a director can.', tone: 'bad' });
    await rig.client.pressOnHome(ANA, 'Done');
    expect(JSON.stringify(rig.fake.lastView(ANA)?.blocks)).toContain('Only a director can.');
    expect(rig.fake.messages).toEqual([]);
  });

  it('is asked for again when something was done in a window over it', async () => {
    rig.replies(toAsker(card('Acme', 'Approve')));
    await rig.client.pressOnHome(ANA, 'Done');
    rig.replies(toAsker(card('Approved')));
    await rig.client.pressInView(ANA, 'Approve');
    expect(rig.events().at(-1)).toMatchObject({ kind: 'home', sender: { externalId: ANA } });
    const { body, dedupeKey } = rig.deliveries.at(-1) ?? never();
    expect(dedupeKey).toMatch(/^event:home:press:/);
    expect(rig.adapter.parse(body)).toMatchObject({ kind: 'home', sender: { externalId: ANA } });
  });

  it('is drawn anew by a form that was opened from it, whose news else come as a message', async () => {
    rig.replies({ kind: 'form', card: form() });
    await rig.client.pressOnHome(ANA, 'Done');
    rig.replies(inPlace(card('Snoozed')));
    await rig.client.submit(ANA, { company: 'Acme' });
    expect(rig.events().at(-1)).toMatchObject({ kind: 'submit', onHome: true });
    expect(rig.fake.home(ANA).words).toBe('Snoozed');

    rig.replies({ kind: 'form', card: form() });
    await rig.client.opensHome(ANA);
    await answer(toAsker(day));
    await rig.client.pressOnHome(ANA, 'Done');
    rig.replies(toAsker(card('Lead added')));
    await rig.client.submit(ANA, { company: 'Acme' });
    expect(rig.fake.lastCard(ANA)).toMatchObject({ channel: 'D0ANA', words: 'Lead added' });
    expect(rig.events().at(-1)).toMatchObject({ kind: 'home' });
  });

  it('tells in the conversation where no window can be opened any more', async () => {
    rig.fake.script('views.open', { error: 'expired_trigger_id' });
    rig.replies(toAsker(card('Acme')));
    await rig.client.pressOnHome(ANA, 'Done');
    expect(rig.fake.lastCard(ANA)).toMatchObject({ channel: 'D0ANA', words: 'Acme' });
  });
});

describe('a shortcut', () => {
  const said = { user: 'U0BEN', text: 'Met Wang <at> Acme', ts: '1790000000.000100' };

  it('at a message opens the form as a window, and asks Slack for nothing before (R39)', async () => {
    rig.replies({ kind: 'form', card: form() });
    const { status, body } = await rig.client.shares(ANA, said);
    expect([status, body]).toEqual([200, undefined]);
    expect(rig.events().at(-1)).toMatchObject({ kind: 'shared', text: 'Met Wang <at> Acme', authorId: 'U0BEN' });
    expect(rig.fake.callsOf('users.info')).toEqual([]);
    expect(rig.fake.lastView(ANA)?.title.text).toBe('New lead');

    rig.replies(toAsker(card('Logged', 'Undo')));
    await rig.client.submit(ANA, { company: 'Acme' });
    rig.fake.join('C0SALES', 'U0BEN');
    expect(rig.fake.cards('U0BEN')).toEqual([]);
    expect(rig.fake.messages).toMatchObject([{ user: ANA, channel: 'C0SALES', text: 'Logged' }]);
  });

  it('from anywhere opens the same form, and says in the conversation what cannot be shown', async () => {
    rig.replies({ kind: 'form', card: form() });
    await rig.client.shortcut(ANA);
    expect(rig.events().at(-1)).toMatchObject({ kind: 'shared', text: '' });
    expect(rig.fake.lastView(ANA)?.title.text).toBe('New lead');

    rig.replies({ kind: 'notice', text: 'Your account is closed.', tone: 'bad' });
    await rig.client.shortcut(ANA);
    expect(rig.fake.lastCard(ANA)).toMatchObject({ channel: 'D0ANA', words: '⛔ Your account is closed.' });
  });
});

describe('links to records', () => {
  const ID = '0197a1b2-0000-7000-8000-00000000c0de';
  const url = `https://parley.example/r/customer/${ID}`;

  beforeEach(() => {
    rig.finds((lookup) =>
      lookup.kind === 'linked' &&
      lookup.source === 'customer' &&
      lookup.query === ID &&
      lookup.sender.externalId === ANA
        ? [{ label: 'Acme', value: ID, card: card('Acme', 'Open privately') }]
        : [],
    );
  });

  it('have what they lead to beside them, as far as the one who wrote them sees it', async () => {
    const other = url.replace('c0de', 'beef');
    const id = await rig.client.pastes(ANA, [url, other, 'https://parley.example/about']);
    await rig.stop();
    const previews = rig.fake.previews(id);
    expect([...previews.keys()]).toEqual([url]);
    expect(previews.get(url)?.words).toBe('Acme\nOpen privately');
    expect(rig.deliveries).toEqual([]);
  });

  it('of others bring nothing', async () => {
    await rig.client.pastes('U0BEN', [url]);
    await rig.client.pastes(ANA, ['https://parley.example/r/customer/7']);
    await rig.stop();
    expect(rig.fake.callsOf('chat.unfurl')).toEqual([]);
  });

  it('stand as they were written where Slack takes no preview', async () => {
    rig.fake.script('chat.unfurl', { error: 'cannot_unfurl_url' });
    await rig.client.pastes(ANA, [url]);
    await rig.stop();
    expect(rig.logged).toMatchObject([{ level: 'info', fields: { code: 'cannot_unfurl_url' } }]);
  });
});

describe('a conversation with the assistant', () => {
  const THREAD = '1790000000.000700';
  const greeting: Reply = { kind: 'card', card: card('Hello'), audience: 'asker', suggestions: ['My day', 'My tasks'] };

  it('begins with a greeting in its thread and what could be said', async () => {
    await rig.client.startsThread(ANA, THREAD);
    await answer(greeting);
    expect(rig.events()).toMatchObject([{ kind: 'joined', place: { direct: true } }]);
    expect(rig.fake.lastCard(ANA)).toMatchObject({ channel: 'D0ANA', thread: THREAD, words: 'Hello' });
    expect(rig.fake.callsOf('assistant.threads.setSuggestedPrompts')).toMatchObject([
      {
        args: {
          channel_id: 'D0ANA',
          thread_ts: THREAD,
          prompts: [
            { title: 'My day', message: 'My day' },
            { title: 'My tasks', message: 'My tasks' },
          ],
        },
      },
    ]);
  });

  it('greets also where the app has no assistant', async () => {
    rig.fake.script('assistant.threads.setSuggestedPrompts', { error: 'missing_scope' });
    await rig.client.opens(ANA);
    await answer(greeting);
    expect(rig.fake.lastCard(ANA)).toMatchObject({ channel: 'D0ANA', words: 'Hello' });
  });

  it('shows that somebody is at it, and answers in its thread', async () => {
    await rig.client.dm(ANA, 'my day', { thread: THREAD });
    await answer(toAsker(card('My day')));
    await rig.stop();
    expect(rig.fake.callsOf('assistant.threads.setStatus')).toMatchObject([
      { args: { channel_id: 'D0ANA', thread_ts: THREAD, status: '正在处理… · Working on it…' } },
    ]);
    expect(rig.fake.lastCard(ANA)).toMatchObject({ thread: THREAD, words: 'My day' });
  });

  it('has no status outside a thread', async () => {
    await rig.client.dm(ANA, 'my day');
    await rig.client.mention(ANA, 'my day', { thread: THREAD });
    await rig.stop();
    expect(rig.fake.callsOf('assistant.threads.setStatus')).toEqual([]);
  });
});
