import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Button } from '../../bot/cards/card.ts';
import { complaintsAboutMessage } from '../../test/fakes/slack-checks.ts';
import { toElements } from './buttons.ts';
import { renderMessage } from './render.ts';
import { readMenu, writeMenu } from './wire.ts';

const TASK = '0197a1b2-0000-7000-8000-00000000c0de';
const later = (days: number): Button => ({
  label: `In ${days} days`,
  command: 'task.snooze',
  input: { task: TASK, version: 3, days },
});
const drawn = (buttons: Button[], more: Button[]) =>
  toElements(buttons, more, { buttons: 0 }).map((element) =>
    element.type === 'overflow' ? element.options.map(({ text }) => text.text) : element.text.text,
  );

describe('more', () => {
  it('stands behind a menu whose id holds what its options have in common', () => {
    expect(toElements([], [later(1), later(7)], { buttons: 4 })).toEqual([
      {
        type: 'overflow',
        action_id: `m4["${TASK}"]`,
        options: [
          {
            text: { type: 'plain_text', text: 'In 1 days' },
            value: 'a["task.snooze",{"version":3,"days":1},{"task":0}]',
          },
          {
            text: { type: 'plain_text', text: 'In 7 days' },
            value: 'a["task.snooze",{"version":3,"days":7},{"task":0}]',
          },
        ],
      },
    ]);
  });

  it('shares a record also between commands that call it differently', () => {
    const about = (command: string, input: Button['input']): Button => ({ label: command, command, input });
    expect(
      writeMenu([about('customer.change', { customer: TASK }), about('pool.release', { party: TASK })], 0),
    ).toEqual({
      actionId: `m0["${TASK}"]`,
      values: ['a["customer.change",{},{"customer":0}]', 'a["pool.release",{},{"party":0}]'],
    });
  });

  it('has five options at the most and another menu for the next; one alone, and what asks first, are buttons', () => {
    const done: Button = { label: 'Done', command: 'task.done', input: { task: TASK } };
    const confirm = { title: 'Sure?', text: 'Gone for good.', yes: 'Yes', no: 'No' };
    expect(drawn([done], [later(1)])).toEqual(['Done', 'In 1 days']);
    expect(drawn([done], [1, 2, 3, 4, 5, 6].map(later))).toEqual([
      'Done',
      'In 6 days',
      ['In 1 days', 'In 2 days', 'In 3 days', 'In 4 days', 'In 5 days'],
    ]);
    expect(drawn([], [1, 2, 3, 4, 5, 6, 7].map(later))).toEqual([
      ['In 1 days', 'In 2 days', 'In 3 days', 'In 4 days', 'In 5 days'],
      ['In 6 days', 'In 7 days'],
    ]);
    expect(drawn([], [later(1), { ...done, confirm }, later(2)])).toEqual(['Done', ['In 1 days', 'In 2 days']]);
  });

  it('are buttons where they carry more than a menu can', () => {
    const heavy = (at: number): Button => ({
      label: `${at}`,
      command: 'task.done',
      input: { note: `${at}`.repeat(80) },
    });
    expect(drawn([], [heavy(1), heavy(2)])).toEqual(['1', '2']);
    expect(drawn([], [later(1), later(1)])).toEqual(['In 1 days', 'In 1 days']);
  });

  it('is beside its record’s words where nothing else is', () => {
    const { blocks } = renderMessage({
      title: 'x',
      body: [{ type: 'records', records: [{ title: 'Call Wang', more: [later(1), later(7)] }] }],
    });
    expect(blocks[1]).toMatchObject({ type: 'section', accessory: { type: 'overflow' } });
  });

  it('comes back as it was written, and as nothing where another version wrote it', () => {
    const input = fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), fc.oneof(fc.integer(), fc.uuid(), fc.string()), {
      maxKeys: 3,
    });
    fc.assert(
      fc.property(input, fc.array(input, { minLength: 2, maxLength: 5 }), (common, own) => {
        const options = own.map((each) => ({ command: 'task.snooze', input: { ...common, ...each } }));
        const menu = writeMenu(options, 12);
        const read = menu?.values.map((value) => readMenu(menu.actionId, value));
        expect(read ?? options).toEqual(options);
        const buttons = options.map((each, at) => ({ ...each, label: `${at}` }));
        const { text, blocks } = renderMessage({ title: 'x', body: [{ type: 'actions', buttons: [], more: buttons }] });
        expect(complaintsAboutMessage(blocks, text)).toEqual([]);
      }),
    );
    expect(readMenu('m1["a"', 'a["x",{}]')).toBeUndefined();
    expect(readMenu('m1{"a":1}', 'a["x",{}]')).toBeUndefined();
    expect(readMenu('m1[]', 'b["x",{}]')).toBeUndefined();
    expect(readMenu('m1["a"]', 'a["x",{},{"id":1}]')).toBeUndefined();
    expect(readMenu('m1[]', undefined)).toBeUndefined();
  });
});
