import type { Calendar } from './calendar.ts';
import { type Login, userId } from './people.ts';
import { demoId } from './random.ts';

type Ticket = {
  domain: string;
  kind: 'complaint' | 'fault' | 'question' | 'request';
  title: string;
  priority: 'low' | 'normal' | 'high' | 'urgent';
  by: Login;
  /** Working days ago. */
  opened: number;
  closed?: number;
  said?: readonly { ago: number; text: string }[];
};

/** What the service desk of 华澜科技 has had on its hands; all of it of customers who have bought. */
const TICKETS: readonly Ticket[] = [
  {
    domain: 'lanyu-shipin',
    kind: 'complaint',
    title: '备件到货比约定晚了一周',
    priority: 'high',
    by: 'li.lei',
    opened: 3,
    said: [{ ago: 2, text: '已联系仓库，备件本周内发出' }],
  },
  {
    domain: 'huaxing-dianzi',
    kind: 'fault',
    title: '空压站 3 号采集器离线',
    priority: 'normal',
    by: 'liu.yang',
    opened: 9,
    closed: 7,
    said: [{ ago: 7, text: '现场更换电源模块，已恢复' }],
  },
  {
    domain: 'acme-manufacturing',
    kind: 'fault',
    title: 'Energy meter in the compressor room shows no data',
    priority: 'urgent',
    by: 'jim.green',
    opened: 1,
    said: [{ ago: 1, text: 'Remote restart did not help, a replacement is on its way' }],
  },
  {
    domain: 'bluegum-dairy',
    kind: 'question',
    title: 'How to add a silo to the alarm list',
    priority: 'low',
    by: 'jim.green',
    opened: 12,
    closed: 11,
    said: [{ ago: 11, text: 'Walked them through it on the phone' }],
  },
  {
    domain: 'pinecrest-paper',
    kind: 'request',
    title: 'Yearly calibration of the boiler house meters',
    priority: 'normal',
    by: 'liu.yang',
    opened: 4,
  },
];

export function ticketRows(calendar: Calendar) {
  const at = (ago: number, minute: number) => calendar.at(calendar.workday(-ago), minute);
  return {
    service_tickets: TICKETS.map(({ domain, kind, title, priority, by, opened, closed }) => ({
      id: demoId('ticket', domain),
      customer_id: demoId('customer', domain),
      kind,
      title,
      priority,
      assignee_id: userId('liu.yang'),
      opened_by: userId(by),
      opened_at: at(opened, 10 * 60),
      closed_at: closed === undefined ? null : at(closed, 16 * 60),
      closed_by: closed === undefined ? null : userId('liu.yang'),
    })),
    ticket_entries: TICKETS.flatMap(({ domain, said = [] }) =>
      said.map(({ ago, text }, index) => ({
        id: demoId('ticket_entry', `${domain}/${index}`),
        ticket_id: demoId('ticket', domain),
        author_id: userId('liu.yang'),
        text,
        written_at: at(ago, 15 * 60),
      })),
    ),
  };
}
