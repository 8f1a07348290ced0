import { readQuery } from '../../core/search/read-query.ts';
import type { Found, Hit } from '../../core/search/search.ts';
import type { Locale, Text } from '../../core/text.ts';
import type { Button, Card, CardNode, Rich } from '../cards/card.ts';
import { press } from '../press.ts';
import { bracketed, day, phone as phoneOf, type Viewer } from './format.ts';
import { openParty } from './tag.ts';
import { OPEN } from './words.ts';

const KINDS: Readonly<Record<Hit['kind'], Text>> = {
  customer: { en: 'Customers', zh: '客户' },
  contact: { en: 'Contacts', zh: '联系人' },
  lead: { en: 'Leads', zh: '线索' },
  opportunity: { en: 'Opportunities', zh: '商机' },
  object: { en: 'Records', zh: '客户档案' },
  note: { en: 'Follow-ups', zh: '跟进记录' },
  conversation: { en: 'Conversations', zh: '对话记录' },
};

/** Of what was written or said the words around what was looked for. */
const AROUND = 40;

export function foundCard(asked: string, { hits, more }: Found, viewer: Viewer): Card {
  const { locale } = viewer;
  if (hits.length === 0) {
    return nothingCard(asked, viewer);
  }
  const kinds = [...new Set(hits.map(({ kind }) => kind))];
  return {
    title: { en: `“${asked}”`, zh: `“${asked}”` }[locale],
    body: kinds.flatMap((kind): CardNode[] => {
      const of = hits.filter((hit) => hit.kind === kind);
      const count = `${of.length}${more.includes(kind) ? '+' : ''}`;
      return [
        { type: 'heading', text: `${KINDS[kind][locale]}${bracketed(count, locale)}` },
        { type: 'records', records: of.map((hit) => recordOf(hit, asked, viewer)) },
      ];
    }),
  };
}

/** The card of what was meant, with the way to whatever else was found. */
export function withAllFound(card: Card, words: string, { hits }: Found, { locale }: Viewer): Card {
  const all = { en: `All ${hits.length} results`, zh: `全部 ${hits.length} 条结果` };
  return hits.length === 1
    ? card
    : {
        ...card,
        body: [...card.body, { type: 'actions', buttons: [press(all, locale, 'record.find', { words, all: true })] }],
      };
}

function recordOf(hit: Hit, asked: string, viewer: Viewer) {
  const detail = detailOf(hit, viewer);
  const button = buttonOf(hit, asked, viewer);
  return {
    title: hit.kind === 'note' || hit.kind === 'conversation' ? excerpt(hit.name, asked) : hit.name,
    ...(detail === '' ? {} : { detail }),
    ...(button ? { buttons: [button] } : {}),
  };
}

function detailOf({ company, phone, email, on }: Hit, viewer: Viewer): Rich {
  const plain = [company, on && day(on, viewer), email].filter(Boolean).join(' · ');
  return phone ? [...(plain ? [`${plain} · `] : []), phoneOf(phone)] : plain;
}

function buttonOf({ kind, id, customerId, leadId }: Hit, asked: string, { locale }: Viewer): Button | undefined {
  if (kind === 'opportunity') {
    return press(OPEN, locale, 'opportunity.show', { opportunity: id });
  }
  if (kind === 'object') {
    return press(OPEN, locale, 'object.show', { object: id });
  }
  if (kind === 'conversation') {
    return press({ en: 'Read it', zh: '查看对话' }, locale, 'conversation.show', { followUp: id, words: asked });
  }
  if (customerId) {
    return openParty({ entity: 'customer', id: customerId }, locale);
  }
  return leadId ? openParty({ entity: 'lead', id: leadId }, locale) : undefined;
}

function excerpt(note: string, asked: string): string {
  const [first = ''] = asked.toLowerCase().split(/\s+/u);
  const [before = ''] = note.toLowerCase().split(first, 1);
  const characters = [...note];
  const at = [...before].length;
  const from = at <= AROUND || at === characters.length ? 0 : at - AROUND / 2;
  const until = from + AROUND * 3;
  const words = characters.slice(from, until).join('').replace(/\s+/gu, ' ');
  return `${from > 0 ? '…' : ''}${words}${until < characters.length ? '…' : ''}`;
}

function nothingCard(asked: string, { locale }: Viewer): Card {
  return {
    title: { en: `Nothing found for “${asked}”`, zh: `没有找到“${asked}”` }[locale],
    tone: 'warning',
    body: [
      {
        type: 'text',
        text: {
          en: 'I looked at names, phones, e-mails, follow-ups and conversations that you may see. Two letters or more find most.',
          zh: '已在你可见的姓名、公司、电话、邮箱、跟进和对话记录中查找；至少输入两个字。',
        }[locale],
        muted: true,
      },
      { type: 'actions', buttons: addButtons(asked, locale) },
    ],
  };
}

/** A name is put on file by the press; a number wants the name to it, so its form opens. */
function addButtons(asked: string, locale: Locale): Button[] {
  const { figures } = readQuery(asked);
  const name = asked.trim();
  const [customer, lead]: [Text, Text] = [
    { en: 'Put a customer on file', zh: '新建客户' },
    { en: 'Add a lead', zh: '新建线索' },
  ];
  return figures
    ? [press(customer, locale, 'customer.add', { phone: name }), press(lead, locale, 'lead.add', { phone: name })]
    : [press(addNamed(name), locale, 'customer.add', { name }), press(lead, locale, 'lead.add', { company: name })];
}

const LONGEST_LABEL = 20;

export function addNamed(name: string): Text {
  const letters = [...name];
  const short = letters.length > LONGEST_LABEL ? `${letters.slice(0, LONGEST_LABEL - 1).join('')}…` : name;
  return { en: `Put “${short}” on file`, zh: `新建客户“${short}”` };
}
