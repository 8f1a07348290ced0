import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Button, Card, CardNode } from '../../bot/cards/card.ts';
import { complaintsAboutCard } from '../../test/fakes/feishu-card.ts';
import { anyCard } from '../../test/support/any-card.ts';
import { renderCard } from './render.ts';
import { readPressed } from './wire.ts';

const where = { direct: true };
const button = (label: string, more: Partial<Button> = {}): Button => ({
  label,
  command: 'task.done',
  input: { task: 't-1' },
  ...more,
});
const draw = (...body: CardNode[]) => renderCard({ title: 'x', body }, { where }).body.elements;
const plain = (content: string) => ({ tag: 'plain_text', content });
const text = (content: string) => ({ tag: 'div', text: plain(content) });
const value = { v: 'a', c: 'task.done', i: { task: 't-1' }, d: 1 };
const behaviors = [{ type: 'callback', value }];
const column = (element: object) => ({ tag: 'column', width: 'auto', vertical_align: 'center', elements: [element] });

describe('renderCard', () => {
  it('draws every kind of node', () => {
    const card: Card = {
      title: 'Acme',
      tone: 'good',
      body: [
        { type: 'text', text: 'Said <at id=all></at> & left.' },
        { type: 'text', text: ['Worth ', { bold: '¥350,000' }], muted: true },
        { type: 'heading', text: 'Next' },
        {
          type: 'facts',
          facts: [
            { label: 'Owner', value: '李雷' },
            { label: 'Due', value: '' },
          ],
        },
        { type: 'table', columns: ['Stage', 'Deals'], rows: [['Lead', '12'], ['Won']] },
        { type: 'divider' },
        { type: 'progress', label: 'Quota', value: 0.5, text: '50%' },
        { type: 'records', records: [{ title: 'Call Wang', detail: 'tomorrow', buttons: [button('Done')] }] },
        { type: 'actions', buttons: [button('Undo', { style: 'danger' })] },
      ],
    };
    expect(renderCard(card, { where })).toEqual({
      schema: '2.0',
      config: {
        update_multi: true,
        width_mode: 'fill',
        summary: { content: '✅ Acme · Said <at id=all></at> & left.' },
      },
      header: { title: plain('Acme'), template: 'green' },
      body: {
        elements: [
          text('Said <at id=all></at> & left.'),
          { tag: 'markdown', content: "<font color='grey'>Worth **¥350,000**</font>", text_size: 'notation' },
          { tag: 'markdown', content: '**Next**', text_size: 'heading' },
          {
            tag: 'markdown',
            content: "<font color='grey'>Owner</font>  李雷<br><font color='grey'>Due</font>  –",
          },
          {
            tag: 'table',
            page_size: 10,
            row_height: 'auto',
            header_style: { bold: true, background_style: 'grey' },
            columns: [
              { name: 'c0', display_name: 'Stage', data_type: 'text', width: 'auto' },
              { name: 'c1', display_name: 'Deals', data_type: 'text', width: 'auto', horizontal_align: 'right' },
            ],
            rows: [
              { c0: 'Lead', c1: '12' },
              { c0: 'Won', c1: '' },
            ],
          },
          { tag: 'hr' },
          { tag: 'markdown', content: "<font color='grey'>Quota</font>  ▰▰▰▰▰▱▱▱▱▱ 50%" },
          {
            tag: 'column_set',
            flex_mode: 'none',
            columns: [
              { ...column({ tag: 'markdown', content: '**Call Wang**<br>tomorrow' }), width: 'weighted', weight: 1 },
              column({ tag: 'button', text: plain('Done'), type: 'default', behaviors }),
            ],
          },
          {
            tag: 'column_set',
            flex_mode: 'flow',
            horizontal_spacing: 'small',
            columns: [column({ tag: 'button', text: plain('Undo'), type: 'danger', behaviors })],
          },
        ],
      },
    });
  });

  it('asks before it sends where the button says so', () => {
    const confirm = { title: 'Sure?', text: 'It is final.', yes: 'Approve', no: 'Back' };
    const [row] = draw({ type: 'actions', buttons: [button('Approve', { style: 'primary', confirm })] });
    expect(row).toMatchObject({
      columns: [
        { elements: [{ type: 'primary_filled', confirm: { title: plain('Sure?'), text: plain('It is final.') } }] },
      ],
    });
  });

  it('puts the rest into a menu, but not what must be confirmed', () => {
    const confirm = { title: 'Sure?', text: 'Really?', yes: 'Yes', no: 'No' };
    const [row] = draw({
      type: 'actions',
      buttons: [button('Done')],
      more: [button('Later'), button('Delete', { confirm })],
    });
    expect(row).toMatchObject({
      columns: [
        { elements: [{ tag: 'button', text: plain('Done') }] },
        { elements: [{ tag: 'button', text: plain('Delete'), confirm: {} }] },
        { elements: [{ tag: 'overflow', options: [{ text: plain('Later'), value: JSON.stringify(value) }] }] },
      ],
    });
  });

  it('gives a record its several buttons below it', () => {
    const [name, row] = draw({ type: 'records', records: [{ title: 'A', buttons: [button('x'), button('y')] }] });
    expect(name).toEqual({ tag: 'markdown', content: '**A**' });
    expect(row).toMatchObject({ tag: 'column_set', columns: { length: 2 } });
  });

  it('draws figures as a chart of Feishu’s own', () => {
    const chart = {
      title: 'Pipeline',
      shape: 'bar' as const,
      unit: '¥',
      categories: ['Lead', 'Won'],
      series: [
        {
          name: '',
          points: [
            { value: 12, text: '¥12' },
            { value: 5, text: '¥5' },
          ],
        },
      ],
    };
    expect(draw({ type: 'chart', chart })).toEqual([
      {
        tag: 'chart',
        aspect_ratio: '16:9',
        chart_spec: {
          type: 'bar',
          title: { visible: true, text: 'Pipeline' },
          data: {
            values: [
              { x: 'Lead', y: 12, s: '¥' },
              { x: 'Won', y: 5, s: '¥' },
            ],
          },
          xField: 'x',
          yField: 'y',
          seriesField: 's',
          label: { visible: true },
          legends: { visible: false, orient: 'bottom' },
          axes: [
            { orient: 'bottom', type: 'band' },
            { orient: 'left', type: 'linear', title: { visible: true, text: '¥' } },
          ],
        },
      },
    ]);
    const [pie] = draw({ type: 'chart', chart: { ...chart, shape: 'pie' } });
    expect(pie).toMatchObject({ chart_spec: { type: 'pie', categoryField: 'x', valueField: 'y' } });
  });

  it('says in a table what no chart can show', () => {
    const points = [{ value: -1, text: '−1' }];
    const chart = { title: 'P', shape: 'pie' as const, unit: '', categories: ['a'], series: [{ name: 'n', points }] };
    expect(draw({ type: 'chart', chart }).map(({ tag }) => tag)).toEqual(['markdown', 'table']);
    const many = { ...chart, shape: 'line' as const, categories: Array.from({ length: 31 }, (_, at) => `c${at}`) };
    expect(draw({ type: 'chart', chart: many })[1]).toMatchObject({ tag: 'table', rows: { length: 31 } });
    const infinite = {
      ...chart,
      shape: 'bar' as const,
      series: [{ name: 'n', points: [{ value: Infinity, text: '∞' }] }],
    };
    expect(draw({ type: 'chart', chart: infinite })[1]).toMatchObject({ rows: [{ c0: 'a', c1: '∞' }] });
    const five = { ...chart, shape: 'bar' as const };
    const drawn = draw(...Array.from({ length: 6 }, (): CardNode => ({ type: 'chart', chart: five })));
    expect(drawn.map(({ tag }) => tag)).toEqual([...Array(5).fill('chart'), 'markdown', 'table']);
  });

  it('shows a picture that was uploaded, and a link to one that was not', () => {
    const image: CardNode = { type: 'image', url: 'https://parley.example/p.png', alt: 'A plan' };
    expect(draw(image)).toEqual([{ tag: 'markdown', content: '[A plan](https://parley.example/p.png)' }]);
    const images = new Map([[image.url, 'img_1']]);
    expect(renderCard({ title: 'x', body: [image] }, { where, images }).body.elements).toEqual([
      { tag: 'img', img_key: 'img_1', alt: plain('A plan') },
    ]);
  });

  it('draws a sixth table as lines', () => {
    const table: CardNode = { type: 'table', columns: ['a', 'b'], rows: [['1', '2']] };
    const drawn = draw(...Array<CardNode>(6).fill(table));
    expect(drawn.map(({ tag }) => tag)).toEqual([...Array(5).fill('table'), 'div']);
    expect(drawn[5]).toEqual(text('a · b\n1 · 2'));
  });

  it('says how many records are missing, and keeps what can be done', () => {
    const records = Array.from({ length: 300 }, (_, at) => ({ title: `Deal ${at + 1}` }));
    const drawn = draw({ type: 'records', records }, { type: 'actions', buttons: [button('More')] });
    expect(drawn.slice(-3)).toMatchObject([
      { content: '**Deal 193**' },
      text('… +107'),
      { columns: [{ elements: [{ text: plain('More') }] }] },
    ]);
  });

  it('says how many rows of a table are missing', () => {
    const rows = Array.from({ length: 500 }, (_, at) => [`Row ${at + 1}`, '字'.repeat(20)]);
    const [table, missing] = draw({ type: 'table', columns: ['Name', 'Words'], rows });
    const shown = table?.tag === 'table' ? table.rows.length : 0;
    expect(shown).toBeGreaterThan(50);
    expect(missing).toEqual(text(`… +${500 - shown}`));
  });

  it('tells no card’s reader by the header what has no title', () => {
    expect(renderCard({ title: ' ', body: [] }, { where })).not.toHaveProperty('header');
  });

  it('sends no card whose button carries more than ids', () => {
    expect(() => draw({ type: 'actions', buttons: [button('x', { input: { note: 'n'.repeat(1_500) } })] })).toThrow(
      RangeError,
    );
  });
});

describe('nobody’s words', () => {
  it('mention, link or format, in any card', () => {
    const contents = (value: unknown): string[] => {
      if (typeof value !== 'object' || value === null) return [];
      const own = 'tag' in value && value.tag === 'markdown' && 'content' in value ? [String(value.content)] : [];
      return [...own, ...Object.values(value).flatMap(contents)];
    };
    const OURS =
      /<br>|<font color='(?:grey|red)'>|<\/font>|\*\*|\\\*|&#\d+;|\[[^\]]*\]\((?:https?|mailto|tel):[^)\s]*\)/gi;
    fc.assert(
      fc.property(anyCard, (card) => {
        for (const content of contents(renderCard(card, { where }))) {
          expect(content.replace(OURS, '')).not.toMatch(/[<>*_~`[\]()\\!$|]/);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('readPressed', () => {
  it('takes back what was written and nothing else', () => {
    expect(readPressed(value)).toEqual({
      command: 'task.done',
      input: { task: 't-1' },
      direct: true,
      root: undefined,
    });
    expect(readPressed(JSON.stringify(value))).toMatchObject({ command: 'task.done' });
    for (const other of [undefined, null, '', 'a', [], { ...value, v: 'b' }, { ...value, c: '' }, { ...value, x: 1 }]) {
      expect(readPressed(other)).toBeUndefined();
    }
  });
});

describe('what Feishu refuses', () => {
  const card = renderCard({ title: 'x', body: [{ type: 'text', text: 'y' }] }, { where });
  const element = (given: object) => ({ ...card, body: { elements: [given] } });

  it.each([
    ['an unknown property', { ...card, fallback: {} }],
    ['a card for one reader', { ...card, config: { update_multi: false } }],
    ['an unknown tag', element({ tag: 'note', elements: [] })],
    ['an unknown property of an element', element({ tag: 'hr', size: 1 })],
    [
      'a form inside a column',
      element({ tag: 'column_set', columns: [column({ tag: 'form', name: 'f', elements: [] })] }),
    ],
    ['an empty text', element(text(''))],
    ['a field outside a form', element({ tag: 'input', name: 'a', width: 'fill' })],
    ['too many elements', { ...card, body: { elements: Array(201).fill({ tag: 'hr' }) } }],
    ['too many bytes', element(text('字'.repeat(10_000)))],
  ])('%s is noticed', (_, given) => {
    expect(complaintsAboutCard(card)).toEqual([]);
    expect(complaintsAboutCard(given)).not.toEqual([]);
  });
});
