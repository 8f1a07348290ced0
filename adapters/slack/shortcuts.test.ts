import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from './parse.ts';

const payloadOf = (name: string) =>
  JSON.parse(
    new URLSearchParams(readFileSync(new URL(`../../test/fixtures/slack/${name}`, import.meta.url), 'utf8')).get(
      'payload',
    ) ?? '',
  );

const read = (payload: object) =>
  parse(Buffer.from(new URLSearchParams({ payload: JSON.stringify(payload) }).toString()));

function accepted(payload: object) {
  const parsed = read(payload);
  if (parsed.kind !== 'accepted') {
    throw new Error(parsed.kind);
  }
  return parsed;
}

const atMessage = { ...payloadOf('message_shortcut.form'), callback_id: 'log_follow_up' };
const anywhere = { ...payloadOf('global_shortcut.form'), callback_id: 'log_follow_up' };

describe('the shortcut at a message (R39)', () => {
  it('brings what was said, by whom, when and where', () => {
    const { event, origin, surface } = accepted(atMessage);
    expect(event).toEqual({
      kind: 'shared',
      text: '@W222 test',
      at: '2020-03-08T02:59:42.000Z',
      link: 'https://test-test.slack.com/archives/C111/p1583636382000300',
      authorId: 'W111',
      sender: { platform: 'slack', workspace: 'T111', externalId: 'W111' },
      place: { platform: 'slack', workspace: 'T111', address: 'C111', direct: false },
    });
    expect(origin.address).toBe('C111   https://hooks.slack.com/app/T111/111/xxx');
    expect(surface).toEqual({ kind: 'shortcut', trigger: '111.222.xxx' });
  });

  it('leads to the reply in its thread', () => {
    const message = { ...atMessage.message, thread_ts: '1583636000.000100' };
    expect(accepted({ ...atMessage, message }).event).toMatchObject({
      link: 'https://test-test.slack.com/archives/C111/p1583636382000300?thread_ts=1583636000.000100&cid=C111',
      place: { address: 'C111 1583636000.000100' },
      thread: { handle: '{"channel":"C111","ts":"1583636000.000100"}', withinMs: 1_000 },
    });
  });

  it('of a message without words, an author or a known domain brings what there is', () => {
    const { team, message } = atMessage;
    const bare = { ...atMessage, team: { id: team.id }, message: { ts: message.ts } };
    const { event } = accepted(bare);
    expect([event.kind === 'shared' && event.text, Object.keys(event)]).toEqual([
      '',
      ['kind', 'text', 'at', 'sender', 'place'],
    ]);
  });
});

describe('the shortcut from anywhere', () => {
  it('is about nothing yet, between the person and the bot', () => {
    const { event, surface } = accepted(anywhere);
    expect(event).toEqual({
      kind: 'shared',
      text: '',
      sender: { platform: 'slack', workspace: 'T111', externalId: 'W111' },
      place: { platform: 'slack', workspace: 'T111', address: 'W111', direct: true },
    });
    expect(surface).toEqual({ kind: 'shortcut', trigger: '111.111.xxxxxx' });
  });
});

describe('a shortcut', () => {
  it('that is none of ours, or of nobody’s workspace, is left alone; half of one is malformed', () => {
    expect(read({ ...atMessage, callback_id: 'log_note' }).kind).toBe('ignored');
    expect(read({ ...anywhere, callback_id: 'other' }).kind).toBe('ignored');
    expect(read({ ...anywhere, team: null }).kind).toBe('ignored');
    expect(read({ ...atMessage, message: undefined })).toEqual({ kind: 'malformed', reason: 'message' });
    expect(read({ ...anywhere, trigger_id: undefined })).toEqual({ kind: 'malformed', reason: 'trigger_id' });
  });
});
