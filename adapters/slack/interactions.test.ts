import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from './parse.ts';
import { writeButton, writeMetadata } from './wire.ts';

const fixture = (name: string) => readFileSync(new URL(`../../test/fixtures/slack/${name}`, import.meta.url));
const interaction = (payload: object) =>
  Buffer.from(new URLSearchParams({ payload: JSON.stringify(payload) }).toString());

function accepted(body: Buffer) {
  const parsed = parse(body);
  if (parsed.kind !== 'accepted') {
    throw new Error(`${parsed.kind}`);
  }
  return parsed;
}

const SENDER = { platform: 'slack', workspace: 'T111', externalId: 'W111' };

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
    expect(surface).toEqual({ kind: 'press', trigger: '1.2.x', viewId: undefined, isHome: false });
  });

  it('on a card of another version has no command, so that it is called out of date', () => {
    const { event } = accepted(fixture('block_actions_button.form'));
    expect(event).toMatchObject({ kind: 'press', command: '', input: {}, source: { messageId: '111.222' } });
    for (const value of ['', 'a', 'a{}', 'a["x"]', 'b["x",{}]', '["x",{}]', 'a["",{}]']) {
      const old = { ...press, actions: [{ ...press.actions[0], value }] };
      expect(accepted(interaction(old)).event).toMatchObject({ kind: 'press', command: '', input: {} });
    }
  });

  it('of an option behind a menu is a press like any other', () => {
    const actions = [
      {
        type: 'overflow',
        action_id: 'm0["0197a1b2"]',
        action_ts: '9.9',
        selected_option: { value: 'a["task.snooze",{"days":1},{"task":0}]' },
      },
    ];
    expect(accepted(interaction({ ...press, actions })).event).toMatchObject({
      kind: 'press',
      command: 'task.snooze',
      input: { task: '0197a1b2', days: 1 },
    });
    const old = [{ ...actions[0], action_id: 'm0' }];
    expect(accepted(interaction({ ...press, actions: old })).event).toMatchObject({ kind: 'press', command: '' });
  });

  it('on a message only one person sees is answered through its response URL, and is no private conversation', () => {
    const { event, origin } = accepted(fixture('block_actions_button.form'));
    expect(origin.address).toBe('C111  e https://hooks.slack.com/actions/T111/111/random-value');
    expect(event.place).toEqual({
      platform: 'slack',
      workspace: 'T111',
      address: 'C111',
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
    expect(surface).toEqual({ kind: 'press', trigger: '1.2.x', viewId: 'V1', isHome: false });
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
