import { ROLE_NAMES } from '../../core/actor.ts';
import { BELONGING_TABLES, type BelongingTable, belongingOf } from '../../core/handover/belongings.ts';
import type { Handover, HandoverItem } from '../../core/handover/find-handover.ts';
import type { Given } from '../../core/handover/give-customer.ts';
import type { Plan } from '../../core/handover/plan-handover.ts';
import { COMMA, type Locale, type Text } from '../../core/text.ts';
import type { Button, Card, CardNode } from '../cards/card.ts';
import { press } from '../press.ts';
import { count, type Viewer } from './format.ts';
import { MORE, OPEN } from './words.ts';

const LIST: Text = { en: 'List', zh: '清单' };
const NOTHING: Text = { en: 'nothing', zh: '无' };
const KEEP: Text = { en: 'Not yet', zh: '再等等' };
const DEACTIVATE: Text = { en: 'Deactivate', zh: '停用账号' };

function counted(table: BelongingTable, count: number, locale: Locale): string {
  const { one, many } = belongingOf(table);
  return locale === 'zh' ? `${count} ${many.zh}` : `${count} ${count === 1 ? one.en : many.en}`;
}

/** 12 customers · 3 leads · 5 open deals */
function sum(rows: readonly { table: BelongingTable }[], locale: Locale): string {
  const said = BELONGING_TABLES.flatMap((table) => {
    const count = rows.filter((row) => row.table === table).length;
    return count > 0 ? [counted(table, count, locale)] : [];
  });
  return said.join(' · ') || NOTHING[locale];
}

/** What stays with him, and who signs in his place. */
function warnings({ from, staying, signing, soleSigners }: Plan, locale: Locale): CardNode[] {
  const left = staying.map(({ table, count }) => counted(table, count, locale)).join(' · ');
  const stays = {
    en: `Stays with ${from.name}: ${left}. It hangs on colleagues' work or needs an admin.`,
    zh: `暂留${from.name}名下：${left}（属于其他同事的业务，或需管理员处理）。`,
  };
  const signs = signing.map(({ role, waiting, others }) => {
    const name = ROLE_NAMES[role][locale];
    const who = others.join(COMMA[locale]);
    return who
      ? {
          en: `${waiting} waiting to be signed by a ${name}: ${who} can.`,
          zh: `${waiting} 个审批待${name}处理：${who}可审批。`,
        }
      : {
          en: `${waiting} waiting to be signed by a ${name}: nobody else is one. Make somebody one first.`,
          zh: `${waiting} 个审批待${name}处理，但没有其他${name}，请先指定。`,
        };
  });
  const alone = soleSigners.map(({ name, role, waiting }) => {
    const what = ROLE_NAMES[role][locale];
    return {
      en: `${count(waiting, { one: 'request', many: 'requests' })} would be ${name}'s own, who is the only ${what}: nobody could sign them. Make somebody else one first.`,
      zh: `${waiting} 个申请将归${name}名下，而${name}是唯一的${what}，无人可以审批，请先指定另一位${what}。`,
    };
  });
  return [...(left ? [stays] : []), ...signs, ...alone].map((text) => ({
    type: 'text',
    text: text[locale],
    muted: true,
  }));
}

const shares = ({ to }: Plan, locale: Locale): CardNode => ({
  type: 'facts',
  facts: to.map(({ person, rows }) => ({ label: person.name, value: sum(rows, locale) })),
});

/** Who would get what; nothing is done yet. */
export function handoverPlanCard(plan: Plan, { locale }: Viewer): Card {
  const { from, to } = plan;
  const [first, second, third] = to.map(({ person }) => person.id);
  const input = {
    person: from.id,
    ...(first ? { to: first } : {}),
    ...(second ? { second } : {}),
    ...(third ? { third } : {}),
  };
  const isEmpty = to.every(({ rows }) => rows.length === 0);
  const give = { en: 'Hand all of it over', zh: '全部交接' };
  return {
    title: { en: `Handover: ${from.name}`, zh: `${from.name}的交接` }[locale],
    tone: 'info',
    body: [
      shares(plan, locale),
      ...warnings(plan, locale),
      {
        type: 'actions',
        buttons: isEmpty ? [] : [press(give, locale, 'handover.give', input, { style: 'primary' })],
      },
    ],
  };
}

/** Done, with a list for each; the last thing left is the account. */
export function handedOverCard(
  done: Plan & { handovers: { id: string; toId: string }[] },
  { locale }: Viewer,
  { mayDeactivate }: { mayDeactivate: boolean },
): Card {
  const { from, to, handovers } = done;
  const lists = handovers.map(({ id, toId }) => {
    const name = to.find(({ person }) => person.id === toId)?.person.name ?? '';
    const label = handovers.length > 1 ? { en: `List: ${name}`, zh: `${name}的清单` } : LIST;
    return press(label, locale, 'handover.show', { handover: id });
  });
  const confirm = {
    title: DEACTIVATE[locale],
    text: {
      en: `${from.name} will be refused in every chat at once, and told nothing any more.`,
      zh: `停用后，${from.name} 在所有聊天工具中将立即无法使用，也不再收到消息。`,
    }[locale],
    yes: DEACTIVATE[locale],
    no: KEEP[locale],
  };
  const off = press(DEACTIVATE, locale, 'admin.roles', { person: from.id, active: 'no' }, { style: 'danger', confirm });
  const ask: CardNode = {
    type: 'text',
    text: {
      en: `An admin can deactivate ${from.name} now.`,
      zh: `现在可以请管理员停用${from.name}的账号。`,
    }[locale],
    muted: true,
  };
  return {
    title: { en: `${from.name}'s work is handed over`, zh: `已交接${from.name}的工作` }[locale],
    tone: 'good',
    body: [
      shares(done, locale),
      ...warnings(done, locale),
      ...(from.isActive && !mayDeactivate ? [ask] : []),
      { type: 'actions', buttons: [...lists, ...(from.isActive && mayDeactivate ? [off] : [])] },
    ],
  };
}

/** One record has changed hands, with what hung on it. */
export function givenCard(
  entity: 'customer' | 'opportunity',
  { record: { id, name }, taker, rows, handoverId }: Given,
  { locale }: Viewer,
): Card {
  const open = {
    customer: press(OPEN, locale, 'customer.show', { customer: id }),
    opportunity: press(OPEN, locale, 'opportunity.show', { opportunity: id }),
  };
  return {
    title: { en: `${name} → ${taker.name}`, zh: `${name}已转交给${taker.name}` }[locale],
    about: { entity, recordId: id },
    tone: 'good',
    body: [
      { type: 'facts', facts: [{ label: { en: 'Given', zh: '已转交' }[locale], value: sum(rows, locale) }] },
      {
        type: 'actions',
        buttons: [
          open[entity],
          ...(handoverId && rows.length > 1 ? [press(LIST, locale, 'handover.show', { handover: handoverId })] : []),
        ],
      },
    ],
  };
}

/** What somebody was given, line by line. */
export function handoverCard(handover: Handover, { locale }: Viewer): Card {
  const { id, fromName, toName, count, items, page, hasMore } = handover;
  const more = press(MORE, locale, 'handover.show', { handover: id, page: page + 1 });
  return {
    title: { en: `${fromName} → ${toName}: ${count}`, zh: `${fromName} → ${toName}（${count} 项）` }[locale],
    body: [
      {
        type: 'records',
        records: items.map((item) => ({
          title: item.title || '—',
          detail: belongingOf(item.table).one[locale],
          buttons: openItem(item, locale),
        })),
      },
      ...(hasMore ? [{ type: 'actions' as const, buttons: [more] }] : []),
    ],
  };
}

/** Nobody has left him anything. */
export function noHandoverCard({ locale }: Viewer): Card {
  return {
    title: { en: 'Nothing was handed over to you', zh: '没有交接给你的内容' }[locale],
    tone: 'info',
    body: [
      {
        type: 'text',
        text: {
          en: 'When a colleague leaves and you take over, the list comes here.',
          zh: '有同事离职并交接给你时，清单会出现在这里。',
        }[locale],
        muted: true,
      },
    ],
  };
}

function openItem({ table, id }: HandoverItem, locale: Locale): Button[] {
  switch (table) {
    case 'customers':
      return [press(OPEN, locale, 'customer.show', { customer: id })];
    case 'leads':
      return [press(OPEN, locale, 'lead.show', { lead: id })];
    case 'opportunities':
      return [press(OPEN, locale, 'opportunity.show', { opportunity: id })];
    case 'tasks':
      return [press(OPEN, locale, 'task.show', { task: id })];
    case 'service_tickets':
      return [press(OPEN, locale, 'ticket.show', { ticket: id })];
    case 'approval_requests':
      return [press(OPEN, locale, 'approval.show', { request: id })];
    case 'objects':
      return [press(OPEN, locale, 'object.show', { object: id })];
    case 'segments':
      return [press(OPEN, locale, 'segment.open', { segment: id })];
    case 'opportunity_members':
    case 'grants':
    case 'teams':
      return [];
  }
}
