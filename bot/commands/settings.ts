import { z } from 'zod';
import type { Core } from '../../core/context.ts';
import { changeIdOf } from '../../core/db/transaction.ts';
import { isHere } from '../../core/people/identity.ts';
import { changeOwnSettings, findOwnChats, getOwnSettings } from '../../core/people/settings.ts';
import { LOCALES, type Locale } from '../../core/text.ts';
import type { Card } from '../cards/card.ts';
import { defineCommand, EVERYBODY } from '../command.ts';
import type { Reply } from '../contract.ts';
import { choiceField, timeField } from '../fields/common.ts';
import { field, optional } from '../fields/field.ts';
import { AS_COMPANY, AUTO } from '../fields/zones.ts';
import { LANGUAGES, settingsCard } from '../views/settings.ts';
import { withUndo } from '../views/undo.ts';

const hourField = (en: string, zh: string) => optional(timeField({ en, zh }));

export const languageSet = defineCommand({
  name: 'language.set',
  words: { en: ['language', 'lang'], zh: ['语言'] },
  summary: { en: 'Answer me in Chinese or English', zh: '设置语言' },
  submit: { en: 'Set language', zh: '设置语言' },
  examples: { en: ['language en', 'language 中文'], zh: ['语言 中文', '语言 English'] },
  effect: 'log',
  allow: EVERYBODY,
  input: z.strictObject({
    locale: choiceField(LOCALES, LANGUAGES, { en: 'Language', zh: '语言' }, { positional: true }),
  }),
  async run(core, { locale }) {
    await changeOwnSettings(core, { locale });
    const title = { en: 'From now on I answer in English.', zh: '好的，之后我会用中文回复。' }[locale];
    return { kind: 'card', card: undoableIn(locale, core, { title, tone: 'good', body: [] }) };
  },
});

/** The button to take it back speaks the language that was chosen, as the rest of the card does. */
function undoableIn(locale: Locale, core: Core, card: Card): Card {
  return core.change.hasRows ? withUndo(card, changeIdOf(core), locale) : card;
}

/** The settings as they stand, where things are told, and the chats a person is known in. */
async function drawSettings(core: Core, { inPlace = false } = {}): Promise<Reply> {
  const [settings, chats] = await Promise.all([getOwnSettings(core), findOwnChats(core)]);
  const { actor, org } = core;
  const locale = settings.locale ?? org.locale;
  const here = chats.find((chat) => isHere(core, chat))?.id;
  const card = settingsCard(settings, { chats, here }, { actor: { ...actor, locale }, org });
  return { kind: 'card', inPlace, card: undoableIn(locale, core, card) };
}

export const settingsShow = defineCommand({
  name: 'settings.show',
  words: { en: ['settings', 'my settings'], zh: ['设置', '我的设置'] },
  summary: {
    en: 'My digest, quiet hours, language, time zone and chats',
    zh: '我的摘要、免打扰、语言、时区与聊天工具',
  },
  examples: { en: ['settings'], zh: ['设置'] },
  effect: 'read',
  allow: EVERYBODY,
  input: z.strictObject({}),
  run: (core) => drawSettings(core),
});

const OWN_OR_COMPANY = { ...LANGUAGES, [AUTO]: AS_COMPANY };

/** Chosen so, it is nobody's choice any more. */
const orNull = <Value extends string>(value: Value) => (value === AUTO ? null : (value as Exclude<Value, typeof AUTO>));

export const settingsChange = defineCommand({
  name: 'settings.change',
  words: { en: ['settings change', 'settings set'], zh: ['修改设置', '设置 修改'] },
  summary: { en: 'Change my settings', zh: '修改我的设置' },
  submit: { en: 'Save settings', zh: '保存设置' },
  examples: {
    en: ['settings change --digest-at 09:15 --quiet-from 8pm', 'settings change --time-zone Europe/London'],
    zh: ['修改设置 --摘要时间 8点半 --免打扰开始 21:00', '修改设置 --时区 伦敦 --语言 English'],
  },
  effect: 'log',
  allow: EVERYBODY,
  asksWhenEmpty: true,
  input: z.strictObject({
    chat: optional(field(z.string().max(40), { kind: 'chat', label: { en: 'Chat', zh: '聊天工具' } })),
    language: optional(choiceField([...LOCALES, AUTO], OWN_OR_COMPANY, { en: 'Language', zh: '语言' })),
    timeZone: optional(field(z.string().max(60), { kind: 'zone', label: { en: 'Time zone', zh: '时区' } })),
    digestAt: hourField('Digest at', '摘要时间'),
    reportAt: hourField('Ask for reports at', '报告提醒时间'),
    quietFrom: hourField('Quiet from', '免打扰开始'),
    quietUntil: hourField('Quiet until', '免打扰结束'),
  }),
  async prefill(core) {
    const { digestAt, reportAt, quietFrom, quietUntil, timeZone, preferredPlatform, locale } =
      await getOwnSettings(core);
    return {
      chat: preferredPlatform ?? AUTO,
      language: locale ?? AUTO,
      ...(timeZone ? { timeZone } : {}),
      digestAt,
      reportAt,
      quietFrom,
      quietUntil,
    };
  },
  async run(core, { chat, language, timeZone, ...times }) {
    await changeOwnSettings(core, {
      ...Object.fromEntries(Object.entries(times).filter(([, value]) => value !== undefined)),
      ...(chat ? { preferredPlatform: orNull(chat) } : {}),
      ...(language ? { locale: orNull(language) } : {}),
      ...(timeZone ? { timeZone: orNull(timeZone) } : {}),
    });
    await core.flush();
    return drawSettings(core, { inPlace: true });
  },
});
