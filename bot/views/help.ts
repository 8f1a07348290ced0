import type { Actor } from '../../core/actor.ts';
import type { Locale, Text } from '../../core/text.ts';
import type { Card } from '../cards/card.ts';
import type { Command } from '../command.ts';
import { usage } from '../derive/grammar.ts';

const SAY: Readonly<Record<Locale, readonly string[]>> = {
  zh: ['今天拜访了华星电子，王总对报价基本满意，下周三发合同', '提醒我明天下午3点给王总打电话', '本季度商机'],
  en: [
    'Visited Acme today, Wang likes the quote, sending the contract next Wednesday',
    'Remind me to call Wang tomorrow at 3pm',
    'Pipeline this quarter',
  ],
};

/** What can be said at once, whoever one is and whatever is on file. */
export const FIRST_WORDS: Readonly<Record<Locale, string[]>> = {
  zh: ['我的一天', '我的任务', '我的商机', '本季度商机'],
  en: ['My day', 'My tasks', 'My opportunities', 'Pipeline this quarter'],
};

const TITLE: Text = { en: 'Just tell me what happened', zh: '直接告诉我发生了什么' };
const OR: Text = { en: 'Or use a command', zh: '也可以使用命令' };

/** What this person can do, derived from the declarations; sentences first, because nobody should have to learn commands. */
export function helpCard(commands: readonly Command[], { locale }: Pick<Actor, 'locale'>): Card {
  return {
    title: TITLE[locale],
    body: [
      { type: 'text', text: SAY[locale].map((line) => `“${line}”`).join('\n') },
      { type: 'heading', text: OR[locale] },
      {
        type: 'records',
        records: commands.map((command) => ({
          title: command.summary[locale],
          detail: `/crm ${usage(command, locale)}`,
        })),
      },
    ],
  };
}
