import { CONTACT_ROLE_NAMES } from '../../core/customers/contact-role.ts';
import type { CustomerHit } from '../../core/customers/find-customers.ts';
import type { Customer360 } from '../../core/customers/get-customer.ts';
import { fill, type Text } from '../../core/text.ts';
import type { OpenMark } from '../../core/tickets/open-mark.ts';
import type { Card, CardNode, Rich } from '../cards/card.ts';
import { press } from '../press.ts';
import { leftMark } from './contact-left.ts';
import { ALL, CONTENTS } from './customer-sections.ts';
import { type Fact, factsOf } from './facts.ts';
import { toldLine } from './follow-up.ts';
import { bracketed, count, day, money, phone as phoneOf, type Viewer } from './format.ts';
import { markText } from './open-mark.ts';
import { CLAIM, RELEASE } from './pool.ts';
import { receivableText } from './receivable.ts';
import { addNamed } from './search.ts';
import { standingLine } from './standing.ts';
import { TAGS_OF, tagList } from './tag.ts';
import { ticketTitle } from './ticket.ts';
import { tierText } from './tier.ts';
import { CHECK_IN, LOG, OPEN, OWNER, POOL } from './words.ts';

const REGION: Text = { en: 'Region', zh: '地区' };
const PHONE: Text = { en: 'Phone', zh: '电话' };
const OPPORTUNITY: Text = { en: 'New opportunity', zh: '新建商机' };
const TICKET: Text = { en: 'New ticket', zh: '新建工单' };
const HISTORY: Text = { en: 'History', zh: '跟进记录' };

/** What was put on file, as it was read. */
export function customerAddedCard(
  added: { id: string; name: string } & Partial<
    Record<'contact' | 'title' | 'phone' | 'email' | 'region', string | undefined>
  >,
  { locale }: Viewer,
): Card {
  const { id, name, contact, title, phone, email, region } = added;
  const facts = factsOf(
    [
      [{ en: 'Contact', zh: '联系人' }, contact && title ? `${contact} · ${title}` : contact],
      [PHONE, phone ? [phoneOf(phone)] : undefined],
      [{ en: 'E-mail', zh: '邮箱' }, email],
      [REGION, region],
    ],
    locale,
  );
  return {
    title: { en: `On file: ${name}`, zh: `客户已建档：${name}` }[locale],
    about: { entity: 'customer', recordId: id },
    tone: 'good',
    body: [
      ...(facts.length > 0 ? [{ type: 'facts' as const, facts }] : []),
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

export function customersCard(
  asked: string,
  hits: readonly CustomerHit[],
  marks: ReadonlyMap<string, OpenMark>,
  { locale }: Viewer,
): Card {
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
        {
          type: 'actions',
          buttons: [press(addNamed(asked), locale, 'customer.add', { name: asked })],
        },
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
          ...(marks.has(id) ? { detail: markText(marks.get(id), { locale }) } : {}),
          buttons: [press(OPEN, locale, 'customer.show', { customer: id })],
        })),
      },
    ],
  };
}

/** What a customer is waiting for, before anybody calls him (R14). */
export function ticketMark(tickets: Customer360['tickets'], viewer: Viewer): CardNode[] {
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

/** One glance at the top, then what there is to do, then the way to all the rest. */
export function customerCard(customer: Customer360, viewer: Viewer): Card {
  const { locale } = viewer;
  const { id, name, opportunities, followUps, tasks, tickets } = customer;
  const body: CardNode[] = [...ticketMark(tickets, viewer), { type: 'facts', facts: glance(customer, viewer) }];
  const [latest] = followUps;
  if (latest?.note) {
    body.push({ type: 'text', text: latest.note, muted: true });
  }
  const lines = [
    ...tasks.map(({ id: task, title, dueOn }) => ({
      title,
      detail: dueOn ? day(dueOn, viewer) : '',
      buttons: [press({ en: 'Done', zh: '完成' }, locale, 'task.done', { task })],
    })),
    ...opportunities.map((each) => ({
      title: each.name,
      detail: standingLine(
        each,
        [
          each.stage[locale],
          each.amount === null ? '' : money(BigInt(each.amount), each.currency, viewer),
          each.closeOn ? day(each.closeOn, viewer) : '',
        ],
        viewer,
      ),
      buttons: [press(OPEN, locale, 'opportunity.show', { opportunity: each.id })],
    })),
  ];
  if (lines.length > 0) {
    body.push({ type: 'records', records: lines });
  }
  body.push({
    type: 'actions',
    buttons: [
      press(LOG, locale, 'follow-up.log', { customer: id }, { style: 'primary' }),
      press(CHECK_IN, locale, 'visit.check-in', { party: id }),
      press(HISTORY, locale, 'follow-up.list', { customer: id }),
      press(OPPORTUNITY, locale, 'opportunity.open', { customer: id }),
      press(ALL, locale, 'customer.show', { customer: id, section: CONTENTS }),
    ],
    more: [
      press(TAGS_OF, locale, 'tag.suggest', { customer: id }),
      press(TICKET, locale, 'ticket.open', { customer: id }),
      customer.ownerName === null
        ? press(CLAIM, locale, 'pool.claim', { party: id })
        : press(RELEASE, locale, 'pool.release', { party: id }),
      press({ en: 'Edit', zh: '修改资料' }, locale, 'customer.change', { customer: id }),
      press({ en: 'Give to a colleague', zh: '转交同事' }, locale, 'customer.give', { customer: id }),
    ],
  });
  return { title: name, about: { entity: 'customer', recordId: id }, body };
}

/** Whose he is, how much he matters, when we last spoke, what is open, whom to call. */
function glance(customer: Customer360, viewer: Viewer): { label: string; value: Rich }[] {
  const { locale } = viewer;
  const { ownerName, tier, tags, region, industry, phone, contacts, sums, bought, followUps } = customer;
  const [latest] = followUps;
  const facts: Fact[] = [
    [OWNER, ownerName ?? POOL[locale]],
    [{ en: 'Tier', zh: '等级' }, tier && tierText(tier, viewer)],
    [{ en: 'Last touch', zh: '最近跟进' }, latest && toldLine(latest, latest.happenedOn, viewer)],
    [{ en: 'Open deals', zh: '在谈' }, sums.map((each) => sumText({ what: 'deal', ...each }, viewer)).join(' + ')],
    [{ en: 'Receivable', zh: '应收' }, receivableText(customer, viewer)],
    [{ en: 'Bought', zh: '已成交' }, boughtText(bought, viewer)],
    [REGION, region],
    [{ en: 'Industry', zh: '行业' }, industry],
    [{ en: 'Tags', zh: '标签' }, tagList(tags, locale)],
    [PHONE, phone && [phoneOf(phone)]],
    [
      { en: 'Contacts', zh: '联系人' },
      contacts.map((each) => personText(each, viewer)).join({ en: ', ', zh: '、' }[locale]),
    ],
  ];
  return factsOf(facts, locale);
}

type Bought = Customer360['bought'][number];

/** What was bought in all, in how many orders or deals, and when last (R12). */
function boughtText(bought: readonly Bought[], viewer: Viewer): string {
  const last = bought
    .map((sum) => sum.last)
    .sort()
    .at(-1);
  const on = last && fill({ en: 'last {day}', zh: '最近 {day}' }, { day: day(last, viewer) })[viewer.locale];
  return [bought.map((each) => sumText(each, viewer)).join(' + '), on].filter(Boolean).join(' · ');
}

const COUNTED: Readonly<Record<Bought['what'], (number: number) => Text>> = {
  deal: (number) => ({ en: count(number, { one: 'deal', many: 'deals' }), zh: `${number} 个商机` }),
  order: (number) => ({ en: count(number, { one: 'order', many: 'orders' }), zh: `${number} 个订单` }),
};

function sumText({ what, amount, currency, count: number }: Omit<Bought, 'last'>, viewer: Viewer): string {
  const counted = COUNTED[what](number)[viewer.locale];
  return amount === null ? counted : `${money(BigInt(amount), currency, viewer)} · ${counted}`;
}

/** 王总（总经理，决策人） */
function personText({ name, title, roles, leftOn }: Customer360['contacts'][number], viewer: Viewer): string {
  const { locale } = viewer;
  const parts = roles.map((role) => CONTACT_ROLE_NAMES[role][locale]);
  const about = [title, ...parts, leftMark(leftOn, viewer)].filter(Boolean);
  return about.length > 0 ? `${name}${bracketed(about.join({ en: ', ', zh: '，' }[locale]), locale)}` : name;
}
