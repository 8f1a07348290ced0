import type { Core } from '../../core/context.ts';
import { findCustomers } from '../../core/customers/find-customers.ts';
import { findRecentCustomers } from '../../core/customers/find-recent-customers.ts';
import { AT, type ContactLine, searchContacts } from '../../core/customers/search-contacts.ts';
import { getRecord } from '../../core/files/record.ts';
import { isPersonCalled } from '../../core/names/index.ts';
import { findOpportunities } from '../../core/opportunities/find-opportunities.ts';
import { findPipelines } from '../../core/opportunities/pipeline.ts';
import { findStages } from '../../core/opportunities/stage.ts';
import { findLedPeople } from '../../core/people/find-led-people.ts';
import { getPerson, searchPeople } from '../../core/people/people.ts';
import { findOwnChats } from '../../core/people/settings.ts';
import { findTeams } from '../../core/people/teams.ts';
import { searchProducts } from '../../core/products/search-products.ts';
import { findSegments, searchSegments } from '../../core/segments/find-segments.ts';
import { findTasks } from '../../core/tasks/find-tasks.ts';
import { fill, type Text } from '../../core/text.ts';
import { findClosedTickets, findOpenTickets, searchTickets, type TicketLine } from '../../core/tickets/find-tickets.ts';
import { findTierRules } from '../../core/tiers/find-rules.ts';
import { chatName } from '../views/chat-name.ts';
import { BILLING_RECORDS } from './billing-records.ts';
import { CONTACT_RECORDS } from './contact-records.ts';
import { ANY_DEAL, DEAL, dealOf } from './deal-records.ts';
import { insteadOfPerson } from './late-leads.ts';
import { customerOf, findLeadsMeant, LEAD_RECORDS } from './lead-records.ts';
import { asMeant, meantFirst } from './meant.ts';
import { OBJECT_RECORDS } from './object-records.ts';
import { absentProduct, insteadOfProduct, SEVERAL_PRODUCTS } from './product-records.ts';
import type { Candidate, Instead, RecordKindRule } from './record-rule.ts';
import { absentTask, tasksMeant, toldTask } from './task-records.ts';
import { AUTO, findZones, likelyZones } from './zones.ts';

export type { Candidate, RecordKindRule };

const ME = /^(?:me|my|mine|myself|我|我的|自己|本人)$/iu;

const MY_TEAM = /^(?:my team|我的团队)$/iu;

const includes = (name: string, mention: string) => name.toLowerCase().includes(mention.toLowerCase());

export const RECORDS = {
  customer: {
    name: { en: 'customer', zh: '客户' },
    placeholder: { en: 'customer', zh: '客户名称' },
    label: async ({ db }, id) => (await db.customer.findFirst({ where: { id }, select: { name: true } }))?.name,
    find: findCustomersMeant,
    recent: async (core) => (await findRecentCustomers(core)).map(({ id, name }) => ({ id, label: name })),
    createdBy: { command: 'customer.add', field: 'name' },
  },
  opportunity: DEAL,
  anyDeal: ANY_DEAL,
  record: {
    name: { en: 'record', zh: '记录' },
    placeholder: { en: 'customer, opportunity or lead', zh: '客户、商机或线索' },
    label: async (core, id) => (await getRecord(core, id)).name,
    find: findAnyRecord,
    recent: async (core) => {
      const [customers, deals] = await Promise.all([
        findRecentCustomers(core, { limit: FEW }),
        findOpportunities(core, { limit: FEW }),
      ]);
      return [...deals.map((line) => dealOf(line, core)), ...customers.map(({ id, name }) => ({ id, label: name }))];
    },
  },
  ...CONTACT_RECORDS,
  task: {
    name: { en: 'task', zh: '任务' },
    placeholder: { en: 'task', zh: '任务' },
    label: async ({ db }, id) => (await db.task.findFirst({ where: { id }, select: { title: true } }))?.title,
    find: async (core, mention) =>
      (await tasksMeant(core, mention)).map(({ id, title, isGuess }) => ({
        id,
        label: title,
        ...(isGuess ? { isGuess } : {}),
      })),
    recent: async (core) => (await findTasks(core, { limit: OFFERED })).map(({ id, title }) => ({ id, label: title })),
    absent: absentTask,
    told: toldTask,
  },
  ticket: {
    name: { en: 'ticket', zh: '工单' },
    placeholder: { en: 'ticket or customer', zh: '工单或客户名称' },
    label: async ({ db }, id) => (await db.serviceTicket.findFirst({ where: { id }, select: { title: true } }))?.title,
    find: async (core, mention) => ticketsMeant(mention, await searchTickets(core, { mention })),
    recent: async (core) => (await findOpenTickets(core, { limit: OFFERED })).map(ticketOf),
    instead: insteadOfTicket,
  },
  closedTicket: {
    name: { en: 'closed ticket', zh: '已关闭的工单' },
    placeholder: { en: 'customer', zh: '客户名称' },
    label: async ({ db }, id) => (await db.serviceTicket.findFirst({ where: { id }, select: { title: true } }))?.title,
    find: async (core, mention) => ticketsMeant(mention, await findClosedTickets(core, { mention })),
    recent: async (core) => (await findClosedTickets(core, { limit: OFFERED })).map(ticketOf),
  },
  segment: {
    name: { en: 'list', zh: '名单' },
    placeholder: { en: 'list', zh: '名单名称' },
    label: async ({ db }, id) => (await db.segment.findFirst({ where: { id }, select: { name: true } }))?.name,
    find: async (core, mention) =>
      (await searchSegments(core, { mention })).map(({ id, name }) => ({ id, label: name })),
    recent: async (core) => (await findSegments(core, { limit: OFFERED })).map(({ id, name }) => ({ id, label: name })),
  },
  person: {
    name: { en: 'colleague', zh: '同事' },
    placeholder: { en: 'colleague', zh: '同事姓名' },
    label: async ({ db }, id) => (await db.user.findFirst({ where: { id }, select: { name: true } }))?.name,
    find: async (core, mention) =>
      ME.test(mention)
        ? [{ id: core.actor.userId, label: core.actor.name }]
        : (await searchPeople(core, { words: mention })).map(({ id, name, teamName }) => ({
            id,
            label: teamName ? `${name} · ${teamName}` : name,
          })),
    recent: async (core) =>
      (await findLedPeople(core, { limit: OFFERED })).map(({ id, name }) => ({ id, label: name })),
    instead: insteadOfPerson,
  },
  team: {
    name: { en: 'team', zh: '团队' },
    placeholder: { en: 'team', zh: '团队' },
    label: async ({ db }, id) => (await db.team.findFirst({ where: { id }, select: { name: true } }))?.name,
    find: async (core, mention) => {
      const own = MY_TEAM.test(mention) ? (await getPerson(core, core.actor.userId)).teamId : undefined;
      return (await findTeams(core))
        .filter(({ id, name }) => (own === undefined ? includes(name, mention) : id === own))
        .map(({ id, name }) => ({ id, label: name }));
    },
  },
  products: SEVERAL_PRODUCTS,
  product: {
    name: { en: 'product', zh: '产品' },
    placeholder: { en: 'product', zh: '产品名称或编号' },
    async label({ db, actor }, id) {
      const found = await db.product.findFirst({ where: { id }, select: { nameZh: true, nameEn: true } });
      return found ? { zh: found.nameZh, en: found.nameEn }[actor.locale] : undefined;
    },
    find: (core, mention) => searchProducts(core, { mention }),
    recent: (core) => searchProducts(core, { limit: OFFERED }),
    absent: absentProduct,
    instead: insteadOfProduct,
  },
  tier: {
    name: { en: 'tier', zh: '等级' },
    placeholder: { en: 'A', zh: 'A' },
    find: async (core, mention) =>
      (await tierChoices(core)).filter(({ id }) => id.toLowerCase() === mention.replace(TIER_WORDS, '').toLowerCase()),
    options: tierChoices,
  },
  stage: {
    name: { en: 'stage', zh: '阶段' },
    placeholder: { en: 'stage', zh: '阶段' },
    label: async (core, id) => (await stageCandidates(core)).find((stage) => stage.id === id)?.label,
    async find(core, mention) {
      const [stages, named] = await Promise.all([findStages(core), stageCandidates(core)]);
      const exact = stages.filter(
        ({ key, name }) =>
          key === mention ||
          name.zh === mention ||
          name.en.toLowerCase() === mention.toLowerCase() ||
          named.some(({ id, label }) => id === key && label === mention),
      );
      const meant =
        exact.length > 0
          ? exact
          : stages.filter(({ name }) => includes(name.zh, mention) || includes(name.en, mention));
      // Stages called alike in several pipelines are one to whoever says it: the deal tells which is meant.
      const first = meant.filter(({ name }, at) => meant.findIndex((each) => each.name.zh === name.zh) === at);
      return named.filter(({ id }) => first.some(({ key }) => key === id));
    },
    options: stageCandidates,
  },
  pipeline: {
    name: { en: 'pipeline', zh: '销售流程' },
    placeholder: { en: 'pipeline', zh: '销售流程' },
    find: async (core, mention) =>
      (await pipelineCandidates(core)).filter(
        ({ id, label }) => id === mention || includes(label, mention) || includes(mention, label),
      ),
    options: pipelineCandidates,
  },
  ...LEAD_RECORDS,
  ...OBJECT_RECORDS,
  ...BILLING_RECORDS,
  chat: {
    name: { en: 'chat', zh: '聊天工具' },
    placeholder: { en: 'chat', zh: '聊天工具' },
    find: async (core, mention) =>
      (await ownChats(core)).filter(({ id, label }) => [id, label.toLowerCase()].includes(mention.toLowerCase())),
    options: ownChats,
  },
  zone: {
    name: { en: 'time zone', zh: '时区' },
    placeholder: { en: 'London', zh: '上海' },
    find: async ({ actor }, mention) => findZones(mention, actor.locale),
    recent: async ({ actor, org }) => likelyZones([actor.timeZone, org.timeZone], actor.locale),
  },
} as const satisfies Record<string, RecordKindRule>;

/** Customers called so; else, to be asked about, those at whom somebody is called so. */
async function findCustomersMeant(core: Core, mention: string): Promise<Candidate[]> {
  const customers = await findCustomers(core, { mention });
  if (customers.some(({ isGuess }) => !isGuess)) {
    return customers.map(customerOf);
  }
  const people = (await searchContacts(core, { mention })).filter(({ name }) => isPersonCalled(mention, name));
  const others = customers.filter(({ id }) => people.every(({ customerId }) => customerId !== id));
  return [...people.map(customerOfContact), ...others.map(customerOf)];
}

const customerOfContact = ({ customerId, customerName, name }: ContactLine): Candidate => ({
  id: customerId,
  label: [name, customerName].join(AT),
  isGuess: true,
  isByContact: true,
});

const OPEN_TICKET: Text = { en: 'New ticket for {name}', zh: '为{name}新建工单' };
const OPEN_TICKETS: Text = { en: 'Open tickets', zh: '未关闭的工单' };

/** A ticket is mostly looked for by its customer, who may have none yet. */
async function insteadOfTicket(core: Core, mention: string): Promise<Instead[]> {
  const [first, ...others] = await findCustomers(core, { mention });
  const isOne = first && others.length === 0 && !first.isGuess;
  const customer = first && (isOne ? { id: first.id, name: first.name } : { id: mention, name: mention });
  return [
    ...(customer
      ? [
          {
            label: fill(OPEN_TICKET, { name: customer.name }),
            command: 'ticket.open',
            input: { customer: customer.id },
          },
        ]
      : []),
    { label: OPEN_TICKETS, command: 'ticket.list', input: {} },
  ];
}

async function pipelineCandidates(core: Core): Promise<Candidate[]> {
  return (await findPipelines(core)).map(({ key, name }) => ({ id: key, label: name[core.actor.locale] }));
}

/** With the pipeline's name where there are several. */
async function stageCandidates(core: Core): Promise<Candidate[]> {
  const { locale } = core.actor;
  const [stages, pipelines] = await Promise.all([findStages(core), findPipelines(core)]);
  return stages.map(({ key, name, pipelineKey }) => {
    const pipeline = pipelines.length > 1 ? pipelines.find((each) => each.key === pipelineKey) : undefined;
    return { id: key, label: pipeline ? `${name[locale]} · ${pipeline.name[locale]}` : name[locale] };
  });
}

/** “A类” and “tier A” are A. */
const TIER_WORDS = /^tier |[类级]$|\s/giu;

const LAST_USED: Text = { en: 'the one used last', zh: '最近使用的' };

const OFFERED = 5;
const FEW = 3;

const ticketsMeant = (mention: string, tickets: readonly TicketLine[]): Candidate[] =>
  asMeant(mention, tickets, { names: ({ title, customerName }) => [title, customerName], draw: ticketOf });

function ticketOf({ id, title, customerName }: TicketLine): Candidate {
  return { id, label: customerName ? `${customerName} · ${title}` : title };
}

/** A customer's own name means the customer; what is no customer's may be an opportunity's or a lead's. */
async function findAnyRecord(core: Core, mention: string): Promise<Candidate[]> {
  const [customers, leads] = await Promise.all([findCustomers(core, { mention }), findLeadsMeant(core, mention)]);
  if (customers.some(({ isGuess }) => !isGuess)) {
    return customers.map(customerOf);
  }
  const deals = await DEAL.find(core, mention);
  return meantFirst([...deals, ...leads, ...customers.map(customerOf)]);
}

async function tierChoices(core: Core): Promise<Candidate[]> {
  return (await findTierRules(core)).map(({ tier }) => ({ id: tier, label: tier }));
}

async function ownChats(core: Core): Promise<Candidate[]> {
  const platforms = new Set((await findOwnChats(core)).map(({ platform }) => platform).sort());
  return [
    { id: AUTO, label: LAST_USED[core.actor.locale] },
    ...Array.from(platforms, (platform) => ({
      id: platform,
      label: chatName(platform, { locale: core.actor.locale, chatNames: core.org.chatNames }),
    })),
  ];
}

export type RecordKind = keyof typeof RECORDS;
