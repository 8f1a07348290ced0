import { describe, expect, it } from 'vitest';
import type { Card } from '../../bot/cards/card.ts';
import { renderMessage, renderModal, renderNotice } from './render.ts';
import { readButton } from './wire.ts';

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
          column_settings: [{ is_wrapped: true }, { align: 'right' }],
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

describe('renderModal', () => {
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
