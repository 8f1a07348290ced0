import type { Actor } from '../../core/actor.ts';
import type { Locale, Text } from '../../core/text.ts';
import type { Button, Card } from '../cards/card.ts';
import type { Command } from '../command.ts';
import { usage } from '../derive/grammar.ts';
import { press } from '../press.ts';
import { count } from './format.ts';
import { startersFor } from './starters.ts';

/** What can be said at once, whoever one is and whatever is on file. */
export const FIRST_WORDS: Readonly<Record<Locale, string[]>> = {
  zh: ['我的一天', '我的任务', '我的商机', '本季度商机'],
  en: ['My day', 'My tasks', 'My opportunities', 'Pipeline this quarter'],
};

const TITLE: Text = { en: 'Just tell me what happened', zh: '直接告诉我发生了什么' };
const SAY: Text = { en: 'Say it in your own words, or press:', zh: '像平时说话一样说，或者点按：' };
const ALL: Text = { en: 'Everything', zh: '全部功能' };

/** Commands by what they are about, as a person would look for them. */
export const TOPICS = ['day', 'customers', 'leads', 'deals', 'admin', 'settings'] as const;

export type Topic = (typeof TOPICS)[number];

export const TOPIC_NAMES: Readonly<Record<Topic, Text>> = {
  day: { en: 'My day', zh: '日程与任务' },
  customers: { en: 'Customers', zh: '客户与跟进' },
  leads: { en: 'Leads', zh: '线索' },
  deals: { en: 'Deals', zh: '商机与审批' },
  admin: { en: 'Administration', zh: '管理' },
  settings: { en: 'Settings', zh: '设置与其他' },
};

/** By the first part of a command's name; whatever is not named here is among the settings. */
const TOPIC_OF: Readonly<Record<string, Topic>> = {
  today: 'day',
  task: 'day',
  customer: 'customers',
  contact: 'customers',
  'follow-up': 'customers',
  ticket: 'customers',
  file: 'customers',
  touch: 'customers',
  milestone: 'customers',
  object: 'customers',
  segment: 'customers',
  'call-list': 'customers',
  pool: 'leads',
  board: 'deals',
  lead: 'leads',
  tag: 'leads',
  opportunity: 'deals',
  pipeline: 'deals',
  question: 'deals',
  summary: 'deals',
  approval: 'deals',
  team: 'day',
  admin: 'admin',
};

function topicOf({ name, allow }: Command): Topic {
  return allow.length === 1 && allow[0] === 'admin' ? 'admin' : (TOPIC_OF[name.split('.')[0] ?? ''] ?? 'settings');
}

/** Five things people of this role do first, each as a sentence and as a button; the rest by topic behind the menu. */
export function helpCard(commands: readonly Command[], { locale, roles }: Pick<Actor, 'locale' | 'roles'>): Card {
  const topics = TOPICS.filter((topic) => commands.some((command) => topicOf(command) === topic));
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
      {
        type: 'actions',
        buttons: [press(ALL, locale, 'help.show', { topic: 'all' })],
        more: topics.map((topic) => topicButton(topic, locale)),
      },
    ],
  };
}

function topicButton(topic: Topic, locale: Locale): Button {
  return press(TOPIC_NAMES[topic], locale, 'help.show', { topic });
}

/** The commands of a topic with how each is typed; a press on one opens it. */
export function topicCard(topic: Topic, commands: readonly Command[], locale: Locale): Card {
  const own = commands.filter((command) => topicOf(command) === topic);
  const others = TOPICS.filter((each) => each !== topic && commands.some((command) => topicOf(command) === each));
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
      { type: 'actions', buttons: [], more: others.map((each) => topicButton(each, locale)) },
    ],
  };
}

/** What there is at all: a line a topic. */
export function topicsCard(commands: readonly Command[], locale: Locale): Card {
  const records = TOPICS.flatMap((topic) => {
    const own = commands.filter((command) => topicOf(command) === topic);
    const names = own.map(({ summary }) => summary[locale]).join(locale === 'zh' ? '、' : ' · ');
    return own.length === 0
      ? []
      : [
          {
            title: `${TOPIC_NAMES[topic][locale]} · ${locale === 'zh' ? `${own.length} 项` : count(own.length, { one: 'command', many: 'commands' })}`,
            detail: names,
            buttons: [{ ...topicButton(topic, locale), label: { en: 'Open', zh: '查看' }[locale] }],
          },
        ];
  });
  return { title: ALL[locale], body: [{ type: 'records', records }] };
}

/** Opens the command's form, or does what needs no form. */
export function start({ name, summary }: Command, locale: Locale): Button {
  return { label: summary[locale], command: name, input: {} };
}
