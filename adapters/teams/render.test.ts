import { describe, expect, it } from 'vitest';
import type { Button, Card, CardNode, Form, Input } from '../../bot/cards/card.ts';
import { complaintsAboutCard, nodesOf, wordsOf } from '../../test/fakes/teams-card.ts';
import { parse } from './parse.ts';
import { renderDialog, renderMessage, renderNotice, renderOpener, renderOwnView } from './render.ts';

const ID = '01970000-0000-7000-8000-000000000001';

function drawn(card: Card, options?: { direct: boolean }) {
  const message = renderMessage(card, options);
  expect(complaintsAboutCard(message.card)).toEqual([]);
  return message.card;
}

const bodyOf = (...body: CardNode[]) => drawn({ title: '', body }).body;

const done: Button = { label: 'Done', command: 'task.done', input: { task: ID } };

describe('a card', () => {
  it('is an Adaptive Card 1.5 of the width of the conversation, told in one line where it is only announced', () => {
    const card: Card = { title: 'Task *added*', tone: 'good', body: [{ type: 'text', text: 'Send the contract' }] };
    expect(renderMessage(card)).toEqual({
      summary: '✅ Task *added*',
      card: {
        type: 'AdaptiveCard',
        $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
        version: '1.5',
        msteams: { width: 'Full' },
        body: [
          {
            type: 'Container',
            style: 'good',
            bleed: true,
            items: [
              {
                type: 'TextBlock',
                text: '✅ Task \\*added\\*',
                wrap: true,
                size: 'Medium',
                weight: 'Bolder',
                style: 'heading',
              },
            ],
          },
          { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: 'Send the contract' }] },
        ],
      },
    });
  });

  it('shows facts with what is bold or linked in them', () => {
    const facts = [
      { label: 'Stage', value: 'Won' },
      { label: 'Next', value: [{ bold: 'Call' }, ' ', { link: 'https://example.com/', label: 'Acme' }] },
      { label: 'Note', value: ' ' },
    ];
    expect(bodyOf({ type: 'facts', facts })).toEqual([
      {
        type: 'FactSet',
        facts: [
          { title: 'Stage', value: 'Won' },
          { title: 'Next', value: '**Call** [Acme](https://example.com/)' },
          { title: 'Note', value: '–' },
        ],
      },
    ]);
  });

  it('keeps a Chinese label whole, and gives an address a line of its own', () => {
    const email = 'oscar.lindqvist@ironwoodfurniture.example';
    expect(
      bodyOf({
        type: 'facts',
        facts: [
          { label: '负责人', value: '李雷' },
          { label: 'E-mail', value: email },
          { label: 'Came in', value: 'today' },
        ],
      }),
    ).toEqual([
      { type: 'FactSet', facts: [{ title: '负\u2060责\u2060人', value: '李雷' }] },
      { type: 'TextBlock', text: `**E-mail** ${email}`, wrap: true },
      { type: 'FactSet', facts: [{ title: 'Came\u00a0in', value: 'today' }] },
    ]);
  });

  it('gives the columns of a table the room their words need, and figures the right side', () => {
    const rows = [
      ['李雷', '¥1,400,000'],
      ['Jim', '—'],
    ];
    expect(bodyOf({ type: 'table', columns: ['负责人', 'Amount'], rows })[0]).toMatchObject({
      columns: [{ width: 6 }, { width: 11, horizontalCellContentAlignment: 'Right' }],
    });
  });

  it('says how many rows of a table are missing', () => {
    const rows = Array.from({ length: 150 }, (_, at) => [`row ${at}`, 'x'.repeat(40)]);
    const body = bodyOf({ type: 'table', columns: ['Name', 'Note'], rows });
    const [, mark] = body;
    expect(body[0]).toMatchObject({ type: 'Table', firstRowAsHeader: true });
    expect(mark?.text).toBe(`… +${151 - nodesOf(body[0]).filter(({ type }) => type === 'TableRow').length}`);
  });

  it('shows how far something is as a bar, and in signs where there is none', () => {
    expect(bodyOf({ type: 'progress', label: 'Target', value: 0.4, text: '¥1.2m of ¥3m' })).toEqual([
      { type: 'TextBlock', text: '**Target** ¥1.2m of ¥3m', wrap: true },
      {
        type: 'ProgressBar',
        value: 40,
        max: 100,
        fallback: { type: 'TextBlock', text: '▰▰▰▰▱▱▱▱▱▱', wrap: true, spacing: 'None' },
      },
    ]);
  });

  it('shows a picture over HTTPS, and a link to any other', () => {
    expect(bodyOf({ type: 'image', url: 'https://example.com/a.png', alt: 'Board' })).toEqual([
      { type: 'Image', url: 'https://example.com/a.png', altText: 'Board', size: 'Stretch' },
    ]);
    expect(wordsOf(bodyOf({ type: 'image', url: 'http://example.com/a.png', alt: 'Board' }))).toBe('Board');
  });

  it('is for each as it is for him where there is company, and just as it is where there is none', () => {
    const card: Card = { title: 'Approval', body: [], ownView: { command: 'approval.show', input: { approval: ID } } };
    expect(drawn(card, { direct: true })).not.toHaveProperty('refresh');
    const refresh = {
      action: {
        type: 'Action.Execute',
        verb: 'approval.show',
        data: { parley: { v: 'a', c: 'approval.show', i: { approval: ID } } },
      },
    };
    expect(drawn(card, { direct: false }).refresh).toEqual(refresh);
    expect(renderOwnView(card).refresh).toEqual(refresh);
  });
});

describe('a button', () => {
  const data = { parley: { v: 'a', c: 'task.done', i: { task: ID } } };

  it('is answered in the response, and where a client cannot do that it is a message', () => {
    const look = { title: 'Done', style: 'positive', associatedInputs: 'none' };
    expect(bodyOf({ type: 'actions', buttons: [{ ...done, style: 'primary' }] })).toEqual([
      {
        type: 'ActionSet',
        actions: [
          {
            type: 'Action.Execute',
            verb: 'task.done',
            ...look,
            data,
            fallback: { type: 'Action.Submit', ...look, data },
          },
        ],
      },
    ]);
  });

  it('asks first what is to be asked first', () => {
    const confirm = { title: 'Delete?', text: 'It is gone then.', yes: 'Delete', no: 'Keep' };
    const [row, question] = bodyOf({ type: 'actions', buttons: [{ ...done, style: 'danger', confirm }] });
    expect(row).toMatchObject({ actions: [{ type: 'Action.ToggleVisibility', targetElements: ['question0'] }] });
    expect(question).toMatchObject({
      type: 'Container',
      id: 'question0',
      isVisible: false,
      items: [
        { text: 'Delete?' },
        { text: 'It is gone then.' },
        {
          actions: [
            { type: 'Action.Execute', title: 'Delete', style: 'destructive', data },
            { type: 'Action.ToggleVisibility', title: 'Keep', targetElements: ['question0'] },
          ],
        },
      ],
    });
  });

  const titlesOf = (rows: Record<string, unknown>[]) =>
    rows.map(({ actions }) => nodesOf(actions).map(({ title }) => title));

  it('that is one too many stands in the next row; a single rare one hides behind nothing', () => {
    const buttons = Array.from({ length: 7 }, (_, at) => ({ ...done, label: `B${at}` }));
    const rows = bodyOf({ type: 'actions', buttons, more: [{ ...done, label: 'Rare' }] });
    expect(titlesOf(rows)).toEqual([
      ['B0', 'B1', 'B2', 'B3', 'B4', 'B5'],
      ['B6', 'Rare'],
    ]);
  });

  it.each([
    ['Rare', 'More'],
    ['少用', '更多'],
  ])('%s stands with its like behind one button that says “%s”', (rare, more) => {
    const of = (length: number, name: string) =>
      Array.from({ length }, (_, at) => ({ ...done, label: `${name}${at}` }));
    const rows = bodyOf({ type: 'actions', buttons: of(4, 'B'), more: of(7, rare) });
    expect(titlesOf(rows.slice(0, 1))).toEqual([['B0', 'B1', 'B2', 'B3', more]]);
    expect(nodesOf(rows[0]?.actions).at(-1)).toEqual({
      type: 'Action.ToggleVisibility',
      title: more,
      targetElements: ['more0'],
    });
    expect(rows[1]).toMatchObject({ type: 'Container', id: 'more0', isVisible: false });
    expect(titlesOf(nodesOf(rows[1]?.items).filter(({ type }) => type === 'ActionSet'))).toEqual([
      [0, 1, 2, 3, 4, 5].map((at) => `${rare}${at}`),
      [`${rare}6`],
    ]);
  });

  it('of a record stands with it', () => {
    const [record] = bodyOf({
      type: 'records',
      records: [{ title: 'Call Wang', detail: 'Tomorrow', buttons: [done] }],
    });
    expect(wordsOf(record)).toBe('Call Wang\nTomorrow');
    expect(record).toMatchObject({ type: 'Container', separator: true });
    expect(nodesOf(record).some(({ title }) => title === 'Done')).toBe(true);
  });

  it('cannot carry more than ids', () => {
    const heavy = { ...done, input: { note: 'x'.repeat(3_000) } };
    expect(() => renderMessage({ title: '', body: [{ type: 'actions', buttons: [heavy] }] })).toThrow(RangeError);
  });

  it('in a window is a submit, the only thing a window knows', () => {
    const { card } = renderDialog({ title: 'Task', body: [{ type: 'actions', buttons: [done] }] });
    expect(nodesOf(card).filter(({ type }) => String(type).startsWith('Action.'))).toEqual([
      { type: 'Action.Submit', title: 'Done', associatedInputs: 'none', data },
    ]);
  });
});

const input = (over: Partial<Input>): Input => ({ name: 'x', label: 'X', widget: 'line', required: false, ...over });
const formOf = (...inputs: Input[]): Card => {
  const form: Form = { command: 'deal.add', hidden: { customer: ID }, inputs, submit: 'Save' };
  return { title: 'Deal', body: [{ type: 'form', form }] };
};
const inputsOf = (...inputs: Input[]) => drawn(formOf(...inputs)).body.slice(1, -1);

describe('a field', () => {
  it.each<[string, Partial<Input>, object]>([
    ['a line', { value: 'abc', placeholder: 'p' }, { type: 'Input.Text', value: 'abc', placeholder: 'p' }],
    ['a paragraph', { widget: 'paragraph' }, { type: 'Input.Text', isMultiline: true }],
    ['a number', { widget: 'number', value: '12.5' }, { type: 'Input.Number', value: 12.5 }],
    ['a number in words', { widget: 'number', value: '三' }, { type: 'Input.Text', value: '三' }],
    ['a day', { widget: 'date', value: '2026-12-01' }, { type: 'Input.Date', value: '2026-12-01' }],
    ['a day in words', { widget: 'date', value: 'next Friday' }, { type: 'Input.Text', value: 'next Friday' }],
    ['a moment in words', { widget: 'datetime', value: 'tonight' }, { type: 'Input.Text', value: 'tonight' }],
    ['a choice of nothing', { widget: 'choice', options: [], value: 'a' }, { type: 'Input.Text', value: 'a' }],
    ['a record nobody can look up', { widget: 'record' }, { type: 'Input.Text' }],
  ])('is %s', (_what, over, expected) => {
    expect(inputsOf(input(over))).toEqual([{ id: 'x', label: 'X', ...expected }]);
  });

  it('that must be filled says so', () => {
    expect(inputsOf(input({ required: true }))).toEqual([
      { type: 'Input.Text', id: 'x', label: 'X', isRequired: true, errorMessage: '⚠️ X' },
    ]);
  });

  it('of a moment is a day and a time of day', () => {
    const [columns] = inputsOf(input({ widget: 'datetime', value: '2026-12-01 09:30' }));
    expect(nodesOf(columns).filter(({ type }) => String(type).startsWith('Input'))).toEqual([
      { type: 'Input.Date', id: 'x~day', label: 'X', value: '2026-12-01' },
      { type: 'Input.Time', id: 'x~time', value: '09:30' },
    ]);
  });

  it('is a choice, or several', () => {
    const options = [
      { label: 'Visit', value: 'visit' },
      { label: 'Call', value: 'call' },
    ];
    const choices = [
      { title: 'Visit', value: 'visit' },
      { title: 'Call', value: 'call' },
    ];
    const common = { type: 'Input.ChoiceSet', style: 'compact', id: 'x', label: 'X', choices };
    expect(inputsOf(input({ widget: 'choice', options, value: 'call' }))).toEqual([{ ...common, value: 'call' }]);
    expect(inputsOf(input({ widget: 'choices', options, value: 'call,visit,gone' }))).toEqual([
      { ...common, isMultiSelect: true, value: 'visit,call' },
    ]);
  });

  it('never loses what is chosen from a long list', () => {
    const options = Array.from({ length: 300 }, (_, at) => ({ label: `L${at}`, value: `v${at}` }));
    const [list] = inputsOf(input({ widget: 'choice', options, value: 'v299' }));
    expect(list).toMatchObject({ value: 'v299' });
    expect(JSON.stringify(list)).toContain('"title":"L299"');
  });

  it('of a record is found while one types, and keeps the words nobody has looked up yet', () => {
    const [found] = inputsOf(input({ widget: 'record', source: 'customer', value: '华星' }));
    expect(found).toEqual({
      type: 'Input.ChoiceSet',
      style: 'filtered',
      id: 'x',
      label: 'X',
      value: '华星',
      choices: [{ title: '华星', value: '华星' }],
      'choices.data': { type: 'Data.Query', dataset: 'customer' },
      fallback: { type: 'Input.Text', id: 'x', label: 'X', value: '华星' },
    });
  });

  it('says beneath it what is wrong, with what was typed still in it', () => {
    expect(inputsOf(input({ value: 'after lunch', error: 'That is no *phone number*.' }))).toEqual([
      { type: 'Input.Text', id: 'x', label: 'X', value: 'after lunch' },
      {
        type: 'TextBlock',
        text: '⚠️ That is no \\*phone number\\*.',
        wrap: true,
        color: 'Attention',
        spacing: 'None',
      },
    ]);
  });
});

describe('a form', () => {
  const submitOf = (card: unknown) => nodesOf(card).find(({ title }) => title === 'Save');

  it('stands in a window below its title, which the card does not say again', () => {
    const { title, card } = renderDialog(formOf(input({})));
    expect(title).toBe('Deal');
    expect(nodesOf(card).filter(({ text }) => text === 'Deal')).toEqual([]);
  });

  it('carries what it needs to be read again', () => {
    const data = { parley: { v: 'a', c: 'deal.add', i: { customer: ID }, f: ['x', 'y'] } };
    const card = drawn(formOf(input({}), input({ name: 'y' })));
    expect(submitOf(card)).toMatchObject({ type: 'Action.Execute', data, fallback: { type: 'Action.Submit', data } });
    expect(submitOf(renderDialog(formOf(input({}), input({ name: 'y' }))).card)).toMatchObject({
      type: 'Action.Submit',
      data,
    });
  });

  it('comes back as it was filled in', () => {
    const action = submitOf(drawn(formOf(input({}), input({ name: 'due', widget: 'datetime' }))));
    const typed = { x: 'Acme', 'due~day': '2026-12-01', 'due~time': '09:30' };
    const parsed = parse(
      Buffer.from(
        JSON.stringify({
          type: 'invoke',
          name: 'adaptiveCard/action',
          id: '1',
          channelId: 'msteams',
          serviceUrl: 'https://smba.trafficmanager.net/emea/',
          from: { id: '29:u' },
          recipient: { id: '28:b' },
          conversation: { id: 'a:1', tenantId: 't', conversationType: 'personal' },
          value: { action: { ...action, data: { ...Object(action?.data), ...typed } } },
        }),
      ),
    );
    expect(parsed).toMatchObject({
      event: { kind: 'submit', command: 'deal.add', values: { x: 'Acme', due: '2026-12-01 09:30' } },
    });
  });

  it('on its way to a window is one button', () => {
    const card = renderOpener(formOf(input({})), { command: 'deal.add', input: { customer: ID } });
    expect(complaintsAboutCard(card)).toEqual([]);
    expect(nodesOf(card).find(({ type }) => type === 'Action.Submit')).toEqual({
      type: 'Action.Submit',
      title: 'Deal',
      data: { parley: { v: 'a', c: 'deal.add', i: { customer: ID } }, msteams: { type: 'task/fetch' } },
    });
  });
});

describe('a chart', () => {
  const chart = (over: object) =>
    bodyOf({
      type: 'chart',
      chart: {
        title: 'Pipeline',
        shape: 'bar',
        unit: 'k€',
        categories: ['Lead', 'Won'],
        series: [
          {
            name: 'Amount',
            points: [
              { value: 12, text: '12k' },
              { value: 5, text: '5k' },
            ],
          },
        ],
        ...over,
      },
    });

  it('is drawn by Teams, with its figures where it is not', () => {
    const [drawnChart] = chart({});
    expect(drawnChart).toMatchObject({
      type: 'Chart.VerticalBar',
      title: 'Pipeline',
      yAxisTitle: 'k€',
      data: [
        { x: 'Lead', y: 12 },
        { x: 'Won', y: 5 },
      ],
    });
    expect(wordsOf(drawnChart?.fallback)).toContain('Lead\n12k');
  });

  const points = [
    { value: 12, text: '12k' },
    { value: 5, text: '5k' },
  ];

  it.each([
    ['pie', {}, 'Chart.Pie'],
    ['line', { categories: ['2026-01', '2026-02'] }, 'Chart.Line'],
    ['area', { categories: ['2026-01', '2026-02'] }, 'Chart.Line'],
    ['line', { categories: ['2026年1月', '2026年2月'], days: ['2026-01-01', '2026-02-01'] }, 'Chart.Line'],
    ['line', {}, 'Chart.VerticalBar'],
    [
      'bar',
      {
        series: [
          { name: 'A', points },
          { name: 'B', points },
        ],
      },
      'Chart.VerticalBar.Grouped',
    ],
  ])('of shape %s %j is a %s', (shape, over, type) => {
    expect(chart({ shape, ...over })[0]?.type).toBe(type);
  });

  it('of nothing is a table of nothing', () => {
    expect(chart({ series: [] }).map(({ type }) => type)).toEqual(['TextBlock', 'Table']);
  });
});

it('a notice is a line of plain words', () => {
  expect(renderNotice('Saved', 'info')).toEqual({ text: 'Saved' });
  expect(renderNotice('Not allowed', 'bad')).toEqual({ text: '⛔ Not allowed' });
});
