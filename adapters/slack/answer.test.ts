import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Card, Chart } from '../../bot/cards/card.ts';
import type { Reply } from '../../bot/contract.ts';
import { PlatformError } from '../../bot/contract.ts';
import { card, form, inPlace, never, toAsker, toPlace } from '../../test/fakes/replies.ts';
import { type Rig, startSlackAdapter } from '../../test/fakes/slack-adapter.ts';

let rig: Rig;

beforeEach(async () => {
  rig = await startSlackAdapter();
});

afterEach(() => rig.close());

const ANA = 'U0ANA';
const BEN = 'U0BEN';

/** Lets a person see a lasting card in the private conversation. */
async function withCard(person: string, ...labels: string[]): Promise<void> {
  const place = await rig.adapter.direct({ platform: 'slack', workspace: rig.fake.team, externalId: person });
  await rig.adapter.send(place, card('A card', ...labels), { effectId: 'effect-1' });
}

const CHART: Chart = {
  title: 'By stage',
  shape: 'bar',
  unit: '¥',
  categories: ['Lead'],
  series: [{ name: 'Amount', points: [{ value: 1, text: '¥1' }] }],
};

describe('a slash command', () => {
  it('is answered in its response, to the one who asked', async () => {
    rig.replies(toAsker(card('Your day', 'Done')));
    const { status, body } = await rig.client.slash(ANA, 'today');
    expect(status).toBe(200);
    expect(body).toMatchObject({ response_type: 'ephemeral', text: 'Your day', unfurl_links: false });
    expect(rig.events()).toMatchObject([{ kind: 'line', text: 'today', sender: { externalId: ANA } }]);
    expect(rig.fake.lastCard(ANA)).toMatchObject({ user: ANA, buttons: ['Done'] });
    expect(rig.fake.callsOf('chat.postMessage')).toEqual([]);
  });

  it('is answered to the whole place where the reply is for it', async () => {
    rig.replies(toPlace(card('Pipeline')));
    expect((await rig.client.slash(ANA, 'pipeline')).body).toMatchObject({ response_type: 'in_channel' });
  });

  it('in a channel leaves the card that all see as it is, where its answer is for one of them (R104)', async () => {
    rig.replies(toPlace(card('What I can do', 'More')));
    await rig.client.slash(ANA, 'help');
    rig.fake.join('C0SALES', BEN);
    rig.replies({ kind: 'card', card: card('What a director can do'), audience: 'asker', inPlace: true });
    await rig.client.press(BEN, 'More');
    expect(rig.fake.lastCard(BEN)).toMatchObject({ words: 'What a director can do', user: BEN });
    expect(rig.fake.lastCard(ANA)).toMatchObject({ words: 'What I can do\nMore', edits: 0 });
  });

  it('opens a window for a form, and shows the form in the message where the trigger is gone', async () => {
    rig.replies({ kind: 'form', card: form() });
    expect((await rig.client.slash(ANA, 'lead add')).body).toBeUndefined();
    expect(rig.fake.lastView(ANA)?.title.text).toBe('New lead');

    rig.fake.script('views.open', { error: 'expired_trigger_id' });
    const { body } = await rig.client.slash(ANA, 'lead add');
    expect(body).toMatchObject({ response_type: 'ephemeral' });
    expect(rig.fake.lastCard(ANA).buttons).toEqual(['Add']);
  });

  it('with a chart is answered where Slack says whether it takes one', async () => {
    rig.replies(toAsker({ title: 'Pipeline', body: [{ type: 'chart', chart: CHART }] }));
    rig.fake.script('response_url', { error: 'invalid_blocks' });
    expect((await rig.client.slash(ANA, 'pipeline')).body).toBeUndefined();
    expect(rig.fake.lastCard(ANA)).toMatchObject({ user: ANA, words: 'Pipeline\nBy stage\n–\nAmount\nLead\n¥1' });
  });

  it('says it is working when the bot is still busy, and the answer follows', async () => {
    rig.answers(() => ({ kind: 'working' }));
    const { body } = await rig.client.slash(ANA, 'report');
    expect(body).toMatchObject({ response_type: 'ephemeral', text: '正在处理… · Working on it…' });
    const [event] = rig.events();
    await rig.adapter.answer(event ?? never(), toAsker(card('Report')));
    expect(rig.fake.lastCard(ANA)).toMatchObject({ user: ANA, words: 'Report' });
    expect(rig.fake.callsOf('response_url')).toHaveLength(1);
  });

  it('is answered late without its response URL once that has expired', async () => {
    rig.answers(() => ({ kind: 'working' }));
    await rig.client.slash(ANA, 'report');
    const [event] = rig.events();
    rig.fake.script('response_url', { status: 404 });
    await rig.adapter.answer(event ?? never(), toAsker(card('Report')));
    expect(rig.fake.callsOf('chat.postEphemeral')[0]?.args).toMatchObject({ channel: 'C0SALES', user: ANA });

    rig.fake.script('response_url', { status: 404 });
    rig.fake.script('chat.postEphemeral', { error: 'not_in_channel' });
    await rig.adapter.answer(event ?? never(), toAsker(card('Again')));
    expect(rig.fake.lastCard(ANA)).toMatchObject({ channel: 'D0ANA', words: 'Again' });
  });

  it('brings the kind sentence where nothing could be recorded', async () => {
    const reply: Reply = { kind: 'notice', text: 'Try again in a minute.', tone: 'bad' };
    rig.answers(() => ({ kind: 'unavailable', reply }));
    const { status, body } = await rig.client.slash(ANA, 'today');
    expect([status, body?.text]).toEqual([200, '⛔ Try again in a minute.']);
  });

  it('is answered, not done again, when the same bytes come again', async () => {
    let runs = 0;
    rig.answers(() => ({ kind: 'reply', reply: toAsker(card(`Run ${++runs}`)) }));
    const first = await rig.client.slash(ANA, 'lead add Acme');
    const again = await Promise.all([first.again(), first.again(), first.again()]);
    expect([first, ...again].map(({ body }) => body?.text)).toEqual(['Run 1', 'Run 1', 'Run 1', 'Run 1']);
    expect(runs).toBe(1);
  });

  it('that was refused is refused', async () => {
    rig.answers(() => ({ kind: 'refused' }));
    expect((await rig.client.slash(ANA, 'today')).status).toBe(403);
  });
});

describe('a press', () => {
  it('redraws the card it came from', async () => {
    await withCard(ANA, 'Done', 'Later');
    rig.replies(inPlace(card('Done by Ana')));
    expect((await rig.client.press(ANA, 'Done')).status).toBe(200);
    expect(rig.events()).toMatchObject([{ kind: 'press', command: 'task.done', input: { id: 'Done' } }]);
    expect(rig.fake.cards(ANA)).toMatchObject([{ words: 'Done by Ana', edits: 1 }]);
    expect(rig.fake.callsOf('chat.update')).toHaveLength(1);
  });

  it('redraws a card only its reader sees through the response URL', async () => {
    rig.replies(toAsker(card('Your day', 'Done')));
    await rig.client.slash(ANA, 'today');
    rig.replies(inPlace(card('All done')));
    await rig.client.press(ANA, 'Done');
    expect(rig.fake.cards(ANA)).toMatchObject([{ words: 'All done', edits: 1, user: ANA }]);
    expect(rig.fake.callsOf('response_url')[0]?.args).toMatchObject({ replace_original: true });
    expect(rig.fake.callsOf('chat.update')).toEqual([]);
  });

  it('posts another card where the one it came from is gone', async () => {
    await withCard(ANA, 'Done');
    rig.fake.script('chat.update', { error: 'message_not_found' });
    rig.fake.script('response_url', { status: 404 });
    rig.replies(inPlace(card('Done by Ana')));
    await rig.client.press(ANA, 'Done');
    expect(rig.fake.cards(ANA).map(({ words }) => words)).toEqual(['A card\nDone', 'Done by Ana']);
  });

  it('in a channel is answered to the one who pressed, seen by nobody else', async () => {
    rig.replies(toPlace(card('Approve?', 'Approve')));
    await rig.client.slash(ANA, 'ask');
    rig.fake.join('C0SALES', BEN);
    rig.replies({ kind: 'notice', text: 'Only a director can.', tone: 'bad' });
    await rig.client.press(BEN, 'Approve');
    expect(rig.fake.lastCard(BEN)).toMatchObject({ words: '⛔ Only a director can.', user: BEN });
    expect(rig.fake.lastCard(ANA).words).toBe('Approve?\nApprove');
  });

  it('opens a window for a form, and shows it in the conversation where the trigger is gone', async () => {
    await withCard(ANA, 'Edit');
    rig.replies({ kind: 'form', card: form() });
    await rig.client.press(ANA, 'Edit');
    expect(rig.fake.lastView(ANA)?.submit?.text).toBe('Add');
    rig.fake.script('views.open', { error: 'expired_trigger_id' });
    await rig.client.press(ANA, 'Edit');
    expect(rig.fake.lastCard(ANA)).toMatchObject({ channel: 'D0ANA', buttons: ['Add'] });
  });

  it('is acknowledged in time where Slack is slow, and still answered', async () => {
    await withCard(ANA, 'Done');
    rig.fake.script('chat.update', { afterMs: 1_500 });
    rig.replies(inPlace(card('Done by Ana')));
    expect((await rig.client.press(ANA, 'Done')).status).toBe(200);
    await rig.stop();
    expect(rig.fake.cards(ANA)).toMatchObject([{ words: 'Done by Ana' }]);
  });

  it('says of its answer whether it was delivered', async () => {
    await withCard(ANA, 'Done');
    const told: string[] = [];
    const failed = (error: unknown) => void told.push(error instanceof PlatformError ? error.code : String(error));
    const receipt = { delivered: () => void told.push('delivered'), failed };
    rig.answers(() => ({ kind: 'reply', reply: inPlace(card('Done by Ana')), receipt }));
    rig.fake.script('chat.update', { retryAfter: 30 });
    await rig.client.press(ANA, 'Done');
    expect(told).toEqual(['ratelimited']);
    await rig.client.press(ANA, 'Done');
    expect(told).toEqual(['ratelimited', 'delivered']);
  });

  it('whose answer could not be delivered is reported to the one who pressed, and logged by code', async () => {
    await withCard(ANA, 'Done');
    rig.fake.script('chat.update', { retryAfter: 3 });
    rig.replies(inPlace(card('Done by Ana')));
    expect((await rig.client.press(ANA, 'Done')).status).toBe(500);
    expect(rig.logged.map(({ fields }) => fields.code)).toEqual(['ratelimited']);
    expect(rig.fake.callsOf('chat.update')).toHaveLength(1);
  });
});

describe('a window', () => {
  beforeEach(async () => {
    rig.replies({ kind: 'form', card: form() });
    await rig.client.slash(ANA, 'lead add');
  });

  it('submits what was typed and what it carries, and closes', async () => {
    rig.replies(toAsker(card('Lead added', 'Undo')));
    const { status, body } = await rig.client.submit(ANA, { company: 'Acme', amount: '35万' });
    expect([status, body]).toEqual([200, { response_action: 'clear' }]);
    expect(rig.events().at(-1)).toMatchObject({
      kind: 'submit',
      command: 'lead.add',
      hidden: { draft: 7 },
      values: { company: 'Acme', amount: '35万' },
    });
    expect(rig.fake.lastView(ANA)).toBeUndefined();
    expect(rig.fake.lastCard(ANA)).toMatchObject({ words: 'Lead added\nUndo', user: ANA, channel: 'C0SALES' });
  });

  it('shows what is wrong beside the fields and keeps what was typed', async () => {
    rig.replies({ kind: 'form', card: form({ amount: 'That is no amount.' }, { company: 'Acme' }) });
    const { body, errors } = await rig.client.submit(ANA, { company: 'Acme', amount: 'much' });
    expect(body?.response_action).toBe('errors');
    expect(errors).toEqual({ amount: 'That is no amount.' });
  });

  it('becomes the next form where that is another', async () => {
    const next = form();
    const [node] = next.body;
    if (node?.type === 'form') {
      node.form.inputs = node.form.inputs.slice(0, 1);
    }
    rig.replies({ kind: 'form', card: next });
    const { body } = await rig.client.submit(ANA, { company: 'Acme' });
    expect(body?.response_action).toBe('update');
    expect(rig.fake.openViews(ANA)).toHaveLength(1);
  });

  it('stays beneath a refusal', async () => {
    rig.replies({ kind: 'notice', text: 'Somebody changed this.', tone: 'bad' });
    await rig.client.submit(ANA, { company: 'Acme' });
    expect(rig.fake.openViews(ANA).map(({ submit }) => submit?.text)).toEqual(['Add', undefined]);
  });

  it('stays beneath the news that nothing could be recorded', async () => {
    const reply: Reply = { kind: 'notice', text: 'Try again in a minute.', tone: 'bad' };
    rig.answers(() => ({ kind: 'unavailable', reply }));
    expect((await rig.client.submit(ANA, { company: 'Acme' })).body?.response_action).toBe('push');
  });

  it('shows the answer itself where it can be posted nowhere', async () => {
    rig.fake.script('response_url', { status: 404 });
    rig.fake.script('chat.postEphemeral', { error: 'not_in_channel' });
    rig.fake.script('chat.postMessage', { error: 'messages_tab_disabled' });
    rig.replies(toAsker(card('Lead added')));
    const { body } = await rig.client.submit(ANA, { company: 'Acme' });
    expect(body?.response_action).toBe('update');
    expect(rig.fake.lastView(ANA)?.title.text).toBe('Lead added');
  });

  it('redraws the card it was opened from', async () => {
    await withCard(BEN, 'Edit');
    rig.replies({ kind: 'form', card: form() });
    await rig.client.press(BEN, 'Edit');
    rig.replies(inPlace(card('Edited')));
    await rig.client.submit(BEN, { company: 'Acme' });
    expect(rig.fake.cards(BEN)).toMatchObject([{ words: 'Edited', edits: 1 }]);
  });

  it('changes when one of its own buttons is pressed', async () => {
    const withButton = form();
    withButton.body.push({ type: 'actions', buttons: [{ label: 'Which Acme?', command: 'customer.find', input: {} }] });
    rig.replies({ kind: 'form', card: withButton });
    await rig.client.slash(ANA, 'lead add');
    rig.replies({ kind: 'card', card: card('Two of that name'), audience: 'asker' });
    expect((await rig.client.pressInView(ANA, 'Which Acme?')).status).toBe(200);
    expect(rig.fake.openViews(ANA).map(({ title }) => title.text)).toEqual(['Two of that name']);
  });
});

describe('an inline form', () => {
  beforeEach(async () => {
    rig.takesEvents('accepted');
    await rig.client.dm(ANA, 'new lead');
    const [event] = rig.events();
    await rig.adapter.answer(event ?? never(), { kind: 'form', card: form() });
  });

  it('submits what stands in its inputs and gives way to the answer', async () => {
    rig.replies(toAsker(card('Lead added')));
    await rig.client.press(ANA, 'Add', { values: { company: 'Acme', amount: '5k' } });
    expect(rig.events().at(-1)).toMatchObject({
      kind: 'submit',
      command: 'lead.add',
      hidden: { draft: 7 },
      values: { company: 'Acme', amount: '5k' },
    });
    expect(rig.fake.cards(ANA)).toMatchObject([{ words: 'Lead added', edits: 1 }]);
  });

  it('comes again with the reasons beside its fields, under new block ids, with nothing typed lost', async () => {
    const before = rig.fake.lastCard(ANA).blocks.map(({ block_id }) => block_id);
    rig.replies({ kind: 'form', card: form({ amount: 'That is no amount.' }, { company: 'Acme', amount: 'much' }) });
    await rig.client.press(ANA, 'Add', { values: { company: 'Acme', amount: 'much' } });
    const after = rig.fake.lastCard(ANA);
    expect(after.words).toContain('That is no amount.');
    expect(after.blocks.filter(({ block_id }) => block_id && before.includes(block_id))).toEqual([]);
    await rig.client.press(ANA, 'Add');
    expect(rig.events().at(-1)).toMatchObject({ values: { company: 'Acme', amount: 'much' } });
  });
});

describe('a form of every kind of field', () => {
  const REASONS = [
    { label: 'Price', value: 'price' },
    { label: 'Quality', value: 'quality' },
  ];
  const visit: Card = {
    title: 'Visit',
    body: [
      {
        type: 'form',
        form: {
          command: 'visit.log',
          hidden: {},
          submit: 'Save',
          inputs: [
            { name: 'customer', label: 'Customer', widget: 'record', source: 'customer', required: true },
            { name: 'at', label: 'When', widget: 'datetime', required: true, value: '2026-12-01 09:30' },
            { name: 'people', label: 'People', widget: 'number', required: false },
            { name: 'reasons', label: 'Reasons', widget: 'choices', required: false, options: REASONS, value: 'price' },
          ],
        },
      },
    ],
  };
  const filled = { at: '2026-12-02', 'at.time': '15:00', people: '4', reasons: 'quality,price' };
  const values = { customer: 'c-7', at: '2026-12-02 15:00', people: '4', reasons: 'quality,price' };

  beforeEach(() => {
    rig.finds(({ sender, query }) =>
      sender.externalId === ANA && query.startsWith('Ac') ? [{ label: 'Acme', value: 'c-7', detail: '李雷' }] : [],
    );
  });

  it('is searched in, filled in and read in a window', async () => {
    rig.replies({ kind: 'form', card: visit });
    await rig.client.slash(ANA, 'visit');
    expect(await rig.client.types(ANA, 'customer', 'Ac')).toEqual(['Acme', '“Ac”']);
    await rig.client.submit(ANA, { ...filled, customer: 'Acme' });
    expect(rig.events().at(-1)).toMatchObject({ kind: 'submit', command: 'visit.log', values });
  });

  it('is searched in, filled in and read in a message', async () => {
    rig.takesEvents('accepted');
    await rig.client.dm(ANA, 'visit');
    const [event] = rig.events();
    await rig.adapter.answer(event ?? never(), { kind: 'form', card: visit });
    await rig.client.types(ANA, 'customer', 'Acme');
    await rig.client.press(ANA, 'Save', { values: { ...filled, customer: 'Acme' } });
    expect(rig.events().at(-1)).toMatchObject({ kind: 'submit', command: 'visit.log', values });
  });

  it('takes a name nobody knows yet, as it was typed', async () => {
    rig.replies({ kind: 'form', card: visit });
    await rig.client.slash(ANA, 'visit');
    expect(await rig.client.types(ANA, 'customer', ' 新客户 ')).toEqual(['“新客户”']);
    await rig.client.submit(ANA, { customer: '新客户' });
    expect(rig.events().at(-1)).toMatchObject({ values: { customer: '新客户', at: '2026-12-01 09:30', people: '' } });
  });

  it('says what is wrong with a day and its time at the day', async () => {
    rig.replies({ kind: 'form', card: visit });
    await rig.client.slash(ANA, 'visit');
    await rig.client.types(ANA, 'customer', 'Acme');
    const wrong = structuredClone(visit);
    const [node] = wrong.body;
    if (node?.type === 'form') {
      node.form.inputs = node.form.inputs.map((each) => (each.name === 'at' ? { ...each, error: 'Too late.' } : each));
    }
    rig.replies({ kind: 'form', card: wrong });
    const { errors } = await rig.client.submit(ANA, { customer: 'Acme' });
    expect(errors).toEqual({ at: 'Too late.' });
  });
});
