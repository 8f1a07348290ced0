import { describe, expect, it } from 'vitest';
import type { Card } from '../../bot/cards/card.ts';
import { feishuLook } from './looks/feishu.ts';
import { plainLook } from './looks/plain.ts';
import { slackLook } from './looks/slack.ts';
import { teamsLook } from './looks/teams.ts';
import { LOOKS } from './looks.ts';

const card: Card = {
  title: '记录拜访',
  body: [
    { type: 'actions', buttons: [{ label: '撤销', command: 'undo', input: { entry: 'e-1' } }] },
    {
      type: 'form',
      form: {
        command: 'log visit',
        hidden: { customer: 'c-42' },
        submit: '保存',
        inputs: [
          { name: 'notes', label: '情况', widget: 'paragraph', required: false, value: '满意' },
          { name: 'next', label: '下次', widget: 'date', required: true, error: '请选一个日期' },
        ],
      },
    },
  ],
};

describe('the looks', () => {
  it('are Slack, Feishu, Teams and plain, in this order', () => {
    expect(LOOKS.map(({ name, label }) => [name, label])).toEqual([
      ['slack', { en: 'Slack', zh: 'Slack' }],
      ['feishu', { en: 'Feishu', zh: '飞书' }],
      ['teams', { en: 'Teams', zh: 'Teams' }],
      ['plain', { en: 'Plain', zh: '纯文本' }],
    ]);
  });
});

describe('the Slack look', () => {
  it('reads a press from the value the Slack renderer wrote', () => {
    const value = 'a["undo",{"entry":"e-1"}]';
    expect(JSON.stringify(slackLook.message(card))).toContain(JSON.stringify(value));
    expect(slackLook.readPress({ actions: [{ type: 'button', action_id: 'b0', value }] })).toEqual({
      kind: 'press',
      command: 'undo',
      input: { entry: 'e-1' },
    });
  });

  it('shows what is wrong as Slack does: the window as it was, and errors by its blocks', () => {
    const { view, errors } = Object(slackLook.window(card));
    const [notes, next] = view.blocks.filter(({ type }: { type: string }) => type === 'input');
    expect(errors).toEqual({ [next.block_id]: '请选一个日期' });
    expect(notes.element.initial_value).toBe('满意');
    expect(next.hint).toBeUndefined();
  });

  it('reads a submitted window by its own metadata', () => {
    const { view } = Object(slackLook.window(card));
    const [notes, next] = view.blocks.filter(({ type }: { type: string }) => type === 'input');
    const values = {
      [notes.block_id]: { v: { type: 'plain_text_input', value: '很满意' } },
      [next.block_id]: { v: { type: 'datepicker', selected_date: '2026-12-02' } },
    };
    expect(slackLook.readSubmit({ private_metadata: view.private_metadata, state: { values } })).toEqual({
      kind: 'submit',
      command: 'log visit',
      hidden: { customer: 'c-42' },
      values: { notes: '很满意', next: '2026-12-02' },
    });
  });

  it.each([undefined, null, 'x', {}, { actions: [] }, { actions: [{ type: 'static_select', action_id: 'a' }] }])(
    'refuses what no Slack client sends: %j',
    (pressed) => {
      expect(() => slackLook.readPress(pressed)).toThrow();
    },
  );
});

describe('the Feishu look', () => {
  const elements = () => Object(feishuLook.message(card)).body.elements;
  const carriedBy = ({ behaviors: [{ value }] }: { behaviors: [{ value: unknown }] }) => value;

  it('reads a press from the value the Feishu renderer wrote', () => {
    const [{ columns }] = elements();
    const value = carriedBy(columns[0].elements[0]);
    expect(feishuLook.readPress({ action: { tag: 'button', value } })).toEqual({
      kind: 'press',
      command: 'undo',
      input: { entry: 'e-1' },
    });
  });

  it('reads a submitted form, days without their zone', () => {
    const form = elements().find(({ tag }: { tag: string }) => tag === 'form');
    const value = carriedBy(form.elements.at(-1));
    const form_value = { notes: '很满意', next: '2026-12-02 +0800' };
    expect(feishuLook.readSubmit({ action: { tag: 'button', value, form_value } })).toEqual({
      kind: 'submit',
      command: 'log visit',
      hidden: { customer: 'c-42' },
      values: { notes: '很满意', next: '2026-12-02' },
    });
  });

  it.each([undefined, {}, { action: { tag: 'select_static', option: 'a' } }])(
    'refuses what no card of ours sends: %j',
    (pressed) => {
      expect(() => feishuLook.readPress(pressed)).toThrow();
    },
  );
});

describe('the Teams look', () => {
  const actionsIn = (json: unknown): { type: string; title: string; verb?: string; data: object }[] =>
    typeof json !== 'object' || json === null
      ? []
      : 'type' in json && /^Action\.(Execute|Submit)$/.test(String(json.type))
        ? [json as never]
        : Object.values(json).flatMap(actionsIn);

  it('reads a press from the action the Teams renderer wrote', () => {
    const undo = actionsIn(teamsLook.message(card)).find(({ title }) => title === '撤销');
    expect(teamsLook.readPress(undo)).toEqual({ kind: 'press', command: 'undo', input: { entry: 'e-1' } });
  });

  it('reads a submitted window: what was typed beside what its action carries', () => {
    const save = actionsIn(teamsLook.window(card)).find(({ title }) => title === '保存');
    const data = { ...save?.data, notes: '很满意', next: '2026-12-02' };
    expect(teamsLook.readSubmit({ ...save, data })).toEqual({
      kind: 'submit',
      command: 'log visit',
      hidden: { customer: 'c-42' },
      values: { notes: '很满意', next: '2026-12-02' },
    });
  });

  it.each([undefined, {}, { type: 'Action.OpenUrl' }])('refuses what no card of ours sends: %j', (pressed) => {
    expect(() => teamsLook.readPress(pressed)).toThrow();
  });
});

describe('the plain look', () => {
  it('shows the neutral card itself', () => {
    expect(plainLook.message(card)).toEqual(card);
  });

  it('reads a press, and the submit of a form that stands in a message', () => {
    expect(plainLook.readPress({ command: 'undo', input: { entry: 'e-1' } })).toEqual({
      kind: 'press',
      command: 'undo',
      input: { entry: 'e-1' },
    });
    const submitted = { command: 'log visit', hidden: { customer: 'c-42' }, values: { notes: '满意' } };
    expect(plainLook.readPress(submitted)).toEqual({ kind: 'submit', ...submitted });
  });

  it.each([undefined, {}, { command: 7, input: {} }, { command: 'x', hidden: {}, values: { a: 1 } }])(
    'refuses anything else: %j',
    (pressed) => {
      expect(() => plainLook.readPress(pressed)).toThrow();
      expect(() => plainLook.readSubmit(pressed)).toThrow();
    },
  );
});
