import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isSslCheck, parse } from './parse.ts';

const FIXTURES = new URL('../../test/fixtures/slack/', import.meta.url);
const fixture = (name: string) => readFileSync(new URL(name, FIXTURES));
const form = (fields: Record<string, string>) => Buffer.from(new URLSearchParams(fields).toString());
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
    const { workspace, event, origin, surface } = accepted(fixture('slash_command.form'));
    expect(workspace).toBe('T111');
    expect(surface).toEqual({ kind: 'command', trigger: '111.111.xxx' });
    expect(origin.address).toBe('C111   https://hooks.slack.com/commands/T111/111/xxxxx');
    expect(event).toEqual({
      kind: 'line',
      text: 'this week @dana acme',
      sender: SENDER,
      place: {
        platform: 'slack',
        workspace: 'T111',
        address: 'C111',
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

  it('of the conversation being opened is one delivery however often it comes', () => {
    const body = JSON.parse(fixture('event_app_home_opened.json').toString());
    body.event.tab = 'messages';
    const first = accepted(json(body));
    const second = accepted(json({ ...body, event_id: 'Ev999', event_time: 1700000000 }));
    expect(second.dedupeKey).toBe(first.dedupeKey);
    expect(second.record).toEqual(first.record);
    expect(accepted(first.record ?? Buffer.from('')).event).toEqual(first.event);
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

  it('that opens the app’s own page asks for it, each time anew', () => {
    const { event, dedupeKey } = accepted(fixture('event_app_home_opened.json'));
    expect(dedupeKey).toBe('event:Ev113');
    expect(event).toEqual({
      kind: 'home',
      sender: { platform: 'slack', workspace: 'T111', externalId: 'W222' },
      place: { platform: 'slack', workspace: 'T111', address: 'D111', direct: true },
    });
  });

  it.each([
    ['event_message_from_self.json', {}, 'message'],
    ['event_app_home_opened.json', { tab: 'about' }, 'app_home_opened'],
    ['event_app_home_opened.json', { type: 'assistant_thread_started' }, 'assistant_thread_started'],
    ['event_app_home_opened.json', { type: 'assistant_thread_context_changed' }, 'assistant_thread_context_changed'],
    ['event_app_uninstalled.json', { type: 'tokens_revoked' }, 'tokens_revoked'],
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
