import { describe, expect, it } from 'vitest';
import type { Form, Input } from '../../bot/cards/card.ts';
import { toForm } from './inputs.ts';

const where = { direct: true };
const form = (...inputs: Input[]): Form => ({ command: 'lead.add', hidden: { draft: 7 }, inputs, submit: 'Add' });
const input = (more: Partial<Input> = {}): Input => ({
  name: 'field',
  label: 'Field',
  widget: 'line',
  required: false,
  ...more,
});
const field = (more: Partial<Input>) => toForm(form(input(more)), where).elements[1];
const options = [
  { label: '王总', value: 'w' },
  { label: '李总', value: 'l' },
];
const plain = (content: string) => ({ tag: 'plain_text', content });

describe('a form', () => {
  it('is a container with a line above each field and one button', () => {
    expect(
      toForm(form(input({ required: true, placeholder: 'Acme', value: 'A' })), { direct: true, root: 'om_1' }),
    ).toEqual({
      tag: 'form',
      name: '_form',
      elements: [
        { tag: 'markdown', content: '**Field** \\*' },
        {
          tag: 'input',
          name: 'field',
          required: true,
          width: 'fill',
          placeholder: plain('Acme'),
          input_type: 'text',
          max_length: 1_000,
          default_value: 'A',
        },
        {
          tag: 'button',
          name: '_submit',
          form_action_type: 'submit',
          type: 'primary_filled',
          text: plain('Add'),
          behaviors: [{ type: 'callback', value: { v: 'a', c: 'lead.add', i: { draft: 7 }, d: 1, r: 'om_1', f: [] } }],
        },
      ],
    });
  });

  it('of what it showed says which fields held something, for one that comes back blank is not sent (R36)', () => {
    const shown = { ...form(input({ value: 'A' }), input({ name: 'empty' })), hidden: { was: '{"field":"A"}' } };
    expect(JSON.stringify(toForm(shown, where))).toContain('"f":["field"]');
  });

  it('says beside the field what is wrong with it, in words that mean nothing else', () => {
    expect(toForm(form(input({ error: 'No <at id=all>' })), where).elements[0]).toEqual({
      tag: 'markdown',
      content: "**Field**<br><font color='red'>⚠️ No &#60;at id=all&#62;</font>",
    });
  });

  it.each([
    ['paragraph', undefined, { tag: 'input', input_type: 'multiline_text', rows: 3 }],
    ['line', 'two\nlines', { tag: 'input', input_type: 'multiline_text', default_value: 'two\nlines' }],
    ['number', '42', { tag: 'input', input_type: 'text', default_value: '42' }],
    ['date', '2026-05-20', { tag: 'date_picker', initial_date: '2026-05-20' }],
    ['date', undefined, { tag: 'date_picker' }],
    ['date', '下周三', { tag: 'input', default_value: '下周三' }],
    ['datetime', '2026-05-20 09:30', { tag: 'picker_datetime', initial_datetime: '2026-05-20 09:30' }],
    ['datetime', '2026-05-20 25:00', { tag: 'input', default_value: '2026-05-20 25:00' }],
  ] as const)('draws %s holding %s', (widget, value, wanted) => {
    expect(field({ widget, ...(value ? { value } : {}) })).toMatchObject(wanted);
  });

  it('offers choices, and shows what is chosen', () => {
    const offered = [
      { text: plain('王总'), value: 'w' },
      { text: plain('李总'), value: 'l' },
    ];
    expect(field({ widget: 'choice', options })).toMatchObject({ tag: 'select_static', options: offered });
    expect(field({ widget: 'person', options, value: 'l' })).toMatchObject({ initial_option: 'l' });
    expect(field({ widget: 'choices', options, value: 'l,w,x' })).toMatchObject({
      tag: 'multi_select_static',
      selected_values: ['l', 'w'],
    });
  });

  it('lets a record be typed where nothing is offered, or where what stands there is not', () => {
    expect(field({ widget: 'record' })).toMatchObject({ tag: 'input' });
    expect(field({ widget: 'record', options, value: '华星' })).toMatchObject({ tag: 'input', default_value: '华星' });
    expect(field({ widget: 'choice', options: [{ label: 'x', value: 'v'.repeat(76) }] })).toMatchObject({
      tag: 'input',
    });
  });

  it('cuts long lists without losing what is chosen', () => {
    const many = Array.from({ length: 300 }, (_, at) => ({ label: `Option ${at}`, value: `o${at}` }));
    const drawn = field({ widget: 'choice', options: many, value: 'o299' });
    const values = drawn?.tag === 'select_static' ? drawn.options.map(({ value }) => value) : [];
    expect(values).toHaveLength(60);
    expect(values.slice(-2)).toEqual(['o58', 'o299']);
    const several = field({ widget: 'choices', options: many, value: 'o299,o5,o298' });
    expect(several).toMatchObject({ options: { length: 60 }, selected_values: ['o299', 'o5', 'o298'] });
  });

  it('keeps a note of a thousand characters whole', () => {
    const note = '字'.repeat(1_000);
    expect(field({ widget: 'paragraph', value: note })).toMatchObject({ default_value: note });
  });
});
