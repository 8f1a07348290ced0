import { z } from 'zod';
import { chooseLocale } from '../../core/people/people.ts';
import { LOCALES } from '../../core/text.ts';
import { defineCommand, EVERYBODY } from '../command.ts';
import { choiceField } from '../fields/common.ts';

export const languageSet = defineCommand({
  name: 'language.set',
  words: { en: ['language', 'lang'], zh: ['语言'] },
  summary: { en: 'Answer me in Chinese or English', zh: '设置语言' },
  examples: { en: ['language en', 'language 中文'], zh: ['语言 中文', '语言 English'] },
  effect: 'log',
  allow: EVERYBODY,
  input: z.strictObject({
    locale: choiceField(
      LOCALES,
      { zh: { en: '中文', zh: '中文' }, en: { en: 'English', zh: 'English' } },
      { en: 'Language', zh: '语言' },
      { positional: true },
    ),
  }),
  async run(core, { locale }) {
    chooseLocale(core, locale);
    const title = { en: 'From now on I answer in English.', zh: '好的，之后我会用中文回复。' }[locale];
    return { kind: 'card', audience: 'asker', card: { title, tone: 'good', body: [] } };
  },
});
