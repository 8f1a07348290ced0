import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isSslCheck, parse } from './parse.ts';
import { writeButton, writeMetadata } from './wire.ts';

const FIXTURES = new URL('../../test/fixtures/slack/', import.meta.url);
const fixture = (name: string) => readFileSync(new URL(name, FIXTURES));
const form = (fields: Record<string, string>) => Buffer.from(new URLSearchParams(fields).toString());
const interaction = (payload: object) => form({ payload: JSON.stringify(payload) });
const json = (value: unknown) => Buffer.from(JSON.stringify(value));

function accepted(body: Buffer) {
  const parsed = parse(body);
  if (parsed.kind !== 'accepted') {
    throw new Error(`${parsed.kind}`);
  }
  return parsed;
}

const SENDER = { platform: 'slack', workspace: 'T111', externalId: 'W111' };

describe('a slash command', () => {
  it('becomes a line of words, with people and entities as they were typed', () => {
    const { workspace, event, surface } = accepted(fixture('slash_command.form'));
    expect(workspace).toBe('T111');
    expect(surface).toEqual({ kind: 'command', trigger: '111.111.xxx' });
    expect(event).toEqual({
      kind: 'line',
      text: 'this week @dana acme',
      sender: SENDER,
      place: {
        platform: 'slack',
        workspace: 'T111',
        address: 'C111   https://hooks.slack.com/commands/T111/111/xxxxx',
        direct: false,
      },
    });
  });

  it('is known again when it is delivered again, and told from the next one', () => {
    const first = accepted(fixture('slash_command.form')).dedupeKey;
    const other = fixture('slash_command.form').toString().replace('111.111.xxx', '111.111.yyy');
    expect(accepted(fixture('slash_command.form')).dedupeKey).toBe(first);
    expect(accepted(Buffer.from(other)).dedupeKey).not.toBe(first);
    expect(first).not.toContain('111.111.xxx');
  });

  it('belongs to the organisation where there is no workspace', () => {
    const body = form({ command: '/crm', user_id: 'U1', channel_id: 'C1', trigger_id: '1', enterprise_id: 'E1' });
    expect(accepted(body).workspace).toBe('E1');
  });
});

describe('a press', () => {
  const press = {
    type: 'block_actions',
    user: { id: 'W111' },
    team: { id: 'T111' },
    container: { type: 'message', message_ts: '111.222', channel_id: 'D111' },
    trigger_id: '1.2.x',
    actions: [
      {
        type: 'button',
        action_id: 'b0',
        action_ts: '9.9',
        value: writeButton({ command: 'task.done', input: { id: 7 } }),
      },
    ],
  };

  it('carries the command and the input its button was written with', () => {
    const { event, surface } = accepted(interaction(press));
    expect(event).toEqual({
      kind: 'press',
      command: 'task.done',
      input: { id: 7 },
      sender: SENDER,
      place: { platform: 'slack', workspace: 'T111', address: 'D111', direct: true },
      source: { messageId: '111.222' },
    });
    expect(surface).toEqual({ kind: 'press', trigger: '1.2.x', viewId: undefined });
  });

  it('on a card of another version has no command, so that it is called out of date', () => {
    const { event } = accepted(fixture('block_actions_button.form'));
    expect(event).toMatchObject({ kind: 'press', command: '', input: {}, source: { messageId: '111.222' } });
    for (const value of ['', 'a', 'a{}', 'a["x"]', 'b["x",{}]', '["x",{}]', 'a["",{}]']) {
      const old = { ...press, actions: [{ ...press.actions[0], value }] };
      expect(accepted(interaction(old)).event).toMatchObject({ kind: 'press', command: '', input: {} });
    }
  });

  it('on a message only one person sees is answered through its response URL, and is no private conversation', () => {
    const { event } = accepted(fixture('block_actions_button.form'));
    expect(event.place).toEqual({
      platform: 'slack',
      workspace: 'T111',
      address: 'C111  e https://hooks.slack.com/actions/T111/111/random-value',
      direct: false,
    });
  });

  it('is known again by its trigger and moment', () => {
    const again = { ...press, actions: [{ ...press.actions[0], action_ts: '9.8' }] };
    expect(accepted(interaction(press)).dedupeKey).toBe(accepted(interaction(press)).dedupeKey);
    expect(accepted(interaction(again)).dedupeKey).not.toBe(accepted(interaction(press)).dedupeKey);
  });

  it('of the button below an inline form is a submit of what stands in its inputs', () => {
    const { event } = accepted(
      interaction({
        ...press,
        actions: [{ ...press.actions[0], action_id: 'submit' }],
        state: {
          values: {
            'name~k1': { v: { type: 'plain_text_input', value: 'Acme' } },
            'due~k1': { v: { type: 'datepicker', selected_date: '2026-12-01' } },
            'stage~k1': { v: { type: 'static_select', selected_option: { value: 'lead' } } },
            'note~k1': { v: { type: 'plain_text_input', value: null } },
          },
        },
      }),
    );
    expect(event).toMatchObject({
      kind: 'submit',
      command: 'task.done',
      hidden: { id: 7 },
      values: { name: 'Acme', due: '2026-12-01', stage: 'lead', note: '' },
    });
  });

  it('in a window is placed where the window was opened from', () => {
    const metadata = writeMetadata({
      command: 'lead.add',
      hidden: {},
      address: 'C9 1.2',
      direct: false,
      messageId: '5.5',
    });
    const { event, surface } = accepted(
      interaction({
        ...press,
        container: { type: 'view', view_id: 'V1' },
        view: { id: 'V1', private_metadata: metadata },
      }),
    );
    expect(event.place).toEqual({ platform: 'slack', workspace: 'T111', address: 'C9 1.2', direct: false });
    expect(event.source).toEqual({ messageId: '5.5' });
    expect(surface).toEqual({ kind: 'press', trigger: '1.2.x', viewId: 'V1' });
  });
});

describe('a submitted window', () => {
  it('of another version goes to the person himself, with what was typed', () => {
    const { event, surface } = accepted(fixture('view_submission.form'));
    expect(event).toEqual({
      kind: 'submit',
      command: '',
      hidden: {},
      values: {
        name: 'Acme renewal',
        amount: '42000',
        stage: 'lead',
        close: '2026-12-15',
        owner: 'W222',
        notes: '',
      },
      sender: SENDER,
      place: { platform: 'slack', workspace: 'T111', address: 'W111', direct: true },
    });
    expect(surface).toMatchObject({ kind: 'submission' });
  });

  it('knows its command, what it carried, where it was opened and which block each field is in', () => {
    const { event, surface } = accepted(
      interaction({
        type: 'view_submission',
        user: { id: 'W111' },
        team: { id: 'T111' },
        trigger_id: '1',
        view: {
          id: 'V1',
          private_metadata: writeMetadata({ command: 'lead.add', hidden: { v: 3 }, address: 'D1', direct: true }),
          state: { values: { 'name~z9': { v: { type: 'plain_text_input', value: 'Acme' } } } },
        },
      }),
    );
    expect(event).toMatchObject({
      command: 'lead.add',
      hidden: { v: 3 },
      values: { name: 'Acme' },
      place: { address: 'D1', direct: true },
    });
    expect(surface).toEqual({ kind: 'submission', blocks: new Map([['name', 'name~z9']]) });
  });

  it('is told from the same window sent again after an error', () => {
    const sent = { type: 'view_submission', user: { id: 'U1' }, team: { id: 'T1' }, view: { id: 'V1', hash: 'h' } };
    const keys = ['1', '2', '1'].map((trigger_id) => accepted(interaction({ ...sent, trigger_id })).dedupeKey);
    expect(keys[0]).not.toBe(keys[1]);
    expect(keys[0]).toBe(keys[2]);
  });
});

describe('an event', () => {
  it('that mentions the bot is a message without the mention', () => {
    const { event, dedupeKey, workspace } = accepted(fixture('event_app_mention.json'));
    expect({ dedupeKey, workspace }).toEqual({ dedupeKey: 'event:Ev111', workspace: 'T111' });
    expect(event).toEqual({
      kind: 'message',
      text: 'show pipeline',
      sender: { platform: 'slack', workspace: 'T111', externalId: 'W222' },
      place: { platform: 'slack', workspace: 'T111', address: 'C111', direct: false },
    });
  });

  it('in a thread is answered in that thread', () => {
    const body = JSON.parse(fixture('event_app_mention.json').toString());
    body.event.thread_ts = '1595926000.0001';
    expect(accepted(json(body)).event.place.address).toBe('C111 1595926000.0001');
  });

  it('of the private conversation is a message', () => {
    expect(accepted(fixture('event_message_im.json')).event).toEqual({
      kind: 'message',
      text: 'deal acme to negotiation',
      sender: { platform: 'slack', workspace: 'T111', externalId: 'W222' },
      place: { platform: 'slack', workspace: 'T111', address: 'D111', direct: true },
    });
  });

  it('is the same whatever Slack says about retries, and belongs to the workspace that installed the bot', () => {
    const body = JSON.parse(fixture('event_app_mention.json').toString());
    body.team_id = 'T999';
    expect(accepted(json(body)).workspace).toBe('T111');
  });

  it('of the messages tab being opened, or of the bot being invited, is joining', () => {
    const body = JSON.parse(fixture('event_app_home_opened.json').toString());
    body.event.tab = 'messages';
    expect(accepted(json(body)).event).toEqual({
      kind: 'joined',
      sender: { platform: 'slack', workspace: 'T111', externalId: 'W222' },
      place: { platform: 'slack', workspace: 'T111', address: 'D111', direct: true },
    });
    body.event = { type: 'member_joined_channel', user: 'W111', channel: 'C5', inviter: 'W222' };
    expect(accepted(json(body)).event).toMatchObject({ kind: 'joined', place: { address: 'C5', direct: false } });
  });

  it.each([
    ['event_message_from_self.json', {}, 'message'],
    ['event_app_home_opened.json', {}, 'app_home_opened'],
    ['event_app_uninstalled.json', {}, 'app_uninstalled'],
    ['event_message_im.json', { user: 'W111' }, 'message'],
    ['event_message_im.json', { bot_id: 'B9' }, 'message'],
    ['event_message_im.json', { subtype: 'message_changed' }, 'message/message_changed'],
    ['event_message_im.json', { subtype: 'message_deleted' }, 'message/message_deleted'],
    ['event_message_im.json', { edited: { user: 'W222', ts: '1' } }, 'message'],
    ['event_message_im.json', { channel_type: 'channel' }, 'message'],
    ['event_message_im.json', { text: '' }, 'message'],
    ['event_app_mention.json', { edited: { user: 'W222', ts: '1' } }, 'app_mention'],
    ['event_app_mention.json', { type: 'reaction_added' }, 'reaction_added'],
  ])('%s with %j is acknowledged and left alone', (name, change, what) => {
    const body = JSON.parse(fixture(name).toString());
    Object.assign(body.event, change);
    expect(parse(json(body))).toMatchObject({ kind: 'ignored', what });
  });
});

describe('everything else', () => {
  it('that Slack may send is ignored by kind', () => {
    const kinds = [
      'global_shortcut.form',
      'message_shortcut.form',
      'block_suggestion.form',
      'block_actions_select.form',
    ];
    expect(kinds.map((name) => parse(fixture(name)))).toMatchObject([
      { kind: 'ignored', what: 'shortcut' },
      { kind: 'ignored', what: 'message_action' },
      { kind: 'ignored', what: 'block_suggestion' },
      { kind: 'ignored', what: 'block_actions/static_select' },
    ]);
    expect(parse(json({ type: 'app_rate_limited', team_id: 'T1' }))).toMatchObject({ kind: 'ignored' });
  });

  it('the challenge is read', () => {
    expect(parse(fixture('url_verification.json'))).toEqual({
      kind: 'challenge',
      challenge: '3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P',
    });
  });

  it('a certificate check is nothing but that, whatever it brings along', () => {
    const smuggled = Buffer.concat([Buffer.from('ssl_check=1&'), fixture('block_actions_button.form')]);
    expect(parse(fixture('slash_command_ssl_check.form'))).toEqual({ kind: 'ssl_check' });
    expect(parse(smuggled)).toEqual({ kind: 'ssl_check' });
    expect(isSslCheck(fixture('slash_command_ssl_check.form'))).toBe(true);
    expect(isSslCheck(fixture('slash_command.form'))).toBe(false);
  });

  it.each([
    ['', 'empty'],
    ['{', 'half an object'],
    ['[]', 'a list'],
    ['{"type":"event_callback"}', 'an envelope without an event'],
    ['{"type":"event_callback","team_id":"T1","event_id":"","event":{"type":"message"}}', 'an event without an id'],
    ['payload=%7B', 'half a payload'],
    ['payload=null', 'an empty payload'],
    ['payload=%7B%22type%22%3A%22block_actions%22%7D', 'a press of nothing'],
    ['payload=%7B%22type%22%3A%22view_submission%22%7D', 'a submit of nothing'],
    ['command=crm&user_id=U1', 'half a command'],
    ['command=%2Fcrm&command=%2Fcrm&user_id=U1&channel_id=C1&trigger_id=1&team_id=T1', 'a command twice'],
    ['command=%2Fcrm&user_id=U1&channel_id=C1&trigger_id=1', 'a command from nowhere'],
  ])('%j is malformed (%s)', (body) => {
    expect(parse(Buffer.from(body)).kind).toBe('malformed');
  });

  it('the reason for a refusal names fields and never repeats what they held', () => {
    const refused = parse(Buffer.from('command=%2Fcrm&text=secret&user_id=U1&channel_id=C1'));
    expect(refused).toEqual({ kind: 'malformed', reason: 'trigger_id' });
  });

  it('every recorded payload is understood', () => {
    const bodies = readdirSync(FIXTURES).filter((name) => !/^(INDEX|signing_vector)|\.decoded\./.test(name));
    expect(bodies.length).toBe(14);
    expect(bodies.filter((name) => parse(fixture(name)).kind === 'malformed')).toEqual([]);
  });
});
