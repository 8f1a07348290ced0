import type { Person } from '../../adapters/playground/index.ts';
import type { Card, Form } from '../../bot/cards/card.ts';
import type { InboundEvent, Reply } from '../../bot/contract.ts';

/** A stand-in for the bot that answers with cards of every kind, so that the page is tested by itself. */

type Who = [userId: string, name: string, roles: Person['roles'], locale: Person['locale'], title?: string];

const WHO: Who[] = [
  ['u-lilei', '李雷', ['rep'], 'zh', '销售代表 · 华北'],
  ['u-hanmeimei', '韩梅梅', ['rep'], 'zh'],
  ['u-jim', 'Jim Green', ['rep'], 'en'],
  ['u-lucy', 'Lucy King', ['rep'], 'en'],
  ['u-zhangwei', '张伟', ['manager'], 'zh'],
  ['u-wangfang', '王芳', ['director'], 'zh'],
  ['u-chenjie', '陈洁', ['executive'], 'zh'],
  ['u-zhaomin', '赵敏', ['finance', 'admin'], 'zh'],
];

export const PEOPLE: Person[] = WHO.map(([userId, name, roles, locale, title = '']) => {
  return { userId, name, roles, locale, title, email: `${userId}@hualan.example` };
});

/** What a search finds. */
export const CUSTOMERS = [
  { label: '华星电子有限公司', value: 'c-42' },
  { label: '华兴机械', value: 'c-43' },
];

export const EVERYTHING: Card = {
  title: '华星电子 Huaxing Electronics',
  tone: 'good',
  body: [
    {
      type: 'text',
      text: ['报价 ', { bold: '¥1,280,000' }, ' 已发，详见 ', { link: 'https://hualan.example/q/7', label: '报价单' }],
    },
    { type: 'text', text: 'A plain *star* & <b>tag</b> <!here> stays what it is', muted: true },
    { type: 'heading', text: '概况' },
    {
      type: 'facts',
      facts: [
        { label: '阶段', value: '方案报价' },
        { label: '金额', value: [{ bold: '¥1,280,000' }] },
        { label: '负责人', value: '李雷' },
        { label: '下一步', value: '下周三发合同' },
      ],
    },
    {
      type: 'table',
      columns: ['阶段', '数量', '金额'],
      rows: [
        ['需求确认', '12', '¥3,400,000'],
        ['方案报价', '7', '¥2,100,000'],
      ],
    },
    { type: 'divider' },
    {
      type: 'records',
      records: [
        {
          title: '发合同给王总',
          detail: '周三到期 · 华星电子',
          buttons: [{ label: '完成', command: 'task done', input: { id: 't-1' } }],
        },
        {
          title: [{ bold: 'Call Lucy' }, ' back'],
          detail: 'overdue',
          buttons: [
            { label: 'Done', command: 'task done', input: { id: 't-2' }, style: 'primary' },
            { label: 'Snooze', command: 'task snooze', input: { id: 't-2' } },
          ],
        },
      ],
    },
    {
      type: 'actions',
      buttons: [
        { label: '批准', command: 'approve', input: { request: 'r-1', version: 3 }, style: 'primary' },
        { label: '填写跟进', command: 'open form', input: {} },
        {
          label: '撤销',
          command: 'undo',
          input: { entry: 'e-9' },
          style: 'danger',
          confirm: { title: '撤销这次记录？', text: '拜访和待办都会删除。', yes: '撤销吧', no: '留着' },
        },
      ],
    },
  ],
};

/** What some platforms draw by themselves and others as pictures. */
const FIGURES: Card = {
  title: '本季度看板',
  tone: 'info',
  body: [
    { type: 'progress', label: '目标', value: 0.42, text: '¥1,260,000 / ¥3,000,000' },
    {
      type: 'chart',
      chart: {
        title: '各阶段金额',
        shape: 'bar',
        unit: '万元',
        categories: ['需求确认', '方案报价', '商务谈判'],
        series: [
          {
            name: '今年',
            points: [
              { value: 340, text: '¥340万' },
              { value: 210, text: '¥210万' },
              { value: 90, text: '¥90万' },
            ],
          },
        ],
      },
    },
    {
      type: 'board',
      board: {
        title: '商机看板',
        columns: [
          {
            title: '方案报价',
            detail: '1 个 · ¥80万',
            cards: [{ title: '华星电子', detail: '¥80万', tone: 'warning' }],
          },
          { title: '商务谈判', detail: '0 个', cards: [] },
        ],
      },
    },
    {
      type: 'actions',
      buttons: [{ label: '刷新', command: 'board', input: {} }],
      more: [{ label: '只看我的', command: 'board mine', input: { mine: true } }],
    },
  ],
};

/** Every kind of field, filled in. */
const FIELDS: Card = {
  title: '新商机',
  body: [
    {
      type: 'form',
      form: {
        command: 'opportunity add',
        hidden: {},
        submit: '新建',
        inputs: [
          { name: 'customer', label: '客户', widget: 'record', source: 'customer', required: true },
          { name: 'amount', label: '数量', widget: 'number', required: false, value: '3' },
          { name: 'meeting', label: '会面', widget: 'datetime', required: false, value: '2026-12-02 09:30' },
          {
            name: 'products',
            label: '产品',
            widget: 'choices',
            required: false,
            value: 'a,c',
            options: ['a', 'b', 'c'].map((value) => ({ label: `产品 ${value}`, value })),
          },
          {
            name: 'owner',
            label: '负责人',
            widget: 'person',
            source: 'colleague',
            required: false,
            value: 'u-hanmeimei',
            options: [{ label: '韩梅梅', value: 'u-hanmeimei' }],
          },
        ],
      },
    },
  ],
};

/** Wider than any phone. */
const WIDE: Card = {
  title: '本季度',
  body: [
    {
      type: 'table',
      columns: ['客户', '阶段', '负责人', '金额', '预计成交', '上次跟进'],
      rows: [['HuaxingElectronicsHolding', '方案报价', 'LucyKing', '¥12,800,000.00', '2026-12-31', '2026-11-21T09:30']],
    },
  ],
};

/** What a visit form holds, with what was typed before. */
function visitForm(typed: Readonly<Record<string, string>>, errors: Readonly<Record<string, string>> = {}): Card {
  const known = (name: string) => ({
    name,
    ...(typed[name] ? { value: typed[name] } : {}),
    ...(errors[name] ? { error: errors[name] } : {}),
  });
  const form: Form = {
    command: 'log visit',
    hidden: { customer: 'c-42' },
    submit: '保存',
    inputs: [
      { ...known('customer'), label: '客户', widget: 'line', required: true, placeholder: '华星电子' },
      { ...known('notes'), label: '情况', widget: 'paragraph', required: false },
      { ...known('next'), label: '下次日期', widget: 'date', required: true },
      {
        ...known('mood'),
        label: '态度',
        widget: 'choice',
        required: false,
        options: [
          { label: '满意', value: 'good' },
          { label: '一般', value: 'so-so' },
        ],
      },
    ],
  };
  return {
    title: '记录拜访',
    body: [
      { type: 'text', text: '客户和日期必填。', muted: true },
      { type: 'form', form },
    ],
  };
}

/** What the stand-in says to each event; the words `all`, `wide`, `figures`, `form`, `fields` and `no` have answers of their own. */
export function sampleReply(event: InboundEvent): Reply {
  switch (event.kind) {
    case 'line':
    case 'message':
      return replyToWords(event.text);
    case 'press':
      return replyToPress(event.command, event.input);
    case 'submit':
      return replyToSubmit(event.values, event.hidden);
    default:
      return { kind: 'notice', text: event.kind, tone: 'info' };
  }
}

const CARDS: Readonly<Record<string, Card>> = { all: EVERYTHING, wide: WIDE, figures: FIGURES };

function replyToWords(text: string): Reply {
  if (text === 'form') return { kind: 'form', card: visitForm({ notes: '王总基本满意' }) };
  if (text === 'no') return { kind: 'notice', text: '这个只有销售总监可以做。', tone: 'bad' };
  if (text === 'fields') return { kind: 'form', card: FIELDS };
  return { kind: 'card', card: CARDS[text] ?? echo(text), audience: 'place' };
}

function replyToPress(command: string, input: Readonly<Record<string, unknown>>): Reply {
  if (command === 'open form') return { kind: 'form', card: visitForm({}) };
  return { kind: 'card', card: echo(`${command} ${JSON.stringify(input)}`), audience: 'place', inPlace: true };
}

function replyToSubmit(values: Readonly<Record<string, string>>, hidden: Readonly<Record<string, unknown>>): Reply {
  const errors = {
    ...(values.customer === '华星电子' ? {} : { customer: '没有这个客户' }),
    ...(values.next ? {} : { next: '请选一个日期' }),
  };
  if (Object.keys(errors).length > 0) return { kind: 'form', card: visitForm(values, errors) };
  const card = echo(`saved ${JSON.stringify({ ...values, ...hidden })}`);
  return { kind: 'card', card, audience: 'place', inPlace: true };
}

function echo(text: string): Card {
  return { title: '好的', tone: 'info', body: [{ type: 'text', text }] };
}
