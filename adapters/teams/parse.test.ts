import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from './parse.ts';
import { dayId, timeId, writeAction } from './wire.ts';

const FIXTURES = new URL('../../test/fixtures/teams/', import.meta.url);
const fixture = (name: string) => readFileSync(new URL(name, FIXTURES));
const changed = (name: string, over: object) =>
  Buffer.from(JSON.stringify({ ...JSON.parse(fixture(name).toString()), ...over }));

function accepted(body: Buffer) {
  const parsed = parse(body);
  if (parsed.kind !== 'accepted') {
    throw new Error(parsed.kind === 'malformed' ? `malformed: ${parsed.reason}` : parsed.kind);
  }
  return parsed;
}

const TENANT = '72f988bf-86f1-41af-91ab-2d7cd011db47';
const DANA = { platform: 'teams', workspace: TENANT, externalId: 'c7cbdd72-7d4c-4e02-9a7e-1c51a7a5a0d1' };
const USER =
  '29:1bSnHZ7Js2STWrgk6ScEErLk1Lp2zQuD5H2qQ960rtvstKp8tKLl-3r8b6DoW0QxZimuTxk_kupZ1DBMpvIQQUAZL-PNj0EORDvRZXy8kvWk';
const BOT = '28:00000000-1111-2222-3333-444444444444';
const at = (conversation: string) => `https://smba.trafficmanager.net/emea/ ${conversation} ${BOT} ${USER}`;
const PERSONAL = 'a:17I0kl8EkZXQMsBTn6cqM5Yz8yyZ1n4wXz';
const THREAD = '19:253b1f341670408fb6fe51050b6e5ceb@thread.tacv2;messageid=1763630102123';

describe('every recorded payload', () => {
  const KINDS: Record<string, string> = {
    'conversationUpdate_bot_added_team.json': 'joined',
    'installationUpdate_add.json': 'joined',
    'invoke_adaptiveCard_action_manual.json': 'press',
    'invoke_adaptiveCard_action_refresh.json': 'lookup',
    'invoke_composeExtension_fetchTask_message_action.json': 'shared',
    'invoke_composeExtension_query.json': 'lookup',
    'invoke_task_fetch.json': 'press',
    'invoke_task_submit.json': 'press',
    'messageReaction.json': 'ignored',
    'message_channel_mention.json': 'message',
    'message_personal.json': 'message',
    'message_submit_action.json': 'press',
    'playground_conversationUpdate_personal.json': 'joined',
    'playground_installationUpdate_personal.json': 'joined',
    'playground_invoke_personal_adaptiveCard-action.json': 'press',
    'playground_invoke_personal_composeExtension-query.json': 'lookup',
    'playground_message_channel.json': 'message',
    'playground_message_groupChat.json': 'message',
    'playground_message_personal.json': 'message',
    'playground_message_personal_submit.json': 'press',
  };

  it('is read for what it is', () => {
    const names = readdirSync(FIXTURES).filter((name) => !/^INDEX|^adaptive-card/.test(name));
    const read = names.map((name) => {
      const parsed = parse(fixture(name));
      return [name, parsed.kind === 'accepted' ? parsed.event.kind : parsed.kind];
    });
    expect(Object.fromEntries(read)).toEqual(KINDS);
  });

  it('is read from its record as from itself', () => {
    for (const name of Object.keys(KINDS)) {
      const parsed = parse(fixture(name));
      if (parsed.kind === 'accepted') {
        expect(accepted(parsed.record)).toMatchObject({ event: parsed.event, dedupeKey: parsed.dedupeKey });
      }
    }
  });
});

describe('a message', () => {
  it('to the bot alone says who, where and what', () => {
    const { workspace, event, surface, origin } = accepted(fixture('message_personal.json'));
    expect(workspace).toBe(TENANT);
    expect(surface).toEqual({ kind: 'message' });
    expect(origin.locale).toBe('en-US');
    expect(event).toEqual({
      kind: 'message',
      text: 'pipeline this week',
      sender: DANA,
      place: { platform: 'teams', workspace: TENANT, address: at(PERSONAL), direct: true },
      reachableAt: at(PERSONAL),
    });
  });

  it('in a channel comes without the mention, and its thread is its place', () => {
    expect(accepted(fixture('message_channel_mention.json')).event).toEqual({
      kind: 'message',
      text: 'deal acme to won',
      beneath: { messages: ['1763630102123'], isThread: true },
      sender: DANA,
      place: { platform: 'teams', workspace: TENANT, address: at(THREAD), direct: false },
    });
  });

  it('is known again when it is delivered again, and told from the next one', () => {
    const first = accepted(fixture('message_personal.json')).dedupeKey;
    expect(accepted(changed('message_personal.json', { timestamp: 'later' })).dedupeKey).toBe(first);
    expect(accepted(changed('message_personal.json', { id: '2' })).dedupeKey).not.toBe(first);
    const elsewhere = changed('message_personal.json', { conversation: { id: 'a:other', tenantId: TENANT } });
    expect(accepted(elsewhere).dedupeKey).not.toBe(first);
  });

  it('sent again has the same record, whatever Teams stamped on it', () => {
    const again = changed('message_personal.json', { timestamp: 'later', localTimestamp: 'later' });
    expect(accepted(again).record).toEqual(accepted(fixture('message_personal.json')).record);
  });

  it('of a bot, or of nothing, is not for us', () => {
    expect(parse(changed('message_personal.json', { from: { id: '28:other' } })).kind).toBe('ignored');
    expect(parse(changed('message_personal.json', { text: ' \u00a0\r\n' })).kind).toBe('ignored');
  });

  it('that only mentions the bot asks for help', () => {
    const { event } = accepted(changed('message_channel_mention.json', { text: '<at>SalesBot</at>' }));
    expect(event).toMatchObject({ kind: 'message', text: '' });
  });

  it('is of whoever Teams says when he has no directory id', () => {
    const { event } = accepted(changed('message_personal.json', { from: { id: '29:guest' } }));
    expect(event.sender.externalId).toBe('29:guest');
  });
});

describe('the bot added', () => {
  it('is told of once, however often and in however many ways Teams tells', () => {
    const told = accepted(fixture('playground_installationUpdate_personal.json'));
    const toldAgain = accepted(fixture('playground_conversationUpdate_personal.json'));
    expect(toldAgain.dedupeKey).toBe(told.dedupeKey);
    expect(toldAgain.record).toEqual(told.record);
    expect(told.event.kind).toBe('joined');
  });

  it('is not the same as anybody else added, or the bot taken away', () => {
    expect(parse(changed('installationUpdate_add.json', { action: 'remove' })).kind).toBe('ignored');
    const other = changed('conversationUpdate_bot_added_team.json', { membersAdded: [{ id: '29:other' }] });
    expect(parse(other).kind).toBe('ignored');
  });
});

const ID = '01970000-0000-7000-8000-000000000001';

describe('an action of a card', () => {
  const invoke = (data: object, over: object = {}) =>
    changed('invoke_adaptiveCard_action_manual.json', {
      value: { action: { type: 'Action.Execute', verb: 'x', data }, trigger: 'manual' },
      ...over,
    });

  it('is the press it carries, on the message it stands on', () => {
    const { event, surface } = accepted(invoke(writeAction({ command: 'task.done', input: { task: ID } })));
    expect(surface).toEqual({ kind: 'card' });
    expect(event).toMatchObject({
      kind: 'press',
      command: 'task.done',
      input: { task: ID },
      source: { messageId: '1763630000001' },
    });
  });

  it('of a form brings what was typed, empty fields too, and days with their times as one', () => {
    const fields = ['name', 'amount', 'due', 'note'];
    const carried = writeAction({ command: 'deal.add', input: { customer: ID }, fields });
    const typed = { name: 'Acme', amount: 42, [dayId('due')]: '2026-12-01', [timeId('due')]: '09:30' };
    expect(accepted(invoke({ ...carried, ...typed })).event).toMatchObject({
      kind: 'submit',
      command: 'deal.add',
      hidden: { customer: ID },
      values: { name: 'Acme', amount: '42', due: '2026-12-01 09:30', note: '' },
    });
  });

  it('on a view that one person alone sees has no message to redraw', () => {
    const { event, origin } = accepted(invoke(writeAction({ command: 'a', input: {}, isOwnView: true })));
    expect(event).not.toHaveProperty('source');
    expect(origin.isOwnView).toBe(true);
  });

  it('that this version did not write is out of date', () => {
    expect(accepted(invoke({ parley: { v: '0', c: 'task.done', i: {} } })).event).toMatchObject({ command: '' });
    expect(accepted(invoke({ deal: 'd_42' })).event).toMatchObject({ kind: 'press', command: '' });
  });

  it('without an id is known by all that is in it', () => {
    const data = writeAction({ command: 'task.done', input: { task: ID } });
    const key = (more: object) => accepted(invoke({ ...data, ...more }, { id: undefined })).dedupeKey;
    expect(key({})).toBe(key({}));
    expect(key({ note: 'x' })).not.toBe(key({}));
  });

  it('pressed by Teams itself only asks what the card is for this person', () => {
    const data = writeAction({ command: 'approval.show', input: { approval: ID } });
    const value = { action: { data }, trigger: 'automatic' };
    expect(parse(changed('invoke_adaptiveCard_action_refresh.json', { value }))).toEqual({
      kind: 'lookup',
      lookup: { kind: 'view', query: '', sender: DANA, command: 'approval.show', input: { approval: ID } },
      into: 'view',
    });
  });

  it('where a client knows no invocations comes as a message with a value', () => {
    const value = writeAction({ command: 'task.done', input: { task: ID } });
    const { event, surface } = accepted(changed('message_submit_action.json', { value }));
    expect(surface).toEqual({ kind: 'message' });
    expect(event).toMatchObject({ kind: 'press', command: 'task.done', source: { messageId: '1763630000001' } });
  });
});

describe('a window', () => {
  const data = writeAction({ command: 'deal.add', input: {}, fields: ['name'] });

  it('is opened by a press', () => {
    const press = { ...writeAction({ command: 'deal.add', input: {} }), msteams: { type: 'task/fetch' } };
    const { event, surface } = accepted(changed('invoke_task_fetch.json', { value: { data: press } }));
    expect(surface).toEqual({ kind: 'dialog', opens: true, of: 'task' });
    expect(event).toMatchObject({ kind: 'press', command: 'deal.add' });
  });

  it('is submitted with what was typed', () => {
    const value = { data: { ...data, name: 'Acme' } };
    const { event, surface } = accepted(changed('invoke_task_submit.json', { value }));
    expect(surface).toEqual({ kind: 'dialog', opens: false, of: 'task' });
    expect(event).toMatchObject({ kind: 'submit', values: { name: 'Acme' } });
    expect(event).not.toHaveProperty('source');
  });

  it('of the message extension is answered as one', () => {
    const over = { name: 'composeExtension/submitAction', value: { commandId: 'log', data } };
    expect(accepted(changed('invoke_task_submit.json', over)).surface).toEqual({
      kind: 'dialog',
      opens: false,
      of: 'extension',
    });
  });
});

describe('the message extension', () => {
  it('shares the message that was picked, as it was said (R39)', () => {
    expect(accepted(fixture('invoke_composeExtension_fetchTask_message_action.json')).event).toMatchObject({
      kind: 'shared',
      text: 'They want 10% off',
      author: 'Dana Vance',
      at: '2026-11-20T09:14:00.000Z',
    });
  });

  it('looks up what is typed, and nothing when it is opened', () => {
    expect(parse(fixture('invoke_composeExtension_query.json'))).toEqual({
      kind: 'lookup',
      lookup: { kind: 'records', query: 'acme', sender: DANA },
      into: 'results',
    });
    const value = { commandId: 'find', parameters: [{ name: 'initialRun', value: 'true' }] };
    expect(parse(changed('invoke_composeExtension_query.json', { value }))).toMatchObject({ lookup: { query: '' } });
  });

  it('finds choices for a field while somebody types', () => {
    const over = { name: 'application/search', value: { queryText: 'acm', dataset: 'customer', kind: 'search' } };
    expect(parse(changed('invoke_composeExtension_query.json', over))).toEqual({
      kind: 'lookup',
      lookup: { kind: 'options', source: 'customer', query: 'acm', sender: DANA },
      into: 'choices',
    });
  });
});

describe('a body', () => {
  it.each([
    ['', 'malformed'],
    ['{', 'malformed'],
    ['[]', 'malformed'],
    ['{}', 'malformed'],
    ['{"type":"message"}', 'malformed'],
    ['{"type":"endOfConversation"}', 'ignored'],
  ])('%j is %s', (body, kind) => {
    expect(parse(Buffer.from(body)).kind).toBe(kind);
  });

  it('without a tenant belongs nowhere', () => {
    const over = { conversation: { id: 'a:1' }, channelData: {} };
    expect(parse(changed('message_personal.json', over))).toEqual({ kind: 'malformed', reason: 'tenant' });
  });

  it('of an invoke nobody knows is passed over', () => {
    expect(parse(changed('invoke_task_fetch.json', { name: 'actionableMessage/x' }))).toEqual({
      kind: 'ignored',
      what: 'invoke/actionableMessage/x',
    });
  });
});

describe('what is quoted (R39)', () => {
  const quote = (messageId: string, over: object = {}) => ({
    type: 'quotedReply',
    quotedReply: {
      messageId,
      senderId: '29:wang',
      senderName: 'Wang',
      time: 1779585600000,
      preview: 'Price is fine',
      ...over,
    },
  });

  it('comes along with the words, and its mark is taken out of them', () => {
    const { event } = accepted(
      changed('message_personal.json', {
        text: '<quoted messageId="1"/> <quoted messageId="2"/> archive this to Acme',
        entities: [quote('1'), quote('2', { senderName: 'Dana', preview: 'Sending the contract' })],
      }),
    );
    expect(event).toMatchObject({
      kind: 'message',
      text: 'archive this to Acme',
      told: {
        said: [
          { id: '1', author: 'Wang', at: '2026-05-24T01:20:00.000Z', text: 'Price is fine' },
          { id: '2', author: 'Dana', text: 'Sending the contract' },
        ],
        isCut: false,
      },
    });
  });

  it('is left out where a bot said it or it was deleted', () => {
    const { event } = accepted(
      changed('message_personal.json', {
        text: 'archive this to Acme',
        entities: [quote('1', { senderId: BOT }), quote('2', { isReplyDeleted: true }), quote('3', { preview: null })],
      }),
    );
    expect(event).not.toHaveProperty('told');
  });
});
