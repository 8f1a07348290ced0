import { CONTACT_ROLE_NAMES } from '../../core/customers/contact-role.ts';
import type { Customer360 } from '../../core/customers/get-customer.ts';
import { SECTIONS, type Section, type SectionName, type SectionRows } from '../../core/customers/sections.ts';
import { dayIn } from '../../core/days.ts';
import { TOUCH_NAMES } from '../../core/journal/touch.ts';
import { COMMA, type Text } from '../../core/text.ts';
import type { Button, Card } from '../cards/card.ts';
import { press } from '../press.ts';
import { billingRecord } from './billing-record.ts';
import { leftMark } from './contact-left.ts';
import { changeRecord } from './customer-changes.ts';
import { toldDetail, toldLine } from './follow-up.ts';
import { bracketed, day, moment, money, type Viewer } from './format.ts';
import { milestoneButtons, touchButtons } from './journal.ts';
import { objectRecord } from './object.ts';
import { ticketTitle } from './ticket.ts';
import { tierRecord } from './tier.ts';
import { FILES, LOG, MORE, OPEN } from './words.ts';

export const SECTION_NAMES: Readonly<Record<SectionName, Text>> = {
  contacts: { en: 'Contacts', zh: '联系人' },
  'follow-ups': { en: 'Follow-ups', zh: '跟进' },
  opportunities: { en: 'Opportunities', zh: '商机' },
  billing: { en: 'Quotes, orders, payments', zh: '报价、订单与回款' },
  tickets: { en: 'Tickets', zh: '工单' },
  objects: { en: 'Records', zh: '客户档案' },
  touches: { en: 'Marketing touches', zh: '营销触达' },
  milestones: { en: 'Delivery', zh: '交付节点' },
  changes: { en: 'Changes', zh: '变更记录' },
};

/** The list of them all, chosen like one of them. */
export const CONTENTS = 'everything';
export const ALL: Text = { en: 'All details', zh: '全部资料' };

const BACK: Text = { en: 'Overview', zh: '客户概览' };
const NOTHING: Text = { en: 'Nothing here yet.', zh: '暂无记录。' };
const NO_MORE: Text = { en: 'That was all.', zh: '没有更多了。' };
const CLOSED: Text = { en: 'closed', zh: '已关闭' };
const OPENED: Text = { en: 'open', zh: '未关闭' };
const REPORTS: Text = { en: 'reports to', zh: '汇报给' };
const NO_DAY: Text = { en: 'no date', zh: '未定日期' };

type Line = { title: string; detail?: string; buttons?: Button[]; more?: Button[] };

export function customerSectionCard(
  { customer, section }: { customer: { id: string; name: string }; section: Section },
  page: number,
  viewer: Viewer,
): Card {
  const { locale } = viewer;
  const name = SECTION_NAMES[section.name][locale];
  const lines = linesOf(section, viewer);
  const add = ADD[section.name]?.(customer.id, locale);
  return {
    title: { en: `${customer.name}: ${name}`, zh: `${customer.name} · ${name}` }[locale],
    body: [
      lines.length > 0
        ? { type: 'records', records: lines }
        : { type: 'text', text: (page > 0 ? NO_MORE : NOTHING)[locale], muted: true },
      {
        type: 'actions',
        buttons: [
          ...(section.hasMore
            ? [press(MORE, locale, 'customer.show', { customer: customer.id, section: section.name, page: page + 1 })]
            : []),
          ...(add ? [add] : []),
          press(BACK, locale, 'customer.show', { customer: customer.id }),
        ],
      },
    ],
  };
}

/** What there is of a customer beyond the first glance, each a press away. */
export function contentsCard(customer: Pick<Customer360, 'id' | 'name' | 'has' | 'tier'>, { locale }: Viewer): Card {
  const { id, name, has, tier } = customer;
  const sections = SECTIONS.filter((section) => has[section]).map((section) => ({
    title: SECTION_NAMES[section][locale],
    buttons: [press(OPEN, locale, 'customer.show', { customer: id, section })],
  }));
  const files = { title: FILES[locale], buttons: [press(OPEN, locale, 'file.list', { record: id })] };
  return {
    title: { en: `${name}: ${ALL.en}`, zh: `${name} · ${ALL.zh}` }[locale],
    about: { entity: 'customer', recordId: id },
    body: [
      { type: 'records', records: [tierRecord(id, tier, locale), ...sections, files] },
      { type: 'actions', buttons: [press(BACK, locale, 'customer.show', { customer: id })] },
    ],
  };
}

/** What one would add to a section. */
const ADD: Readonly<Partial<Record<SectionName, (customer: string, locale: Viewer['locale']) => Button>>> = {
  contacts: (customer, locale) => press({ en: 'Add a contact', zh: '添加联系人' }, locale, 'contact.set', { customer }),
  'follow-ups': (customer, locale) => press(LOG, locale, 'follow-up.log', { customer }),
  opportunities: (customer, locale) =>
    press({ en: 'New opportunity', zh: '新建商机' }, locale, 'opportunity.open', { customer }),
  billing: (customer, locale) => press({ en: 'New order', zh: '登记订单' }, locale, 'order.add', { customer }),
  tickets: (customer, locale) => press({ en: 'New ticket', zh: '新建工单' }, locale, 'ticket.open', { customer }),
  objects: (customer, locale) => press({ en: 'Add a record', zh: '登记档案' }, locale, 'object.add', { customer }),
  touches: (customer, locale) => press({ en: 'Add a touch', zh: '记录触达' }, locale, 'touch.add', { party: customer }),
  milestones: (customer, locale) =>
    press({ en: 'Add a milestone', zh: '新增节点' }, locale, 'milestone.add', { customer }),
};

function linesOf(section: Section, viewer: Viewer): Line[] {
  switch (section.name) {
    case 'contacts':
      return section.rows.map((row) => contactLine(row, viewer));
    case 'follow-ups':
      return section.rows.map((row) => line([toldLine(row, row.on, viewer)], [toldDetail(row, viewer)]));
    case 'opportunities':
      return section.rows.map((row) => opportunityLine(row, viewer));
    case 'billing':
      return section.rows.map((row) => billingRecord(row, viewer));
    case 'tickets':
      return section.rows.map((row) => ticketLine(row, viewer));
    case 'objects':
      return section.rows.map((row) => objectRecord(row, viewer));
    case 'touches':
      return section.rows.map((row) => touchLine(row, viewer));
    case 'milestones':
      return section.rows.map((row) => milestoneLine(row, viewer));
    case 'changes':
      return section.rows.map((row) => changeRecord(row, viewer));
  }
}

function line(title: (string | null)[], detail: (string | null)[], buttons?: Button[]): Line {
  const said = detail.filter(Boolean).join(' · ');
  return {
    title: title.filter(Boolean).join(' · '),
    ...(said ? { detail: said } : {}),
    ...(buttons ? { buttons } : {}),
  };
}

/** The day of what somebody typed, the moment of what was sent. */
function touchTime(at: string, source: string, viewer: Viewer): string {
  const instant = new Date(at);
  return source === 'typed' ? day(dayIn(instant, viewer.timeZone), viewer) : moment(instant, viewer);
}

/** One that was entered wrongly is mended from its own line, by whoever may. */
export function touchLine({ id, kind, what, at, source, isMine }: SectionRows['touches'], viewer: Viewer): Line {
  const said = line([touchTime(at, source, viewer), TOUCH_NAMES[kind][viewer.locale]], [what]);
  return isMine ? { ...said, ...mended(touchButtons(id, viewer.locale)) } : said;
}

const mended = ([change, remove]: [Button, Button]) => ({ buttons: [change], more: [remove] });

function contactLine(row: SectionRows['contacts'], viewer: Viewer): Line {
  const { id, name, title, phone, roles, reportsTo, superiorLeftOn, leftOn } = row;
  const { locale } = viewer;
  const mark = leftMark(superiorLeftOn, viewer);
  const superior = reportsTo && `${REPORTS[locale]} ${reportsTo}${mark && bracketed(mark, locale)}`;
  const chain = roles.map((role) => CONTACT_ROLE_NAMES[role][locale]).join(COMMA[locale]);
  return line(
    [name, title],
    [leftMark(leftOn, viewer), chain, superior, phone],
    [press(OPEN, locale, 'contact.show', { contact: id })],
  );
}

function opportunityLine(row: SectionRows['opportunities'], viewer: Viewer): Line {
  const { id, name, stage, amount, currency, closeOn } = row;
  return line(
    [name],
    [
      stage[viewer.locale],
      amount === null ? null : money(BigInt(amount), currency, viewer),
      closeOn && day(closeOn, viewer),
    ],
    [press(OPEN, viewer.locale, 'opportunity.show', { opportunity: id })],
  );
}

function ticketLine(row: SectionRows['tickets'], viewer: Viewer): Line {
  const { locale } = viewer;
  return line(
    [ticketTitle(row, viewer)],
    [moment(new Date(row.openedAt), viewer), (row.isClosed ? CLOSED : OPENED)[locale]],
    [press(OPEN, locale, 'ticket.show', { ticket: row.id })],
  );
}

/** Whoever may not change it is not offered to. */
function milestoneLine(row: SectionRows['milestones'], viewer: Viewer): Line {
  const { id, name, plannedOn, doneOn, remark, isMine } = row;
  const when = doneOn ? `✓ ${day(doneOn, viewer)}` : plannedOn ? day(plannedOn, viewer) : NO_DAY[viewer.locale];
  const said = line([name], [when, remark]);
  return isMine ? { ...said, ...mended(milestoneButtons(id, viewer.locale)) } : said;
}
