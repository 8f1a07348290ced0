import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../bot/contract.ts';
import { PlatformError } from '../../bot/contract.ts';
import { type Rig, startFeishuAdapter } from '../../test/fakes/feishu-adapter.ts';
import { card, form, inPlace, never, toAsker, toPlace } from '../../test/fakes/replies.ts';

let rig: Rig;

beforeEach(async () => {
  rig = await startFeishuAdapter();
});

afterEach(() => rig.close());

const ANA = 'ou_ana';
const WORKING = '正在处理… · Working on it…';
const aside = 'I have answered you privately.';

/** Lets a person see a card: in the private chat, or in a group. */
async function withCard(person: string, labels: string[], { group = '' } = {}): Promise<void> {
  const address = group ? `chat_id ${group}` : `open_id ${person}`;
  rig.fake.join(group, person);
  const place = { platform: 'feishu', workspace: rig.fake.tenant, address, direct: !group };
  await rig.adapter.send(place, card('A card', ...labels), { effectId: `effect-${labels}` });
}

describe('a press', () => {
  it('redraws the card it came from, in its own response', async () => {
    await withCard(ANA, ['Done', 'Later']);
    rig.replies(inPlace(card('Done by Ana')));
    const { status, body } = await rig.client.press(ANA, 'Done');
    expect([status, Object.keys(body ?? {})]).toEqual([200, ['card']]);
    expect(rig.events()).toMatchObject([{ kind: 'press', command: 'task.done', input: { id: 'Done' } }]);
    expect(rig.fake.cards(ANA)).toMatchObject([{ title: 'Done by Ana', edits: 1 }]);
    expect(rig.fake.callsOf('message.patch')).toEqual([]);
  });

  it('brings another card where the answer is one', async () => {
    await withCard(ANA, ['Open']);
    rig.replies(toAsker(card('The customer')));
    expect((await rig.client.press(ANA, 'Open')).body).toEqual({});
    expect(rig.fake.cards(ANA).map(({ title }) => title)).toEqual(['A card', 'The customer']);
  });

  it('is told what went wrong, seen by nobody else', async () => {
    await withCard(ANA, ['Approve'], { group: 'oc_sales' });
    rig.replies({ kind: 'notice', text: 'Only a director can.', tone: 'bad', aside });
    const { body } = await rig.client.press(ANA, 'Approve');
    expect(body).toEqual({ toast: { type: 'error', content: 'Only a director can.' } });
    expect(rig.fake.messages).toHaveLength(1);
  });

  it('in a group is answered in private, with a word that it was', async () => {
    await withCard(ANA, ['Open'], { group: 'oc_sales' });
    rig.replies({ ...toAsker(card('Confidential')), inPlace: true, aside } as Reply);
    const { body } = await rig.client.press(ANA, 'Open');
    expect(body).toEqual({ toast: { type: 'info', content: aside } });
    expect(rig.fake.messages.map(({ chat, edits }) => [chat, edits])).toEqual([
      ['oc_sales', 0],
      ['oc_private_ou_ana', 0],
    ]);
  });

  it('in a group redraws for all what is for all', async () => {
    await withCard(ANA, ['Done'], { group: 'oc_sales' });
    rig.replies(inPlace(card('Done by Ana')));
    await rig.client.press(ANA, 'Done');
    expect(rig.fake.cards(ANA)).toMatchObject([{ title: 'Done by Ana', chat: 'oc_sales' }]);
  });

  it('opens a form as a card of its own', async () => {
    await withCard(ANA, ['Edit']);
    rig.replies({ kind: 'form', card: form() });
    await rig.client.press(ANA, 'Edit');
    expect(rig.fake.cards(ANA).map(({ title }) => title)).toEqual(['A card', 'New lead']);
  });

  it('that takes longer is told so, and its card is redrawn when it is done', async () => {
    await withCard(ANA, ['Done']);
    rig.answers(() => ({ kind: 'working' }));
    const { body } = await rig.client.press(ANA, 'Done');
    expect(body).toEqual({ toast: { type: 'info', content: WORKING } });
    await rig.adapter.answer(rig.events()[0] ?? never(), inPlace(card('Done by Ana')));
    expect(rig.fake.cards(ANA)).toMatchObject([{ title: 'Done by Ana', edits: 1 }]);
    expect(rig.fake.callsOf('message.patch')).toHaveLength(1);
  });

  it('posts another card where the one it came from is gone', async () => {
    await withCard(ANA, ['Done']);
    rig.answers(() => ({ kind: 'working' }));
    await rig.client.press(ANA, 'Done');
    rig.fake.recall(rig.fake.cards(ANA)[0]?.id ?? never());
    await rig.adapter.answer(rig.events()[0] ?? never(), inPlace(card('Done by Ana')));
    expect(rig.fake.cards(ANA)).toMatchObject([{ title: 'Done by Ana', edits: 0 }]);
  });

  it('is acknowledged in time where Feishu is slow, and still answered', async () => {
    await withCard(ANA, ['Open']);
    rig.fake.script('message.create', { afterMs: 1_200 });
    rig.replies(toAsker(card('The customer')));
    expect((await rig.client.press(ANA, 'Open')).body).toEqual({ toast: { type: 'info', content: WORKING } });
    await rig.stop();
    expect(rig.fake.cards(ANA).map(({ title }) => title)).toEqual(['A card', 'The customer']);
  });

  it('brings the kind sentence where nothing could be recorded', async () => {
    await withCard(ANA, ['Done']);
    const reply: Reply = { kind: 'notice', text: 'Try again in a minute.', tone: 'bad' };
    rig.answers(() => ({ kind: 'unavailable', reply }));
    const { status, body } = await rig.client.press(ANA, 'Done');
    expect([status, body]).toEqual([200, { toast: { type: 'error', content: 'Try again in a minute.' } }]);
  });

  it('that was refused is refused', async () => {
    await withCard(ANA, ['Done']);
    rig.answers(() => ({ kind: 'refused' }));
    expect((await rig.client.press(ANA, 'Done')).status).toBe(403);
  });

  it('is answered, not done again, when it comes again', async () => {
    await withCard(ANA, ['Open']);
    let runs = 0;
    rig.answers(() => ({ kind: 'reply', reply: toAsker(card(`Run ${++runs}`)) }));
    const first = await rig.client.press(ANA, 'Open');
    const again = await Promise.all([first.again(), first.again(), first.again(), first.again()]);
    expect(again.map(({ status, body }) => [status, body])).toEqual(Array(4).fill([200, {}]));
    expect(runs).toBe(1);
    expect(rig.fake.cards(ANA).map(({ title }) => title)).toEqual(['A card', 'Run 1']);
  });

  it('says of its answer whether it was delivered', async () => {
    await withCard(ANA, ['Open']);
    const told: string[] = [];
    const failed = (error: unknown) => void told.push(error instanceof PlatformError ? error.code : String(error));
    const receipt = { delivered: () => void told.push('delivered'), failed };
    rig.answers(() => ({ kind: 'reply', reply: toAsker(card('The customer')), receipt }));
    rig.fake.script('message.create', { rateSeconds: 30 });
    const before = rig.fake.lastCard(ANA);
    expect((await rig.client.press(ANA, 'Open')).body).toEqual({ toast: { type: 'info', content: WORKING } });
    expect(told).toEqual(['ratelimited']);
    expect(rig.logged.map(({ fields }) => fields.code)).toEqual(['ratelimited']);
    await rig.client.press(ANA, 'Open', { on: before });
    expect(told).toEqual(['ratelimited', 'delivered']);
  });
});

describe('a form', () => {
  beforeEach(async () => {
    await rig.client.dm(ANA, 'new lead');
    await rig.adapter.answer(rig.events()[0] ?? never(), { kind: 'form', card: form() });
  });

  it('submits what stands in its fields and gives way to the answer', async () => {
    rig.replies(toAsker(card('Lead added', 'Undo')));
    await rig.client.submit(ANA, { company: 'Acme', amount: '5k' });
    expect(rig.events().at(-1)).toMatchObject({
      kind: 'submit',
      command: 'lead.add',
      hidden: { draft: 7 },
      values: { company: 'Acme', amount: '5k' },
    });
    expect(rig.fake.cards(ANA)).toMatchObject([{ title: 'Lead added', edits: 1, buttons: ['Undo'] }]);
  });

  it('comes again with the reasons beside its fields and nothing typed lost', async () => {
    rig.replies({ kind: 'form', card: form({ amount: 'That is no amount.' }, { company: 'Acme', amount: 'much' }) });
    const { errors } = await rig.client.submit(ANA, { company: 'Acme', amount: 'much' });
    expect(errors).toEqual({ amount: 'That is no amount.' });
    await rig.client.submit(ANA);
    expect(rig.events().at(-1)).toMatchObject({ values: { company: 'Acme', amount: 'much' } });
  });

  it('stays where it is when something is refused', async () => {
    rig.replies({ kind: 'notice', text: 'Somebody changed this.', tone: 'bad' });
    await rig.client.submit(ANA, { company: 'Acme' });
    expect(rig.fake.toasts(ANA)).toEqual(['Somebody changed this.']);
    expect(rig.fake.cards(ANA)).toMatchObject([{ title: 'New lead', edits: 0 }]);
  });

  it('is not sent without what it insists on', async () => {
    await expect(rig.client.submit(ANA, { amount: '5k' })).rejects.toThrow('Feishu insists on company');
  });
});

describe('a place for all', () => {
  it('is told in the group what is for the group', async () => {
    await withCard(ANA, ['Share'], { group: 'oc_sales' });
    rig.replies(toPlace(card('Pipeline')));
    await rig.client.press(ANA, 'Share');
    expect(rig.fake.cards(ANA).map(({ title, chat }) => [title, chat])).toEqual([
      ['A card', 'oc_sales'],
      ['Pipeline', 'oc_sales'],
    ]);
  });
});
