import type { Transaction } from '../db/transaction.ts';
import type { Locale } from '../text.ts';
import type { SendKind, SendState } from './gateway.ts';

/** What is to be sent, as it is on file now. */
export type GatewayMessage = {
  id: string;
  kind: SendKind;
  state: SendState;
  happenedAt: Date;
  /** It has been tried for a day. */
  isLate: boolean;
  askedBy: string | null;
  gateway: {
    id: string;
    name: string;
    url: string;
    salt: string;
    zh: string;
    en: string;
    maxAttempts: number;
    isActive: boolean;
  };
  customer: { id: string; name: string } | null;
  contact: { name: string; phone: string | null; email: string | null } | null;
  /** Null for a test, and for a ticket that was taken back. */
  ticket: { id: string; title: string; kind: string; isClosed: boolean } | null;
};

export async function findMessage({ sql }: Transaction, sendId: string): Promise<GatewayMessage | undefined> {
  const [message] = await sql<GatewayMessage>({
    name: 'gateway-message',
    text: `SELECT id, kind, state, happened_at AS "happenedAt", is_late AS "isLate", asked_by AS "askedBy", gateway, customer, contact, ticket
             FROM parley_gateway_message($1)`,
    values: [sendId],
  });
  return message;
}

/** Nobody: the number is kept free for examples (https://www.ofcom.org.uk, 01632 960000–960999), and so is the address (RFC 2606). */
const SAMPLE = {
  customer: { id: '00000000-0000-4000-8000-000000000000', name: '示例公司 Sample Ltd' },
  contact: { name: 'Test Person', phone: '+441632960000', email: 'test@example.com' },
  ticket: { id: '00000000-0000-4000-8000-000000000000', title: '测试 Test', kind: 'question', isClosed: false },
};

/** What the gateway is given, with the words to pass on in the customer's language. */
export function bodyOf(message: GatewayMessage, locale: Locale): string {
  const { id, kind, happenedAt, gateway } = message;
  const { customer, contact, ticket } = kind === 'test' ? SAMPLE : message;
  const name = [customer?.name, contact?.name].join(' ');
  const language = languageOf({ name, phone: contact?.phone ?? null }, locale);
  const text = gateway[language].replaceAll('{name}', () => contact?.name ?? customer?.name ?? '');
  const about = ticket && { id: ticket.id, title: ticket.title, kind: ticket.kind };
  return JSON.stringify({ id, kind, at: happenedAt, language, text, customer, contact, ticket: about });
}

/** Where Chinese is written: the mainland, Hong Kong, Macao and Taiwan. */
const CHINESE = /^\+(?:86|85[23]|886)/;

/** In which language somebody is written to: by how he or his firm is written, then by his number, else as the company is. */
function languageOf({ name, phone }: { name: string; phone: string | null }, locale: Locale): Locale {
  if (/\p{Script=Han}/u.test(name)) {
    return 'zh';
  }
  return phone === null ? locale : CHINESE.test(phone) ? 'zh' : 'en';
}
