import { z } from 'zod';
import { changeOwnSettings, findOwnChats, getOwnSettings } from '../../core/people/settings.ts';
import { LOCALES } from '../../core/text.ts';
import { defineCommand, EVERYBODY } from '../command.ts';
import { choiceField } from '../fields/common.ts';
import { field, optional } from '../fields/field.ts';
import { settingsCard } from '../views/settings.ts';

const LANGUAGES = { zh: { en: '中文', zh: '中文' }, en: { en: 'English', zh: 'English' } } as const;

const timeField = (en: string, zh: string) =>
  optional(field(z.string().regex(/^\d\d:\d\d$/), { kind: 'time', label: { en, zh } }));

export const languageSet = defineCommand({
  name: 'language.set',
  words: { en: ['language', 'lang'], zh: ['语言'] },
  summary: { en: 'Answer me in Chinese or English', zh: '设置语言' },
  examples: { en: ['language en', 'language 中文'], zh: ['语言 中文', '语言 English'] },
  effect: 'log',
  allow: EVERYBODY,
  input: z.strictObject({
    locale: choiceField(LOCALES, LANGUAGES, { en: 'Language', zh: '语言' }, { positional: true }),
  }),
  async run(core, { locale }) {
    changeOwnSettings(core, { locale });
    const title = { en: 'From now on I answer in English.', zh: '好的，之后我会用中文回复。' }[locale];
    return { kind: 'card', audience: 'asker', card: { title, tone: 'good', body: [] } };
  },
});

export const settingsShow = defineCommand({
  name: 'settings.show',
  words: { en: ['settings', 'my settings'], zh: ['设置', '我的设置'] },
  summary: { en: 'My digest, quiet hours, time zone and chat', zh: '我的摘要时间、免打扰、时区与聊天工具' },
  examples: { en: ['settings'], zh: ['设置'] },
  effect: 'read',
  allow: EVERYBODY,
  input: z.strictObject({}),
  async run(core) {
    const [settings, chats] = await Promise.all([getOwnSettings(core), findOwnChats(core)]);
    return { kind: 'card', audience: 'asker', card: settingsCard(settings, chats, core) };
  },
});

export const settingsChange = defineCommand({
  name: 'settings.change',
  words: { en: ['settings change', 'settings set'], zh: ['修改设置', '设置 修改'] },
  summary: { en: 'Change my settings', zh: '修改我的设置' },
  examples: {
    en: ['settings change --digest-at 09:15 --quiet-from 8pm', 'settings change --time-zone Europe/London'],
    zh: ['修改设置 --摘要时间 8点半 --免打扰开始 21:00'],
  },
  effect: 'log',
  allow: EVERYBODY,
  asksWhenEmpty: true,
  input: z.strictObject({
    digestAt: timeField('Digest at', '摘要时间'),
    quietFrom: timeField('Quiet from', '免打扰开始'),
    quietUntil: timeField('Quiet until', '免打扰结束'),
    timeZone: optional(field(z.string().max(60), { kind: 'zone', label: { en: 'Time zone', zh: '时区' } })),
    chat: optional(field(z.string().max(40), { kind: 'chat', label: { en: 'Chat', zh: '聊天工具' } })),
  }),
  async prefill(core) {
    const { digestAt, quietFrom, quietUntil, timeZone, preferredPlatform } = await getOwnSettings(core);
    return {
      digestAt,
      quietFrom,
      quietUntil,
      ...(timeZone ? { timeZone } : {}),
      ...(preferredPlatform ? { chat: preferredPlatform } : {}),
    };
  },
  async run(core, { chat, ...times }) {
    const given = Object.fromEntries(Object.entries(times).filter(([, value]) => value !== undefined));
    changeOwnSettings(core, { ...given, ...(chat ? { preferredPlatform: chat } : {}) });
    await core.flush();
    const [settings, chats] = await Promise.all([getOwnSettings(core), findOwnChats(core)]);
    return { kind: 'card', audience: 'asker', inPlace: true, card: settingsCard(settings, chats, core) };
  },
});
