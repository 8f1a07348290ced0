import { findDocuments, searchDocuments } from '../../../core/billing/find-documents.ts';
import { findOpenInvoices, searchInvoices } from '../../../core/billing/find-invoices.ts';
import { searchPayments } from '../../../core/billing/find-payments.ts';
import type { Core } from '../../../core/context.ts';
import { findCustomers } from '../../../core/customers/find-customers.ts';
import { findRecentCustomers } from '../../../core/customers/find-recent-customers.ts';
import { getCustomer } from '../../../core/customers/get-customer.ts';
import { searchContacts } from '../../../core/customers/search-contacts.ts';
import { findSection, SECTIONS } from '../../../core/customers/sections.ts';
import { addDays } from '../../../core/days.ts';
import type { Transaction } from '../../../core/db/transaction.ts';
import { planWorkday } from '../../../core/deliveries/plan-workday.ts';
import { composeDigest } from '../../../core/digests/compose-digest.ts';
import { findDuplicates } from '../../../core/duplicates/find-duplicates.ts';
import { findFollowUps } from '../../../core/follow-ups/find-follow-ups.ts';
import { logFollowUp } from '../../../core/follow-ups/log-follow-up.ts';
import { findFairness } from '../../../core/leads/find-fairness.ts';
import { findLeads } from '../../../core/leads/find-leads.ts';
import { findTakers } from '../../../core/leads/find-routing.ts';
import { planLate } from '../../../core/leads/plan-late.ts';
import { findLikelyDoubles } from '../../../core/merge/find-likely-doubles.ts';
import { findDueObjects } from '../../../core/objects/find-due-objects.ts';
import { findBoard } from '../../../core/opportunities/find-board.ts';
import { findOpportunities } from '../../../core/opportunities/find-opportunities.ts';
import { findPiles, findStuck } from '../../../core/opportunities/find-stuck.ts';
import { planPiles } from '../../../core/opportunities/plan-piles.ts';
import { planStuck } from '../../../core/opportunities/plan-stuck.ts';
import type { Organisation } from '../../../core/organisation.ts';
import { findPool } from '../../../core/pool/find-pool.ts';
import { sweepPool } from '../../../core/pool/sweep-pool.ts';
import { askQuestion } from '../../../core/questions/ask-question.ts';
import { toQuestion } from '../../../core/questions/question.ts';
import { findDueReminders } from '../../../core/reminders/find-due-reminders.ts';
import { draftReport } from '../../../core/reports/draft-report.ts';
import { spanOf } from '../../../core/reports/report.ts';
import { findOwnNames } from '../../../core/search/own-names.ts';
import { search } from '../../../core/search/search.ts';
import { findNextCall } from '../../../core/segments/find-next-call.ts';
import { suggestTags } from '../../../core/tags/suggest-tags.ts';
import { findTasks } from '../../../core/tasks/find-tasks.ts';
import { sweepTiers } from '../../../core/tiers/sweep-tiers.ts';
import { getTeamToday } from '../../../core/today/get-team-today.ts';
import { getToday } from '../../../core/today/get-today.ts';
import { idOf } from './sql.ts';

/** What the n-th call is about. */
export type Subject = { customerId: string; name: string; words: string };

/** What people ask for all day, and must be as quick in the tenth year as in the first. */
export const HOT_READS = {
  'customer 360°': (core, { customerId }) => getCustomer(core, customerId),
  'customer, every section': (core, { customerId }) =>
    Promise.all(SECTIONS.map((name) => findSection(core, { customerId, name, page: 0 }))),
  today: (core) => getToday(core),
  'team today': getTeamToday,
  search: (core, { words }) => search(core, words),
  'name look-up': (core, { name }) => findCustomers(core, { mention: name }),
  'name look-up of nobody': (core) => findCustomers(core, { mention: 'n-101' }),
  'names of his own': (core, { name }) => findOwnNames(core, [name.slice(0, 2).toLowerCase()]),
  'people by name': (core) => searchContacts(core, { mention: '王总' }),
  'people by surname': (core) => searchContacts(core, { mention: 'Brown' }),
  'people by sound': (core) => searchContacts(core, { mention: 'zhangwei' }),
  'people nearly spelt so': (core) => searchContacts(core, { mention: 'zhnagwei' }),
  'search of people by sound': (core) => search(core, 'liunanna'),
  'follow-up log': (core, { customerId }) =>
    logFollowUp(core, { customerId, kind: 'call', note: 'They asked about delivery times.' }),
  'recent customers': (core) => findRecentCustomers(core),
  'own leads': (core) => findLeads(core),
  'leads of all he sees': (core) => findLeads(core, { which: 'all' }),
  'late leads': (core) => findLeads(core, { which: 'late' }),
  'leads of the pool': (core) => findLeads(core, { which: 'pool' }),
  'public pool': (core) => findPool(core),
  'opportunity list': (core) => findOpportunities(core),
  'task list': (core) => findTasks(core),
  'who may get a lead': (core) => findTakers(core),
  'own quotes and orders': (core) => findDocuments(core, { limit: 5 }),
  'order by its number': async (core, { customerId, name }) => {
    const number = await numberOf(core, 'sales_documents', customerId);
    return searchDocuments(core, { mention: number ?? name });
  },
  'invoice by its number': async (core, { customerId, name }) => {
    const number = await numberOf(core, 'invoices', customerId);
    return searchInvoices(core, { mention: number ?? name });
  },
  'payments of a customer': (core, { name }) => searchPayments(core, { mention: name }),
  'invoices of a customer': (core, { customerId }) => findOpenInvoices(core, { customerIds: [customerId], limit: 11 }),
  'open invoices': (core) => findOpenInvoices(core, { limit: 11 }),
  'overdue invoices': (core) => findOpenInvoices(core, { which: 'overdue', limit: 11 }),
  'call list': (core) => findNextCall(core, { ...CALLS, ownerId: core.actor.userId }),
  'own board': (core) => findBoard(core, { ownerId: core.actor.userId }),
  'board of all he sees': (core) => findBoard(core),
  'deals that stand': (core) => findStuck(core),
  'stages that pile up': (core) => findPiles(core),
  'on file already': (core, { name }) =>
    findDuplicates(core, { company: name, phone: '+8613900000001', email: 'p1@firm1.example' }),
  'on file nearly': (core) => findDuplicates(core, { company: '深圳市星海云电子有限公司' }),
  'tags suggested': (core, { customerId }) => suggestTags(core, customerId),
  'history of a customer': (core, { customerId }) => findFollowUps(core, { customerId }),
  fairness: (core) => findFairness(core, { days: 30 }),
  'report of a day': (core) => draftReport(core, spanOf('day', core.today, core.today)),
  'report of a week': (core) => draftReport(core, spanOf('week', core.today, core.today)),
  'ask: own open deals': (core) => askQuestion(core, OPEN_DEALS),
  'ask: own deals by stage': (core) =>
    askQuestion(core, { ...OPEN_DEALS, measures: ['sum_amount'], groupBy: ['stage'] }),
  'ask: who owes him': (core) => askQuestion(core, OWED),
  'ask: own overdue invoices': (core) =>
    askQuestion(core, { ...OWED, measures: [], filters: [{ field: 'status', op: 'eq', values: ['overdue'] }] }),
  'ask: what was billed this quarter, by owner': (core) => askQuestion(core, BILLED),
  'ask: what came in this quarter, by region': (core) => askQuestion(core, RECEIVED),
  'ask: what was ordered this quarter, by customer': (core) => askQuestion(core, ORDERED),
  'ask: invoices of this month': (core) =>
    askQuestion(core, { ...BILLED, measures: [], groupBy: [], time: thisOne('month', 'issued') }),
  'ask: a customer’s history': (core, { customerId }) => askQuestion(core, saidOf(customerId)),
  'ask: own follow-ups this week': (core) => askQuestion(core, FOLLOWED),
  'ask: own leads left alone for two weeks': (core) => askQuestion(core, LEFT_ALONE),
  'ask: own leads converted this month': (core) => askQuestion(core, CONVERTED),
  'ask: own tasks': (core) => askQuestion(core, TASKS),
  'what falls due of his own kinds': (core) => findDueObjects(core, { until: addDays(core.today, 60), limit: 11 }),
  'likely doubles': (core) => findLikelyDoubles(core),
  digest: composeDigest,
} as const satisfies Readonly<Record<string, (core: Core, subject: Subject) => Promise<unknown>>>;

const OPEN_DEALS = toQuestion({
  entity: 'opportunity',
  scope: 'mine',
  filters: [{ field: 'status', op: 'eq', values: ['open'] }],
});
const OWED = toQuestion({ entity: 'invoice', scope: 'mine', measures: ['receivable'], groupBy: ['customer'] });
const thisOne = (unit: 'week' | 'month' | 'quarter', field: string) =>
  ({ field, range: { kind: 'relative', unit, offset: 0, count: 1, toDate: false } }) as const;
const BILLED = toQuestion({
  entity: 'invoice',
  measures: ['invoiced'],
  groupBy: ['owner'],
  time: thisOne('quarter', 'issued'),
});
const RECEIVED = toQuestion({
  entity: 'payment',
  measures: ['received'],
  groupBy: ['region'],
  time: thisOne('quarter', 'received'),
});
const ORDERED = toQuestion({
  entity: 'order',
  measures: ['ordered'],
  groupBy: ['customer'],
  time: thisOne('quarter', 'ordered'),
  limit: 10,
});
const FOLLOWED = toQuestion({
  entity: 'activity',
  scope: 'mine',
  measures: ['count'],
  time: { field: 'occurred', range: { kind: 'relative', unit: 'week', offset: 0, count: 1, toDate: false } },
});
const LEFT_ALONE = toQuestion({
  entity: 'lead',
  scope: 'mine',
  filters: [
    { field: 'status', op: 'eq', values: ['open'] },
    { field: 'idle_days', op: 'gte', values: ['14'] },
  ],
});
const CONVERTED = toQuestion({
  entity: 'lead',
  scope: 'mine',
  measures: ['count'],
  filters: [{ field: 'status', op: 'eq', values: ['converted'] }],
  time: thisOne('month', 'converted'),
});
const TASKS = toQuestion({ entity: 'task', scope: 'mine', filters: [{ field: 'status', op: 'eq', values: ['open'] }] });
const saidOf = (customerId: string) =>
  toQuestion({ entity: 'activity', filters: [{ field: 'customer', op: 'eq', values: [customerId] }] });

/** As somebody types it. */
async function numberOf(core: Core, table: 'sales_documents' | 'invoices', customerId: string) {
  const text = `SELECT lower(number) AS number FROM seen.${table} WHERE customer_id = $1 LIMIT 1`;
  const [row] = await core.sql<{ number: string }>({ text, values: [customerId] });
  return row?.number;
}

export type HotRead = keyof typeof HOT_READS;

type Sweep = { today: string; org: Organisation };

/** What Parley looks for by itself, every minute or every hour. */
export const SWEEPS = {
  'late leads': (transaction) => planLate(transaction),
  'deals that stand': (transaction, { org }) => planStuck(transaction, org),
  'stages that pile up': (transaction, { org }) => planPiles(transaction, org),
  'public pool': (transaction, { today }) => sweepPool(transaction, { today, limit: 500 }),
  tiers: (transaction, { today, org: { currency } }) => sweepTiers(transaction, { today, currency, limit: 100 }),
  reminders: (transaction) => findDueReminders(transaction),
  digests: (transaction, { org }) => planWorkday(transaction, 'digest', org),
} as const satisfies Readonly<Record<string, (transaction: Transaction, about: Sweep) => Promise<unknown>>>;

/** Of his customers those nobody has spoken with for a month. */
const CALLS = {
  id: idOf('segments', 1),
  name: 'Not spoken with',
  ownerName: '',
  teamName: null,
  question: toQuestion({
    entity: 'customer',
    scope: 'mine',
    filters: [{ field: 'idle_days', op: 'gte', values: ['30'] }],
  }),
  mayChange: true,
  version: 1,
};
