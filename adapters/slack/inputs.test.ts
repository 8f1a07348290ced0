import { describe, expect, it } from 'vitest';
import type { Card, Form } from '../../bot/cards/card.ts';
import { renderMessage, renderModal } from './render.ts';
import { readMetadata } from './wire.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const origin = { address: 'C1', direct: false };

const form: Form = {
  command: 'follow-up.log',
  hidden: { customer: 7 },
  submit: 'Log',
  inputs: [
    {
      name: 'note',
      label: 'What happened',
      widget: 'paragraph',
      required: true,
      value: 'Met Wang',
      placeholder: 'One line will do',
    },
    { name: 'due', label: 'Due', widget: 'date', required: false, value: '2026-12-01' },
    {
      name: 'stage',
      label: 'Stage',
      widget: 'choice',
      required: true,
      value: 'won',
      options: [
        { label: 'Lead', value: 'lead' },
        { label: 'Won', value: 'won' },
      ],
    },
    { name: 'amount', label: 'Amount', widget: 'line', required: false, error: 'That is no amount.' },
  ],
};

const inputs = [
  {
    type: 'input',
    label: plain('What happened'),
    element: {
      type: 'plain_text_input',
      action_id: 'v',
      multiline: true,
      initial_value: 'Met Wang',
      placeholder: plain('One line will do'),
    },
    optional: false,
  },
  { label: plain('Due'), element: { type: 'datepicker', action_id: 'v', initial_date: '2026-12-01' }, optional: true },
  {
    element: {
      type: 'static_select',
      action_id: 'v',
      options: [
        { text: plain('Lead'), value: 'lead' },
        { text: plain('Won'), value: 'won' },
      ],
      initial_option: { text: plain('Won'), value: 'won' },
    },
  },
  {
    label: plain('Amount'),
    hint: plain('⚠️ That is no amount.'),
    element: { type: 'plain_text_input', action_id: 'v' },
  },
];

describe('a form', () => {
  const card: Card = { title: 'A follow-up with a long title', body: [{ type: 'form', form }] };

  it('is a window that carries its command, what it hides and where it was opened', () => {
    const view = renderModal(card, { ...origin, messageId: '1.2' });
    expect(view).toMatchObject({
      type: 'modal',
      title: plain('A follow-up with a long…'),
      submit: plain('Log'),
      blocks: [{ type: 'header', text: plain('A follow-up with a long title') }, ...inputs],
    });
    expect(readMetadata(view.private_metadata)).toEqual({
      command: 'follow-up.log',
      hidden: { customer: 7 },
      address: 'C1',
      direct: false,
      messageId: '1.2',
    });
  });

  it('is inputs with a button in a message', () => {
    const { blocks } = renderMessage(card);
    expect(blocks.slice(1, -1)).toMatchObject(inputs);
    expect(blocks.at(-1)).toEqual({
      type: 'actions',
      elements: [
        {
          type: 'button',
          action_id: 'submit',
          text: plain('Log'),
          value: 'a["follow-up.log",{"customer":7}]',
          style: 'primary',
        },
      ],
    });
  });

  it('names its blocks after its fields, anew when what they hold changes', () => {
    const ids = (shown: Form) =>
      renderMessage({ title: '', body: [{ type: 'form', form: shown }] }).blocks.map((b) => b.block_id);
    const changed = { ...form, inputs: form.inputs.map((input) => ({ ...input, value: 'x' })) };
    expect(ids(form)[0]).toMatch(/^note~[0-9a-z]+$/);
    expect(ids(form)).toEqual(ids(structuredClone(form)));
    expect(ids(changed)[0]).not.toBe(ids(form)[0]);
  });

  const element = (input: Partial<Form['inputs'][number]>) => {
    const given = { name: 'a', label: 'A', widget: 'line' as const, required: false, ...input };
    const view = renderModal({ title: 'x', body: [{ type: 'form', form: { ...form, inputs: [given] } }] }, origin);
    return view.blocks[0] && 'element' in view.blocks[0] ? view.blocks[0].element : undefined;
  };

  it('shows words where a date belongs, rather than losing them', () => {
    expect(element({ widget: 'date', value: 'next week' })).toMatchObject({
      type: 'plain_text_input',
      initial_value: 'next week',
    });
    expect(element({ widget: 'date', value: '2026-02-30' })).toMatchObject({ type: 'plain_text_input' });
  });

  it('offers at most a hundred choices, the chosen one among them, and a line where there is none', () => {
    const options = Array.from({ length: 150 }, (_, at) => ({ label: `Customer ${at}`, value: `c${at}` }));
    expect(element({ widget: 'choice', options, value: 'c149' })).toMatchObject({
      options: { length: 100 },
      initial_option: { value: 'c149' },
    });
    expect(element({ widget: 'choice', options: [] })).toMatchObject({ type: 'plain_text_input' });
  });

  const elements = (input: Partial<Form['inputs'][number]>, draw: 'window' | 'message' = 'window') => {
    const given = { name: 'a', label: 'A', widget: 'line' as const, required: true, ...input };
    const card = { title: 'x', body: [{ type: 'form' as const, form: { ...form, inputs: [given] } }] };
    const { blocks } = draw === 'window' ? renderModal(card, origin) : renderMessage(card);
    return blocks.flatMap((block) => ('element' in block ? [block] : []));
  };
  const types = (...args: Parameters<typeof elements>) =>
    elements(...args).map((block) => 'element' in block && Object(block.element).type);

  it('takes numbers as numbers in a window, where Slack does, and words as words', () => {
    expect(elements({ widget: 'number', value: '-1.5' })).toMatchObject([
      { element: { type: 'number_input', is_decimal_allowed: true, initial_value: '-1.5' } },
    ]);
    expect(types({ widget: 'number' })).toEqual(['number_input']);
    expect(types({ widget: 'number', value: 'a dozen' })).toEqual(['plain_text_input']);
    expect(types({ widget: 'number' }, 'message')).toEqual(['plain_text_input']);
  });

  it('asks for a day and a time of day in two blocks, of which only the day is required', () => {
    expect(elements({ widget: 'datetime', value: '2026-12-01 09:30' })).toMatchObject([
      { label: plain('A'), optional: false, element: { type: 'datepicker', initial_date: '2026-12-01' } },
      { label: plain('A 🕐'), optional: true, element: { type: 'timepicker', initial_time: '09:30' } },
    ]);
    expect(types({ widget: 'datetime', value: '2026-12-01' }, 'message')).toEqual(['datepicker', 'timepicker']);
    expect(types({ widget: 'datetime', value: '2026-12-01 25:00' })).toEqual(['plain_text_input']);
    expect(types({ widget: 'datetime', value: 'tomorrow at 3pm' })).toEqual(['plain_text_input']);
  });

  const options = [
    { label: 'Price', value: 'price' },
    { label: 'Quality', value: 'quality' },
  ];

  it('offers several choices, and keeps words that are none of them', () => {
    expect(elements({ widget: 'choices', options, value: 'quality, price' })).toMatchObject([
      { element: { type: 'multi_static_select', options: { length: 2 }, initial_options: [{ value: 'quality' }, {}] } },
    ]);
    expect(elements({ widget: 'choices', options })[0]?.element).not.toHaveProperty('initial_options');
    expect(types({ widget: 'choices', options, value: 'price,looks' })).toEqual(['plain_text_input']);
    expect(types({ widget: 'choices' })).toEqual(['plain_text_input']);
  });

  it('searches on the server for a record, and keeps words that name none', () => {
    expect(elements({ widget: 'record', source: 'customer', options, value: 'price' })).toMatchObject([
      {
        element: {
          type: 'external_select',
          action_id: 'find:customer',
          min_query_length: 1,
          initial_option: { text: plain('Price'), value: 'price' },
        },
      },
    ]);
    expect(types({ widget: 'person', source: 'person' }, 'message')).toEqual(['external_select']);
    expect(types({ widget: 'record', source: 'customer', value: 'Acme' })).toEqual(['plain_text_input']);
    expect(types({ widget: 'record' })).toEqual(['plain_text_input']);
  });
});
