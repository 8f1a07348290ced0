import type { Core } from '../../core/context.ts';
import type { Identity } from '../../core/people/identity.ts';
import type { OwnSettings } from '../../core/people/settings.ts';
import type { Locale, Text } from '../../core/text.ts';
import type { Card } from '../cards/card.ts';
import { AS_COMPANY } from '../fields/zones.ts';
import { press } from '../press.ts';
import { bracketed } from './format.ts';
import { accountName } from './link.ts';
import { CHANGE } from './words.ts';

export const LANGUAGES = { zh: { en: '中文', zh: '中文' }, en: { en: 'English', zh: 'English' } } as const;

const PREFERRED: Text = { en: 'preferred', zh: '首选' };
const LAST_USED: Text = { en: 'used last', zh: '最近使用' };
const HERE: Text = { en: 'here', zh: '当前' };
const LINK: Text = { en: 'Link another chat', zh: '绑定其他聊天工具' };

/** What a person has set, where he is told things, and the chats he is known in. */
export function settingsCard(
  { digestAt, reportAt, quietFrom, quietUntil, timeZone, locale: chosen, preferredPlatform }: OwnSettings,
  { chats, here }: { chats: readonly Identity[]; here: string | undefined },
  { actor: { locale }, org }: Pick<Core, 'actor' | 'org'>,
): Card {
  const orCompany = (own: string | undefined, company: string) =>
    own ?? `${company}${bracketed(AS_COMPANY[locale], locale)}`;
  const [first] = chats;
  const why = first?.platform === preferredPlatform ? PREFERRED : LAST_USED;
  const facts: [Text, string][] = [
    [{ en: 'Morning digest', zh: '早间摘要' }, digestAt],
    [{ en: 'Asked for reports', zh: '报告提醒' }, reportAt],
    [{ en: 'Quiet hours', zh: '免打扰时段' }, quietFrom === quietUntil ? '—' : `${quietFrom} – ${quietUntil}`],
    [{ en: 'Time zone', zh: '时区' }, orCompany(timeZone ?? undefined, org.timeZone)],
    [{ en: 'Language', zh: '语言' }, orCompany(chosen ? languageName(chosen) : undefined, languageName(org.locale))],
    ...(first
      ? [
          [
            { en: 'Messages go to', zh: '消息发往' },
            `${accountName(first, { locale, chatNames: org.chatNames })}${bracketed(why[locale], locale)}`,
          ] satisfies [Text, string],
        ]
      : []),
  ];
  const others = chats.length > 1 ? chats : [];
  return {
    title: { en: 'My settings', zh: '我的设置' }[locale],
    body: [
      { type: 'facts', facts: facts.map(([label, value]) => ({ label: label[locale], value })) },
      ...(others.length > 0
        ? [
            { type: 'heading' as const, text: { en: 'Linked chats', zh: '已绑定' }[locale] },
            {
              type: 'records' as const,
              records: others.map((chat) => ({
                title: accountName(chat, { locale, chatNames: org.chatNames }),
                ...(chat.id === here ? { detail: HERE[locale] } : {}),
              })),
            },
          ]
        : []),
      {
        type: 'actions',
        buttons: [
          press(CHANGE, locale, 'settings.change', {}, { style: 'primary' }),
          press(LINK, locale, 'link.show', {}),
        ],
      },
    ],
  };
}

function languageName(locale: Locale): string {
  return LANGUAGES[locale][locale];
}
