import type { Text } from '../../core/text.ts';
import type { Today } from '../../core/today/get-today.ts';
import type { Card, CardNode } from '../cards/card.ts';
import { press } from '../press.ts';
import { shortWish } from './approval.ts';
import { bracketed, type Viewer } from './format.ts';
import { taskRecord } from './task.ts';

type Records = Extract<CardNode, { type: 'records' }>['records'];

export function todayCard({ overdue, due, leads, approvals }: Today, viewer: Viewer): Card {
  const { locale } = viewer;
  const open: Text = { en: 'Open', zh: '查看' };
  const sections: [Text, Records][] = [
    [
      { en: 'To approve', zh: '待审批' },
      approvals.map((approval) => ({
        title: `${approval.opportunity.customerName} · ${shortWish(approval, locale)}`,
        detail: approval.requesterName,
        buttons: [press(open, locale, 'approval.show', { request: approval.id })],
      })),
    ],
    [{ en: 'Overdue', zh: '已逾期' }, overdue.map((task) => taskRecord(task, 'today', viewer))],
    [{ en: 'Due today', zh: '今天到期' }, due.map((task) => taskRecord(task, 'today', viewer))],
    [
      { en: 'New leads', zh: '新线索' },
      leads.map(({ id, contact, company }) => ({
        title: company ? `${contact} · ${company}` : contact,
        buttons: [press(open, locale, 'lead.show', { lead: id })],
      })),
    ],
  ];
  const body = sections.flatMap(([name, records]): CardNode[] =>
    records.length === 0
      ? []
      : [
          { type: 'heading', text: `${name[locale]}${bracketed(String(records.length), locale)}` },
          { type: 'records', records: records.slice(0, 8) },
        ],
  );
  return body.length > 0
    ? { title: { en: 'My day', zh: '我的一天' }[locale], body }
    : {
        title: { en: 'A clear day', zh: '今天没有待办' }[locale],
        tone: 'good',
        body: [
          {
            type: 'text',
            text: { en: 'Nothing is due, overdue or waiting for you.', zh: '没有到期、逾期或等待你处理的事项。' }[
              locale
            ],
            muted: true,
          },
        ],
      };
}
