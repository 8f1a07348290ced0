import type { Actor } from '../../core/actor.ts';
import type { Organisation } from '../../core/organisation.ts';
import { givenName } from '../../core/people/given-name.ts';
import { fill, type Text } from '../../core/text.ts';
import type { Card } from '../cards/card.ts';
import { press } from '../press.ts';

/** What small talk may be about. */
export const ABOUT = [
  'greeting',
  'thanks',
  'bye',
  'praise',
  'fine',
  'yes',
  'how',
  'who',
  'sorry',
  'laugh',
  'target',
  'currency',
] as const;

const BACK: Readonly<Record<(typeof ABOUT)[number], Text>> = {
  greeting: { en: 'Hello {name}! What happened today?', zh: '你好，{name}！今天有什么进展？' },
  thanks: { en: 'Any time, {name}.', zh: '不客气，{name}，随时找我。' },
  bye: { en: 'See you, {name}. I will keep an eye on your tasks.', zh: '回见，{name}！任务我会帮你盯着。' },
  praise: { en: 'That is kind of you. Thank you!', zh: '过奖啦，谢谢！' },
  fine: { en: 'All right. I am here when you need me.', zh: '好的，需要时随时叫我。' },
  currency: {
    en: 'An amount said without a currency is in {currency}',
    zh: '未说明币种的金额按 {currency} 计',
  },
  yes: {
    en: 'If a card above is waiting, please press its button: I save nothing on a word alone.',
    zh: '如果上面有待确认的卡片，请点它的按钮，只回一句我不会保存。',
  },
  how: { en: 'All well here, thanks. And you?', zh: '我很好，谢谢关心！你呢？' },
  who: {
    en: 'I am Parley: I keep your customers, deals and tasks, and you only talk to me.',
    zh: '我是洽谈（Parley），帮你记客户、商机和任务，你只管说。',
  },
  sorry: { en: 'No worries, {name}. One thing at a time.', zh: '没关系，{name}，一件一件来。' },
  target: {
    en: 'No target is set in Parley, so I cannot say how far off it you are. How you are doing is in your summary: “how am I doing this month”.',
    zh: '系统里还没有设定目标，算不出差多少。可以问“我这个月怎么样”查看业绩小结。',
  },
  laugh: { en: 'Glad it made you smile.', zh: '开心就好！' },
};

/** After these somebody may want to know what to say next. */
const OPENS = new Set<string>(['greeting', 'how', 'who']);

/** It is set where the product is started, for what was said without one would come to mean another sum. */
const CURRENCY_SET: Text = {
  en: 'Whoever runs Parley sets it (ORG_CURRENCY) before it starts; it cannot be changed in chat, since every amount typed so far would mean another sum. A single amount may be in another one: say it, as in “20,000 EUR”.',
  zh: '它由部署 Parley 的人在启动前设定（ORG_CURRENCY），不能在聊天中修改，否则已录入的金额含义都会改变。单笔金额可以用其他币种，直接说即可，如“2万美元”。',
};

/** One warm line back. */
export function talkCard(
  about: (typeof ABOUT)[number],
  { name, locale }: Pick<Actor, 'name' | 'locale'>,
  { currency }: Pick<Organisation, 'currency'>,
): Card {
  const help = press({ en: 'What can you do?', zh: '你能做什么？' }, locale, 'help.show', {});
  const body = OPENS.has(about) ? [{ type: 'actions' as const, buttons: [help] }] : [];
  const told = about === 'currency' ? [{ type: 'text' as const, text: CURRENCY_SET[locale] }] : [];
  return { title: fill(BACK[about], { name: givenName(name), currency })[locale], body: [...told, ...body] };
}
