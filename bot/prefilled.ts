import type { Command } from './command.ts';
import { fieldsOf } from './fields/field.ts';
import type { KindName } from './fields/kinds.ts';
import type { SaidRecord, SaidValues } from './language/index.ts';

const OF_CUSTOMER = ({ kind, name, of }: SaidRecord) => (kind === 'customer' ? name : kind === 'deal' ? of : undefined);

const OF_DEAL = ({ records }: SaidValues) => records.map(({ kind, name }) => (kind === 'lead' ? undefined : name));

/** What each kind of field takes of what was said. */
const TAKES: { readonly [Kind in KindName]?: (said: SaidValues) => (string | undefined)[] } = {
  customer: ({ records }) => records.map(OF_CUSTOMER),
  ticket: ({ records }) => records.map(OF_CUSTOMER),
  lead: ({ records }) => records.map(({ kind, name }) => (kind === 'lead' ? name : undefined)),
  opportunity: OF_DEAL,
  anyDeal: OF_DEAL,
  party: ({ records }) => records.map((record) => (record.kind === 'lead' ? record.name : OF_CUSTOMER(record))),
  record: ({ records }) => records.map(({ name }) => name),
  person: ({ people }) => people,
  money: ({ sums }) => sums,
  percent: ({ percents }) => percents,
  phone: ({ phones }) => phones,
  email: ({ emails }) => emails,
  day: ({ days }) => days,
  due: ({ days }) => days,
};

const OF_RECORDS: ReadonlySet<string> = new Set([
  'customer',
  'ticket',
  'lead',
  'opportunity',
  'anyDeal',
  'party',
  'record',
]);
const DAYS: ReadonlySet<string> = new Set(['day', 'pastDay', 'due']);

/** The fields of a command that what was said has values for, in their order; a day goes nowhere where it could go to two. */
export function prefilled(command: Command, said: SaidValues): Record<string, string> {
  const fields = fieldsOf(command.input).filter(({ meta }) => !meta.hidden);
  const hasOneDay = fields.filter(({ meta }) => DAYS.has(meta.kind)).length === 1;
  const used = new Map<KindName, number>();
  const filled = fields.flatMap(({ name, meta: { kind } }): [string, string][] => {
    const at = used.get(kind) ?? 0;
    const values = DAYS.has(kind) && !hasOneDay ? undefined : TAKES[kind]?.(said).filter((each) => each !== undefined);
    const value = values?.[at];
    used.set(kind, at + 1);
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(filled);
}

/** Whether a command may be about the record that was named: what takes no record goes with any. */
export function isAbout(command: Command, record: SaidRecord | undefined): boolean {
  const takers = fieldsOf(command.input).filter(({ meta }) => !meta.hidden && OF_RECORDS.has(meta.kind));
  const alone = record && { records: [record], people: [], sums: [], percents: [], days: [], phones: [], emails: [] };
  return (
    !alone ||
    takers.length === 0 ||
    takers.some(({ meta }) => TAKES[meta.kind]?.(alone).some((each) => each !== undefined))
  );
}
