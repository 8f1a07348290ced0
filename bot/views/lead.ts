import type { AddedLead } from '../../core/leads/add-lead.ts';
import type { Converted } from '../../core/leads/convert-lead.ts';
import type { LeadLine } from '../../core/leads/find-leads.ts';
import type { Text } from '../../core/text.ts';
import type { Card } from '../cards/card.ts';
import { press } from '../press.ts';
import { moment, type Viewer } from './format.ts';

const CONVERT: Text = { en: 'Convert', zh: '转化' };
const OPEN: Text = { en: 'Open', zh: '查看' };

type Person = {
  contact: string;
  company?: string | null | undefined;
  phone?: string | null | undefined;
  email?: string | null | undefined;
  source?: string | null | undefined;
  note?: string | null | undefined;
};

function facts({ company, phone, email, source, note }: Person, { locale }: Viewer) {
  const all: [Text, string | null | undefined][] = [
    [{ en: 'Company', zh: '公司' }, company],
    [{ en: 'Phone', zh: '电话' }, phone],
    [{ en: 'E-mail', zh: '邮箱' }, email],
    [{ en: 'Source', zh: '来源' }, source],
    [{ en: 'Note', zh: '备注' }, note],
  ];
  return all.flatMap(([label, value]) => (value ? [{ label: label[locale], value }] : []));
}

export function leadAddedCard(lead: AddedLead, viewer: Viewer): Card {
  const { locale } = viewer;
  return {
    title: { en: `Lead added: ${lead.contact}`, zh: `线索已添加：${lead.contact}` }[locale],
    about: { entity: 'lead', recordId: lead.id },
    tone: 'good',
    body: [
      { type: 'facts', facts: facts(lead, viewer) },
      { type: 'actions', buttons: [press(CONVERT, locale, 'lead.convert', { lead: lead.id })] },
    ],
  };
}

export function leadsCard(leads: readonly LeadLine[], which: 'mine' | 'pool', viewer: Viewer): Card {
  const { locale } = viewer;
  const name: Text =
    which === 'pool' ? { en: 'Leads in the pool', zh: '公海线索' } : { en: 'My leads', zh: '我的线索' };
  if (leads.length === 0) {
    return {
      title: name[locale],
      body: [
        {
          type: 'text',
          text: { en: 'None open. Add one: /crm lead add "Mary Major"', zh: '暂无线索。新建：/crm 新线索 王建国' }[
            locale
          ],
          muted: true,
        },
      ],
    };
  }
  return {
    title: locale === 'zh' ? `${name.zh}（${leads.length}）` : `${name.en} (${leads.length})`,
    body: [
      {
        type: 'records',
        records: leads.map((lead) => ({
          title: lead.company ? `${lead.contact} · ${lead.company}` : lead.contact,
          detail: [lead.source ?? '', moment(lead.createdAt, viewer)].filter(Boolean).join(' · '),
          buttons: [press(OPEN, locale, 'lead.show', { lead: lead.id })],
        })),
      },
    ],
  };
}

export function leadCard(lead: LeadLine, viewer: Viewer): Card {
  const { locale } = viewer;
  const pool: Text = { en: 'public pool', zh: '公海' };
  const isOpen = lead.status === 'new' || lead.status === 'working';
  return {
    title: lead.company ? `${lead.contact} · ${lead.company}` : lead.contact,
    about: { entity: 'lead', recordId: lead.id },
    body: [
      {
        type: 'facts',
        facts: [
          ...facts(lead, viewer),
          { label: { en: 'Owner', zh: '负责人' }[locale], value: lead.ownerName ?? pool[locale] },
          { label: { en: 'Came in', zh: '进入时间' }[locale], value: moment(lead.createdAt, viewer) },
        ],
      },
      ...(isOpen
        ? [
            {
              type: 'actions' as const,
              buttons: [press(CONVERT, locale, 'lead.convert', { lead: lead.id }, { style: 'primary' })],
            },
          ]
        : []),
    ],
  };
}

export function convertedCard({ customer, opportunity }: Converted, { locale }: Viewer): Card {
  return {
    title: { en: `Customer: ${customer.name}`, zh: `已转为客户：${customer.name}` }[locale],
    about: { entity: 'customer', recordId: customer.id },
    tone: 'good',
    body: [
      ...(opportunity
        ? [
            {
              type: 'facts' as const,
              facts: [{ label: { en: 'Opportunity', zh: '商机' }[locale], value: opportunity.name }],
            },
          ]
        : []),
      {
        type: 'actions',
        buttons: [
          press(
            { en: 'Open customer', zh: '查看客户' },
            locale,
            'customer.show',
            { customer: customer.id },
            { style: 'primary' },
          ),
          press({ en: 'Log a follow-up', zh: '记录跟进' }, locale, 'follow-up.log', { customer: customer.id }),
        ],
      },
    ],
  };
}
