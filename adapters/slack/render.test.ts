import { describe, expect, it } from 'vitest';
import type { Card, Form } from '../../bot/cards/card.ts';
import { readButton, renderMessage, renderModal, renderNotice } from './render.ts';
import { readMetadata } from './wire.ts';

const button = (label: string, input: Record<string, unknown> = {}) => ({ label, command: 'task.done', input });
const verbatim = (text: string) => ({ type: 'mrkdwn', text, verbatim: true });
const plain = (text: string) => ({ type: 'plain_text', text });
const origin = { address: 'C1', direct: false };

describe('renderMessage', () => {
  it('draws every kind of node', () => {
    const card: Card = {
      title: 'Acme',
      tone: 'good',
      body: [
        { type: 'text', text: 'Said <!channel> & left.' },
        { type: 'text', text: ['Worth ', { bold: '¥350,000' }], muted: true },
        { type: 'heading', text: 'Next' },
        {
          type: 'facts',
          facts: [
            { label: 'Owner', value: '李雷' },
            { label: 'Due', value: '' },
          ],
        },
        {
          type: 'table',
          columns: ['Stage', 'Deals'],
          rows: [
            ['Lead', '12'],
            ['Won', ''],
          ],
        },
        { type: 'divider' },
        {
          type: 'records',
          records: [{ title: 'Call Wang', detail: 'tomorrow', buttons: [button('Done', { id: 1 })] }],
        },
        { type: 'actions', buttons: [{ ...button('Undo'), style: 'danger' }] },
      ],
    };
    expect(renderMessage(card)).toEqual({
      text: '✅ Acme\nSaid &lt;!channel&gt; &amp; left.\nWorth ¥350,000\nNext\nOwner: 李雷\nDue: \nCall Wang',
      blocks: [
        { type: 'header', text: plain('✅ Acme') },
        { type: 'section', text: plain('Said <!channel> & left.') },
        { type: 'context', elements: [verbatim('Worth *¥350,000*')] },
        { type: 'section', text: verbatim('*Next*') },
        { type: 'section', fields: [verbatim('*Owner*\n李雷'), verbatim('*Due*\n–')] },
        {
          type: 'table',
          rows: [
            [
              { type: 'raw_text', text: 'Stage' },
              { type: 'raw_text', text: 'Deals' },
            ],
            [
              { type: 'raw_text', text: 'Lead' },
              { type: 'raw_text', text: '12' },
            ],
            [
              { type: 'raw_text', text: 'Won' },
              { type: 'raw_text', text: '–' },
            ],
          ],
        },
        { type: 'divider' },
        {
          type: 'section',
          text: verbatim('*Call Wang*\ntomorrow'),
          accessory: { type: 'button', action_id: 'b0', text: plain('Done'), value: 'a["task.done",{"id":1}]' },
        },
        {
          type: 'actions',
          elements: [
            { type: 'button', action_id: 'b1', text: plain('Undo'), value: 'a["task.done",{}]', style: 'danger' },
          ],
        },
      ],
    });
  });

  it('asks before it sends where the button says so', () => {
    const confirm = { title: 'Sure?', text: 'It is final.', yes: 'Approve', no: 'Back' };
    const { blocks } = renderMessage({
      title: 'x',
      body: [{ type: 'actions', buttons: [{ ...button('Approve'), style: 'primary', confirm }] }],
    });
    expect(blocks[1]).toMatchObject({
      elements: [
        {
          confirm: {
            title: plain('Sure?'),
            text: plain('It is final.'),
            confirm: plain('Approve'),
            deny: plain('Back'),
            style: 'primary',
          },
        },
      ],
    });
  });

  it('draws a second table as aligned text, Chinese characters two columns wide', () => {
    const table = {
      type: 'table' as const,
      columns: ['阶段', 'n'],
      rows: [
        ['Lead', '12'],
        ['成交', '5'],
      ],
    };
    const { blocks } = renderMessage({ title: 'x', body: [table, table] });
    expect(blocks.map(({ type }) => type)).toEqual(['header', 'table', 'rich_text']);
    expect(blocks[2]).toMatchObject({
      elements: [{ type: 'rich_text_preformatted', elements: [{ text: '阶段  n\nLead  12\n成交  5' }] }],
    });
  });

  it('says how many records are missing, and keeps what can be done', () => {
    const records = Array.from({ length: 70 }, (_, at) => ({ title: `Deal ${at + 1}` }));
    const { blocks } = renderMessage({
      title: 'Deals',
      body: [
        { type: 'records', records },
        { type: 'actions', buttons: [button('More')] },
      ],
    });
    expect(blocks).toHaveLength(50);
    expect(blocks.slice(-3)).toMatchObject([
      { text: { text: '*Deal 47*' } },
      { type: 'context', elements: [plain('… +23')] },
      { type: 'actions' },
    ]);
  });

  it('says how many rows of a table are missing', () => {
    const rows = Array.from({ length: 130 }, (_, at) => [`Row ${at + 1}`]);
    const { blocks } = renderMessage({ title: 'x', body: [{ type: 'table', columns: ['Name'], rows }] });
    expect(blocks[1]).toMatchObject({ type: 'table', rows: { length: 100 } });
    expect(blocks[2]).toEqual({ type: 'context', elements: [plain('… +31')] });
  });

  it('breaks a long text where a line ends', () => {
    const text = `${'a'.repeat(2_000)}\n${'b'.repeat(2_000)}`;
    const { blocks } = renderMessage({ title: 'x', body: [{ type: 'text', text }] });
    expect(blocks.slice(1)).toMatchObject([
      { text: { text: `${'a'.repeat(2_000)}\n` } },
      { text: { text: 'b'.repeat(2_000) } },
    ]);
  });

  it('sends no card whose button carries more than ids', () => {
    const heavy = {
      title: 'x',
      body: [{ type: 'actions' as const, buttons: [button('x', { note: 'n'.repeat(1_500) })] }],
    };
    expect(() => renderMessage(heavy)).toThrow(RangeError);
  });
});

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

  it('draws a table in a window as text, for windows take none', () => {
    const { blocks } = renderModal({ title: 'x', body: [{ type: 'table', columns: ['a'], rows: [['b']] }] }, origin);
    expect(blocks.map(({ type }) => type)).toEqual(['rich_text']);
  });
});

describe('a notice', () => {
  it('is one line', () => {
    expect(renderNotice('Not yours to do.', 'bad')).toEqual({
      text: '⛔ Not yours to do.',
      blocks: [{ type: 'section', text: plain('⛔ Not yours to do.') }],
    });
  });
});

describe('readButton', () => {
  it('takes back what was written and nothing else', () => {
    expect(readButton('a["task.done",{"id":1}]')).toEqual({ command: 'task.done', input: { id: 1 } });
    for (const value of [
      undefined,
      '',
      'a',
      '["task.done",{}]',
      'a{"command":"x"}',
      'a["x",[]]',
      'a["x",{}',
      'b["x",{}]',
    ]) {
      expect(readButton(value)).toBeUndefined();
    }
  });
});
