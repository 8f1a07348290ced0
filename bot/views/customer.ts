import type { CustomerHit } from '../../core/customers/find-customers.ts';
import type { Customer360 } from '../../core/customers/get-customer.ts';
import { FOLLOW_UP_NAMES } from '../../core/follow-ups/follow-up.ts';
import type { Text } from '../../core/text.ts';
import type { Card, CardNode, Rich } from '../cards/card.ts';
import { press } from '../press.ts';
import { day, money, phone as phoneOf, type Viewer } from './format.ts';
import { tagList } from './tag.ts';
import { ticketTitle } from './ticket.ts';

const LOG: Text = { en: 'Log a follow-up', zh: '记录跟进' };
const OPEN: Text = { en: 'Open', zh: '查看' };
const OPPORTUNITY: Text = { en: 'New opportunity', zh: '新建商机' };
const TICKET: Text = { en: 'New ticket', zh: '新建工单' };
const HISTORY: Text = { en: 'History', zh: '跟进记录' };
const FILES: Text = { en: 'Files', zh: '文件' };

export function customerAddedCard({ id, name }: { id: string; name: string }, { locale }: Viewer): Card {
  return {
    title: { en: `On file: ${name}`, zh: `客户已建档：${name}` }[locale],
    about: { entity: 'customer', recordId: id },
    tone: 'good',
    body: [
      {
        type: 'actions',
        buttons: [
          press(LOG, locale, 'follow-up.log', { customer: id }, { style: 'primary' }),
          press(OPPORTUNITY, locale, 'opportunity.open', { customer: id }),
        ],
      },
    ],
  };
}

export function customersCard(asked: string, hits: readonly CustomerHit[], { locale }: Viewer): Card {
  if (hits.length === 0) {
    return {
      title: { en: `No customer called “${asked}”`, zh: `没有找到客户“${asked}”` }[locale],
      tone: 'warning',
      body: [
        {
          type: 'text',
          text: { en: 'I looked among those you may see.', zh: '已在你可见的范围内查找。' }[locale],
          muted: true,
        },
        { type: 'actions', buttons: [press({ en: 'Put it on file', zh: '新建客户' }, locale, 'customer.add', {})] },
      ],
    };
  }
  return {
    title: { en: `Customers like “${asked}”`, zh: `与“${asked}”相近的客户` }[locale],
    body: [
      {
        type: 'records',
        records: hits.map(({ id, name }) => ({
          title: name,
          buttons: [press(OPEN, locale, 'customer.show', { customer: id })],
        })),
      },
    ],
  };
}

/** What a customer is waiting for, before anybody calls him (R14). */
function ticketMark(tickets: Customer360['tickets'], viewer: Viewer): CardNode[] {
  const { locale } = viewer;
  return tickets.length === 0
    ? []
    : [
        {
          type: 'records',
          records: tickets.map((ticket) => ({
            title: `⚠ ${ticketTitle(ticket, viewer)}`,
            buttons: [press(OPEN, locale, 'ticket.show', { ticket: ticket.id })],
          })),
        },
      ];
}

/** One glance at the top, then what can be done. */
export function customerCard(customer: Customer360, viewer: Viewer): Card {
  const { locale } = viewer;
  const { id, name, ownerName, region, industry, phone, tags, contacts, opportunities, followUps, tasks, tickets } =
    customer;
  const pool: Text = { en: 'public pool', zh: '公海' };
  const facts = [
    { label: { en: 'Owner', zh: '负责人' }[locale], value: ownerName ?? pool[locale] },
    ...fact({ en: 'Region', zh: '地区' }, region),
    ...fact({ en: 'Industry', zh: '行业' }, industry),
    ...fact({ en: 'Tags', zh: '标签' }, tagList(tags, locale)),
    ...fact({ en: 'Phone', zh: '电话' }, phone ? [phoneOf(phone)] : null),
    ...fact(
      { en: 'Contacts', zh: '联系人' },
      contacts
        .map(({ name: person, title }) => (title ? `${person}（${title}）` : person))
        .join(locale === 'zh' ? '、' : ', '),
    ),
  ];
  function fact(label: Text, value: Rich | null) {
    return value ? [{ label: label[locale], value }] : [];
  }
  const body: CardNode[] = [...ticketMark(tickets, viewer), { type: 'facts', facts }];
  if (opportunities.length > 0) {
    body.push(
      { type: 'heading', text: { en: 'Open opportunities', zh: '进行中的商机' }[locale] },
      {
        type: 'records',
        records: opportunities.slice(0, 3).map((each) => ({
          title: each.name,
          detail: [
            each.stage[locale],
            each.amount === null ? '' : money(BigInt(each.amount), each.currency, viewer),
            each.closeOn ? day(each.closeOn, viewer) : '',
          ]
            .filter(Boolean)
            .join(' · '),
          buttons: [press(OPEN, locale, 'opportunity.show', { opportunity: each.id })],
        })),
      },
    );
  }
  if (followUps.length > 0) {
    const lines = followUps.map(({ kind, happenedOn, authorName, note }) => ({
      title: `${day(happenedOn, viewer)} · ${FOLLOW_UP_NAMES[kind][locale]} · ${authorName}`,
      ...(note === null ? {} : { detail: note }),
    }));
    body.push({ type: 'heading', text: { en: 'Latest', zh: '最近跟进' }[locale] }, { type: 'records', records: lines });
  }
  if (tasks.length > 0) {
    const lines = tasks.map(({ id: task, title, dueOn }) => ({
      title,
      detail: dueOn ? day(dueOn, viewer) : '',
      buttons: [press({ en: 'Done', zh: '完成' }, locale, 'task.done', { task })],
    }));
    body.push({ type: 'heading', text: { en: 'Open tasks', zh: '待办' }[locale] }, { type: 'records', records: lines });
  }
  body.push({
    type: 'actions',
    buttons: [
      press(LOG, locale, 'follow-up.log', { customer: id }, { style: 'primary' }),
      press(HISTORY, locale, 'follow-up.list', { customer: id }),
      press(FILES, locale, 'file.list', { record: id }),
      press(OPPORTUNITY, locale, 'opportunity.open', { customer: id }),
    ],
    more: [press(TICKET, locale, 'ticket.open', { customer: id })],
  });
  return { title: name, about: { entity: 'customer', recordId: id }, body };
}
