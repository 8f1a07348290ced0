import type { Mention } from './mentions.ts';
import type { NamePort, SentenceContext } from './reading.ts';
import { toUtterance } from './utterance.ts';

/** A customer, lead or deal by its name; `of` is a deal's customer. */
export type SaidRecord = { kind: 'customer' | 'lead' | 'deal'; name: string; of?: string };

/** What a text says that a form has a field for, whatever else it says: of each kind in its order. */
export type SaidValues = {
  records: SaidRecord[];
  people: string[];
  sums: string[];
  percents: string[];
  days: string[];
  phones: string[];
  emails: string[];
};

const toRecord = ({ kind, name, of }: Mention): SaidRecord[] =>
  kind === 'customer' || kind === 'lead' || kind === 'deal'
    ? [{ kind, name, ...(of === undefined ? {} : { of }) }]
    : [];

export async function valuesIn(said: string, context: SentenceContext, port: NamePort): Promise<SaidValues> {
  const { slots } = await toUtterance(said, context, port);
  const records = new Map(slots.customer.flatMap(toRecord).map((record) => [record.name, record]));
  return {
    records: [...records.values()],
    people: slots.person.map(({ name }) => name),
    sums: slots.money.map(({ text }) => text.trim()),
    percents: slots.percent.map(({ text }) => text.replace(/的?(?:折扣|优惠)$| ?(?:off|discount)$/iu, '').trim()),
    days: slots.day.map(({ future }) => future.text),
    phones: slots.phone.map(({ text }) => text),
    emails: slots.email.map(({ text }) => text),
  };
}
