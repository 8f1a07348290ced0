import type { Locale, Text } from '../../core/text.ts';
import type { Button, Card } from '../cards/card.ts';

const TITLE: Text = { en: 'I did not get that', zh: '没有理解你的意思' };
const NOTHING_DONE: Text = { en: 'Nothing was changed. You could say:', zh: '未做任何修改。可以这样说：' };
const DID_YOU_MEAN: Text = { en: 'Did you mean', zh: '你是不是要' };
const EXAMPLES: Readonly<Record<Locale, readonly string[]>> = {
  zh: ['今天拜访了华星电子，王总对报价基本满意，下周三发合同', '提醒我明天给王总打电话', '我的商机'],
  en: [
    'Visited Acme today, Wang likes the quote, sending the contract next Wednesday',
    'Remind me to call Wang tomorrow',
    'My opportunities',
  ],
};

const PROBABILITY =
  /赢[单率]?的?概?率|成交(?:概|的?可能)|概率|(?<![a-z])(?:probability|win (?:chance|rate)|likelihood)(?![a-z])/iu;
const SET_ZH = /改|设(?!备)|调(?!出|查)|定为|提[高到]|降/u;
const SET_EN = /(?<![a-z])(?:set|change|update|make(?! (?:me |us )?an? )|raise|lower|put|bump)(?![a-z])/iu;
const NOT_SET = /不要|不用|别|[吗?？]/u;
const OF_ITS_STAGE: Text = {
  en: 'A deal has no probability of its own: it has that of its stage. Move it on or back; an admin sets what a stage is worth.',
  zh: '商机没有单独的赢率，赢率随阶段走：推进或退回阶段即可，每个阶段的赢率由管理员设置。',
};

/** A deal's own probability is to be set, and there is none. */
const setsProbability = (said: string) =>
  PROBABILITY.test(said) && (SET_ZH.test(said) || SET_EN.test(said)) && !NOT_SET.test(said);

/** With what may have been meant, and may be done about the record that was named. */
export function notUnderstoodCard(
  said: string,
  about: { name: string | undefined; buttons: Button[] } | undefined,
  locale: Locale,
): Card {
  return {
    title: TITLE[locale],
    tone: 'warning',
    body: [
      ...(setsProbability(said) ? [{ type: 'text' as const, text: OF_ITS_STAGE[locale] }] : []),
      ...(about && about.buttons.length > 0
        ? [
            {
              type: 'heading' as const,
              text: about.name ? { en: `About ${about.name}`, zh: `关于${about.name}` }[locale] : DID_YOU_MEAN[locale],
            },
            { type: 'actions' as const, buttons: about.buttons },
          ]
        : []),
      {
        type: 'text',
        text: [NOTHING_DONE[locale], ...EXAMPLES[locale].map((line) => `“${line}”`)].join('\n'),
        muted: true,
      },
      {
        type: 'actions',
        buttons: [{ label: { en: 'What can you do?', zh: '你能做什么？' }[locale], command: 'help.show', input: {} }],
      },
    ],
  };
}

export function clarifyCard(ask: Text, buttons: Button[], locale: Locale): Card {
  return { title: ask[locale], tone: 'info', body: [{ type: 'actions', buttons }] };
}
