import { billingRows } from './billing.ts';
import { calendarAround } from './calendar.ts';
import { layOutAccounts } from './companies.ts';
import { customerRows, type Names } from './customers.ts';
import { dealDetailRows } from './deal-details.ts';
import { doubleRows } from './doubles.ts';
import { type Felt, followUpRows, layOutNotes } from './follow-ups.ts';
import { gatewayRows } from './gateways.ts';
import { handedOverRows } from './handed-over.ts';
import { hookRows } from './hooks.ts';
import { journalRows } from './journal.ts';
import { visitLeads } from './lead-visits.ts';
import { leadRows } from './leads.ts';
import { type OwnKind, objectRows } from './objects.ts';
import { peopleRows, routingRows } from './people.ts';
import { layOutPipeline, opportunityRows } from './pipeline.ts';
import { moneyIn, productRows } from './products.ts';
import { reportRows } from './reports.ts';
import { segmentRows } from './segments.ts';
import { ticketRows } from './service.ts';
import { customerTaggingRows, tagRows } from './tags.ts';
import { taskRows } from './tasks.ts';

export type DemoOptions = Names & {
  /** ISO day in the organisation's zone; everything that happened did so before it. */
  today: string;
  /** IANA name. */
  timeZone: string;
  /** ISO 4217. */
  currency: string;
  /** How a note says the customer took it, and where it led. */
  readFelt(note: string): Felt;
  /** What its industry keeps of customers besides, the equipment first. */
  kinds: readonly OwnKind[];
};

/** 华澜科技, which sells industrial sensors: every row of it, table by table, in an order foreign keys accept. */
export function demoCompany({ today, timeZone, currency, readFelt, kinds, ...names }: DemoOptions) {
  const calendar = calendarAround(today, timeZone);
  const money = moneyIn(currency);
  const pipeline = layOutPipeline(calendar);
  const accounts = layOutAccounts(pipeline);
  const notes = layOutNotes(pipeline, accounts);
  const { leads, lead_keys, taggings, enquiries, tasks } = leadRows(accounts, calendar, names);
  const visited = visitLeads(leads, calendar);
  const { name_keys, ...customers } = customerRows(accounts, calendar, names);
  const doubles = doubleRows(customers, calendar, names);
  const { leaver, handovers } = handedOverRows(accounts, pipeline, calendar);
  const people = peopleRows(calendar);
  const trade = objectRows(calendar, kinds);
  return {
    ...people,
    users: [...people.users.map((user) => ({ ...user, active: true })), leaver],
    routing_profiles: routingRows(),
    products: productRows(money),
    ...customers,
    customers: [...customers.customers, ...doubles.customers],
    name_keys: [...name_keys, ...doubles.name_keys, ...lead_keys],
    ...opportunityRows(pipeline, calendar, money),
    ...dealDetailRows(pipeline, money),
    ...billingRows(pipeline, calendar, money),
    leads: visited.leads,
    tags: [...trade.tags, ...tagRows()],
    taggings: [...taggings, ...customerTaggingRows(accounts, customers.customers)],
    enquiries,
    follow_ups: [...followUpRows(notes, calendar, readFelt), ...visited.follow_ups],
    tasks: [...taskRows(pipeline, notes, calendar), ...tasks],
    ...ticketRows(calendar),
    ...journalRows(calendar),
    lead_sources: trade.lead_sources,
    object_types: trade.object_types,
    objects: trade.objects,
    ...hookRows(calendar),
    ...gatewayRows(calendar),
    ...segmentRows(calendar),
    ...reportRows(calendar),
    handovers,
  };
}
