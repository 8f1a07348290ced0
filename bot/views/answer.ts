import { addDays } from '../../core/days.ts';
import { FOLLOW_UP_NAMES } from '../../core/follow-ups/follow-up.ts';
import type { Answer, AnswerGroup, AnswerLine } from '../../core/questions/answer-question.ts';
import { EARLIEST, type Question } from '../../core/questions/question.ts';
import type { Text } from '../../core/text.ts';
import type { Button, Card, CardNode } from '../cards/card.ts';
import { press } from '../press.ts';
import { chartOf, rateTable, rateTitle } from './answer-figures.ts';
import { day, money, type Viewer } from './format.ts';

const ENTITIES: Readonly<Record<Question['entity'], Text>> = {
  opportunity: { en: 'opportunities', zh: '商机' },
  lead: { en: 'leads', zh: '线索' },
  customer: { en: 'customers', zh: '客户' },
  task: { en: 'tasks', zh: '任务' },
  'follow-up': { en: 'follow-ups', zh: '跟进' },
};
const STATUSES: Readonly<Record<NonNullable<Question['status']>, Text>> = {
  open: { en: 'open', zh: '进行中' },
  won: { en: 'won', zh: '已成交' },
  lost: { en: 'lost', zh: '已输单' },
  closed: { en: 'won or lost', zh: '已成交或输单的' },
  done: { en: 'done', zh: '已完成' },
};
const OPEN: Text = { en: 'Open', zh: '查看' };
const SIGNS = { gt: '>', gte: '≥', lt: '<', lte: '≤' } as const;
const TIMES: Readonly<Record<NonNullable<Question['time']>['field'], Text>> = {
  close: { en: 'closing', zh: '预计成交' },
  created: { en: 'created', zh: '创建于' },
  due: { en: 'due', zh: '截止' },
  on: { en: 'on', zh: '日期' },
};
/** What was won or lost is counted by the day it was, not by the day it was expected. */
const CLOSED: Text = { en: 'closed', zh: '关闭于' };
const GROUPS: Readonly<Record<NonNullable<Question['groupBy']>, Text>> = {
  owner: { en: 'Owner', zh: '负责人' },
  stage: { en: 'Stage', zh: '阶段' },
  source: { en: 'Source', zh: '来源' },
};

/** The figure first, then the table, then the receipt: what was understood, how many rows, whose (R103). */
export function answerCard(answer: Answer, viewer: Viewer): Card {
  const { locale } = viewer;
  const { question, groups, totals, lines, rows } = answer;
  const body: CardNode[] = [];
  const heading = columns(question, viewer);
  if (groups.length > 0 && question.measure === 'win_rate') {
    body.push(rateTable(answer, heading[0] ?? '', viewer));
  } else if (groups.length > 0) {
    body.push(...chartOf(answer, question, ENTITIES[question.entity], viewer), {
      type: 'table',
      columns: heading,
      rows: groups.map((group) => cells(group, question, viewer)),
    });
  }
  if (lines.length > 0) {
    body.push({ type: 'records', records: lines.map((line) => record(line, question, viewer)) });
  }
  body.push({ type: 'text', text: receipt(answer, viewer), muted: true });
  if (question.measure === 'win_rate') {
    return { title: rateTitle(answer)[locale], body };
  }
  const total = totals.map((each) => figure(each, question, viewer)).join(' + ');
  const name = ENTITIES[question.entity];
  const title =
    rows === 0
      ? { en: `No ${name.en} like that`, zh: `没有符合条件的${name.zh}` }
      : { en: `${total} · ${rows} ${name.en}`, zh: `${total} · ${rows} 个${name.zh}` };
  const isCount =
    question.measure === 'count' || question.measure === 'list' || totals.every(({ amount }) => amount === null);
  const plain: Text = { en: `${rows} ${name.en}`, zh: `${rows} 个${name.zh}` };
  return { title: rows > 0 && isCount ? plain[locale] : title[locale], body };
}

/** One record of a list: what it is worth, its day, and the way to it. */
function record({ id, name, amount, currency, on }: AnswerLine, { entity, idleDays }: Question, viewer: Viewer) {
  const last: Text = { en: 'last word ', zh: '最近动态 ' };
  const lead = idleDays === undefined ? '' : last[viewer.locale];
  const detail = [
    amount === null || currency === null ? '' : money(amount, currency, viewer),
    on ? `${lead}${day(on, viewer)}` : '',
  ]
    .filter(Boolean)
    .join(' · ');
  return { title: name, ...(detail ? { detail } : {}), buttons: [open(entity, id, viewer)] };
}

function open(entity: Question['entity'], id: string, { locale }: Viewer): Button {
  switch (entity) {
    case 'opportunity':
      return press(OPEN, locale, 'opportunity.show', { opportunity: id });
    case 'lead':
      return press(OPEN, locale, 'lead.show', { lead: id });
    case 'task':
      return press(OPEN, locale, 'task.show', { task: id });
    case 'customer':
    case 'follow-up':
      return press(OPEN, locale, 'customer.show', { customer: id });
  }
}

function figure({ amount, weighted, currency, count }: AnswerGroup, { measure }: Question, viewer: Viewer): string {
  const value = measure === 'weighted_amount' ? weighted : amount;
  return value === null || currency === null ? String(count) : money(value, currency, viewer);
}

function columns(question: Question, { locale }: Viewer): string[] {
  const group = question.groupBy ? GROUPS[question.groupBy][locale] : '';
  const hasAmounts = question.entity === 'opportunity';
  return [
    group,
    { en: 'Number', zh: '数量' }[locale],
    ...(hasAmounts ? [{ en: 'Amount', zh: '金额' }[locale], { en: 'Weighted', zh: '加权' }[locale]] : []),
  ];
}

function cells(
  { label, count, amount, weighted, currency }: AnswerGroup,
  question: Question,
  viewer: Viewer,
): string[] {
  const value = (minor: bigint | null) => (minor === null || currency === null ? '—' : money(minor, currency, viewer));
  return [
    label[viewer.locale],
    String(count),
    ...(question.entity === 'opportunity' ? [value(amount), value(weighted)] : []),
  ];
}

function receipt({ question, rows, people, owner }: Answer, { locale }: Viewer): string {
  const { entity, status, time, scope, stage, customer, followUpKind, amount, idleDays } = question;
  const isClosed = entity === 'opportunity' && status !== undefined && status !== 'open';
  const times = time && time.field === 'close' && isClosed ? CLOSED : TIMES[time?.field ?? 'created'];
  const who: Text = owner
    ? { en: owner, zh: owner }
    : scope === 'mine'
      ? { en: 'yours', zh: '我的' }
      : { en: `everybody you may see (${people})`, zh: `你可见的全部 ${people} 人` };
  const until = time ? addDays(time.to, -1) : '';
  const parts: Text[] = [
    status
      ? { en: `${STATUSES[status].en} ${ENTITIES[entity].en}`, zh: `${STATUSES[status].zh}${ENTITIES[entity].zh}` }
      : ENTITIES[entity],
    ...(stage ? [{ en: `stage ${stage}`, zh: `阶段 ${stage}` }] : []),
    ...(customer ? [{ en: customer, zh: customer }] : []),
    ...(followUpKind ? [FOLLOW_UP_NAMES[followUpKind]] : []),
    ...(amount
      ? [{ en: `amount ${SIGNS[amount.op]} ${amount.value}`, zh: `金额 ${SIGNS[amount.op]} ${amount.value}` }]
      : []),
    ...(idleDays === undefined
      ? []
      : [{ en: `no word for ${idleDays} days or more`, zh: `${idleDays} 天及以上无跟进` }]),
    ...(time
      ? [
          {
            en: `${times.en} ${time.label.en} (${time.from === EARLIEST ? 'until' : `${time.from} –`} ${until})`,
            zh: `${times.zh}${time.label.zh}（${time.from === EARLIEST ? '' : `${time.from} `}至 ${until}）`,
          },
        ]
      : []),
    who,
    { en: `${rows} rows counted`, zh: `共 ${rows} 条` },
  ];
  return parts.map((part) => part[locale]).join(' · ');
}
