import type { Actor } from '../../core/actor.ts';
import type { Locale, Text } from '../../core/text.ts';
import type { Button, Card } from '../cards/card.ts';
import type { Command } from '../command.ts';
import { usage } from '../derive/grammar.ts';
import { EMPTY } from '../fields/empty.ts';
import { press } from '../press.ts';
import { count } from './format.ts';
import { startersFor } from './starters.ts';
import { OPEN } from './words.ts';

/** What can be said at once, whoever one is and whatever is on file. */
export const FIRST_WORDS: Readonly<Record<Locale, string[]>> = {
  zh: ['我的一天', '我的任务', '我的商机', '本季度商机'],
  en: ['My day', 'My tasks', 'My opportunities', 'Pipeline this quarter'],
};

const EMPTYING: Text = {
  en: `To empty a field: a dash in its place, as in “--phone ${EMPTY}”; in a form, delete what stands there.`,
  zh: `要清空某一项，把内容写成“${EMPTY}”，如“--电话 ${EMPTY}”；在表单里直接删掉即可。`,
};

const TITLE: Text = { en: 'Just tell me what happened', zh: '直接告诉我发生了什么' };
const SAY: Text = { en: 'Say it in your own words, or press:', zh: '像平时说话一样说，或者点按：' };
const ALL: Text = { en: 'Everything', zh: '全部功能' };

/** So many commands of a topic say what it is about. */
const GLIMPSE = 3;

/** Commands by what they are about, as a person would look for them. */
export const TOPICS = [
  'day',
  'customers',
  'service',
  'leads',
  'deals',
  'billing',
  'figures',
  'admin',
  'settings',
] as const;

export type Topic = (typeof TOPICS)[number];

export const TOPIC_NAMES: Readonly<Record<Topic, Text>> = {
  day: { en: 'My day and reports', zh: '日程与报告' },
  customers: { en: 'Customers and follow-ups', zh: '客户与跟进' },
  service: { en: 'Service and records', zh: '工单与档案' },
  leads: { en: 'Leads and the pool', zh: '线索与公海' },
  deals: { en: 'Deals and approvals', zh: '商机与审批' },
  billing: { en: 'Quotes, orders and payments', zh: '报价、订单与回款' },
  figures: { en: 'Figures, search and lists', zh: '数据、查找与名单' },
  admin: { en: 'Administration', zh: '管理' },
  settings: { en: 'Settings', zh: '设置' },
};

/** By the first part of a command's name. */
export const TOPIC_OF: Readonly<Record<string, Topic>> = {
  today: 'day',
  task: 'day',
  team: 'day',
  report: 'day',
  visit: 'day',
  customer: 'customers',
  contact: 'customers',
  'follow-up': 'customers',
  conversation: 'customers',
  file: 'customers',
  tier: 'customers',
  ticket: 'service',
  object: 'service',
  touch: 'service',
  milestone: 'service',
  lead: 'leads',
  pool: 'leads',
  tag: 'leads',
  duplicate: 'leads',
  opportunity: 'deals',
  board: 'deals',
  approval: 'deals',
  product: 'deals',
  quote: 'billing',
  contract: 'billing',
  order: 'billing',
  document: 'billing',
  invoice: 'billing',
  payment: 'billing',
  credit: 'billing',
  pipeline: 'figures',
  question: 'figures',
  summary: 'figures',
  record: 'figures',
  segment: 'figures',
  'call-list': 'figures',
  admin: 'admin',
  template: 'admin',
  field: 'admin',
  stage: 'admin',
  hook: 'admin',
  gateway: 'admin',
  handover: 'customers',
  audit: 'admin',
  settings: 'settings',
  language: 'settings',
  link: 'settings',
  change: 'settings',
  pending: 'settings',
  talk: 'settings',
  help: 'settings',
};

function topicOf({ name, allow }: Command): Topic {
  return allow.length === 1 && allow[0] === 'admin' ? 'admin' : (TOPIC_OF[name.split('.')[0] ?? ''] ?? 'settings');
}

/** Five things people of this role do first, each as a sentence and as a button; the rest is a press away. */
export function helpCard({ locale, roles }: Pick<Actor, 'locale' | 'roles'>): Card {
  return {
    title: TITLE[locale],
    body: [
      { type: 'text', text: SAY[locale], muted: true },
      {
        type: 'records',
        records: startersFor(roles).map(({ say, button }) => ({
          title: locale === 'zh' ? `“${say.zh}”` : `“${say.en}”`,
          buttons: [button(locale)],
        })),
      },
      { type: 'actions', buttons: [allButton(locale)] },
    ],
  };
}

function allButton(locale: Locale): Button {
  return press(ALL, locale, 'help.show', { topic: 'all' });
}

function topicButton(topic: Topic, locale: Locale): Button {
  return press(TOPIC_NAMES[topic], locale, 'help.show', { topic });
}

/** The commands of a topic with how each is typed; a press on one opens it. */
export function topicCard(topic: Topic, commands: readonly Command[], locale: Locale): Card {
  const own = commands.filter((command) => topicOf(command) === topic);
  return {
    title: TOPIC_NAMES[topic][locale],
    body: [
      {
        type: 'records',
        records: own.map((command) => ({
          title: command.summary[locale],
          detail: `/crm ${usage(command, locale)}`,
          buttons: [start(command, locale)],
        })),
      },
      ...(own.some(({ changes }) => changes) ? [{ type: 'text' as const, text: EMPTYING[locale], muted: true }] : []),
      { type: 'actions', buttons: [allButton(locale)] },
    ],
  };
}

/** What there is at all: a topic and the first of what it holds. */
export function topicsCard(commands: readonly Command[], locale: Locale): Card {
  const records = TOPICS.flatMap((topic) => {
    const own = commands.filter((command) => topicOf(command) === topic);
    const names = own.slice(0, GLIMPSE).map(({ summary }) => summary[locale]);
    const number = { en: count(own.length, { one: 'command', many: 'commands' }), zh: `${own.length} 项` }[locale];
    return own.length === 0
      ? []
      : [
          {
            title: `${TOPIC_NAMES[topic][locale]} · ${number}`,
            detail: `${names.join(locale === 'zh' ? '、' : ' · ')}${own.length > GLIMPSE ? '…' : ''}`,
            buttons: [{ ...topicButton(topic, locale), label: OPEN[locale] }],
          },
        ];
  });
  return { title: ALL[locale], body: [{ type: 'records', records }] };
}

/** Opens the command's form, or does what needs no form. */
function start({ name, summary }: Command, locale: Locale): Button {
  return { label: summary[locale], command: name, input: {} };
}
