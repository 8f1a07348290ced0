import { fill, type Text } from '../../core/text.ts';
import {
  type DueTask,
  type LateInvoice,
  SECTIONS,
  type Section,
  type SectionName,
  type StandingDeal,
  type Today,
  type WaitingApproval,
  type WaitingLead,
} from '../../core/today/today.ts';
import type { CardNode, ListedRecord, Rich } from '../cards/card.ts';
import { press } from '../press.ts';
import { shortWish } from './approval.ts';
import { bracketed, day, dayCount, dealName, money, phone, type Viewer } from './format.ts';
import { lateText, PAY, remind } from './invoice.ts';
import { leadName } from './lead.ts';
import { markText } from './open-mark.ts';
import { clockOf } from './response.ts';
import { OPEN, OPEN_CUSTOMER } from './words.ts';

export const SECTION_NAMES: Readonly<Record<SectionName, Text>> = {
  scheduled: { en: 'Scheduled today', zh: '今日日程' },
  leads: { en: 'Leads to answer', zh: '待响应线索' },
  overdue: { en: 'Overdue', zh: '已逾期' },
  due: { en: 'Due today', zh: '今天到期' },
  approvals: { en: 'To approve', zh: '待我审批' },
  invoices: { en: 'Overdue invoices', zh: '逾期发票' },
  deals: { en: 'Deals to move', zh: '待推动商机' },
};

const DONE: Text = { en: 'Done', zh: '完成' };
const TOMORROW: Text = { en: 'Tomorrow', zh: '推迟到明天' };
const LOG: Text = { en: 'Log', zh: '记跟进' };
const OUTCOME: Text = { en: 'Call outcome', zh: '通话结果' };
const ADVANCE: Text = { en: 'Next stage', zh: '推进阶段' };
const APPROVE: Text = { en: 'Approve', zh: '批准' };
const REJECT: Text = { en: 'Reject', zh: '驳回' };
const MORE: Text = { en: '{n} more', zh: '还有 {n} 项' };

/** Everything a day holds, every line with what can be done about it; the same wherever a day is shown. */
export function todaySections(today: Today, list: string, viewer: Viewer): CardNode[] {
  return SECTIONS.flatMap((name) => sectionNodes(today, name, list, viewer));
}

function sectionNodes(today: Today, name: SectionName, list: string, viewer: Viewer): CardNode[] {
  const { lines, total } = today[name];
  return total === 0
    ? []
    : [
        { type: 'heading', text: sectionTitle(name, total, viewer) },
        { type: 'records', records: sectionRecords(today, name, list, viewer) },
        ...moreNodes(name, { total, shown: lines.length, isPage: false, here: list !== 'digest' }, viewer),
      ];
}

export function sectionTitle(name: SectionName, total: number, { locale }: Viewer): string {
  return `${SECTION_NAMES[name][locale]}${bracketed(String(total), locale)}`;
}

/** The way to the rest: from among the others to a page of its own, from there to the next one. */
export function moreNodes(
  name: SectionName,
  { total, shown, isPage, here }: { total: number; shown: number; isPage: boolean; here: boolean },
  { locale }: Viewer,
): CardNode[] {
  const input = { only: name, ...(isPage ? { from: shown } : {}), ...(here ? { here } : {}) };
  const button = press(fill(MORE, { n: total - shown }), locale, 'today.show', input);
  return total > shown ? [{ type: 'actions', buttons: [button] }] : [];
}

export function sectionRecords(today: Today, name: SectionName, list: string, viewer: Viewer): ListedRecord[] {
  switch (name) {
    case 'scheduled':
    case 'overdue':
    case 'due':
      return recordsOf(today[name], (task) => taskRecord(task, list, viewer));
    case 'leads':
      return recordsOf(today.leads, (lead) => leadRecord(lead, list, viewer));
    case 'approvals':
      return recordsOf(today.approvals, (approval) => approvalRecord(approval, list, viewer));
    case 'invoices':
      return recordsOf(today.invoices, (invoice) => invoiceRecord(invoice, viewer));
    case 'deals':
      return recordsOf(today.deals, (deal) => dealRecord(deal, list, viewer));
  }
}

function recordsOf<Line>({ lines }: Section<Line>, draw: (line: Line) => ListedRecord): ListedRecord[] {
  return lines.map(draw);
}

function taskRecord(task: DueTask, list: string, viewer: Viewer): ListedRecord {
  const { locale, today } = viewer;
  const { id, title, dueOn, dueTime, customerId, customerName, mark } = task;
  return {
    title,
    ...detailOf([dueOn === today ? null : day(dueOn, viewer), dueTime, customerName, markText(mark, viewer)]),
    buttons: [
      press(DONE, locale, 'task.done', { task: id, list }),
      press(TOMORROW, locale, 'task.snooze', { task: id, until: 'tomorrow', list }),
    ],
    ...(customerId ? { more: [press(LOG, locale, 'follow-up.log', { customer: customerId, list })] } : {}),
  };
}

function leadRecord(lead: WaitingLead, list: string, { locale }: Viewer): ListedRecord {
  const again: Text = { en: 'asked again', zh: '再次咨询' };
  const said = [lead.hasEnquiry ? again[locale] : null, clockOf(lead)?.[locale]].filter(Boolean).join(' · ');
  const number = lead.phone ? phone(lead.phone) : undefined;
  const detail: Rich = number ? [number, ...(said ? [` · ${said}`] : [])] : said;
  return {
    title: `${lead.hasEnquiry ? '🔔 ' : ''}${leadName(lead)}`,
    ...(detail.length > 0 ? { detail } : {}),
    buttons: [
      press(OUTCOME, locale, 'lead.outcome', { lead: lead.id, list }),
      press(OPEN, locale, 'lead.show', { lead: lead.id }),
    ],
  };
}

function dealRecord(deal: StandingDeal, list: string, { locale }: Viewer): ListedRecord {
  const { id, name, customerId, customerName, stageName, kind, days, limit } = deal;
  const why: Text =
    kind === 'idle'
      ? { en: `${dayCount(days).en} without a word`, zh: `${days} 天无跟进` }
      : { en: `${days} days, ${limit} are allowed`, zh: `已 ${days} 天，上限 ${limit} 天` };
  return {
    title: customerName === null ? name : dealName({ name, customerName }),
    detail: `${stageName[locale]} · ${why[locale]}`,
    buttons: [
      press(LOG, locale, 'follow-up.log', { customer: customerId, list }),
      press(ADVANCE, locale, 'opportunity.advance', { opportunity: id, list }),
    ],
    more: [press(OPEN, locale, 'opportunity.show', { opportunity: id })],
  };
}

function invoiceRecord(invoice: LateInvoice, viewer: Viewer): ListedRecord {
  const { locale } = viewer;
  const { id, number, customerId, customerName, open, currency } = invoice;
  return {
    title: `${customerName} · ${money(open, currency, viewer)}`,
    ...detailOf([number, lateText(invoice, viewer) ?? null]),
    buttons: [
      press(PAY, locale, 'payment.add', { customer: customerId, invoice: id }),
      remind(invoice, viewer),
      press(OPEN_CUSTOMER, locale, 'customer.show', { customer: customerId }),
    ],
    more: [press(OPEN, locale, 'invoice.show', { invoice: id })],
  };
}

function approvalRecord(approval: WaitingApproval, list: string, viewer: Viewer): ListedRecord {
  const { locale } = viewer;
  const { id, stepId, requesterName, opportunityName, customerName, amount, currency } = approval;
  const input = { request: id, step: stepId, list };
  return {
    title: `${customerName} · ${shortWish(approval, locale)}`,
    ...detailOf([requesterName, opportunityName, amount === null ? null : money(amount, currency, viewer)]),
    buttons: [
      press(APPROVE, locale, 'approval.approve', input, { style: 'primary' }),
      press(REJECT, locale, 'approval.reject', input, { style: 'danger' }),
    ],
    more: [press(OPEN, locale, 'approval.show', { request: id })],
  };
}

function detailOf(parts: readonly (string | null)[]): { detail?: string } {
  const text = parts.filter(Boolean).join(' · ');
  return text ? { detail: text } : {};
}
