import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse, toRecord } from './parse.ts';
import { writePressed } from './wire.ts';

const fixture = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../test/fixtures/feishu/${name}.json`, import.meta.url), 'utf8'));
const acting = (action: object, name = 'card_action_button') => {
  const base = fixture(name);
  const payload = { ...base, event: { ...base.event, action: { ...base.event.action, ...action } } };
  return parse(toRecord(payload));
};

const GROUP = 'chat_id oc_e4d2605ca917e695f54f11aaf56';
const PERSON = 'open_id ou_84aad35d084aa403a838cf73ee18467';
const pressed = (more: object = {}) =>
  writePressed({ command: 'task.done', input: { task: 't-1' }, direct: false, ...more });

describe('a press', () => {
  it('names its command and its input, and the card it came from', () => {
    expect(acting({ value: pressed() })).toMatchObject({
      kind: 'accepted',
      dedupeKey: 'event:f7984f25108f8137722bb63cee927e66',
      isAction: true,
      event: {
        kind: 'press',
        command: 'task.done',
        input: { task: 't-1' },
        sender: { platform: 'feishu', workspace: '2ca1d211f64f6438' },
        source: { messageId: 'om_574d639e4a44e4dd646eaf628e2' },
        place: { address: GROUP, direct: false },
      },
      origin: { messageId: 'om_574d639e4a44e4dd646eaf628e2' },
    });
  });

  it('on a card in the private chat is the person’s own', () => {
    expect(acting({ value: pressed({ direct: true }) })).toMatchObject({
      event: { place: { address: PERSON, direct: true } },
    });
  });

  it('on a card in a thread is answered in it', () => {
    expect(acting({ value: pressed({ root: 'om_root' }) })).toMatchObject({
      event: { place: { address: `${GROUP} om_root` } },
      origin: { replyTo: 'om_574d639e4a44e4dd646eaf628e2' },
    });
  });

  it('in a menu is the entry that was chosen', () => {
    const option = JSON.stringify(pressed());
    expect(acting({ tag: 'overflow', value: {}, option })).toMatchObject({ event: { command: 'task.done' } });
  });

  it('of another release is out of date', () => {
    for (const value of [{ a: 'deal.advance', deal: 'd_42' }, undefined, 'x', { ...pressed(), v: '0' }]) {
      expect(acting({ value })).toMatchObject({ event: { kind: 'press', command: '', input: {} } });
    }
    expect(acting({ tag: 'overflow', option: '{"v":"0"}' })).toMatchObject({ event: { command: '' } });
  });

  it('on what we never draw is ignored', () => {
    expect(acting({}, 'card_action_select')).toEqual({ kind: 'ignored', what: 'card action of select_static' });
  });
});

describe('a submitted form', () => {
  it('brings what was typed and what it carries', () => {
    const value = pressed({ fields: [], direct: true });
    expect(acting({ value }, 'card_action_form_submit')).toMatchObject({
      event: {
        kind: 'submit',
        command: 'task.done',
        hidden: { task: 't-1' },
        values: { name: 'Acme renewal', amount: '42000', stage: 'lead', close: '2026-12-15', tags: 'a,b' },
      },
    });
  });

  it('brings days and times without their zone, and nothing as nothing', () => {
    const form_value = {
      due: '2026-05-20 +0800',
      at: '2026-05-20 09:30 +0800',
      west: '2026-05-20 -0500',
      none: null,
      many: ['a', 'b', 'c'],
      yes: true,
      count: 3,
      said: 'call on 2026-05-20 +0800',
    };
    expect(acting({ value: pressed({ fields: ['name'] }), form_value })).toMatchObject({
      event: {
        values: {
          due: '2026-05-20',
          at: '2026-05-20 09:30',
          west: '2026-05-20',
          none: '',
          many: 'a,b,c',
          yes: 'true',
          count: '3',
          said: 'call on 2026-05-20 +0800',
        },
      },
    });
  });

  it('left empty is a submit all the same', () => {
    expect(acting({ value: pressed({ fields: [] }) })).toMatchObject({ event: { kind: 'submit', values: {} } });
  });

  it('of another release is out of date', () => {
    expect(acting({}, 'card_action_form_submit')).toMatchObject({ event: { kind: 'submit', command: '' } });
  });
});

it('what is not whole is malformed', () => {
  const payload = fixture('card_action_button');
  payload.event.context = {};
  expect(parse(toRecord(payload))).toEqual({
    kind: 'malformed',
    reason: 'context.open_message_id context.open_chat_id',
  });
});
